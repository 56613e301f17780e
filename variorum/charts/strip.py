"""The claims of one article in reading order, one sign each."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from variorum.model import Status

_STEP = 9.0
"""Width of a claim's place, in units of the drawing."""
_WIDEST = 540.0
"""Width from which the places are made narrower instead of the strip longer."""
_HEIGHT = 22


def strip(statuses: Sequence[Status], label: str) -> str:
    """An SVG of one sign for each claim; ``label`` says the same in words."""
    if not statuses:
        return ""
    step = min(_STEP, _WIDEST / len(statuses))
    scale = step / _STEP
    signs = "".join(_sign(status, i * step, scale) for i, status in enumerate(statuses))
    width = len(statuses) * step
    return (
        f'<svg class="strip" viewBox="0 0 {width:g} {_HEIGHT}" width="{width * 1.25:g}"'
        f' role="img" aria-label="{escape(label)}">{signs}</svg>'
    )


def _sign(status: Status, left: float, scale: float) -> str:
    middle = left + 4 * scale
    if status == "conflicts":
        wide = max(4.5 * scale, 1.2)
        return _bar("k", middle - wide / 2, 0, wide, 22)
    if status in {"corroborates", "corroborates-unknown"}:
        kind, thin = ("c", 1.6) if status == "corroborates" else ("u", 2.2)
        return "".join(
            _bar(kind, middle + (side - thin / 2) * scale, 6, thin * scale, 16)
            for side in (-1.9, 1.9)
        )
    if status == "same-origin":
        return _bar("s", middle - 0.8 * scale, 6, 1.6 * scale, 16)
    if status == "differs":
        return "".join(_bar("d", middle - 0.8 * scale, top, 1.6 * scale, 4) for top in (6, 12, 18))
    return f'<circle class="n" cx="{middle:.4g}" cy="20.4" r="{max(1.6 * scale, 0.6):.3g}"/>'


def _bar(kind: str, x: float, y: float, width: float, height: float) -> str:
    return f'<rect class="{kind}" x="{x:.4g}" y="{y:g}" width="{width:.3g}" height="{height:g}"/>'
