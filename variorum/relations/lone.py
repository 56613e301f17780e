"""Two passages of which nothing else is known: the value of one that the other replaces."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from variorum.languages.framing import Framing
from variorum.languages.lexicon import CALENDAR_WEIGHT, YEAR_WEIGHT, Entry
from variorum.model import Claim
from variorum.relations.profile import Profile

YEAR_DIGITS = 4
LAST_DAY = 31
NEAR = 3
"""Words after a month among which its day and year stand."""
NAMED_COVER = 0.5
"""Share of the briefer passage that the other must have before another name in it is a rival."""
BIRTH, DEATH = "birth", "death"
"""Families of what the two dates of a life are of."""
LIFETIME = 115
"""Years that two dates written side by side may lie apart to be somebody's birth and death."""
OPENING = 12
"""Words in which a passage says of what it speaks."""
DATED = frozenset(("date", "life"))
"""Sorts of rival by which two passages speak of one dated thing, whatever else they say."""


Dated = tuple[str, str, str]
"""Month, day and year of a date as it is written; a part that is not given is empty."""


def values(entries: list[Entry], claim: Claim) -> dict[str, frozenset[str]]:
    """Years, days or months, and other numbers of a passage, by sort."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        if entry.weight == CALENDAR_WEIGHT:
            found.setdefault("calendar", set()).add(entry.key)
        elif entry.kind == "number":
            found.setdefault("year" if _year(entry) else "number", set()).add(entry.key)
    for figure in claim.figures:
        if figure.low is not None:
            found.setdefault("number", set()).add(f"{figure.low:g}")
    return {sort: frozenset(values) for sort, values in found.items()}


def dates(entries: list[Entry]) -> tuple[Dated, ...]:
    """The dates of a passage that name a month, in order."""
    return tuple(date for _, _, date in _dates(entries))


def life(entries: list[Entry]) -> tuple[Dated, ...]:
    """Birth and death, where two whole dates stand side by side ("3 May 1901 – 7 June 1980")."""
    for (_, last, born), (first, _, died) in pairwise(_dates(entries)):
        whole = first == last + 1 and born[2] and died[2]
        if whole and 0 < int(died[2]) - int(born[2]) < LIFETIME:
            return born, died
    return ()


def _dates(entries: list[Entry]) -> list[tuple[int, int, Dated]]:
    """Each date that names a month, with the numbers of its first and last word."""
    found = []
    for number, entry in enumerate(entries):
        if entry.weight != CALENDAR_WEIGHT:
            continue
        day = _day(entries[number - 1]) if number else ""
        first, last, year = number - bool(day), number, ""
        for at, other in enumerate(entries[number + 1 : number + 1 + NEAR], number + 1):
            if other.weight == CALENDAR_WEIGHT:
                break
            if not day and _day(other):
                day, last = other.key, at
            if _year(other):
                year, last = other.key, at
                break
        found.append((first, last, (entry.key, day, year)))
    return found


def rival(a: Profile, b: Profile, cover: tuple[float, float]) -> str:
    """Sort of what the briefer of two passages gives and the other replaces by its own.

    ``date``, ``year``, ``calendar``, ``number`` or ``name``; ``life`` where the briefer dates
    somebody's birth or death as the other does; empty where nothing is replaced.
    """
    first = (a.weight, a.claim.id) <= (b.weight, b.claim.id)
    brief, full = (a, b) if first else (b, a)
    # A claim cut out of a passage has lost what the rest of it dates.
    whole = not (a.claim.rule or b.claim.rule)
    if whole and a.names & b.names:
        told = _lived(brief, full)
        if told or any(_replaced(date, full.dates) for date in brief.dates):
            return told or "date"
    for sort in ("year", "calendar", "number"):
        given, other = brief.values.get(sort, frozenset()), full.values.get(sort, frozenset())
        # One year in common is enough: the others may be of another part of the story.
        if given and other and not (given & other if sort == "year" else given <= other):
            return sort
    if cover[0 if first else 1] < NAMED_COVER or not full.names - brief.names:
        return ""
    return "name" if _other_names(brief, full) else ""


def _lived(brief: Profile, full: Profile) -> str:
    """Whether one dates the birth or the death told by the dates of a life as they do."""
    for family, known in zip((BIRTH, DEATH), full.life, strict=False):
        if family in brief.belongs and brief.dates:
            return "life" if _agree(brief.dates[0], known) else "date"
    return ""


def _other_names(brief: Profile, full: Profile) -> frozenset[str]:
    """Names of the briefer that the other lacks and that are no part of one it has."""
    kin = {t.key for t in brief.terms if not full.families.keys().isdisjoint(t.families)}
    for x, y in brief.pairs:
        if x in full.names:
            kin.add(y)
        if y in full.names:
            kin.add(x)
    return brief.names - full.keys.keys() - kin


def _replaced(one: Dated, others: tuple[Dated, ...]) -> bool:
    """Whether a date is none of the others, but one of them shares a part of it."""
    if any(_agree(one, other) for other in others):
        return False
    return any(any(x and x == y for x, y in zip(one, other, strict=True)) for other in others)


def _agree(one: Dated, other: Dated) -> bool:
    return all(not x or not y or x == y for x, y in zip(one, other, strict=True))


def _year(entry: Entry) -> bool:
    return entry.weight == YEAR_WEIGHT and len(entry.key) == YEAR_DIGITS and entry.kind == "number"


def _day(entry: Entry) -> str:
    known = entry.kind == "number" and entry.key.isdecimal() and int(entry.key) <= LAST_DAY
    return entry.key if known else ""


def paired(a: Profile, b: Profile, framing: Framing) -> tuple[Profile, Profile]:
    """Two passages, each without the name with which it opens where the other speaks of
    somebody or something named before it began ("It was founded …", "The album sold …")."""
    return _unnamed(a, b, framing), _unnamed(b, a, framing)


def _unnamed(one: Profile, other: Profile, framing: Framing) -> Profile:
    title = _title(one, framing) if _refers(other, framing) else frozenset()
    if not title or title & other.own or one.own <= title:
        return one
    keys = {key: weight for key, weight in one.keys.items() if key not in title}
    named = one.named - title
    wording = sum([weight for key, weight in keys.items() if key not in named])
    return replace(
        one,
        terms=tuple([term for term in one.terms if term.key not in title]),
        keys=keys,
        own=frozenset(keys),
        kin={f: [its for its in kin if its[0] not in title] for f, kin in one.kin.items()},
        names=one.names - title,
        named=named,
        weight=sum(keys.values()),
        wording=wording or one.wording,
    )


def _refers(passage: Profile, framing: Framing) -> bool:
    """Whether a passage opens with what was named before it: a pronoun, or "the film was"."""
    spoken = passage.spoken[:OPENING]
    words = [word.lower() for word in spoken]
    if words and words[0] in framing.pronouns:
        return True
    return any(
        first in framing.definite and noun.islower() and verb in framing.helping
        for first, noun, verb in zip(words, spoken[1:], words[2:], strict=False)
    )


def _title(passage: Profile, framing: Framing) -> frozenset[str]:
    """Folded words of the name with which a passage opens: all in capitals, small words inside."""
    end = 0
    for number, word in enumerate(passage.spoken[:OPENING], 1):
        if not word.islower():
            end = number
        elif word not in framing.inside:
            break
    return frozenset(passage.order[:end])
