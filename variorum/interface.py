"""The words of the frame: what the site itself says, in the archive's language.

Every sentence stands in ``languages/<code>/interface.toml``; this module only looks them
up, counts and dates them. A language without such a table is framed in English.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from functools import cache
from typing import Any

from variorum.edtf import read as edtf_date
from variorum.languages import pack
from variorum.model import When

_RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Primary subtags of the languages written from right to left."""

_WORD = re.compile(r"\w+")
_EDTF = re.compile(r"\d{4}(-\d\d)?")
"""A month or a year as EDTF writes it."""


class Words:
    """The interface in one language."""

    __slots__ = ("_inner", "language", "table")

    def __init__(self, table: dict[str, Any], language: str) -> None:
        self.table = table
        self.language = language
        self._inner = str.maketrans(self.say("quote.outer"), self.say("quote.inner"))

    def say(self, key: str, **values: object) -> str:
        """The words under a dotted key with their ``{places}`` filled in."""
        found = self._find(key)
        if not isinstance(found, str):
            raise KeyError(key)
        return found.format(**values) if values else found

    def count(self, key: str, n: int, **values: object) -> str:
        """The singular or plural words under a dotted key, ``{n}`` being the number."""
        forms = self._find(key)
        form = forms["one"] if n == 1 and "one" in forms else forms["other"]
        return str(form).format(n=self.number(n), **values)

    def label(self, table: str, key: str) -> str:
        """One entry of a table of labels; the key itself where the table lacks it."""
        return str(self._find(table).get(key, key))

    def number(self, n: float) -> str:
        """A number with its thousands parted; whole numbers without a fraction."""
        whole = f"{n:,.0f}" if float(n).is_integer() else f"{n:,.10g}"
        marks = {",": self.say("number.thousands"), ".": self.say("number.decimal")}
        return "".join(marks.get(c, c) for c in whole)

    def listing(self, items: Iterable[str]) -> str:
        """Names in a row: "A", "A and B", "A, B and C"."""
        names = list(items)
        if len(names) < 2:
            return "".join(names)
        return self.say("list.last", rest=self.say("list.join").join(names[:-1]), last=names[-1])

    def quoted(self, text: str) -> str:
        """The text between quotation marks, those inside it made single."""
        outer = self.say("quote.outer")
        return outer[0] + text.translate(self._inner) + outer[1]

    def when(self, when: When | None, form: str = "long") -> str:
        """A date in words with its uncertainty; ``form`` is ``long`` or ``short``."""
        if when is None:
            return self.say(f"date.{form}.unknown")
        words = self._period(when, form)
        return self.say(f"date.{form}.about", date=words) if when.approximate else words

    def stamp(self, edtf: str) -> str:
        """An EDTF date in words; the string itself where it is none."""
        read = edtf_date(edtf)
        return self.when(read) if read else edtf

    def language_name(self, tag: str) -> str:
        """The name of a language; its tag where the table lacks it."""
        return self.label("language", tag.lower().split("-")[0])

    def _period(self, when: When, form: str) -> str:
        if when.precision != "span":
            start = when.earliest or when.latest
            return self._day(start, when.precision, form)
        ends = [self._precision(when, last=last) for last in (False, True)]
        first = self._day(when.earliest, ends[0], form)
        last = self._day(when.latest, ends[1], form)
        if not when.latest:
            return self.say(f"date.{form}.after", date=first)
        if not when.earliest:
            return self.say(f"date.{form}.before", date=last)
        if first == last:
            return last
        if when.earliest[:7] == when.latest[:7] and ends == ["day", "day"]:
            first = str(int(when.earliest[8:10]))
        elif when.earliest[:4] == when.latest[:4] and ends[0] != "year":
            first = self._day(when.earliest, f"yearless_{ends[0]}", form)
        return self.say(f"date.{form}.between", first=first, last=last)

    def _precision(self, when: When, *, last: bool) -> str:
        """How finely one end of a period is told: ``day``, ``month`` or ``year``.

        "Since February" names no day: only the month was told where the end is the edge of
        one that its words name, without that day's number.
        """
        end = when.latest if last else when.earliest
        part = when.text.split("/")[-1 if last else 0].strip("~?%")
        if _EDTF.fullmatch(part):
            return "month" if "-" in part else "year"
        months = [self._find(f"date.{form}.months") for form in ("long", "short")]
        words = set(_WORD.findall(when.text.casefold()))
        if not _edge(end, last=last) or str(int(end[8:10])) in {w.lstrip("0") for w in words}:
            return "day"
        if any(names[int(end[5:7]) - 1].casefold() in words for names in months):
            return "month"
        turn = end[5:] == ("12-31" if last else "01-01")
        return "year" if turn and end[:4] in words else "day"

    def _day(self, iso: str, precision: str, form: str) -> str:
        if not iso:
            return ""
        month = self._find(f"date.{form}.months")[int(iso[5:7]) - 1] if len(iso) >= 7 else ""
        day = str(int(iso[8:10])) if len(iso) >= 10 else ""
        values = {"year": iso[:4], "month": month, "day": day}
        if precision == "minute" and form == "long":
            zone = "+00:00" if iso.endswith("Z") else iso[-6:]
            return self.say("date.long.minute", time=iso[11:16], zone=zone, **values)
        return self.say(f"date.{form}.{'day' if precision == 'minute' else precision}", **values)

    def _find(self, key: str) -> Any:
        found: Any = self.table
        for part in key.split("."):
            found = found[part]
        return found


def _edge(day: str, *, last: bool) -> bool:
    """Whether an ISO day is the first of its month, or the last."""
    if len(day) != len("2031-02-28"):
        return False
    edge = monthrange(int(day[:4]), int(day[5:7]))[1] if last else 1
    return int(day[8:]) == edge


@cache
def words(language: str) -> Words:
    """The interface for a BCP 47 tag; English where its pack has none."""
    for code in (language, "en"):
        found = pack(code)
        if found is not None:
            try:
                return Words(found.table("interface"), found.code)
            except FileNotFoundError:
                continue
    raise LookupError("languages/en/interface.toml")


def direction(language: str) -> str:
    """``rtl`` or ``ltr``: how text in a BCP 47 language runs."""
    return "rtl" if language.lower().split("-")[0] in _RTL else "ltr"
