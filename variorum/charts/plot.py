"""Figures on one axis: a row for each, by date, drawn in three widths of which one is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from math import ceil, floor, log10
from textwrap import wrap

from variorum.charts.sizes import Size

_LOG_FROM = 60.0
"""Ratio of the largest to the smallest bound from which the axis is logarithmic."""
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_TOP, _FOOT = 18.0, 34.0
_BOLD, _PLAIN = 8.1, 7.2
"""Mean widths of a character in the drawing, in the widest of the faces."""
_LINE = 16.0
"""Height of a line of a label."""
_STROKES, _THINNING, _BAND = 11, 1.7, 60.0
"""A number not given is drawn in so many strokes, dwindling by this power, over at least this
width: it begins where it may and ends nowhere."""
_LINES = 5
"""Lines up to which a label's detail is wrapped."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure to be drawn."""

    low: float | None
    """Lower bound; None when open."""
    high: float | None
    """Upper bound; None when open."""
    hedged: bool
    """Whether its source says "about" or the like."""
    vague: bool
    """Whether its source gives a word for a number ("thousands"): only from where on is known."""
    figure: str
    """As written."""
    who: str
    """Outlet."""
    detail: str
    """Date, and who says so."""
    href: str
    conflicts: bool
    """Whether it conflicts with another figure here."""


@dataclass(frozen=True, slots=True)
class _Size(Size):
    left: float
    """Where the axis begins."""
    right: float
    """Space kept free after the axis."""
    row: float
    """Height of a row whose detail takes one line."""
    stacked: bool
    """Whether the label stands above its mark instead of beside it."""
    ticks: int


_SIZES = (
    _Size("w", 1160, 330, 130, 46, stacked=False, ticks=8),
    _Size("m", 760, 236, 110, 46, stacked=False, ticks=5),
    _Size("n", 380, 8, 92, 66, stacked=True, ticks=3),
)


@dataclass(frozen=True, slots=True)
class Axis:
    """From values to places."""

    start: float
    end: float
    log: bool

    def at(self, value: float) -> float:
        """Where a value stands, from 0 to 1."""
        if self.log:
            low, high = log10(self.start), log10(self.end)
            return (log10(max(value, self.start)) - low) / (high - low)
        return (value - self.start) / (self.end - self.start)

    def ticks(self, most: int) -> list[float]:
        """Round values along the axis."""
        if self.log:
            powers = range(round(log10(self.start)), round(log10(self.end)) + 1)
            every = max(1, ceil(len(powers) / (most + 1)))
            return [10.0**p for p in powers][::every]
        step = _round_step((self.end - self.start) / most)
        count = floor((self.end - self.start) / step + 1e-9)
        return [self.start + i * step for i in range(count + 1)]


def axis(bars: Sequence[Bar]) -> Axis:
    """An axis that holds every bound, with room after the last for an open end."""
    bounds = [b for bar in bars for b in (bar.low, bar.high) if b is not None]
    low, high = min(bounds), max(bounds)
    if low > 0 and high / low >= _LOG_FROM:
        return Axis(10.0 ** floor(log10(low)), 10.0 ** ceil(log10(high) + 1e-9), log=True)
    if low == high == 0:
        high = 1.0
    step = _round_step((max(high, 0) - min(low, 0)) / 6)
    return Axis(floor(min(low, 0) / step) * step, ceil(max(high, 0) / step) * step, log=False)


def figures(bars: Sequence[Bar], title: str, description: str) -> str:
    """The plot in three widths; ``title`` and ``description`` say the same in words.

    Empty without a bound to draw. A page holds one such plot.
    """
    if not any(b is not None for bar in bars for b in (bar.low, bar.high)):
        return ""
    scale = axis(bars)
    return "".join(_draw(bars, scale, size, title, description) for size in _SIZES)


def short(value: float) -> str:
    """A tick's label: 260k, 1.5m."""
    for unit, sign in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if abs(value) >= unit:
            return f"{value / unit:g}{sign}"
    return f"{value:g}"


def _reach(bar: Bar) -> float | None:
    """To where the strokes of a number not given dwindle: the next power of ten."""
    if not bar.vague or not bar.low or bar.low < 0 or bar.high is not None:
        return None
    return float(10.0 ** (floor(log10(bar.low)) + 1))


def _round_step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough)) if rough > 0 else 1.0
    return next(s * power for s in _STEPS if s * power >= rough * (1 - 1e-9))


def _draw(bars: Sequence[Bar], scale: Axis, size: _Size, title: str, description: str) -> str:
    ids = f"figures-{size.name}"
    length = size.width - size.left - size.right
    details = [_wrapped(bar.detail, _room(size) / _PLAIN) for bar in bars]
    heights = [size.row + _LINE * (len(lines) - 1) for lines in details]
    floor_y = _TOP + sum(heights)
    height = floor_y + _FOOT
    grid = "".join(
        f'<path class="grid" d="M{x:.1f} {_TOP - 8:g}V{floor_y:g}"/>'
        f'<text class="ax" x="{x:.1f}" y="{floor_y + 20:g}" text-anchor="middle">'
        f"{short(tick)}</text>"
        for tick in scale.ticks(size.ticks)
        for x in [size.left + scale.at(tick) * length]
    )
    tops = accumulate(heights, initial=_TOP)
    rows = "".join(
        _row(bar, lines, (top, tall), scale, size)
        for bar, lines, top, tall in zip(bars, details, tops, heights, strict=False)
    )
    return (
        f'<svg class="plot p-{size.name}" viewBox="0 0 {size.width:g} {height:g}" role="group"'
        f' aria-labelledby="t-{ids} d-{ids}"><title id="t-{ids}">{escape(title)}</title>'
        f'<desc id="d-{ids}">{escape(description)}</desc>{grid}{rows}</svg>'
    )


def _room(size: _Size) -> float:
    """Width that a label may take."""
    return size.width - 8 if size.stacked else size.left - 24


def _row(
    bar: Bar, details: Sequence[str], place: tuple[float, float], scale: Axis, size: _Size
) -> str:
    """One figure; ``place`` is the row's top and height."""
    top, tall = place
    length = size.width - size.left - size.right
    middle = top + (tall - _LINE if size.stacked else tall / 2)
    points = [size.left + scale.at(b) * length for b in (bar.low, bar.high) if b is not None]
    first, last = points[0], points[-1]
    reach = _reach(bar)
    if reach is not None:
        last = max(first + _BAND, size.left + min(1.0, scale.at(reach)) * length)
    name = f"{bar.who}, {bar.detail}: {bar.figure}"
    sign = "≠ " if bar.conflicts else ""
    label_x = size.left if size.stacked else 0.0
    label_y = top + (18 if size.stacked else 20)
    who = _fitted(bar.who, _room(size) / _BOLD)
    label = f'<text x="{label_x:g}" y="{label_y:.1f}" class="b halo">{escape(who)}</text>'
    label += "".join(
        f'<text x="{label_x:g}" y="{label_y + _LINE * n:.1f}" class="ax halo">{escape(line)}</text>'
        for n, line in enumerate(details, 1)
    )
    end = last + (34 if bar.high is None and reach is None else 10)
    fits = end + _BOLD * len(sign + bar.figure) <= size.width
    value_x, anchor = (end, "start") if fits else (first - (34 if bar.low is None else 10), "end")
    value = (
        f'<text class="b v" x="{value_x:.1f}" y="{middle + 4.5:.1f}" text-anchor="{anchor}">'
        f"{sign}{escape(bar.figure)}</text>"
    )
    kind = "row conflicts" if bar.conflicts else "row"
    return (
        f'<a class="{kind}" href="{escape(bar.href)}" aria-label="{escape(name)}">'
        f'<rect class="hit" x="0" y="{top:g}" width="{size.width:g}" height="{tall:g}"/>'
        f'<path class="thin" d="M0 {top:g}H{size.width:g}"/>'
        f"{label}{_sign(bar, first, last, middle)}{value}</a>"
    )


def _sign(bar: Bar, first: float, last: float, y: float) -> str:
    if bar.low is not None and bar.high is not None and bar.low != bar.high:
        return f'<path class="range" d="M{first:.1f} {y:.1f}H{last:.1f}"/>' + "".join(
            f'<path class="mark" d="M{x:.1f} {y - 7:.1f}v14"/>' for x in (first, last)
        )
    if _reach(bar) is not None:
        return f'<path class="vague" d="{_dwindling(first, last, y)}"/>'
    kind = "ring" if bar.hedged else "dot"
    dot = f'<circle class="{kind}" cx="{first:.1f}" cy="{y:.1f}" r="5"/>'
    if bar.high is None:
        return f'<path class="mark" d="M{first:.1f} {y:.1f}h25m-6 -5 6 5-6 5"/>{dot}'
    if bar.low is None:
        return f'<path class="mark" d="M{first:.1f} {y:.1f}h-25m6 -5-6 5 6 5"/>{dot}'
    return dot


def _dwindling(first: float, last: float, y: float) -> str:
    """Strokes that stand ever farther apart and grow ever shorter."""
    parts = [n / _STROKES for n in range(_STROKES)]
    return "".join(
        f"M{first + part**_THINNING * (last - first):.1f} {y - 7 * (1 - part):.1f}"
        f"v{14 * (1 - part):.1f}"
        for part in parts
    )


def _wrapped(text: str, characters: float) -> list[str]:
    """The text on a few lines, broken at blanks; what is longer still is cut."""
    # A dot between two facts ends a line rather than begin one.
    lines = wrap(
        text.replace(" · ", "\u00a0· "), max(1, int(characters)), break_on_hyphens=False
    ) or [""]
    return [*lines[: _LINES - 1], _fitted(" ".join(lines[_LINES - 1 :]), characters)][: len(lines)]


def _fitted(text: str, characters: float) -> str:
    return text if len(text) <= characters else text[: int(characters) - 1].rstrip() + "…"
