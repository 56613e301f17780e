"""Markdown -> an article's text and its blocks; the only user of markdown-it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

from variorum.model import Block, Run, Span
from variorum.problems import Problem

MAX_NESTING = 20
"""Levels of quotations and lists; markdown-it drops what lies deeper, so deeper is an error."""

SCHEMES = frozenset({"http", "https", "mailto"})
"""Where a link may lead, beside places within the site."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):", re.ASCII)
_LINE_LIKE = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
"""Characters that some readers take for the end of a line."""

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False, "maxNesting": MAX_NESTING})
# Links are judged below, where the fault can be told with its line.
_MARKDOWN.validateLink = lambda _url: True  # type: ignore[method-assign,assignment]

_SPACES = re.compile(" {2,}")
_STYLES = {"em_open": "em", "strong_open": "strong", "link_open": "a"}

_Piece = tuple[str, tuple[str, ...], str]
"""Words, their styles, and where they link."""


def parse(
    markdown: str, path: str, first_line: int, before: str
) -> tuple[str, tuple[Block, ...], tuple[Problem, ...]]:
    """The whole text, its blocks, and what could not be kept.

    ``before`` is the text that precedes the body; ``first_line`` is the number of the
    body's first line within the file at ``path``. A break within a paragraph becomes a
    space; images are left out with a note.
    """
    writer = _Writer(path, first_line, before)
    for token in _MARKDOWN.parse(markdown):
        writer.take(token)
    return "".join(writer.text).rstrip("\n"), tuple(writer.blocks), tuple(writer.problems)


class _Writer:
    """Lays the words of the tokens one after the other and notes where each block stands."""

    __slots__ = (
        "blocks",
        "containers",
        "first_line",
        "length",
        "level",
        "numbers",
        "path",
        "problems",
        "text",
    )

    def __init__(self, path: str, first_line: int, before: str) -> None:
        self.path = path
        self.first_line = first_line
        self.text = [before]
        self.length = len(before)
        self.blocks: list[Block] = []
        self.containers: list[str] = []
        self.numbers = 0
        self.level = 0
        self.problems: list[Problem] = []

    def take(self, token: Token) -> None:
        """Take the next block token."""
        line = self.first_line + token.map[0] if token.map else 0
        if token.level >= MAX_NESTING - 1:
            self._tell(line, "quotations or lists too deep to be read", "Flatten them", "error")
        match token.type:
            case "blockquote_open" | "bullet_list_open" | "ordered_list_open" | "list_item_open":
                self.numbers += 1
                self.containers.append(f"{token.tag}:{self.numbers}")
            case "blockquote_close" | "bullet_list_close" | "ordered_list_close":
                self.containers.pop()
            case "list_item_close":
                self.containers.pop()
            case "heading_open":
                self.level = int(token.tag[1:])
            case "heading_close":
                self.level = 0
            case "inline":
                self._inline(token, line)
            case "code_block" | "fence":
                self._block("code", [(token.content.strip("\n"), ("code",), "")], line)
            case "hr":
                at = Span(self.length, self.length)
                self.blocks.append(Block("rule", at, (), tuple(self.containers), line=line))

    def _inline(self, token: Token, line: int) -> None:
        open_styles: list[tuple[str, str]] = []
        pieces = []
        for child in token.children or ():
            if child.type in _STYLES:
                open_styles.append((_STYLES[child.type], self._href(child, line)))
            elif child.type.endswith("_close"):
                open_styles.pop()
            elif child.type == "image":
                fault = "an image is left out: articles hold words only"
                self._tell(line, fault, "Remove it from the text", "note")
            else:
                words = " " if child.type in ("softbreak", "hardbreak") else child.content
                code = ("code",) if child.type == "code_inline" else ()
                shown = [(style, href) for style, href in open_styles if style != "a" or href]
                styles = tuple(dict.fromkeys(style for style, _ in shown)) + code
                href = next((href for style, href in reversed(shown) if style == "a"), "")
                pieces.append((words.translate(_LINE_LIKE), styles, href))
        self._block("heading" if self.level else "paragraph", pieces, line)

    def _href(self, token: Token, line: int) -> str:
        if token.type != "link_open":
            return ""
        href = str(token.attrGet("href") or "")
        scheme = _SCHEME.match(href)
        elsewhere = scheme.group(1).lower() not in SCHEMES if scheme else href.startswith("/")
        if not elsewhere:
            return href
        fault = f'a link to "{href}" is left out, its words kept'
        remedy = "Link to an http, https or mailto address, or to a place relative to the page"
        self._tell(line, fault, remedy, "warning")
        return ""

    def _block(self, kind: str, pieces: Sequence[_Piece], line: int) -> None:
        start = self.length
        runs = []
        for (styles, href), same in groupby(_tidied(pieces), key=lambda piece: piece[1:]):
            words = "".join(piece[0] for piece in same)
            runs.append(Run(Span(self.length, self.length + len(words)), styles, href))
            self.text.append(words)
            self.length += len(words)
        if not runs:
            return
        level = self.level if kind == "heading" else 0
        span = Span(start, self.length)
        self.blocks.append(
            Block(kind, span, tuple(runs), tuple(self.containers), level, line)  # type: ignore[arg-type]
        )
        self.text.append("\n\n")
        self.length += 2

    def _tell(self, line: int, fault: str, remedy: str, level: str) -> None:
        self.problems.append(Problem(self.path, line, fault, remedy, level))  # type: ignore[arg-type]


def _tidied(pieces: Sequence[_Piece]) -> list[_Piece]:
    """The pieces with single spaces between words and none at either end."""
    kept: list[_Piece] = []
    for words, styles, href in pieces:
        single = words if "code" in styles else _SPACES.sub(" ", words)
        if not kept or kept[-1][0].endswith(" "):
            single = single.lstrip(" ")
        if single:
            kept.append((single, styles, href))
    while kept and not kept[-1][0].rstrip():
        del kept[-1]
    if kept:
        kept[-1] = (kept[-1][0].rstrip(), *kept[-1][1:])
    return kept
