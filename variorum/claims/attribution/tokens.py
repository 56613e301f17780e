"""A stretch of an article's text as tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from variorum.languages.typography import Typography

Rows = tuple[list[str], list[int], list[int], list[bool]]
"""Of some tokens: each as folded, where it starts and ends, and whether a capital opens it."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text that is cut into tokens where it is read."""

    text: str
    folded: str
    """The text in small letters with straight apostrophes, every letter in its old place."""
    typography: Typography

    def between(self, begin: int, end: int) -> Rows:
        """The tokens of a stretch."""
        pieces = _cutter(self.typography.token).split(self.folded[begin:end])
        low = pieces[1::2]
        edges = list(accumulate(map(len, pieces), initial=begin))
        starts = edges[1:-1:2]
        if clitics := self.typography.clitics:
            low = [clitics.get(token, token) for token in low]
        upper = list(map(str.isupper, map(self.text.__getitem__, starts)))
        return low, starts, edges[2::2], upper


def read(text: str, typography: Typography) -> Tokens:
    """A text, ready to be cut."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    folded = folded.replace("’", "'")
    if typography.acronyms:
        kept, end = [], 0
        for found in typography.acronyms.finditer(text):
            kept += [folded[end : found.start()], found[0]]
            end = found.end()
        folded = "".join([*kept, folded[end:]])
    return Tokens(text, folded, typography)


@cache
def _cutter(token: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern that parts a text into what stands between tokens and, every other time, one."""
    # Most tokens are plain letters before a space, which need not be looked at more closely.
    return re.compile(f"([a-z]++(?=[ ,])|{token.pattern})")
