"""When the articles were published: one line, each article where its date allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import escape

from variorum.charts.sizes import SIZES, Size, svg

_NAMED = 14
"""Articles up to which each is named; above, a dot each."""
_ROW = 30.0
_STACKED = 44.0
"""Height of a row with a line of its own."""
_SIGN = 12.0
"""Room of a sign without a name."""
_ARROW = 22.0
"""Room of the arrow that an open end has."""
_HIGHEST = 150.0
"""Height of a heap of signs from which they are set closer."""
_LEAST = 6
"""Characters of a detail that are worth showing."""
_LABEL = 66.0
"""Width of the longest label below the line."""
_TICK = 95.0
"""Width of the line for each label below it."""
_MONTH = 36
"""Days of a line up to which its labels are days: a month and its margins."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An article on the line."""

    earliest: str
    """ISO 8601; empty when open."""
    latest: str
    exact: bool
    """Whether its source states the day."""
    name: str
    detail: str
    href: str
    label: str
    """The whole in words."""


def timeline(items: Sequence[Dated], months: Sequence[str], label: str) -> str:
    """The line in three widths, one of which is shown; empty without a dated article."""
    dated = [item for item in items if item.earliest or item.latest]
    if not dated:
        return ""
    days = sorted(_day(end) for item in dated for end in (item.earliest, item.latest) if end)
    margin = timedelta(days=max(2, (days[-1] - days[0]).days // 16))
    # The calendar ends; a slip of the key may date an article next to its end.
    margin = min(margin, days[0] - date.min, date.max.replace(month=1) - days[-1])
    span = (days[0] - margin, days[-1] + margin)
    return "".join(_draw(dated, span, months, label, size) for size in SIZES)


def _day(iso: str) -> date:
    return date.fromisoformat(iso[:10])


@dataclass(frozen=True, slots=True)
class _Line:
    """From days to places on a line of one width."""

    start: date
    end: date
    width: float
    ground: float
    """How far down the line is drawn."""

    def at(self, day: date) -> float:
        total = max(1, (self.end - self.start).days)
        return 6 + (day - self.start).days / total * (self.width - 12)


def _draw(
    items: list[Dated], span: tuple[date, date], months: Sequence[str], label: str, size: Size
) -> str:
    flat = _Line(*span, size.width, 0)
    if len(items) > _NAMED:
        line, drawn = _heaped(items, flat)
    else:
        items = [_fitted(item, flat) for item in items]
        rows = _rows(items, flat)
        if rows is None:
            line, drawn = _stacked(items, flat)
        else:
            line = replace(flat, ground=24 + (max(rows) + 1) * _ROW)
            drawn = _rule(line) + "".join(
                _linked(item, _name(item, row, line) + _mark(item, line))
                for item, row in zip(items, rows, strict=True)
            )
    labels = _days if (line.end - line.start).days <= _MONTH else _months
    below = labels(line, months, int(size.width / _TICK))
    return svg(size, line.ground + 30, label, below + drawn)


def _rule(line: _Line) -> str:
    return f'<path class="thin" d="M0 {line.ground:g}H{line.width:g}"/>'


def _heaped(items: list[Dated], flat: _Line) -> tuple[_Line, str]:
    """The signs on one line, each on top of those it would meet, long periods above all."""
    spans = [_extent(item, flat) for item in items]
    taken: list[list[tuple[float, float]]] = []
    rows = [0] * len(items)
    for place in sorted(range(len(items)), key=lambda i: (spans[i][1] - spans[i][0], i)):
        first, last = spans[place]
        row = 0
        while row < len(taken) and any(a < last and first < b for a, b in taken[row]):
            row += 1
        if row == len(taken):
            taken.append([])
        taken[row].append(spans[place])
        rows[place] = row
    step = min(_SIGN, _HIGHEST / len(taken))
    line = replace(flat, ground=8 + step * len(taken))
    drawn = "".join(
        _linked(item, _mark(item, replace(line, ground=line.ground - 8 - row * step)))
        for item, row in zip(items, rows, strict=True)
    )
    return line, _rule(line) + drawn


def _extent(item: Dated, line: _Line) -> tuple[float, float]:
    """From where to where the sign of an item is drawn."""
    first = line.at(_day(item.earliest or item.latest))
    last = line.at(_day(item.latest or item.earliest))
    left = first - (_ARROW if not item.earliest else _SIGN / 2)
    return left, last + (_ARROW if not item.latest else _SIGN / 2)


def _stacked(items: list[Dated], flat: _Line) -> tuple[_Line, str]:
    """A line for each item, its name above it; and the line under the last."""
    drawn = ""
    line = flat
    for item in items:
        line = replace(line, ground=line.ground + _STACKED)
        name = (
            f'<text class="halo" x="0" y="{line.ground - 12:g}"><tspan class="b">'
            f'{escape(item.name)}</tspan> <tspan class="ax">{escape(item.detail)}</tspan></text>'
        )
        drawn += _rule(line) + _linked(item, name + _mark(item, line))
    return replace(line, ground=line.ground + 8), drawn


def _fitted(item: Dated, line: _Line) -> Dated:
    """The item, its detail cut to the room on the wider side of its sign."""
    x = line.at(_day(item.earliest or item.latest))
    room = int((max(x, line.width - x) - _width(replace(item, detail=""))) / 7.0)
    if len(item.detail) <= room:
        return item
    detail = f"{item.detail[: room - 1].rstrip(' …')}…" if room >= _LEAST else ""
    return replace(item, detail=detail)


def _width(item: Dated) -> float:
    return 7.8 * len(item.name) + 7.0 * len(item.detail) + 22


def _rows(items: list[Dated], line: _Line) -> list[int] | None:
    """A row for each label so that none meets another label or a stem: the lowest free.

    None where a stem would have to cross a label.
    """
    taken: list[list[tuple[float, float]]] = []
    rows = [0] * len(items)
    latest_first = sorted(
        range(len(items)), key=lambda i: items[i].earliest or items[i].latest, reverse=True
    )
    for place in latest_first:
        item = items[place]
        x = line.at(_day(item.earliest or item.latest))
        left = x if x + _width(item) <= line.width else x - _width(item)
        span = (left - 6, left + _width(item))
        row = 0
        while row < len(taken) and any(a < span[1] and span[0] < b for a, b in taken[row]):
            row += 1
        while len(taken) <= row:
            taken.append([])
        # Stems of one day lie on each other, and beside the labels they belong to.
        if any(a + 8 < x < b - 8 for lower in taken[:row] for a, b in lower):
            return None
        taken[row].append(span)
        for lower in taken[:row]:
            lower.append((x - 3, x + 3))
        rows[place] = row
    return rows


def _linked(item: Dated, drawing: str) -> str:
    return f'<a href="{escape(item.href)}" aria-label="{escape(item.label)}">{drawing}</a>'


def _mark(item: Dated, line: _Line) -> str:
    """The sign of an item: a dot or ring, with its period or open end."""
    first = line.at(_day(item.earliest or item.latest))
    last = line.at(_day(item.latest or item.earliest))
    ground = line.ground
    kind = "dot" if item.exact else "ring"
    mark = f'<circle class="{kind}" cx="{first:.1f}" cy="{ground:g}" r="4.5"/>'
    if last > first:
        mark = f'<path class="range" d="M{first:.1f} {ground:g}H{last:.1f}"/>{mark}'
    if not item.latest:
        mark = f'<path class="mark" d="M{first:.1f} {ground:g}h20m-5 -4 5 4-5 4"/>{mark}'
    if not item.earliest:
        mark = f'<path class="mark" d="M{first:.1f} {ground:g}h-20m5 -4-5 4 5 4"/>{mark}'
    return mark


def _name(item: Dated, row: int, line: _Line) -> str:
    """An item's name on the row given, and the stem that leads down to its sign."""
    first = line.at(_day(item.earliest or item.latest))
    top = line.ground - 14 - row * _ROW
    flips = first + _width(item) > line.width
    x, anchor = (first - 6, "end") if flips else (first + 6, "start")
    return (
        f'<path class="stem" d="M{first:.1f} {line.ground - 5:g}V{top - 9:g}"/>'
        f'<text class="halo" x="{x:.1f}" y="{top:g}" text-anchor="{anchor}">'
        f'<tspan class="b">{escape(item.name)}</tspan> '
        f'<tspan class="ax">{escape(item.detail)}</tspan></text>'
    )


def _days(line: _Line, months: Sequence[str], most: int) -> str:
    """Labels of a line so short that months would leave it bare."""
    total = (line.end - line.start).days
    every = -(-total // most)
    out = []
    for n, step in enumerate(range(1, total, every)):
        day = line.start + timedelta(days=step)
        if line.at(day) + _LABEL > line.width:
            break
        year = "" if n else f" {day.year}"
        out.append(_tick(line.at(day), line.ground, f"{day.day} {months[day.month - 1]}{year}"))
    return "".join(out)


def _tick(x: float, ground: float, label: str) -> str:
    return (
        f'<path class="thin" d="M{x:.1f} {ground:g}v15"/>'
        f'<text class="ax" x="{x + 5:.1f}" y="{ground + 19:g}">{escape(label)}</text>'
    )


def _months(line: _Line, months: Sequence[str], most: int) -> str:
    starts = []
    day = line.start.replace(day=1)
    while day <= line.end:
        starts.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    every = -(-len(starts) // most)
    out = []
    drawn = starts[::every]
    if len(drawn) > 1 and line.at(drawn[1]) < _LABEL:
        del drawn[0]
    for start in drawn:
        x = max(line.at(start), 1.0)
        year = f" {start.year}" if start.month == 1 or start == drawn[0] else ""
        out.append(_tick(x, line.ground, f"{months[start.month - 1]}{year}"))
    return "".join(out)
