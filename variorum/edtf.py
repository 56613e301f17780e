"""Dates of publication in EDTF, level 0 and the parts of level 1 the front matter uses."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

from variorum.model import Precision, When

FORMS = (
    "Write 2022, 2022-10, 2022-10-05, 2022-10~ (about), 2022-11-07/2022-11-13, 2022-09-24/.. "
    "or 2022-10-05T14:30+02:00"
)
"""The remedy for a date that is none."""

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?", re.ASCII)
_YEARS = range(100, 9900)
"""Years that are read: far enough from the ends of the calendar (1 and 9999) to reckon with."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)


def read(text: str) -> When | None:
    """The date that ``text`` writes, or None where it is no valid EDTF date.

    Understands ``2022``, ``2022-10``, ``2022-09-28``, each with ``~`` or ``?``; a span
    ``A/B`` of two of these, either end of which may be ``..``; and an instant with a zone.
    """
    text = text.strip()
    if _TIME.fullmatch(text):
        return _instant(text)
    if "/" in text:
        return _span(text)
    return _simple(text)


def _instant(text: str) -> When | None:
    try:
        at = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    if at.year not in _YEARS:
        return None
    return When(text, text, "minute", text=text)


def _span(text: str) -> When | None:
    first, _, last = text.partition("/")
    ends = [None if end == ".." else _simple(end) for end in (first, last)]
    if any(end is None and word != ".." for end, word in zip(ends, (first, last), strict=True)):
        return None
    start = ends[0].earliest if ends[0] else ""
    stop = ends[1].latest if ends[1] else ""
    if not (start or stop) or (start and stop and stop < start):
        return None
    loose = any(end is not None and end.approximate for end in ends)
    return When(start, stop, "span", loose, text)


def _simple(text: str) -> When | None:
    found = _DAY.fullmatch(text)
    if not found or int(found[1]) not in _YEARS:
        return None
    year, month, day, mark = found.groups()
    precision: Precision = "day" if day else "month" if month else "year"
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        last_month = int(month or 12)
        last = date(int(year), last_month, int(day or monthrange(int(year), last_month)[1]))
    except ValueError:
        return None
    return When(first.isoformat(), last.isoformat(), precision, bool(mark), text)
