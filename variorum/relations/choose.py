"""Scored pairs -> what is published and what is held back for an editor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from variorum.relations.align import Alignment
from variorum.relations.verdict import Judgement

STANDING = 0.3
"""How far down the queue a pair goes for what either claim has better in the other article:
an editor first meets the likeliest partner of every claim, then the next."""
_Sides = tuple[tuple[str, str], tuple[str, str]]


class Scored(NamedTuple):
    """Two claims that are likely about one matter."""

    sure: float
    """The score."""
    aligned: Alignment
    verdict: Judgement
    copied: bool
    """Whether a run of words stands in both that nobody writes alike by chance."""


def choose(
    found: Iterable[Scored], publishable: Callable[[Scored], bool]
) -> tuple[list[Scored], list[Scored]]:
    """Published pairs, best first, and the queue: all others, in the order worth reading.

    Of each claim at most one partner in each other article is published, the best; a pair
    is published when neither of its claims has a better one there. Conflicts go first: a
    reader must not miss one because the same words also agree with something.
    """
    taken: set[tuple[str, str]] = set()
    published: list[int] = []
    ranked = sorted(found, key=_order)
    sides = [_sides(scored.aligned) for scored in ranked]
    fit = [publishable(scored) for scored in ranked]
    ready = [number for number, may in enumerate(fit) if may]
    for number in sorted(ready, key=lambda n: ranked[n].verdict.type != "conflicts"):
        if taken.isdisjoint(sides[number]):
            published.append(number)
            taken.update(sides[number])
    chosen = set(published)
    held = [number for number in range(len(ranked)) if number not in chosen]
    return [ranked[number] for number in sorted(published)], _queue(ranked, sides, held)


def _queue(ranked: list[Scored], sides: list[_Sides], held: list[int]) -> list[Scored]:
    """Held pairs by their score and by how they stand beside the rivals of both claims."""
    best: dict[tuple[str, str], list[float]] = {}
    for scored, pair in zip(ranked, sides, strict=True):
        for side in pair:
            first = best.setdefault(side, [])
            if len(first) < 2:
                first.append(scored.sure)

    def standing(number: int) -> tuple[float, str, str]:
        sure, (one, other) = ranked[number].sure, sides[number]
        ahead = 0.0
        for first in (best[one], best[other]):
            rival = first[0] if sure < first[0] else first[-1]
            ahead += sure - rival
        return -round(sure + STANDING * ahead, 6), one[0], other[0]

    return [ranked[number] for number in sorted(held, key=standing)]


def _sides(aligned: Alignment) -> _Sides:
    """Each claim with the article of the other."""
    a, b = aligned.a.claim, aligned.b.claim
    return (a.id, b.document), (b.id, a.document)


def _order(scored: Scored) -> tuple[float, str, str]:
    return -scored.sure, scored.aligned.a.claim.id, scored.aligned.b.claim.id
