"""How far the relations among some articles hold when one more article joins them."""

from __future__ import annotations

from collections.abc import Mapping

import variorum
from variorum.evaluate.matching import share
from variorum.model import Analysis

Ends = dict[tuple[str, str], str]


def stability(texts: Mapping[str, str], dates: Mapping[str, str], whole: Analysis) -> float:
    """Share of the published relations that one more article leaves as they were.

    Each article in turn plays the newcomer. Of all relations between the others, published
    with it or without it, those count that are published both times with one type; 1 when
    nothing moves, and when nothing is published at all. ``whole`` is the analysis of all
    ``texts``.
    """
    kept = seen = 0
    of = {claim.id: claim.document for claim in whole.claims}
    for newcomer in sorted(texts):
        rest = {name: text for name, text in texts.items() if name != newcomer}
        before = _published(variorum.analyse(rest, dates))
        after = {
            ends: verdict
            for ends, verdict in _published(whole).items()
            if newcomer not in (of[ends[0]], of[ends[1]])
        }
        seen += len(before.keys() | after.keys())
        kept += len(before.items() & after.items())
    return share(kept, seen) if seen else 1.0


def _published(found: Analysis) -> Ends:
    return {(relation.a, relation.b): relation.type for relation in found.relations}
