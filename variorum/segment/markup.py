"""An HTML capture -> the rows of its text, with the roles its elements give."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

from variorum.model import Role
from variorum.segment import layout
from variorum.segment.layout import Row

_HTML = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_HEAD = 2000
"""Code points within which an HTML file shows that it is one."""
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "select", "textarea"}
)
"""Elements whose text nobody reads as part of the page."""
_ROLES: dict[str, Role] = {
    "nav": "menu",
    "footer": "menu",
    "aside": "teaser",
    "button": "prompt",
    "dialog": "prompt",
    "figure": "caption",
    "h1": "headline",
}
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|"
    "sub|sup|time|u|var|wbr"
)
_PROPERTIES = ("property", "name", "itemprop")


def is_html(raw: str) -> bool:
    """Whether a capture is an HTML file."""
    return bool(_HTML.search(raw, 0, _HEAD))


def rows(raw: str) -> list[Row]:
    """The text of an HTML capture, a row for each of its blocks, in order."""
    return _read(raw).rows


def properties(raw: str) -> dict[str, str]:
    """What the page says of itself: its meta elements by their small-letter names,
    ``canonical`` (its address) and ``lang``; the first of each counts."""
    return _read(raw).properties


def _read(raw: str) -> _Reader:
    reader = _Reader()
    reader.feed(raw)
    reader.close()
    reader.end_row()
    return reader


class _Reader(HTMLParser):
    """Collects the text between block elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self.properties: dict[str, str] = {}
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()
        self._silent = 0
        self._words: list[str] = []
        self._line = 0
        self._item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not _INLINE.fullmatch(tag):
            self.end_row()
        self._item = self._item or tag == "li"
        if tag in _SILENT or tag in _ROLES:
            self._open.append(tag)
            self._counts[tag] += 1
            self._silent += tag in _SILENT
        elif tag in ("meta", "link", "html"):
            self._note(tag, {name: value or "" for name, value in attrs})

    def _note(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "html":
            self.properties.setdefault("lang", attrs.get("lang", ""))
        elif tag == "link" and attrs.get("rel") == "canonical":
            self.properties.setdefault("canonical", attrs.get("href", ""))
        elif tag == "meta":
            name = next((attrs[key] for key in _PROPERTIES if attrs.get(key)), "")
            if name and attrs.get("content"):
                self.properties.setdefault(name.lower(), attrs["content"].strip())

    def handle_endtag(self, tag: str) -> None:
        if not _INLINE.fullmatch(tag):
            self.end_row()
        if not self._counts[tag]:
            return
        closed = ""
        while closed != tag:
            closed = self._open.pop()
            self._counts[closed] -= 1
            self._silent -= closed in _SILENT

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if not self._words and data.strip():
            before = len(data) - len(data.lstrip())
            self._line = self.getpos()[0] + data.count("\n", 0, before)
        if self._words or data.strip():
            self._words.append(data)

    def end_row(self) -> None:
        """Close the row of the block that ends or begins here."""
        words = " ".join("".join(self._words).split())
        self._words.clear()
        hint = next((_ROLES[tag] for tag in self._open if tag in _ROLES), None)
        row = layout.row(f"• {words}" if self._item else words, self._line, hint=hint)
        if words and row:
            self.rows.append(row)
            self._item = False
