"""Ages: "a 6-year-old", "aged 50 and 54", "Marta Lindqvist, 50,", "in his late 20s"."""

from __future__ import annotations

from typing import Any

from variorum.claims.quantities import Counted, Place
from variorum.claims.words import Words

OLDEST = 115
"""No bare number above this is read as an age."""
_YOUNGEST_ASIDE = 5
"""A smaller number between commas after a name is rather a count."""
_YOUNGEST_OF = 3
_DESCRIBED = 4
"""Words between an article and the "of" before an age, at most ("a retired school teacher of")."""
_TOLD = 8
"""Words before a number in which stands that it is a toll, at most."""
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
        or _is_of(words, place, span, data)
        or _is_bound(words, place, span, data)
        or _is_of_years(words, place, ages)
    )
    return Counted("age", ages["unit"], "age", place.last) if told else None


def _old(words: Words, place: Place, ages: dict[str, Any]) -> int:
    """The word "old" of "6-year-old" or "6 years old"; 0 where there is none."""
    at = place.last + 1
    at += words.folded[at] in _DASHES
    if words.folded[at] not in ages["year"]:
        return 0
    at += 1
    at += words.folded[at] in _DASHES
    return at if words.folded[at] in ages["old"] else 0


def _is_named(words: Words, place: Place, ages: dict[str, Any]) -> bool:
    """ "Aged 50", "at the age of 16"."""
    before = words.folded[place.first - 1]
    return before in ages["aged"] or (
        before in ages["of"] and words.folded[place.first - 2] in ages["aged"]
    )


def _ends(words: Words, place: Place, span: range, data: dict[str, Any]) -> bool:
    """Whether nothing is counted after the number, or years where age is told in them."""
    after = place.last + 1
    after += words.folded[after] in data["ages"]["in"]
    return (
        after >= span.stop
        or words.folded[after] in _ENDS
        or words.folded[after] in data["glue"]["and"]
    )


def _is_aside(words: Words, place: Place, span: range, data: dict[str, Any]) -> bool:
    """ "Marta Lindqvist, 50," and "Ivo Brandt (23)"."""
    before, after = words.folded[place.first - 1], words.folded[place.last + 1]
    named = words.written[place.first - 2][:1].isupper()
    if before == "(":
        return named and after == ")"
    if before != "," or place.low < _YOUNGEST_ASIDE:
        return False
    if named and words.written[place.first - 3][:1].isupper():
        return _ends(words, place, span, data)
    listed = place.previous in {"count", "money"}
    if named:
        return not listed and _ends(words, place, span, data)
    # "The driver, 34, has been questioned": only a verb or "who" goes on after an age.
    goes_on = words.finite[place.last + 2]
    noun = words.folded[place.first - 2].isalpha()
    who = words.folded[place.last + 2] in data["ages"]["who"]
    return noun and after == "," and (goes_on or who)


def _is_of(words: Words, place: Place, span: range, data: dict[str, Any]) -> bool:
    """ "A cleaner of 61 died", "a boy of nine": a person of an age, and nothing counted."""
    ages, last = data["ages"], place.last
    if words.folded[place.first - 1] not in ages["of"] or place.low < _YOUNGEST_OF:
        return False
    for n in range(place.first - 2, max(place.first - 2 - _DESCRIBED, span.start - 1), -1):
        if words.folded[n] in data["glue"]["articles"]:
            break
        if not words.folded[n].isalpha() or words.folded[n] in ages["sizes"]:
            return False
    else:
        return False
    after = words.folded[last + 1]
    if last + 1 >= span.stop or not after.isalpha() or after in data["stop"]:
        return words.written[place.first - 2].islower() and after not in {"-", "–", "%"}
    return after in data["befall"] or words.finite[last + 1]


def _is_of_years(words: Words, place: Place, ages: dict[str, Any]) -> bool:
    """ "Une femme de 34 ans": a person, and years after the number."""
    if (
        words.folded[place.last + 1] not in ages["in"]
        or words.folded[place.first - 1] not in ages["of"]
    ):
        return False
    return words.folded[place.first - 2] in ages["persons"]


def _is_bound(words: Words, place: Place, span: range, data: dict[str, Any]) -> bool:
    """ "Voters under 30", "people over 65"."""
    ages, at = data["ages"], place.first - 1
    if words.folded[at] not in ages["bounds"] or words.folded[at - 1] not in ages["bounded"]:
        return False
    after = words.folded[place.last + 1]
    return _ends(words, place, span, data) or after in data["stop"] or not after.isalpha()


def _is_said(words: Words, place: Place, span: range, data: dict[str, Any]) -> bool:
    """ "Is 32 now", "now 27," and the second of "ages 54 and 50"."""
    by, before, after = (
        data["ages"]["by"],
        words.folded[place.first - 1],
        words.folded[place.last + 1],
    )
    ends = _ends(words, place, span, data)
    if before in by:
        near = words.folded[max(span.start, place.first - _TOLD) : place.first - 1]
        thing = words.folded[place.first - 2] in data["ages"]["sizes"]
        thing = thing or any(word in data["level"]["tolls"] for word in near)
        return not thing and (ends or after in by)
    return place.previous == "age" and ends and (before == "," or before in data["glue"]["and"])


def _decade(words: Words, place: Place, ages: dict[str, Any]) -> Counted | None:
    """ "In his 50s", "in their late twenties": ten years, or the third of them that is named."""
    last = place.last
    if words.folded[last + 1] in ages["decade"] and words.joined(last + 1) and place.digits:
        last += 1
    elif words.folded[last] not in ages["decades"]:
        return None
    if place.low % 10 or not 10 <= place.low <= 90:
        return None
    third = words.folded[place.first - 1]
    if third == "-":
        third = words.folded[place.first - 2]
    low, high = ages["thirds"].get(third, (0, 9))
    return Counted("age", ages["unit"], "age", last, place.low + low, place.low + high)
