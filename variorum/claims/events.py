"""Which happening each claim is about, and whether it says so, denies it or leaves it open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from variorum.languages.lexicon import Entry, Lexicon, lexicon
from variorum.model import Claim, Document, Event, Paragraph, Polarity, When

MAIN = "main"
"""Key of the happening that the article reports."""
LEAD = 4
"""Paragraphs, the headline among them, that tell what an article is about."""
NEWS_SPAN = 21
"""Days around the main happening within which what is told still belongs to it."""


def annotate(
    document: Document, paragraphs: tuple[Paragraph, ...], claims: tuple[Claim, ...]
) -> tuple[Claim, ...]:
    """The claims with their events and polarity, in the order given.

    An article reports one main happening, dated by its lead or its publication. A claim
    with another time is about another; a claim without a time keeps to the one before it
    in its paragraph, and to the main one where there is none.
    """
    words = lexicon(document.language)
    if words is None:
        return claims
    main = _main_date(document, claims)
    known: dict[int, tuple[str, When | None]] = {}
    found = []
    for claim in claims:
        entries = [words.entry(m.group()) for m in words.term.finditer(claim.quote)]
        instance, when = _instance(claim, main, known.get(claim.paragraph))
        if claim.when is not None and claim.paragraph < len(paragraphs):
            known[claim.paragraph] = (instance, when)
        event = Event(
            _families(entries, words),
            instance,
            when,
            tuple(sorted({words.name(place) for place in claim.where})),
            _participants(entries, words),
        )
        found.append(replace(claim, event=event, polarity=_polarity(claim.quote, words)))
    return tuple(found)


def _main_date(document: Document, claims: Iterable[Claim]) -> str:
    """First day of what the article reports; empty when nothing dates it."""
    early = Counter(
        claim.when.earliest[:10]
        for claim in claims
        if claim.paragraph < LEAD
        and claim.when
        and claim.when.precision in ("day", "minute")
        and claim.when.earliest
    )
    published = document.meta.published
    if published and published.earliest:
        near = [day for day in early if _days(day, published.earliest) <= NEWS_SPAN]
        if not near:
            return published.earliest[:10]
        early = Counter({day: early[day] for day in near})
    return min(early, key=lambda day: (-early[day], day), default="")


def _instance(
    claim: Claim, main: str, before: tuple[str, When | None] | None
) -> tuple[str, When | None]:
    when = claim.when
    if when is None:
        return before or (MAIN, None)
    if not main or _near(when, main):
        return MAIN, when
    place = claim.where[0].lower() if claim.where else ""
    return f"{place}:{when.earliest[:10]}", when


def _near(when: When, main: str) -> bool:
    """Whether a period holds the main day or lies close to it."""
    start, end = when.earliest or when.latest, when.latest or when.earliest
    if start[:10] <= main <= end[:10]:
        return when.precision != "year" or start[:4] == main[:4]
    return min(_days(start, main), _days(end, main)) <= NEWS_SPAN


def _days(a: str, b: str) -> int:
    try:
        return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)
    except ValueError:
        return 0 if a[:7] == b[:7] else NEWS_SPAN + 1


def _families(entries: Iterable[Entry], words: Lexicon) -> tuple[str, ...]:
    found = {family for entry in entries for family in entry.families}
    return tuple(sorted(found & words.happenings))


def _participants(entries: Iterable[Entry], words: Lexicon) -> tuple[str, ...]:
    found = {entry.key for entry in entries if entry.kind == "name"}
    groups = {family for entry in entries for family in entry.families}
    return tuple(sorted(found | (groups & words.persons)))


def _polarity(quote: str, words: Lexicon) -> Polarity:
    turns = words.turns([m.group() for m in words.term.finditer(quote)])
    cues = set(turns.values())
    if "unclear" in cues:
        return "unclear"
    return "denied" if cues & {"not", "deny"} else "asserted"
