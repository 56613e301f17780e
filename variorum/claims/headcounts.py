"""What a plain count counts: things by their noun, or persons by what happened to them."""

from __future__ import annotations

from typing import Any

from variorum.claims import antecedents, nouns
from variorum.claims.quantities import Counted, Place
from variorum.claims.words import Words

_SUBJECT_REACH = 30
"""Words back from a level to the subject whose level it is, at most."""
_BEFALL_REACH = 3
"""Words after "the number" in which a verb tells that persons are counted."""
_REACH = 6
"""Words on either side in which something is said to have happened to those counted."""
_DASHES = frozenset("-–")


def read(words: Words, place: Place, span: range, data: dict[str, Any]) -> Counted:
    """What the number at ``place`` counts; of the kind "bare" where nothing says what."""
    glue = data["glue"]
    start = place.last + 1
    whole = past_whole(words, start, data)
    if whole > start:
        start = whole
    elif words.folded[start] in glue["of"] or (
        words.folded[start] in _DASHES and words.joined(start)
    ):
        start += 1
    if start > place.last + 1 and antecedents.stands_in(words, start, data):
        return _of_them(words, place, start, span, data)
    return (
        _named(words, place, start, span, data)
        or _by_fate(words, place, span, data)
        or _level(words, place, span, data)
        or _unnamed(words, place, start, span, data)
    )


def _of_them(words: Words, place: Place, start: int, span: range, data: dict[str, Any]) -> Counted:
    """ "Three of them", "three of us", "three of them children"."""
    if words.folded[start] in data["glue"]["speaking"]:
        return Counted("count", data["units"]["people"], data["units"]["nobody"], start)
    said = nouns.phrase(words, start + 1, span, data)
    # Not "212 of them consider themselves bound".
    if said and not words.finite[start + 1] and nouns.is_plural(words.folded[said[1]], data):
        told = _named(words, place, start + 1, span, data)
        if told:
            return told
    return Counted("count", "", "", place.last)


def _named(
    words: Words, place: Place, start: int, span: range, data: dict[str, Any]
) -> Counted | None:
    """What is counted by the noun phrase at ``start``, with what happened to them."""
    if words.folded[start] in data["glue"]["others"]:
        fate = happened(words, place.hedge, start, span, data)
        unit = f"{words.folded[start]} {fate}"  # "four others were hurt"
        return Counted("count", unit, data["units"]["nobody"], start) if fate else None
    named = nouns.phrase(words, start, span, data)
    if named and words.folded[start - 1] in _DASHES and words.folded[start] in data["steps"]:
        named = (start, start, words.folded[start])  # "an 18,000-vote deficit"
    if named is None or _is_deed(words, *named[:2], data):
        return None
    unit = words.text[words.starts[named[0]] : words.ends[named[1]]]
    fate = happened(words, place.hedge, named[1], span, data)
    joined = f"{unit} {fate}" if fate and fate not in unit else unit
    return Counted("count", joined, named[2], named[1])


def _by_fate(words: Words, place: Place, span: range, data: dict[str, Any]) -> Counted | None:
    """Persons told by what happened to them or by what they make up: "a crew of 26"."""
    units, rules = data["units"], data["level"]
    fate = happened(words, place.hedge, place.last, span, data)
    joined = words.folded[place.hedge - 1] in data["glue"]["of"]
    body = words.folded[place.hedge - 2] if joined else ""
    if body in rules["inhabited"]:
        return Counted("count", units["people"], units["nobody"], place.last)
    if body in rules["bodies"]:
        return Counted("count", f"{body} {fate}".strip(), body, place.last)
    if fate:
        return Counted("count", f"{units['people']} {fate}", units["nobody"], place.last)
    return None


def _unnamed(words: Words, place: Place, start: int, span: range, data: dict[str, Any]) -> Counted:
    """A number without a noun: a count where it stands for those counted before."""
    deed = place.low > 1 and nouns.phrase(words, start, span, data) is not None
    known = deed or antecedents.refers(words, place.hedge, place.last, data)
    return Counted("count" if known else "bare", "", "", place.last)


def past_whole(words: Words, at: int, data: dict[str, Any]) -> int:
    """The word after "of the 130", the number of which the one counted is a part."""
    if words.folded[at] not in data["glue"]["of"]:
        return at
    n = at + 1 + (words.folded[at + 1] in data["glue"]["possessives"])
    if not nouns.is_number(words.folded[n] or " ", data):
        return at
    return n + 1 + (words.folded[n + 1] in data["scales"])


def happened(words: Words, first: int, last: int, span: range, data: dict[str, Any]) -> str:
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
        if words.folded[n - 1] in _DASHES and words.joined(n):
            continue  # "the rebel-held town"
        if word in table:
            return str(table[word])
        if (
            not word[0].isalpha()
            or word in data["glue"]["breaks"]
            or word in data["units"]["where"]
        ):
            break
    return ""


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
        fate = happened(words, n, named[1], range(n, place.first), data)
        unit = words.text[words.starts[named[0]] : words.ends[named[1]]]
        joined = f"{unit} {fate}" if fate and fate not in unit else unit
        return Counted("count", joined, named[2], place.last)
    return None
