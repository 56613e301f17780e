"""The little grammar that clause rules need: which words are verbs, and which verbs are finite."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from variorum.claims.words import Words
from variorum.languages import pack

Form = Literal["finite", "past", "participle", "gerund", "third", "base"]
_SHORTEST_PAST = 5
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Grammar:
    """Verb forms and small words of one language."""

    forms: dict[str, Form]
    """Every known verb form; where one word has several, the one that is finite."""
    be: frozenset[str]
    """Auxiliaries after which a past form is a participle."""
    modals: frozenset[str]
    """Words after which a base form is no finite verb of its own."""
    clear_past: frozenset[str]
    """Past forms that are no participles ("took")."""
    past_ending: str
    adverb_ending: str
    gerund_ending: str
    joints: frozenset[str]
    """Words and marks at which a clause can begin."""
    numbers: frozenset[str]
    """Number words; a past form after one describes what is counted."""
    words: dict[str, dict[str, frozenset[str]]]
    """The lists of ``clauses.toml``, by table and key."""
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """Opening phrases that only tie a sentence to what came before, by their first word,
    longest first."""

    def form(self, word: str) -> Form | None:
        """What verb form a folded word can be; unknown words by their ending."""
        known = self.forms.get(word)
        if known is None and len(word) >= _SHORTEST_PAST and word.endswith(self.past_ending):
            return "past"
        return known

    def marked(self, words: Words) -> Words:
        """The words, each marked as one that can be a finite verb where it stands or not."""
        forms, past = self.forms, self.past_ending
        finite = [
            (word in forms or word.endswith(past)) and self._finite(words, n)
            for n, word in enumerate(words.folded)
        ]
        return replace(words, finite=finite)

    def _finite(self, words: Words, n: int) -> bool:
        word, before = words.folded[n], words.at(n - 1)
        form = self.form(word)
        if form is None or form in ("participle", "gerund"):
            return False
        if form == "finite":
            return before != "to"
        join = self.words["join"]
        if (
            before in join["determiners"]
            or before in join["prepositions"]
            or before in self.modals
            or before in self.numbers
            or _hyphenated(words, n)
        ):
            return False
        if form == "past":
            return before not in self.be and before != "," and not before.isdecimal()
        return self._present(words, n, form)

    def _present(self, words: Words, n: int, form: Form) -> bool:
        """Whether a present form is a verb here and no noun: its neighbours must tell."""
        join, before, following = self.words["join"], words.at(n - 1), words.at(n + 1)
        if before in join["subjects"] or before in join["adverbs"]:
            return True
        led = following[:1].isdecimal() or any(
            following in join[key] for key in ("determiners", "prepositions", "subjects")
        )
        noun = before.isalpha() and before not in self.forms and before not in join["barriers"]
        plural = before.endswith("s")
        return noun and led and (plural if form == "base" else not plural and following != "of")

    def auxiliary(self, word: str) -> bool:
        """Whether a folded word only helps a verb, or negates it."""
        return self.forms.get(word) == "finite" or word in self.words["kinds"]["negations"]

    def has_verb(self, words: Words, first: int, last: int) -> bool:
        """Whether a word from ``first`` to ``last`` can be a finite verb, read generously."""
        if True in words.finite[first : last + 1]:
            return True
        join = self.words["join"]
        return any(
            self.forms.get(word) in ("third", "base")
            and before.isalpha()
            and before not in self.modals
            and before not in join["determiners"]
            and before not in join["prepositions"]
            for before, word in pairwise(words.folded[first : last + 1])
        )


@cache
def grammar(language: str) -> Grammar | None:
    """The grammar of a language pack; None without one, or where the pack has no verbs."""
    source = pack(language)
    if source is None:
        return None
    try:
        verbs, clauses = source.table("verbs"), source.table("clauses")
        numbers = source.table("numbers")
    except FileNotFoundError:
        return None
    lists = {
        table: {key: frozenset(entries) for key, entries in keys.items()}
        for table, keys in clauses.items()
    }
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(clauses["trim"]["phrases"], key=len, reverse=True):
        first, *rest = phrase.split()
        phrases[first] = (*phrases.get(first, ()), (first, *rest))
    return Grammar(
        _forms(verbs),
        frozenset(verbs["finite"]["be"].split()),
        frozenset(verbs["finite"]["modals"].split()),
        frozenset(
            forms[0]
            for forms in (entry.split() for entry in verbs["irregular"].values())
            if len(forms) > 1 and forms[0] != forms[1]
        ),
        verbs["endings"]["past"],
        verbs["endings"]["adverb"],
        verbs["endings"]["gerund"],
        frozenset({";", ":", ","}).union(
            *(lists["join"][key] for key in ("coordinate", "as", "with_comma", "relative", "with")),
            *(lists["join"][key] for key in ("opens", "may_open")),
        ),
        frozenset(numbers["ones"]) | frozenset(numbers["tens"]),
        lists,
        phrases,
    )


def _hyphenated(words: Words, n: int) -> bool:
    """Whether a hyphen ties the word to its neighbour ("British-based")."""
    if words.at(n - 1) == "-" and words.joined(n):
        return True
    return words.at(n + 1) == "-" and words.joined(n + 1) and words.joined(n + 2)


def _forms(verbs: dict[str, Any]) -> dict[str, Form]:
    forms: dict[str, Form] = {}
    endings = verbs["endings"]
    for base in verbs["regular"]["words"].split():
        past = _with(base, endings["past"])
        forms |= {_with(base, endings["gerund"]): "gerund", _third(base, endings["third"]): "third"}
        forms |= {past: "past", base: "base"}
    for base, entry in verbs["irregular"].items():
        past, *participle = entry.split()
        forms |= {_with(base, endings["gerund"]): "gerund", _third(base, endings["third"]): "third"}
        forms |= {base: "base"} | dict.fromkeys(participle, "participle") | {past: "past"}
    return forms | dict.fromkeys(verbs["finite"]["words"].split(), "finite")


def _with(base: str, ending: str) -> str:
    """A base form with "ed" or "ing": silent e dropped, y made i, a last consonant doubled."""
    if base.endswith("ie"):
        return base + "d" if ending[0] == "e" else base[:-2] + "y" + ending
    if base.endswith("e") and (ending[0] == "e" or not base.endswith("ee")):
        return base[:-1] + ending
    if base.endswith("y") and base[-2] not in _VOWELS and ending[0] == "e":
        return base[:-1] + "i" + ending
    short = len(base) <= 4 or base.endswith(("mit", "fer", "pel", "bat", "cur", "gret", "duct"))
    if (
        short
        and base[-1] not in "aeiouwxy"
        and base[-2] in _VOWELS
        and base[-3:-2] not in tuple(_VOWELS)
    ):
        return base + base[-1] + ending
    return base + ending


def _third(base: str, ending: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "e" + ending
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ie" + ending
    return base + ending
