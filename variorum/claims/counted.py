"""What a number counts or measures: kind, unit, head noun."""

from __future__ import annotations

from typing import Any

from variorum.claims import ages, antecedents, headcounts, nouns
from variorum.claims.numerals import HALF
from variorum.claims.quantities import Counted, Place
from variorum.claims.words import Words
from variorum.model import FigureKind

_LONGEST_DOTTED = 4
"""Letters of a unit with dots between them, at most."""
_FIRST_IN_ROW = 3
"""A second one is rather another one."""


def read(words: Words, place: Place, span: range, data: dict[str, Any]) -> Counted | None:
    """What the number at ``place`` counts; None where it counts nothing."""
    if place.ordinal:
        return _ordinal(words, place, span, data)
    if _is_background(words, place, data) or _is_pair(words, place, data):
        return None
    return (
        _share(words, place, span, data)
        or _money(words, place, data)
        or ages.read(words, place, span, data)
        or _measure(words, place, data)
        or headcounts.read(words, place, span, data)
    )


def _share(words: Words, place: Place, span: range, data: dict[str, Any]) -> Counted | None:
    glue = data["glue"]
    last = place.last
    if not place.share:
        sign = last + 1 + (words.folded[last + 1] == "-")
        if words.folded[sign] in glue["percent"]:
            last = sign
        elif words.folded[last + 1] in glue["per"] and words.folded[last + 2] in glue["cent"]:
            last += 2
        else:
            return None
    unit = glue["per_hundred"]
    if words.folded[last + 1] in glue["points"]:
        return Counted("count", data["units"]["points"], glue["points"][0], last + 1)
    if words.folded[last + 1] in glue["of"] or place.share:
        of = last + 1 if words.folded[last + 1] in glue["of"] else last
        if antecedents.stands_in(words, of + 1, data):
            return Counted("share", unit, "", last)
        of += words.folded[of + 1] in glue["articles"]
        whole = nouns.phrase(words, of + 1, span, data)
        if whole and whole[2] in glue["points"]:
            part = place.low / 100
            return Counted("count", data["units"]["points"], whole[2], whole[1], part, part)
        if whole:
            name = words.text[words.starts[whole[0]] : words.ends[whole[1]]]
            return Counted("share", f"{unit} {glue['of'][0]} {name}", whole[2], whole[1])
    return Counted("share", unit, "", last)


def _money(words: Words, place: Place, data: dict[str, Any]) -> Counted | None:
    if place.money:
        return Counted("money", place.money, place.money.lower(), place.last)
    dashed = words.folded[place.last + 1] == "-"
    for skip in (1, 2) if not dashed else (2,):
        word = words.folded[place.last + skip]
        code = data["currencies"].get(word)
        if code and skip > 1:
            owner = f"{words.folded[place.last + 1]} {word}"
            code = data["currencies"].get(owner, code)
        if code and (place.digits or skip > 1 or word not in data["currency_verbs"]):
            return Counted("money", code, code.lower(), place.last + skip)
    return None


def _measure(words: Words, place: Place, data: dict[str, Any]) -> Counted | None:
    before = place.hedge - 1
    before -= words.folded[before] in {"-", "–"} or words.folded[before] in data["glue"]["of"]
    named = data["named_measures"].get(words.folded[before])
    if named and place.exact:
        return Counted("measure", named, named, place.last)
    at = headcounts.past_whole(words, place.last + 1, data)
    if words.folded[at] in {"-", "–"} and words.joined(at):
        at += 1
    dimension = words.folded[at] if words.folded[at] in data["dimensions"] else ""
    if words.folded[at] in data["fillers"] and at == place.last + 1:
        at += 1
    word, at = _undotted(words, at)
    if len(word) == 1 and not words.joined(at):  # "two C-130s"
        return None
    kinds: tuple[tuple[str, FigureKind], ...] = (
        ("times", "duration"),
        ("lengths", "distance"),
        ("measures", "measure"),
    )
    for table, kind in kinds:
        name = data[table].get(word)
        if name and place.exact and place.low == HALF and word in data["halved"]:
            count, name = data["halved"][word]
            return Counted(kind, name, nouns.singular(name, data), at, count, count)
        if name in data["speeds"] and " ".join(words.folded[at + 1 : at + 3]) in data["hourly"]:
            speed = data["speeds"][name]
            return Counted("measure", speed, speed, at + 2)
        if name and dimension:
            return Counted("measure", f"{dimension} {name}", nouns.singular(name, data), at)
        if name:
            return Counted(kind, name, nouns.singular(name, data), at)
    return None


def _undotted(words: Words, at: int) -> tuple[str, int]:
    """The word at ``at`` with its last number, "m.p.h." as one without its dots."""
    letters, last = words.folded[at], at
    for dot in range(at + 1, at + 2 * _LONGEST_DOTTED, 2):
        alone = len(words.folded[dot - 1]) == 1 and words.folded[dot] == "."
        if not (alone and words.joined(dot + 1)):
            break
        last = dot + 1
        letters += words.folded[last]
    return letters, last


def _is_background(words: Words, place: Place, data: dict[str, Any]) -> bool:
    """Whether the number only tells which war or reign is meant ("the six-year war")."""
    at = place.last + 1
    dashed = (
        words.folded[at] in {"-", "–"}
        and words.joined(at)
        and words.folded[at + 1] in data["times"]
    )
    return dashed and words.folded[at + 2] in data["background"]["words"]


def _is_pair(words: Words, place: Place, data: dict[str, Any]) -> bool:
    """Whether two with an article are the parties of a matter ("the two countries")."""
    pair = data["pair"]
    if place.low != 2 or not place.exact or words.folded[place.first - 1] not in pair["the"]:
        return False
    after = words.folded[place.last + 1]
    deed = after.endswith(data["units"]["past"]) and after not in data["happened"]
    return after in pair["parties"] or words.finite[place.last + 1] or deed


def _ordinal(words: Words, place: Place, span: range, data: dict[str, Any]) -> Counted | None:
    """ "The third attack": which in its row, of what; "a seventh death": how many by then."""
    units, happened = data["units"], data["happened"]
    if place.digits and words.written[place.last + 1][:1].isupper():
        return None  # "the 9th Circuit Court"
    if words.folded[place.last + 1] in happened:
        fate = happened[words.folded[place.last + 1]]
        return Counted("count", fate, units["nobody"], place.last + 1)
    named = nouns.phrase(words, place.last + 1, span, data)
    if named is None or named[0] != place.last + 1:
        return None
    fate = headcounts.happened(words, place.first, named[1], span, data)
    if fate and named[2] == units["nobody"]:
        return Counted("count", f"{units['people']} {fate}", named[2], named[1])
    named_so = {words.folded[n] for n in range(named[0], named[1] + 1)}
    if not named_so.isdisjoint(data["ordinal"]["not"]) or place.low < _FIRST_IN_ROW:
        return None
    unit = words.text[words.starts[named[0]] : words.ends[named[1]]]
    return Counted("ordinal", unit, named[2], named[1])
