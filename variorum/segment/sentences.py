"""Paragraph -> sentences, by looking once at every mark that can end one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from variorum.languages import Pack
from variorum.model import Span

_MARK = re.compile(r"[.!?…。！？]+")
_CLOSERS = "\"”’'»)]}"
_OPENERS = "\"“‘'«([{¿¡„"
_IGNORED = " \t\r\n\v\f\x00\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LEAD = re.compile(r"(?:[-–—•·▪●◦*+>|]+[\s\u200b]+)+")
_WORD = 40
"""No abbreviation, and no word worth looking at, is longer (code points)."""
_OPENING = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\w+[./@]\w")


@dataclass(frozen=True, slots=True)
class _Lists:
    never: frozenset[str]
    before_opener: frozenset[str]
    before_digit: frozenset[str]
    openers: frozenset[str]


@cache
def _lists(pack: Pack | None) -> _Lists:
    if pack is None:
        return _Lists(frozenset(), frozenset(), frozenset(), frozenset())
    rows = pack.lines("abbreviations")
    return _Lists(
        frozenset(row for row in rows if row[0] not in "+="),
        frozenset(row[1:] for row in rows if row[0] == "+"),
        frozenset(row[1:] for row in rows if row[0] == "="),
        frozenset(pack.lines("openers")),
    )


def split(text: str, start: int, end: int, pack: Pack | None) -> tuple[Span, ...]:
    """The sentences of ``text[start:end]`` in order, without the white space between them.

    Closing quotation marks and brackets belong to the sentence they close; list marks and
    dashes before its first word do not. Without a pack no abbreviation is known.
    """
    lists = _lists(pack)
    found: list[Span] = []
    begin, counted, quotes = start, start, 0
    for mark in _MARK.finditer(text, start, end):
        if mark.end() < begin:
            continue
        quotes += text.count('"', counted, mark.end())
        counted = mark.end()
        stop = _past_closers(text, mark.end(), end, quotes % 2 == 1)
        if stop < end and _ends(text, mark, stop, begin, end, lists):
            _add(found, text, begin, stop)
            begin = stop
    _add(found, text, begin, end)
    return tuple(found)


def _past_closers(text: str, at: int, end: int, inside: bool) -> int:
    while at < end and text[at] in _CLOSERS:
        if text[at] == '"' and not inside and text[at + 1 : at + 2].isalnum():
            break  # It opens the next quotation; the space before it was lost.
        at += 1
    return at


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while end > start and text[end - 1] in _IGNORED:
        end -= 1
    while start < end and text[start] in _IGNORED:
        start += 1
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    if any(character.isalnum() for character in text[start:end]):
        found.append(Span(start, end))


def _ends(text: str, mark: re.Match[str], stop: int, begin: int, end: int, lists: _Lists) -> bool:
    """Whether the mark, with its closers up to ``stop``, ends a sentence begun at ``begin``."""
    following = stop
    while following < end and text[following] in _IGNORED:
        following += 1
    if following == end:
        return False
    marks, after = mark.group(), text[following]
    if marks[-1] in "。！？":
        return True
    before = _token(text, begin, mark.start())
    if following == stop:
        return _ends_unspaced(text, marks, before, following, end)
    if after.islower() or after in ",;:.…!?)]}%/":
        return False
    if marks[-1] == "…" or marks.startswith(".."):
        # An ellipsis that stands alone replaces words in the middle of a sentence,
        # unless a full stop came before it.
        earlier = text[max(begin, mark.start() - _WORD) : mark.start()].rstrip(_IGNORED)
        return bool(before) or earlier[-1:] in (".", "!", "?")
    if marks != "." or stop > mark.end():
        return True
    first = begin + _WORD > mark.start() and not text[begin : mark.start() - len(before)].strip(
        _IGNORED + _OPENERS
    )
    if first and before.isdigit():
        return False  # "1. First" opens a list item.
    return _ends_after(before, text, following, end, lists)


def _token(text: str, begin: int, at: int) -> str:
    """The unspaced characters before ``at``, without opening marks; bounded."""
    floor = max(begin, at - _WORD)
    start = at
    while start > floor and text[start - 1] not in _IGNORED:
        start -= 1
    return text[start:at].lstrip(_OPENERS)


def _ends_unspaced(text: str, marks: str, before: str, at: int, end: int) -> bool:
    """Whether a sentence ends where the space after its mark was lost ("war.He said")."""
    if len(marks) > 3 or len(before) < 3 or any(mark in before for mark in "./@:_"):
        return False
    if _ADDRESS.match(text, at, min(end, at + _WORD)):
        return False
    tail = text[at : min(end, at + 3)].lstrip(_OPENERS)
    opens = tail[:1].isupper() and (tail[1:2].islower() or tail[1:2] in _IGNORED)
    return opens and (before[-1].islower() or before[-1].isdigit() or before[-1] in _CLOSERS)


def _ends_after(before: str, text: str, following: int, end: int, lists: _Lists) -> bool:
    """Whether a single full stop after the token ``before`` ends the sentence."""
    after = text[following]
    opening = _OPENING.match(text, following, min(end, following + _WORD))
    opens = after in _OPENERS or bool(
        opening
        and opening.group() in lists.openers
        and text[opening.end() : opening.end() + 1] != "."
    )
    if before in lists.never:
        return False
    if before in lists.before_digit:
        return not after.isdigit()
    initial = len(before) == 1 and before.isupper()
    if initial or before in lists.before_opener or _DOTTED.fullmatch(before):
        return opens
    return True
