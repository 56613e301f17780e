"""What leads a search on where words alone do not: the matters, and the words there are.

``search/matters.json`` holds the matters by their titles and the words of their summaries,
``search/words.json`` the archive's words by how many articles hold them, so that a misspelt
one leads to its neighbour. Both stay small, whatever the archive's size.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypedDict

from variorum import prose
from variorum.marks import typographic
from variorum.views.index import Index

MATTERS, WORDS = "search/matters.json", "search/words.json"
FEW = 200
"""Matters up to which every search reads them; of more, only one that needs them."""
_ROOM = 100_000
"""Characters of a file at most: about 35 KB, packed."""
_SHORTEST = 5
"""Letters of a word that is worth correcting: of shorter ones too many are neighbours."""
_LONGEST = 24
_LETTERS = re.compile(r"[^\W\d_]+")

Row = tuple[str, str, str, str]
"""Slug, title, further words of the summary, sharpest status."""


class Matters(TypedDict):
    """The file of matters."""

    common: tuple[str, ...]
    """Words that tell nothing of what is asked."""
    rows: tuple[Row, ...]


def matters(index: Index) -> Matters:
    """The matters, editors' first; where they are too many, their titles, then the first."""
    common = tuple(sorted(set(index.words.table["search"]["common"].split())))
    rows = tuple(_rows(index, frozenset(common)))
    if _size(rows) > _ROOM:
        rows = tuple((slug, title, "", status) for slug, title, _, status in rows)
    room = _ROOM
    for at, row in enumerate(rows):
        room -= _size((row,))
        if room < 0:
            return Matters(common=common, rows=rows[:at])
    return Matters(common=common, rows=rows)


def _size(rows: Iterable[Row]) -> int:
    return sum(len(part) + 3 for row in rows for part in row)


def _rows(index: Index, common: frozenset[str]) -> Iterator[Row]:
    for matter in index.archive.matters:
        title = {word.casefold() for word in _LETTERS.findall(matter.title)}
        summary = (word.casefold() for word in _LETTERS.findall(prose.plain(matter.summary)))
        words = dict.fromkeys(w for w in summary if w not in title and w not in common)
        statuses = [index.status(claim) for claim in matter.claims]
        sharpest = "conflicts" if "conflicts" in statuses else ""
        yield matter.slug, typographic(matter.title), " ".join(sorted(words)), sharpest


def words(articles: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """The words of these texts, those in most articles first.

    Each line holds the words of half as many articles as the line before, by the alphabet. A
    word that is never written small keeps its capital.
    """
    held: Counter[str] = Counter()
    written: dict[str, str] = {}
    for texts in articles:
        found = {word for text in texts for word in _LETTERS.findall(text)}
        for word in found:
            small = word.casefold()
            if word == small or small not in written:
                written[small] = word
            elif written[small] != small:
                written[small] = min(written[small], word, key=lambda form: (form.isupper(), form))
        held.update({word.casefold() for word in found})
    lines: dict[int, list[str]] = {}
    room = _ROOM
    for word, n in sorted(held.items(), key=lambda row: (-row[1].bit_length(), row[0])):
        if not _SHORTEST <= len(word) <= _LONGEST:
            continue
        room -= len(word) + 1
        if room < 0:
            break
        lines.setdefault(n.bit_length(), []).append(written[word])
    return tuple(" ".join(line) for line in lines.values())
