"""What stands before the first sentence of a paragraph and is no part of it."""

from __future__ import annotations

import re

from variorum.model import Role, Span
from variorum.segment.phrases import Lexicon, fold

_DATELINE = re.compile(r"[^().!?\n]{0,60}\(([^()\n]{2,40})\)[ \t]*(?:[-–—]+[ \t]*)?")
_CAPITALS = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ -]{2,40}(?:,[ \t][\w. ]{2,30}){0,2}(?:[ \t]*\([^()\n]{2,40}\))?"
    r"[ \t]+[-–—]+[ \t]+"
)
_CLOCK = re.compile(
    r"\d{1,2}(?::\d\d(?:[ ]?[ap]\.?m\.?)?|\.\d\d[ ]?[ap]\.?m\.?)(?:[ \t]+[A-Z]{2,4})?"
    r"[ \t]+(?=[A-ZÀ-ÖØ-Þ“\"])"
)
"""The time alone before an entry of a live report: "14:32 Police have closed the road"."""
_WORD = re.compile(r"\S+[ \t]*")
_LONGEST = 16
"""Words of the longest date and byline before a repeated headline."""
_MARKS = " .,:;|-–—()"
_YEAR = re.compile(r"(?:19|20)\d\d\W*")
_DATED = 3
"""Words of the shortest full date."""
_REACH = 160
"""Code points within which such a date stands."""


def dateline(text: str, span: Span, words: Lexicon) -> int:
    """Where a paragraph's first sentence begins, past "PARIS (Agency) -" and its like."""
    # Most paragraphs hold no bracket; the pattern looks for one at every place it may stand.
    bracket = text.find("(", span.start, min(span.end, span.start + _REACH)) >= 0
    found = _DATELINE.match(text, span.start, span.end) if bracket else None
    if found and _agency(found.group(1), words):
        return found.end() if found.end() < span.end else span.start
    capitals = _CAPITALS.match(text, span.start, span.end)
    if capitals and capitals.end() < span.end:
        return capitals.end()
    return _past_time(text, span, words)


def _agency(name: str, words: Lexicon) -> bool:
    parts = re.split(r"[/,]", name)
    for join in words.joins:
        parts = [piece for part in parts for piece in part.split(f" {join} ")]
    return any(part.strip(_MARKS) in words.agencies for part in parts)


def furniture(text: str, span: Span, title: str, words: Lexicon) -> tuple[int, Role | None]:
    """Where the article begins in a paragraph, and the role of what stands before it.

    Damaged texts run the headline, or a line with the date, into the first sentence.
    """
    if title:
        at = text.find(title, span.start, min(span.end, span.start + len(title) + 120))
        end = at + len(title)
        if at >= 0 and len(text[span.start : at].split()) <= _LONGEST:
            while end < span.end and text[end] in _MARKS:
                end += 1
            if end < span.end and not text[end].islower():
                return end, "duplicate"
    end = _past_date(text, span, words)
    return (end, "dateline") if end > span.start else (end, None)


def _past_date(text: str, span: Span, words: Lexicon) -> int:
    """Past a full date, and the time after it, that a paragraph runs into its first sentence."""
    end, year = span.start, False
    reach = min(span.end, span.start + _REACH)
    for taken, word in enumerate(_WORD.finditer(text, span.start, reach), 1):
        token = fold(word.group()).strip(_MARKS)
        if token not in words.date_words and token not in words.date_links:
            break
        year = year or (taken >= _DATED and bool(_YEAR.fullmatch(word.group().strip(_MARKS))))
        if year and ("0" in token or word.end() == end):
            end = word.end()
    return end if end < span.end and not text[end].islower() else span.start


def _past_time(text: str, span: Span, words: Lexicon) -> int:
    """Past the time that opens an entry of a live report ("Update at 9:19 a.m. ET.")."""
    reach = min(span.end, span.start + _REACH)
    timed = False
    for word in _WORD.finditer(text, span.start, reach):
        token = fold(word.group()).strip(_MARKS)
        if token not in words.date_words and token not in words.date_links:
            break
        timed = timed or ":" in token
        if timed and word.group().rstrip().endswith((".", ":", "-")) and "." not in token:
            return word.end() if word.end() < span.end else span.start
    clock = _CLOCK.match(text, span.start, span.end)
    return clock.end() if clock and clock.end() < span.end else span.start
