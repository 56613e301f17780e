"""The little grammar that clause rules need: which words are verbs, and which verbs are finite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Literal, cast

from variorum.claims.words import Words
from variorum.languages import pack
from variorum.languages.typography import Typography, typography

Form = Literal["finite", "past", "participle", "gerund", "third", "base"]
_SHORTEST_PAST = 5
_KINDS = ("gerund", "third", "past", "clear_past", "participle", "base")
"""Forms as the pack calls them, the likelier to be another word first."""
OPENING = frozenset("\"'“”‘’«»„([{-–—*•·>…:;,.|/_~#=+")
"""Marks that open a clause and are no part of it."""
CLOSING = frozenset("\"'“”‘’«»([{-–—*•·…:;,.|/_~#=+!?")
"""Marks that close one."""
_NESTING = ("subsets", "aside", "restricting", "dating", "deeds")
_FOLLOWING = ("determiners", "prepositions", "subjects", "particles")


Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""First word of some phrases -> those phrases as their words, longest first."""


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
    infinitive: frozenset[str]
    """Words after which no form is finite, auxiliaries included."""
    noun_before: frozenset[str]
    """Words that make a third form before them a noun."""
    past_ending: tuple[str, ...]
    """Of these each ending as a tuple, as ``str.endswith`` takes it."""
    adverb_ending: tuple[str, ...]
    gerund_ending: tuple[str, ...]
    plural_ending: tuple[str, ...]
    negation_ending: tuple[str, ...]
    joints: frozenset[str]
    """Words and marks at which a clause can begin."""
    opening: frozenset[str]
    """Words that may open a clause inside another."""
    nesting: frozenset[str]
    """Words that may open one that can be checked by itself."""
    numbers: frozenset[str]
    """Number words; a past form after one describes what is counted."""
    plurals: frozenset[str]
    """Irregular plural nouns."""
    words: dict[str, dict[str, frozenset[str]]]
    """The lists of ``clauses.toml``, by table and key."""
    phrases: Phrases
    """Opening phrases that only tie a sentence to what came before."""
    hollow: Phrases
    """Phrases of clauses that say what articles say about their own making."""
    foreseen: Phrases
    """Words and phrases of what is to come."""
    leading: frozenset[str]
    """Words behind which no form but an auxiliary is finite."""
    heads: frozenset[str]
    """Words and marks that may be left out at the head of a clause."""
    tails: frozenset[str]
    """Words and marks that may be left out at its end."""
    between: frozenset[str]
    """Words between a helping verb and the one that it helps."""
    following: frozenset[str]
    """Words that may follow a present form and show it to be no noun."""
    objects: frozenset[str]
    """Those of them that open what is done something to."""

    def form(self, word: str) -> Form | None:
        """What verb form a folded word can be; unknown words by their ending."""
        known = self.forms.get(word)
        if known is None and len(word) >= _SHORTEST_PAST and word.endswith(self.past_ending):
            return "past"
        return known

    def conjugated(self, word: str) -> bool:
        """Whether a folded word is a verb form that can be finite."""
        return self.form(word) not in (None, "participle", "gerund")

    def joins(self, word: str) -> bool:
        """Whether a clause can begin at a folded word."""
        return word in self.joints or word.endswith(self.gerund_ending)

    def finite(self, words: Words, n: int) -> bool:
        """Whether a word that is ``conjugated`` can be a finite verb where it stands."""
        word, before = words.folded[n], words.folded[n - 1]
        form = self.forms.get(word, "past")
        if form == "finite":
            return before not in self.infinitive
        if before in self.leading and not (form == "past" and self._pronoun(words, n)):
            return False
        if (before == "-" or words.folded[n + 1] == "-") and _hyphenated(words, n):
            return False
        if before in self.numbers or before.isdecimal():
            return word in self.words["join"]["intransitive"]
        if form == "past":
            apart = before == "," and words.folded[n + 1] not in self.words["join"]["that"]
            return before not in self.be and not apart
        return self._present(words, n, form)

    def _pronoun(self, words: Words, n: int) -> bool:
        """ "Both worked at": what can lead a noun stands alone as the subject of a past form."""
        join, following = self.words["join"], words.folded[n + 1]
        led = following in join["prepositions"] or following in join["determiners"]
        return led and words.folded[n - 1] in join["subjects"]

    def _present(self, words: Words, n: int, form: Form) -> bool:
        """Whether a present form is a verb here and no noun: its neighbours must tell."""
        join, before, following = self.words["join"], words.folded[n - 1], words.folded[n + 1]
        if before in join["subjects"] or before in join["adverbs"]:
            return True
        if form == "third" and before in join["and"] and following in self.objects:
            return True
        led = following in self.following or following[:1].isdecimal()
        noun = before.isalpha() and before not in self.forms and before not in join["barriers"]
        plural = before.endswith(self.plural_ending) or before in self.plurals
        if form == "base":
            return noun and led and plural
        return noun and led and not plural and following not in self.noun_before

    def auxiliary(self, word: str) -> bool:
        """Whether a folded word only helps a verb, or negates it."""
        return self.forms.get(word) == "finite" or word in self.words["kinds"]["negations"]

    def has_verb(self, words: Words, first: int, last: int) -> bool:
        """Whether a word from ``first`` to ``last`` can be a finite verb, read generously."""
        if True in words.finite[first : last + 1]:
            return True
        if self._resumes(words, first, last):
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

    def _resumes(self, words: Words, first: int, last: int) -> bool:
        """ "The strike, meanwhile, drags on": a verb behind the comma that closes an aside."""
        prepositions, opened = self.words["join"]["prepositions"], False
        for n in range(first + 1, last):
            if words.folded[n] != ",":
                continue
            form = self.form(words.folded[n + 1])
            led = form == "past" and words.folded[n + 2] not in prepositions
            if opened and (led or form == "third"):
                return True
            opened = True
        return False


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
    written = typography(language)
    lists = {
        table: {key: frozenset(entries) for key, entries in keys.items()}
        for table, keys in clauses.items()
    }
    ending = {name: tuple(entries) for name, entries in verbs["endings"].items()}
    phrases = _filed(clauses["trim"]["phrases"], written)
    return Grammar(
        _forms(verbs),
        frozenset(verbs["finite"]["be"].split()),
        frozenset(verbs["finite"]["modals"].split()),
        _clear_past(verbs),
        frozenset(verbs["finite"]["infinitive"].split()),
        frozenset(verbs["finite"]["noun_before"].split()),
        ending["past"],
        ending["adverb"],
        ending["gerund"],
        ending["plural"],
        ending["negation"],
        frozenset({";", ":", ","}).union(
            *(lists["join"][key] for key in ("coordinate", "as", "with_comma", "relative", "with")),
            *(lists["join"][key] for key in ("opens", "may_open")),
        ),
        lists["join"]["opens"] | lists["join"]["may_open"],
        frozenset(",").union(*(lists["join"][key] for key in _NESTING)),
        frozenset(numbers["ones"]) | frozenset(numbers["tens"]),
        frozenset(numbers["plurals"]),
        lists,
        phrases,
        _filed(clauses["drop"]["hollow"], written),
        _filed([*clauses["kinds"]["forecast"], *clauses["kinds"]["forecast_phrases"]], written),
        lists["join"]["determiners"].union(
            lists["join"]["prepositions"], verbs["finite"]["modals"].split()
        ),
        OPENING.union(phrases, lists["trim"]["heads"]),
        CLOSING | lists["trim"]["tails"],
        lists["join"]["adverbs"].union(lists["kinds"]["negations"], lists["kinds"]["been"]),
        frozenset().union(*(lists["join"][key] for key in _FOLLOWING)),
        lists["join"]["determiners"] | lists["join"]["subjects"],
    )


def _filed(phrases: Iterable[str], written: Typography) -> Phrases:
    filed: Phrases = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        words = written.parts(phrase)
        filed[words[0]] = (*filed.get(words[0], ()), words)
    return filed


def _hyphenated(words: Words, n: int) -> bool:
    """Whether a hyphen ties the word to its neighbour ("British-based")."""
    if words.folded[n - 1] == "-" and words.joined(n):
        return True
    return words.folded[n + 1] == "-" and words.joined(n + 1) and words.joined(n + 2)


def _forms(verbs: dict[str, Any]) -> dict[str, Form]:
    """Every form of the pack; where a word is several, the rarer rule and the finite one count."""
    forms: dict[str, Form] = {}
    for rule in verbs["regular"]:
        stems, endings = rule["stems"].split(), rule["endings"]
        for kind in _KINDS:
            for ending in endings.get(kind, "").split():
                bare = ending.removeprefix("-")
                forms |= dict.fromkeys((stem + bare for stem in stems), _form(kind))
    for kind in _KINDS:
        forms |= dict.fromkeys(verbs["forms"][kind].split(), _form(kind))
    return forms | dict.fromkeys(verbs["finite"]["words"].split(), "finite")


def _clear_past(verbs: dict[str, Any]) -> frozenset[str]:
    """Past forms that are never participles."""
    found = verbs["forms"]["clear_past"].split()
    for rule in verbs["regular"]:
        for ending in rule["endings"].get("clear_past", "").split():
            found += [stem + ending.removeprefix("-") for stem in rule["stems"].split()]
    return frozenset(found)


def _form(kind: str) -> Form:
    return "past" if kind == "clear_past" else cast(Form, kind)
