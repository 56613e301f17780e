"""Which happening each claim is about, and whether it says so, denies it or leaves it open."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from variorum.claims.words import Words
from variorum.languages.lexicon import Entry, Lexicon, lexicon
from variorum.model import Claim, Document, Event, Paragraph, Polarity, Span, When

MAIN = "main"
"""Key of the happening that the article reports."""
LEAD = 4
"""Paragraphs, the headline among them, that tell what an article is about."""
NEWS_SPAN = 21
"""Days around the main happening within which what is told still belongs to it."""

_DENIALS = frozenset({"not", "deny"})
"""Turns by which a claim says that something is not so."""


def annotate(
    document: Document, paragraphs: tuple[Paragraph, ...], claims: tuple[Claim, ...], words: Words
) -> tuple[Claim, ...]:
    """The claims with their events and polarity, in the order given.

    An article reports one main happening, dated by its lead or its publication. A claim
    with another time is about another; a claim without a time keeps to the one before it
    in its paragraph, and to the main one where there is none. ``words`` are those of the
    document.
    """
    lex = lexicon(document.language)
    if lex is None:
        return claims
    main = _main_date(document, claims)
    known: dict[int, tuple[str, When | None]] = {}
    terms = _terms(words, lex)
    found = []
    for claim in claims:
        entries = terms.telling(claim.span)
        instance, when = _instance(claim, main, known.get(claim.paragraph))
        if claim.when is not None and claim.paragraph < len(paragraphs):
            known[claim.paragraph] = (instance, when)
        event = Event(
            _families(entries, lex),
            instance,
            when,
            tuple(sorted({lex.name(place) for place in claim.where})),
            _participants(entries, lex),
        )
        polarity = _polarity(terms.turns(claim.span))
        found.append(_annotated(claim, event, polarity))
    return tuple(found)


def _annotated(claim: Claim, event: Event, polarity: Polarity) -> Claim:
    """A claim of the program with its event and polarity."""
    return Claim(
        claim.id,
        claim.document,
        claim.span,
        claim.quote,
        claim.kind,
        claim.sentence,
        claim.paragraph,
        claim.attributed_to,
        claim.figures,
        claim.when,
        claim.where,
        claim.names,
        event,
        polarity,
        claim.restates,
        claim.rule,
    )


@dataclass(frozen=True, slots=True)
class _Terms:
    """What the lexicon knows of a document's words, signs aside."""

    starts: Sequence[int]
    """Where each word stands in the text."""
    entries: Sequence[Entry]
    told: Sequence[int]
    """Numbers of the words that name somebody or a family."""
    turned: Sequence[int]
    """Numbers of the words that may turn a statement round."""
    turning: dict[int, str]
    """What those do that turn one with the word behind them, or alone."""

    def telling(self, span: Span) -> list[Entry]:
        """What is known of the words in a stretch that name somebody or a family."""
        first = bisect_left(self.starts, span.start)
        begin = bisect_left(self.told, first)
        end = bisect_left(self.told, bisect_left(self.starts, span.end, first), begin)
        return [self.entries[n] for n in self.told[begin:end]]

    def turns(self, span: Span) -> set[str]:
        """How the words of a stretch turn what it states."""
        begin = bisect_left(self.turned, bisect_left(self.starts, span.start))
        last = bisect_left(self.starts, span.end) - 1
        end = bisect_left(self.turned, last + 1, begin)
        # The last word of a stretch makes no pair with the one behind it.
        return {
            self.turning.get(n, "") if n < last else self.entries[n].cue
            for n in self.turned[begin:end]
        }


def _terms(words: Words, lex: Lexicon) -> _Terms:
    """The words of a document as the lexicon knows them."""
    numbers = [n for n, word in enumerate(words.written) if word[0].isalnum()]
    terms = [words.written[n] for n in numbers]
    entries = list(map(lex.entry, terms))
    turning = lex.turns(terms)
    return _Terms(
        [words.starts[n] for n in numbers],
        entries,
        [n for n, entry in enumerate(entries) if entry.families or entry.kind == "name"],
        sorted(turning.keys() | {n for n, entry in enumerate(entries) if entry.cue}),
        turning,
    )


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


def _families(entries: Iterable[Entry], lex: Lexicon) -> tuple[str, ...]:
    found = {family for entry in entries for family in entry.families}
    return tuple(sorted(found & lex.happenings))


def _participants(entries: Iterable[Entry], lex: Lexicon) -> tuple[str, ...]:
    found = {entry.key for entry in entries if entry.kind == "name"}
    groups = {family for entry in entries for family in entry.families}
    return tuple(sorted(found | (groups & lex.persons)))


def _polarity(cues: set[str]) -> Polarity:
    if "unclear" in cues:
        return "unclear"
    return "asserted" if cues.isdisjoint(_DENIALS) else "denied"
