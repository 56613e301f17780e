"""Dates told from the article's own day: "last week", "next March", "three days ago"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from variorum.claims import calendars, numerals
from variorum.claims.datewords import LONGEST, Mention, Reader
from variorum.claims.quantities import Numeral

_AGO_REACH = 8
"""Words within which "ago" must follow the number it belongs to."""


def read(reader: Reader, n: int, language: str) -> Mention | None:
    """The date that word ``n`` begins to tell so."""
    found = _named(reader, n) if reader.words.folded[n] in reader.data["relative"] else None
    return found or _ago(reader, n, language)


def _named(reader: Reader, n: int) -> Mention | None:
    """ "Last week", "this morning", "earlier this month", "next year"."""
    glue, word = reader.data["words"], reader.words.folded[n]
    parts = reader.data["parts"]
    last = n + 1
    step = -1 if word in glue["last"] else 1 if word in glue["next"] else 0
    if word in parts and (glue["last_after"] or glue["next_after"]):
        behind = reader.words.folded[n + 1]
        step = -(behind in glue["last_after"]) or int(behind in glue["next_after"])
        unit = word if step else ""
    else:
        unit = reader.words.folded[n + 1] if step or word in glue["this"] else ""
    if unit not in parts and unit not in reader.data["months"]:
        return None
    of_what = (
        reader.words.folded[n - 1] in glue["the"] and reader.words.folded[last + 1] in glue["of"]
    )
    if reader.anchor is None or of_what:
        return Mention(n, last, None)
    month = reader.month_at(n + 1)
    if month:
        return Mention(n, last, calendars.nearest(reader.anchor, month, 0, ahead=reader.ahead))
    when = calendars.unit(reader.anchor, parts.get(unit, unit), step, reader.data["seasons"])
    return Mention(n, last, when)


def _ago(reader: Reader, n: int, language: str) -> Mention | None:
    """ "Three days ago", "il y a trois jours": as precise as its unit."""
    glue = reader.data["words"]
    first = n
    for phrase in glue["ago_before"]:
        if tuple(reader.words.folded[n : n + len(phrase)]) == phrase:
            first = n + len(phrase)
    if first == n and (
        not glue["ago"] or glue["ago"][0] not in reader.words.folded[n + 2 : n + _AGO_REACH]
    ):
        return None
    at = first + (reader.words.folded[first] in glue["near"] and first > n)
    number = numerals.read(reader.words, at, language)
    if number is None and reader.words.folded[at] in glue["articles"]:
        number = Numeral(at, at, 1, 1)
    if number is None:
        return None
    return _before_now(reader, n, number, first > n)


def _before_now(reader: Reader, n: int, number: Numeral, led: bool) -> Mention | None:
    """The time so many units before the article's day; ``led`` where "ago" stood before."""
    glue = reader.data["words"]
    size = reader.data["spans"].get(reader.words.folded[number.last + 1])
    if size is None or not (led or reader.words.folded[number.last + 2] in glue["ago"]):
        return None
    last = number.last + (1 if led else 2)
    if reader.anchor is None or number.high is None or number.low > LONGEST:
        return Mention(n, last, None)
    near = reader.words.folded[number.first - 1] in glue["near"]
    count = int(number.low)
    if size == 1:
        when = calendars.day(reader.anchor - timedelta(count))
    elif size > 1:
        day = reader.anchor - timedelta(size * count)
        monday = day - timedelta(day.weekday())
        when = calendars.stretch(monday, monday + timedelta(6))
    else:
        moved = calendars.shifted(reader.anchor, size * count)
        when = (
            calendars.month(moved.year, moved.month) if size == -1 else calendars.year(moved.year)
        )
    return Mention(n, last, replace(when, approximate=near or size == -120))
