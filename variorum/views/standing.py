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
        "standing.whole",
        verdict=_verdict(index, relations),
        reports=found.label,
        agreement=_agreement(index, relations),
    )


def doubt(index: Index, found: Origins, relations: Sequence[Relation]) -> str:
    """What keeps reports that agree from being independent; empty where nothing does."""
    held = {status_of(relation) for relation in relations}
    if "corroborates-unknown" not in held:
        return ""
    if "corroborates" in held:
        return index.words.say("origin.doubt.some")
    several = len(found.named) + len(found.described) > 1 and not found.unnamed
    return index.words.say(f"origin.doubt.{'several' if several else 'unsaid'}")


def _verdict(index: Index, relations: Sequence[Relation]) -> str:
    confirmed = sum(status_of(relation) == "corroborates" for relation in relations)
    if not confirmed:
        return index.words.say("standing.unconfirmed")
    return index.words.count("standing.confirmed", confirmed)


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
        for status in _AGREE
        if held[status]
    ]
    return words.count("standing.some", total, parts=words.listing(parts))
