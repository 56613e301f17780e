"""One or two numerals as one quantity, with its currency and its hedge."""

from __future__ import annotations

from typing import Any, NamedTuple

from variorum.claims import labels, numerals
from variorum.claims.quantities import LONGEST_HEDGE, Numeral
from variorum.claims.words import Words

NONE = "none"
"""What a word before one makes of it that leaves nobody and nothing: "not one"."""
_CHANGE_REACH = 10
"""Words before "from" in which stands what was changed."""
_SPORT = 20
"""Two dashed numbers up to this, of which nothing is counted, are a result, not a range."""


class Range(NamedTuple):
    """One or two numerals read as one quantity."""

    first: int
    last: int
    low: float | None
    high: float | None
    numeral: Numeral
    """The last of them, which stands before the unit."""
    money: str = ""
    """Currency, where its sign stands before the number."""


def read(words: Words, n: int, span: range, data: dict[str, Any], language: str) -> Range | None:
    """The number or the range of numbers that begins at word ``n``."""
    numeral = numerals.read(words, n, language)
    if numeral is None or numeral.last >= span.stop or labels.is_name(words, numeral, data):
        return None
    if numeral.digits and labels.is_continued(words, n):
        return None
    money = _sign_before(words, n, data)
    first = n - len(_sign_words(words, n, data)) if money else n
    single = Range(first, numeral.last, numeral.low, numeral.high, numeral, money)
    if numeral.vague or numeral.share or numeral.ordinal:
        return single
    at = numeral.last + 1
    glue = data["glue"]
    if words.folded[at] in glue["dashes"] and any(
        words.folded[at + 1] in glue[kind] for kind in ("to", "or")
    ):
        at += 1  # "a seven- to nine-year sentence"
    shared = words.folded[at] in glue["percent"]
    at += shared
    joint = words.folded[at]
    between = words.folded[first - 1] in glue["between"] and joint in glue["and"]
    joins = between or any(joint in glue[kind] for kind in ("dashes", "to", "or"))
    if not joins or at + 1 >= span.stop:
        return single
    if joint in glue["to"] and _is_changed(words, single, span, data):
        return single
    start = at + 1
    if words.folded[start] in data["currencies"]:
        start += 1
    second = numerals.read(words, start, language) if start < span.stop else None
    if second and shared and words.folded[second.last + 1] not in glue["percent"]:
        return single
    if second is None or second.vague or second.high is None or labels.is_name(words, second, data):
        return single
    return _both(single, second, words, between)


def _is_changed(words: Words, single: Range, span: range, data: dict[str, Any]) -> bool:
    """Whether a number after "from" is what something was before it became the next."""
    before = hedge(words, single, data)[0] - 1
    if words.folded[before] not in data["glue"]["from"]:
        return False
    near = words.folded[max(span.start, before - _CHANGE_REACH) : max(before, 0)]
    return not data["changed"].isdisjoint(near)


def _both(single: Range, second: Numeral, words: Words, between: bool) -> Range | None:
    low, high = single.low, second.low
    assert low is not None
    if single.numeral.digits and not second.digits and low < 1000 <= high:
        scale = 1.0
        while scale * 1000 <= high:
            scale *= 1000
        low *= scale if low * scale <= high else 1
    if low >= high:
        dashed = words.folded[second.first - 1] in "-–—"
        return None if dashed and max(low, high) <= _SPORT * 10 else single
    first = single.first - 1 if between else single.first
    return Range(first, second.last, low, high, second, single.money)


def _sign_words(words: Words, n: int, data: dict[str, Any]) -> tuple[str, ...]:
    sign = words.folded[n - 1]
    # "HK$500": whose dollars they are is tied to their sign.
    if words.joined(n - 1) and words.folded[n - 2] + sign in data["currencies"]:
        return (words.folded[n - 2], sign)
    # "USD 500" is money, "won 41 seats" is not.
    code = not sign.isalpha() or (len(sign) == 3 and words.written[n - 1].isupper())
    return (sign,) if code and sign in data["currencies"] else ()


def _sign_before(words: Words, n: int, data: dict[str, Any]) -> str:
    signs = _sign_words(words, n, data)
    return data["currencies"]["".join(signs)] if signs else ""


def hedge(words: Words, ranged: Range, data: dict[str, Any]) -> tuple[int, str]:
    """The first word of the qualifier before a number, and what it does; the number's own first."""
    if ranged.first and words.folded[ranged.first - 1] not in data["hedge_ends"]:
        return ranged.first, ""
    for size in range(LONGEST_HEDGE, 0, -1):
        first = ranged.first - size
        if first < 0:
            continue
        effect = data["hedges"].get(" ".join(words.folded[first : ranged.first]))
        if effect and (effect != NONE or ranged.high == 1):
            return first, effect
    return ranged.first, ""


def bounds(ranged: Range, effect: str) -> tuple[float | None, float | None]:
    """The least and the most that a quantity can be, None for an open end, as its hedge has it."""
    if ranged.low != ranged.high or ranged.high is None:
        return ranged.low, ranged.high
    if effect == "low":
        return ranged.low, None
    if effect == "high":
        return None, ranged.high
    if effect == NONE:
        return 0.0, 0.0
    return ranged.low, ranged.high
