"""Paragraphs -> the sentences worth looking at, as tokens, each quotation one token."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.model import Paragraph, Span

QUOTE = '"'
"""The token that stands for a whole quotation."""
_TOKEN = re.compile(r"[^\W_]+(?:['’.&\-][^\W_]+)*|[^\w\s]")
_MARK = re.compile("[\"“”„«»]|''|``|(?<![^\\s(\\[—–-])['‘](?=\\w)|(?<=[\\w.,!?…])['’](?!\\w)")
_OPENING, _CLOSING = "“„«``", "”»''"
_STEADY_SINGLE = ".,!?…"
"""A single closing mark counts only after one of these: elsewhere it may be an apostrophe."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article as parallel rows of tokens."""

    span: Span
    low: tuple[str, ...]
    """Each token in lower case; a quotation is ``QUOTE``."""
    start: tuple[int, ...]
    end: tuple[int, ...]
    upper: tuple[bool, ...]
    """Whether it begins with a capital."""
    paragraph: int
    """Place of its paragraph."""


def quotations(text: str, span: Span) -> tuple[Span, ...]:
    """The quotations of a paragraph with their marks; an unclosed one runs to its end."""
    found: list[Span] = []
    opened, single = -1, False
    for mark in _MARK.finditer(text, span.start, span.end):
        sign, at = mark.group(), mark.start()
        is_single = sign in ("'", "‘", "’")
        if opened < 0:
            if is_single and not (sign == "‘" or _opens(text, at, span)) or sign in _CLOSING:
                continue
            if not is_single or sign in "'‘" and _opens(text, at, span):
                opened, single = at, is_single
        elif is_single == single and at > opened:
            if single and (
                sign == "‘" or text[at - 1] not in _STEADY_SINGLE and _goes_on(text, at)
            ):
                continue
            if sign in _OPENING and not single:
                found.append(Span(opened, at))
                opened = at
                continue
            found.append(Span(opened, mark.end()))
            opened = -1
    if opened >= 0 and not single:
        found.append(Span(opened, span.end))
    return tuple(found)


def _opens(text: str, at: int, span: Span) -> bool:
    return at == span.start or not text[at - 1].isalnum()


def _goes_on(text: str, at: int) -> bool:
    """Whether a lone mark after a letter may be an apostrophe: "the boys' room"."""
    return text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()


def tokens(text: str, span: Span, quotes: tuple[Span, ...], paragraph: int) -> Sentence:
    """A sentence as tokens, quotations folded into one each."""
    low: list[str] = []
    start: list[int] = []
    end: list[int] = []
    upper: list[bool] = []
    at = span.start
    for quote in (*quotes, Span(span.end, span.end)):
        begin, stop = max(quote.start, span.start), min(quote.end, span.end)
        if begin > span.end or stop < at:
            continue
        for match in _TOKEN.finditer(text, at, begin):
            word = match.group()
            if word == "." and match.end() < span.end - 1:
                continue
            low.append(word.lower())
            start.append(match.start())
            end.append(match.end())
            upper.append(word[0].isupper())
        if stop > begin:
            low.append(QUOTE)
            start.append(begin)
            end.append(stop)
            upper.append(False)
        at = max(at, stop)
    return Sentence(span, tuple(low), tuple(start), tuple(end), tuple(upper), paragraph)


def of(
    text: str, paragraphs: list[tuple[int, Paragraph]], triggers: frozenset[str]
) -> list[Sentence]:
    """Every sentence that holds a trigger or touches a quotation, in order."""
    found = []
    for number, paragraph in paragraphs:
        quotes = quotations(text, paragraph.span)
        for span in paragraph.sentences:
            near = tuple(q for q in quotes if q.overlaps(span))
            found.append(tokens(text, span, near, number))
    return found
