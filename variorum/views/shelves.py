"""Long lists in pages: what each page holds, its address, and how it leads to the others.

A list is divided by what its entries are, never by how many stand before them: articles and
days by year and month, names by letter, matters by status. A part of more than fifty goes on
in numbered pages, oldest first or by alphabet. So a new entry moves others only within its
own month, letter or status, and an address once given goes on answering.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from variorum.model import When
from variorum.views.frame import PAGE, Link, link, paged, slices
from variorum.views.index import Index

UNDATED = "undated"
"""The shelf of what has no date."""
_MONTH = 31
"""Days of a period up to which it stands under the month in which it begins."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf(Generic[T]):
    """A part of a list that has an address of its own."""

    key: str
    """``2031``, ``2031-03``, a letter, a status, or ``undated``."""
    items: tuple[T, ...]
    """Empty where a year only leads to its months."""


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a shelf."""

    path: str
    key: str
    n: int
    """Which page of its shelf, from 1."""
    last: int
    items: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A link to a part of a list."""

    label: str
    count: str
    """How many entries; empty for a mere page."""
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Parts of one kind: the years, the months of a year, the letters, the pages."""

    label: str
    places: tuple[Place, ...]
    within: bool = True
    """Whether they are parts of the list on whose pages it stands, and lead to it there."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How a page of a list leads to the others."""

    previous: Link | None
    next: Link | None
    rows: tuple[Row, ...]


ALONE = Steps(None, None, ())
"""A list of one page."""


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """What a page of a year or a month says of itself."""

    title: str
    lede: str
    """How many entries stand under the months of a year; otherwise empty."""
    heading: str
    """That what stands here has no known month; otherwise empty."""
    year: tuple[T, ...]
    """All entries of a year that is divided by month; otherwise empty."""
    steps: Steps


def month(when: When | None) -> str:
    """The shelf of a date: its month, its year where it is no surer, or that it has none."""
    if when is None or not (when.earliest or when.latest):
        return UNDATED
    first = when.earliest or when.latest
    if when.precision == "year" or _days(when) > _MONTH:
        return first[:4]
    return first[:7]


def _days(when: When) -> int:
    """Days of a period; none where an end is open."""
    if not (when.earliest and when.latest):
        return 0
    first, last = (date.fromisoformat(end[:10]) for end in (when.earliest, when.latest))
    return (last - first).days


def by_period(items: Iterable[tuple[str, T]]) -> list[Shelf[T]]:
    """Entries, each with its ``month``, by year; a year of more than a page also by month.

    The order within a shelf is that of the entries; undated ones come last.
    """
    years: dict[str, list[tuple[str, T]]] = {}
    for key, item in items:
        years.setdefault(key if key == UNDATED else key[:4], []).append((key, item))
    found: list[Shelf[T]] = []
    for year in sorted(years):
        rows = years[year]
        if len(rows) <= PAGE or year == UNDATED:
            found.append(Shelf(year, tuple(item for _, item in rows)))
            continue
        months: dict[str, list[T]] = {year: []}
        for key, item in rows:
            months.setdefault(key, []).append(item)
        found += [Shelf(key, tuple(months[key])) for key in sorted(months)]
    return found


def leaves(folder: str, shelves: Iterable[Shelf[T]]) -> list[Leaf[T]]:
    """The pages of these shelves in order, at least one for each."""
    found = []
    for shelf in shelves:
        start = shelf_path(folder, shelf.key).removesuffix("/index.html")
        paths = paged(start, len(shelf.items))
        for n, path in enumerate(paths, 1):
            items = shelf.items[slices(len(shelf.items))[n - 1]]
            found.append(Leaf(path, shelf.key, n, len(paths), items))
    return found


def period(index: Index, key: str) -> str:
    """A shelf of time in words."""
    if key == UNDATED:
        return index.words.say("shelf.undated")
    return index.words.when(When(key, key, "month" if len(key) > 4 else "year"))


def label(index: Index, name: str, n: int, last: int) -> str:
    """A page of a shelf in words."""
    if last == 1:
        return name
    return index.words.say("shelf.page_of", part=name, n=n, last=last)


def steps(
    index: Index,
    pages: Sequence[Leaf[T]],
    at: int,
    rows: Sequence[Row],
    named: Callable[[str], str],
) -> Steps:
    """How the ``at``-th of these pages leads to the others; ``named`` words a shelf."""
    here = pages[at]

    def step(to: int) -> Link | None:
        if not 0 <= to < len(pages):
            return None
        there = pages[to]
        return Link(
            label(index, named(there.key), there.n, there.last), link(here.path, there.path)
        )

    own = [leaf.path for leaf in pages if leaf.key == here.key]
    return Steps(step(at - 1), step(at + 1), (*rows, *_pages(index, own, here.path)))


def part(
    index: Index,
    folder: str,
    counted: str,
    shelves: Sequence[Shelf[T]],
    pages: Sequence[Leaf[T]],
    at: int,
) -> Part[T]:
    """The ``at``-th page of a list by year and month; ``counted`` words its entries."""
    leaf, words = pages[at], index.words
    name = label(index, period(index, leaf.key), leaf.n, leaf.last)
    year = divided(shelves, leaf.key)
    rows = calendar(index, folder, shelves, leaf.path, leaf.key)
    return Part(
        title=words.say("shelf.title", list=words.say(f"{folder}.title"), part=name),
        lede=words.say("shelf.by_month", n=words.count(counted, len(year))) if year else "",
        heading=words.say("shelf.no_month") if year and leaf.items else "",
        year=year,
        steps=steps(index, pages, at, rows, lambda key: period(index, key)),
    )


def flat(index: Index, paths: Sequence[str], n: int) -> Steps:
    """How the ``n``-th of these numbered pages leads to the others."""
    here = paths[n - 1]

    def step(to: int) -> Link | None:
        if not 1 <= to <= len(paths):
            return None
        name = index.words.say("shelf.page", n=to)
        return Link(name, link(here, paths[to - 1]))

    return Steps(step(n - 1), step(n + 1), _pages(index, paths, here))


def _pages(index: Index, paths: Sequence[str], here: str) -> tuple[Row, ...]:
    """The numbered pages of a shelf as a row; none where there is one page."""
    if len(paths) < 2:
        return ()
    places = tuple(
        Place(str(n), "", link(here, path), path == here) for n, path in enumerate(paths, 1)
    )
    return (Row(index.words.say("shelf.pages"), places),)


def row(
    index: Index,
    label: str,
    folder: str,
    counts: Mapping[str, tuple[str, int]],
    here: str,
    current: str = "",
) -> Row:
    """Shelves as a row of links; ``counts`` holds the words and the entries of each key."""
    number = index.words.number
    return Row(
        label,
        tuple(
            Place(name, number(n), link(here, shelf_path(folder, key)), key == current)
            for key, (name, n) in counts.items()
        ),
    )


def shelf_path(folder: str, key: str) -> str:
    """File of the first page of a shelf."""
    return f"{folder}/under/{key}/index.html"


def calendar(
    index: Index, folder: str, shelves: Sequence[Shelf[T]], here: str, current: str = ""
) -> tuple[Row, ...]:
    """The years of a list, and the months of the year that ``current`` is or lies in."""
    words = index.words
    years: dict[str, tuple[str, int]] = {}
    for shelf in shelves:
        year = _year(shelf.key)
        years[year] = (period(index, year), years.get(year, ("", 0))[1] + len(shelf.items))
    shown = _year(current)
    rows = [row(index, words.say("shelf.years"), folder, years, here, shown)]
    names = words.table["date"]["long"]["months"]
    months = {
        shelf.key: (names[int(shelf.key[5:7]) - 1], len(shelf.items))
        for shelf in shelves
        if shelf.key != shown == _year(shelf.key)
    }
    if months:
        label = words.say("shelf.months", year=shown)
        rows.append(row(index, label, folder, months, here, current))
    return tuple(rows)


def divided(shelves: Sequence[Shelf[T]], key: str) -> tuple[T, ...]:
    """All that stands under the months of a year; empty for any other shelf."""
    inside = [shelf for shelf in shelves if _year(shelf.key) == key]
    return tuple(item for shelf in inside for item in shelf.items) if len(inside) > 1 else ()


def _year(key: str) -> str:
    return key if key == UNDATED else key[:4]
