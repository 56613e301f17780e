"""The words of the index with the places at which they stand, as ``positions`` counts them.

Pagefind numbers its pages by no order of the archive's; the new index has them in that of their
articles, which makes the list of pages, for which each first search waits, a tenth smaller.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from variorum.positions import LENGTHS, Page, Places

_FIGURE = re.compile(r"\d+(?:p\d+)?(?:to\d+(?:p\d+)?)?")
"""A figure in its one notation."""
_WEIGHT = -25
"""What opens a run of places of the usual weight."""
_Row = tuple[int, tuple[int, ...], tuple[int, ...]]
"""A page, the places of a word in it, and those in its metadata."""


def rewritten(
    rows: Iterable[tuple[Any, ...]], pages: Sequence[Page], order: Mapping[int, int]
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The words of one chunk of Pagefind's with their new places, without its figures.

    A row is (word, occurrences, (spelling, occurrences) for each spelling with accents). The
    pages stand as Pagefind has them; ``order`` is the place of each among those of the new index.
    """
    for word, found, spellings in rows:
        if not any(map(str.isalpha, word)) or _FIGURE.fullmatch(word):
            continue
        length = min(len(word), LENGTHS - 1)
        kept = _occurrences(found, pages, order, length)
        spelt = tuple((s, _occurrences(rows, pages, order, length)) for s, rows in spellings)
        if kept or any(rows for _, rows in spelt):
            yield word, (word, kept, tuple(row for row in spelt if row[1]))


def _occurrences(
    found: Iterable[tuple[Any, ...]], pages: Sequence[Page], order: Mapping[int, int], length: int
) -> tuple[_Row, ...]:
    """(step from the page before, places, places in the metadata) of each page."""
    out: list[_Row] = []
    page = 0
    for step, places, meta in found:
        page += step
        new = tuple(_moved(places, pages[page].places, length))
        if new:
            out.append((order[page], new, meta))
    return _stepped(out)


def _stepped(rows: Iterable[_Row]) -> tuple[_Row, ...]:
    """Rows by their pages, each told by its distance from the one before."""
    out, last = [], 0
    for page, places, meta in sorted(rows, key=itemgetter(0)):
        out.append((page - last, places, meta))
        last = page
    return tuple(out)


def _moved(places: Iterable[int], of: Sequence[Places], length: int) -> Iterator[int]:
    """Places come in runs of one weight; a negative number opens a run, and each place of
    a run is told by its distance from the one before."""
    runs: list[tuple[int, set[int]]] = [(_WEIGHT, set())]
    at = 0
    for number in places:
        if number < 0:
            runs.append((number, set()))
            at = 0
        else:
            at += number
            if at < len(of):
                runs[-1][1].update(of[at])
    for weight, run in runs:
        if run:
            yield from (weight, *_steps(run, length))


def _steps(places: Iterable[int], length: int) -> Iterator[int]:
    last = 0
    for place in sorted(places):
        number = place * LENGTHS + length
        yield number - last
        last = number


def gained(pages: Sequence[Page]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The words that the pages gain, each as ``rewritten`` gives it, in order.

    The pages stand in the order of the new index.
    """
    found: dict[str, list[int]] = {}
    for n, page in enumerate(pages):
        for word in page.gained:
            found.setdefault(word, []).append(n)
    for word in sorted(found):
        length = min(len(word), LENGTHS - 1)
        rows = [(n, (_WEIGHT, *_steps(pages[n].gained[word], length)), ()) for n in found[word]]
        yield word, (word, _stepped(rows), ())
