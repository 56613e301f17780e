"""Other ways to write what an article says: what a reader may type and must still find.

Spellings come from the language pack, names and families of terms from the archive's
authorities. They are indexed with the article but never shown as its words.
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


@dataclass(frozen=True, slots=True)
class Variant:
    """Words of the article, and what a reader may type instead."""

    written: str
    """What the article says; one or more words."""
    others: tuple[str, ...]
    """Other forms of it, sorted."""
    sentences: tuple[int, ...]
    """Places of the sentences that say so."""


def variants(
    sentences: Iterable[str], language: str, authorities: Authorities
) -> tuple[Variant, ...]:
    """The words of these sentences that have other forms, sorted."""
    families = _Families(authorities)
    others: dict[str, set[str]] = {}
    places: dict[str, list[int]] = {}
    for place, text in enumerate(sentences):
        folded = [word.casefold() for word in _WORD.findall(text)]
        for written, other in (*families.others(folded), *_spellings(folded, language)):
            others.setdefault(written, set()).add(other)
            said = places.setdefault(written, [])
            if said[-1:] != [place]:
                said.append(place)
    return tuple(
        Variant(written, tuple(sorted(others[written])), tuple(places[written]))
        for written in sorted(others)
    )


class _Families:
    """Phrases that stand for each other, by their first word."""

    __slots__ = ("_starts",)

    def __init__(self, authorities: Authorities) -> None:
        self._starts: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
        groups = [(name.name, *name.also) for name in authorities.names]
        for group in (*groups, *authorities.terms):
            forms = frozenset(form.casefold() for form in group)
            for form in sorted(forms):
                words = tuple(_WORD.findall(form))
                if words and len(forms) > 1:
                    self._starts.setdefault(words[0], []).append((words, forms - {form}))

    def others(self, words: list[str]) -> Iterator[tuple[str, str]]:
        """(as written, another form) for every phrase of a family in these words."""
        for at, first in enumerate(words):
            for phrase, others in self._starts.get(first, ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    yield from ((" ".join(phrase), other) for other in sorted(others))


def _spellings(words: list[str], language: str) -> Iterator[tuple[str, str]]:
    """(as written, as spelt elsewhere) for every word that has two spellings."""
    pairs, endings = _tables(language.split("-", maxsplit=1)[0].lower())
    for word in words:
        if word in pairs:
            yield word, pairs[word]
        elif len(word) >= _SHORTEST:
            for ending, other in endings:
                if word.endswith(ending):
                    yield word, word.removesuffix(ending) + other
                    break


@cache
def _tables(language: str) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Words and endings with two spellings, read both ways; empty without a pack."""
    known = pack(language)
    try:
        table = known.table("stems") if known else {}
    except FileNotFoundError:
        table = {}
    listed = table.get("words", {}).get("pairs", "").split(",")
    pairs = [words for words in map(str.split, listed) if len(words) == 2]
    both = {a: b for one, two in pairs for a, b in ((one, two), (two, one))}
    endings = [
        (a, b) for one, other in table.get("spellings", ()) for a, b in ((one, other), (other, one))
    ]
    return both, tuple(sorted(endings, key=lambda pair: (-len(pair[0]), pair)))
