"""Claim × claim: what the two share and where they part, by words, figures, time and polarity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import fsum
from typing import Literal

from variorum.languages.lexicon import Lexicon, is_year
from variorum.relations import lone, quantities
from variorum.relations.answers import answers
from variorum.relations.charges import charge
from variorum.relations.profile import Profile

KIN = 0.6
"""A word matched by another of its family counts this much of its own weight."""
HALF = 0.25
"""Share of one claim that must stand in the other before one can deny the other."""
OPPOSED = 0.4
"""Share of both claims, or of the briefer of two lone passages, that must stand in the other
before opposite words oppose them."""
TURNED = 0.6
"""Share of what one claim denies from which the other is held to assert it."""
REPORT_LAG = 1
"""Days by which two reports may date one event apart."""

ONE_STORY = 3
"""Days between two articles within which the main happening of both is held to be one."""
ARGUMENT = 0.25
"""Commoner words say neither who did what is denied nor to what."""

_NOTHING: frozenset[str] = frozenset()
Time = Literal["same", "apart", "unknown"]


@dataclass(slots=True)
class Alignment:
    """Two claims laid side by side; symmetric but for the order of the pairs."""

    a: Profile
    b: Profile
    shared: frozenset[str]
    """Keys of shared words, names and numerals."""
    alike: frozenset[str]
    """Families to which words of both belong."""
    cover: tuple[float, float]
    """Share of each claim's weight found in the other."""
    words: tuple[float, float]
    """The same without names and numerals: whether they say the same, not only of the same."""
    wide: tuple[float, float]
    """The same with half a point for what stands only in the other's company."""
    company: float
    """How alike the surroundings are, 0 to 1."""
    run: int
    """Neighbouring content words that stand side by side in both."""
    quantity: quantities.Match | None
    time: Time
    later: bool
    """Whether one article is known to be of a later day than the other."""
    rival: str
    """Sort of what the briefer gives and the other replaces by its own, as ``lone.rival`` has
    it; empty where more than the passages is known."""
    alone: bool
    """Whether they are passages of which nothing else is known."""
    opposed: tuple[str, str] | None
    """Families that exclude each other, the first on side a."""
    turned: float
    """Share of what one says not to hold that the other says to hold; 0 below TURNED."""
    blame: bool
    """Whether one lays at somebody's door what the other says that they deny."""
    charged: bool
    """Whether it charges them with it by its verb, and does not only speak of them beside it."""


def align(a: Profile, b: Profile, lexicon: Lexicon) -> Alignment:
    """Lay two claims side by side."""
    shared = a.own & b.own
    alike = a.belongs & b.belongs
    plain = both = fsum([a.keys[key] for key in shared])
    bare = shared - a.named - b.named
    if len(bare) < len(shared):
        plain = fsum([a.keys[key] for key in bare])
    got_a, wide_a = _covered(a, b, shared, alike)
    got_b, wide_b = _covered(b, a, shared, alike)
    cover = (both + got_a) / a.weight, (both + got_b) / b.weight
    covered = max(cover) if a.alone and b.alone else min(cover)
    blame = bool(a.said.denier or b.said.denier) and _blame(a, b)
    spread = (len(a.company) * len(b.company)) ** 0.5
    return Alignment(
        a,
        b,
        shared,
        alike - lexicon.seats if alike else alike,
        cover,
        ((plain + got_a) / a.wording, (plain + got_b) / b.wording),
        ((both + wide_a) / a.weight, (both + wide_b) / b.weight),
        len(a.company & b.company) / spread if spread else 0.0,
        len(a.pairs & b.pairs) if len(shared) > 1 else 0,
        quantities.match(a, b, lexicon) if a.counted and b.counted else None,
        _time(a, b),
        a.day != b.day and a.day != "" != b.day,
        lone.rival(a, b, cover) if a.alone and b.alone else "",
        a.alone and b.alone,
        _opposed(a, b, lexicon) if covered >= OPPOSED else None,
        _turned(a, b, lexicon, cover) if a.denies or b.denies else 0.0,
        blame,
        blame and charge(a, b),
    )


def _covered(
    a: Profile, b: Profile, shared: frozenset[str], alike: frozenset[str]
) -> tuple[float, float]:
    """Weight of a's own words that b has by kin, and with half of what b's company has."""
    met: dict[str, float] = {}
    for family in alike:
        most = b.families[family]
        for key, weight in a.kin[family]:
            if key not in shared:
                least = weight if weight < most else most
                if least > met.get(key, 0.0):
                    met[key] = least
    got = KIN * fsum(met.values()) if met else 0.0
    keys = a.keys
    beside = [keys[k] for k in a.own & b.company if k not in shared and k not in met]
    return got, got + fsum(beside) / 2


def _time(x: Profile, y: Profile) -> Time:
    a, b = x.claim.when, y.claim.when
    if a is None or b is None:
        return "same" if x.main and y.main and _near(x, y) else "unknown"
    first, second = (a, b) if (a.earliest, a.latest) <= (b.earliest, b.latest) else (b, a)
    if not first.latest or not second.earliest or second.earliest <= first.latest:
        return "same"
    if days_apart(first.latest, second.earliest) <= REPORT_LAG or _named_alike(x, y):
        return "same"
    # Where both name one year, they date other parts of what they say.
    return "unknown" if any(map(is_year, x.numbers & y.numbers)) else "apart"


def _named_alike(x: Profile, y: Profile) -> bool:
    """Whether reports of a few days give a date in the same words ("Monday"), however read."""
    a, b = x.claim.when, y.claim.when
    if a is None or b is None or a.text.lower() != b.text.lower() or not a.text:
        return False
    return bool(x.day and y.day) and _near(x, y)


def _near(x: Profile, y: Profile) -> bool:
    """Whether two articles are of so near days that the main happening of both is one."""
    return days_apart(*sorted((x.published, y.published))) <= ONE_STORY


@lru_cache(maxsize=4096)
def days_apart(earlier: str, later: str) -> int:
    """Days from one date to a later one; where one is no whole date, whether months differ."""
    try:
        return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
    except ValueError:
        return REPORT_LAG + 1 if earlier[:7] != later[:7] else 0


def _opposed(a: Profile, b: Profile, lexicon: Lexicon) -> tuple[str, str] | None:
    if a.against.isdisjoint(b.belongs):
        return None
    pairs = [
        (x, y)
        for x in a.families
        if x in lexicon.opposing
        for y in lexicon.opposing[x] & b.families.keys()
        if x not in b.families and y not in a.families
    ]
    return min(pairs) if pairs else None


def _turned(a: Profile, b: Profile, lexicon: Lexicon, cover: tuple[float, float]) -> float:
    if answers(a, b):
        return 1.0
    if max(cover) < HALF or bool(a.said.denied) == bool(b.said.denied):
        return 0.0
    denier, other = (a, b) if a.said.denied else (b, a)
    if other.said.unclear or not _said(denier, other):
        return 0.0
    if denier.said.nobody is not None:
        groups = other.families.keys() & lexicon.groups
        if denier.said.nobody and groups and denier.said.nobody.isdisjoint(groups):
            return 0.0
    elif not _argument(denier, other) or (
        denier.said.doer and denier.said.doer.isdisjoint(other.own | other.belongs)
    ):
        return 0.0
    whole = got = 0.0
    # One who names nobody and no place does not part from one who does.
    beside = _NOTHING if other.names else denier.names
    for term in denier.terms:
        if term.key in denier.said.denied and term.key not in beside:
            whole += term.weight
            if term.key in other.keys:
                got += term.weight
            elif not other.families.keys().isdisjoint(term.families):
                got += KIN * term.weight
    return got / whole if whole and got / whole >= TURNED else 0.0


def _blame(a: Profile, b: Profile) -> bool:
    """Whether one denies what the other lays at its door: of one event, or sharing a deed."""
    for denier, other in ((a, b), (b, a)):
        if denier.said.denier.isdisjoint(other.blamed):
            continue
        deed = denier.said.denied & (other.keys.keys() | other.families.keys())
        if deed - denier.said.denier or _time(a, b) == "same":
            return True
    return False


def _argument(denier: Profile, other: Profile) -> bool:
    """Whether more is shared than the deed: whom or what it was done to, or who did it."""
    deeds = [keys for keys in denier.said.rejected if not keys.isdisjoint(other.done)]
    rest = (denier.own & other.own).difference(*deeds)
    return any(denier.keys[key] >= ARGUMENT for key in rest)


def _said(denier: Profile, other: Profile) -> bool:
    """Whether the other says to be done what comes first in a denial, and has its first words.

    Of what is said not to have been at all ("no box left"), it is enough to tell otherwise.
    """
    rejected = denier.said.rejected
    done = [not keys.isdisjoint(other.done) for keys in rejected]
    if not any(done):
        return False
    known = [not keys.isdisjoint(other.own | other.belongs) for keys in rejected]
    return sum(known) >= min(2, len(known)) or (denier.said.nobody is not None and done[0])
