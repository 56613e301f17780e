"""Figures in one notation, so that each is found however it is written or typed.

"260,000", "260 000", "260.000", "260k" and "260 thousand" are all ``260000``; "20–30%" and
"20 to 30" are ``20to30``; "4.5" is ``4p5``, because the index takes a point for no part of a
word. The search page's script reads what is typed by the same rules (``assets/search/read.js``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from variorum.languages import pack
from variorum.model import Figure, Span
from variorum.views.variants import Found, Variant

_NUMBER = re.compile(
    r"(?<!\d)(?P<grouped>\d{1,3}(?:(?P<mark>[.,'’\u00a0\u2009\u202f ])\d{3}(?!\d))"
    r"(?:(?P=mark)\d{3}(?!\d))*)(?:[.,](?P<part>\d+))?|(?P<plain>\d+)(?:[.,](?P<rest>\d+))?"
)
_LARGEST = 10**15
"""Whole numbers beyond are no counts; a float holds every one up to here."""
_FARTHEST = 16
"""Characters between the ends of a range at most."""
_SPACES = "\u00a0\u2009\u202f "


@dataclass(frozen=True, slots=True)
class Numeral:
    """A figure of a sentence."""

    start: int
    end: int
    """Its scale ("million") included, its unit not."""
    values: tuple[str, ...]
    """Every notation by which it is found."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What a language writes between and behind figures; the search page's script reads it too."""

    scales: dict[str, int]
    """"million" and, written against the digits, "m"."""
    joints: tuple[str, ...]
    """Words and signs that join the ends of a range."""
    openers: tuple[str, ...]
    """Words before a range ("between"), whose ends one of ``links`` joins."""
    links: tuple[str, ...]
    units: tuple[str, ...]
    """Words and signs that may follow each end of a range."""


@cache
def signs(language: str) -> Signs:
    """The signs of a language; of one without a pack, dashes alone."""
    known = pack(language)
    table: dict[str, Any] = {}
    with suppress(FileNotFoundError):
        table = known.table("numbers") if known else {}
    scales = {**table.get("scales", {}), **table.get("suffixes", {})}
    glue = table.get("glue", {})
    return Signs(
        {word: int(scale) for word, scale in sorted(scales.items())},
        ("-", "‑", "–", "—", *glue.get("to", ())),
        tuple(glue.get("between", ())),
        tuple(glue.get("and", ())),
        ("%", *(unit for unit in glue.get("percent", ()) if unit != "%")),
    )


def value(number: float) -> str:
    """The one notation of a number; empty where it is beyond every count."""
    if not abs(number) < _LARGEST:
        return ""
    return f"{number:.3f}".rstrip("0").rstrip(".").replace(".", "p").replace("-", "m")


def numerals(text: str, language: str) -> tuple[Numeral, ...]:
    """Every figure of a sentence, ranges beside their ends, in order."""
    grammar = _grammar(language)
    found = [_number(grammar, text, match) for match in _NUMBER.finditer(text)]
    pairs = list(pairwise(found))
    joined = [_joined(grammar, text, a, b) for a, b in pairs]
    ranges = [
        Numeral(a.start, b.end, tuple(_range(a, b)))
        for at, (a, b) in enumerate(pairs)
        # A chain such as 2022-10-01 is no range.
        if joined[at] and not any(joined[max(0, at - 1) : at] + joined[at + 1 : at + 2])
    ]
    numbers = [Numeral(n.start, n.end, tuple(_values(n))) for n in found]
    return tuple(sorted((*numbers, *ranges), key=lambda n: (n.start, n.end)))


def figures(
    text: str, sentences: Sequence[Span], read: Iterable[Figure], language: str
) -> tuple[Variant, ...]:
    """Every figure that these sentences of a text write in digits, and those in words that
    were ``read`` in its claims, each with the notations by which it is found."""
    found = Found()
    written: list[set[str]] = []
    for place, span in enumerate(sentences):
        sentence = text[span.start : span.end]
        numbers = numerals(sentence, language)
        written.append({value for number in numbers for value in number.values})
        for number in numbers:
            if number.values:
                found.add(place, sentence[number.start : number.end], number.values)
    starts = [span.start for span in sentences]
    for figure in read:
        place = bisect_right(starts, figure.span.start) - 1
        if place < 0 or figure.span.end > sentences[place].end or figure.kind == "ordinal":
            continue
        others = [v for v in notations(figure.low, figure.high) if v not in written[place]]
        if others:
            found.add(place, text[figure.span.start : figure.span.end], others)
    return found.variants()


def notations(low: float | None, high: float | None) -> Iterator[str]:
    """Every notation of a figure that was read as an interval."""
    ends = [value(end) for end in (low, high) if end is not None]
    yield from dict.fromkeys(end for end in ends if end)
    if len(ends) == 2 and all(ends) and ends[0] != ends[1]:
        yield "to".join(ends)


@dataclass(frozen=True, slots=True)
class _Grammar:
    scale: re.Pattern[str]
    scales: dict[str, int]
    joint: re.Pattern[str]
    opener: re.Pattern[str]
    link: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    number: float
    scale: int
    pieces: tuple[str, ...]
    """What spaces part: "5 100 people" may be one figure or two."""


@cache
def _grammar(language: str) -> _Grammar:
    known = signs(language)
    space = f"[{_SPACES}]"
    unit = f"(?:{space}?(?:{_any(known.units)}))?"
    scale = f"[{_SPACES}-]?({_any(known.scales)})(?!\\w)"
    joint = f"{unit}{space}?(?:{_any(known.joints)}){space}?[$€£¥]?"
    return _Grammar(
        re.compile(scale, re.IGNORECASE),
        known.scales,
        re.compile(joint, re.IGNORECASE),
        re.compile(f"\\b(?:{_any(known.openers)}) [$€£¥]?$", re.IGNORECASE),
        re.compile(f"{unit}{space}(?:{_any(known.links)}){space}[$€£¥]?", re.IGNORECASE),
    )


def _any(words: Iterable[str]) -> str:
    """A pattern for any of these, the longest first; one that never fits for none."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"


def _number(grammar: _Grammar, text: str, match: re.Match[str]) -> _Number:
    whole, mark = match["grouped"] or match["plain"], match["mark"] or ""
    digits = "".join(filter(str.isdigit, whole))
    number = float(f"{digits}.{match['part'] or match['rest'] or 0}")
    pieces = tuple(whole.split(mark)) if mark and mark in _SPACES else ()
    scale = grammar.scale.match(text, match.end())
    if scale:
        return _Number(match.start(), scale.end(), number, grammar.scales[scale[1].lower()], pieces)
    return _Number(match.start(), match.end(), number, 1, pieces)


def _values(n: _Number) -> Iterator[str]:
    pieces = (float(piece) for piece in n.pieces if not piece.startswith("0"))
    yield from dict.fromkeys(filter(None, map(value, (n.number * n.scale, n.number, *pieces))))


def _joined(grammar: _Grammar, text: str, a: _Number, b: _Number) -> bool:
    if b.start - a.end > _FARTHEST:
        return False
    if grammar.joint.fullmatch(text, a.end, b.start):
        return True
    opens = grammar.opener.search(text, max(0, a.start - _FARTHEST), a.start)
    return bool(opens and grammar.link.fullmatch(text, a.end, b.start))


def _range(a: _Number, b: _Number) -> Iterator[str]:
    """The notations of a range: of the ends as written and, with a scale, of both scaled."""
    scaled = (a.number * (a.scale if a.scale > 1 else b.scale), b.number * b.scale)
    for low, high in dict.fromkeys((scaled, (a.number, b.number))):
        if value(low) and value(high):
            yield f"{value(low)}to{value(high)}"
