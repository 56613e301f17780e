"""Documents and captures -> paragraphs and lines with their roles."""

from variorum.segment.captures import absent, furniture, lines
from variorum.segment.documents import paragraphs

__all__ = ["absent", "furniture", "lines", "paragraphs"]
