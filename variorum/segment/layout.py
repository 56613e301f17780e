"""Raw text -> the rows of its page: what stands on each line and how it is set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from variorum.model import Role

_LINE = re.compile(r"\r\n|\r|\n")
_BULLET = re.compile(r"(?:[*+•·▪●◦‣○■□–-]|[oO](?=\s))(?:[\s\u200b]+|$)")
_LINK_MARK = re.compile(r"\[\d{1,3}\]")
_INVISIBLE = re.compile("[\x00\u00ad\u200b-\u200d\u2060\ufeff]")
_TAB = 4
"""Columns a tab is worth."""
_NARROW, _WIDE = 40, 130
"""Widths in code points at which texts are wrapped by hand or by mail programs."""
_ENDS = (".", "!", "?", "…", ":", ";", "。")
_CLOSERS = " \"”’'»)]}"


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or a paragraph of a Document, that is not blank."""

    number: int
    """Line of the capture from 1, or place among the paragraphs from 0."""
    last: int
    """The last line it takes up; greater than ``number`` where a sentence was broken hard."""
    text: str
    """Its words, without margins, list marks, link marks and invisible characters."""
    indent: int = 0
    """Columns before its first character."""
    bullet: bool = False
    """Whether it opens with a list mark."""
    gap: bool = True
    """Whether a blank line stands before it."""
    hint: Role | None = None
    """The role its markup gives it, where there is markup."""


def physical(raw: str) -> list[str]:
    """The lines of a text as an editor counts them, without their line ends."""
    return _LINE.split(raw)


def row(text: str, number: int, *, gap: bool = True, hint: Role | None = None) -> Row | None:
    """The row of one line; None when it holds nothing that can be read."""
    plain = text.isascii() and "\0" not in text
    seen = text if plain else _INVISIBLE.sub("", text).replace("\u00a0", " ")
    words = seen.strip()
    margin = seen[: len(seen) - len(seen.lstrip())]
    indent = len(margin) + (_TAB - 1) * margin.count("\t")
    bullet = _BULLET.match(words)
    if bullet:
        words = words[bullet.end() :].lstrip()
    if "[" in words:
        words = _LINK_MARK.sub("", words).strip()
    return Row(number, number, words, indent, bool(bullet), gap, hint) if words else None


def rows(raw: str) -> list[Row]:
    """The rows of a plain text capture, with hard-broken lines joined."""
    found: list[Row] = []
    gap = True
    for number, text in enumerate(physical(raw), 1):
        one = row(text, number, gap=gap)
        if one:
            found.append(one)
        gap = not text.strip()
    return joined(found)


def joined(rows: Sequence[Row]) -> list[Row]:
    """The rows with the lines of one paragraph made one."""
    width = _width(rows)
    found: list[Row] = []
    parts: list[str] = []
    for n, one in enumerate(rows):
        if parts and _continues(rows[n - 1], one, width):
            parts.append(one.text)
            continue
        if len(parts) > 1:
            found[-1] = _merged(found[-1], parts, rows[n - 1].last)
        found.append(one)
        parts = [one.text]
    if len(parts) > 1:
        found[-1] = _merged(found[-1], parts, rows[-1].last)
    return found


def _merged(first: Row, parts: Sequence[str], last: int) -> Row:
    return replace(first, text=" ".join(parts), last=last)


def _width(rows: Sequence[Row]) -> int:
    """The width a text was wrapped at; 0 when it was not."""
    pairs = [pair for pair in pairwise(rows) if _beside(*pair)]
    width = max((len(row.text) for pair in pairs for row in pair), default=0)
    if not _NARROW <= width <= _WIDE:
        return 0
    broken = sum(_full(one, below, width) and not _ended(one) for one, below in pairs)
    return width if broken >= 3 and 2 * broken >= len(pairs) else 0


def _ended(one: Row) -> bool:
    return one.text.rstrip(_CLOSERS).endswith(_ENDS)


def _beside(one: Row, below: Row) -> bool:
    """Whether a row stands right under another and belongs to the same column."""
    hanging = one.bullet and below.indent >= one.indent
    same = below.indent == one.indent or hanging
    return same and not below.gap and not below.bullet and not (one.hint or below.hint)


def _full(one: Row, below: Row, width: int) -> bool:
    """Whether the first word below would not have fitted on the row."""
    return len(one.text) + 1 + len(below.text.split(None, 1)[0]) > width


def _continues(one: Row, below: Row, width: int) -> bool:
    if not _beside(one, below):
        return False
    if width and _full(one, below, width):
        return True
    if not below.text[:1].islower() or len(one.text) < _NARROW:
        return False
    words = one.text.split()
    title = 2 * sum(word[0].isupper() for word in words) > len(words)
    return not title and not _ended(one)
