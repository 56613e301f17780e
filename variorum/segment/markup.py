"""An HTML capture -> the rows of its text, with the roles its elements give."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from variorum.model import Role
from variorum.segment import layout
from variorum.segment.layout import Row

_HTML = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_HEAD = 2000
"""Code points within which an HTML file shows that it is one."""
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "select", "option"})
"""Elements whose text nobody reads."""
_ROLES: dict[str, Role] = {
    "nav": "menu",
    "footer": "menu",
    "aside": "teaser",
    "form": "prompt",
    "button": "prompt",
    "dialog": "prompt",
    "figcaption": "caption",
    "figure": "caption",
}
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|"
    "sub|sup|time|u|var|wbr"
)
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")


def is_html(raw: str) -> bool:
    """Whether a capture is an HTML file."""
    return bool(_HTML.search(raw, 0, _HEAD))


def rows(raw: str) -> list[Row]:
    """The text of an HTML capture, a row for each of its blocks, in order."""
    reader = _Reader()
    reader.feed(raw)
    reader.close()
    reader.end_row()
    return reader.rows


class _Reader(HTMLParser):
    """Collects the text between block elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.line = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if not _INLINE.fullmatch(tag):
            self.end_row()
        if not _VOID.fullmatch(tag):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not _INLINE.fullmatch(tag):
            self.end_row()
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not _SILENT.isdisjoint(self.open):
            return
        if not self.words and data.strip():
            before = len(data) - len(data.lstrip())
            self.line = self.getpos()[0] + data.count("\n", 0, before)
        if self.words or data.strip():
            self.words.append(data)

    def end_row(self) -> None:
        """Close the row of the block that ends or begins here."""
        words = " ".join("".join(self.words).split())
        self.words.clear()
        hint = next((_ROLES[tag] for tag in self.open if tag in _ROLES), None)
        row = layout.row(words, self.line, hint=hint)
        if row:
            self.rows.append(row)
