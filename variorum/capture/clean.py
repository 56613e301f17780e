"""Raw capture -> the article's text."""

from __future__ import annotations

from variorum import segment
from variorum.model import ARTICLE_ROLES


def clean(raw: str) -> str:
    """The article text of one raw capture, headline first, furniture gone."""
    kept = (line.text.strip() for line in segment.lines(raw) if line.role in ARTICLE_ROLES)
    return "\n\n".join(text for text in kept if text)
