"""Over what time a claim says that it counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from variorum.relations.polarity import Words

OPENING = 6
"""Words in which a period is told."""
FILLING = 0.16
"""Commoner words may stand between what opens a length of time and its number ("in just two")."""


class Period(NamedTuple):
    """The time in which a claim says that it counted."""

    days: float
    """How long it lasts; 0 where only its start is told."""
    text: str
    """Its words, as written."""


def period(words: Words, first: int, last: int) -> Period | None:
    """What the counts of a claim are over: a length of time, or all since something."""
    framing, spoken = words.lexicon.framing, words.spoken
    for number in range(first, last):
        word = words.small[number]
        if word in framing.over:
            found = _length(words, number, last)
            if found:
                return found
        elif word in framing.since:
            ahead = clause(words, range(number + 1, min(last, number + OPENING)))
            return Period(0.0, " ".join([spoken[number], *(spoken[n] for n in ahead)]))
    return None


def clause(words: Words, numbers: range) -> Iterator[int]:
    """The words from one on to the end of its clause on one side."""
    for number in numbers:
        if words.cues.get(number) == "break":
            return
        if numbers.step < 0 and words.pauses[number]:
            return
        yield number
        if words.pauses[number]:
            return


def _length(words: Words, start: int, last: int) -> Period | None:
    """The length of time that a word opens ("in just two weeks")."""
    lexicon, spoken = words.lexicon, words.spoken
    amount = 1.0
    for number in range(start + 1, min(last, start + OPENING)):
        word = words.small[number]
        days = lexicon.framing.days.get(lexicon.stem(word))
        if days:
            return Period(days * amount, " ".join(spoken[start : number + 1]))
        if word.isdecimal() or word in lexicon.numbers:
            amount = float(word) if word.isdecimal() else lexicon.numbers[word]
        elif words.entries[number].weight >= FILLING and word not in lexicon.framing.over:
            return None
    return None
