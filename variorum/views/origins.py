"""Whose knowledge a group of claims is: reports counted by origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.model import Claim
from variorum.views.groups import together
from variorum.views.index import Index, other, status_of
from variorum.views.names import Names, entry
from variorum.views.passages import Quotation, quotation
from variorum.views.whence import whence


@dataclass(frozen=True, slots=True)
class Report:
    """An article and those of its passages that rest on one origin."""

    outlet: str
    date: str
    through: str
    """By whom it has these passages, beside who says them; empty where by nobody."""
    passages: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class OriginBranch:
    """An origin and the reports that rest on it."""

    name: str
    href: str
    """Leads to its entry among the origins; empty where it has none."""
    reports: tuple[Report, ...]
    """In the order of the claims."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Reports by origin."""

    label: str
    """Such as "4 reports rest on 2 origins"."""
    named: tuple[OriginBranch, ...]
    """Named origins, those with most passages first."""
    described: tuple[OriginBranch, ...]
    """Sources that are only described, in the same order; never counted among the named."""
    unnamed: tuple[Report, ...]
    """Those whose passages here give no origin."""


def origins(index: Index, claims: list[Claim], here: str, names: Names | None = None) -> Origins:
    """The claims by origin.

    Claims that name one origin or parts of one body, or that a relation says share an
    origin, count as one voice. With ``names`` each leads to its entry.
    """
    grouped, unnamed = _grouped(index, claims)
    called = [(group, _name(index, group)) for group in grouped]
    called.sort(key=lambda row: (-len(row[0]), row[1].casefold()))
    found = [
        OriginBranch(name, at, reports(index, group, here))
        for group, name in called
        for at in [entry(index, names, "origins", name, here).href if names else ""]
    ]
    named = tuple(one for one in found if index.named(one.name))
    described = tuple(one for one in found if not index.named(one.name))
    told = _label(index, len({claim.document for claim in claims}), named, described, unnamed)
    return Origins(told, named, described, reports(index, unnamed, here))


def reports(index: Index, claims: Iterable[Claim], here: str) -> tuple[Report, ...]:
    """The claims by article, both in the order in which they come."""
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        held.setdefault(claim.document, []).append(claim)
    return tuple(_report(index, told, here) for told in held.values())


def _report(index: Index, claims: list[Claim], here: str) -> Report:
    """Claims of one article."""
    said = tuple(quotation(index, claim, here) for claim in claims)
    by = dict.fromkeys(name for claim in claims for name in whence(index, claim).through)
    outlet, through = said[0].outlet, ""
    if by:
        through = index.words.say("origin.through", names=index.words.listing(by))
    return Report(outlet, said[0].date, through, said)


def _label(
    index: Index,
    told: int,
    named: Sequence[OriginBranch],
    described: Sequence[OriginBranch],
    unnamed: Sequence[Claim],
) -> str:
    """How many reports rest on how many named origins, on how many sources that nobody names,
    and how many passages give none."""
    words = index.words
    if not described and not unnamed:
        if len(named) == 1:
            return words.count("origin.sole", told, name=named[0].name)
        return words.count("origin.reports", told, origins=words.count("origin.named", len(named)))
    if not named and not described:
        return words.count("origin.unnamed", told)
    parts = [
        words.count(f"origin.{key}", len(held))
        for key, held in (("named", named), ("described", described), ("none", unnamed))
        if held
    ]
    reports = words.count("n.reports", told)
    return words.say("origin.partly", reports=reports, parts=words.listing(parts))


def _grouped(index: Index, claims: list[Claim]) -> tuple[list[list[Claim]], list[Claim]]:
    """Claims joined by a name or by a relation's shared origin; and those joined to no name."""
    members = {claim.id for claim in claims}
    ties: list[tuple[str, str]] = []
    for claim in claims:
        ties += ((claim.id, f"name:{name.casefold()}") for name in _heads(index, claim))
        for relation in index.relations.get(claim.id, ()):
            far = other(relation, claim.id)
            if relation.origin and far in members:
                ties.append((claim.id, far))
    group = together(ties)
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.id in group:
            found.setdefault(group[claim.id], []).append(claim)
    return list(found.values()), [claim for claim in claims if claim.id not in group]


def voices(index: Index, claims: list[Claim]) -> int:
    """How many origins speak in these claims, each counted once however often it is repeated.

    Claims that agree without known independence count as one, and so do the claims of an
    article that names nobody.
    """
    members = {claim.id for claim in claims}
    ties: list[tuple[str, str]] = []
    for claim in claims:
        names = _heads(index, claim) or (f"article:{claim.document}",)
        ties += ((claim.id, name.casefold()) for name in names)
        ties += (
            (claim.id, far)
            for relation in index.relations.get(claim.id, ())
            for far in [other(relation, claim.id)]
            if far in members and status_of(relation) in {"same-origin", "corroborates-unknown"}
        )
    group = together(ties)
    return len({group[claim.id] for claim in claims})


def _heads(index: Index, claim: Claim) -> tuple[str, ...]:
    """The bodies a claim's origins belong to: parts of one body are no two witnesses."""
    return tuple(map(index.whole, whence(index, claim).origins))


def _name(index: Index, claims: list[Claim]) -> str:
    """The origin a relation of the group names most often, else the one its claims name; one
    with a name before one that is only described."""
    members = {claim.id for claim in claims}
    shared = Counter(
        index.name(relation.origin)
        for claim in claims
        for relation in index.relations.get(claim.id, ())
        if relation.origin and other(relation, claim.id) in members
    )
    told = Counter(name for claim in claims for name in whence(index, claim).origins)
    heads = Counter(name for claim in claims for name in _heads(index, claim))
    counted = shared or (told if len(told) == 1 else heads)
    return min(counted, key=lambda name: (not index.named(name), -counted[name], name.casefold()))
