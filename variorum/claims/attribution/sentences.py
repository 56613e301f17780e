"""Paragraphs -> quotations, and sentences as tokens with each quotation as one token."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from variorum.claims.attribution.lexicon import Lexicon
from variorum.model import Span

LONGEST = 160
"""Tokens of the longest sentence that is read as one; longer ones are no prose."""
QUOTE = '"'
"""The token that stands for a whole quotation."""
DASHES = frozenset("—–-")
BREAKS = DASHES | {","}
"""Marks that set a cue off from what is said."""
FULL_STOPS = frozenset(".!?…;")
STOPS = frozenset(",:()[]" + QUOTE) | DASHES | FULL_STOPS
"""Tokens that no noun phrase crosses."""
_DOUBLE = re.compile(r"[\"“”„«»]|''|``")
_SINGLE = re.compile(r"(?<!\w)['‘](?=[^\W\d_])|(?<=\S)['’](?!\w)")
_OPENING, _CLOSING = frozenset(("“", "„", "«", "``")), frozenset(("”", "»"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article as parallel rows of tokens."""

    span: Span
    low: tuple[str, ...]
    """Each token in lower case with straight apostrophes; a quotation is ``QUOTE``."""
    start: tuple[int, ...]
    end: tuple[int, ...]
    upper: tuple[bool, ...]
    """Whether it begins with a capital."""
    stop: int
    """How many tokens stand before the final full stop."""
    lex: Lexicon
    names: frozenset[int]
    """Offsets at which printed names begin and end."""
    headline: bool = False

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
        at = mark.start()
        before = text[at - 1] if at > span.start else " "
        if opened < 0:
            if not before.isalnum() and text[at + 1 : at + 2].isalpha():
                opened = at
        elif before == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower():
            continue
        elif not before.isspace():
            found.append(Span(opened, at + 1))
            opened = -1
    return tuple(found)


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


def lowered(text: str) -> str:
    """A text in lower case and with straight apostrophes, every letter in its old place."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("’", "'")


def tokens(
    text: str,
    low: str,
    span: Span,
    quotes: tuple[Span, ...],
    lex: Lexicon,
    *,
    names: frozenset[int] = frozenset(),
    headline: bool = False,
) -> Sentence:
    """A sentence as tokens, the quotations that touch it folded into one each.

    ``low`` is the whole text as ``lowered`` gives it.
    """
    token, clitics = lex.typography.token, lex.typography.clitics
    words: list[str] = []
    places: list[tuple[int, int]] = []
    at, last = span.start, span.end - 1
    for quote in (*quotes, Span(span.end, span.end)):
        begin = max(quote.start, at)
        found = [match.span() for match in token.finditer(low, at, begin)]
        # Full stops within a sentence only abbreviate.
        found = [(a, b) for a, b in found if low[a] != "." or b >= last]
        words += [clitics.get(low[a:b], low[a:b]) for a, b in found]
        places += found
        at = max(at, min(quote.end, span.end))
        if at > begin:
            words.append(QUOTE)
            places.append((begin, at))
    start, end = zip(*places, strict=True) if places else ((), ())
    upper = tuple([text[place].isupper() for place in start])
    stop = len(words) - bool(words and words[-1] in FULL_STOPS)
    return Sentence(span, tuple(words), start, end, upper, stop, lex, names, headline)
