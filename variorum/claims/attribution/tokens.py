"""An article's text as tokens, cut once for all its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain

from variorum.languages.typography import Typography

Rows = tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...], tuple[bool, ...]]
"""Of some tokens: each as folded, where it starts and ends, and whether a capital opens it."""
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every token of a text."""

    text: str
    folded: str
    """The text in small letters with straight apostrophes, every letter in its old place."""
    typography: Typography
    rows: Rows

    def between(self, begin: int, end: int) -> Rows:
        """The tokens of a stretch."""
        low, starts, ends, upper = self.rows
        first = bisect_left(starts, begin)
        last = bisect_left(starts, end, first)
        if (first and ends[first - 1] > begin) or (first < last and ends[last - 1] > end):
            # A border that cuts a token makes others of it.
            return _rows(self.text, self.folded, self.typography, begin, end)
        return low[first:last], starts[first:last], ends[first:last], upper[first:last]

    def holding(self, words: frozenset[str]) -> list[int]:
        """Where runs of letters start that are one of some words, in order."""
        low, starts, ends, _ = self.rows
        found: list[int] = []
        for n, token in enumerate(low):
            if token in words:
                found.append(starts[n])
            elif len(token) > 1 and not token.isalpha():
                runs = _LETTERS.finditer(self.folded, starts[n], ends[n])
                found += [run.start() for run in runs if run.group() in words]
        return found


def read(text: str, typography: Typography) -> Tokens:
    """The tokens of a text."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    folded = folded.replace("’", "'")
    return Tokens(text, folded, typography, _rows(text, folded, typography, 0, len(text)))


def joined(parts: list[Rows]) -> Rows:
    """Some rows as one."""
    if len(parts) == 1:
        return parts[0]
    low, starts, ends, upper = zip(*parts, strict=True)
    every = chain.from_iterable
    return tuple(every(low)), tuple(every(starts)), tuple(every(ends)), tuple(every(upper))


def picked(rows: Rows, numbers: list[int]) -> Rows:
    """Some of the tokens, by number."""
    low, starts, ends, upper = rows
    return (
        tuple([low[n] for n in numbers]),
        tuple([starts[n] for n in numbers]),
        tuple([ends[n] for n in numbers]),
        tuple([upper[n] for n in numbers]),
    )


def _rows(text: str, folded: str, typography: Typography, begin: int, end: int) -> Rows:
    pieces = _cutter(typography.token).split(folded[begin:end])
    low = tuple(pieces[1::2])
    edges = list(accumulate(map(len, pieces), initial=begin))
    starts, ends = tuple(edges[1:-1:2]), tuple(edges[2::2])
    if typography.clitics:
        low = tuple([typography.clitics.get(token, token) for token in low])
    return low, starts, ends, tuple(map(str.isupper, map(text.__getitem__, starts)))


@cache
def _cutter(token: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern that parts a text into what stands between tokens and, every other time, one."""
    return re.compile(f"({token.pattern})")
