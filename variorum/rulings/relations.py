"""Rulings on relations, applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.model import ClaimRuling, Quoted, Relation, RelationRuling, Span
from variorum.rulings.places import Ground, Wanted, contradiction, earliest

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A ruling with the places of its two quotations."""

    ruling: RelationRuling
    here: Span
    there: Span

    def sides(self) -> tuple[tuple[Quoted, Span], tuple[Quoted, Span]]:
        return (self.ruling.here, self.here), (self.ruling.there, self.there)


def apply(
    ground: Ground,
    rulings: Iterable[RelationRuling],
    published: Sequence[Relation],
    held_back: Sequence[Relation],
    rejected: Mapping[str, ClaimRuling],
) -> tuple[tuple[Relation, ...], tuple[Relation, ...]]:
    """Published and held back relations as ruled; makes the claims that editors relate."""
    placed = [found for ruling in rulings if (found := _place(ground, ruling))]
    ground.make(
        Wanted(at.article, span, found.ruling.by, found.ruling.on)
        for found in placed
        for at, span in found.sides()
        if _makes(found.ruling) and not ground.named(at.article, span).claim
    )
    program = {(relation.a, relation.b): relation for relation in (*held_back, *published)}
    decided: dict[Pair, list[RelationRuling]] = {}
    for found in placed:
        pair = _pair(ground, found, rejected)
        if pair:
            decided.setdefault(pair, []).append(found.ruling)
    kept = {(relation.a, relation.b): relation for relation in published}
    ruled = {pair for pair, same in decided.items() if _agree(ground, same)}
    for pair in sorted(ruled):
        ruling = earliest(decided[pair])
        assert isinstance(ruling, RelationRuling)
        kept.pop(pair, None)
        relation = _ruled(ground, ruling, pair, program.get(pair))
        if relation:
            kept[pair] = relation
    waiting = tuple(relation for relation in held_back if (relation.a, relation.b) not in ruled)
    return tuple(kept[pair] for pair in sorted(kept)), waiting


def _makes(ruling: RelationRuling) -> bool:
    """Whether the ruling alone says enough for a relation that no program proposes."""
    return ruling.ruling != "reject" and bool(ruling.type and ruling.reason)


def _place(ground: Ground, ruling: RelationRuling) -> _Placed | None:
    here, there = ground.span(ruling.here, ruling), ground.span(ruling.there, ruling)
    return _Placed(ruling, here, there) if here and there else None


def _pair(ground: Ground, found: _Placed, rejected: Mapping[str, ClaimRuling]) -> Pair | None:
    """Ids of the two claims in order; None, told where it matters, if there are no such two."""
    ruling = found.ruling
    claims = [ground.claim(at.article, span, ruling) for at, span in found.sides()]
    one, other = claims
    if one is None or other is None:
        for claim, (at, span) in zip(claims, found.sides(), strict=True):
            if claim is None:
                ground.unmarked(at.article, span, ruling)
        return None
    if one.id == other.id:
        fault = "both quotations name the same claim; the ruling is not applied"
        ground.tell(ruling, fault, "Quote the claims as they are marked")
        return None
    for claim in (one, other):
        if claim.id in rejected and ruling.ruling != "reject":
            contradiction(ground, rejected[claim.id], ruling, "claim")
            return None
    return (one.id, other.id) if one.id < other.id else (other.id, one.id)


def _lost(ground: Ground, ruling: RelationRuling) -> None:
    fault = (
        f"there is no relation to {ruling.ruling} between these words; the ruling is not applied"
    )
    ground.tell(ruling, fault, "Give it a type and a reason, or remove it")


def _agree(ground: Ground, rulings: list[RelationRuling]) -> bool:
    """Whether rulings on one pair say the same; tells of the first that does not."""
    rulings.sort(key=lambda ruling: (ruling.file, ruling.line))
    first = rulings[0]
    for other in rulings[1:]:
        if _said(first) != _said(other):
            contradiction(ground, first, other, "two claims")
            return False
    return True


def _said(ruling: RelationRuling) -> tuple[str | None, ...]:
    if ruling.ruling == "reject":
        return ("reject",)
    return (ruling.ruling, ruling.type, ruling.independence, ruling.origin, ruling.reason)


def _ruled(
    ground: Ground, ruling: RelationRuling, pair: Pair, program: Relation | None
) -> Relation | None:
    """The relation that a ruling leaves between two claims, if any."""
    if ruling.ruling == "reject":
        return None
    if program is None and not _makes(ruling):
        _lost(ground, ruling)
        return None
    if ruling.ruling == "accept" and program and ruling.type in (None, program.type):
        return _worded(replace(program, score=1.0, confirmed_by=ruling.by), ruling)
    if ruling.ruling == "accept" and program:
        fault = f'accepted as "{ruling.type}", which the program now calls "{program.type}"'
        ground.tell(ruling, fault, "The ruling holds; look whether it still should", "note")
    kind = ruling.type or (program.type if program else None)
    assert kind is not None  # _makes saw a type where the program has none
    made = Relation(
        *pair,
        type=kind,
        independence="unknown" if kind == "corroborates" else None,
        origin="",
        reason="",
        score=1.0,
        made_by=ruling.by,
    )
    if program and ruling.ruling != "add" and program.type == kind:
        made = replace(program, score=1.0, made_by=ruling.by)
    elif program and not ruling.reason:
        made = replace(made, reason=program.reason)
    return _worded(made, ruling)


def _worded(relation: Relation, ruling: RelationRuling) -> Relation:
    """The relation with what the ruling says of independence, origin and reason."""
    independence = relation.independence
    if relation.type == "corroborates":
        independence = ruling.independence or ("shared-origin" if ruling.origin else independence)
    shared = independence == "shared-origin"
    return replace(
        relation,
        independence=independence,
        origin=(ruling.origin or relation.origin) if shared else "",
        reason=ruling.reason or relation.reason,
    )
