"""The words of the index with the places at which they stand, as ``positions`` counts them.

Pagefind looks up each page it found among all pages of a word, so that its time grows with the
square of their number. So a page of the new index is a group of articles that follow each other
in the archive's order, told apart by the numbers of their sentences: each has room for as many
as the longest of the group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from variorum.positions import LENGTHS, Page, Reader

_FIGURE = re.compile(r"\d+(?:p\d+)?(?:to\d+(?:p\d+)?)?")
"""A figure in its one notation."""
_WEIGHT = -25
"""What opens a run of places of the usual weight."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that are one page of the index."""

    first: int
    """Number of the first of them."""
    stride: int
    """Sentences from one article to the next."""
    words: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A page as Pagefind read it, and where it stands in the new index."""

    page: Page
    group: int
    shift: int
    """What its places grow by."""


def placed(pages: Sequence[tuple[int, Page]], reader: Reader) -> tuple[list[Placed], list[Group]]:
    """Where each of these pages stands, told with the numbers of their articles; the groups."""
    groups: list[Group] = []
    found = {}
    for rows in _grouped(sorted(pages, key=itemgetter(0)), reader.room):
        first, stride = rows[0][0], _stride(rows)
        for number, page in rows:
            shift = reader.place((number - first) * stride, 0, 0, 0)
            found[number] = Placed(page, len(groups), shift)
        groups.append(Group(first, stride, sum(len(page.places) for _, page in rows)))
    return [found[number] for number, _ in pages], groups


def _grouped(rows: Iterable[tuple[int, Page]], room: int) -> Iterator[list[tuple[int, Page]]]:
    """Pages in order, as many together as find room."""
    held: list[tuple[int, Page]] = []
    longest = 0
    for row in rows:
        longest = max(longest, row[1].sentences)
        if held and (row[0] - held[0][0] + 1) * longest > room:
            yield held
            held, longest = [], row[1].sentences
        held.append(row)
    if held:
        yield held


def _stride(rows: Iterable[tuple[int, Page]]) -> int:
    return max(1, *(page.sentences for _, page in rows))


def rewritten(
    rows: Iterable[tuple[Any, ...]], pages: Sequence[Placed]
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The words of one chunk of Pagefind's with their new places, without its figures.

    A row is (word, occurrences, (spelling, occurrences) for each spelling with accents). The
    pages stand as Pagefind has them.
    """
    for word, found, spellings in rows:
        if not any(map(str.isalpha, word)) or _FIGURE.fullmatch(word):
            continue
        kept = _occurrences(word, _moved(found, pages))
        spelt = tuple((s, _occurrences(word, _moved(rows, pages))) for s, rows in spellings)
        if kept or any(rows for _, rows in spelt):
            yield word, (word, kept, tuple(row for row in spelt if row[1]))


def gained(pages: Sequence[Placed]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The words that the pages gain, each as ``rewritten`` gives it, in order."""
    found: dict[str, list[Placed]] = {}
    for placed in pages:
        for word in placed.page.gained:
            found.setdefault(word, []).append(placed)
    for word in sorted(found):
        held = ((p.group, p.shift + place) for p in found[word] for place in p.page.gained[word])
        yield word, (word, _occurrences(word, held), ())


def _moved(found: Iterable[tuple[Any, ...]], pages: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """(group, place) of each occurrence of a word."""
    at = 0
    for step, places, _ in found:
        at += step
        placed = pages[at]
        words = placed.page.places
        for word in _told(places):
            if word < len(words):
                for place in words[word]:
                    yield placed.group, placed.shift + place


def _told(places: Iterable[int]) -> Iterator[int]:
    """Places come in runs of one weight; a negative number opens a run, and each place of
    a run is told by its distance from the one before."""
    at = 0
    for number in places:
        at = 0 if number < 0 else at + number
        if number >= 0:
            yield at


def _occurrences(word: str, held: Iterable[tuple[int, int]]) -> tuple[tuple[Any, ...], ...]:
    """(step from the group before, places, places in the metadata) of each group.

    All have one weight: the search page ranks by what the places say (``find.js``).
    """
    length = min(len(word), LENGTHS - 1)
    by_group: dict[int, set[int]] = {}
    for group, place in held:
        by_group.setdefault(group, set()).add(place)
    out, last = [], 0
    for group in sorted(by_group):
        out.append((group - last, (_WEIGHT, *_steps(by_group[group], length)), ()))
        last = group
    return tuple(out)


def _steps(places: Iterable[int], length: int) -> Iterator[int]:
    last = 0
    for place in sorted(places):
        number = place * LENGTHS + length
        yield number - last
        last = number
