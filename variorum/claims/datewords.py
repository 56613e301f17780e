"""One date read at a word, explicit or told relative to the article's own day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from variorum.claims import calendars, clocks
from variorum.claims.words import Words
from variorum.model import When

FIRST_YEAR, LAST_YEAR = 1500, 2100
"""Four digits outside these bounds are never read as a year."""
LONGEST = 5000
"""From this on a number of days, weeks or years gives no date."""
_ABBREVIATED = 4
"""Letters up to which the name of a day is an abbreviation."""


class Mention(NamedTuple):
    """A date or time that words ``first`` to ``last`` name."""

    first: int
    last: int
    when: When | None
    """None where it cannot be worked out: a time of day, or no date of publication."""
    lasting: bool = False
    """Whether it is told by its length ("the past five weeks")."""


@dataclass(slots=True)
class Reader:
    """Reads one date at a word, against the article's date."""

    words: Words
    data: dict[str, Any]
    anchor: date | None
    span: range
    """The words of the sentence."""

    @property
    def ahead(self) -> bool:
        """Whether the sentence speaks of what is to come."""
        future, folded = self.data["words"]["future"], self.words.folded
        return not future.isdisjoint(folded[self.span.start : self.span.stop])

    def at(self, n: int) -> Mention | None:
        """The date in digits, or by the name of its month or day, that begins at word ``n``."""
        word = self.words.folded[n]
        if word[0].isdecimal():
            return self._iso(n) or self._day_month(n) or self._clock(n) or self._year(n)
        if word in self.data["named"]:
            return self._month_day(n) or self._weekday(n) or self._named_day(n)
        return None

    def _number(self, n: int, top: int) -> int:
        word = self.words.folded[n]
        return int(word) if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= top else 0

    def _named_year(self, n: int) -> int:
        """The year at word ``n``, a comma before it skipped; 0 where there is none."""
        word = self.words.folded[n]
        if len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) < LAST_YEAR:
            return int(word)
        return 0

    def month_at(self, n: int) -> int:
        """The month that word ``n`` names; 0 where it names none."""
        word = self.words.folded[n]
        month: int = self.data["months"].get(word, 0)
        if month and word in self.data["words"]["capitals"] and self._small(n):
            return 0
        return month

    def _small(self, n: int) -> bool:
        """Whether a word lacks the capital that its language would give a month or weekday."""
        return bool(self.data["writing"]["capitalised"]) and self.words.written[n][:1].islower()

    def _iso(self, n: int) -> Mention | None:
        parts = self.words.folded[n : n + 5]
        if len(parts[0]) != 4 or parts[1] != "-" or parts[3] != "-":
            return None
        found = re.fullmatch(r"\d{4}-\d\d-\d\d", "".join(parts))
        try:
            when = calendars.day(date.fromisoformat(found.group())) if found else None
            return Mention(n, n + 4, when) if when else None
        except ValueError:
            return None

    def _tail(self, n: int) -> tuple[int, int]:
        """After a month or day: its year and the last word, an abbreviation's point skipped."""
        last = n
        if self.words.folded[n + 1] in {",", "."} and self._named_year(n + 2):
            return self._named_year(n + 2), n + 2
        if self.words.folded[n + 1] in self.data["words"]["of"] and self._named_year(n + 2):
            return self._named_year(n + 2), n + 2
        if self._named_year(n + 1):
            return self._named_year(n + 1), n + 1
        return 0, last

    def _dated(self, first: int, last: int, year: int, month: int, day: int) -> Mention | None:
        """A day or month, its year worked out from the article's date where it has none."""
        try:
            if year:
                when = (
                    calendars.day(date(year, month, day)) if day else calendars.month(year, month)
                )
            elif self.anchor:
                when = calendars.nearest(self.anchor, month, day, ahead=self.ahead)
            else:
                return Mention(first, last, None)
        except ValueError:
            return None
        return Mention(first, last, when)

    def _month_day(self, n: int) -> Mention | None:
        month = self.month_at(n)
        if not month:
            return None
        at = n + 1 if self.words.folded[n + 1] == "." and self.words.joined(n + 1) else n
        day = self._number(at + 1, 31)
        if day and self.words.folded[at + 2] not in {":"}:
            last = at + 1
            if self.words.folded[last + 1] in self.data["words"]["suffixes"]:
                last += 1
            upto = self._number(last + 2, 31)
            if self.words.folded[last + 1] in {"-", "–"} and upto > day:
                year, end = self._tail(last + 2)
                return self._range(n, end, year, month, (day, upto))
            year, last = self._tail(last)
            return self._dated(n, last, year, month, day)
        year, last = self._tail(at)
        if last == at and self._small(n):
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
        if self.words.folded[at] in self.data["words"]["suffixes"] and self.words.joined(at):
            at += 1
        if self.words.folded[at] in self.data["words"]["of"]:
            at += 1
        upto = 0
        if day and self.words.folded[at] in self.data["words"]["day_to"]:
            upto, at = self._number(at + 1, 31), at + 2
        month = self.month_at(at) if day else 0
        if not month:
            return None
        year, last = self._tail(at)
        if upto > day:
            return self._range(n, last, year, month, (day, upto))
        return self._dated(n, last, year, month, day)

    def _weekday(self, n: int) -> Mention | None:
        weekday = self.data["weekdays"].get(self.words.folded[n])
        if weekday is None or self._small(n) or self._newspaper(n):
            return None
        at = n + 1 + (self.words.folded[n + 1] in {",", "."})
        exact = self._month_day(at) or (self._day_month(at) if self.words.folded[at] else None)
        if exact and exact.when and exact.when.precision == "day":
            return Mention(n, exact.last, exact.when)
        last = n
        glue = self.data["words"]
        if self.words.folded[n + 1] in glue["day_parts"]:
            last = n + 1
        behind = self.words.folded[last + 1]
        last += behind in glue["last_after"] or behind in glue["next_after"]
        if self.anchor is None:
            return Mention(n, last, None)
        back = (self.anchor.weekday() - weekday) % 7
        before = self.words.folded[n - 1]
        day = self.anchor - timedelta(back)
        bygone = before in glue["last"] or behind in glue["last_after"]
        coming = before in glue["next"] or behind in glue["next_after"]
        if coming or (self.ahead and back and not bygone):
            day += timedelta(7)
        elif bygone and back == 0:
            day -= timedelta(7)
        return Mention(n, last, calendars.day(day))

    def _newspaper(self, n: int) -> bool:
        """Whether an abbreviated day has neither a point nor a date behind it ("The Sun")."""
        following = self.words.folded[n + 1]
        if len(self.words.folded[n]) > _ABBREVIATED or following[:1].isdecimal():
            return False
        return not (following in {".", ","} or self.month_at(n + 1))

    def _named_day(self, n: int) -> Mention | None:
        offset = self.data["days"].get(self.words.folded[n])
        if offset is None:
            return None
        return Mention(
            n, n, calendars.day(self.anchor + timedelta(offset)) if self.anchor else None
        )

    def _year(self, n: int) -> Mention | None:
        year = self._named_year(n)
        glue = self.data["words"]
        if not year:
            return None
        before, after = self.words.folded[n - 1], self.words.folded[n + 1]
        if after in {"-", "–", "/"} and self._named_year(n + 2) > year:
            when = When(f"{year}-01-01", f"{self._named_year(n + 2)}-12-31", "span")
            return Mention(n, n + 2, when)
        if before not in glue["year_before"] and after not in {"", ".", ")", ";"}:
            return None
        counted = after.isalpha() and after.endswith(tuple(glue["plurals"])) and len(after) > 3
        spanned = self._named_year(n - 2) > 0  # "between 2020 and 2025 inspectors"
        if counted and not spanned and before not in {*glue["year_strict"], *glue["the"]}:
            return None
        named = before in glue["decade_before"] and year % 10 == 0
        if named or (after in glue["decade"] and self.words.joined(n + 1)):
            ten = When(f"{year}-01-01", f"{year + 9}-12-31", "span")
            return Mention(n, n if named else n + 1, ten)
        return Mention(n, n, calendars.year(year))

    def _clock(self, n: int) -> Mention | None:
        """A time of day."""
        last = clocks.end(self.words, n, self.data["clock"])
        return Mention(n, last, None) if last >= 0 else None
