"""Documents -> paragraphs with their roles and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.languages import Pack, pack
from variorum.model import ARTICLE_ROLES, Document, Paragraph, Role, Span
from variorum.segment import layout, phrases, prefixes, roles
from variorum.segment.layout import Row
from variorum.segment.sentences import split

_PARAGRAPH = re.compile(r"[^\n]+")
_FIRST = 3
"""Paragraphs under the headline before which a date or the headline again may stand."""


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs of a document in order, each with its role and its sentences.

    An archive's own article (a Document with blocks) is article text throughout. In a plain
    text, furniture is told from the article, sentences broken over several lines are
    joined, and a date, byline or repeated headline before a paragraph's first sentence is a
    paragraph of its own. A dateline ("PARIS (Agency) -") belongs to no sentence.
    """
    words = pack(document.language)
    if document.blocks:
        found = [Paragraph(span, role, ()) for span, role in _edited(document)]
    else:
        found = list(_plain(document, words))
    return tuple(replace(part, sentences=_sentences(document.text, part, words)) for part in found)


def _edited(document: Document) -> Iterator[tuple[Span, Role]]:
    first = document.blocks[0].span.start
    title = document.text[:first].strip()
    if title:
        start = document.text.index(title)
        yield Span(start, start + len(title)), "headline"
    for block in document.blocks:
        if block.span.start < block.span.end:
            yield block.span, "subhead" if block.kind == "heading" else "body"


def _plain(document: Document, words: Pack | None) -> Iterator[Paragraph]:
    text = document.text
    spans = [Span(m.start(), m.end()) for m in _PARAGRAPH.finditer(text) if m.group().strip()]
    if words is None:
        yield from (
            Paragraph(span, "body" if n else "headline", ()) for n, span in enumerate(spans)
        )
        return
    lexicon = phrases.lexicon(words)
    rows = layout.joined(list(_rows(text, spans)))
    title = ""
    for row, role in zip(rows, roles.assign(rows, lexicon), strict=True):
        span = Span(spans[row.number].start, spans[row.last].end)
        if role == "headline":
            title = text[span.start : span.end]
        if role in ARTICLE_ROLES and role != "headline" and row.number <= _FIRST:
            end, before = prefixes.furniture(text, span, title, lexicon)
            if before:
                yield Paragraph(Span(span.start, end), before, ())
                span = Span(end, span.end)
        yield Paragraph(span, role, ())


def _rows(text: str, spans: Sequence[Span]) -> Iterator[Row]:
    for n, span in enumerate(spans):
        # Blank lines between the paragraphs of a plain text say nothing.
        row = layout.row(text[span.start : span.end], n, gap=False)
        yield row or Row(n, n, text[span.start : span.end])


def _sentences(text: str, part: Paragraph, words: Pack | None) -> tuple[Span, ...]:
    start = part.span.start
    if words and part.role in ARTICLE_ROLES:
        start = prefixes.dateline(text, part.span, phrases.lexicon(words))
    return split(text, start, part.span.end, words)
