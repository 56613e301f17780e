"""Places named in a text, from a small gazetteer of the language pack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from variorum.claims.words import Words, among, fold
from variorum.languages import pack
from variorum.languages.typography import Typography, typography


class _Place(NamedTuple):
    """A place in a text."""

    last: int
    """Its last word."""
    written: str
    """As the article writes it."""


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    by_head: dict[str, tuple[tuple[str, ...], ...]]
    """First folded word -> the names that begin with it, longest first, each as its words.
    Filed also under the word as an owner."""
    ambiguous: frozenset[tuple[str, ...]]
    typography: Typography


@cache
def _gazetteer(language: str) -> _Gazetteer | None:
    source = pack(language)
    try:
        tables = source.table("places") if source else None
    except FileNotFoundError:
        tables = None
    if tables is None:
        return None
    written = typography(language)
    forms = (
        written.parts(fold(form))
        for table in ("regions", "cities", "countries")
        for name, variants in tables[table].items()
        for form in (name, *variants)
    )
    named = {row for row in forms if any(map(str.isalpha, row))}
    by_head: dict[str, tuple[tuple[str, ...], ...]] = {}
    owners = [ending for ending, stays in written.possessives if not stays]
    for row in sorted(named, key=lambda row: (-len(row), row)):
        for head in (row[0], *(row[0] + ending for ending in owners)):
            if written.owned(head) == row[0]:
                by_head[head] = (*by_head.get(head, ()), row)
    ambiguous = frozenset(written.parts(fold(name)) for name in tables["ambiguous"])
    return _Gazetteer(by_head, ambiguous, written)


def heads(language: str) -> frozenset[str]:
    """Folded words with which the name of a place may begin."""
    gazetteer = _gazetteer(language)
    return frozenset(gazetteer.by_head) if gazetteer else frozenset()


def named(words: Words, edges: tuple[int, int], language: str) -> tuple[str, ...]:
    """The places named from one word to another, both included, each once, in order."""
    span, gazetteer = range(edges[0], edges[1] + 1), _gazetteer(language)
    if gazetteer is None:
        return ()
    found: list[_Place] = []
    for n in among(words.places, span):
        if not found or n > found[-1].last:
            place = _at(words, n, span, gazetteer)
            found += [place] if place else []
    return tuple(dict.fromkeys([place.written for place in found]))


def _at(words: Words, n: int, span: range, gazetteer: _Gazetteer) -> _Place | None:
    for row in gazetteer.by_head[words.folded[n]]:
        last = n + len(row) - 1
        if last >= span.stop:
            continue
        rest = words.folded[n + 1 : last + 1]
        if rest and tuple(map(gazetteer.typography.owned, rest)) != row[1:]:
            continue
        if not _capital(words, n, last):
            continue
        if row in gazetteer.ambiguous and _after_name(words, n, span):
            return None
        where = words.span(n, last)
        written = words.text[where.start : where.end]
        return _Place(last, gazetteer.typography.owned(written))
    return None


def _capital(words: Words, n: int, last: int) -> bool:
    """Whether a short name is written in capitals ("US", not "us")."""
    first = words.written[n]
    return len(first) > 2 or first.isupper() or n < last


def _after_name(words: Words, n: int, span: range) -> bool:
    before = words.written[n - 1] if n - 1 > span.start else ""
    return before[:1].isupper() and before[1:].islower()
