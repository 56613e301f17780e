"""What two claims about one matter are to each other, and which comparison said so."""

from __future__ import annotations

from typing import NamedTuple

from variorum.model import Verdict


class Judgement(NamedTuple):
    """A verdict and the frame that gave it."""

    type: Verdict
    frame: str
    reason: str
    """Key of the reason's template in the language pack."""
