"""Times of day in a claim, as minutes after midnight."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from variorum.languages import pack

HOURS = 24
MINUTES = 60
_HALF = HOURS // 2


def times(quote: str, language: str) -> frozenset[int]:
    """The times of day written with their half of the day ("5 a.m."), or as "14:30"."""
    whole, halves, second = _patterns(language)
    found = {(int(m[1]), int(m[2])) for m in whole.finditer(quote)}
    for match in halves.finditer(quote) if halves else ():
        hour = int(match[1]) % _HALF + (_HALF if match[3].lower() == second else 0)
        if int(match[1]) <= _HALF:
            found -= {(int(match[1]), int(match[2] or 0))}
            found.add((hour, int(match[2] or 0)))
    return frozenset(hour * MINUTES + minute for hour, minute in found if hour < HOURS)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str] | None, str]:
    """Of hour and minute; of an hour with its half of the day, where the language writes so;
    and the letter of the second half."""
    source = pack(language)
    clock: dict[str, Any] = source.table("dates")["clock"] if source else {"marks": ":"}
    marks = "".join(map(re.escape, clock["marks"]))
    whole = re.compile(rf"(?<![\d.:])(\d\d?)[{marks}]([0-5]\d)(?![\d:])")
    letters = clock.get("dotted", ())
    if not letters:
        return whole, None, ""
    half = rf"\s?([{''.join(letters)}])\.?{clock['dot']}\b"
    return (
        whole,
        re.compile(rf"(?<![\d.:])(\d\d?)(?:[{marks}.]([0-5]\d))?{half}", re.IGNORECASE),
        str(letters[-1]),
    )
