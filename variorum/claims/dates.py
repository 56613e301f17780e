"""Dates in a text: explicit ones, and those told relative to the article's own date."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from variorum.claims import numerals
from variorum.claims.words import Words
from variorum.languages import pack
from variorum.model import When

FIRST_YEAR, LAST_YEAR = 1500, 2100
"""Four digits outside these bounds are never read as a year."""
_AGO_REACH = 8
"""Words within which "ago" must follow the number it belongs to."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A date or time that words ``first`` to ``last`` name."""

    first: int
    last: int
    when: When | None
    """None where it cannot be worked out: a time of day, or no date of publication."""


@cache
def _table(language: str) -> dict[str, Any]:
    words = pack(language)
    return words.table("dates") if words else {}


@cache
def _openers(language: str) -> frozenset[str]:
    data = _table(language)
    keys = ("last", "next", "this", "articles")
    words = {word for key in keys for word in data["words"][key]}
    for table in ("months", "weekdays", "days"):
        words |= set(data[table])
    counts = numerals.table(language)
    words |= set(counts["ones"]) | set(counts["tens"]) | set(counts["vague"])
    return frozenset(words)


def may_open(words: Words, n: int, language: str) -> bool:
    """Whether a date written out may begin at word ``n``."""
    data = _table(language)
    return words.folded[n].isdecimal() or words.folded[n] in data.get("months", ())


def find(words: Words, span: range, published: When | None, language: str) -> tuple[Mention, ...]:
    """The dates among the words of a sentence, in order, joined to spans where it says so."""
    openers, folded = _openers(language), words.folded
    heads = [n for n in span if folded[n] in openers or folded[n][0].isdecimal()]
    if not heads:
        return ()
    data = _table(language)
    reader = _Reader(words, data, _anchor(published), _looks_ahead(words, span, data))
    found: list[Mention] = []
    last = -1
    for n in heads:
        mention = reader.at(n, language) if n > last else None
        if mention and mention.last < span.stop:
            found.append(reader.bounded(mention))
            last = mention.last
    return tuple(_joined(words, found, data))


def _anchor(published: When | None) -> date | None:
    """The day relative dates are counted from: the last day the article may be from."""
    if published is None or not published.latest:
        return None
    if published.earliest[:7] != published.latest[:7]:
        return None
    return date.fromisoformat(published.latest[:10])


def _looks_ahead(words: Words, span: range, data: dict[str, Any]) -> bool:
    future = data["words"]["future"]
    return any(words.folded[n] in future for n in span)


def _joined(words: Words, found: list[Mention], data: dict[str, Any]) -> list[Mention]:
    """ "From A to B" and "between A and B" as one span."""
    out: list[Mention] = []
    for mention in found:
        before = out[-1] if out else None
        gap = words.at(mention.first - 1)
        if (
            before
            and before.last == mention.first - 2
            and before.when
            and mention.when
            and (gap in data["words"]["to"] or gap in data["words"]["and"])
            and before.when.earliest < mention.when.latest
        ):
            opening = words.at(before.first - 1)
            spanning = opening in data["words"]["from"] + data["words"]["between"]
            if spanning or gap in "-–—":
                when = When(before.when.earliest, mention.when.latest, "span")
                out[-1] = Mention(before.first, mention.last, when)
                continue
        out.append(mention)
    return out


def _day(day: date, text: str = "") -> When:
    return When(day.isoformat(), day.isoformat(), "day", text=text)


def _month(year: int, month: int) -> When:
    last = monthrange(year, month)[1]
    return When(date(year, month, 1).isoformat(), date(year, month, last).isoformat(), "month")


def _year(year: int) -> When:
    return When(f"{year:04}-01-01", f"{year:04}-12-31", "year")


def _stretch(first: date, last: date) -> When:
    return When(first.isoformat(), last.isoformat(), "span")


def _shifted(day: date, months: int) -> date:
    """The same day some months on, or the month's last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one date at a word, against the article's date."""

    words: Words
    data: dict[str, Any]
    anchor: date | None
    ahead: bool
    """Whether the sentence speaks of what is to come."""

    def at(self, n: int, language: str) -> Mention | None:
        """The date that begins at word ``n``."""
        word = self.words.folded[n]
        if word[0].isdecimal():
            return (
                self._iso(n)
                or self._day_month(n)
                or self._clock(n)
                or self._year(n)
                or self._ago(n, language)
            )
        return (
            self._month_day(n)
            or self._weekday(n)
            or self._named_day(n)
            or self._relative(n)
            or self._ago(n, language)
        )

    def bounded(self, mention: Mention) -> Mention:
        """The mention as "since", "until" or "by" before it makes it, with its words."""
        before = self.words.at(mention.first - 1)
        glue = self.data["words"]
        when = mention.when
        first = mention.first
        if when and before in glue["since"]:
            latest = self.anchor.isoformat() if self.anchor else ""
            if not latest or when.earliest <= latest:
                when, first = When(when.earliest, latest, "span"), first - 1
        elif when and before in glue["until"]:
            when, first = When("", when.latest, "span"), first - 1
        span = self.words.span(first, mention.last)
        text = self.words.text[span.start : span.end]
        return Mention(mention.first, mention.last, replace(when, text=text) if when else None)

    def _number(self, n: int, top: int) -> int:
        word = self.words.at(n)
        return int(word) if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= top else 0

    def _named_year(self, n: int) -> int:
        """The year at word ``n``, a comma before it skipped; 0 where there is none."""
        word = self.words.at(n)
        if len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) < LAST_YEAR:
            return int(word)
        return 0

    def _month_at(self, n: int) -> int:
        word = self.words.at(n)
        month: int = self.data["months"].get(word, 0)
        if month and word in self.data["words"]["capitals"] and self.words.raw(n)[:1].islower():
            return 0
        return month

    def _iso(self, n: int) -> Mention | None:
        parts = self.words.folded[n : n + 5]
        if len(parts) < 5 or len(parts[0]) != 4 or parts[1] != "-" or parts[3] != "-":
            return None
        found = re.fullmatch(r"\d{4}-\d\d-\d\d", "".join(parts))
        try:
            return Mention(n, n + 4, _day(date.fromisoformat(found.group()))) if found else None
        except ValueError:
            return None

    def _tail(self, n: int) -> tuple[int, int]:
        """After a month or day: its year and the last word, an abbreviation's point skipped."""
        last = n
        if self.words.at(n + 1) in {",", "."} and self._named_year(n + 2):
            return self._named_year(n + 2), n + 2
        if self.words.at(n + 1) in self.data["words"]["of"] and self._named_year(n + 2):
            return self._named_year(n + 2), n + 2
        if self._named_year(n + 1):
            return self._named_year(n + 1), n + 1
        return 0, last

    def _dated(self, first: int, last: int, year: int, month: int, day: int) -> Mention | None:
        """A day or month, its year worked out from the article's date where it has none."""
        if not year and self.anchor is None:
            return Mention(first, last, None)
        try:
            if year:
                when = _day(date(year, month, day)) if day else _month(year, month)
            else:
                when = self._nearest(month, day)
        except ValueError:
            return None
        return Mention(first, last, when)

    def _nearest(self, month: int, day: int) -> When:
        assert self.anchor is not None
        year = self.anchor.year
        passed = (month, day) <= (self.anchor.month, self.anchor.day if day else 99)
        if self.ahead and (month, day or 99) < (self.anchor.month, self.anchor.day):
            year += 1
        elif not self.ahead and not (passed if day else month <= self.anchor.month):
            year -= 1
        return _day(date(year, month, day)) if day else _month(year, month)

    def _month_day(self, n: int) -> Mention | None:
        month = self._month_at(n)
        if not month:
            return None
        at = n + 1 if self.words.at(n + 1) == "." and self.words.joined(n + 1) else n
        day = self._number(at + 1, 31)
        if day and self.words.at(at + 2) not in {":"}:
            last = at + 1
            if self.words.at(last + 1) in self.data["words"]["suffixes"]:
                last += 1
            upto = self._number(last + 2, 31)
            if self.words.at(last + 1) in {"-", "–"} and upto > day:
                year, end = self._tail(last + 2)
                return self._range(n, end, year, month, (day, upto))
            year, last = self._tail(last)
            return self._dated(n, last, year, month, day)
        year, last = self._tail(at)
        if last == at and self.words.raw(n)[:1].islower():
            return None
        return self._dated(n, last if last > at else n, year, month, 0)

    def _range(
        self, first: int, last: int, year: int, month: int, days: tuple[int, int]
    ) -> Mention | None:
        begun = self._dated(first, last, year, month, days[0])
        done = self._dated(first, last, year, month, days[1])
        if begun and done and begun.when and done.when:
            return Mention(first, last, When(begun.when.earliest, done.when.latest, "span"))
        return begun

    def _day_month(self, n: int) -> Mention | None:
        day = self._number(n, 31)
        at = n + 1
        if self.words.at(at) in self.data["words"]["suffixes"] and self.words.joined(at):
            at += 1
        if self.words.at(at) in self.data["words"]["of"]:
            at += 1
        month = self._month_at(at) if day else 0
        if not month:
            return None
        year, last = self._tail(at)
        return self._dated(n, last, year, month, day)

    def _weekday(self, n: int) -> Mention | None:
        weekday = self.data["weekdays"].get(self.words.folded[n])
        if weekday is None or self.words.raw(n)[:1].islower():
            return None
        at = n + 1 + (self.words.at(n + 1) in {",", "."})
        exact = self._month_day(at) or (self._day_month(at) if self.words.at(at) else None)
        if exact and exact.when and exact.when.precision == "day":
            return Mention(n, exact.last, exact.when)
        last = n
        if self.words.at(n + 1) in self.data["words"]["day_parts"]:
            last = n + 1
        if self.anchor is None:
            return Mention(n, last, None)
        back = (self.anchor.weekday() - weekday) % 7
        before = self.words.at(n - 1)
        day = self.anchor - timedelta(back)
        if before in self.data["words"]["next"] or (self.ahead and back):
            day += timedelta(7)
        elif before in self.data["words"]["last"] and back == 0:
            day -= timedelta(7)
        return Mention(n, last, _day(day))

    def _named_day(self, n: int) -> Mention | None:
        offset = self.data["days"].get(self.words.folded[n])
        if offset is None:
            return None
        return Mention(n, n, _day(self.anchor + timedelta(offset)) if self.anchor else None)

    def _year(self, n: int) -> Mention | None:
        year = self._named_year(n)
        glue = self.data["words"]
        if not year:
            return None
        before, after = self.words.at(n - 1), self.words.at(n + 1)
        if after in {"-", "–", "/"} and self._named_year(n + 2) > year:
            when = When(f"{year}-01-01", f"{self._named_year(n + 2)}-12-31", "span")
            return Mention(n, n + 2, when)
        if before not in glue["year_before"] and after not in {"", ".", ")", ";"}:
            return None
        counted = after.isalpha() and after.endswith("s") and len(after) > 3
        if counted and before not in glue["year_strict"] and before not in glue["the"]:
            return None
        if after == "s" and self.words.joined(n + 1):
            return Mention(n, n + 1, When(f"{year}-01-01", f"{year + 9}-12-31", "span"))
        return Mention(n, n, _year(year))

    def _clock(self, n: int) -> Mention | None:
        """A time of day: "6:30 a.m.", "10 pm", "at 14:30"."""
        hour = self.words.folded[n]
        if not (hour.replace(".", "").isdecimal() and len(hour) <= 5):
            return None
        at = n
        if self.words.at(n + 1) == ":" and len(self.words.at(n + 2)) == 2:
            at = n + 2
        clock = self.data["words"]["clock"]
        for after in range(at + 1, at + 2):
            word = self.words.at(after)
            if word in clock[:2] or word == "o'clock":
                return Mention(n, after, None)
            if (
                word in {"a", "p"}
                and self.words.at(after + 1) == "."
                and (self.words.at(after + 2) == "m")
            ):
                return Mention(n, after + 2, None)
        if at > n and hour.isdecimal() and int(hour) < 24:
            return Mention(n, at, None)
        return None

    def _relative(self, n: int) -> Mention | None:
        """ "Last week", "this morning", "earlier this month", "next year"."""
        glue, word = self.data["words"], self.words.folded[n]
        unit = self.words.at(n + 1)
        step = -1 if word in glue["last"] else 1 if word in glue["next"] else 0
        if not (step or word in glue["this"]) or unit not in glue["parts"] + list(
            self.data["months"]
        ):
            return None
        if self.anchor is None:
            return Mention(n, n + 1, None)
        month = self._month_at(n + 1)
        if month:
            return Mention(n, n + 1, self._nearest(month, 0))
        return Mention(n, n + 1, self._unit(unit, step))

    def _unit(self, unit: str, step: int) -> When | None:
        """The day, week, month, season or year that lies ``step`` from the article's."""
        anchor = self.anchor
        assert anchor is not None
        if unit in self.data["seasons"]:
            first, last = self.data["seasons"][unit]
            year = anchor.year + (step if step > 0 else 0)
            if (step < 0 and anchor.month <= max(first, last) and first <= last) or (
                step < 0 and first > last
            ):
                year -= 1
            end = _month(year + (last < first), last).latest
            return When(_month(year, first).earliest, end, "span")
        if unit in {"week", "weekend"}:
            monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
            if unit == "weekend":
                back = 7 if step < 0 or anchor.weekday() < 5 else 0
                monday = anchor - timedelta(anchor.weekday() + (back if step <= 0 else 0))
                return _stretch(monday + timedelta(5), monday + timedelta(6))
            return _stretch(monday, monday + timedelta(6))
        if unit == "month":
            moved = _shifted(anchor.replace(day=1), step)
            return _month(moved.year, moved.month)
        if unit == "year":
            return _year(anchor.year + step)
        return _day(anchor + timedelta(-1 if step < 0 and unit == "night" else 0))

    def _ago(self, n: int, language: str) -> Mention | None:
        """ "Three days ago", "a decade ago": as precise as its unit."""
        glue = self.data["words"]
        if glue["ago"][0] not in self.words.folded[n + 2 : n + _AGO_REACH]:
            return None
        number = numerals.read(self.words, n, language)
        if number is None and self.words.folded[n] in glue["articles"]:
            number = numerals.Numeral(n, n, 1, 1)
        if number is None:
            return None
        unit = self.words.at(number.last + 1)
        size = self.data["spans"].get(unit)
        if size is None or self.words.at(number.last + 2) not in glue["ago"]:
            return None
        last = number.last + 2
        if self.anchor is None or number.high is None or number.low > 5000:
            return Mention(n, last, None)
        near = self.words.at(n - 1) in glue["near"]
        count = int(number.low)
        if size == 1:
            when = _day(self.anchor - timedelta(count))
        elif size > 1:
            day = self.anchor - timedelta(size * count)
            monday = day - timedelta(day.weekday())
            when = _stretch(monday, monday + timedelta(6))
        else:
            moved = _shifted(self.anchor, size * count)
            when = _month(moved.year, moved.month) if size == -1 else _year(moved.year)
        return Mention(n, last, replace(when, approximate=near or size == -120))
