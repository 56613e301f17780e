"""Variorum: a static site generator for annotated source archives."""

from variorum.capture.clean import clean
from variorum.model import Analysis, Relation
from variorum.pipeline import analyse, compare

__all__ = ["Analysis", "Relation", "analyse", "clean", "compare"]
__version__ = "0.1.0"
