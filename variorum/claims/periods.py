"""Periods told by their length: "the past year", "the last five weeks", "the five weeks since"."""

from __future__ import annotations

from datetime import timedelta

from variorum.claims import calendars, numerals
from variorum.claims.datewords import LONGEST, Mention, Reader


def lasting(reader: Reader, n: int, language: str) -> Mention | None:
    """The period that begins at word ``n`` behind "the" and ends with the article."""
    glue, words = reader.data["words"], reader.words
    past = words.folded[n] in glue["last"]
    number = numerals.read(words, n + past, language)
    last = number.last + 1 if number else n + past
    size, after = reader.data["spans"].get(words.folded[last]), words.folded[last + 1]
    ends = after not in glue["of"] if past else after in glue["since"]
    if size is None or not ends or (number is None and not past):
        return None
    # A number without an upper bound ("a few") gives no day.
    count = 1 if number is None else number.low if number.high else 0
    if reader.anchor is None or not 0 < count < LONGEST:
        return Mention(n, last, None, lasting=True)
    if size > 0:
        begin = reader.anchor - timedelta(round(size * count))
    else:
        begin = calendars.shifted(reader.anchor, round(size * count))
    return Mention(n, last, calendars.stretch(begin, reader.anchor), lasting=True)
