"""Figures in a sentence: quantities as intervals, with what they count and how they are hedged."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any, NamedTuple

from variorum.claims import antecedents, counted, nouns, numberwords, numerals, results
from variorum.claims.numerals import Numeral
from variorum.claims.quantities import Counted, Place
from variorum.claims.words import Words, among
from variorum.model import Figure, FigureKind

_DASHES = frozenset("-–")
_TIES = frozenset("_/#:@.,")
_LONGEST_HEDGE = 5
_YEARS = range(1900, 2100)
_YEAR_DIGITS = 4
_SPORT = 20
"""Two dashed numbers up to this, of which nothing is counted, are a result, not a range."""
_NONE = "none"
"""What a word before one makes of it that leaves nobody and nothing: "not one"."""
_LARGE = 1000
"""A bare number from this on is taken to count somebody."""


class _Range(NamedTuple):
    """One or two numerals read as one quantity."""

    first: int
    last: int
    low: float | None
    high: float | None
    numeral: Numeral
    """The last of them, which stands before the unit."""
    money: str = ""
    """Currency, where its sign stands before the number."""


def find(
    words: Words,
    span: range,
    taken: Set[int],
    language: str,
    before: Sequence[Figure] = (),
) -> tuple[Figure, ...]:
    """The figures among the words of a sentence, in order.

    ``taken`` are the numbers of the words that belong to a date; ``before`` are the
    figures of the sentence before, which may tell what a bare number counts.
    """
    heads = among(words.numbers, span)
    if not heads:
        return ()
    data = numberwords.table(language)
    found: list[Figure] = []
    after = span.start
    articles, counting = data["glue"]["articles"], data["counting"]
    for n in heads:
        if n < after or n in taken:
            continue
        if words.folded[n] in articles and words.folded[n + 1] not in counting:
            continue
        result = results.read(words, n, span, data, language)
        if result:
            found += result.figures
            after = result.last + 1
            continue
        ranged = _range(words, n, span, data, language)
        if ranged is None:
            continue
        if taken.isdisjoint(range(n, ranged.last + 1)):
            figure, after = _figure(words, ranged, span, data, found)
            if figure:
                found.append(figure)
        after = max(after, ranged.last + 1)
    return antecedents.fill(words, found, before, data)


def _range(words: Words, n: int, span: range, data: dict[str, Any], language: str) -> _Range | None:
    """The number or the range of numbers that begins at word ``n``."""
    numeral = numerals.read(words, n, language)
    if numeral is None or numeral.last >= span.stop or _is_name(words, numeral, data):
        return None
    if numeral.digits and _is_continued(words, n):
        return None
    money = _sign_before(words, n, data)
    first = n - len(_sign_words(words, n, data)) if money else n
    single = _Range(first, numeral.last, numeral.low, numeral.high, numeral, money)
    if numeral.vague or numeral.share or numeral.ordinal:
        return single
    at = numeral.last + 1
    glue = data["glue"]
    shared = words.folded[at] in glue["percent"]
    at += shared
    joint = words.folded[at]
    between = words.folded[first - 1] in glue["between"] and joint in glue["and"]
    if not (joint in glue["dashes"] or joint in glue["to"] or between) or at + 1 >= span.stop:
        return single
    start = at + 1
    if words.folded[start] in data["currencies"]:
        start += 1
    second = numerals.read(words, start, language) if start < span.stop else None
    if second and shared and words.folded[second.last + 1] not in glue["percent"]:
        return single
    if second is None or second.vague or second.high is None or _is_name(words, second, data):
        return single
    return _both(single, second, words, between)


def _both(single: _Range, second: Numeral, words: Words, between: bool) -> _Range | None:
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
    return _Range(first, second.last, low, high, second, single.money)


def _sign_words(words: Words, n: int, data: dict[str, Any]) -> tuple[str, ...]:
    sign = words.folded[n - 1]
    # "USD 500" is money, "won 41 seats" is not.
    code = not sign.isalpha() or (len(sign) == 3 and words.written[n - 1].isupper())
    return (sign,) if code and sign in data["currencies"] else ()


def _sign_before(words: Words, n: int, data: dict[str, Any]) -> str:
    signs = _sign_words(words, n, data)
    return data["currencies"][signs[0]] if signs else ""


def _is_name(words: Words, numeral: Numeral, data: dict[str, Any]) -> bool:
    """Whether the number names a thing ("Article 21", "F-16", a telephone number)."""
    n, last = numeral.first, numeral.last
    rules = data["not_counts"]
    word, before, after = words.folded[n], words.folded[n - 1], words.folded[last + 1]
    if word in data["ones"] and numeral.low == 1 and n == last:
        following = rules["one_before"]
        return after in following or before in rules["one_after"] or not after.isalpha()
    if numeral.digits and _is_code(words, n, last, data):
        return True
    capital = words.written[n - 1][:1].isupper() or before in rules["numbered"]
    if before in rules["before"] and capital and n > 0:
        return True
    ended = not after.isalpha() or after in data["stop"]
    return numeral.digits and before in rules["small"] and ended


def _is_code(words: Words, n: int, last: int, data: dict[str, Any]) -> bool:
    """Whether digits are tied to signs or letters that make them a code, a link or a clock."""
    word, before, after = words.folded[n], words.folded[n - 1], words.folded[last + 1]
    if words.joined(n) and before in _DASHES and words.joined(n - 1):
        return words.folded[n - 2].isalpha() or _is_continued(words, n - 2)
    tied_before = words.joined(n) and (before.isalnum() or before in _TIES)
    tied_after = words.joined(last + 1) and (
        after in _TIES - {".", ","} or _is_letter_code(after, data)
    )
    zeroed = word.isdecimal() and len(word) > 1 and word[0] == "0"
    return tied_before or tied_after or zeroed or _is_emergency(word, after, data)


def _is_letter_code(after: str, data: dict[str, Any]) -> bool:
    known = data["ordinal"]["tied"], data["lengths"], data["measures"]
    return after.isalpha() and not any(after in words for words in known)


def _is_emergency(word: str, after: str, data: dict[str, Any]) -> bool:
    rules = data["not_counts"]
    if word not in rules["emergency"]:
        return False
    return after in rules["after"] or word == rules["emergency"][0]


def _is_continued(words: Words, n: int) -> bool:
    """Whether word ``n`` is itself tied by a dash to digits before it."""
    tied = words.joined(n) and words.folded[n - 1] in _DASHES and words.joined(n - 1)
    return tied and words.folded[n - 2][:1].isdecimal()


def _hedge(words: Words, ranged: _Range, data: dict[str, Any]) -> tuple[int, str]:
    """The first word of the qualifier before a number, and what it does; the number's own first."""
    if ranged.first and words.folded[ranged.first - 1] not in data["hedge_ends"]:
        return ranged.first, ""
    for size in range(_LONGEST_HEDGE, 0, -1):
        first = ranged.first - size
        if first < 0:
            continue
        effect = data["hedges"].get(" ".join(words.folded[first : ranged.first]))
        if effect and (effect != _NONE or ranged.high == 1):
            return first, effect
    return ranged.first, ""


def _bounds(ranged: _Range, effect: str) -> tuple[float | None, float | None]:
    if ranged.low != ranged.high or ranged.high is None:
        return ranged.low, ranged.high
    if effect == "low":
        return ranged.low, None
    if effect == "high":
        return None, ranged.high
    if effect == _NONE:
        return 0.0, 0.0
    return ranged.low, ranged.high


def _figure(
    words: Words, ranged: _Range, span: range, data: dict[str, Any], found: list[Figure]
) -> tuple[Figure | None, int]:
    """The figure of a number, and the word after it; None where it is no quantity."""
    first, effect = _hedge(words, ranged, data)
    first = max(first, span.start)
    tail = " ".join(words.folded[ranged.last + 1 : ranged.last + 3])
    if not effect and tail in data["after"]:
        ranged, effect = ranged._replace(last=ranged.last + 2), data["after"][tail]
    else:
        tail = ""
    qualifier = "" if effect == _NONE else " ".join(words.folded[first : ranged.first])
    if (
        ranged.numeral.ordinal
        and words.written[ranged.first][0].isupper()
        and ranged.first > span.start
    ):
        return None, ranged.last + 1
    if ranged.numeral.vague:
        qualifier = " ".join(filter(None, (qualifier, ranged.numeral.vague)))
    previous = found[-1].kind if found else ""
    thing = counted.read(words, _place(ranged, first, previous), span, data)
    if thing is None:
        return None, ranged.last + 1
    qualifier = qualifier or tail
    if thing.kind == "bare" and not (qualifier or (ranged.high or 0) >= _LARGE):
        return None, ranged.last + 1
    if not qualifier and _is_year(words, ranged, thing, data):
        return None, ranged.last + 1
    if thing.kind == "duration" and qualifier in data["spanning"]["words"]:
        spanned = words.folded[first - 1] not in data["spanning"]["after"]
        effect, qualifier = ("", "") if spanned else (effect, qualifier)
    low, high = _bounds(ranged, effect)
    if thing.low is not None:
        low, high = thing.low, thing.high
    last = max(ranged.last, thing.last)
    tail = " ".join(words.folded[last + 1 : last + 3])
    if not effect and tail in data["after"] and ranged.high is not None:
        low, high = _bounds(ranged, data["after"][tail])
        qualifier, last = tail, last + 2
    kind: FigureKind = thing.kind
    if _is_interval_of_time(words, first, kind, data, effect):
        low = 0.0 if low is None else low
    where = words.span(first, ranged.last)
    return Figure(where, low, high, thing.unit, qualifier, kind, thing.noun), ranged.last + 1


def _is_year(words: Words, ranged: _Range, thing: Counted, data: dict[str, Any]) -> bool:
    """Whether four digits tell which of several is meant: "the 2013 measure", "past 2016"."""
    if len(words.folded[ranged.last]) != _YEAR_DIGITS or not ranged.numeral.digits:
        return False
    if thing.kind == "bare":
        return True
    if ranged.low not in _YEARS:
        return False
    plural = nouns.is_plural(words.folded[thing.last], data)
    return thing.kind == "count" and bool(thing.noun) and thing.last > ranged.last and not plural


def _is_interval_of_time(
    words: Words, first: int, kind: str, data: dict[str, Any], effect: str
) -> bool:
    """ "Within 36 hours" reaches from now on."""
    return kind == "duration" and effect == "high" and words.folded[first] == data["glue"]["within"]


def _place(ranged: _Range, hedge: int, previous: str) -> Place:
    numeral = ranged.numeral
    return Place(
        ranged.first,
        ranged.last,
        ranged.low or 0.0,
        numeral.share,
        numeral.ordinal,
        numeral.digits,
        ranged.low == ranged.high,
        ranged.money,
        hedge,
        previous,
    )
