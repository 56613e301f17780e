"""Rulings on claims, applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from variorum.model import Claim, ClaimRuling, Figure, Quoted, Span
from variorum.rulings.places import Ground, Wanted, contradiction, earliest

_FRAMING = ("duration", "age")
"""Kinds of figures that say when or of whom, beside the figure that a claim is about."""

Placed = tuple[ClaimRuling, Span]


@dataclass(frozen=True, slots=True)
class Decided:
    """What the rulings on claims did."""

    rejected: dict[str, ClaimRuling]
    """Claims that go once the relations are ruled, by id, with the ruling that rejects each."""
    added: frozenset[str]
    """Ids of the claims that a ruling adds, marked by the program as well or not."""


def apply(ground: Ground, rulings: Iterable[ClaimRuling]) -> Decided:
    """Add and amend claims on the ground, and tell which are rejected.

    Rejected claims stay until the relations are ruled, so that a relation demanded of one
    is seen to contradict its rejection.
    """
    placed: list[Placed] = [
        (ruling, span) for ruling in rulings if (span := ground.span(ruling.at, ruling))
    ]
    ground.make(Wanted(r.at.article, span, r.by, r.on) for r, span in placed if r.ruling == "add")
    decided: dict[str, list[ClaimRuling]] = {}
    for ruling, span in placed:
        claim = ground.claim(ruling.at.article, span, ruling)
        if claim:
            decided.setdefault(claim.id, []).append(ruling)
        else:
            ground.unmarked(ruling.at.article, span, ruling)
    agreed = {claim: same for claim, same in decided.items() if _agree(ground, same)}
    for article, claims in ground.claims.items():
        ground.claims[article] = tuple(_ruled(claim, agreed.get(claim.id, [])) for claim in claims)
    for ruled, same in sorted(agreed.items()):
        _restate(ground, ruled, same)
    return Decided(
        {claim: same[0] for claim, same in sorted(agreed.items()) if same[0].ruling == "reject"},
        frozenset(c for c, same in agreed.items() if any(r.ruling == "add" for r in same)),
    )


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
                or (one.restates and other.restates and one.restates != other.restates)
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
        figures=tuple(sorted(claim.figures, key=_after_the_count)),
        made_by=earliest(rulings).by,
    )


def _restate(ground: Ground, claim: str, rulings: list[ClaimRuling]) -> None:
    """Lay down which claim another only repeats, where a ruling says so."""
    for ruling in rulings:
        article = ruling.at.article
        if not ruling.restates:
            continue
        span = ground.span(Quoted(article, ruling.restates), ruling)
        body = ground.claim(article, span, ruling) if span else None
        if body and body.id != claim:
            ground.claims[article] = tuple(
                replace(one, restates=body.id) if one.id == claim else one
                for one in ground.claims[article]
            )
        elif span:
            fault = f'"{ruling.restates}" is no other claim; nothing restates it'
            ground.tell(ruling, fault, "Quote a claim as it is marked")


def _after_the_count(figure: Figure) -> tuple[bool, Span]:
    """Order in which a claim leads with what it counts, not with how long that took."""
    return figure.kind in _FRAMING, figure.span
