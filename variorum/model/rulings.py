"""The records of an archive's editors: their rulings and their authority records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.claims import Kind
from variorum.model.relations import Independence, Verdict


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage named by its words, as rulings name it."""

    article: str
    """Slug."""
    quote: str
    prefix: str = ""
    """Words just before it, where the quote stands more than once."""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRuling:
    """An editor's decision on a claim."""

    ruling: Literal["add", "amend", "reject"]
    at: Quoted
    by: str
    on: str
    kind: Kind | None = None
    attributed_to: tuple[str, ...] | None = None
    """None leaves the program's finding; empty says the article asserts it itself."""
    restates: str = ""
    """Words of the claim of the same article that this one only repeats."""
    note: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class RelationRuling:
    """An editor's decision on a relation."""

    ruling: Literal["accept", "amend", "reject", "add"]
    here: Quoted
    there: Quoted
    by: str
    on: str
    type: Verdict | None = None
    independence: Independence | None = None
    origin: str = ""
    reason: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class MatterRuling:
    """An editor's decision on a matter: an entry of ``content/matters.yaml``, in its order."""

    slug: str
    title: str
    includes: tuple[Quoted, ...] = ()
    excludes: tuple[Quoted, ...] = ()
    summary: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """An authority record: a preferred name and its variants."""

    name: str
    kind: Literal["outlet", "agency", "organisation", "person", "place"]
    also: tuple[str, ...] = ()
    part_of: str = ""
    line: int = 0
    """Line of the authorities file, for messages."""


@dataclass(frozen=True, slots=True)
class Authorities:
    """The archive's own names and families of terms."""

    names: tuple[Name, ...] = ()
    terms: tuple[tuple[str, ...], ...] = ()
    """Families of words that mean the same here; the first is preferred."""
