"""The matters a reader goes on to from one matter: its neighbours in the list, and its kin."""

from __future__ import annotations

from collections import Counter

from variorum.marks import typographic
from variorum.model import Matter
from variorum.views.frame import Link, link, matter_path
from variorum.views.index import Index, other
from variorum.views.shelves import Steps

_MOST = 4
"""Related matters shown."""
_SHARED, _TIED, _BESIDE = 3, 2, 1
"""What a claim in common counts, a relation across, and two claims of one paragraph."""
_LEAST = 2
"""The sum from which a matter is called related."""


def steps(ranked: list[Matter], place: int) -> Steps:
    """The matters before and after the ``place``-th of the list, counted from 1."""
    here = matter_path(ranked[place - 1].slug)
    before = _link(ranked[place - 2], here) if place > 1 else None
    after = _link(ranked[place], here) if place < len(ranked) else None
    return Steps(before, after, ())


def related(index: Index, found: Matter) -> tuple[Link, ...]:
    """The matters that share most with this one, at most four."""
    sums: Counter[str] = Counter()
    by_slug = {matter.slug: matter for matter in index.archive.matters}
    members = set(found.claims) & index.claims.keys()
    for claim in sorted(members):
        sums += _points(index, (claim,), _SHARED)
        far = [other(relation, claim) for relation in index.relations.get(claim, ())]
        sums += _points(index, [c for c in far if c not in members], _TIED)
        at = index.claims[claim]
        beside = [
            c.id
            for c in index.claims_of[at.document]
            if c.paragraph == at.paragraph and c.id not in members
        ]
        sums += _points(index, beside, _BESIDE)
    del sums[found.slug]
    best = sorted((slug for slug, n in sums.items() if n >= _LEAST), key=lambda s: (-sums[s], s))
    here = matter_path(found.slug)
    return tuple(_link(by_slug[slug], here) for slug in best[:_MOST])


def _points(index: Index, claims: list[str] | tuple[str, ...], worth: int) -> Counter[str]:
    return Counter(
        {
            slug: n * worth
            for slug, n in Counter(
                matter.slug for claim in claims for matter in index.matters.get(claim, ())
            ).items()
        }
    )


def _link(matter: Matter, here: str) -> Link:
    return Link(typographic(matter.title), link(here, matter_path(matter.slug)))
