"""An article's text as the blocks to be displayed, headline first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import ARTICLE_ROLES, Block, Document, Paragraph, Run, Span


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
