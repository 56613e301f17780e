"""Documents and captures -> paragraphs and lines with their roles."""

from __future__ import annotations

import re

from variorum.languages import pack
from variorum.model import Document, Line, Paragraph, Span
from variorum.segment.sentences import split

_PARAGRAPH = re.compile(r"[^\n]+")


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs of a document in order, each with its role and sentences."""
    words = pack(document.language)
    found: list[Paragraph] = []
    for match in _PARAGRAPH.finditer(document.text):
        sentences = split(document.text, match.start(), match.end(), words)
        role = "body" if found else "headline"
        found.append(Paragraph(Span(match.start(), match.end()), role, sentences))
    return tuple(found)


def lines(raw: str) -> tuple[Line, ...]:
    """Every line of a raw capture with the role it plays on its page."""
    return tuple(Line(n, text, "body") for n, text in enumerate(raw.splitlines(), 1))
