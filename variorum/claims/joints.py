"""Where inside a sentence a clause begins that can be checked separately."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from variorum.claims import referents, tolls, wordclasses
from variorum.claims.beginnings import Beginnings

_MARKS = frozenset(",:")
_LOOKOUT = 9
"""Words after a joining word within which a new subject must have its verb."""
_SHORTEST = 3
"""Fewest words of a clause that stands on its own."""
_CLOSE = 6
"""Words after a participle within which its figure must begin."""
_LONGEST_LEAD = 60
"""Words of a clause that stands before its main clause, at most."""


class Clause(NamedTuple):
    """Words ``first`` to ``last`` of a sentence, and the rule that cut them out."""

    first: int
    last: int
    rule: str


@dataclass(slots=True)
class Joints(Beginnings):
    """Decides at each word whether a new clause begins there."""

    def at(self, begin: int, n: int, complete: bool, pending: bool) -> Clause | None:
        """The clause that begins at word ``n`` while the one from ``begin`` is open.

        ``complete``: the open one has its finite verb. ``pending``: a clause inside it
        still waits for its own.
        """
        word = self.words.folded[n]
        if word == ";":
            return Clause(n + 1, n, "semicolon") if self.last - n >= _SHORTEST else None
        if not complete or n - begin < _SHORTEST or self.last - n < 2:
            return None
        if word in _MARKS:
            return None if pending else self._mark(begin, n)
        if self.coordinates(n):
            return None if pending else self._coordinate(begin, n)
        return self._word(n, comma=self.words.folded[n - 1] == ",")

    def _mark(self, begin: int, n: int) -> Clause | None:
        """A clause after a comma or a colon, joined by no word."""
        if self.words.folded[n] == ":":
            apart = not self.words.joined(n + 1)
            return (self._told(n) or self._independent(n, "colon")) if apart else None
        if self.words.folded[n + 1] in self.grammar.words["join"]["prepositions"]:
            return None
        alone = self._deed(begin, n) or self._independent(n, "comma")
        return alone or self._listed(begin, n)

    def _word(self, n: int, *, comma: bool) -> Clause | None:
        """A clause that a subordinating or relative word, "with" or a participle opens."""
        join, word = self.grammar.words["join"], self.words.folded[n]
        counted = word in join["befalling"] and self.figured(self.first, self.first + _SHORTEST)
        if word in join["as"] or (word in join["with_comma"] if comma else counted):
            return self._subordinate(n, comma or counted)
        if word in join["relative"]:
            return self._relative(n, comma)
        if word in join["with"] and (comma or self.figured(n, self.last)):
            return self._accompanied(n)
        named = self.words.written[n][0].isupper() and self.words.written[n - 1][:1].isupper()
        if named or self.grammar.form(word) != "gerund":
            return None  # "Abry Consulting" is a name
        if word in join["telling"] and self.subject(self.start(n)):
            return Clause(self.start(n), self.last, "telling")
        before = self.words.folded[n - 1]
        joined = comma or before in join["and"]
        free = before not in join["prepositions"] and before not in self.grammar.be
        free = free and before not in join["articles"]  # "the remaining 13"
        last = min(n + (_CLOSE if joined else 1), self.last)
        near = (joined or free) and self.figured(n, last)
        return Clause(n, self.last, "participle figure") if near else None

    def opens(self, n: int) -> bool:
        """Whether word ``n`` opens a clause inside the one it stands in."""
        if not self.words.classes[n] & wordclasses.OPENING:
            return False
        join, word = self.grammar.words["join"], self.words.folded[n]
        if word in join["opens"]:
            return self.words.folded[n + 1] not in join["linking"]
        return self.subject(n + 1)

    def lead(self) -> Clause | None:
        """The clause of "While A, B" that stands before its main clause."""
        if self.words.folded[self.first] not in self.grammar.words["join"]["leads"]:
            return None
        main = False
        for n in range(self.first + 1, min(self.first + _LONGEST_LEAD, self.last - 1)):
            main = main or self.words.finite[n]
            if main and self.words.folded[n] == "," and self.subject(n + 1):
                return Clause(self.first + 1, n - 1, "subordinate")
        return None

    def _coordinate(self, begin: int, n: int) -> Clause | None:
        start = self.start(n)
        if start > self.last or (begin < start and self._same_pronoun(begin, start)):
            return None
        if self._parallel(begin, start):
            return None
        strict = self.words.folded[n - 1] not in {",", '"', "”"}
        if (
            self.contracted(start)
            or self.subject(start, strict=strict)
            or (not self.lists(n) and self.pair(start))
        ):
            return Clause(n + 1, self.last, "coordination")
        if deed := self._deed(begin, n):
            return deed
        form = self.grammar.form(self.words.folded[start])
        whole = not self.grammar.auxiliary(self.words.folded[n - 1])
        event = self.words.folded[start] in self.grammar.words["join"]["predicates"] or (
            start == n + 1
            and not self.lists(n)
            and form in ("past", "third")
            and not self.describes(start)
            and self.words.finite[start]
            and self.words.folded[n - 1] not in self.grammar.words["join"]["determiners"]
        )
        if event and whole and min(start - begin, self.last - start) > _SHORTEST:
            return Clause(n, self.last, "second predicate")
        both = self.figured(begin, n - 1) and self.figured(start, self.last)
        told = form in ("past", "participle") or tolls.befell(
            self.words, start, self.last, self.weights, self.grammar
        )
        return Clause(n, self.last, "second figure") if both and told else None

    def _parallel(self, begin: int, start: int) -> bool:
        """ "To cloak himself and characterize attacks": a second verb after one "to"."""
        folded, grammar = self.words.folded, self.grammar
        if grammar.form(folded[start]) != "base" or self.words.finite[start + 1]:
            return False
        return any(
            folded[k] in grammar.infinitive and grammar.form(folded[k + 1]) == "base"
            for k in range(max(begin, start - _LOOKOUT), start - 1)
        )

    def _deed(self, begin: int, n: int) -> Clause | None:
        """A deed told as a noun and counted, after a counted one."""
        deed = tolls.deed(self.words, n + 1, self.last, self.weights, self.grammar)
        counted = deed and self.figured(begin, n)
        return Clause(n + 1, self.last, "listed figure") if counted else None

    def _same_pronoun(self, begin: int, start: int) -> bool:
        """Whether both clauses have the same pronoun for subject: one statement goes on."""
        one = self.pronoun(begin)
        return one == self.pronoun(start) and one in self.grammar.words["join"]["subjects"]

    def _subordinate(self, n: int, comma: bool) -> Clause | None:
        start = self.start(n)
        if not self.subject(start):
            return None
        named = any(self.words.written[at][:1].isupper() for at in (start, start + 1))
        if comma or named or self.figured(start, self.last):
            return Clause(n + 1, self.last, "subordinate")
        return None

    def _relative(self, n: int, comma: bool) -> Clause | None:
        """ "That killed nine", or ", who had fled": with the words it is said of."""
        start, word = self.start(n), self.words.folded[n]
        if start > self.last or self.last - n < _SHORTEST:
            return None
        own = self.words.finite[start]
        if comma and (own or self.subject(start) or self.pair(start)):
            # "The day I was sworn in, which is why": nothing that is named.
            led = self.words.folded[n - 2] in self.grammar.words["join"]["prepositions"]
            return None if led else Clause(self.antecedent(n - 2), self.last, "relative")
        if not own or not self.figured(start, min(start + _CLOSE, self.last)):
            return None
        named = word in self.grammar.words["join"]["described"]
        first = n + 1
        if named:
            first = referents.placed(self.words, self.first, n - 1, self.grammar)
            first = referents.agreeing(self.words, self.first, first, n, self.grammar)
        return Clause(first, self.last, "relative figure") if first >= 0 else None

    def antecedent(self, last: int) -> int:
        """The first word of the noun phrase that ends at word ``last``."""
        return referents.described(self.words, self.first, last, self.grammar)

    def _accompanied(self, n: int) -> Clause | None:
        """ ", with men trying to flee": a participle makes it a statement of its own.

        After a comma so does a figure with what was done to those counted.
        """
        aside = self.words.folded[n - 1] == ","
        for at in range(n + 2, min(n + _LOOKOUT, self.last) + 1):
            form = self.grammar.form(self.words.folded[at])
            done = form in ("past", "participle") and aside and self.figured(n, at)
            if form == "gerund" or done:
                return Clause(n + 1, self.last, "accompaniment")
            if self.words.folded[at] in {",", ";"}:
                return None
        return None

    def _listed(self, begin: int, n: int) -> Clause | None:
        """ "Searched 40 flats, arrested 64 people": a second verb with its own figure."""
        past = self.grammar.form(self.words.folded[n + 1]) == "past"
        both = self.figured(begin, n) and self.figured(n, min(n + _CLOSE, self.last))
        return Clause(n + 1, self.last, "second figure") if past and both else None

    def _told(self, n: int) -> Clause | None:
        """ "It will do nothing: those who left were fired": a verb anywhere after a colon."""
        join, head = self.grammar.words["join"], self.words.folded[n + 1]
        whole = head in join["subjects"] and head not in join["barriers"]
        verb = True in self.words.finite[n + 2 : min(n + 2 + _LOOKOUT, self.last + 1)]
        return Clause(n + 1, self.last, "colon") if whole and verb else None

    def _independent(self, n: int, rule: str) -> Clause | None:
        """A main clause after a mark, joined by no word."""
        join, head = self.grammar.words["join"], self.words.folded[n + 1]
        if head in join["adverbs"] or (head in join["articles"] and rule != "colon"):
            return None
        return Clause(n + 1, self.last, rule) if self.subject(n + 1, strict=True) else None
