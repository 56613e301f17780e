"""Which happening each claim is about, and whether it says so, denies it or leaves it open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain

from variorum.claims import polarity
from variorum.claims.drafts import Draft
from variorum.claims.grammar import grammar
from variorum.claims.words import Words
from variorum.languages.lexicon import lexicon
from variorum.languages.met import Met
from variorum.model import Document, Event, Polarity, When

MAIN = "main"
"""Key of the happening that the article reports."""
LEAD = 4
"""Paragraphs, the headline among them, that tell what an article is about."""
NEWS_SPAN = 21
"""Days around the main happening within which what is told still belongs to it."""


def read(
    document: Document, drafts: Sequence[Draft], words: Words
) -> Iterator[tuple[Event, Polarity]]:
    """The event and the polarity of each claim of a document, in the order given.

    An article reports one main happening, dated by its lead or its publication. A claim
    with another time is about another; a claim without a time keeps to the one before it
    in its paragraph, and to the main one where there is none. ``words`` are those of the
    document.
    """
    lex, rules = lexicon(document.language), grammar(document.language)
    if lex is None or rules is None or not drafts:
        yield from ((Event(), "asserted") for _ in drafts)
        return
    main = _main_date(document, drafts)
    known: dict[int, tuple[str, When | None]] = {}
    told = map(_teller(document.language).__getitem__, words.written[: len(words.starts)])
    happenings, persons = zip(*told, strict=True)
    for draft in drafts:
        span = words.within(draft.span)
        instance, when = _instance(draft, main, known.get(draft.paragraph))
        if draft.when is not None:
            known[draft.paragraph] = (instance, when)
        event = Event(
            _sorted(chain.from_iterable(happenings[span.start : span.stop])),
            instance,
            when,
            _sorted(map(lex.name, draft.where)),
            _sorted(chain.from_iterable(persons[span.start : span.stop])),
        )
        yield event, polarity.of(words, span, lex, rules)


@cache
def _teller(language: str) -> Met[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What a word as written tells of, and whom it names."""
    lex = lexicon(language)
    assert lex, "asked only for a language with a pack"

    def tell(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if not word[0].isalnum():
            return (), ()
        entry = lex.entry(word)
        name = (entry.key,) if entry.kind == "name" else ()
        happenings = tuple(family for family in entry.families if family in lex.happenings)
        return happenings, (*name, *(f for f in entry.families if f in lex.persons))

    return Met(tell)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in order."""
    return tuple(sorted(set(names)))


def _main_date(document: Document, claims: Iterable[Draft]) -> str:
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
    claim: Draft, main: str, before: tuple[str, When | None] | None
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
