"""Scored pairs -> what is published and what is held back for an editor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from variorum.relations.align import Alignment

QUEUE = 6
"""Pairs that an editor is offered for one claim; more would bury the good ones."""
Scored = tuple[float, Alignment]


def choose(
    found: Iterable[Scored],
    publishable: Callable[[float, Alignment], bool],
    conflicting: Callable[[Alignment], bool],
) -> tuple[list[Scored], list[Scored]]:
    """Published pairs and the queue, both best first.

    Of each claim at most one partner in each other article is published, the best; a pair
    is published when neither of its claims has a better one there. Conflicts go first: a
    reader must not miss one because the same words also agree with something.
    """
    taken: set[tuple[str, str]] = set()
    published, held = [], []
    queued: Counter[str] = Counter()
    ranked = sorted(found, key=_order)
    fit = [publishable(*one) for one in ranked]
    sharp = [ready and conflicting(one[1]) for one, ready in zip(ranked, fit, strict=True)]
    turns = sorted(range(len(ranked)), key=lambda n: not sharp[n])
    for number in turns:
        sure, aligned = ranked[number]
        a, b = aligned.a.claim, aligned.b.claim
        places = {(a.id, b.document), (b.id, a.document)}
        if fit[number] and taken.isdisjoint(places):
            published.append((sure, aligned))
            taken |= places
        elif min(queued[a.id], queued[b.id]) < QUEUE:
            held.append((sure, aligned))
            queued[a.id] += 1
            queued[b.id] += 1
    return sorted(published, key=_order), sorted(held, key=_order)


def _order(scored: Scored) -> tuple[float, str, str]:
    return -scored[0], scored[1].a.claim.id, scored[1].b.claim.id
