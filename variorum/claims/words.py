"""A document's text cut into words once, for every rule that reads words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from variorum.languages.typography import typography
from variorum.model import Span


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of a text; the n-th stands at ``text[starts[n]:ends[n]]``."""

    text: str
    starts: list[int]
    ends: list[int]
    folded: list[str]
    """In lower case, typographic apostrophes made plain."""
    finite: list[bool] = field(default_factory=list)
    """Which words are finite verbs; empty until a grammar has marked them."""

    def within(self, span: Span) -> range:
        """Numbers of the words that begin inside the span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """From the first word to the last, both included."""
        return Span(self.starts[first], self.ends[last])

    def at(self, number: int) -> str:
        """A word as folded; empty before the first and after the last."""
        return self.folded[number] if 0 <= number < len(self.folded) else ""

    def raw(self, number: int) -> str:
        """A word as written; empty before the first and after the last."""
        if 0 <= number < len(self.folded):
            return self.text[self.starts[number] : self.ends[number]]
        return ""

    def joined(self, number: int) -> bool:
        """Whether nothing stands between this word and the one before."""
        return 0 < number < len(self.starts) and self.starts[number] == self.ends[number - 1]


def cut(text: str, language: str = "en") -> Words:
    """The words of a text as a BCP 47 language writes them."""
    places = [match.span() for match in typography(language).word.finditer(text)]
    lower = text.lower()
    # Lower-casing may lengthen a text (a dotted capital I); then each word is folded alone.
    source = lower.replace("’", "'") if len(lower) == len(text) else ""
    if source:
        folded = [source[a:b] for a, b in places]
    else:
        folded = [text[a:b].lower().replace("’", "'") for a, b in places]
    return Words(text, [a for a, _ in places], [b for _, b in places], folded)
