"""Results told in two numbers: "by 29 votes to 14", "lost 3-1"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from variorum.claims import numerals
from variorum.claims.quantities import Numeral
from variorum.claims.words import Words
from variorum.model import Figure

_MOST = 1000
"""From this on a number is no side of a result."""
_REACH = 4
"""Words before or after the numbers in which the contest is named."""


@dataclass(frozen=True, slots=True)
class Result:
    """The two figures of a result and its last word."""

    figures: tuple[Figure, Figure]
    last: int


def read(words: Words, n: int, span: range, data: dict[str, Any], language: str) -> Result | None:
    """The result that begins at word ``n``; None where two numbers are no result.

    A fall ("from 29 to 14") and a range ("10 to 14 men") are none.
    """
    rules = data["results"]
    if words.folded[n + 1] not in rules["joints"] or words.folded[n - 1] in rules["falls"]:
        return None
    first = _side(words, n, language)
    at = first.last + 1 if first else n
    at += words.folded[at] in rules["votes"]
    # "5-to-4": the word stands between two dashes.
    tied = words.folded[at + 1] in data["glue"]["to"] and words.joined(at + 2)
    second = None
    if words.folded[at] in rules["joints"]:
        second = _side(words, at + 1 + 2 * tied, language)
    if first is None or second is None or second.last >= span.stop:
        return None
    last = second.last + (words.folded[second.last + 1] in rules["votes"])
    counted = last - second.last + at - first.last > 1
    if _tied(words, n, last) or not (counted or _ends(words, last, span, data)):
        return None
    sort = "ballot" if counted else _contest(words, n, last, span, first.low, second.low, data)
    if not sort:
        return None
    one, other = (
        Figure(words.span(side.first, side.last), side.low, side.low, unit, noun=rules[sort][2])
        for side, unit in zip((first, second), rules[sort], strict=False)
    )
    return Result((one, other), last)


def _side(words: Words, n: int, language: str) -> Numeral | None:
    """The small whole number at word ``n``."""
    numeral = numerals.read(words, n, language)
    if numeral is None or numeral.high is None or numeral.share or numeral.ordinal:
        return None
    return numeral if numeral.low == int(numeral.low) and numeral.low < _MOST else None


def _tied(words: Words, first: int, last: int) -> bool:
    """Whether the numbers are part of a code or of a longer row ("F-16-2", "9-11-7")."""
    before, after = words.folded[first - 1], words.folded[last + 1]
    tied = words.joined(first) and (before.isalnum() or before in "-–/#")
    return tied or (words.joined(last + 1) and (after.isalnum() or after in "-–/%"))


def _ends(words: Words, last: int, span: range, data: dict[str, Any]) -> bool:
    """Whether nothing is counted after the second number."""
    after, rules = words.folded[last + 1], data["results"]
    if last + 1 >= span.stop or not after[0].isalpha() or after in data["stop"]:
        return True
    return after in rules["voting"] or after in rules["playing"]


def _contest(
    words: Words, n: int, last: int, span: range, one: float, other: float, data: dict[str, Any]
) -> str:
    """ "ballot" or "score", as the words beside the numbers or the sentence tell; else empty."""
    rules = data["results"]
    near = words.folded[max(span.start, n - _REACH) : n]
    near += words.folded[last + 1 : min(span.stop, last + 1 + _REACH)]
    if not rules["voting"].isdisjoint(near):
        return "ballot"
    falling = one >= other
    dashed = words.folded[last - 1] in data["glue"]["dashes"]
    if (falling or dashed) and not rules["playing"].isdisjoint(near):
        return "score"
    sentence = words.folded[span.start : span.stop]
    return "ballot" if falling and not rules["voters"].isdisjoint(sentence) else ""
