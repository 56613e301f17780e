"""Numbers that name a thing and count nothing: "Article 21", "F-16", telephone numbers."""

from __future__ import annotations

from typing import Any

from variorum.claims import nouns
from variorum.claims.quantities import Numeral
from variorum.claims.words import Words

_DASHES = frozenset("-–")
_TIES = frozenset("_/#:@.,")
_UNITS = ("times", "lengths", "measures", "currencies", "scales", "ones", "tens", "fillers")
"""What stands after a number that counts or measures."""
_BEFORE = ("stop", "hedge_ends", "currencies")
"""What stands before one, though written with a capital."""
_NUMBERED = 1000
"""From this on no number tells things of one name apart ("Building 2")."""


def is_name(words: Words, numeral: Numeral, data: dict[str, Any]) -> bool:
    """Whether the number names a thing ("Article 21", "F-16", a telephone number)."""
    n, last = numeral.first, numeral.last
    rules = data["not_counts"]
    word, before, after = words.folded[n], words.folded[n - 1], words.folded[last + 1]
    if after in rules["clock"] or _is_sort(words, last, rules):
        return True
    if word in data["ones"] and numeral.low == 1 and n == last:
        if before in rules["one_bound"] or f"{words.folded[n - 2]} {before}" in data["hedges"]:
            return False
        if after in rules["one_to"] and nouns.is_number(words.folded[last + 2] or " ", data):
            return False
        if before in _DASHES and words.joined(n):
            return True
        following = rules["one_before"]
        told = words.finite[last + 1] and not nouns.is_plural(after, data)
        told = told or not rules["one_after_another"].isdisjoint(words.folded[last + 2 : last + 5])
        told = told or words.folded[last + 2] in data["glue"]["articles"]  # "one wore a cap"
        return told or after in following or before in rules["one_after"] or not after.isalpha()
    if numeral.digits and (_is_code(words, n, last, data) or _is_label(words, numeral, data)):
        return True
    capital = words.written[n - 1][:1].isupper() or before in rules["numbered"]
    if before in rules["before"] and capital and n > 0:
        return True
    ended = not after.isalpha() or after in data["stop"]
    return numeral.digits and before in rules["small"] and ended


def _is_sort(words: Words, last: int, rules: dict[str, Any]) -> bool:
    """Whether a number is tied to what it only tells the sort of, or is a year of long ago."""
    after, beyond = words.folded[last + 1], words.folded[last + 2]
    if after in _DASHES and words.joined(last + 1) and beyond in rules["tied"]:
        return True
    return after + (words.folded[last + 3] if beyond == "." else "") in rules["eras"]


def _is_label(words: Words, numeral: Numeral, data: dict[str, Any]) -> bool:
    """Whether digits are the end of a name ("Building 2 of the hospital", "the No. 3 seed")."""
    n, rules = numeral.first, data["not_counts"]
    dotted = words.folded[n - 1] == "." and words.joined(n - 1)
    if dotted and words.folded[n - 2] in rules["numbered"]:
        return True
    whole = words.folded[n].isdecimal() and 1 < numeral.low < _NUMBERED
    opens = not (words.written[n - 2][-1:].isalnum() or words.joined(n - 1))
    named = words.written[n - 1][:1].isupper() and not opens
    if not (whole and named) or any(words.folded[n - 1] in data[kind] for kind in _BEFORE):
        return False
    after = words.folded[n + 1]
    measured = any(after in data[kind] for kind in _UNITS) or after in data["glue"]["percent"]
    plural = nouns.is_plural(after, data) and not words.finite[n + 1]
    return after.isalpha() and not (measured or plural)


def _is_code(words: Words, n: int, last: int, data: dict[str, Any]) -> bool:
    """Whether digits are tied to signs or letters that make them a code, a link or a clock."""
    word, before, after = words.folded[n], words.folded[n - 1], words.folded[last + 1]
    if words.joined(n) and before in _DASHES and words.joined(n - 1):
        return words.folded[n - 2].isalpha() or is_continued(words, n - 2)
    if words.joined(n) and before == "'" and after in data["ages"]["decade"]:
        return True
    if _is_row(words, last):
        return True
    tied_before = words.joined(n) and (before.isalnum() or before in _TIES)
    tied_after = words.joined(last + 1) and (
        after in _TIES - {".", ","} or _is_letter_code(after, data)
    )
    zeroed = word.isdecimal() and len(word) > 1 and word[0] == "0"
    return tied_before or tied_after or zeroed or _is_emergency(word, after, data)


def _is_row(words: Words, last: int) -> bool:
    """Whether digits begin three parts tied by dashes, as in a telephone number."""
    parts = words.folded[last + 1 : last + 4]
    tied = all(words.joined(at) for at in range(last + 1, last + 4))
    return tied and parts[0] in _DASHES and parts[1][:1].isdecimal() and parts[2] in _DASHES


def _is_letter_code(after: str, data: dict[str, Any]) -> bool:
    known = data["ordinal"]["tied"], data["lengths"], data["measures"]
    return after.isalpha() and not any(after in words for words in known)


def _is_emergency(word: str, after: str, data: dict[str, Any]) -> bool:
    rules = data["not_counts"]
    if word not in rules["emergency"]:
        return False
    return after in rules["after"] or word == rules["emergency"][0]


def is_continued(words: Words, n: int) -> bool:
    """Whether word ``n`` is itself tied by a dash to digits before it."""
    tied = words.joined(n) and words.folded[n - 1] in _DASHES and words.joined(n - 1)
    return tied and words.folded[n - 2][:1].isdecimal()
