"""Other ways to write what an article says: what a reader may type and must still find.

Spellings and names of places come from the language pack, other names and families of terms
from the archive's authorities. They are indexed with the article but never shown as its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from variorum.languages import pack
from variorum.model import Authorities

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_SHORTEST = 7
"""Letters a word must have before its ending is respelt: "rise" is no other spelling."""

_SHORTEST_NAME = 4
"""Letters of a place's name: "US" is also a word."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Words of the article, and what a reader may type instead."""

    written: str
    """What the article says; one or more words."""
    others: tuple[str, ...]
    """Other forms of it, sorted."""
    sentences: tuple[int, ...]
    """Places of the sentences that say so."""


class Found:
    """Variants as they are met, sentence after sentence."""

    __slots__ = ("_others", "_places")

    def __init__(self) -> None:
        self._others: dict[str, set[str]] = {}
        self._places: dict[str, dict[int, None]] = {}

    def add(self, place: int, written: str, others: Iterable[str]) -> None:
        """The sentence at ``place`` says ``written``, which ``others`` stand for too."""
        self._others.setdefault(written, set()).update(others)
        self._places.setdefault(written, {})[place] = None

    def variants(self) -> tuple[Variant, ...]:
        """All that were added, sorted."""
        return tuple(
            Variant(written, tuple(sorted(self._others[written])), tuple(self._places[written]))
            for written in sorted(self._others)
        )


class Families:
    """Phrases that stand for each other, by their first word; made once for an archive."""

    __slots__ = ("_starts",)

    def __init__(self, authorities: Authorities, language: str = "") -> None:
        self._starts: dict[str, list[tuple[tuple[str, ...], str, tuple[str, ...]]]] = {}
        own = [(name.name, *name.also) for name in authorities.names]
        for group in (*own, *authorities.terms):
            self._add(group, group)
        for group in _places(language):
            # One word of a longer name ("Russian Federation") would find every other place.
            self._add(group, [form for form in group if len(_WORD.findall(form)) == 1])

    def _add(self, group: Iterable[str], others: Iterable[str]) -> None:
        """Let each form of a group be found by the others."""
        folded = {form.casefold() for form in others}
        for form in sorted({form.casefold() for form in group}):
            words = tuple(_WORD.findall(form))
            found = tuple(sorted(folded - {form}))
            if words and found:
                self._starts.setdefault(words[0], []).append((words, " ".join(words), found))

    def variants(self, sentences: Iterable[str], language: str) -> tuple[Variant, ...]:
        """The words of these sentences that have other forms, sorted."""
        found = Found()
        for place, text in enumerate(sentences):
            words = [word.casefold() for word in _WORD.findall(text)]
            for written, others in (*self._others(words), *_spellings(words, language)):
                found.add(place, written, others)
        return found.variants()

    def _others(self, words: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """(as written, other forms) for every phrase of a family in these words."""
        for at, first in enumerate(words):
            for phrase, written, others in self._starts.get(first, ()):
                if len(phrase) == 1 or tuple(words[at : at + len(phrase)]) == phrase:
                    yield written, others


def _places(language: str) -> Iterator[tuple[str, ...]]:
    """Places of which the language pack knows several names, short forms ("US") left out."""
    known = pack(language)
    try:
        tables = known.table("places") if known else {}
    except FileNotFoundError:
        return
    for table in tables.values():
        for name, variants in table.items() if isinstance(table, dict) else ():
            group = tuple(form for form in (name, *variants) if len(form) >= _SHORTEST_NAME)
            if len(group) > 1:
                yield group


def _spellings(words: list[str], language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(as written, as spelt elsewhere) for every word that has two spellings."""
    respell = _respelling(language.split("-", maxsplit=1)[0].lower())
    for word in words:
        other = respell(word)
        if other:
            yield word, (other,)


class _Respelling:
    """A language's words and endings with two spellings, read both ways."""

    __slots__ = ("_endings", "_known", "_lengths", "_pairs")

    def __init__(self, pairs: dict[str, str], endings: dict[str, str]) -> None:
        self._pairs = pairs
        self._endings = endings
        self._lengths = sorted({len(ending) for ending in endings}, reverse=True)
        self._known: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """The other spelling; empty where there is none."""
        if word not in self._known:
            self._known[word] = self._pairs.get(word) or self._by_ending(word)
        return self._known[word]

    def _by_ending(self, word: str) -> str:
        if len(word) >= _SHORTEST:
            for length in self._lengths:
                other = self._endings.get(word[-length:])
                if other is not None:
                    return word[:-length] + other
        return ""


@cache
def _respelling(language: str) -> _Respelling:
    """Without a pack nothing is spelt two ways."""
    known = pack(language)
    try:
        table = known.table("stems") if known else {}
    except FileNotFoundError:
        table = {}
    listed = table.get("words", {}).get("pairs", "").split(",")
    pairs = [words for words in map(str.split, listed) if len(words) == 2]
    both = {a: b for one, two in pairs for a, b in ((one, two), (two, one))}
    ends = {
        a: b for one, other in table.get("spellings", ()) for a, b in ((one, other), (other, one))
    }
    return _Respelling(both, ends)
