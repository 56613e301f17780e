"""Raw captures -> clean text and draft articles, on demand and never in a build."""

from variorum.capture.clean import clean
from variorum.capture.draft import draft

__all__ = ["clean", "draft"]
