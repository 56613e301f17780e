"""An editor's words as readers see them: typographic, with links to matters."""

from __future__ import annotations

from variorum import prose
from variorum.marks import typographic
from variorum.views.frame import Link, link, matter_path
from variorum.views.index import Index


def linked(index: Index, text: str, here: str) -> tuple[Link, ...]:
    """The stretches of a text, those that lead to a matter as links from the page at ``here``.

    A matter that is not shown is not led to; its words stand all the same.
    """
    shown = {matter.slug for matter in index.archive.matters}
    return tuple(
        Link(words.text, link(here, matter_path(words.matter)) if words.matter in shown else "")
        for words in prose.read(typographic(text))
    )


def plain(text: str) -> str:
    """The same without links, for where none may stand."""
    return prose.plain(typographic(text))
