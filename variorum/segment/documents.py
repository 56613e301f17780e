"""Documents -> paragraphs with their roles and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.languages import Pack, pack
from variorum.model import ARTICLE_ROLES, Document, Paragraph, Role, Span
from variorum.segment import layout, page, phrases, prefixes, roles
from variorum.segment.layout import Row
from variorum.segment.phrases import Lexicon, Shape
from variorum.segment.sentences import split

_PARAGRAPH = re.compile(r"[^\n]+")
_FIRST = 3
"""Paragraphs under the headline before which a date or the headline again may stand."""


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs of a document in order, each with its role and its sentences.

    An archive's own article (a Document with blocks) is article text throughout. In a plain
    text, furniture is told from the article, sentences broken over several lines are
    joined, and furniture that damage ran into a paragraph becomes a paragraph of its own.
    A dateline ("PARIS (Agency) -") belongs to no sentence.
    """
    words = pack(document.language)
    if document.blocks or words is None:
        text = document.text
        parts = _edited(document) if document.blocks else _unread(text)
        return tuple(Paragraph(span, role, _sentences(text, span, words)) for span, role in parts)
    return tuple(_Plain(document.text, words, phrases.lexicon(words)).paragraphs())


def _edited(document: Document) -> Iterator[tuple[Span, Role]]:
    title = document.text[: document.blocks[0].span.start].rstrip()
    if title:
        yield Span(0, len(title)), "headline"
    for block in document.blocks:
        if block.span.start < block.span.end:
            yield block.span, "subhead" if block.kind == "heading" else "body"


def _unread(text: str) -> Iterator[tuple[Span, Role]]:
    for n, span in enumerate(_spans(text)):
        yield span, "body" if n else "headline"


def _spans(text: str) -> list[Span]:
    found = (Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(text))
    return [span for span in found if text[span.start : span.end].strip()]


def _sentences(text: str, span: Span, words: Pack | None) -> tuple[Span, ...]:
    start = prefixes.dateline(text, span, phrases.lexicon(words)) if words else span.start
    return split(text, start, span.end, words)


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text that may still hold furniture."""

    text: str
    words: Pack
    lexicon: Lexicon

    def paragraphs(self) -> Iterator[Paragraph]:
        spans = _spans(self.text)
        rows = layout.joined(list(self._rows(spans)))
        shapes = list(map(phrases.measure, rows))
        named = roles.assign(shapes, self.lexicon, page.TEXT)
        title = ""
        for row, shape, role in zip(rows, shapes, named, strict=True):
            span = Span(spans[row.number].start, spans[row.last].end)
            if role not in ARTICLE_ROLES:
                yield Paragraph(span, role, split(self.text, span.start, span.end, self.words))
            elif role == "headline":
                title = self.text[span.start : span.end]
                yield Paragraph(span, role, _sentences(self.text, span, self.words))
            else:
                yield from self._parts(span, shape, role, title if row.number <= _FIRST else None)

    def _rows(self, spans: Sequence[Span]) -> Iterator[Row]:
        for n, span in enumerate(spans):
            words = self.text[span.start : span.end]
            # Blank lines between the paragraphs of a plain text say nothing.
            yield layout.row(words, n, gap=False) or Row(n, n, words)

    def _parts(
        self, span: Span, shape: Shape, role: Role, title: str | None
    ) -> Iterator[Paragraph]:
        """A paragraph of the article, and apart from it what damage ran into it.

        ``title`` is the headline, or None where the paragraph stands too low to repeat it.
        """
        if title is not None:
            end, before = prefixes.furniture(self.text, span, title, self.lexicon)
            if before:
                cut = Span(span.start, end)
                yield Paragraph(cut, before, split(self.text, cut.start, cut.end, self.words))
                span = Span(end, span.end)
        sentences = _sentences(self.text, span, self.words)
        first = 0
        for n, sentence in enumerate(sentences if self._mixed(span, shape, sentences) else ()):
            foreign = self._foreign(sentence)
            if foreign:
                if first < n:
                    yield self._part(role, sentences[first:n])
                yield self._part(foreign, sentences[n : n + 1])
                first = n + 1
        if first == 0:
            yield Paragraph(span, role, sentences)
        elif first < len(sentences):
            yield self._part(role, sentences[first:])

    def _mixed(self, span: Span, shape: Shape, sentences: Sequence[Span]) -> bool:
        """Whether a sentence may be furniture: shorter paragraphs were looked through whole."""
        if self.text.count(" ", span.start, span.end) < self.lexicon.inside_limit:
            return False
        # Where the space between two sentences was lost, other words end and begin.
        return phrases.suspect(shape, self.lexicon) or any(
            one.end == other.start for one, other in pairwise(sentences)
        )

    def _foreign(self, sentence: Span) -> Role | None:
        row = layout.row(self.text[sentence.start : sentence.end], 0)
        return phrases.inserted(row, self.lexicon) if row else None

    def _part(self, role: Role, sentences: tuple[Span, ...]) -> Paragraph:
        return Paragraph(Span(sentences[0].start, sentences[-1].end), role, sentences)
