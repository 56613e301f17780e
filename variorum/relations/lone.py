"""Two passages of which nothing else is known: the value of one that the other replaces."""

from __future__ import annotations

from variorum.languages.lexicon import CALENDAR_WEIGHT, YEAR_WEIGHT, Entry
from variorum.model import Claim
from variorum.relations.profile import Profile

YEAR_DIGITS = 4
LAST_DAY = 31
NEAR = 3
"""Words after a month among which its day and year stand."""
NAMED_COVER = 0.5
"""Share of the briefer passage that the other must have before another name in it is a rival."""


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
    found = []
    for number, entry in enumerate(entries):
        if entry.weight != CALENDAR_WEIGHT:
            continue
        day = _day(entries[number - 1]) if number else ""
        year = ""
        for other in entries[number + 1 : number + 1 + NEAR]:
            if other.weight == CALENDAR_WEIGHT:
                break
            day = day or _day(other)
            if _year(other):
                year = other.key
                break
        found.append((entry.key, day, year))
    return tuple(found)


def rival(a: Profile, b: Profile, cover: tuple[float, float]) -> str:
    """Sort of what the briefer of two passages gives and the other replaces by its own.

    ``date``, ``year``, ``calendar``, ``number`` or ``name``; empty where nothing is replaced.
    """
    first = (a.weight, a.claim.id) <= (b.weight, b.claim.id)
    brief, full = (a, b) if first else (b, a)
    # A claim cut out of a passage has lost what the rest of it dates.
    whole = not (a.claim.rule or b.claim.rule)
    if whole and a.names & b.names and any(_replaced(date, full.dates) for date in brief.dates):
        return "date"
    for sort in ("year", "calendar", "number"):
        if sort in full.values and not brief.values.get(sort, frozenset()) <= full.values[sort]:
            return sort
    if cover[0 if first else 1] < NAMED_COVER or not full.names - brief.names:
        return ""
    return "name" if _other_names(brief, full) else ""


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
    known = entry.kind == "number" and entry.key.isdigit() and int(entry.key) <= LAST_DAY
    return entry.key if known else ""
