"""Words that stand nowhere any more -> the stretch of a text that is most like them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from variorum.model import Document, Span

LEAST_SHARED = 2 / 3
"""Share of the words of two wordings that must be the same, in the same order."""
FEWEST = 3
"""Words that two wordings must have in common: two words meet by chance."""
MOST_ASKED = 12
"""Words of a quotation, the rarest first, that are asked where it stood."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_END = re.compile(r"[.!?…]['\"”’)]*\s|\n")
"""What may end a sentence; a stretch holds none."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text and their places."""

    text: str
    words: tuple[str, ...]
    """In small letters."""
    spans: tuple[Span, ...]
    places: dict[str, list[int]]
    """For each word its numbers in ``words``."""

    def nearest(self, quote: str) -> Span | None:
        """The one stretch that shares most words with a quotation; None if it shares too few,
        or another shares as many."""
        asked = [word.lower() for word in _WORD.findall(quote)]
        best: list[tuple[int, Span]] = []
        for start in self._starts(asked):
            found = self._stretch(asked, start)
            if found and found not in best:
                best.append(found)
        best.sort(key=lambda one: (-one[0], one[1]))
        if not best or (len(best) > 1 and best[1][0] == best[0][0]):
            return None
        return best[0][1]

    def _starts(self, asked: Sequence[str]) -> list[int]:
        """The likeliest places of the first word, by how many of the words stand as they would."""
        slack = max(2, len(asked) // 4)
        votes: Counter[int] = Counter()
        rarest = sorted(range(len(asked)), key=lambda n: len(self.places.get(asked[n], ())))
        for n in rarest[:MOST_ASKED]:
            votes.update({(at - n) // slack for at in self.places.get(asked[n], ())})
        # A start next to the edge of its box is voted for in two of them.
        near = {box: votes[box] + votes[box + 1] for box in votes}
        most = sorted(near, key=lambda box: (-near[box], box))[:4]
        return [box * slack for box in most]

    def _stretch(self, asked: Sequence[str], start: int) -> tuple[int, Span] | None:
        """The words near a place that agree with those asked for: how many, and where."""
        room = len(asked) // 2 + 3
        first = max(0, start - room)
        words = self.words[first : start + len(asked) + 2 * room]
        matcher = SequenceMatcher(None, asked, words, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if not blocks:
            return None
        shared = sum(block.size for block in blocks)
        # Words before the first that agrees, and after the last, were exchanged for as many.
        begin = max(0, blocks[0].b - blocks[0].a)
        behind = len(asked) - blocks[-1].a - blocks[-1].size
        end = min(len(words), blocks[-1].b + blocks[-1].size + behind)
        begin, end = self._within_sentence(first + begin, first + end, first + blocks[0].b)
        if shared < FEWEST or shared < LEAST_SHARED * max(len(asked), end - begin):
            return None
        return shared, Span(self.spans[begin].start, self.spans[end - 1].end)

    def _within_sentence(self, begin: int, end: int, kept: int) -> tuple[int, int]:
        """The stretch without what lies in another sentence than the word ``kept``."""
        while begin < kept and self._ended(begin, kept):
            begin += 1
        while end - 1 > kept and self._ended(kept, end - 1):
            end -= 1
        return begin, end

    def _ended(self, one: int, other: int) -> bool:
        """Whether a sentence ends between two words."""
        between = self.text[self.spans[one].start : self.spans[other].start]
        return _END.search(between) is not None


def wording(document: Document) -> Wording:
    """The words of a document."""
    found = list(_WORD.finditer(document.text))
    words = tuple(word[0].lower() for word in found)
    places: dict[str, list[int]] = {}
    for n, word in enumerate(words):
        places.setdefault(word, []).append(n)
    return Wording(
        document.text, words, tuple(Span(word.start(), word.end()) for word in found), places
    )
