"""Paragraph -> sentences, by looking once at every mark that can end one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from variorum.languages import Pack
from variorum.languages.typography import typography
from variorum.model import Span

_MARK = re.compile(r"[.!?…。！？]+")
_CLOSERS = "\"”’'»)]}"
_OPENERS = "\"“‘'«([{¿¡„"
_IGNORED = " \t\r\n\v\f\x00\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"
_UNSEEN, _GAP = frozenset(_IGNORED), re.compile(f"[{_IGNORED}]")
_SPACES = " \u00a0\u202f"
_WITHIN = ",;:.…!?)]}%/"
_FINAL = (".", "!", "?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LEAD = re.compile(r"(?:[-–—•·▪●◦*+>|]+[\s\u200b]+)+")
_WORD = 40
"""No abbreviation, and no word worth looking at, is longer (code points)."""
LONGEST = 2000
"""Code points of a sentence; what goes on longer without an end is cut at a pause, so that
reading one, which may compare its parts with each other, costs no more than a bound."""
_PAUSE = re.compile(r"[,;:、，؛،]?\s")
_OPENING = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\w+[./@]\w")


@dataclass(frozen=True, slots=True)
class _Lists:
    never: frozenset[str]
    before_opener: frozenset[str]
    before_digit: frozenset[str]
    openers: frozenset[str]
    spaced: str
    """Closing marks before which a space may stand."""


@cache
def _lists(pack: Pack | None) -> _Lists:
    if pack is None:
        return _Lists(frozenset(), frozenset(), frozenset(), frozenset(), "")
    rows = pack.lines("abbreviations")
    return _Lists(
        frozenset(row for row in rows if row[0] not in "+="),
        frozenset(row[1:] for row in rows if row[0] == "+"),
        frozenset(row[1:] for row in rows if row[0] == "="),
        frozenset(pack.lines("openers")),
        typography(pack.code).closers,
    )


class _Mark(NamedTuple):
    """One or more marks that may end a sentence, and what stands around them."""

    marks: str
    before: str
    """The unspaced characters before it, without opening marks; at most _WORD of them."""
    first: bool
    """Whether ``before`` is the first thing in its sentence."""
    alone: bool
    """Whether white space stands before it, with no end of a sentence before that."""
    closed: bool
    """Whether closing marks follow it."""
    spaced: bool
    """Whether white space follows it and its closing marks."""
    after: str
    """What follows, from the next character that can be seen; at most _WORD code points."""


def split(text: str, start: int, end: int, pack: Pack | None) -> tuple[Span, ...]:
    """The sentences of ``text[start:end]`` in order, without the white space between them.

    Closing quotation marks and brackets belong to the sentence they close; list marks and
    dashes before its first word do not. Without a pack no abbreviation is known.
    """
    lists = _lists(pack)
    found: list[Span] = []
    begin, counted, quotes = start, start, 0
    for match in _MARK.finditer(text, start, end):
        if match.end() <= begin:
            continue
        quotes += text.count('"', counted, match.end())
        counted = match.end()
        stop = _past_closers(text, match.end(), end, quotes % 2 == 1, lists.spaced)
        mark = _look(text, match, begin, stop, end)
        if mark.after and _ends(mark, lists):
            _add(found, text, begin, stop)
            begin = stop
    _add(found, text, begin, end)
    return tuple(found)


def _look(text: str, match: re.Match[str], begin: int, stop: int, end: int) -> _Mark:
    at = match.start()
    floor = max(begin, at - _WORD)
    # Nearly always a space parts words; only then need nothing else be looked for.
    word = text[floor:at].rpartition(" ")[2]
    if not _UNSEEN.isdisjoint(word):
        word = _GAP.split(word)[-1]
    start = at - len(word)
    earlier = text[floor:start].rstrip(_IGNORED)
    following = _visible(text, stop, end)
    return _Mark(
        match.group(),
        word.lstrip(_OPENERS),
        floor == begin and not earlier.strip(_IGNORED + _OPENERS),
        start == at and not earlier.endswith(_FINAL),
        stop > match.end(),
        following > stop,
        text[following : min(end, following + _WORD)],
    )


def _past_closers(text: str, at: int, end: int, inside: bool, spaced: str) -> int:
    if spaced and at + 1 < end and text[at] in _SPACES and text[at + 1] in spaced:
        at += 2
    while at < end and text[at] in _CLOSERS:
        if text[at] == '"' and not inside and text[at + 1 : at + 2].isalnum():
            break  # It opens the next quotation; the space before it was lost.
        at += 1
    return at


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while end > start and text[end - 1] in _IGNORED:
        end -= 1
    if lead := _LEAD.match(text, _visible(text, start, end), end):
        start = lead.end()
    while (start := _visible(text, start, end)) < end:
        stop = end if end - start <= LONGEST else _pause(text, start)
        if any(map(str.isalnum, text[start:stop])):
            found.append(Span(start, stop))
        start = stop


def _visible(text: str, at: int, end: int) -> int:
    """The first place from ``at`` on where something can be seen."""
    while at < end and text[at] in _IGNORED:
        at += 1
    return at


def _pause(text: str, start: int) -> int:
    """Where an overlong sentence is cut: behind its last pause, else its last word, in reach."""
    reach = range(start + LONGEST // 2, start + LONGEST)
    found = list(_PAUSE.finditer(text, reach.start, reach.stop))
    best = [match for match in found if len(match.group()) > 1] or found
    return best[-1].end() - 1 if best else reach.stop


def _ends(mark: _Mark, lists: _Lists) -> bool:
    """Whether a mark that something follows ends its sentence."""
    if mark.marks[-1] in "。！？":
        return True
    if not mark.spaced:
        return _ends_unspaced(mark)
    if mark.after[0].islower() or mark.after[0] in _WITHIN:
        return False
    if mark.marks[-1] == "…" or mark.marks.startswith(".."):
        # An ellipsis that stands alone replaces words in the middle of a sentence.
        return not mark.alone
    return mark.marks != "." or mark.closed or _ends_after_stop(mark, lists)


def _ends_unspaced(mark: _Mark) -> bool:
    """Whether a sentence ends where the space after its mark was lost ("war.He said")."""
    before, after = mark.before, mark.after.lstrip(_OPENERS)
    if len(mark.marks) > 3 or len(before) < 3 or any(one in before for one in "./@:_"):
        return False
    opens = after[:1].isupper() and (after[1:2].islower() or after[1:2] in _IGNORED)
    closed = before[-1].islower() or before[-1].isdigit() or before[-1] in _CLOSERS
    return opens and closed and not _ADDRESS.match(after)


def _ends_after_stop(mark: _Mark, lists: _Lists) -> bool:
    """Whether a single full stop ends the sentence."""
    before, after = mark.before, mark.after
    if before in lists.never or (mark.first and before.isdigit()):
        return False  # "1. First" opens a list item.
    if before in lists.before_digit:
        return not after[0].isdigit()
    initial = len(before) == 1 and before.isupper()
    if initial or before in lists.before_opener or _DOTTED.fullmatch(before):
        word = _OPENING.match(after)
        known = word and word.group() in lists.openers and after[word.end() : word.end() + 1] != "."
        return after[0] in _OPENERS or bool(known)
    return True
