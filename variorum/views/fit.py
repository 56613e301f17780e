"""How much room text takes: an estimate good enough to say which margin notes may be open.

The build cannot measure type. It adds up mean widths of character classes in the faces
of the style sheet; all lengths are in rem, as there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, inf

_NARROW = frozenset("ijltfrI.,;:'’‘!|()[] ")
_WIDE = frozenset("mwMW—%@")

TEXT_WIDTH, TEXT_SIZE, TEXT_LINE, TEXT_GAP = 37.0, 1.1875, 1.95, 1.35
"""The text column: width, type size, line height, space between paragraphs."""
_TITLE, _TITLE_LINE = 2.75, 2.9
"""The headline: type size, with what bold type takes more, and line height."""
_HEAD = 17.0
"""What stands about the headline: kicker, byline, strip, tally and the space between them."""
_KICKER = 1.8
"""The line above the headline."""
_NOTE_WIDTH = 19.0
"""The narrower of the two widths of the margin; a wider one leaves air."""
_SMALL, _SMALL_LINE = 0.875, 1.25
_QUOTE, _QUOTE_LINE = 1.0, 1.42
_CLOSED = 3.9
"""A closed note: two lines and its air."""
_GIST_WIDTH = 13.5
"""What is left of the margin beside a closed note's number and the word that opens it."""
_PASSAGE_AIR = 4.2
"""Around one passage: its maker's line, what can be done, and the space above and below."""
_LINE_AIR = 0.5
_PUSH = 24.0
"""How far an open conflict may push the next note below its claim: less than a window."""
SUMMARY = 1.9
"""The line of an open note that says its status."""


def width(text: str, size: float) -> float:
    """Estimated width of a text set in one line."""
    return sum(map(_em, text)) * size


@cache
def _em(c: str) -> float:
    """Estimated width of a character, as a share of the type size."""
    if c in _NARROW:
        return 0.29
    if c in _WIDE:
        return 0.86
    if c.isupper():
        return 0.68
    return 1.0 if ord(c) >= 0x2E80 else 0.5


def lines(text: str, size: float, column: float) -> int:
    """Estimated number of lines; a twentieth of each line is lost to its ragged edge."""
    return max(1, ceil(width(text, size) / (column * 0.95)))


@dataclass(frozen=True, slots=True)
class Slot:
    """A margin note to be placed."""

    top: float
    """Where its claim begins."""
    heights: tuple[float, ...]
    """Its heights when open, from the least it may show to the most."""
    conflict: bool
    """Conflicts are open where there is nearly room."""
    closed: float = _CLOSED
    """Its height when closed."""


def passage_height(source: str, quotation: str, reason: str) -> float:
    """Height of one passage of an open note."""
    small = lines(source, _SMALL, _NOTE_WIDTH) + lines(reason, _SMALL, _NOTE_WIDTH)
    quoted = lines(quotation, _QUOTE, _NOTE_WIDTH) * _QUOTE_LINE
    return small * _SMALL_LINE + quoted + _PASSAGE_AIR


def summary_height(gist: str) -> float:
    """Height of a closed note that shows the whole of these words, else one line of any."""
    further = lines(gist, _SMALL, _GIST_WIDTH) - 1
    return _CLOSED + further * _SMALL_LINE


def line_height(text: str) -> float:
    """Height of what stands under the passages of a note, on lines of its own."""
    return lines(text, _SMALL, _NOTE_WIDTH) * _SMALL_LINE + _LINE_AIR


def text_height(text: str) -> float:
    """Height of a paragraph and the space after it."""
    return lines(text, TEXT_SIZE, TEXT_WIDTH) * TEXT_LINE + TEXT_GAP


def head_height(title: str) -> float:
    """Height of the headline with all that stands above the first paragraph."""
    return lines(title, _TITLE, TEXT_WIDTH) * _TITLE_LINE + _HEAD


def text_offset(text: str, position: int) -> float:
    """How far below the paragraph's top the line with this character stands."""
    return _line_of(text, position, TEXT_SIZE) * TEXT_LINE


def head_offset(title: str, position: int) -> float:
    """How far below the article's top the line of the headline with this character stands."""
    return _KICKER + _line_of(title, position, _TITLE) * _TITLE_LINE


def _line_of(text: str, position: int, size: float) -> int:
    """The line of the text column on which a character stands, from 0."""
    return int(width(text[:position], size) / (TEXT_WIDTH * 0.95))


@dataclass(frozen=True, slots=True)
class Fit:
    """How margin notes come to stand."""

    opened: tuple[int, ...]
    """How far each is open: 0 is closed, 1 the least of its heights."""
    drift: float
    """How far the furthest stands below its claim."""
    end: float
    """Where the last one ends."""


def open_notes(slots: Sequence[Slot]) -> Fit:
    """How far to open each note.

    A note is open as far as it ends before the next note's claim begins. A conflict is open
    too where it pushes the next note a little way down; nothing else may push a note.
    """
    opened: list[int] = []
    bottom = drift = 0.0
    for slot, following in zip(slots, [*slots[1:], None], strict=False):
        top = max(slot.top, bottom)
        room = following.top - top if following else inf
        fits = sum(height <= room for height in slot.heights)
        if slot.conflict and slot.heights[0] <= room + _PUSH:
            fits = max(fits, 1)
        opened.append(fits)
        drift = max(drift, top - slot.top)
        bottom = top + (slot.heights[opened[-1] - 1] if opened[-1] else slot.closed)
    return Fit(tuple(opened), drift, bottom)
