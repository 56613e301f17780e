"""Raw capture -> the article's text."""

from __future__ import annotations

from variorum.model import ARTICLE_ROLES
from variorum.segment.captures import assigned


def clean(raw: str) -> str:
    """The article text of one raw capture, headline first, furniture gone.

    Paragraphs are joined by a blank line; of each, the words are as captured.
    """
    found = [(role, row.text) for row, role in assigned(raw) if role in ARTICLE_ROLES]
    headline = [text for role, text in found if role == "headline"]
    return "\n\n".join(headline + [text for role, text in found if role != "headline"])
