"""Documents and captures -> paragraphs and lines with their roles."""

from __future__ import annotations

import re

from variorum.model import Document, Line, Paragraph, Span

_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"\S(?:.*?[.!?][\"”’')\]]*(?=\s+[A-Z\"“‘'(\[])|.*\S|)")


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs of a document in order, each with its role and sentences."""
    found = []
    for match in _PARAGRAPH.finditer(document.text):
        sentences = tuple(
            Span(match.start() + s.start(), match.start() + s.end())
            for s in _SENTENCE.finditer(match.group())
        )
        role = "body" if found else "headline"
        found.append(Paragraph(Span(match.start(), match.end()), role, sentences))
    return tuple(found)


def lines(raw: str) -> tuple[Line, ...]:
    """Every line of a raw capture with the role it plays on its page."""
    return tuple(Line(n, text, "body") for n, text in enumerate(raw.splitlines(), 1))
