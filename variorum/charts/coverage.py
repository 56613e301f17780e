"""How many articles, or days told of, fall into each month: bars on one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from variorum.charts.sizes import SIZES, Size, svg

_HIGHEST = 88.0
"""Height of the longest bar."""
_TOP = 18.0
"""Room above the longest bar for its number."""
_FOOT = 24.0
"""Room below the line for the names of months or years."""
_LETTER = 7.6
"""Width of a character below the line."""
_APART = 6.0
"""Room between two labels."""
_MONTH = 28.0
"""Width of a month's place from which months are named."""
_GAP = 0.22
"""Share of a bar's place that is left free."""
_NARROWEST = 3.0
"""Width of a month's place below which years are drawn."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year, and how much falls into it."""

    key: str
    """``2031-03`` or ``2031``."""
    n: int
    href: str
    label: str
    """The whole in words."""


def coverage(
    months: Mapping[str, Period], years: Mapping[str, Period], names: Sequence[str], label: str
) -> str:
    """The bars in three widths, one of which is shown; by year where months are too many.

    ``names`` are the short names of the months. Empty without a period.
    """
    return "".join(_draw(months, years, names, label, size) for size in SIZES) if years else ""


def _draw(
    months: Mapping[str, Period],
    years: Mapping[str, Period],
    names: Sequence[str],
    label: str,
    size: Size,
) -> str:
    by_month = _months(months)
    fits = by_month and size.width / len(by_month) >= _NARROWEST
    keys, held = (by_month, months) if fits else (_years(years), years)
    step = size.width / max(len(keys), 12)
    most = max(held[key].n for key in keys if key in held)
    ground = _TOP + _HIGHEST
    bars = "".join(
        _bar(held[key], i * step, step, ground, _HIGHEST * held[key].n / most, most)
        for i, key in enumerate(keys)
        if key in held
    )
    line = f'<path class="thin" d="M0 {ground:g}H{size.width:g}"/>'
    ticks = _ticks(keys, names, step, ground, size.width)
    return svg(size, ground + _FOOT, label, line + ticks + bars, "bars")


def _months(held: Mapping[str, Period]) -> list[str]:
    """Every month from the first to the last."""
    if not held:
        return []
    first, last = ((int(key[:4]), int(key[5:7]) - 1) for key in (min(held), max(held)))
    places = range(first[0] * 12 + first[1], last[0] * 12 + last[1] + 1)
    return [f"{place // 12:04}-{place % 12 + 1:02}" for place in places]


def _years(held: Mapping[str, Period]) -> list[str]:
    return [f"{year:04}" for year in range(int(min(held)), int(max(held)) + 1)]


def _bar(period: Period, left: float, step: float, ground: float, high: float, most: int) -> str:
    """One bar; the longest has its number. The same links stand below in words, to be tabbed."""
    wide, high = step * (1 - _GAP), max(high, 1.5)
    number = ""
    if period.n == most:
        at = left + wide / 2
        top = f'x="{at:.1f}" y="{ground - high - 5:.1f}"'
        number = f'<text class="ax" {top} text-anchor="middle">{most}</text>'
    return (
        f'<a href="{escape(period.href)}" aria-label="{escape(period.label)}" tabindex="-1">'
        f"<title>{escape(period.label)}</title>"
        f'<rect class="hit" x="{left:.1f}" y="0" width="{step:.1f}" height="{ground:g}"/>'
        f'<rect class="col" x="{left:.1f}" y="{ground - high:.1f}" width="{wide:.1f}"'
        f' height="{high:.1f}"/>{number}</a>'
    )


def _ticks(
    keys: Sequence[str], names: Sequence[str], step: float, ground: float, width: float
) -> str:
    """Years below the line, or months where there is room for their names."""
    by_month = len(keys[0]) > 4
    named = by_month and step >= _MONTH
    out = []
    free = 0.0
    for i, key in enumerate(keys):
        x, first = i * step, i == 0 or key.endswith("-01")
        text = key[:4] if first or not by_month else ""
        if named:
            text = f"{names[int(key[5:7]) - 1]} {text}".rstrip()
        if not text or x < free or x + _LETTER * len(text) > width:
            continue
        free = x + _LETTER * len(text) + _APART
        out.append(
            f'<path class="thin" d="M{x:.1f} {ground:g}v6"/>'
            f'<text class="ax" x="{x + 1:.1f}" y="{ground + 19:g}">{escape(text)}</text>'
        )
    return "".join(out)
