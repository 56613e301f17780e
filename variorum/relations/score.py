"""How sure the engine is that two claims are about one matter: points that anybody can add up.

The weights are round, and few; each helps on every event it was tried on. They measure
claims against the language's background frequencies, never against the archive, so an
article that shares nothing with two others cannot move their score.
"""

from __future__ import annotations

from typing import NamedTuple

from variorum.languages.lexicon import SMALL
from variorum.relations.align import Alignment
from variorum.relations.profile import Profile
from variorum.relations.quantities import TOLL, exact

WORDS = 25
"""For claims whose words, names and numerals aside, cover each other wholly (harmonic mean of both
shares): they say the same and not only of the same."""
WIDE = 45
"""The same with names and numerals, what only stands in the other's company counting half."""
COMPANY = 65
"""For identical surroundings: the sentences around both speak of the same."""
NAMED = 3
"""For a place that both name, and again for two names or more that stand in both."""
SAME_TIME = 3
OTHER_TIME = -10
"""Two dated happenings with days between them are two happenings."""
SAME_FIGURE = 12
"""For figures that count one thing: equal, covering, bounds of it, or exact rivals."""
SMALL_FIGURE = 8
"""The same where the figures are small, which are met by chance, or one is a bound that
excludes the other."""
TOLL_FIGURE = 20
"""For counts of those to whom one thing happened in what both articles report: whether they
agree or not, a reader wants them side by side."""
CROWD_FIGURE = 3
"""For a crowd without a number ("thousands") beside another figure: many would fit it."""
INCIDENTAL = frozenset(("duration", "distance", "measure", "bare"))
"""Kinds of figures that often stand in a sentence without being its point."""
SORT_FIGURE = 3
"""For figures of one sort."""
ONE_FIGURE = -3
"""When only one of the two has a figure."""
BOTH_DENY = 8
TURNED = 25
"""When one says to hold all that the other says not to hold."""
BLAMED = 20
"""When one lays at somebody's door what the other says that they deny."""
CHARGED = 35
"""The same where it charges them with it by its verb ("blamed Norland for the raid")."""
OPPOSED = 5
"""When families exclude each other: they speak of one thing from two ends."""
NUMERAL = 10
"""For each numeral that stands in both, up to MOST."""
SPEAKER = 8
RUN = 3
"""For each pair of neighbouring content words that stands in both, up to MOST."""
FAMILY = 2
"""For each family both share, up to MOST."""
MOST = 3


FULL = 100
"""The sum that counts as certain; what lies above adds nothing."""


class Point(NamedTuple):
    """One item of the sum."""

    what: str
    """Key of its wording in the language pack."""
    points: float


def points(found: Alignment) -> tuple[Point, ...]:
    """What counts for and against the two claims being about one matter."""
    return tuple(Point(what, value) for what, value in _items(found).items() if value)


def score(found: Alignment) -> float:
    """The sum of the points, 0 to 1."""
    total = sum(_items(found).values())
    return round(min(1.0, max(0.0, total / FULL)), 3)


def _items(found: Alignment) -> dict[str, float]:
    a, b = found.a, found.b
    denied = a.said.denied
    return {
        "words": WORDS * _mean(found.words),
        "wide": WIDE * _mean(found.wide),
        "company": COMPANY * found.company,
        "named": _named(a, b),
        "time": _time(found),
        "figure": _figure(found),
        "denied": BOTH_DENY if denied and not denied.isdisjoint(b.said.denied) else 0,
        "turned": TURNED * found.turned,
        "blamed": _blamed(found),
        "opposed": OPPOSED if found.opposed else 0,
        "numeral": NUMERAL * min(MOST, len(a.numbers & b.numbers)) if a.numbers else 0,
        "speaker": 0 if a.speakers.isdisjoint(b.speakers) else SPEAKER,
        "run": RUN * min(MOST, found.run) if found.run else 0,
        "family": FAMILY * min(MOST, len(found.alike)) if found.alike else 0,
    }


def _named(a: Profile, b: Profile) -> float:
    place = not a.places.isdisjoint(b.places)
    named = len(a.called) > 1 and len(a.called & b.called) > 1
    return NAMED * (place + named)


def _time(found: Alignment) -> float:
    if found.time == "apart":
        return 0 if found.alone else OTHER_TIME
    return SAME_TIME if found.time == "same" else 0


def _blamed(found: Alignment) -> float:
    if not found.blame or found.turned:
        return 0
    return CHARGED if found.charged else BLAMED


def _figure(found: Alignment) -> float:
    match = found.quantity
    if match is None:
        return ONE_FIGURE if bool(found.a.counted) != bool(found.b.counted) else 0
    if match.closeness < 2 or match.a.figure.kind in INCIDENTAL:
        return SORT_FIGURE
    if match.crowd and match.agreement != "equal":
        return CROWD_FIGURE
    if match.closeness == TOLL and found.time == "same" and not found.alone:
        return TOLL_FIGURE
    small = max(match.a.figure.low or 0.0, match.b.figure.low or 0.0) <= SMALL
    if small or (match.agreement == "apart" and not exact(match)):
        return SMALL_FIGURE
    return SAME_FIGURE


def _mean(shares: tuple[float, float]) -> float:
    """The harmonic mean: high only when both are."""
    x, y = shares
    return 2 * x * y / (x + y) if x and y else 0.0
