"""Variorum: a static site generator for annotated source archives."""

from variorum.capture.clean import clean
from variorum.engine import analyse, compare
from variorum.model import Analysis, Relation

__all__ = ["Analysis", "Relation", "analyse", "clean", "compare"]
__version__ = "0.1.0"
