"""The matters in which an outlet, an origin or a speaker has claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from variorum.marks import typographic
from variorum.model import Claim, Status
from variorum.views.frame import PAGE, link, matter_path
from variorum.views.index import Index

_SHOWN = 8
"""Matters listed openly; those up to a page's length are folded behind them."""

Ranked = Mapping[str, tuple[int, Status]]
"""The place of each matter among all, and its sharpest status, by slug."""


@dataclass(frozen=True, slots=True)
class MatterLink:
    """A matter in which the entry has a claim."""

    title: str
    href: str
    status: Status


@dataclass(frozen=True, slots=True)
class MatterLinks:
    """All such matters, sharpest first."""

    shown: tuple[MatterLink, ...] = ()
    folded: tuple[MatterLink, ...] = ()
    label: str = ""
    """How many stand behind those shown, in words; empty where none does."""
    further: str = ""
    """How many more there are than are listed at all, in words; empty where none is missing."""


def matter_links(index: Index, ranked: Ranked, claims: Iterable[Claim], here: str) -> MatterLinks:
    """The matters that these claims belong to."""
    found = {m.slug: m for claim in claims for m in index.matters.get(claim.id, ())}
    slugs = sorted(found, key=lambda slug: ranked[slug][0])
    links = tuple(
        MatterLink(typographic(found[slug].title), link(here, matter_path(slug)), ranked[slug][1])
        for slug in slugs[:PAGE]
    )
    rest, missing = len(slugs) - _SHOWN, len(slugs) - PAGE
    return MatterLinks(
        links[:_SHOWN],
        links[_SHOWN:],
        index.words.count("register.more_matters", rest) if rest > 0 else "",
        index.words.count("register.further", missing) if missing > 0 else "",
    )
