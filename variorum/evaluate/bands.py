"""How far the relations that the program publishes can be trusted, by band of confidence."""

from __future__ import annotations

from variorum.evaluate.gold import Matched
from variorum.model import Analysis
from variorum.quality import BANDS, band_of

NAMES = tuple(f"published_{band}_{what}" for band in BANDS for what in ("judged", "right", "akin"))
"""All counts, to be added up over clusters."""


def published(matched: Matched, found: Analysis) -> dict[str, int]:
    """Published relations by band: judged; right; related at least, of whatever type.

    Every published relation is judged: the annotation of a cluster is complete.
    """
    counted = dict.fromkeys(NAMES, 0)
    for relation in found.relations:
        key = f"published_{band_of(relation.score)}"
        counted[f"{key}_judged"] += 1
        counted[f"{key}_right"] += bool(matched.relations(relation, typed=True))
        counted[f"{key}_akin"] += bool(matched.relations(relation, typed=False))
    return counted
