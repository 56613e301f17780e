"""Records the figure rules hand to one another."""

from __future__ import annotations

from typing import NamedTuple

from variorum.model import FigureKind

LONGEST_HEDGE = 5
"""Words of a qualifier before a number, at most ("a little more than")."""


class Numeral(NamedTuple):
    """A number read from words ``first`` to ``last``."""

    first: int
    last: int
    low: float
    high: float | None
    """None for a vague quantity such as "dozens"."""
    vague: str = ""
    """The words of a vague quantity."""
    digits: bool = False
    """Whether it is written in digits without a scale word."""
    share: bool = False
    """Whether it is a part of a whole ("a third of")."""
    ordinal: bool = False
    """Whether it is a place in a row ("the third")."""


class Place(NamedTuple):
    """A number in its words, as the figure rule read it."""

    first: int
    last: int
    low: float
    share: bool
    """A part of a whole ("a third of")."""
    ordinal: bool
    digits: bool
    exact: bool
    money: str
    """Currency of a sign before it."""
    hedge: int
    """First word of its qualifier; its own where it has none."""
    previous: str
    """Kind of the figure before it in the sentence; empty for the first."""


class Counted(NamedTuple):
    """What a number counts."""

    kind: FigureKind
    unit: str
    noun: str
    last: int
    """Last word of the unit, or of the number where it has none."""
    low: float | None = None
    """Replaces the number's bounds where the unit changes them ("in his 50s")."""
    high: float | None = None
