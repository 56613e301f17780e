"""The three widths in which each chart is drawn; the style sheet shows the one that fits."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Size:
    """A width of a chart."""

    name: str
    """``w``, ``m`` or ``n``: its class, ``p-`` and this, says when it is shown."""
    width: float
    """Units of the drawing: pixels where it is shown at its own size."""


SIZES = (Size("w", 1160), Size("m", 760), Size("n", 380))
"""Wide, middling and narrow."""


def svg(size: Size, height: float, label: str, drawing: str, kind: str = "") -> str:
    """A drawing of links in one width; ``kind`` is a further class."""
    classes = f"plot {kind} p-{size.name}" if kind else f"plot p-{size.name}"
    return (
        f'<svg class="{classes}" viewBox="0 0 {size.width:g} {height:g}"'
        f' role="group" aria-label="{escape(label)}">{drawing}</svg>'
    )
