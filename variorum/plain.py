"""Plain text -> Document, for texts that belong to no archive."""

from __future__ import annotations

import re

from variorum import edtf
from variorum.model import Document, Metadata

_BREAK = re.compile(r"\r\n?|\n")


def document(name: str, text: str, published: str = "") -> Document:
    """A Document of one cleaned text, its first line taken as the headline.

    Every line becomes a paragraph; ``published`` is an EDTF date, ignored where it is none.
    """
    lines = [line for line in _BREAK.split(text) if line.strip()]
    body = "\n\n".join(line.strip() for line in lines)
    title = lines[0].strip() if lines else ""
    return Document(name, body, Metadata(title, published=edtf.read(published)))
