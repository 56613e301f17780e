"""A document's words, looked up once, and what of them each claim is compared by."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from variorum.languages.lexicon import CALENDAR_WEIGHT, TOKEN, YEAR_WEIGHT, Entry, Lexicon
from variorum.model import Claim, Document, Figure
from variorum.relations.aliases import Variants, fold

LEAST_WEIGHT = 0.16
"""Words below it (the, with, said, also) carry no content."""
DEED_WEIGHT = 0.08
"""The same for words that belong to a family (support, win, use)."""
PHRASE_WEIGHT = 0.4
"""What sharing a family through two common words says ("call up")."""
COMPANY = 45
"""Words on either side of a claim that count as its company: about two sentences."""
SPEAKER_WEIGHT = 0.3
"""Words below it (officials, government) do not tell one speaker from another."""
SCOPE = 8
"""Words a negation reaches."""
SENTENCE_SCOPE = 30
"""Words a denial reaches."""
DENIED = 3
"""Content words after "denied" that name what is said not to have been done."""
PREDICATE_WEIGHT = 0.1
"""Commoner words (been, any) name no deed."""
NEAR = 10
"""Words within which a figure stands beside a name."""
_NOTHING: frozenset[str] = frozenset()
_PAUSES = frozenset(",;:)")


class _Turned(NamedTuple):
    """What a claim denies, what of it first, of whom, and whether it leaves its matter open."""

    denied: frozenset[str]
    rejected: tuple[frozenset[str], ...]
    doer: frozenset[str]
    unclear: bool


_PLAIN = _Turned(_NOTHING, (), _NOTHING, False)


@dataclass(frozen=True, slots=True)
class Term:
    """One content word of a claim."""

    key: str
    weight: float
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure and what it counts."""

    figure: Figure
    things: frozenset[str]
    """Folded words of its unit and the families they belong to."""
    owner: frozenset[str]
    """The words of the name it stands beside, folded; none when there is none."""
    rest: bool
    """Whether it leaves out what was counted before ("two other women")."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim as it is compared."""

    claim: Claim
    terms: tuple[Term, ...]
    """Each once, in order."""
    keys: dict[str, float]
    """The keys of its terms with their weights."""
    names: frozenset[str]
    numbers: frozenset[str]
    values: dict[str, frozenset[str]]
    """Years, months and other numbers it gives, by sort."""
    families: dict[str, float]
    """Every family its words stand for, with the weight of its weightiest word."""
    weight: float
    """Of all its terms together; never 0."""
    pairs: frozenset[tuple[str, str]]
    """Keys of its terms that stand side by side."""
    against: frozenset[str]
    """Families that exclude one of its own."""
    order: tuple[str, ...]
    """All its words, folded, in order: what a copied run is found by."""
    company: frozenset[str]
    """Content words of the text around it."""
    denied: frozenset[str]
    """Keys and families that it says do not hold."""
    rejected: tuple[frozenset[str], ...]
    """Keys and families of the words that come first in it: the deed said not to be done."""
    done: frozenset[str]
    """Keys and families of the words by which it says, not only mentions, what was done."""
    doer: frozenset[str]
    """Names before a plain negation: who is said not to have done it."""
    unclear: bool
    """Whether it leaves open what it speaks of."""
    counted: tuple[Counted, ...]
    voices: tuple[frozenset[str], ...]
    """For each of those who say so, the folded words that tell them from others."""
    speakers: frozenset[str]
    """All of these together."""
    alone: bool
    """Whether it is a passage of which nothing else is known."""
    published: str
    """First day its article can be of, ISO 8601; empty when unknown."""
    spoken: tuple[str, ...]
    """Its words as written, beside ``order``."""


class Reading:
    """The words of one document, each looked up once."""

    __slots__ = ("alone", "entries", "lexicon", "pauses", "published", "starts", "words")

    def __init__(self, document: Document, lexicon: Lexicon, known: Variants, alone: bool) -> None:
        text = document.text
        self.alone = alone
        published = document.meta.published
        self.published = published.earliest if published else ""
        self.lexicon = lexicon
        found = [(match.start(), match.group()) for match in TOKEN.finditer(text)]
        if known:
            found = fold(found, known, lexicon)
        self.starts = [start for start, _ in found]
        self.words = [word for _, word in found]
        self.pauses = [
            text[start + len(word) : start + len(word) + 1] in _PAUSES for start, word in found
        ]
        self.entries = [lexicon.entry(word) for word in self.words]

    def profile(self, claim: Claim) -> Profile:
        """One claim of this document as it is compared."""
        first = bisect_left(self.starts, claim.span.start)
        last = bisect_left(self.starts, claim.span.end)
        own = self.entries[first:last]
        terms = _terms(own, self.lexicon)
        families: dict[str, float] = {}
        for term in terms.values():
            for family in term.families:
                families[family] = max(families.get(family, 0.0), term.weight)
        around = self.entries[max(0, first - COMPANY) : last + COMPANY]
        voices = tuple(self._voice(who) for who in claim.attributed_to)
        turned = self._turned(first, last)
        return Profile(
            claim,
            tuple(terms.values()),
            {key: term.weight for key, term in terms.items()},
            frozenset(e.key for e in own if e.kind == "name"),
            frozenset(e.key for e in own if e.kind == "number"),
            _values(own, claim),
            families,
            sum(term.weight for term in terms.values()) or LEAST_WEIGHT,
            frozenset(zip(terms, list(terms)[1:], strict=False)),
            frozenset(y for x in families for y in self.lexicon.opposing.get(x, ())),
            tuple(e.key for e in own),
            frozenset(e.key for e in around if e.weight >= LEAST_WEIGHT),
            turned.denied,
            turned.rejected,
            self._done(first, last),
            turned.doer,
            turned.unclear,
            tuple(self._counted(figure, first, last) for figure in claim.figures),
            voices,
            frozenset().union(*voices),
            self.alone,
            self.published,
            tuple(self.words[first:last]),
        )

    def _turned(self, first: int, last: int) -> _Turned:
        words = self.lexicon.turns(self.words[first:last])
        if not words:
            return _PLAIN
        denied: set[str] = set()
        rejected: list[frozenset[str]] = []
        doer: set[str] = set()
        reach = fresh = 0
        for number in range(first, last):
            entry = self.entries[number]
            cue = words.get(number - first, "")
            if cue == "break":
                reach = 0
            elif cue in ("not", "deny"):
                if cue == "not" and not denied:
                    doer = {e.key for e in self.entries[first:number] if e.kind == "name"}
                reach = SCOPE if cue == "not" else SENTENCE_SCOPE
                fresh = 0 if rejected else 1 if cue == "not" else DENIED
            elif reach > 0:
                keys = (entry.key, *entry.families)
                if entry.weight >= LEAST_WEIGHT:
                    denied.update(keys)
                if fresh and entry.kind == "word" and entry.weight >= PREDICATE_WEIGHT:
                    rejected.append(frozenset(keys))
                    fresh -= 1
            reach = 0 if self.pauses[number] and reach <= SCOPE else reach - 1
        unclear = "unclear" in words.values()
        return _Turned(frozenset(denied), tuple(rejected), frozenset(doer), unclear)

    def _done(self, first: int, last: int) -> frozenset[str]:
        found: set[str] = set()
        for number in range(first, last):
            if number and self.words[number - 1].lower() in self.lexicon.mention:
                continue
            entry = self.entries[number]
            found.add(entry.key)
            found.update(entry.families)
        return frozenset(found)

    def _voice(self, who: str) -> frozenset[str]:
        entries = (self.lexicon.entry(m.group()) for m in TOKEN.finditer(who))
        return frozenset(e.key for e in entries if e.weight >= SPEAKER_WEIGHT)

    def _counted(self, figure: Figure, first: int, last: int) -> Counted:
        entries = [self.lexicon.entry(m.group()) for m in TOKEN.finditer(figure.unit)]
        things = {e.key for e in entries if e.weight >= LEAST_WEIGHT / 2}
        things.update(family for e in entries for family in e.families)
        if figure.noun:
            things.add(self.lexicon.stem(figure.noun))
            things.update(self.lexicon.families.get(self.lexicon.stem(figure.noun), ()))
        unit = {e.key for e in entries}
        rest = not self.lexicon.remainder.isdisjoint(unit)
        return Counted(figure, frozenset(things), self._owner(figure, first, last), rest)

    def _owner(self, figure: Figure, first: int, last: int) -> frozenset[str]:
        """The last name before the figure in its claim, or the first name after it."""
        at = bisect_left(self.starts, figure.span.start)
        end = min(last, at + NEAR)
        for number in (*range(at - 1, max(first, at - NEAR) - 1, -1), *range(at, end)):
            if self.entries[number].kind == "name":
                step = -1 if number < at else 1
                return frozenset(self._run(number, step))
        return _NOTHING

    def _run(self, number: int, step: int) -> list[str]:
        """Names in a row, from one on."""
        found = []
        while 0 <= number < len(self.entries) and self.entries[number].kind == "name":
            found.append(self.entries[number].key)
            number += step
        return found


def _terms(entries: list[Entry], lexicon: Lexicon) -> dict[str, Term]:
    found: dict[str, Term] = {}
    previous = ""
    for entry in entries:
        pair = lexicon.phrases.get((previous, entry.key))
        if pair:
            known = found.get(previous)
            weight = max(known.weight if known else 0.0, PHRASE_WEIGHT)
            found[previous] = Term(previous, weight, pair)
        previous = entry.key
        least = DEED_WEIGHT if entry.families else LEAST_WEIGHT
        if entry.weight >= least and entry.key not in found:
            found[entry.key] = Term(entry.key, entry.weight, entry.families)
    return found


def _values(entries: list[Entry], claim: Claim) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in entries:
        if entry.weight == CALENDAR_WEIGHT:
            found.setdefault("calendar", set()).add(entry.key)
        elif entry.kind == "number":
            sort = "year" if entry.weight == YEAR_WEIGHT else "number"
            found.setdefault(sort, set()).add(entry.key)
    for figure in claim.figures:
        if figure.low is not None:
            found.setdefault("number", set()).add(f"{figure.low:g}")
    return {sort: frozenset(values) for sort, values in found.items()}
