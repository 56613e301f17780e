"""What a number counts or measures: kind, unit, head noun."""

from __future__ import annotations

from typing import Any

from variorum.claims import ages
from variorum.claims.quantities import Counted, Place
from variorum.claims.words import Words
from variorum.model import FigureKind

_LONGEST_NOUN = 6
"""Words looked at for the name of what is counted."""
_SUBJECT_REACH = 30
"""Words back from a level to the subject whose level it is, at most."""
_REACH = 6
"""Words on either side in which something is said to have happened to those counted."""


def read(words: Words, place: Place, span: range, data: dict[str, Any]) -> Counted | None:
    """What the number at ``place`` counts; None where it counts nothing."""
    if place.ordinal:
        return _ordinal(words, place, span, data)
    if _is_background(words, place, data):
        return None
    return (
        _share(words, place, span, data)
        or _money(words, place, data)
        or ages.read(words, place, span, data)
        or _measure(words, place, data)
        or _count(words, place, span, data)
    )


def singular(word: str, data: dict[str, Any]) -> str:
    """A folded noun in the singular."""
    if word in data["plurals"]:
        return str(data["plurals"][word])
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _share(words: Words, place: Place, span: range, data: dict[str, Any]) -> Counted | None:
    glue = data["glue"]
    last = place.last
    if not place.share:
        sign = last + 1 + (words.at(last + 1) == "-")
        if words.at(sign) in glue["percent"]:
            last = sign
        elif words.at(last + 1) in glue["per"] and words.at(last + 2) in glue["cent"]:
            last += 2
        else:
            return None
    unit = glue["per_hundred"]
    if words.at(last + 1) in glue["of"] or place.share:
        of = last + 1 if words.at(last + 1) in glue["of"] else last
        whole = _noun_phrase(words, of + 1, span, data)
        if whole:
            name = words.text[words.starts[whole[0]] : words.ends[whole[1]]]
            return Counted("share", f"{unit} {glue['of'][0]} {name}", whole[2], whole[1])
    return Counted("share", unit, "", last)


def _money(words: Words, place: Place, data: dict[str, Any]) -> Counted | None:
    if place.money:
        return Counted("money", place.money, place.money.lower(), place.last)
    dashed = words.at(place.last + 1) == "-"
    for skip in (1, 2) if not dashed else (2,):
        word = words.at(place.last + skip)
        code = data["currencies"].get(word)
        if code and not (word == "won" and skip == 1 and not place.digits):
            return Counted("money", code, code.lower(), place.last + skip)
    return None


def _measure(words: Words, place: Place, data: dict[str, Any]) -> Counted | None:
    at = place.last + 1
    if words.at(at) in {"-", "–"} and words.joined(at):
        at += 1
    word = words.at(at)
    if word in data["fillers"] and at == place.last + 1:
        at += 1
        word = words.at(at)
    kinds: tuple[tuple[str, FigureKind], ...] = (
        ("times", "duration"),
        ("lengths", "distance"),
        ("measures", "measure"),
    )
    for table, kind in kinds:
        name = data[table].get(word)
        if name:
            return Counted(kind, name, singular(name, data), at)
    return None


def _is_background(words: Words, place: Place, data: dict[str, Any]) -> bool:
    """Whether the number only tells which war or reign is meant ("the six-year war")."""
    at = place.last + 1
    dashed = words.at(at) in {"-", "–"} and words.joined(at) and words.at(at + 1) in data["times"]
    return dashed and words.at(at + 2) in data["background"]["words"]


def _ordinal(words: Words, place: Place, span: range, data: dict[str, Any]) -> Counted | None:
    """ "The third attack": which in its row, of what."""
    named = _noun_phrase(words, place.last + 1, span, data)
    if named is None or named[2] in data["ordinal"]["not"] or named[0] != place.last + 1:
        return None
    unit = words.text[words.starts[named[0]] : words.ends[named[1]]]
    return Counted("ordinal", unit, named[2], named[1])


def _noun_phrase(
    words: Words, start: int, span: range, data: dict[str, Any]
) -> tuple[int, int, str] | None:
    """First and last word of the noun phrase at ``start`` and its folded head."""
    glue = data["glue"]
    first = start
    while first < span.stop and (
        words.folded[first] in glue["possessives"]
        or words.folded[first] in data["fillers"]
        or (first > start and _is_number(words.folded[first], data))
    ):
        first += 1
    head, n = -1, first
    while n < span.stop and n < first + _LONGEST_NOUN:
        word = words.folded[n]
        if word == "-" and n > first and words.joined(n) and words.joined(n + 1):
            n += 1
            continue
        if len(word) == 1 and words.at(n + 1) == "." and words.joined(n + 1):
            head, n = n, n + 2
            continue
        if not word[0].isalpha() or word in data["stop"]:
            break
        if head >= 0 and _is_plural(words.folded[head], data):
            break
        if word in data["happened"] and not _is_plural(word, data):
            break
        head = n
        n += 1
    if head < 0:
        return None
    plural = [k for k in range(first, head + 1) if _is_plural(words.folded[k], data)]
    if plural and words.folded[plural[-1]] not in ("s",):
        head = plural[-1]
    return first, head, singular(words.folded[head], data)


def _is_number(word: str, data: dict[str, Any]) -> bool:
    return word[0].isdecimal() or word in data["ones"] or word in data["tens"]


def _is_plural(word: str, data: dict[str, Any]) -> bool:
    if word in data["plurals"]:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def _happened(words: Words, first: int, last: int, span: range, data: dict[str, Any]) -> str:
    """What is said to have happened to those counted: "killed", "injured"; else empty."""
    table = data["happened"]
    for n in range(last + 1, min(last + 1 + _REACH, span.stop)):
        word = words.folded[n]
        if word in table:
            return str(table[word])
        if not word[0].isalpha() or word in data["glue"]["breaks"]:
            break
    for n in range(first - 1, max(first - 1 - _REACH, span.start - 1), -1):
        word = words.folded[n]
        if word in table:
            return str(table[word])
        if not word[0].isalpha() or word in data["glue"]["breaks"]:
            break
    return ""


def _count(words: Words, place: Place, span: range, data: dict[str, Any]) -> Counted | None:
    glue = data["glue"]
    start = place.last + 1
    if words.at(start) in glue["of"]:
        start += 2 if _is_number(words.at(start + 1) or " ", data) else 1
    elif words.at(start) in {"-", "–"} and words.joined(start):
        start += 1
    named = _noun_phrase(words, start, span, data)
    if named:
        unit = words.text[words.starts[named[0]] : words.ends[named[1]]]
        happened = _happened(words, place.hedge, named[1], span, data)
        joined = f"{unit} {happened}" if happened and happened not in unit else unit
        return Counted("count", joined, named[2], named[1])
    happened = _happened(words, place.hedge, place.last, span, data)
    if happened:
        return Counted("count", happened, data["units"]["nobody"], place.last)
    return _level(words, place, span, data) or Counted("bare", "", "", place.last)


def _level(words: Words, place: Place, span: range, data: dict[str, Any]) -> Counted | None:
    """ "The number of victims has climbed to 21": what is counted stands in the subject."""
    rules = data["level"]
    if words.at(place.hedge - 1) not in rules["before"]:
        return None
    for n in range(place.hedge - 2, max(place.hedge - _SUBJECT_REACH, span.start - 1), -1):
        word = words.folded[n]
        if word in rules["tolls"]:
            return Counted("count", data["happened"][word], data["units"]["nobody"], place.last)
        if word in rules["numbers"] and words.at(n + 1) in data["glue"]["of"]:
            named = _noun_phrase(words, n + 2, span, data)
            if named is None or named[1] >= place.hedge:
                return None
            happened = _happened(words, n, named[1], range(n, place.first), data)
            unit = words.text[words.starts[named[0]] : words.ends[named[1]]]
            joined = f"{unit} {happened}" if happened and happened not in unit else unit
            return Counted("count", joined, named[2], place.last)
    return None
