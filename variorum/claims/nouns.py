"""Nouns after numbers: where their phrase ends, and what their singular is."""

from __future__ import annotations

from typing import Any

from variorum.claims.words import Words

_SHORTEST = 4
"""Letters of the shortest noun whose ending tells its number."""
_LONGEST = 6
"""Words looked at for the name of what is counted."""


def singular(word: str, data: dict[str, Any]) -> str:
    """A folded noun in the singular."""
    if word in data["plurals"]:
        return str(data["plurals"][word])
    rules = data["number"]
    if len(word) < _SHORTEST or word.endswith(rules["singular"]):
        return word
    for ending, stays in rules["endings"]:
        if word.endswith(ending):
            return word[: -len(ending)] + str(stays)
    return word


def is_plural(word: str, data: dict[str, Any]) -> bool:
    """Whether a folded noun is in the plural."""
    return bool(data["plural"][word])


def plural(word: str, data: dict[str, Any]) -> bool:
    """The same, worked out anew."""
    if word in data["plurals"]:
        return True
    rules = data["number"]
    if len(word) < _SHORTEST or word.endswith(rules["singular"]) or rules["owned"](word) != word:
        return False
    return word.endswith(rules["plural"])


def is_number(word: str, data: dict[str, Any]) -> bool:
    """Whether a folded word is a number."""
    return word[0].isdecimal() or word in data["ones"] or word in data["tens"]


def phrase(
    words: Words, start: int, span: range, data: dict[str, Any]
) -> tuple[int, int, str] | None:
    """First and last word of the noun phrase at ``start`` and its folded head."""
    glue = data["glue"]
    first = start
    while first < span.stop and (
        words.folded[first] in glue["possessives"]
        or words.folded[first] in data["fillers"]
        or (first > start and is_number(words.folded[first], data))
    ):
        first += 1
    head, n = -1, first
    while n < span.stop and n < first + _LONGEST:
        word = words.folded[n]
        if word == "-" and n > first and words.joined(n) and words.joined(n + 1):
            n += 1
            continue
        if len(word) == 1 and words.folded[n + 1] == "." and words.joined(n + 1):
            head, n = n, n + 2
            continue
        if not word[0].isalpha() or word in data["stop"] or _is_day(words, n, data):
            break
        if head >= 0 and is_plural(words.folded[head], data):
            break
        if word in data["happened"] and not is_plural(word, data):
            break
        head = n
        n += 1
    if head < 0:
        return None
    plural = [k for k in range(first, head + 1) if is_plural(words.folded[k], data)]
    if plural and words.folded[plural[-1]] not in ("s",):
        head = plural[-1]
    elif any(words.finite[first : head + 1]):
        # "One survivor described": with no noun in the plural a verb ends the phrase.
        head = words.finite.index(True, first) - 1
        if head < first:
            return None
    named = first if data["number"]["head_first"] else head
    return first, head, singular(words.folded[named], data)


def _is_day(words: Words, n: int, data: dict[str, Any]) -> bool:
    """Whether a word tells on what day something was, and describes no noun behind it."""
    glue, following = data["glue"], words.folded[n + 1]
    if words.folded[n] not in glue["days"]:
        return False
    ends = not following[:1].isalpha() or following in data["stop"]
    return ends or following in glue["dayparts"]
