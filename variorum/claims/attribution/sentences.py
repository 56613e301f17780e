"""Paragraphs -> quotations, and sentences as tokens with each quotation as one token."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from variorum.claims.attribution.lexicon import Lexicon
from variorum.claims.attribution.tokens import Rows, Tokens
from variorum.model import Span

LONGEST = 160
"""Tokens of the longest sentence that is read as one; longer ones are no prose."""
QUOTE = '"'
"""The token that stands for a whole quotation."""
DASHES = frozenset("—–-")
BREAKS = DASHES | {","}
"""Marks that set a cue off from what is said."""
FULL_STOPS = frozenset(".!?…;")
SHOUTS = frozenset("!?…,")
"""Marks inside a quotation that may part it from who said it."""
STOPS = frozenset(",:()[]" + QUOTE) | DASHES | FULL_STOPS
"""Tokens that no noun phrase crosses."""
_DOUBLE = re.compile(r"[\"“”„«»]|''|``")
_SINGLE = re.compile("['‘’]")
_OPENING, _CLOSING = frozenset(("“", "„", "«", "``")), frozenset(("”", "»"))


@dataclass(slots=True)
class Sentence:
    """One sentence of an article as parallel rows of tokens."""

    span: Span
    low: tuple[str, ...]
    """Each token in lower case with straight apostrophes; a quotation is ``QUOTE``."""
    start: list[int]
    end: list[int]
    upper: list[bool]
    """Whether it begins with a capital."""
    stop: int
    """How many tokens stand before the final full stop."""
    lex: Lexicon
    names: frozenset[int]
    """Offsets at which printed names begin and end."""
    headline: bool = False
    opened: tuple[int, int] | None = None
    """The tokens of the noun phrase that opens it, once they are read."""

    def span_of(self, begin: int, end: int) -> Span:
        """Where tokens ``begin`` up to ``end`` (exclusive) stand in the text."""
        return Span(self.start[begin], self.end[end - 1])


def quotations(text: str, span: Span) -> tuple[Span, ...]:
    """The quotations of a paragraph with their marks; an unclosed one runs to its end.

    Single marks count only in a paragraph without double ones, as in British print.
    """
    double = _paired(text, span)
    return double or _paired_single(text, span)


def _paired(text: str, span: Span) -> tuple[Span, ...]:
    found: list[Span] = []
    opened = -1
    for mark in _DOUBLE.finditer(text, span.start, span.end):
        sign, at = mark.group(), mark.start()
        if opened < 0:
            if sign not in _CLOSING or at == span.start or text[at - 1].isspace():
                opened = at
        elif sign in _OPENING and sign != "„":
            found.append(Span(opened, at))
            opened = at
        else:
            found.append(Span(opened, mark.end()))
            opened = -1
    if opened >= 0:
        found.append(Span(opened, span.end))
    return tuple(found)


def _paired_single(text: str, span: Span) -> tuple[Span, ...]:
    """Pairs of single marks; a mark between s and a small letter is an apostrophe."""
    found: list[Span] = []
    opened = -1
    for mark in _SINGLE.finditer(text, span.start, span.end):
        sign, at = mark.group(), mark.start()
        prior, after = text[at - 1 : at], text[at + 1 : min(at + 2, span.end)]
        opens = sign != "’" and after.isalnum() and not after.isdecimal() and not _worded(prior)
        closes = sign != "‘" and prior and not prior.isspace() and not _worded(after)
        if not (opens or closes):
            continue
        before = prior if at > span.start else " "
        if opened < 0:
            if not before.isalnum() and text[at + 1 : at + 2].isalpha():
                opened = at
        elif before == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower():
            continue
        elif not before.isspace():
            found.append(Span(opened, at + 1))
            opened = -1
    return tuple(found)


def _worded(character: str) -> bool:
    """Whether a character belongs to a word."""
    return character.isalnum() or character == "_"


def pieces(s: Sentence) -> tuple[Sentence, ...]:
    """A sentence in stretches of at most ``LONGEST`` tokens; nearly always the sentence itself.

    Reading a cue may look at its whole stretch, so this keeps the time linear where a
    text has no punctuation.
    """
    if len(s.low) <= LONGEST:
        return (s,)
    found = []
    for first in range(0, len(s.low), LONGEST):
        part = slice(first, first + LONGEST)
        low = s.low[part]
        stop = min(len(low), s.stop - first)
        piece = replace(
            s, low=low, start=s.start[part], end=s.end[part], upper=s.upper[part], stop=stop
        )
        found.append(piece)
    return tuple(found)


def cut(
    tokens: Tokens,
    span: Span,
    quotes: tuple[Span, ...],
    lex: Lexicon,
    *,
    names: frozenset[int] = frozenset(),
    headline: bool = False,
) -> Sentence:
    """A sentence as tokens, the quotations that touch it folded into one each."""
    rows = _quoting(tokens, span, quotes) if quotes else tokens.between(span.start, span.end)
    low, start, end, upper = rows
    if "." in low[:-1]:
        # Full stops within a sentence only abbreviate.
        kept = [n for n, one in enumerate(low) if one != "." or end[n] >= span.end - 1]
        low, start = [low[n] for n in kept], [start[n] for n in kept]
        end, upper = [end[n] for n in kept], [upper[n] for n in kept]
    stop = len(low) - bool(low and low[-1] in FULL_STOPS)
    return Sentence(span, tuple(low), start, end, upper, stop, lex, names, headline)


def _quoting(tokens: Tokens, span: Span, quotes: tuple[Span, ...]) -> Rows:
    """The tokens of a sentence, each quotation one of them."""
    low: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    upper: list[bool] = []
    at = span.start
    for quote in (*quotes, Span(span.end, span.end)):
        begin = max(quote.start, at)
        if at < begin:
            some = tokens.between(at, begin)
            low += some[0]
            starts += some[1]
            ends += some[2]
            upper += some[3]
        at = max(at, min(quote.end, span.end))
        if at > begin:
            low.append(QUOTE)
            starts.append(begin)
            ends.append(at)
            upper.append(tokens.text[begin].isupper())
    return low, starts, ends, upper
