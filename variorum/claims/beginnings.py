"""Whether a clause with a subject and a finite verb of its own begins at a word."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.claims import wordclasses
from variorum.claims.grammar import Grammar
from variorum.claims.weights import Weights
from variorum.claims.words import Words

_BORDERS = frozenset(",;:")
_LOOKOUT = 9
"""Words after a joining word within which a new subject must have its verb."""
_SHORTEST = 3
"""Words after "and" among which the second of two names begins."""


@dataclass(slots=True)
class Beginnings:
    """Reads what begins at a word, among words ``first`` to ``last`` of a sentence."""

    words: Words
    first: int
    last: int
    weights: Weights
    grammar: Grammar

    def coordinates(self, n: int) -> bool:
        """Whether word ``n`` is a coordinating word."""
        return bool(self.words.classes[n] & wordclasses.COORDINATING)

    def lists(self, n: int) -> bool:
        """Whether word ``n`` can as well join two nouns."""
        return self.words.folded[n] in self.grammar.words["join"]["and"]

    def figured(self, first: int, last: int) -> bool:
        """Whether a weighty figure begins from word ``first`` to word ``last``."""
        return bool(self.weights.heavy) and self.weights.between(first, last)

    def start(self, n: int) -> int:
        """The word after a joining word and the adverbs that follow it."""
        join = self.grammar.words["join"]
        at = n + 1
        while at <= self.last and (
            self.words.folded[at] in join["adverbs"]
            or self.words.folded[at] in join["that"]
            or self.words.folded[at] == ","
        ):
            at += 1
        return at

    def subject(self, start: int, *, strict: bool = False) -> bool:
        """Whether a subject with a finite verb of its own begins at word ``start``.

        ``strict``: a past form that can as well describe the noun before it ("and civilians
        shuttled out") does not count.
        """
        finite, folded = self.words.finite, self.words.folded
        if start > self.last or finite[start]:
            return False
        join = self.grammar.words["join"]
        barriers = join["barriers"]
        if folded[start] in barriers or self._adverb(start):
            return False
        if folded[start] in join["prepositions"]:
            return self._adverbial(start)
        for n in range(start + 1, min(start + _LOOKOUT, self.last) + 1):
            if finite[n] and not (strict and self.describes(n)):
                return True
            if folded[n] in barriers or folded[n] in _BORDERS or self._set_off(start, n):
                return False
        return False

    def _set_off(self, start: int, n: int) -> bool:
        """Whether word ``n`` opens a clause behind a name ("Industry Committee until")."""
        written = self.words.written
        last = n - 1 if written[n - 1].isalnum() else n - 2  # a quotation mark between
        named = written[start][:1].isupper() and written[last][:1].isupper()
        return named and self.words.folded[n] in self.grammar.words["join"]["may_open"]

    def contracted(self, n: int) -> bool:
        """ "But it's not clear": a subject and its verb in one word."""
        return self.words.finite[n] and self.pronoun(n) in self.grammar.words["join"]["subjects"]

    def pronoun(self, n: int) -> str:
        return self.words.folded[n].split("'")[0]

    def pair(self, start: int) -> bool:
        """ "But Orlan and her ministers have": a subject of two names."""
        for n in range(start + 1, min(start + _SHORTEST + 1, self.last) + 1):
            if self.lists(n):
                return self.subject(n + 1)
        return False

    def describes(self, n: int) -> bool:
        """Whether a past form can be a participle that describes the noun before it."""
        join, word = self.grammar.words["join"], self.words.folded[n]
        if self.grammar.form(word) != "past" or word in self.grammar.clear_past:
            return False
        if self.words.folded[n - 1] in join["subjects"] or n == self.last:
            return False
        following = self.words.folded[n + 1]
        return following in join["prepositions"] or following in join["particles"]

    def _adverb(self, n: int) -> bool:
        word = self.words.folded[n]
        return len(word) > 4 and word.endswith(self.grammar.adverb_ending)

    def _adverbial(self, start: int) -> bool:
        """ "In 2004, police knocked": a subject after an opening phrase and its comma."""
        join = self.grammar.words["join"]
        for n in range(start + 1, min(start + _LOOKOUT, self.last - 1) + 1):
            if self.words.folded[n] == ",":
                fresh = self.words.folded[n + 1] not in join["prepositions"]
                return fresh and self.subject(n + 1)
            if self.grammar.form(self.words.folded[n]) == "finite":
                return n > start + 2 and self.words.folded[n - 1] not in join["barriers"]
        return False
