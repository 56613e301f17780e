"""A sentence's content cut into clauses that can be checked separately."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from variorum.claims.grammar import Grammar
from variorum.claims.words import Words
from variorum.model import Figure

_LOOKOUT = 9
"""Words after a joining word within which a new subject must have its verb."""
_SHORTEST = 3
"""Fewest words of a clause that stands on its own."""
WEIGHTY = frozenset({"count", "share", "money"})
"""Kinds of figure that can be the point of a clause."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words ``first`` to ``last`` of a sentence, and the rule that cut them out."""

    first: int
    last: int
    rule: str


def split(
    words: Words, first: int, last: int, figures: Sequence[Figure], grammar: Grammar
) -> list[Clause]:
    """The clauses of the content that reaches from word ``first`` to word ``last``, in order.

    Cuts only where a clause with its own subject and finite verb begins, or one with its
    own figure; everything else stays together.
    """
    finite = accumulate((grammar.finite(words, n) for n in range(first, last + 1)), initial=0)
    cutter = _Cutter(
        words, first, last, list(finite), _weights(words, first, last, figures), grammar
    )
    clauses: list[Clause] = []
    begin, rule = first, "clause"
    n = first + 1
    while n <= last:
        cut = cutter.at(begin, n)
        if cut:
            clauses.append(Clause(begin, n - 1, rule))
            begin, rule = cut.first, cut.rule
            n = max(cut.first, n) + 1
        else:
            n += 1
    clauses.append(Clause(begin, last, rule))
    return clauses


def _weights(words: Words, first: int, last: int, figures: Sequence[Figure]) -> list[int]:
    """For each word from ``first``, how many weighty figures begin before it; one more at the end."""
    begin = {figure.span.start for figure in figures if figure.kind in WEIGHTY}
    marks = (words.starts[n] in begin for n in range(first, last + 1))
    return list(accumulate(marks, initial=0))


@dataclass(frozen=True, slots=True)
class _Cutter:
    """Decides at each word whether a new clause begins there."""

    words: Words
    first: int
    last: int
    finite: list[int]
    """For each word from ``first``, how many finite verbs stand before it."""
    weights: list[int]
    """The same for figures that can be a clause's point."""
    grammar: Grammar

    def at(self, begin: int, n: int) -> Clause | None:
        """The clause that begins at word ``n`` while the one from ``begin`` is open."""
        words, join = self.words, self.grammar.words["join"]
        word = words.folded[n]
        if word == ";":
            return Clause(n + 1, n, "semicolon") if self.last - n >= _SHORTEST else None
        if n - begin < _SHORTEST or self.last - n < 2:
            return None
        comma = words.at(n - 1) == ","
        if word in join["coordinate"]:
            return self._coordinate(begin, n, comma)
        if word in join["as"] or (comma and word in join["with_comma"]):
            return self._subordinate(begin, n, comma)
        if word in join["with_figure"]:
            return self._relative(begin, n)
        if self.grammar.form(word) == "gerund":
            return self._participle(begin, n, comma)
        return None

    def _complete(self, begin: int, n: int) -> bool:
        """Whether a finite verb stands from word ``begin`` up to word ``n``."""
        return self.finite[n - self.first] > self.finite[begin - self.first]

    def _figured(self, first: int, last: int) -> bool:
        """Whether a weighty figure begins from word ``first`` to word ``last``."""
        return self.weights[last + 1 - self.first] > self.weights[first - self.first]

    def _start(self, n: int) -> int:
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

    def _subject(self, start: int) -> bool:
        """Whether a subject with a finite verb of its own begins at word ``start``."""
        join = self.grammar.words["join"]
        if start > self.last or self.grammar.finite(self.words, start):
            return False
        if self.words.folded[start] in join["prepositions"]:
            return self._adverbial(start)
        for n in range(start + 1, min(start + _LOOKOUT, self.last) + 1):
            word = self.words.folded[n]
            if self.grammar.finite(self.words, n):
                return True
            if word in join["barriers"] or word in {",", ";", ":"}:
                return False
        return False

    def _adverbial(self, start: int) -> bool:
        """ "In 2004, police knocked": a subject after an opening phrase and its comma."""
        for n in range(start + 1, min(start + _LOOKOUT, self.last) + 1):
            if self.words.folded[n] == ",":
                at = n + 1
                join = self.grammar.words["join"]
                fresh = at <= self.last and self.words.folded[at] not in join["prepositions"]
                return fresh and self._subject(at)
        return False

    def _coordinate(self, begin: int, n: int, comma: bool) -> Clause | None:
        start = self._start(n)
        if start > self.last or not self._complete(begin, n):
            return None
        if self._subject(start):
            return Clause(n, self.last, "coordination")
        verb = self.grammar.form(self.words.folded[start])
        if verb in ("past", "finite", "participle") or (comma and verb == "third"):
            both = self._figured(begin, n - 1) and self._figured(start, self.last)
            return Clause(n, self.last, "second figure") if both else None
        return None

    def _subordinate(self, begin: int, n: int, comma: bool) -> Clause | None:
        start = self._start(n)
        if not self._complete(begin, n) or not self._subject(start):
            return None
        if comma or self._figured(start, self.last):
            return Clause(n, self.last, "subordinate")
        return None

    def _relative(self, begin: int, n: int) -> Clause | None:
        start = self._start(n)
        if start > self.last or not self.grammar.finite(self.words, start):
            return None
        if self._complete(begin, n) and self._figured(start, self.last):
            return Clause(n + 1, self.last, "relative figure")
        return None

    def _participle(self, begin: int, n: int, comma: bool) -> Clause | None:
        join = self.grammar.words["join"]
        before = self.words.at(n - 1)
        joined = comma or before in join["and"]
        if not joined or not self._complete(begin, n):
            return None
        if self._figured(n, min(n + 6, self.last)):
            return Clause(n, self.last, "participle figure")
        return None
