"""Claims -> pairs worth comparing: all that share something, the nearest of each."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from heapq import nlargest

from variorum.languages.lexicon import SEAT
from variorum.relations.profile import Profile

NEAREST = 16
"""Partners kept for each claim, which may be kept by more itself; twice as many would add a
hundredth to the pairs a reader would demand that the queue holds."""
REACH = 1500
"""Entries of the index read for one claim, rarest keys first, so that no common word and no
much repeated sentence makes the work grow faster than the archive."""
LEAST = 0.12
"""Share of two claims' words that must tie them before they are compared closely, where their
articles tell one story: the queue is to hold whatever has any evidence."""
LEAST_KINDRED = 0.25
"""The same between articles that are only kindred, where little comes of it."""
NEAREST_WITHIN = 4
"""Partners kept for each claim in its own article, which may only contradict it."""
FAMILY_WEIGHT = 0.5
"""A shared family says half of what its word would."""
COPIES = 12
"""Of one sentence that stands in many articles, so many copies meet every other claim."""
Tied = Callable[[str, str], tuple[bool, bool]]
"""Says of two articles, by slug, whether they are kindred and whether they tell one story."""
_NEVER = math.inf
"""No share ties the claims of articles that are not even kindred."""


def pairs(profiles: Sequence[Profile], tied: Tied) -> list[tuple[int, int]]:
    """Numbers of the profiles worth comparing, smaller first, sorted."""
    first, copies = _collapse(profiles)
    index = _Index(profiles, first)
    articles: dict[str, list[int]] = {}
    for number in first:
        articles.setdefault(profiles[number].claim.document, []).append(number)
    found: set[tuple[int, int]] = set()
    for slug, numbers in articles.items():
        seen = _Seen(slug, index, tied)
        for number in numbers:
            for partner in seen.nearest(number):
                found.add((number, partner) if number < partner else (partner, number))
    found.update(copies)
    return sorted(found)


def _collapse(profiles: Sequence[Profile]) -> tuple[list[int], list[tuple[int, int]]]:
    """The claims that take part, and for repeated ones beyond COPIES the pair with the first."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, profile in enumerate(profiles):
        groups.setdefault(profile.order, []).append(number)
    first, copies = [], []
    for group in groups.values():
        first += group[:COPIES]
        copies += [(group[0], late) for late in group[COPIES:]]
    return sorted(first), [
        (a, b) for a, b in copies if profiles[a].claim.document != profiles[b].claim.document
    ]


class _Index:
    """Which claims have which key, over all articles."""

    __slots__ = ("claims", "homes", "keys", "rank", "weights")

    def __init__(self, profiles: Sequence[Profile], first: Sequence[int]) -> None:
        self.homes = [profile.claim.document for profile in profiles]
        self.weights = [profile.weight for profile in profiles]
        self.keys = {number: _keys(profiles[number]) for number in first}
        self.claims: dict[str, list[int]] = {}
        """Key -> the numbers of the claims that have it."""
        for number, keys in self.keys.items():
            for key in keys:
                self.claims.setdefault(key, []).append(number)
        rarest = sorted(self.claims, key=lambda key: (len(self.claims[key]), key))
        self.rank = {key: place for place, key in enumerate(rarest)}
        """Key -> its place among all of them, the rarest first."""


class _Least(dict[str, float]):
    """Article -> the share that must tie its claims to those of one; worked out once."""

    def __init__(self, slug: str, tied: Tied) -> None:
        super().__init__({slug: LEAST})
        self._slug = slug
        self._tied = tied

    def __missing__(self, other: str) -> float:
        kindred, one = self._tied(self._slug, other)
        self[other] = least = LEAST if one else LEAST_KINDRED if kindred else _NEVER
        return least


class _Seen:
    """The claims of all articles as one article sees them: its own and those of kindred ones."""

    __slots__ = ("_claims", "_index", "_least", "_slug")

    def __init__(self, slug: str, index: _Index, tied: Tied) -> None:
        self._slug = slug
        self._index = index
        self._least = _Least(slug, tied)
        self._claims: dict[str, list[int]] = {}

    def nearest(self, number: int) -> list[int]:
        """The partners of one of its claims."""
        index = self._index
        own = index.keys[number]
        sums: defaultdict[int, float] = defaultdict(float)
        left = REACH
        for key in sorted(own, key=index.rank.__getitem__):
            left -= len(index.claims[key])
            if left < 0:
                break
            weight = own[key]
            for other in self._having(key):
                sums[other] += weight
        mine, weights, homes, least = index.weights[number], index.weights, index.homes, self._least
        near = [
            (share, -other)
            for other, total in sums.items()
            if (share := 2 * total / (mine + weights[other])) >= least[homes[other]]
        ]
        within = [one for one in near if homes[-one[1]] == self._slug and -one[1] != number]
        near = [one for one in near if homes[-one[1]] != self._slug]
        kept = nlargest(NEAREST, near) + nlargest(NEAREST_WITHIN, within)
        return [-other for _, other in kept]

    def _having(self, key: str) -> list[int]:
        """The claims of kindred articles that have a key."""
        known = self._claims.get(key)
        if known is None:
            homes, least = self._index.homes, self._least
            numbers = self._index.claims[key]
            known = self._claims[key] = [n for n in numbers if least[homes[n]] < _NEVER]
        return known


def _keys(profile: Profile) -> dict[str, float]:
    keys = {
        f"\x1f{name}": FAMILY_WEIGHT * w
        for name, w in profile.families.items()
        if not name.startswith(SEAT)
    }
    keys.update(profile.keys)
    return keys
