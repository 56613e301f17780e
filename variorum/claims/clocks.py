"""Times of day: "6:30 a.m.", "10 pm", "at 14:30", "à 14 h 30"."""

from __future__ import annotations

from typing import Any

from variorum.claims.words import Words

_LONGEST = 5
"""Characters of an hour and what may be written against it, at most."""


def end(words: Words, n: int, clock: dict[str, Any]) -> int:
    """The last word of the time of day that begins with the digits at ``n``; -1 without one."""
    hour = words.folded[n]
    if not (hour.replace(".", "").isdecimal() and len(hour) <= _LONGEST):
        return -1
    at = n
    if words.folded[n + 1] in clock["marks"] and len(words.folded[n + 2]) == 2:
        at = n + 2
    word = words.folded[at + 1]
    if word in clock["after"]:
        return at + 1
    if (
        word in clock["dotted"]
        and words.folded[at + 2] == "."
        and words.folded[at + 3] == clock["dot"]
    ):
        return at + 3
    whole = hour.isdecimal() and int(hour) <= 24
    if at > n:
        return at if whole and int(hour) < 24 else -1
    named = word in clock["hours"] and words.folded[n - 1] in clock["at"]
    if whole and (word in clock["short"] or named):
        minutes = words.folded[n + 2]
        return n + 2 if len(minutes) == 2 and minutes.isdecimal() else n + 1
    return -1
