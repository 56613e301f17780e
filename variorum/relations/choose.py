"""Scored pairs -> what is published and what is held back for an editor."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from variorum.relations.align import Alignment

STANDING = 0.3
"""How far down the queue a pair goes for what either claim has better in the other article:
an editor first meets the likeliest partner of every claim, then the next."""
Scored = tuple[float, Alignment]


def choose(
    found: Iterable[Scored],
    publishable: Callable[[float, Alignment], bool],
    conflicting: Callable[[Alignment], bool],
) -> tuple[list[Scored], list[Scored]]:
    """Published pairs, best first, and the queue: all others, in the order worth reading.

    Of each claim at most one partner in each other article is published, the best; a pair
    is published when neither of its claims has a better one there. Conflicts go first: a
    reader must not miss one because the same words also agree with something.
    """
    taken: set[tuple[str, str]] = set()
    published, held = [], []
    ranked = sorted(found, key=_order)
    fit = [publishable(*one) for one in ranked]
    sharp = [ready and conflicting(one[1]) for one, ready in zip(ranked, fit, strict=True)]
    turns = sorted(range(len(ranked)), key=lambda n: not sharp[n])
    for number in turns:
        places = _places(ranked[number][1])
        if fit[number] and taken.isdisjoint(places):
            published.append(ranked[number])
            taken.update(places)
        else:
            held.append(ranked[number])
    return sorted(published, key=_order), _queue(ranked, held)


def _queue(ranked: list[Scored], held: list[Scored]) -> list[Scored]:
    """Held pairs by their score and by how they stand beside the rivals of both claims."""
    best: dict[tuple[str, str], list[float]] = {}
    for sure, aligned in ranked:
        for place in _places(aligned):
            first = best.setdefault(place, [])
            if len(first) < 2:
                first.append(sure)

    def standing(scored: Scored) -> tuple[float, str, str]:
        sure, aligned = scored
        ahead = 0.0
        for place in _places(aligned):
            first = best[place]
            rival = first[0] if sure < first[0] else first[-1]
            ahead += sure - rival
        turn = sure + STANDING * ahead
        return -round(turn, 6), aligned.a.claim.id, aligned.b.claim.id

    return sorted(held, key=standing)


def _places(aligned: Alignment) -> tuple[tuple[str, str], tuple[str, str]]:
    """Each claim with the article of the other."""
    a, b = aligned.a.claim, aligned.b.claim
    return (a.id, b.document), (b.id, a.document)


def _order(scored: Scored) -> tuple[float, str, str]:
    return -scored[0], scored[1].a.claim.id, scored[1].b.claim.id
