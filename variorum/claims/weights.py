"""Figures that can be the point of a clause, by the words of their sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from variorum.claims.words import Words
from variorum.model import Figure

WEIGHTY = frozenset({"count", "share", "money"})
"""Kinds of figure that can be the point of a clause."""


class Weights(NamedTuple):
    """Where the figures of a sentence stand."""

    counting: frozenset[int] = frozenset()
    """Numbers of the words of figures."""
    heavy: tuple[int, ...] = ()
    """Number of the first word of each weighty figure."""

    def between(self, first: int, last: int) -> bool:
        """Whether a weighty figure begins from word ``first`` to word ``last``."""
        return any(first <= n <= last for n in self.heavy)


NONE = Weights()


def of(words: Words, figures: Sequence[Figure]) -> Weights:
    """The weights of the figures of a sentence."""
    if not figures:
        return NONE
    places = [words.within(figure.span) for figure in figures]
    return Weights(
        frozenset([n for place in places for n in place]),
        tuple([p.start for f, p in zip(figures, places, strict=True) if f.kind in WEIGHTY]),
    )
