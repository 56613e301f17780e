"""An article's text as the blocks to be displayed, headline first."""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar
from urllib.parse import urlsplit, urlunsplit

from variorum.model import ARTICLE_ROLES, Block, Claim, Document, Paragraph, Run, Span


class Placed(Protocol):
    """What stands somewhere in a text."""

    @property
    def span(self) -> Span:
        """Where."""


_Placed = TypeVar("_Placed", bound=Placed)


@dataclass(frozen=True, slots=True)
class Piece:
    """One block and the HTML that encloses it."""

    span: Span
    runs: tuple[Run, ...]
    tag: str
    kind: str = ""
    before: str = ""
    after: str = ""


def displayed(document: Document, text: str) -> str:
    """The document's text as displayed, ``text``, with its code as it was written.

    Both have the same length, so that offsets hold in either.
    """
    out = text
    for block in document.blocks:
        for run in block.runs:
            if block.kind == "code" or "code" in run.styles:
                start, end = run.span.start, run.span.end
                out = out[:start] + document.text[start:end] + out[end:]
    return out


def pieces(
    document: Document, paragraphs: Sequence[Paragraph], attributes: str = ""
) -> list[Piece]:
    """The headline and every block of the body.

    A document without blocks of its own (plain text) is shown by its paragraphs.
    ``attributes`` are written into the tags that enclose blocks.
    """
    end = document.text.find("\n")
    headline = Span(0, end if end >= 0 else len(document.text))
    roles = {p.span.start: p.role for p in paragraphs}
    blocks = document.blocks or tuple(
        Block("paragraph", p.span, (Run(p.span),))
        for p in paragraphs
        if p.role in ARTICLE_ROLES and p.span.start >= headline.end
    )
    out = [Piece(headline, (Run(headline),), "h1")]
    open_now: tuple[str, ...] = ()
    for i, block in enumerate(blocks):
        following = blocks[i + 1].containers if i + 1 < len(blocks) else ()
        shared = _shared(open_now, block.containers)
        kept = _shared(block.containers, following)
        out.append(
            Piece(
                block.span,
                block.runs,
                _tag(block),
                "standfirst" if roles.get(block.span.start) == "standfirst" else "",
                before="".join(f"<{_name(c)}{attributes}>" for c in block.containers[shared:]),
                after="".join(f"</{_name(c)}>" for c in reversed(block.containers[kept:])),
            )
        )
        open_now = block.containers[:kept]
    return out


def excerpted(blocks: Sequence[Piece], claims: Sequence[Claim]) -> list[Piece]:
    """The headline, and the blocks in which a claim's sentence stands."""
    sentences = [(claim.sentence.start, claim.sentence.end) for claim in claims]
    return [
        p
        for p in blocks
        if p.tag == "h1" or any(s < p.span.end and p.span.start < e for s, e in sentences)
    ]


def rebased(piece: Piece, home: str, here: str) -> Piece:
    """The block with its relative links, written for the page ``home``, as read at ``here``."""
    if not any(run.href for run in piece.runs):
        return piece
    folder, start = posixpath.dirname(home), posixpath.dirname(here) or "."
    runs = []
    for run in piece.runs:
        parts = urlsplit(run.href)
        if run.href and not (parts.scheme or parts.netloc or parts.path.startswith("/")):
            there = posixpath.join(folder, parts.path) if parts.path else home
            path = posixpath.relpath(there, start) + "/" * parts.path.endswith("/")
            run = replace(run, href=urlunsplit(parts._replace(path=path)))  # noqa: PLW2901
        runs.append(run)
    return replace(piece, runs=tuple(runs))


def within(blocks: Sequence[Piece], items: Sequence[_Placed]) -> list[list[_Placed]]:
    """For each block the items that overlap it; blocks stand in the order of the text."""
    ends = [piece.span.end for piece in blocks]
    found: list[list[_Placed]] = [[] for _ in blocks]
    for item in items:
        place = bisect_left(ends, item.span.start + 1)
        while place < len(blocks) and blocks[place].span.start < item.span.end:
            found[place].append(item)
            place += 1
    return found


def _tag(block: Block) -> str:
    if block.kind == "heading":
        return f"h{min(6, max(2, block.level))}"
    return {"paragraph": "p", "code": "pre", "rule": "hr"}[block.kind]


def _name(container: str) -> str:
    return container.partition(":")[0]


def _shared(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How many containers two blocks have in common, from the outermost."""
    count = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        count += 1
    return count
