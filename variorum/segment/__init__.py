"""Documents and captures -> paragraphs and lines with their roles."""

from variorum.segment.captures import absent, article, furniture, lines, wording
from variorum.segment.documents import paragraphs
from variorum.segment.repeated import relabel

__all__ = ["absent", "article", "furniture", "lines", "paragraphs", "relabel", "wording"]
