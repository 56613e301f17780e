"""Documents and captures -> paragraphs and lines with their roles."""

from variorum.segment.captures import absent, article, furniture, lines, wording
from variorum.segment.documents import paragraphs

__all__ = ["absent", "article", "furniture", "lines", "paragraphs", "wording"]
