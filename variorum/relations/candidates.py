"""Claims -> pairs worth comparing: all that share something, the nearest of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from variorum.languages.lexicon import SEAT
from variorum.relations.answers import GAP
from variorum.relations.profile import Profile

NEAREST = 16
"""Partners kept for each claim, which may be kept by more itself; twice as many would add a
hundredth to the pairs a reader would demand that the queue holds."""
REACH = 800
"""Entries of the index read for one claim, rarest keys first, so that no common word and no
much repeated sentence makes the work grow faster than the archive."""
ONE_KIND = 0.1
BOTH_COUNT = 0.16
"""What it adds to the share of two claims' words that ties them that they are of one kind, or
that both count something: few pairs that lack both are worth an editor's time."""
LEAST = 0.1
"""What must tie two claims before they are compared closely, where their articles tell one
story: the queue is to hold whatever has any evidence."""
LEAST_KINDRED = 0.36
"""The same between articles that are only kindred, where little comes of it."""
NEAREST_WITHIN = 4
"""Partners kept for each claim in its own article, which may only contradict it."""
FAMILY_WEIGHT = 0.5
"""A shared family says half of what its word would."""
COPIES = 12
"""Of one sentence that stands in many articles, so many copies meet every other claim."""
Tied = Callable[[str], Mapping[str, bool]]
"""Gives the articles, by slug, that are kindred to one, and whether they tell one story."""
_Index = dict[str, list[int]]
"""Key -> the numbers of the claims that have it."""


def pairs(profiles: Sequence[Profile], tied: Tied) -> list[tuple[int, int]]:
    """Numbers of the profiles worth comparing, smaller first, sorted."""
    first, copies = _collapse(profiles)
    articles: dict[str, _Article] = {}
    for number in first:
        profile = profiles[number]
        articles.setdefault(profile.claim.document, _Article()).add(number, profile)
    found = set(copies)
    for slug, article in articles.items():
        own_least = {slug: LEAST}
        least = {o: LEAST if one else LEAST_KINDRED for o, one in tied(slug).items()}
        having = article.met([articles[other] for other in least if other in articles])
        for number, own in article.keys.items():
            profile = profiles[number]
            if profile.replies:
                found.update(_pair(number, article.before(profile), NEAREST_WITHIN))
            near = _near(profile, _sums(own, having), profiles, least)
            found.update(_pair(number, near, NEAREST))
            if not (profile.said.denied or profile.counted or profile.against):
                continue
            within = _near(profile, _sums(own, article.having), profiles, own_least)
            found.update(_pair(number, [one for one in within if one[1] != number], NEAREST_WITHIN))
    return sorted(found)


def _near(
    profile: Profile,
    sums: dict[int, float],
    profiles: Sequence[Profile],
    least: Mapping[str, float],
) -> list[tuple[float, int]]:
    """What ties others to a claim of all words, by kind and by counting, below 0; the others.

    ``least`` gives what must tie the claims of each article to it.
    """
    weight, kind, counts = profile.weight, profile.claim.kind, bool(profile.counted)
    near = []
    for number, total in sums.items():
        other = profiles[number]
        share = 2 * total / (weight + other.weight)
        claim = other.claim
        if claim.kind == kind:
            share += ONE_KIND
        if counts and other.counted:
            share += BOTH_COUNT
        if share >= least[claim.document]:
            near.append((-share, number))
    return near


def _pair(number: int, near: list[tuple[float, int]], most: int) -> Iterable[tuple[int, int]]:
    """A claim with the nearest of others."""
    near.sort()
    return [(number, n) if number < n else (n, number) for _, n in near[:most]]


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


class _Article:
    """The claims of one article, and which of them have which key."""

    __slots__ = ("_ending", "having", "keys")

    def __init__(self) -> None:
        self.keys: dict[int, dict[str, float]] = {}
        self.having: dict[str, list[int]] = {}
        self._ending: dict[int, list[int]] = {}

    def add(self, number: int, profile: Profile) -> None:
        """One of its claims with the keys that it has."""
        keys = self.keys[number] = _keys(profile)
        for key in keys:
            self.having.setdefault(key, []).append(number)
        self._ending.setdefault(profile.claim.sentence.end, []).append(number)

    def before(self, profile: Profile) -> list[tuple[float, int]]:
        """The claims of the sentence right before one, as ``_near`` gives them, the last first."""
        start = profile.claim.sentence.start
        met = [n for gap in range(GAP + 1) for n in self._ending.get(start - gap, ())]
        return [(-n, n) for n in met]

    def met(self, others: Iterable[_Article]) -> _Index:
        """Which claims of other articles have the keys of this one's."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for other in others:
            for key in self.having.keys() & other.having.keys():
                found[key] += other.having[key]
        return found


def _sums(own: dict[str, float], having: _Index) -> dict[int, float]:
    """The claims that have any of a claim's keys, with the weight of those that they have."""
    sums: dict[int, float] = {}
    met = [(having[key], weight, key) for key, weight in own.items() if key in having]
    if sum([len(others) for others, _, _ in met]) > REACH:
        met.sort(key=lambda one: (len(one[0]), one[2]))
    left = REACH
    for others, weight, _ in met:
        left -= len(others)
        if left < 0:
            break
        for other in others:
            sums[other] = sums.get(other, 0.0) + weight
    return sums


def _keys(profile: Profile) -> dict[str, float]:
    keys = {
        f"\x1f{name}": FAMILY_WEIGHT * w
        for name, w in profile.families.items()
        if not name.startswith(SEAT)
    }
    keys.update(profile.keys)
    return keys
