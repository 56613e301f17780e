"""The editor's decisions: their files -> records, and claims and relations as ruled."""

from variorum.rulings.applying import Ruled, apply
from variorum.rulings.reading import Rulings, read, read_matters

__all__ = ["Ruled", "Rulings", "apply", "read", "read_matters"]
