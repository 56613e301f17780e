"""Figures in a sentence: quantities as intervals, with what they count and how they are hedged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from typing import Any

from variorum.claims import (
    antecedents,
    counted,
    labels,
    numberwords,
    numerals,
    ranges,
    results,
)
from variorum.claims.quantities import Counted, Place
from variorum.claims.ranges import Range
from variorum.claims.words import Words, among
from variorum.model import Figure

_CONVERTED = frozenset(("distance", "measure"))
"""Kinds of figures that a bracket may give a second time."""
_YEARS = range(1900, 2100)
_YEAR_DIGITS = 4
_CENTURY = 100
"""Numbers of it may be counts after all ("2000 people")."""
_ASIDE = 4
"""Words from a figure to the bracket that gives it in another measure, at most."""
_LARGE = 1000
"""A bare number from this on is taken to count somebody."""


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
        ranged = ranges.read(words, n, span, data, language)
        if ranged is None:
            continue
        if taken.isdisjoint(range(n, ranged.last + 1)):
            figure, after = _figure(words, ranged, span, data, found, language)
            if figure and not (found and _is_converted(words, figure, found[-1])):
                found.append(figure)
        after = max(after, ranged.last + 1)
    return antecedents.fill(words, found, before, data)


def _figure(
    words: Words,
    ranged: Range,
    span: range,
    data: dict[str, Any],
    found: list[Figure],
    language: str,
) -> tuple[Figure | None, int]:
    """The figure of a number, and the word after it; None where it is no quantity."""
    first, effect, qualifier = _hedged(words, ranged, span, data)
    if qualifier in data["after"] and qualifier == _tail(words, ranged.last):
        ranged = ranged._replace(last=ranged.last + 2)
    after = ranged.last + 1
    opened = words.written[ranged.first][0].isupper() and ranged.first > span.start
    if ranged.numeral.ordinal and opened:
        return None, after
    place = _place(ranged, first, found[-1].kind if found else "")
    thing = _thing(words, ranged, place, span, data, language)
    if thing is None:
        return None, after
    if thing.kind == "bare" and not (qualifier or (ranged.high or 0) >= _LARGE):
        return None, after
    if not effect and _is_year(words, ranged, thing):
        return None, after
    if thing.kind == "duration" and qualifier in data["spanning"]["words"]:
        spanned = words.folded[first - 1] not in data["spanning"]["after"]
        effect, qualifier = ("", "") if spanned else (effect, qualifier)
    if thing.low is not None:
        ranged = ranged._replace(low=thing.low, high=thing.high)
    tail = _tail(words, max(ranged.last, thing.last))
    if not effect and tail in data["after"] and ranged.high is not None:
        effect, qualifier = data["after"][tail], tail
    low, high = ranges.bounds(ranged, effect)
    if _is_interval_of_time(words, first, thing.kind, data, effect):
        low = 0.0 if low is None else low
    if thing.unit in data["speeds"].values():  # "95 kilometres an hour"
        after = max(after, thing.last + 1)
    where = words.span(first, ranged.last)
    told = qualifier.removeprefix("- ")  # "90,000-plus"
    return Figure(where, low, high, thing.unit, told, thing.kind, thing.noun), after


def _hedged(words: Words, ranged: Range, span: range, data: dict[str, Any]) -> tuple[int, str, str]:
    """The first word of a number with its qualifier, what that does, and the qualifier."""
    first, effect = ranges.hedge(words, ranged, data)
    first = max(first, span.start)
    tail = _tail(words, ranged.last)
    if not effect and tail in data["after"]:
        effect = data["after"][tail]
    else:
        tail = ""
    qualifier = "" if effect == ranges.NONE else " ".join(words.folded[first : ranged.first])
    told = " ".join(filter(None, (qualifier, ranged.numeral.vague)))
    return first, effect, told or tail


def _tail(words: Words, last: int) -> str:
    """The two words behind one, which may qualify a number ("or more")."""
    return " ".join(words.folded[last + 1 : last + 3])


def _thing(
    words: Words, ranged: Range, place: Place, span: range, data: dict[str, Any], language: str
) -> Counted | None:
    """What a number counts, by what stands behind it or behind the number it is told with."""
    own = counted.read(words, place, span, data)
    if own and (own.noun or own.kind == "share"):
        return own
    beyond = _beyond(words, ranged, span, data, language)
    shared = counted.read(words, place._replace(last=beyond), span, data) if beyond else None
    return shared if shared and (shared.noun or shared.kind == "share") else own


def _beyond(words: Words, ranged: Range, span: range, data: dict[str, Any], language: str) -> int:
    """The last word of a second number right after one ("28 and 24 delegates"); 0 for none."""
    glue, at = data["glue"], ranged.last + 1
    joined = any(words.folded[at] in glue[kind] for kind in ("and", "or", "to"))
    if not joined or at + 1 >= span.stop or ranged.low in _YEARS or ranged.numeral.vague:
        return 0
    second = numerals.read(words, at + 1, language)
    if second is None or second.last >= span.stop or labels.is_name(words, second, data):
        return 0
    return 0 if second.vague or second.share or second.ordinal else second.last


def _is_converted(words: Words, figure: Figure, before: Figure) -> bool:
    """Whether a figure gives the one before it in another measure: "10 miles (16 km)"."""
    first = bisect_left(words.starts, figure.span.start)
    if figure.kind not in _CONVERTED or figure.kind != before.kind or figure.unit == before.unit:
        return False
    apart = first - bisect_left(words.starts, before.span.end)
    return words.folded[first - 1] == "(" and apart <= _ASIDE


def _is_year(words: Words, ranged: Range, thing: Counted) -> bool:
    """Whether four digits tell which of several is meant: "the 2013 measure", "past 2016"."""
    if len(words.folded[ranged.last]) != _YEAR_DIGITS or not ranged.numeral.digits:
        return False
    if thing.kind == "bare":
        return True
    if ranged.low not in _YEARS or thing.kind != "count":
        return False
    return not thing.noun or thing.last == ranged.last or (ranged.low or 0) % _CENTURY > 0


def _is_interval_of_time(
    words: Words, first: int, kind: str, data: dict[str, Any], effect: str
) -> bool:
    """ "Within 36 hours" reaches from now on."""
    return kind == "duration" and effect == "high" and words.folded[first] == data["glue"]["within"]


def _place(ranged: Range, hedge: int, previous: str) -> Place:
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
