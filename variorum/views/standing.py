"""How well a matter is supported, in one plain sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from variorum.model import Relation, Status
from variorum.views.index import Index, status_of
from variorum.views.origins import Origins

_AGREE: tuple[Status, ...] = ("corroborates", "same-origin", "corroborates-unknown")
"""Kinds of agreement: independent, told again, not known."""


def standing(index: Index, found: Origins, relations: Sequence[Relation]) -> str:
    """How many reports and origins, what of it is known to be independent, and what is not."""
    return index.words.say(
        "standing.whole", reports=found.label, agreement=_agreement(index, relations)
    )


def _agreement(index: Index, relations: Sequence[Relation]) -> str:
    """How many pairs of passages agree, and how; told again is never called support."""
    words = index.words
    held = Counter(status_of(relation) for relation in relations)
    total = sum(held[status] for status in _AGREE)
    if not total:
        return words.say("standing.none")
    for status in _AGREE:
        if held[status] == total:
            return words.count(f"standing.all.{status}", total)
    parts = [
        words.say(f"standing.part.{status}", n=words.number(held[status]))
        if held[status]
        else words.say("standing.part.no_independent")
        for status in _AGREE
        if held[status] or status == "corroborates"
    ]
    return words.count("standing.some", total, parts=words.listing(parts))
