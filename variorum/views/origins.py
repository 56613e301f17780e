"""Whose knowledge a group of claims is: reports counted by origin."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model import Claim
from variorum.views.index import Index, other
from variorum.views.passages import Quotation, quotation
from variorum.views.people import origin_of


@dataclass(frozen=True, slots=True)
class OriginBranch:
    """An origin and the passages that rest on it."""

    name: str
    passages: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """Reports by origin."""

    label: str
    """Such as "4 reports, 2 origins"."""
    named: tuple[OriginBranch, ...]
    """Named origins, those with most passages first."""
    unnamed: tuple[Quotation, ...]
    """Passages that give no origin."""


def origins(index: Index, claims: list[Claim], here: str) -> Origins:
    """The claims by origin: what a relation names as shared, else what the article tells."""
    members = {claim.id for claim in claims}
    named: dict[str, list[Claim]] = {}
    written: dict[str, str] = {}
    unnamed: list[Claim] = []
    for claim in claims:
        name = _shared(index, claim, members) or origin_of(index, claim)
        if name:
            key = name.casefold()
            written.setdefault(key, name)
            named.setdefault(key, []).append(claim)
        else:
            unnamed.append(claim)
    words = index.words
    label = words.say(
        "matter.origins_count",
        reports=words.count("n.reports", len({c.document for c in claims})),
        origins=words.count("n.origins", len(named)),
    )
    ranked = sorted(named, key=lambda key: (-len(named[key]), key))
    return Origins(
        label,
        tuple(
            OriginBranch(written[key], tuple(quotation(index, c, here) for c in named[key]))
            for key in ranked
        ),
        tuple(quotation(index, c, here) for c in unnamed),
    )


def _shared(index: Index, claim: Claim, members: set[str]) -> str:
    """The origin that a relation inside the group names; empty without one."""
    for relation in index.relations.get(claim.id, ()):
        if relation.origin and other(relation, claim.id) in members:
            return index.name(relation.origin)
    return ""
