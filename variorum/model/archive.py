"""The records of an archive: its settings, what a build reads and what pages are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from variorum.model.claims import Claim
from variorum.model.relations import Matter, Relation
from variorum.model.rulings import Authorities
from variorum.model.texts import Document, Line, Paragraph, Revision


@dataclass(frozen=True, slots=True)
class Site:
    """The archive's settings: the keys of ``site.yaml``, each with its default applied."""

    title: str
    tagline: str = ""
    description: str = ""
    language: str = "en"
    base_url: str = ""
    content: str = "content"
    templates: str = "templates"
    captures: str = "seeds"
    output: str = "public"
    contact: str = ""
    rights: str = "http://rightsstatements.org/vocab/InC/1.0/"
    display: Literal["full", "excerpt", "private"] = "full"
    publish_captures: bool = False
    editors: tuple[tuple[str, str], ...] = ()
    """(initials, name), sorted by initials."""
    publish_at: float = 0.7
    """``relations.publish_at``: the score from which a relation is stated to readers."""
    suggest_at: float = 0.2
    """``relations.suggest_at``: the score from which a pair enters the editor's queue."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything a page is made from."""

    site: Site
    documents: tuple[Document, ...]
    """By slug."""
    paragraphs: tuple[tuple[Paragraph, ...], ...]
    """One tuple for each document, in the same order."""
    furniture: tuple[tuple[Line, ...], ...]
    """For each document, the lines of its last capture that are not in the body."""
    claims: tuple[Claim, ...]
    """By document, then by span."""
    relations: tuple[Relation, ...]
    """Published ones, by (a, b)."""
    suggestions: tuple[Relation, ...]
    """Held back, best first; never shown to readers."""
    matters: tuple[Matter, ...]
    """In the order in which readers see them."""
    authorities: Authorities = field(default_factory=Authorities)
    revisions: tuple[tuple[Revision, ...], ...] = ()
    """For each document, what changed from each of its captures to the next."""
    decided: str = ""
    """The day of the editors' newest decision, as a ruling gives it; empty without any."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the built site."""

    path: str
    """Relative to the site's root, with forward slashes."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything a build reads."""

    site: Site
    content: tuple[File, ...]
    """Files of the content folder, by path; each path begins with the folder's name."""
    captures: Mapping[str, bytes]
    """Raw captures by their path below the captures folder."""
    templates: tuple[File, ...]
    """Templates and assets, by path below the templates folder."""
