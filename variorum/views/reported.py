"""The claims most reported: those that most outlets tell, with whose knowledge they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.model import Claim
from variorum.views.index import Index, other, when_key
from variorum.views.origins import origins
from variorum.views.pairs import Count, counts
from variorum.views.passages import Quotation, quotation
from variorum.views.people import identified, outlet, outlets
from variorum.views.standing import doubt

_FEWEST = 2
"""Outlets from which a claim counts as reported by more than one."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that several outlets tell."""

    at: Quotation
    outlets: str
    """How many, in words."""
    origins: str
    """Of how many origins these reports are, in words."""
    tally: tuple[Count, ...]
    """How the other passages stand to it."""
    doubt: str
    """What keeps them from being independent, in a sentence; empty where nothing does."""


def most_reported(index: Index, most: int, here: str) -> tuple[Told, ...]:
    """The claims that most outlets tell, each with what agrees with it and no claim twice."""
    ranked = sorted(_candidates(index), key=lambda row: row[0])
    used: set[str] = set()
    found: list[Told] = []
    for _, claim in ranked:
        if len(found) == most:
            break
        around = [claim, *_agreeing(index, claim)]
        if not used.isdisjoint(one.id for one in around):
            continue
        used.update(one.id for one in around)
        found.append(_told(index, claim, around, here))
    return tuple(found)


def _candidates(index: Index) -> Iterator[tuple[tuple[int, int, tuple[str, str], int], Claim]]:
    """The claims of more than one outlet, each with what ranks it."""
    for claim in index.archive.claims:
        if claim.id not in index.relations or claim.restates:
            continue
        slugs = {one.document for one in (claim, *_agreeing(index, claim))}
        tellers = {_teller(index, slug) for slug in slugs}
        if len(tellers) >= _FEWEST:
            first = when_key(index.documents[claim.document])
            yield (-len(tellers), -len(slugs), first, claim.span.start), claim


def _agreeing(index: Index, claim: Claim) -> list[Claim]:
    """The claims of other articles that say the same."""
    return [
        index.claims[other(relation, claim.id)]
        for relation in index.relations.get(claim.id, ())
        if relation.type == "corroborates"
    ]


def _teller(index: Index, slug: str) -> str:
    """Who tells it; an outlet that is not identified is not taken for any other."""
    document = index.documents[slug]
    return outlet(index, document) if identified(document) else f"/{slug}"


def _told(index: Index, claim: Claim, around: list[Claim], here: str) -> Told:
    documents = {one.document: index.documents[one.document] for one in around}
    agreeing = [r for r in index.relations[claim.id] if r.type == "corroborates"]
    whence = origins(index, around, here)
    return Told(
        at=quotation(index, claim, here),
        outlets=outlets(index, documents.values()),
        origins=whence.label,
        tally=counts(index, agreeing),
        doubt=doubt(index, whence, agreeing),
    )
