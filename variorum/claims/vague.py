"""Quantities without a number: "dozens", "a few hundred", "several days", "about a year"."""

from __future__ import annotations

from typing import Any

from variorum.claims.quantities import LONGEST_HEDGE, Numeral
from variorum.claims.words import Words

_BOUNDS = frozenset(("low", "high"))


def read(words: Words, n: int, data: dict[str, Any]) -> Numeral | None:
    """ "Dozens", "tens of thousands", "a few", "several hundred": open above."""
    word, glue = words.folded[n], data["glue"]
    if word in data["tens_of"] and words.folded[n + 1] in glue["of"]:
        scale = data["vague"].get(words.folded[n + 2], 0)
        if scale >= 2000:
            return _open(words, n, n + 2, data["tens_of"][word] * scale / 2)
    if word in data["vague"]:
        again = words.folded[n + 1] in glue["again"] and words.folded[n + 2] == word
        return _open(words, n, n + 2 * again, data["vague"][word])
    few = n + 1 if word in glue["articles"] and words.folded[n + 1] in data["few"] else 0
    scale = data["scales"].get(words.folded[(few or n) + 1], 0)
    if scale and (few or word in data["some_time"]):
        return _open(words, n, (few or n) + 1, 2 * scale)  # as "hundreds" are 200 and more
    return _open(words, n, few, data["few"][words.folded[few]]) if few else None


def some_time(words: Words, n: int, data: dict[str, Any]) -> Numeral | None:
    """ "Several days", "within minutes", "an hour", "about a year", "a year later"."""
    word, following = words.folded[n], words.folded[n + 1]
    if word in data["some_time"]:
        return _open(words, n, n, data["some_time"][word]) if following in data["times"] else None
    if word == data["glue"]["within"]:
        plural = data["times"].get(following) == following
        return _open(words, n, n, 2) if plural else None
    if word not in data["glue"]["articles"] or following not in data["times"]:
        return None
    hedged = _is_hedged(words, n, data)
    moved = words.folded[n + 2] in data["background"]["later"][:2]
    if following in data["long_times"] or hedged or moved:
        return Numeral(n, n, 1.0, 1.0)
    return None


def _is_hedged(words: Words, n: int, data: dict[str, Any]) -> bool:
    """Whether a time before which "a" stands is told as a length: not "in over a week"."""
    if data["hedges"].get(words.folded[n - 1]) == "near":
        return True
    if words.folded[n + 2] in data["background"]["later"]:
        return False
    for size in range(2, min(n, LONGEST_HEDGE) + 1):
        if data["hedges"].get(" ".join(words.folded[n - size : n])) in _BOUNDS:
            return bool(words.folded[n - size - 1] != data["glue"]["in"])
    return False


def _open(words: Words, first: int, last: int, low: float) -> Numeral:
    text = " ".join(words.folded[first : last + 1])
    return Numeral(first, last, low, None, text)


def rounded(words: Words, n: int, value: float, data: dict[str, Any]) -> Numeral:
    """A noun for about so many, of a scale where one follows."""
    last = n + 1
    if words.folded[n + 2] in data["glue"]["of"] and words.folded[n + 3] in data["vague"]:
        value, last = value * data["vague"][words.folded[n + 3]] / 2, n + 3
    text = " ".join(words.folded[n : n + 2])
    return Numeral(n, last, value, value, text)
