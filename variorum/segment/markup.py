"""An HTML capture -> the rows of its text, with the roles its elements give.

A scanner of our own, because the standard library's parser takes quadratic time on broken
markup and gives up on some of it: here a tag never reaches past the next "<".
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from variorum.model import Role
from variorum.segment import layout
from variorum.segment.layout import Row

_HTML = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_HEAD = 2000
"""Code points within which an HTML file shows that it is one."""
_TAG = re.compile(
    r"""<(/?)([A-Za-z][^\s<>/]*+)((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+[^<>]*+)(?:>|(?=<)|$)"""
)
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
_RAW = frozenset({"script", "style", "textarea", "title"})
"""Elements whose content is no markup."""
_SILENT = frozenset({"noscript", "template", "svg", "head", "select"})
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
_NAMES = ("property", "name", "itemprop")


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
    at = 0
    while at < len(raw):
        opening = raw.find("<", at)
        opening = len(raw) if opening < 0 else opening
        reader.text(raw, at, opening)
        at = _past_markup(reader, raw, opening)
    reader.end_row()
    return reader


def _past_markup(reader: _Reader, raw: str, at: int) -> int:
    """Read what begins with the "<" at ``at``; where the next text begins."""
    if raw.startswith("<!--", at):
        end = raw.find("-->", at)
        return len(raw) if end < 0 else end + 3
    if raw.startswith(("<!", "<?"), at):
        end = raw.find(">", at)
        return len(raw) if end < 0 else end + 1
    tag = _TAG.match(raw, at)
    if tag is None:
        reader.text(raw, at, at + 1)
        return at + 1
    name = tag.group(2).lower()
    if tag.group(1):
        reader.end(name)
    elif name in _RAW:
        closing = re.compile(f"</{name}", re.IGNORECASE).search(raw, tag.end())
        return closing.start() if closing else len(raw)
    else:
        reader.begin(name, tag.group(3))
    return tag.end()


class _Reader:
    """Collects the text between block elements."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.properties: dict[str, str] = {}
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()
        self._silent = 0
        self._words: list[str] = []
        self._line, self._counted, self._began = 1, 0, 1
        self._item = False

    def begin(self, name: str, attributes: str) -> None:
        """An opening tag."""
        if not _INLINE.fullmatch(name):
            self.end_row()
        self._item = self._item or name == "li"
        if name in _SILENT or name in _ROLES:
            self._open.append(name)
            self._counts[name] += 1
            self._silent += name in _SILENT
        elif name in ("meta", "link", "html"):
            found = _ATTRIBUTE.findall(attributes)
            self._note(name, {key.lower(): unescape(a or b or c) for key, a, b, c in found})

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "html":
            self.properties.setdefault("lang", attributes.get("lang", ""))
        elif tag == "link" and attributes.get("rel") == "canonical":
            self.properties.setdefault("canonical", attributes.get("href", ""))
        elif tag == "meta":
            name = next((attributes[key] for key in _NAMES if attributes.get(key)), "")
            if name and attributes.get("content"):
                self.properties.setdefault(name.lower(), attributes["content"].strip())

    def end(self, name: str) -> None:
        """A closing tag."""
        if not _INLINE.fullmatch(name):
            self.end_row()
        if not self._counts[name]:
            return
        closed = ""
        while closed != name:
            closed = self._open.pop()
            self._counts[closed] -= 1
            self._silent -= closed in _SILENT

    def text(self, raw: str, start: int, end: int) -> None:
        """The text ``raw[start:end]``, which holds no markup."""
        words = "" if self._silent else unescape(raw[start:end])
        if words and not self._words and (inner := words.strip()):
            before = raw.find(inner[0], start, end)
            self._line += raw.count("\n", self._counted, max(before, start))
            self._counted = max(before, start)
            self._began = self._line
        if words and (self._words or words.strip()):
            self._words.append(words)

    def end_row(self) -> None:
        """Close the row of the block that ends or begins here."""
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if not words:
            return
        hint = next((_ROLES[tag] for tag in self._open if tag in _ROLES), None)
        row = layout.row(f"• {words}" if self._item else words, self._began, hint=hint)
        if row:
            self.rows.append(row)
        self._item = False
