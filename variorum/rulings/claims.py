"""Rulings on claims, applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from variorum.model import Claim, ClaimRuling, Span
from variorum.rulings.places import Ground, Wanted, contradiction, earliest

Placed = tuple[ClaimRuling, Span]


def apply(ground: Ground, rulings: Iterable[ClaimRuling]) -> dict[str, ClaimRuling]:
    """Add and amend claims on the ground; returns the rejected ones, still standing there.

    Rejected claims stay until the relations are ruled, so that a relation demanded of one
    is seen to contradict its rejection.
    """
    placed: list[Placed] = [
        (ruling, span) for ruling in rulings if (span := ground.span(ruling.at, ruling))
    ]
    ground.make(Wanted(r.at.article, span, r.by, r.on) for r, span in placed if r.ruling == "add")
    missing = [(r, s) for r, s in placed if r.ruling == "amend" and not _claim(ground, r, s)]
    ground.make(Wanted(r.at.article, span, r.by, r.on) for r, span in missing)
    decided: dict[str, list[ClaimRuling]] = {}
    for ruling, span in placed:
        claim = _claim(ground, ruling, span)
        if claim:
            decided.setdefault(claim.id, []).append(ruling)
    agreed = {claim: same for claim, same in decided.items() if _agree(ground, same)}
    for article, claims in ground.claims.items():
        ground.claims[article] = tuple(_ruled(claim, agreed.get(claim.id, [])) for claim in claims)
    return {claim: same[0] for claim, same in sorted(agreed.items()) if same[0].ruling == "reject"}


def _claim(ground: Ground, ruling: ClaimRuling, span: Span) -> Claim | None:
    return ground.claim(ruling.at.article, span)


def _agree(ground: Ground, rulings: list[ClaimRuling]) -> bool:
    """Whether rulings on one claim can all hold; tells of the first two that cannot."""
    rulings.sort(key=lambda ruling: (ruling.file, ruling.line))
    for n, one in enumerate(rulings):
        for other in rulings[n + 1 :]:
            apart = (
                (one.ruling == "reject") != (other.ruling == "reject")
                or (one.kind and other.kind and one.kind != other.kind)
                or (
                    one.attributed_to is not None
                    and other.attributed_to is not None
                    and one.attributed_to != other.attributed_to
                )
            )
            if apart:
                contradiction(ground, one, other, "claim")
                return False
    return True


def _ruled(claim: Claim, rulings: list[ClaimRuling]) -> Claim:
    """The claim as amended; the earliest ruling that says a thing says it."""
    if not rulings or rulings[0].ruling == "reject":
        return claim
    said = sorted(rulings, key=lambda ruling: (ruling.on, ruling.by, ruling.line))
    kind = next((ruling.kind for ruling in said if ruling.kind), claim.kind)
    speakers = (ruling.attributed_to for ruling in said if ruling.attributed_to is not None)
    return replace(
        claim,
        kind=kind,
        attributed_to=next(speakers, claim.attributed_to),
        note=next((ruling.note for ruling in said if ruling.note), claim.note),
        made_by=earliest(rulings).by,
    )
