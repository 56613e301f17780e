"""A relation with both of its passages side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.marks import typographic
from variorum.model import STATUSES, Relation, Status
from variorum.views.frame import METHOD, link
from variorum.views.index import Index, status_of, when_key
from variorum.views.passages import Quotation, quotation, report
from variorum.views.people import band, maker, shared_origin


@dataclass(frozen=True, slots=True)
class PairView:
    """A relation, its earlier passage first."""

    id: str
    status: Status
    relation: str
    reason: str
    origin: str
    """What both rest on, in words; empty where nothing is known, or the reason says it."""
    maker: str
    band: str
    """How sure the program is, in words; empty where an editor has decided."""
    bands: str
    """Leads to what is known of each band."""
    report: str
    a: Quotation
    b: Quotation


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims, or relations, have a status."""

    status: Status
    label: str
    n: int


def counts(index: Index, relations: Iterable[Relation]) -> tuple[Count, ...]:
    """Relations counted by status, sharpest first; only those that occur."""
    held = Counter(status_of(relation) for relation in relations)
    return tuple(
        Count(status, index.words.count(f"part.{status}", held[status]), held[status])
        for status in STATUSES
        if held[status]
    )


def pair_id(relation: Relation) -> str:
    """Anchor of a relation where both of its passages are shown."""
    return f"r-{relation.a}-{relation.b}"


def pair(index: Index, relation: Relation, here: str) -> PairView:
    """A relation as shown on the page at ``here``."""
    first, second = sorted(
        (index.claims[relation.a], index.claims[relation.b]),
        key=lambda c: (when_key(index.documents[c.document]), c.span),
    )
    held = status_of(relation)
    return PairView(
        id=pair_id(relation),
        status=held,
        relation=index.words.label("relation", held),
        reason=typographic(relation.reason),
        origin=shared_origin(index, relation),
        maker=maker(index, relation),
        band=band(index, relation),
        bands=link(here, METHOD, "bands"),
        report=report(index, relation),
        a=quotation(index, first, here),
        b=quotation(index, second, here),
    )
