"""What a number counts that stands without its noun: "two are in intensive care"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from variorum.claims import nouns
from variorum.claims.words import Words
from variorum.model import Figure

_COUNTS = frozenset({"bare", "count"})
_REACH = 8
"""Figures of the sentence before that are looked at, its last ones."""
_LOOKBACK = 3
"""Words before a count in which a preposition makes it the place of another ("in two cities")."""
_BEFALL_REACH = 4
"""Words after a number in which a verb tells that persons are meant."""


def refers(words: Words, first: int, last: int, data: dict[str, Any]) -> bool:
    """Whether the number from word ``first`` to ``last`` stands for those counted before.

    It does as the subject of a verb ("two are in intensive care") and before a pronoun
    ("three of them"), but not as the end of a name ("Exhibit 1 is").
    """
    after, before = last + 1, words.folded[first - 1]
    if words.finite[after]:
        named = words.written[first - 1][:1].isupper() and before not in data["stop"]
        return not named and before not in data["glue"]["or"]
    return words.folded[after] in data["glue"]["of"] and stands_in(words, after + 1, data)


def stands_in(words: Words, n: int, data: dict[str, Any]) -> bool:
    """Whether word ``n`` is a pronoun for those counted, with no noun of its own."""
    if words.folded[n] not in data["glue"]["pronouns"]:
        return False
    following = words.folded[n + 1]
    return (
        not following.isalpha()
        or following in data["stop"]
        or words.folded[n] in data["glue"]["them"]
    )


def fill(
    words: Words, found: Sequence[Figure], before: Sequence[Figure], data: dict[str, Any]
) -> tuple[Figure, ...]:
    """The figures, counts that name nothing with the unit of the count that they refer to.

    That is the nearest count before them in the sentence, the last one of the sentence
    ``before`` that is large enough to hold them, or the next one; places ("in two cities")
    are no such count.
    """
    if all(figure.noun or figure.kind not in _COUNTS for figure in found):
        return tuple(found)
    told = [one for one in reversed(before[-_REACH:]) if _is_source(words, one, data)]
    following: list[Figure | None] = []
    for figure in reversed(found):
        nearest = following[-1] if following else None
        following.append(figure if _is_source(words, figure, data) else nearest)
    out: list[Figure] = []
    here: Figure | None = None
    for figure, later in zip(found, reversed(following), strict=True):
        if not figure.noun and figure.kind in _COUNTS:
            size = figure.low or figure.high or 0
            holding = (one for one in told if size <= (one.high or one.low or 0))
            out.append(_filled(words, figure, here or next(holding, later), data))
        else:
            out.append(figure)
        here = out[-1] if _is_source(words, out[-1], data) else here
    return tuple(out)


def _filled(words: Words, figure: Figure, source: Figure | None, data: dict[str, Any]) -> Figure:
    """A count of what ``source`` counts, or of people where a verb tells so; else bare."""
    last = bisect_left(words.starts, figure.span.end) - 1
    who = words.folded[last + 1] in data["glue"]["who"]
    vague = figure.high is None and figure.qualifier in data["vague"]
    if figure.kind == "bare" and vague and not who:
        return figure
    if source:
        return replace(figure, unit=_unit(source, data), noun=source.noun, kind="count")
    following = words.folded[last + 1 : last + 1 + _BEFALL_REACH]
    if data["befall"].isdisjoint(following):
        return replace(figure, kind="bare")
    units = data["units"]
    return replace(figure, unit=units["people"], noun=units["nobody"], kind="count")


def _is_source(words: Words, figure: Figure, data: dict[str, Any]) -> bool:
    """Whether a later number can refer to what a figure counts."""
    if figure.kind != "count" or not figure.noun or figure.noun in data["result_nouns"]:
        return False
    plural = nouns.is_plural(_unit(figure, data).rpartition(" ")[2].lower(), data)
    if not plural and figure.noun != data["units"]["nobody"]:
        return False
    first = bisect_left(words.starts, figure.span.start)
    behind = words.text.startswith(figure.unit, figure.span.end + 1)
    if words.folded[first - 1] in data["level"]["before"] and not behind:
        return True  # "rose to 310": what is counted stands before it
    places = data["glue"]["places"]
    return all(words.folded[n] not in places for n in range(first - 1, first - 1 - _LOOKBACK, -1))


def _unit(figure: Figure, data: dict[str, Any]) -> str:
    """What a figure counts, without what happened to them."""
    noun, _, fate = figure.unit.rpartition(" ")
    whole = figure.unit if fate not in data["fates"] else noun
    return whole or str(data["units"]["people"])
