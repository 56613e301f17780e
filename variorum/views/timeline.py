"""The timeline: what happened when, as the sources tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.model import Claim, When
from variorum.views.coverage import Coverage, bars, coverage
from variorum.views.frame import PAGE, Link, Page, frame, link, paged, slices
from variorum.views.index import RANK, Index, when_key
from variorum.views.lists import shelved
from variorum.views.passages import Quotation, quotation
from variorum.views.shelves import (
    ALONE,
    Leaf,
    Shelf,
    Steps,
    by_period,
    calendar,
    flat,
    label,
    leaves,
    month,
    part,
)

_SHOWN = 20
"""Passages of a day that stand among other days; more have a page of their own."""
_MOST_TOLD = 12
"""Days told of most that the first page of a long timeline shows."""
_FEW = 5
"""Passages of each of them."""


@dataclass(frozen=True, slots=True)
class Day:
    """What the sources say happened on a day, in a month or over a period."""

    id: str
    date: str
    passages: tuple[Quotation, ...]
    """Sharpest first."""
    all: Link | None
    """Leads to all of them where not all stand here."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A page of the timeline."""

    title: str
    lede: str
    back: Link | None
    """From a day to the page it stands on; None elsewhere."""
    coverage: Coverage | None
    """When the articles were published; on the first page only."""
    bars: Coverage | None
    """How many days of each month are told of, where the list is divided by month."""
    heading: str
    """What part of the timeline stands here, in words; empty where it is all of it."""
    days: tuple[Day, ...]
    none: str
    """What stands instead where there are no days."""
    steps: Steps


@dataclass(frozen=True, slots=True)
class _Dated:
    """A day or period, and the claims about it, sharpest first."""

    when: When
    claims: tuple[Claim, ...]

    @property
    def key(self) -> str:
        """Its place in an address: a day, or the two ends of a period."""
        first, last = self.when.earliest[:10], self.when.latest[:10]
        return first if first == last else f"{first}--{last}"


def timeline(index: Index) -> Iterator[Page]:
    """Every page of the timeline: the whole or the days told of most, years or months, days."""
    days = _days(index)
    long = len(days) > PAGE
    shelves = by_period((month(day.when), day) for day in days) if long else []
    pages = leaves("timeline", shelves)
    home = {day.key: leaf.path for leaf in pages for day in leaf.items}
    yield _front(index, days, shelves, home)
    for at, leaf in enumerate(pages):
        yield _period(index, shelves, pages, at, leaf)
    for day in days:
        if len(day.claims) > _SHOWN:
            yield from _alone(index, day, home.get(day.key, "timeline/index.html"))


def _days(index: Index) -> list[_Dated]:
    """Every day and period that a claim is about, by date."""
    dated: dict[tuple[str, str], list[Claim]] = {}
    for claim in index.archive.claims:
        when = claim.when
        if when and (when.earliest or when.latest) and not claim.restates:
            key = (when.earliest[:10], when.latest[:10])
            dated.setdefault(key, []).append(claim)
    found = []
    for _, claims in sorted(dated.items(), key=lambda row: (row[0][0] or row[0][1], row[0][1])):
        ranked = _varied(
            sorted(claims, key=lambda c: (RANK[index.status(c.id)], c.document, c.span))
        )
        assert ranked[0].when is not None
        found.append(_Dated(ranked[0].when, tuple(ranked)))
    return found


def _varied(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with those that repeat another's words after the others."""
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(claim.quote.casefold(), claim)
    return sorted(claims, key=lambda claim: first[claim.quote.casefold()] is not claim)


def _front(
    index: Index,
    days: Sequence[_Dated],
    shelves: Sequence[Shelf[_Dated]],
    home: Mapping[str, str],
) -> Page:
    """The first page: all days, or the way to them and those told of most."""
    here, words = "timeline/index.html", index.words
    documents = sorted(index.archive.documents, key=when_key)
    some, shown = days, _SHOWN
    if shelves:
        ranked = sorted(range(len(days)), key=lambda at: (-len(days[at].claims), at))
        some, shown = [days[at] for at in sorted(ranked[:_MOST_TOLD])], _FEW
    held = Counter(month(day.when) for day in days)
    view = TimelineView(
        title=words.say("timeline.title"),
        lede=words.say("timeline.lede"),
        back=None,
        coverage=coverage(index, documents, shelved(documents), here),
        bars=bars(index, "timeline", held, shelves, here) if shelves else None,
        heading=words.say("timeline.most" if shelves else "timeline.events"),
        days=tuple(_day(index, day, here, shown, home.get(day.key, here)) for day in some),
        none=words.say("timeline.none" if documents else "home.empty"),
        steps=Steps(None, None, calendar(index, "timeline", shelves, here)) if shelves else ALONE,
    )
    return Page(here, "timeline.html", frame(index, here, view.title), view)


def _period(
    index: Index,
    shelves: Sequence[Shelf[_Dated]],
    pages: Sequence[Leaf[_Dated]],
    at: int,
    leaf: Leaf[_Dated],
) -> Page:
    """A page of the days of a year or a month."""
    here = leaf.path
    told = part(index, "timeline", "timeline.dates", shelves, pages, at)
    held = Counter(month(day.when) for day in told.year)
    view = TimelineView(
        title=told.title,
        lede=told.lede,
        back=None,
        coverage=None,
        bars=bars(index, "timeline", held, shelves, here) if told.year else None,
        heading=told.heading,
        days=tuple(_day(index, day, here, _SHOWN, here) for day in leaf.items),
        none="",
        steps=told.steps,
    )
    return Page(here, "timeline.html", frame(index, here, told.title), view)


def _alone(index: Index, day: _Dated, home: str) -> Iterator[Page]:
    """The pages of a day that has more passages than stand among other days."""
    words = index.words
    paths = paged(f"timeline/on/{day.key}", len(day.claims))
    name = words.when(day.when)
    for n, here in enumerate(paths, 1):
        title = words.say(
            "shelf.title",
            list=words.say("timeline.title"),
            part=label(index, name, n, len(paths)),
        )
        claims = day.claims[slices(len(day.claims))[n - 1]]
        held = Day(
            f"d-{day.key}",
            words.when(day.when, "short"),
            tuple(quotation(index, claim, here) for claim in claims),
            None,
        )
        view = TimelineView(
            title=title,
            lede=words.count("n.passages", len(day.claims)),
            back=Link(words.say("timeline.back"), link(here, home, f"d-{day.key}")),
            coverage=None,
            bars=None,
            heading="",
            days=(held,),
            none="",
            steps=flat(index, paths, n),
        )
        yield Page(here, "timeline.html", frame(index, here, title), view)


def _day(index: Index, day: _Dated, here: str, shown: int, home: str) -> Day:
    """A day as it stands among others: its sharpest passages, and the way to the rest.

    ``home`` is the page on which it stands with as many as any page of days shows.
    """
    words, total = index.words, len(day.claims)
    id = f"d-{day.key}"
    whole = link(here, _path(day)) if total > _SHOWN else link(here, home, id)
    return Day(
        id,
        words.when(day.when, "short"),
        tuple(quotation(index, claim, here) for claim in day.claims[:shown]),
        Link(words.say("timeline.all", n=words.number(total)), whole) if total > shown else None,
    )


def _path(day: _Dated) -> str:
    """File of the first page of a day that has pages of its own."""
    return f"timeline/on/{day.key}/index.html"
