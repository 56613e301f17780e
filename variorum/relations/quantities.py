"""Figure × figure: whether two figures count the same thing, and whether they agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from variorum.languages.lexicon import SMALL, Lexicon
from variorum.model import Figure
from variorum.relations.profile import Counted, Profile

Agreement = Literal["equal", "covered", "bounds", "apart"]
"""The same bounds · one covers the other · lower bounds that exclude nothing · excluding."""

VAGUE_SPAN = 9.0
"""A vague quantity ("dozens", "thousands") ends before ten times its lower bound."""
BOUND_SPAN = 1.3
"""A lower bound ("more than 260,000") is spoken of what lies less than a third above it."""
ABOUT = 0.1
"""How far off its value a hedged figure ("about 500") may be."""


CONVERTED = 0.02
"""How far off a value told in another unit may be."""
FRACTION = 2.0
"""Points by which a share told as a fraction may be off."""
NEAR = 1.2
"""Tolls nearer to each other than this are of one happening: others seldom come so near."""
TIE = 0.3
"""Commoner words tie no two tolls."""
UNITS = frozenset(("distance", "money", "measure", "duration"))
"""Kinds of figures of which two of one value say the same only in one unit."""
TOLL = 3
"""Closeness of counts of those to whom one thing happened."""


_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Match:
    """Two figures that count one thing."""

    a: Counted
    b: Counted
    agreement: Agreement
    crowd: bool
    """Whether one is a crowd without a number ("thousands"), which many figures would fit."""
    closeness: int
    """3 when persons to whom one thing happened are counted, 2 when what is counted is named
    alike, 1 when only its sort is."""


def match(a: Profile, b: Profile, lexicon: Lexicon) -> Match | None:
    """The best pair of figures of two claims that count one thing; None when none do.

    Claims that agree in one count and exclude each other in another do not agree.
    """
    met = _met(a, b, lexicon)
    if not met:
        return None
    best = max(met, key=_rank)
    if best.agreement == "apart":
        known = _listed(a, b, best.a.figure.kind)
        return known or (None if _in_both(best, a, b) else best)
    if best.agreement != "bounds" and best.a.figure.kind == "count":
        rivals = [m for m in met if m.closeness == TOLL and m.agreement == "apart" and exact(m)]
        rivals = [m for m in rivals if m.a is not best.a and m.b is not best.b]
        return next((m for m in rivals if not _in_both(m, a, b)), best)
    return best


def _met(a: Profile, b: Profile, lexicon: Lexicon) -> list[Match]:
    """All pairs of figures of two claims that count one thing or one sort of thing."""
    met = []
    for x in a.counted:
        for y in b.counted:
            closeness = _closeness(x, y, a, b, lexicon)
            if closeness:
                told = agreement(*_in_one_unit(x.figure, y.figure, lexicon), lexicon)
                if told == "apart" and (
                    _near_fraction(x.figure, y.figure, a, b) or _rounded(x.figure, y.figure)
                ):
                    told = "covered"
                met.append(Match(x, y, told, x.crowd or y.crowd, closeness))
    return met


def _listed(a: Profile, b: Profile, kind: str) -> Match | None:
    """Two equal figures of a kind, where lists of several hide what belongs to what."""
    known = {(x.figure.low, x.figure.high): x for x in a.counted if x.figure.kind == kind}
    for y in b.counted:
        x = known.get((y.figure.low, y.figure.high))
        if x and y.figure.kind == kind and not (kind in UNITS and x.figure.noun != y.figure.noun):
            return Match(x, y, "equal", False, 1)
    return None


def _in_both(found: Match, a: Profile, b: Profile) -> bool:
    """Whether the value of one side stands in the other too, so that it excludes nothing."""
    pairs = ((found.a, b), (found.b, a))
    return any(
        f"{side.figure.low or 0:g}" in other.numbers
        or any(side.figure.low == told.figure.low is not None for told in other.counted)
        for side, other in pairs
    )


def running(found: Match, lexicon: Lexicon) -> bool:
    """Whether what is counted grows from report to report."""
    return all(
        not lexicon.running.isdisjoint(side.things | side.befell) for side in (found.a, found.b)
    )


def estimated(found: Match, lexicon: Lexicon) -> bool:
    """Whether a crowd is counted, which its friends and foes put at very different sizes."""
    return all(
        not lexicon.estimated.isdisjoint(side.things | side.befell) for side in (found.a, found.b)
    )


def exclude(found: Match) -> bool:
    """Whether both can be held to one moment: single values, or a ceiling beside more than it."""
    f, g = found.a.figure, found.b.figure
    ceiling = any(figure.low is None and figure.high is not None for figure in (f, g))
    return exact(found) or (ceiling and found.agreement == "apart")


def exact(found: Match) -> bool:
    """Whether both figures are single values, so that they exclude each other."""
    return single(found.a) and single(found.b)


def single(side: Counted) -> bool:
    """Whether a figure is a single value."""
    return side.figure.low == side.figure.high


def ratio(found: Match) -> float:
    """How many times the smaller value goes into the larger; 1 when unknown."""
    low, high = sorted((found.a.figure.low or 0.0, found.b.figure.low or 0.0))
    return high / low if low else 1.0


def _rank(found: Match) -> tuple[bool, int, int, int]:
    order: tuple[Agreement, ...] = ("apart", "bounds", "covered", "equal")
    telling = found.agreement == "equal" and (found.a.figure.low or 0.0) > SMALL
    named_alike = len(found.a.things & found.b.things)
    return telling, found.closeness, order.index(found.agreement), named_alike


def _closeness(x: Counted, y: Counted, a: Profile, b: Profile, lexicon: Lexicon) -> int:
    f, g = x.figure, y.figure
    if x.rest != y.rest or f.kind == "ordinal" or (f.kind == "duration" and x.offset != y.offset):
        return 0
    if "bare" in (f.kind, g.kind) and {f.kind, g.kind} <= {"bare", "count"}:
        return _bare(x, y, a, b)
    if f.kind != g.kind:
        return 0
    shared = x.things & y.things
    if f.kind == "count":
        return _counts(x, y, a, b, lexicon)
    if f.kind == "age" and x.owner and y.owner:
        return 2 if x.owner <= y.owner or y.owner <= x.owner else 0
    if f.kind == "share":
        # "87 percent of the young" and "35 percent of all" are shares of two wholes.
        return 2 if shared and (x.things == y.things or f.low == g.low) else 0
    alike = (not f.noun or not g.noun or f.noun == g.noun) and bool(a.names & b.names)
    if _convertible(f, g, lexicon):
        return 2 if a.names & b.names else 1
    return 2 if alike and shared else int(bool(shared))


def _rounded(f: Figure, g: Figure) -> bool:
    """Whether one sum of money is the other told in fewer digits: "$49 million", "$50 million"."""
    if f.kind != "money" or f.low != f.high or g.low != g.high or not (f.low and g.low):
        return False
    coarse, fine = sorted((f.low, g.low), key=_digits)
    near = abs(coarse - fine) <= ABOUT * coarse
    return near and float(f"{fine:.{_digits(coarse)}g}") == coarse


def _digits(value: float) -> int:
    """How many digits a sum of money is told in."""
    return len(f"{value:.0f}".rstrip("0"))


def _near_fraction(f: Figure, g: Figure, a: Profile, b: Profile) -> bool:
    """Whether one of two shares is told as a fraction ("a quarter") that rounds the other."""
    if f.kind != "share" or f.low is None or g.low is None:
        return False
    spoken = (_written(f, a), _written(g, b))
    return abs(f.low - g.low) <= FRACTION and not all(map(_DIGIT.search, spoken))


def _written(figure: Figure, side: Profile) -> str:
    start = figure.span.start - side.claim.span.start
    return side.claim.quote[start : figure.span.end - side.claim.span.start]


def _convertible(f: Figure, g: Figure, lexicon: Lexicon) -> bool:
    """Whether two figures measure one thing in units that are not the same."""
    scales, one, other = lexicon.framing.scales, lexicon.stem(f.noun), lexicon.stem(g.noun)
    return one != other and one in scales and other in scales and scales[one][0] == scales[other][0]


def _in_one_unit(f: Figure, g: Figure, lexicon: Lexicon) -> tuple[Figure, Figure]:
    """Two figures as they are, or both turned into one unit where theirs differ."""
    if f.noun == g.noun or not _convertible(f, g, lexicon):
        return f, g
    return _converted(f, lexicon), _converted(g, lexicon)


def _converted(f: Figure, lexicon: Lexicon) -> Figure:
    worth = lexicon.framing.scales[lexicon.stem(f.noun)][1]
    low = f.low if f.low is None else f.low * worth * (1 - CONVERTED)
    return replace(f, low=low, high=f.high if f.high is None else f.high * worth * (1 + CONVERTED))


def _bare(x: Counted, y: Counted, a: Profile, b: Profile) -> int:
    """Two figures of which one names nothing: told by what happened to those they count."""
    if x.befell.isdisjoint(y.befell):
        return int(bool(x.things & y.things))
    named = [side.persons for side in (x, y) if side.figure.kind == "count"]
    if not all(named):
        return 0
    return TOLL if _one_toll(x, y, a, b) else 1


def _counts(x: Counted, y: Counted, a: Profile, b: Profile, lexicon: Lexicon) -> int:
    if _exclude(x.groups, y.groups):
        return 0
    persons = x.persons and y.persons
    # By what they are called, or else by the words of the clause.
    mine, other = x.happened, y.happened
    if persons:
        mine, other = mine or x.befell, other or y.befell
    if _exclude(mine, other) or (persons and _exclude(a.happenings, b.happenings)):
        return 0
    if not lexicon.tolls.isdisjoint(mine & other):
        return TOLL if _one_toll(x, y, a, b) else 2
    if x.things & y.things:
        return 2
    same = (x.figure.low, x.figure.high) == (y.figure.low, y.figure.high)
    return int(persons or (same and (x.figure.low or 0.0) > SMALL))


def _exclude(mine: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name something, and nothing in common."""
    return bool(mine and other) and mine.isdisjoint(other)


def _one_toll(x: Counted, y: Counted, a: Profile, b: Profile) -> bool:
    """Whether more than what is counted ties two tolls: a place, a name, what caused them."""
    low, high = sorted((x.figure.low or 0.0, y.figure.low or 0.0))
    if SMALL < low < high <= low * NEAR:
        return True
    counted = x.things | y.things
    if any(a.keys[key] >= TIE for key in (a.own & b.own) - counted):
        return True
    return not a.happenings & b.happenings <= counted


def agreement(f: Figure, g: Figure, lexicon: Lexicon) -> Agreement:
    """How two figures for one thing stand to each other."""
    if (f.low, f.high) == (g.low, g.high):
        return "equal"
    if f.high is None and g.high is None:
        return _two_bounds(f, g, lexicon)
    if (f.low is None and g.high is None) or (g.low is None and f.high is None):
        floor, ceiling = (f, g) if f.high is None else (g, f)
        return "covered" if (floor.low or 0.0) < (ceiling.high or 0.0) else "apart"
    low = max(_low(f, lexicon), _low(g, lexicon))
    high = min(_high(f, lexicon), _high(g, lexicon))
    if low <= high:
        return "covered"
    if f.high is None or g.high is None:
        bound, other = (f, g) if f.high is None else (g, f)
        return "bounds" if (other.high or 0.0) >= (bound.low or 0.0) else "apart"
    return "apart"


def _two_bounds(f: Figure, g: Figure, lexicon: Lexicon) -> Agreement:
    low, high = sorted((f, g), key=lambda figure: figure.low or 0.0)
    covers = lexicon.vague(low.qualifier) and (high.low or 0.0) <= _high(low, lexicon)
    return "covered" if covers else "bounds"


def _low(f: Figure, lexicon: Lexicon) -> float:
    low = f.low if f.low is not None else 0.0
    return low * (1 - ABOUT) if lexicon.hedged(f.qualifier) else low


def _high(f: Figure, lexicon: Lexicon) -> float:
    if f.high is None:
        return (f.low or 0.0) * (VAGUE_SPAN if lexicon.vague(f.qualifier) else BOUND_SPAN)
    return f.high * (1 + ABOUT) if lexicon.hedged(f.qualifier) else f.high
