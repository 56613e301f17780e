"""A document's text cut into words once, for every rule that reads words."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from operator import attrgetter

from variorum.languages.typography import typography
from variorum.model import Span

BEYOND = 10
"""How far past the first and last word of a text rules may look."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of a text; the n-th stands at ``text[starts[n]:ends[n]]``.

    ``written``, ``folded`` and ``finite`` go on with ``BEYOND`` blanks, so that a reader may
    look so many words past either end (a number below 0 counts from the last blank). What
    follows ``folded`` is empty until ``heads.read`` has filled it; numbers are in order.
    """

    text: str
    starts: list[int]
    ends: list[int]
    written: list[str]
    folded: list[str]
    """In lower case, typographic apostrophes made plain; "WHO", the name, as it is."""
    classes: list[int] = field(default_factory=list)
    """What each word may be or begin, as sums of ``wordclasses``."""
    finite: list[bool] = field(default_factory=list)
    """Which words are finite verbs."""
    joints: list[int] = field(default_factory=list)
    """Numbers of the finite verbs, and of the words at which a clause can begin."""
    cues: list[int] = field(default_factory=list)
    """Numbers of the words without one of which no sentence says who speaks."""
    dates: list[int] = field(default_factory=list)
    """Numbers of the words at which a date may begin."""
    numbers: list[int] = field(default_factory=list)
    """Numbers of the words at which a figure may begin."""
    places: list[int] = field(default_factory=list)
    """Numbers of the words with which the name of a place may begin."""
    turning: list[int] = field(default_factory=list)
    """Numbers of the words that may turn a statement round."""
    hollow: list[range] = field(default_factory=list)
    """Numbers of the words of each phrase that says how articles are made."""
    foreseen: list[range] = field(default_factory=list)
    """The same of each word or phrase of what is to come."""

    def within(self, span: Span) -> range:
        """Numbers of the words that begin inside the span."""
        first = bisect_left(self.starts, span.start)
        return range(first, bisect_left(self.starts, span.end, first))

    def span(self, first: int, last: int) -> Span:
        """From the first word to the last, both included."""
        return Span(self.starts[first], self.ends[last])

    def joined(self, number: int) -> bool:
        """Whether nothing stands between this word and the one before."""
        return 0 < number < len(self.starts) and self.starts[number] == self.ends[number - 1]


def among(numbers: list[int], span: range) -> list[int]:
    """Those of some numbers of words, in order, that lie within a range."""
    first = bisect_left(numbers, span.start)
    return numbers[first : bisect_left(numbers, span.stop, first)]


def holds(span: range, phrases: list[range]) -> bool:
    """Whether one of some phrases, by their place, stands within a range of words."""
    if not phrases:
        return False
    start = attrgetter("start")
    first = bisect_left(phrases, span.start, key=start)
    last = bisect_left(phrases, span.stop, first, key=start)
    return any(phrase.stop <= span.stop for phrase in phrases[first:last])


def fold(text: str) -> str:
    """In lower case, typographic apostrophes made plain."""
    return text.lower().replace("’", "'")


def cut(text: str, language: str = "en") -> Words:
    """The words of a text as a BCP 47 language writes them."""
    pieces = _cutter(language).split(text)
    edges = list(accumulate(map(len, pieces)))
    written, starts = pieces[1::2] + [""] * BEYOND, edges[:-1:2]
    # Folded in one go: no word holds a line's end.
    folded = fold("\n".join(written)).split("\n")
    acronyms = typography(language).acronyms
    for found in acronyms.finditer(text) if acronyms else ():
        folded[bisect_left(starts, found.start())] = found[0]
    return Words(text, starts, edges[1::2], written, folded)


@cache
def _cutter(language: str) -> re.Pattern[str]:
    """A pattern that parts a text into what stands between words and, every other time, a word."""
    return re.compile(f"({typography(language).word.pattern})")
