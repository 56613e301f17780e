"""An editor's words as readers see them: typographic, with links to matters and passages."""

from __future__ import annotations

from dataclasses import dataclass

from variorum import prose
from variorum.marks import typographic
from variorum.views.frame import article_path, link, matter_path
from variorum.views.index import Index


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words, and how they stand out."""

    label: str
    href: str
    """Where they lead; empty for mere words."""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a list."""

    items: tuple[tuple[Stretch, ...], ...]
    """The items of the list; of a paragraph, itself."""
    listed: bool


def blocks(index: Index, text: str, here: str) -> tuple[Block, ...]:
    """The paragraphs and lists of a text as shown on the page at ``here``."""
    return tuple(
        Block(tuple(_stretches(index, item, here) for item in block.items), block.listed)
        for block in prose.blocks(typographic(text))
    )


def linked(index: Index, text: str, here: str) -> tuple[Stretch, ...]:
    """The stretches of a text of one paragraph, as shown on the page at ``here``."""
    return _stretches(index, prose.read(typographic(text)), here)


def plain(text: str) -> str:
    """The same without markup, for where none may stand."""
    return prose.plain(typographic(text))


def first(text: str) -> str:
    """Its first paragraph, without markup."""
    return prose.first(typographic(text))


def _stretches(index: Index, words: tuple[prose.Words, ...], here: str) -> tuple[Stretch, ...]:
    """Those that lead to a matter or a passage as links.

    What is not shown is not led to; its words stand all the same.
    """
    matters = {matter.slug for matter in index.archive.matters}

    def href(word: prose.Words) -> str:
        if word.matter in matters:
            return link(here, matter_path(word.matter))
        claim = index.claims.get(word.claim)
        return link(here, article_path(claim.document), f"c-{claim.id}") if claim else ""

    return tuple(Stretch(word.text, href(word), word.strong) for word in words)
