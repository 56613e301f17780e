"""Raw capture -> the article's text."""

from __future__ import annotations

from variorum.segment.captures import article


def clean(raw: str) -> str:
    """The article text of one raw capture, headline first, furniture gone.

    Paragraphs are joined by a blank line; of each, the words are as captured.
    """
    return "\n\n".join(article(raw))
