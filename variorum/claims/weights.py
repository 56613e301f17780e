"""Figures that can be the point of a clause, counted along a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from variorum.claims.words import Words
from variorum.model import Figure

WEIGHTY = frozenset({"count", "share", "money"})
"""Kinds of figure that can be the point of a clause."""


def weights(words: Words, first: int, last: int, figures: Sequence[Figure]) -> list[int]:
    """For each word from ``first`` on, how many weighty figures begin before it."""
    if not figures:
        return [0] * (last + 2 - first)
    begin = {figure.span.start for figure in figures if figure.kind in WEIGHTY}
    if not begin:
        return [0] * (last + 2 - first)
    marks = (words.starts[n] in begin for n in range(first, last + 1))
    return list(accumulate(marks, initial=0))
