"""How sure the engine is that two claims are about one matter: points that anybody can add up.

The weights are round, and few; each helps on every event it was tried on. They measure
claims against the language's background frequencies, never against the archive, so an
article that shares nothing with two others cannot move their score.
"""

from __future__ import annotations

from typing import NamedTuple

from variorum.languages.lexicon import SMALL
from variorum.relations.align import Alignment
from variorum.relations.quantities import exact

SHARED = 15
"""For claims that cover each other wholly by shared words (harmonic mean of both shares)."""
FULLER = 15
"""For the share of the claim that is covered better: a short claim inside a longer one."""
WIDE = 15
"""As SHARED, what only stands in the other's company counting half."""
COMPANY = 20
"""For identical surroundings: the sentences around both speak of the same."""
KIND = 5
"""For claims of one kind."""
SAME_TIME = 5
OTHER_TIME = -20
"""Two dated happenings with days between them are two happenings."""
SAME_FIGURE = 15
"""For figures that count one thing: equal, covering, bounds of it, or exact rivals."""
SMALL_FIGURE = 10
"""The same where the figures are small: three of something are met by chance."""
INCIDENTAL = frozenset(("duration", "distance", "measure", "bare"))
"""Kinds of figures that often stand in a sentence without being its point."""
SORT_FIGURE = 5
"""For figures of one sort, or of one thing with a bound that excludes the other."""
ONE_FIGURE = -5
"""When only one of the two has a figure."""
BOTH_DENY = 10
TURNED = 20
"""When one says to hold all that the other says not to hold."""
OPPOSED = 5
"""When families exclude each other: they speak of one thing from two ends."""
NUMERAL = 3
SPEAKER = 5
RUN = 3
"""For each pair of neighbouring content words that stands in both, up to MOST."""
FAMILY = 3
"""For each family both share, up to MOST."""
MOST = 3


FULL = 80
"""The sum that counts as certain; what lies above adds nothing."""


class Point(NamedTuple):
    """One item of the sum."""

    what: str
    """Key of its wording in the language pack."""
    points: float


def points(found: Alignment) -> tuple[Point, ...]:
    """What counts for and against the two claims being about one matter."""
    a, b = found.a, found.b
    items = [
        Point("shared", SHARED * _mean(*found.cover)),
        Point("fuller", FULLER * max(found.cover)),
        Point("wide", WIDE * _mean(*found.wide)),
        Point("company", COMPANY * found.company),
        Point("kind", KIND * (a.claim.kind == b.claim.kind)),
        Point("time", _time(found)),
        Point("figure", _figure(found)),
        Point("denied", BOTH_DENY * bool(a.denied & b.denied)),
        Point("turned", TURNED * found.turned),
        Point("opposed", OPPOSED * bool(found.opposed)),
        Point("numeral", NUMERAL * min(MOST, len(a.numbers & b.numbers))),
        Point("speaker", SPEAKER * bool(a.speakers & b.speakers)),
        Point("run", RUN * min(MOST, found.run)),
        Point("family", FAMILY * min(MOST, len(a.families.keys() & b.families.keys()))),
    ]
    return tuple(item for item in items if item.points)


def score(found: Alignment) -> float:
    """The sum of the points, 0 to 1."""
    total = sum(item.points for item in points(found))
    return round(min(1.0, max(0.0, total / FULL)), 3)


def _time(found: Alignment) -> float:
    if found.time == "apart":
        return 0 if found.alone else OTHER_TIME
    return SAME_TIME if found.time == "same" else 0


def _figure(found: Alignment) -> float:
    match = found.quantity
    if match is None:
        return ONE_FIGURE * (bool(found.a.counted) != bool(found.b.counted))
    rival = match.agreement == "apart" and not exact(match)
    if match.closeness < 2 or rival or match.a.figure.kind in INCIDENTAL:
        return SORT_FIGURE
    if max(match.a.figure.low or 0.0, match.b.figure.low or 0.0) <= SMALL:
        return SMALL_FIGURE
    return SAME_FIGURE


def _mean(x: float, y: float) -> float:
    """The harmonic mean: high only when both are."""
    return 2 * x * y / (x + y) if x and y else 0.0
