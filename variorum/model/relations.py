"""The records of relations: what ties claims to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.claims import PROGRAM, Claim

Verdict = Literal["corroborates", "conflicts", "differs"]
Independence = Literal["independent", "shared-origin", "unknown"]
Status = Literal[
    "conflicts", "corroborates", "corroborates-unknown", "same-origin", "differs", "unlinked"
]
STATUSES: tuple[Status, ...] = (
    "conflicts",
    "corroborates",
    "corroborates-unknown",
    "same-origin",
    "differs",
    "unlinked",
)
"""Every status of a claim, sharpest first."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie between two claims, read the same from both ends."""

    a: str
    """Id of the claim that sorts first."""
    b: str
    """Id of the other claim."""
    type: Verdict
    independence: Independence | None
    """Of a corroboration; None for the other verdicts."""
    origin: str
    """What both rest on, where independence is ``shared-origin``; otherwise empty."""
    reason: str
    """One plain sentence for the reader: what is the same and what is not."""
    score: float
    """How sure the engine is, 0 to 1; 1 when an editor made or confirmed it."""
    frame: str = ""
    """Which comparison gave the verdict ("count × count", "denial × blame")."""
    made_by: str = PROGRAM
    """``program``, or the initials of the editor who added or amended it."""
    confirmed_by: str = ""
    """Initials of the editor who accepted the program's relation as it stood."""
    evidence: tuple[str, ...] = ()
    """What was compared and what it counted, one line each, for ``--explain``."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Claims that answer one question."""

    slug: str
    """Its address for ever."""
    title: str
    """The question."""
    claims: tuple[str, ...]
    """Claim ids, in order of publication, then of place."""
    made_by: str = PROGRAM
    summary: str = ""
    """The editor's sentence or two under the title; empty when nobody wrote one."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the engine finds in a set of texts, without any archive."""

    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    """Published: sure enough to state to a reader."""
    suggestions: tuple[Relation, ...]
    """Held back, best first: the editor's queue."""
