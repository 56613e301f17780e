"""Claims -> relations: candidates, comparison, verdict, independence, reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Authorities, Claim, Document, Relation


@dataclass(frozen=True, slots=True)
class Related:
    """What the stage returns."""

    relations: tuple[Relation, ...]
    """Published, by (a, b)."""
    suggestions: tuple[Relation, ...]
    """Held back, best first."""


def relate(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    *,
    publish_at: float,
    suggest_at: float,
    authorities: Authorities = Authorities(),  # noqa: B008 - frozen
) -> Related:
    """The relations between the claims of different documents."""
    return Related((), ())


def compare(a: str, b: str) -> Relation | None:
    """How two passages relate on their own; None when they are not about the same matter."""
    return None
