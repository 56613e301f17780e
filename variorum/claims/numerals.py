"""Numbers as news writes them: digits, words, fractions, scales, vague quantities, ranges."""

from __future__ import annotations

from typing import Any

from variorum.claims import nouns, vague
from variorum.claims.numberwords import VULGAR, openers, table
from variorum.claims.quantities import Numeral
from variorum.claims.words import Words

_LONGEST_DIGITS = 15
"""Digits beyond which a number is a code, no quantity."""
HALF = 0.5
_LONGEST_NONE = 6
"""Words behind "no" among which stand the nouns and the verb."""
_LARGEST_WHOLE = 1000
"""Beyond this "one in" names no share ("one in 2015")."""


def read(words: Words, n: int, language: str) -> Numeral | None:
    """The number that begins at word ``n``, or None where none does."""
    word = words.folded[n]
    digits = word[:1].isdecimal()
    if not digits and word not in openers(language):
        return None
    data = table(language)
    if word in data["glue"]["none"]:
        return _none(words, n, data)
    if words.folded[n + 1] == data["glue"]["in"]:
        part = _one_in(words, n, data)
        if part:
            return part
    if digits:
        return _and_half(words, _in_digits(words, n, data), data)
    if word in data["glue"]["cent"] and words.folded[n - 1] in data["glue"]["per"]:
        return None
    if word in data["glue"]["articles"] and words.folded[n + 1] not in data["articled_set"]:
        return None
    return (
        vague.read(words, n, data)
        or vague.some_time(words, n, data)
        or _and_half(words, _articled(words, n, data), data)
        or _fraction(words, n, data)
        or _ordinal(words, n, data)
        or _and_half(words, _in_words(words, n, data), data)
    )


def _none(words: Words, n: int, data: dict[str, Any]) -> Numeral | None:
    """ "No injuries or arrests were reported": of things in the plural, that there were none."""
    glue, at = data["glue"], n + 1
    if words.folded[at] in data["fillers"]:
        return None
    while at < n + _LONGEST_NONE and words.folded[at].isalpha():
        if nouns.is_plural(words.folded[at], data):
            if words.folded[at + 1] in glue["were"]:
                return Numeral(n, n, 0.0, 0.0)
            at += words.folded[at + 1] in glue["or"] or words.folded[at + 1] in glue["and"]
        elif words.folded[at] in data["stop"]:
            break
        at += 1
    return None


def _one_in(words: Words, n: int, data: dict[str, Any]) -> Numeral | None:
    """ "One in five", "three in ten": a share."""
    part, whole = (_small(words.folded[at], data) for at in (n, n + 2))
    following = words.folded[n + 3]
    if not 0 < part < whole or following in data["times"] or not following.isalpha():
        return None
    if whole > _LARGEST_WHOLE or (
        following in data["stop"] and following not in data["glue"]["of"]
    ):
        return None
    value = round(100 * part / whole, 1)
    return Numeral(n, n + 2, value, value, share=True)


def _small(word: str, data: dict[str, Any]) -> int:
    if word.isdecimal() and len(word) <= 4:
        return int(word)
    return int(data["ones"].get(word) or data["tens"].get(word) or 0)


def _exact(first: int, last: int, value: float) -> Numeral:
    """An exact number; the rounding undoes what floating point adds to 16.4 trillion."""
    value = float(f"{value:.15g}")
    return Numeral(first, last, value, value)


def _in_digits(words: Words, n: int, data: dict[str, Any]) -> Numeral | None:
    digits = words.folded[n]
    short = sum(map(str.isdecimal, digits)) <= _LONGEST_DIGITS
    value = data["typography"].value(digits) if short else None
    if value is None:
        return None
    following, joined = words.folded[n + 1], words.joined(n + 1)
    if joined and following in data["suffixes"] and not _is_length(words, n + 1, data):
        return _exact(n, n + 1, value * data["suffixes"][following])
    if joined and following in data["ordinal"]["endings"]:
        return Numeral(n, n + 1, value, value, digits=True, ordinal=True)
    dashed = 1 if following == "-" else 0
    scale = data["scales"].get(words.folded[n + 1 + dashed])
    if scale:
        return _exact(n, n + 1 + dashed, value * scale)
    return _mixed(words, n, value) or Numeral(n, n, value, value, digits=True)


def _is_length(words: Words, n: int, data: dict[str, Any]) -> bool:
    """Whether a letter tied to digits is a length and no scale ("230m long")."""
    if words.folded[n] not in data["lengths"] or words.folded[n - 2] in data["currencies"]:
        return False
    after = n + 1 + (words.folded[n + 1] in data["glue"]["dashes"])
    return words.folded[after] in data["stretched"]


def _and_half(words: Words, whole: Numeral | None, data: dict[str, Any]) -> Numeral | None:
    """A number with the half behind it, "two and a half", and the scale behind that."""
    if whole is None or whole.ordinal:
        return whole
    glue, at = data["glue"], whole.last + 1
    joined = words.folded[at] in glue["and"] and words.folded[at + 1] in glue["articles"]
    if not joined or words.folded[at + 2] not in glue["half"]:
        return whole
    if words.folded[whole.last] in data["articled"]:
        return _exact(whole.first, at + 2, whole.low + whole.low / 2)
    scale = data["scales"].get(words.folded[at + 3], 0)
    last = at + 3 if scale else at + 2
    return _exact(whole.first, last, (whole.low + HALF) * (scale or 1))


def _mixed(words: Words, n: int, value: float) -> Numeral | None:
    """ "4 1/2" and "4½"."""
    if words.joined(n + 1) and words.folded[n + 1] in VULGAR:
        return _exact(n, n + 1, value + VULGAR[words.folded[n + 1]])
    parts = words.folded[n + 1 : n + 4]
    if parts[1] != "/" or not (parts[0].isdecimal() and parts[2].isdecimal()):
        return None
    above, below = int(parts[0][:3]), int(parts[2][:3])
    return _exact(n, n + 3, value + above / below) if 0 < above < below <= 16 else None


def _articled(words: Words, n: int, data: dict[str, Any]) -> Numeral | None:
    glue = data["glue"]
    if words.folded[n] in glue["half"]:
        after = n + 1 if words.folded[n + 1] in glue["articles"] else 0
        value = data["articled"].get(words.folded[after + 1]) if after else None
        if after and _is_unit(words.folded[after + 1], data):
            return _exact(n, after, HALF)
        return _exact(n, after + 1, value / 2) if value and value >= 12 else None
    if words.folded[n] not in glue["articles"]:
        return None
    if words.folded[n + 1] in glue["half"]:
        at = n + 2 + (words.folded[n + 2] == "-" and words.joined(n + 2))
        if _is_unit(words.folded[at], data):
            return _exact(n, n + 1, HALF)
        if words.folded[at] in data["articled"]:
            return _exact(n, at, data["articled"][words.folded[at]] / 2)
    about = data["rounded"].get(words.folded[n + 1])
    if about:
        return vague.rounded(words, n, about, data)
    value = data["articled"].get(words.folded[n + 1])
    if value is None:
        return None
    of = words.folded[n + 2] in glue["of"] and words.folded[n + 3] in data["scales"]
    scale = data["scales"].get(words.folded[n + 2 + of], 1)
    return _exact(n, n + 2 + of if scale > 1 else n + 1, value * scale)


def _is_unit(word: str, data: dict[str, Any]) -> bool:
    """Whether halves are told of it as of a measure: half an hour, half a mile."""
    return any(word in data[kind] for kind in ("times", "lengths", "measures"))


def _fraction(words: Words, n: int, data: dict[str, Any]) -> Numeral | None:
    glue = data["glue"]
    times, at = 1.0, n
    if words.folded[n] in glue["articles"]:
        at = n + 1
    elif words.folded[n] in data["ones"]:
        times, at = data["ones"][words.folded[n]], n + 1
        at += words.folded[at] in glue["dashes"]
    part = data["fractions"].get(words.folded[at])
    if part is None or (at == n and words.folded[n] not in glue["half"]):
        return None
    if at == n and words.folded[n - 1] in data["halves_named"]:
        return None  # "the second half of that sentence"
    whole = at + 1
    halved = words.folded[at] in glue["half"] and words.folded[whole] in glue["possessives"]
    tied = at == n + 2 and words.folded[at] in data["parts"]  # "a two-thirds majority"
    told = words.folded[whole] in glue["of"] or halved or tied
    if not (told or _is_change(words, n, whole, data)):
        return None
    value = round(times * part * 100, 1)
    return Numeral(n, at, value, value, share=True) if 0 < value < 100 else None


def _is_change(words: Words, n: int, after: int, data: dict[str, Any]) -> bool:
    """ "By a third", "by about half": the part by which something grew or shrank."""
    near = data["hedges"].get(words.folded[n - 1]) == "near"
    follows = words.folded[after]
    ends = not follows.isalpha() or follows in data["stop"]
    return ends and words.folded[n - 1 - near] in data["glue"]["by"]


def _ordinal(words: Words, n: int, data: dict[str, Any]) -> Numeral | None:
    value = data["ordinals"].get(words.folded[n])
    if value is None or words.folded[n - 1] not in data["ordinal"]["before"]:
        return None
    return Numeral(n, n, float(value), float(value), ordinal=True)


def _in_words(words: Words, n: int, data: dict[str, Any]) -> Numeral | None:
    """ "Twenty-five", "three hundred and ten", "two million"."""
    total = group = 0.0
    last = -1
    at = n
    while word := words.folded[at]:
        if word in data["tens"] and group % 100 == 0:
            group += data["tens"][word]
        elif word in data["ones"] and (
            group % 100 == 0 or (group % 10 == 0 and data["ones"][word] < 10)
        ):
            group += data["ones"][word]
        elif word in data["scales"] and last >= 0:
            scale = data["scales"][word]
            if scale == 100 and group >= scale:
                break
            if scale == 100:
                group *= scale
            else:
                total, group = total + group * scale, 0.0
        elif last >= 0 and _links(words, at, last, data):
            at += 1
            continue
        else:
            break
        last = at
        at += 1
    return _exact(n, last, total + group) if last >= 0 else None


def _links(words: Words, at: int, last: int, data: dict[str, Any]) -> bool:
    """Whether word ``at`` is the hyphen of "twenty-five" or the "and" of "hundred and ten"."""
    word, following = words.folded[at], words.folded[at + 1]
    if word in data["glue"]["dashes"]:
        return words.joined(at) and words.joined(at + 1)
    small = following in data["ones"] or following in data["tens"]
    return small and word in data["glue"]["and"] and words.folded[last] in data["scales"]
