"""Claims -> pairs worth comparing: all that share something, the nearest of each."""

from __future__ import annotations

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
FAMILY_WEIGHT = 0.5
"""A shared family says half of what its word would."""
COPIES = 12
"""Of one sentence that stands in many articles, so many copies meet every other claim."""


def pairs(
    profiles: Sequence[Profile], tied: Callable[[str, str], tuple[bool, bool]]
) -> list[tuple[int, int]]:
    """Numbers of the profiles worth comparing, smaller first, sorted.

    ``tied`` says of two articles, by slug, whether they are kindred and whether they tell one
    story.
    """
    first, copies = _collapse(profiles)
    index: dict[str, list[int]] = {}
    keys = [_keys(profile) for profile in profiles]
    for number in first:
        for key in keys[number]:
            index.setdefault(key, []).append(number)
    found: set[tuple[int, int]] = set()
    for number in first:
        for partner in _nearest(number, profiles, keys[number], index, tied):
            found.add((min(number, partner), max(number, partner)))
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


def _keys(profile: Profile) -> dict[str, float]:
    keys = {
        f"\x1f{name}": FAMILY_WEIGHT * w
        for name, w in profile.families.items()
        if not name.startswith(SEAT)
    }
    keys.update(profile.keys)
    return keys


def _nearest(
    number: int,
    profiles: Sequence[Profile],
    own: dict[str, float],
    index: dict[str, list[int]],
    tied: Callable[[str, str], tuple[bool, bool]],
) -> list[int]:
    me = profiles[number]
    keys = sorted(own.items(), key=lambda item: (len(index[item[0]]), item[0]))
    sums: dict[int, float] = {}
    left = REACH
    for key, weight in keys:
        entries = index[key]
        left -= len(entries)
        if left < 0:
            break
        for other in entries:
            if other in sums:
                sums[other] += weight
            else:
                sums[other] = weight
    document = me.claim.document
    near = []
    for other, total in sums.items():
        partner = profiles[other]
        share = 2 * total / (me.weight + partner.weight)
        if share < LEAST or partner.claim.document == document:
            continue
        kindred, one = tied(document, partner.claim.document)
        if one or (kindred and share >= LEAST_KINDRED):
            near.append((share, -other))
    return [-other for _, other in nlargest(NEAREST, near)]
