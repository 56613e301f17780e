"""What leads a search on where words alone do not: the matters, and the words there are.

``search/matters.json`` holds the matters by their titles and the words of their summaries and
passages, and what the foremost origins are worth;
``search/words.json`` the archive's words by how many articles hold them, so that a misspelt
one leads to its neighbour. Both stay small, whatever the archive's size.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypedDict

from variorum import prose
from variorum.marks import typographic
from variorum.model import Claim
from variorum.views.index import Index
from variorum.views.names import gather
from variorum.views.numerals import notations, numerals
from variorum.views.people import speakers_of
from variorum.views.reliance import reliance
from variorum.views.whence import origins_of

MATTERS, WORDS = "search/matters.json", "search/words.json"
FEW = 200
"""Matters up to which every search reads them; of more, only one that needs them."""
_ROOM = 100_000
"""Characters of a file at most: about 35 KB, packed."""
_SHORTEST = 5
"""Letters of a word that is worth correcting: of shorter ones too many are neighbours."""
_LONGEST = 24
_LETTERS = re.compile(r"[^\W\d_]+")

Row = tuple[str, str, str, str, str]
"""Slug, title, further words and figures of the summary, further ones of the passages and who
says them, sharpest status."""


class Matters(TypedDict):
    """The file of matters."""

    common: tuple[str, ...]
    """Words that tell nothing of what is asked."""
    rows: tuple[Row, ...]
    origins: Mapping[str, int]
    """The foremost origins and the place of what each is worth."""
    worth: tuple[str, ...]


def matters(index: Index) -> Matters:
    """The matters, editors' first; where they are too many, their titles, then the first."""
    common = tuple(sorted(set(index.words.table["search"]["common"].split())))
    rows = tuple(_rows(index, frozenset(common)))
    if _size(rows) > _ROOM:
        rows = tuple((slug, title, told, "", status) for slug, title, told, _, status in rows)
    if _size(rows) > _ROOM:
        rows = tuple((slug, title, "", "", status) for slug, title, _, _, status in rows)
    room = _ROOM
    for at, row in enumerate(rows):
        room -= _size((row,))
        if room < 0:
            rows = rows[:at]
            break
    worth = {
        typographic(one.name): reliance(index, one)
        for one in tuple(gather(index).origins.values())[:FEW]
        if one.named
    }
    said = {words: place for place, words in enumerate(dict.fromkeys(worth.values()))}
    return Matters(
        common=common,
        rows=rows,
        origins={name: said[words] for name, words in worth.items()},
        worth=tuple(said),
    )


def _size(rows: Iterable[Row]) -> int:
    return sum(len(part) + 3 for row in rows for part in row)


def _rows(index: Index, common: frozenset[str]) -> Iterator[Row]:
    language = index.words.language
    for matter in index.archive.matters:
        title = set(_words(matter.title))
        summary = prose.plain(matter.summary)
        told = {*_words(summary), *_figures(summary, language)} - title - common
        claims = [index.claims[claim] for claim in matter.claims if claim in index.claims]
        held = {word for claim in claims for word in _passage(index, claim)}
        statuses = [index.status(claim.id) for claim in claims]
        yield (
            matter.slug,
            typographic(matter.title),
            " ".join(sorted(told)),
            " ".join(sorted(held - told - title - common)),
            "conflicts" if "conflicts" in statuses else "",
        )


def _passage(index: Index, claim: Claim) -> Iterator[str]:
    """The words and figures of a passage, and the names of whose it is."""
    for text in (claim.quote, *speakers_of(index, claim), *origins_of(index, claim)):
        yield from _words(text)
    yield from _figures(claim.quote, index.documents[claim.document].language)
    for figure in claim.figures:
        yield from notations(figure.low, figure.high)


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in _LETTERS.findall(text))


def _figures(text: str, language: str) -> Iterator[str]:
    """Figures in the one notation of the index."""
    return (value for number in numerals(text, language) for value in number.values)


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
