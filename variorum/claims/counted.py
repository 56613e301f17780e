"""What a number counts or measures: kind, unit, head noun."""

from __future__ import annotations

from typing import Any

from variorum.claims import ages, antecedents, nouns
from variorum.claims.numerals import HALF
from variorum.claims.quantities import Counted, Place
from variorum.claims.words import Words
from variorum.model import FigureKind

_SUBJECT_REACH = 30
"""Words back from a level to the subject whose level it is, at most."""
_BEFALL_REACH = 3
"""Words after "the number" in which a verb tells that persons are counted."""
_FIRST_IN_ROW = 3
"""A second one is rather another one."""
_REACH = 6
"""Words on either side in which something is said to have happened to those counted."""


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
        or _count(words, place, span, data)
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
    at = _past_whole(words, place.last + 1, data)
    if words.folded[at] in {"-", "–"} and words.joined(at):
        at += 1
    whole = words.folded[at] if words.folded[at] in data["dimensions"] else ""
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
        if name and whole:
            return Counted("measure", f"{whole} {name}", nouns.singular(name, data), at)
        if name:
            return Counted(kind, name, nouns.singular(name, data), at)
    return None


def _undotted(words: Words, at: int) -> tuple[str, int]:
    """The word at ``at`` with its last number, "m.p.h." as one without its dots."""
    letters, last = words.folded[at], at
    while len(words.folded[last]) == 1 and words.folded[last + 1] == "." and words.joined(last + 2):
        last += 2
        letters += words.folded[last]
    return letters, last


def _past_whole(words: Words, at: int, data: dict[str, Any]) -> int:
    """The word after "of the 130", the number of which the one counted is a part."""
    if words.folded[at] not in data["glue"]["of"]:
        return at
    n = at + 1 + (words.folded[at + 1] in data["glue"]["possessives"])
    if not nouns.is_number(words.folded[n] or " ", data):
        return at
    return n + 1 + (words.folded[n + 1] in data["scales"])


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
    return words.folded[place.last + 1] in pair["parties"]


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
    fate = _happened(words, place.first, named[1], span, data)
    if fate and named[2] == units["nobody"]:
        return Counted("count", f"{units['people']} {fate}", named[2], named[1])
    if named[2] in data["ordinal"]["not"] or place.low < _FIRST_IN_ROW:
        return None
    unit = words.text[words.starts[named[0]] : words.ends[named[1]]]
    return Counted("ordinal", unit, named[2], named[1])


def _happened(words: Words, first: int, last: int, span: range, data: dict[str, Any]) -> str:
    """What is said to have happened to those counted: "killed", "injured"; else empty."""
    table = data["happened"]
    for n in range(last + 1, min(last + 1 + _REACH, span.stop)):
        word = words.folded[n]
        if word in data["fatal_nouns"] and n > last + 1:
            break  # "three officers charged in a man's death"
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
    whole = _past_whole(words, start, data)
    if whole > start:
        start = whole
    elif words.folded[start] in glue["of"] or (
        words.folded[start] in {"-", "–"} and words.joined(start)
    ):
        start += 1
    if start > place.last + 1 and antecedents.stands_in(words, start, data):
        if words.folded[start] in data["glue"]["speaking"]:
            return Counted("count", data["units"]["people"], data["units"]["nobody"], start)
        said = nouns.phrase(words, start + 1, span, data)
        if said is None or not nouns.is_plural(words.folded[said[1]], data):
            return Counted("count", "", "", place.last)
        start = start + 1  # "three of them children"
    named = nouns.phrase(words, start, span, data)
    if named and words.folded[start - 1] in {"-", "–"} and words.folded[start] in data["steps"]:
        named = (start, start, words.folded[start])  # "an 18,000-vote deficit"
    if named and not _is_deed(words, *named[:2], data):
        unit = words.text[words.starts[named[0]] : words.ends[named[1]]]
        happened = _happened(words, place.hedge, named[1], span, data)
        joined = f"{unit} {happened}" if happened and happened not in unit else unit
        return Counted("count", joined, named[2], named[1])
    happened = _happened(words, place.hedge, place.last, span, data)
    body = words.folded[place.hedge - 2] if words.folded[place.hedge - 1] in glue["of"] else ""
    if body in data["level"]["inhabited"]:
        return Counted("count", data["units"]["people"], data["units"]["nobody"], place.last)
    if body in data["level"]["bodies"]:
        return Counted("count", f"{body} {happened}".strip(), body, place.last)
    if happened:
        told = f"{data['units']['people']} {happened}"
        return Counted("count", told, data["units"]["nobody"], place.last)
    level = _level(words, place, span, data)
    if level:
        return level
    deed = bool(named) and place.low > 1
    known = deed or antecedents.refers(words, place.hedge, place.last, data)
    return Counted("count" if known else "bare", "", "", place.last)


def _is_deed(words: Words, first: int, last: int, data: dict[str, Any]) -> bool:
    """Whether the word after a number is what they did, not what they are ("61 watched")."""
    word = words.folded[last]
    if first < last or not word.endswith(data["units"]["past"]):
        return False
    following = words.folded[last + 1]
    return following in data["glue"]["possessives"] or following in data["stop"]


def _level(words: Words, place: Place, span: range, data: dict[str, Any]) -> Counted | None:
    """ "The number of victims has climbed to 21": what is counted stands in the subject.

    Without a noun where the subject is a number of it does not say what.
    """
    rules = data["level"]
    before = words.folded[place.hedge - 1]
    if before in data["glue"]["from"] and place.previous == "count":
        moved = words.folded[place.hedge - 2]
        after_level = moved in rules["moved"] or nouns.is_number(moved or " ", data)
        return Counted("count", "", "", place.last) if after_level else None
    if before not in rules["before"]:
        return None
    for n in range(place.hedge - 2, max(place.hedge - _SUBJECT_REACH, span.start - 1), -1):
        word = words.folded[n]
        if word in rules["tolls"]:
            return Counted("count", data["happened"][word], data["units"]["nobody"], place.last)
        if word not in rules["numbers"]:
            continue
        if words.folded[n + 1] not in data["glue"]["of"]:
            persons = not data["befall"].isdisjoint(words.folded[n + 1 : n + 1 + _BEFALL_REACH])
            units = data["units"]
            unit, noun = (units["people"], units["nobody"]) if persons else ("", "")
            return Counted("count", unit, noun, place.last)
        named = nouns.phrase(words, n + 2, span, data)
        if named is None or named[1] >= place.hedge:
            return None
        happened = _happened(words, n, named[1], range(n, place.first), data)
        unit = words.text[words.starts[named[0]] : words.ends[named[1]]]
        joined = f"{unit} {happened}" if happened and happened not in unit else unit
        return Counted("count", joined, named[2], place.last)
    return None
