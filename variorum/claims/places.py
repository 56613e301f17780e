"""Places named in a text, from a small gazetteer of the language pack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from variorum.claims.words import Words, cut
from variorum.languages import pack
from variorum.languages.typography import Typography, typography


@dataclass(frozen=True, slots=True)
class Place:
    """A place that words ``first`` to ``last`` name."""

    first: int
    last: int
    written: str
    """As the article writes it."""


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    by_head: dict[str, tuple[tuple[str, ...], ...]]
    """First folded word -> the names that begin with it, longest first, each as its words.
    Filed also under the word as an owner."""
    preferred: dict[tuple[str, ...], str]
    """Folded words of a name or variant -> its preferred name."""
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
    preferred: dict[tuple[str, ...], str] = {}
    for table in ("regions", "cities", "countries"):
        for name, variants in tables[table].items():
            for form in (name, *variants):
                preferred[tuple(cut(form, language).folded)] = name
    heads: dict[str, list[tuple[str, ...]]] = {}
    written = typography(language)
    owners = [ending for ending, stays in written.possessives if not stays]
    for words in sorted(preferred, key=lambda words: (-len(words), words)):
        for head in (words[0], *(words[0] + ending for ending in owners)):
            heads.setdefault(head, []).append(words)
    ambiguous = frozenset(tuple(cut(name, language).folded) for name in tables["ambiguous"])
    by_head = {head: tuple(rows) for head, rows in heads.items()}
    return _Gazetteer(by_head, preferred, ambiguous, written)


def find(words: Words, span: range, language: str) -> tuple[Place, ...]:
    """The places among the words of a sentence, in order."""
    gazetteer = _gazetteer(language)
    if gazetteer is None:
        return ()
    found: list[Place] = []
    heads, last = gazetteer.by_head, -1
    for n, word in enumerate(words.folded[span.start : span.stop], span.start):
        if word in heads and n > last and words.text[words.starts[n]].isupper():
            place = _at(words, n, span, heads[word], gazetteer)
            if place:
                found.append(place)
                last = place.last
    return tuple(found)


def _at(
    words: Words,
    n: int,
    span: range,
    rows: tuple[tuple[str, ...], ...],
    gazetteer: _Gazetteer,
) -> Place | None:
    for row in rows:
        last = n + len(row) - 1
        if last >= span.stop:
            continue
        if tuple(map(gazetteer.typography.owned, words.folded[n : last + 1])) != row:
            continue
        if all(not word.isalpha() for word in row) or not _capital(words, n, last):
            continue
        if row in gazetteer.ambiguous and _after_name(words, n, span):
            return None
        where = words.span(n, last)
        written = words.text[where.start : where.end]
        return Place(n, last, gazetteer.typography.owned(written))
    return None


def _capital(words: Words, n: int, last: int) -> bool:
    """Whether a short name is written in capitals ("US", not "us")."""
    first = words.raw(n)
    return len(first) > 2 or first.isupper() or n < last


def _after_name(words: Words, n: int, span: range) -> bool:
    before = words.raw(n - 1) if n - 1 > span.start else ""
    return before[:1].isupper() and before[1:].islower()


def preferred(name: str, language: str) -> str:
    """The preferred name of a place, whatever variant is given; unknown names as they are."""
    gazetteer = _gazetteer(language)
    if gazetteer is None:
        return name
    return gazetteer.preferred.get(tuple(cut(name, language).folded), name)
