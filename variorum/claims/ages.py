"""Ages: "a 6-year-old", "aged 50 and 54", "Marta Lindqvist, 50,", "in his late 20s"."""

from __future__ import annotations

from typing import Any

from variorum.claims.quantities import Counted, Place
from variorum.claims.words import Words

OLDEST = 115
"""No bare number above this is read as an age."""
_YOUNGEST_ASIDE = 5
"""A smaller number between commas after a name is rather a count."""
_ENDS = frozenset({",", ")", ".", ";", ""})
_DASHES = frozenset("-–")


def read(words: Words, place: Place, span: range, data: dict[str, Any]) -> Counted | None:
    """The age that the number at ``place`` tells; None where it tells none."""
    ages = data["ages"]
    decade = _decade(words, place, ages)
    if decade:
        return decade
    old = _old(words, place, ages)
    if old:
        return Counted("age", ages["unit"], "age", old)
    plain = place.exact and 0 < place.low <= OLDEST and place.low == int(place.low)
    told = plain and (
        _is_named(words, place, ages)
        or (place.digits and _is_aside(words, place, span, data))
        or (place.digits and _is_said(words, place, span, data))
    )
    return Counted("age", ages["unit"], "age", place.last) if told else None


def _old(words: Words, place: Place, ages: dict[str, Any]) -> int:
    """The word "old" of "6-year-old" or "6 years old"; 0 where there is none."""
    at = place.last + 1
    at += words.at(at) in _DASHES
    if words.at(at) not in ages["year"]:
        return 0
    at += 1
    at += words.at(at) in _DASHES
    return at if words.at(at) in ages["old"] else 0


def _is_named(words: Words, place: Place, ages: dict[str, Any]) -> bool:
    """ "Aged 50", "at the age of 16"."""
    before = words.at(place.first - 1)
    return before in ages["aged"] or (
        before in ages["of"] and words.at(place.first - 2) in ages["aged"]
    )


def _ends(words: Words, place: Place, span: range, data: dict[str, Any]) -> bool:
    """Whether nothing is counted after the number."""
    after = place.last + 1
    return after >= span.stop or words.at(after) in _ENDS or words.at(after) in data["glue"]["and"]


def _is_aside(words: Words, place: Place, span: range, data: dict[str, Any]) -> bool:
    """ "Marta Lindqvist, 50," and "Ivo Brandt (23)"."""
    before, after = words.at(place.first - 1), words.at(place.last + 1)
    if not words.raw(place.first - 2)[:1].isupper():
        return False
    if before == "(":
        return after == ")"
    listed = place.previous in {"count", "money"}
    return (
        before == ","
        and not listed
        and place.low >= _YOUNGEST_ASIDE
        and _ends(words, place, span, data)
    )


def _is_said(words: Words, place: Place, span: range, data: dict[str, Any]) -> bool:
    """ "Is 32 now", "now 27," and the second of "ages 54 and 50"."""
    by, before, after = data["ages"]["by"], words.at(place.first - 1), words.at(place.last + 1)
    ends = _ends(words, place, span, data)
    if before in by:
        return ends or after in by
    return place.previous == "age" and ends and (before == "," or before in data["glue"]["and"])


def _decade(words: Words, place: Place, ages: dict[str, Any]) -> Counted | None:
    """ "In his 50s", "in their late twenties": ten years, or the third of them that is named."""
    last = place.last
    if words.at(last + 1) == "s" and words.joined(last + 1) and place.digits:
        last += 1
    elif words.at(last) not in ages["decades"]:
        return None
    if place.low % 10 or not 10 <= place.low <= 90:
        return None
    third = words.at(place.first - 1)
    if third == "-":
        third = words.at(place.first - 2)
    low, high = ages["thirds"].get(third, (0, 9))
    return Counted("age", ages["unit"], "age", last, place.low + low, place.low + high)
