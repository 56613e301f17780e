"""When something found is the same as something annotated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from variorum.languages import pack

_SAME_CHARACTER = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " ", "…": "."}
)
_BETWEEN = "\u241f"
"""Stands between prefix and suffix while both are folded; no text has it."""

OVERLAP = 0.5
"""Share of the shorter stretch that two stretches must have in common to be the same."""
FIT = 0.3
"""Share of their union that they must have in common as well."""


def fold(text: str) -> str:
    """The text with one form of quote mark, dash and white space: cleaning moves no match."""
    return " ".join(text.translate(_SAME_CHARACTER).split())


def share(part: float, whole: float) -> float:
    """A share to three decimals, as it is shown; 0 of nothing."""
    return round(part / whole, 3) if whole else 0.0


def balance(precision: float, recall: float) -> float:
    """F1: the harmonic mean of the two, to three decimals."""
    return share(2 * precision * recall, precision + recall)


@cache
def _unimportant() -> frozenset[str]:
    english = pack("en")
    return frozenset(english.lines("scoring") if english else ())


def key_words(text: str) -> frozenset[str]:
    """The words by which two names of a speaker, or two units, are compared."""
    return frozenset(re.findall(r"\w+", text.lower())) - _unimportant()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of one folded text."""

    document: str
    start: int
    """First code point; -1 when the words stand nowhere."""
    end: int

    @property
    def lost(self) -> bool:
        """Whether its words stand nowhere in the text."""
        return self.start < 0

    def _common(self, other: Stretch) -> int:
        if self.document != other.document or self.lost or other.lost:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def overlap(self, other: Stretch) -> float:
        """What they have in common, as a share of the shorter."""
        shorter = min(self.end - self.start, other.end - other.start)
        return self._common(other) / max(1, shorter)

    def fit(self, other: Stretch) -> float:
        """What they have in common, as a share of their union."""
        union = max(self.end, other.end) - min(self.start, other.start)
        return self._common(other) / max(1, union)

    def same(self, other: Stretch) -> bool:
        """Whether both mark the same claim."""
        return self.overlap(other) >= OVERLAP and self.fit(other) >= FIT


def locate(document: str, text: str, quote: str, prefix: str = "", suffix: str = "") -> Stretch:
    """Where a quote stands in a folded text: between prefix and suffix if it does, else first."""
    words = fold(quote)
    at = _between(text, words, prefix, suffix) if prefix or suffix else -1
    if at < 0:
        at = text.find(words)
    return Stretch(document, at, at + len(words))


def _between(text: str, words: str, prefix: str, suffix: str) -> int:
    before, after = (part.strip() for part in fold(prefix + _BETWEEN + suffix).split(_BETWEEN))
    at = text.find(words)
    while at >= 0:
        left, right = text[:at].rstrip(), text[at + len(words) :].lstrip()
        if left.endswith(before) and right.startswith(after):
            return at
        at = text.find(words, at + max(1, len(words)))
    return -1
