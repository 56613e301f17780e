"""The annotation of a cluster, and what was found laid beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from variorum.evaluate.matching import Stretch, key_words, locate
from variorum.model import Analysis, Claim, Relation


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """An annotated claim."""

    at: Stretch
    figures: tuple[tuple[float | None, float | None, frozenset[str]], ...]
    """(low, high, words of the unit)."""
    speakers: frozenset[str]
    """Words of everyone it is attributed to."""


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """An annotated relation."""

    ends: frozenset[str]
    """Ids of its two claims."""
    type: str
    must: bool
    """Whether any reader would demand it."""
    independence: str


@dataclass(frozen=True, slots=True)
class Gold:
    """One cluster's annotation."""

    claims: Mapping[str, GoldClaim]
    relations: tuple[GoldRelation, ...]
    twins: Mapping[str, frozenset[str]]
    """Every claim with those that restate it or that it restates, itself included."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What was found, laid beside what was annotated."""

    gold: Gold
    claims: Mapping[str, Claim]
    places: Mapping[str, Stretch]
    to_gold: Mapping[str, frozenset[str]]
    """For each claim found, the annotated ones it is the same as."""
    to_found: Mapping[str, tuple[str, ...]]
    """The other way round, for those that were found."""

    def relations(self, relation: Relation, *, typed: bool) -> frozenset[int]:
        """Places of the annotated relations that this one is the same as."""
        a, b = (self._with_twins(end) for end in (relation.a, relation.b))
        return frozenset(
            number
            for number, gold in enumerate(self.gold.relations)
            if (not typed or gold.type == relation.type) and _joins(gold.ends, a, b)
        )

    def _with_twins(self, claim: str) -> frozenset[str]:
        same = self.to_gold.get(claim, frozenset())
        return frozenset(twin for gold in same for twin in self.gold.twins[gold])


def _joins(ends: frozenset[str], a: frozenset[str], b: frozenset[str]) -> bool:
    first, *rest = sorted(ends)
    second = rest[0] if rest else first
    return (first in a and second in b) or (first in b and second in a)


def annotation(raw: Any, folded: Mapping[str, str]) -> Gold:
    """The annotation in a ``gold.json``; ``folded`` maps its files to their folded texts."""
    claims, twins = {}, defaultdict(set)
    for each in raw["claims"]:
        at = locate(
            each["file"],
            folded[each["file"]],
            each["quote"],
            each.get("prefix") or "",
            each.get("suffix") or "",
        )
        figures = tuple(
            (figure["low"], figure["high"], key_words(figure.get("unit") or ""))
            for figure in each.get("figures") or ()
        )
        speakers = key_words(" ".join(each.get("attributed_to") or ()))
        claims[each["id"]] = GoldClaim(at, figures, speakers)
        for one, other in ((each["id"], each["id"]), (each["id"], each.get("restates"))):
            if other:
                twins[one].add(other)
                twins[other].add(one)
    relations = tuple(
        GoldRelation(
            frozenset((each["a"], each["b"])),
            each["type"],
            each["salience"] == "must",
            each.get("independence") or "unknown",
        )
        for each in raw["relations"]
    )
    known = {one: frozenset(others & claims.keys()) for one, others in twins.items()}
    return Gold(claims, relations, known)


def match(gold: Gold, found: Analysis, folded: Mapping[str, str]) -> Matched:
    """The analysis of the same texts, laid beside the annotation."""
    places = {
        claim.id: locate(claim.document, folded[claim.document], claim.quote)
        for claim in found.claims
    }
    to_gold = {
        mine: frozenset(name for name, claim in gold.claims.items() if place.same(claim.at))
        for mine, place in places.items()
    }
    to_found: dict[str, list[str]] = defaultdict(list)
    for mine, names in to_gold.items():
        for name in names:
            to_found[name].append(mine)
    claims = {claim.id: claim for claim in found.claims}
    return Matched(gold, claims, places, to_gold, {k: tuple(v) for k, v in to_found.items()})
