"""Days, months, seasons and years as periods, also counted from the article's own day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from variorum.model import When

_SOON = 120
"""Days ahead within which a day without a year is taken to be still to come."""


def day(at: date) -> When:
    """One day."""
    return When(at.isoformat(), at.isoformat(), "day")


def month(year_of: int, number: int) -> When:
    """A whole month."""
    last = monthrange(year_of, number)[1]
    first, end = date(year_of, number, 1), date(year_of, number, last)
    return When(first.isoformat(), end.isoformat(), "month")


def year(number: int) -> When:
    """A whole year."""
    return When(f"{number:04}-01-01", f"{number:04}-12-31", "year")


def stretch(first: date, last: date) -> When:
    """A period with two ends."""
    return When(first.isoformat(), last.isoformat(), "span")


def shifted(at: date, months: int) -> date:
    """The same day some months on, or the month's last."""
    years, number = divmod(at.year * 12 + at.month - 1 + months, 12)
    years = min(max(years, 1), 9999)
    return date(years, number + 1, min(at.day, monthrange(years, number + 1)[1]))


def _is_soon(anchor: date, number: int, day_of: int) -> bool:
    """Whether a day of a month comes next within so many days of the article's date."""
    later = (number, day_of) >= (anchor.month, anchor.day)
    try:
        return (date(anchor.year + (not later), number, day_of) - anchor).days <= _SOON
    except ValueError:  # the 29th of February
        return False


def nearest(anchor: date, number: int, day_of: int, *, ahead: bool) -> When:
    """A month, or a day of one, in the year that lies nearest before the article.

    ``day_of`` is 0 for the whole month; ``ahead`` looks for the next one instead, and so does a
    day within the next ``_SOON`` days, since its last return lies most of a year back. Raises
    ValueError for a day the month does not have.
    """
    years = anchor.year
    ahead = ahead or (bool(day_of) and _is_soon(anchor, number, day_of))
    today = (anchor.month, anchor.day)
    if ahead and (number, day_of or 99) < today:
        years += 1
    elif not ahead and ((number, day_of) > today if day_of else number > anchor.month):
        years -= 1
    return day(date(years, number, day_of)) if day_of else month(years, number)


def unit(anchor: date, name: str, step: int, seasons: Mapping[str, Sequence[int]]) -> When:
    """The day, week, month, season or year that lies ``step`` from the article's."""
    if name in seasons:
        return _season(anchor, seasons[name], step)
    monday = anchor - timedelta(anchor.weekday())
    if name == "week":
        monday += timedelta(7 * step)
        return stretch(monday, monday + timedelta(6))
    if name == "weekend":
        back = 7 if step < 0 else 0
        saturday = monday + timedelta(5 - back + (7 if step > 0 else 0))
        return stretch(saturday, saturday + timedelta(1))
    if name == "month":
        moved = shifted(anchor.replace(day=1), step)
        return month(moved.year, moved.month)
    if name == "year":
        return year(anchor.year + step)
    return day(anchor + timedelta(-1 if step < 0 and name == "night" else 0))


def _season(anchor: date, months: Sequence[int], step: int) -> When:
    """A season by its first and last month; winter ends in the year after it began."""
    first, last = months
    years = anchor.year + max(step, 0)
    wraps = last < first
    if step < 0 and (wraps or anchor.month <= last):
        years -= 1
    return When(month(years, first).earliest, month(years + wraps, last).latest, "span")
