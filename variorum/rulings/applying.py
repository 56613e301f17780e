"""Claims and relations of the program + rulings -> claims and relations as ruled.

Rulings are first laid on their places, all of them, and only then applied by kind
(claims added, amended, rejected; then relations), so that their order in the files
changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from variorum.model import (
    EDITOR,
    Claim,
    ClaimRuling,
    Document,
    MatterRuling,
    Paragraph,
    Relation,
)
from variorum.problems import Problem
from variorum.quotes import Finder
from variorum.rulings import claims as on_claims
from variorum.rulings import relations as on_relations
from variorum.rulings import replacing
from variorum.rulings.places import RULE, Ground, Wanted, by_span
from variorum.rulings.reading import Rulings


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the program found, or what rulings made of it."""

    claims: tuple[Claim, ...]
    """By document, then by span."""
    relations: tuple[Relation, ...]
    """Published, by (a, b)."""
    suggestions: tuple[Relation, ...]
    """Held back, best first."""


def apply(
    documents: Sequence[Document],
    paragraphs: Sequence[tuple[Paragraph, ...]],
    found: Ruled,
    rulings: Rulings,
    matters: Sequence[MatterRuling] = (),
) -> tuple[Ruled, tuple[Problem, ...]]:
    """The program's findings as the editors ruled, and what became of each lost ruling.

    ``matters`` are read for the claims they include: where the program marks none, one is
    made.
    """
    slugs = [document.slug for document in documents]
    standing: dict[str, list[Claim]] = {slug: [] for slug in slugs}
    for claim in found.claims:
        standing[claim.document].append(claim)
    ground = Ground(
        dict(zip(slugs, documents, strict=True)),
        dict(zip(slugs, paragraphs, strict=True)),
        {slug: by_span(claims) for slug, claims in standing.items()},
        Finder(tuple(documents)),
    )
    decided = on_claims.apply(ground, rulings.claims)
    rejected = decided.rejected
    published, held_back = on_relations.apply(
        ground, rulings.relations, found.relations, found.suggestions, rejected
    )
    marked = {claim.id: claim for own in ground.claims.values() for claim in own}
    settled = replacing.settled(marked, published)
    doubled = tuple(one for one in published if (one.a, one.b) in settled)
    published = tuple(one for one in published if (one.a, one.b) not in settled)
    held_back = tuple(sorted((*doubled, *held_back), key=lambda o: (-o.score, o.a, o.b)))
    ground.make(_wanted(ground, matters))
    _tell_of_removed(ground, rejected, published)
    heirs = _replaced(ground, decided.added - rejected.keys(), published, matters)
    gone = rejected.keys() | heirs.keys()
    claims = tuple(
        replace(claim, restates=_now(claim.restates, heirs, rejected.keys()))
        for slug in sorted(slugs)
        for claim in ground.claims[slug]
        if claim.id not in gone
    )
    return (
        Ruled(claims, _without(published, gone), _without(held_back, gone)),
        tuple(ground.problems),
    )


def _replaced(
    ground: Ground, added: Set[str], published: Sequence[Relation], matters: Sequence[MatterRuling]
) -> dict[str, str]:
    """Claims of the program that give way to an editor's, each with the one it gives way to."""
    included = {
        claim.id
        for matter in matters
        for at in matter.includes
        if (place := ground.finder.place(at)).span
        and (claim := ground.named(at.article, place.span).claim)
    }
    heirs: dict[str, str] = {}
    for claims in ground.claims.values():
        own = {claim.id for claim in claims if claim.rule == RULE or claim.id in added}
        heirs |= replacing.replaced(claims, own, published, included)
    return heirs


def _now(restated: str, heirs: Mapping[str, str], rejected: Set[str]) -> str:
    """The claim that a headline repeats, now that some have gone."""
    return "" if restated in rejected else heirs.get(restated, restated)


def _wanted(ground: Ground, matters: Sequence[MatterRuling]) -> list[Wanted]:
    """The claims that matters include and nobody made; matters tell of those in vain."""
    return [
        Wanted(at.article, place.span, EDITOR)
        for matter in matters
        for at in matter.includes
        if (place := ground.finder.place(at)).span
        and ground.holds(at.article, place.span)
        and not ground.named(at.article, place.span).claim
    ]


def _tell_of_removed(
    ground: Ground, rejected: Mapping[str, ClaimRuling], published: Sequence[Relation]
) -> None:
    for claim, ruling in rejected.items():
        count = sum(claim in (relation.a, relation.b) for relation in published)
        if count:
            things = "a relation" if count == 1 else f"{count} relations"
            ground.tell(ruling, f"rejecting this claim also removes {things}", level="note")


def _without(relations: Sequence[Relation], gone: Set[str]) -> tuple[Relation, ...]:
    return tuple(r for r in relations if r.a not in gone and r.b not in gone)
