"""A sentence's content cut into clauses that can be checked separately."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.claims import nested, wordclasses
from variorum.claims.grammar import Grammar
from variorum.claims.joints import Clause, Joints
from variorum.claims.weights import Weights
from variorum.claims.words import Words, among

_VERBLESS = frozenset(
    {"accompaniment", "participle figure", "second figure", "relative figure", "listed figure"}
)
"""Rules whose clauses count as complete without a finite verb."""

COUNTED = frozenset({"listed figure"})
"""Those of them whose clauses are claims without any verb form."""


@dataclass(slots=True)
class _Open:
    """The clause that is being read."""

    begin: int
    rule: str = "clause"
    main: int = 0
    """Finite verbs of its own so far."""
    pending: int = 0
    """Clauses inside it that still wait for theirs."""
    joined: bool = False
    """Whether a coordinating word stands after its last finite verb."""
    inside: list[Clause] = field(default_factory=list)
    """Clauses inside it that can be checked by themselves."""

    def closed(self, last: int) -> list[Clause]:
        """The clause, ended by word ``last``, and those inside it."""
        inner = [Clause(one.first, min(one.last, last), one.rule) for one in self.inside]
        return [Clause(self.begin, last, self.rule), *inner]

    def take_verb(self) -> None:
        """Counts a finite verb for the innermost clause that waits for one."""
        if self.pending:
            self.pending -= 1
        else:
            self.main += 1
        self.joined = False


def split(
    words: Words,
    bounds: tuple[int, int],
    weights: Weights,
    aside: frozenset[int],
    grammar: Grammar,
) -> list[Clause]:
    """The clauses of the content between two words, both included, in order.

    ``aside`` numbers the words that say who said it in the middle of it: no clause begins
    there and their verb completes none. Cuts only where a clause with its own subject and
    finite verb begins, or one with its own figure; everything else stays together. A finite
    verb that follows a relative or subordinating word belongs to it and does not complete
    the main clause; two nouns joined before their verb are no clauses, and the words of a figure
    ("more than 20") join none. A clause inside another comes besides it.
    """
    first, last = bounds
    joints = Joints(words, first, last, weights, grammar)
    lead = joints.lead()
    clauses = [lead] if lead else []
    clause = _Open(lead.last + 2) if lead else _Open(first, pending=int(joints.opens(first)))
    skipped = aside | weights.counting
    for n in among(words.joints, range(clause.begin, last + 1)):
        if n in skipped:
            continue
        known = words.classes[n]
        if n > clause.begin and known & wordclasses.JOINT:
            beside = aside and (
                n + 1 in aside or (words.folded[n] == "," and (n - 1 in aside or n + 2 in aside))
            )
            cut = None if beside else _cut(joints, clause, n)
            if cut:
                clauses += clause.closed(n - 1)
                clause = _Open(cut.first, cut.rule, int(cut.rule in _VERBLESS))
            elif known & wordclasses.NESTING and not beside:
                inner = nested.at(joints, clause.begin, n, clause.main > 0)
                clause.inside += [inner] if inner else []
            if known & wordclasses.OPENING and n > clause.begin and joints.opens(n):
                clause.pending += 1
                continue
        if words.finite[n]:
            clause.take_verb()
    return clauses + clause.closed(last)


def _cut(joints: Joints, clause: _Open, n: int) -> Clause | None:
    """The clause that begins at word ``n``; notes where ``n`` only joins nouns."""
    ready = clause.main > 0 and not (clause.joined and joints.lists(n))
    clause.joined = clause.joined or joints.coordinates(n)
    if not ready and joints.words.folded[n] != ";":
        return None
    if clause.pending and nested.interrupts(joints, n):
        return None
    return joints.at(clause.begin, n, ready, clause.pending > 0)


def complete(words: Words, first: int, last: int, grammar: Grammar) -> bool:
    """Whether a main clause with its finite verb stands from word ``first`` to ``last``."""
    waits, pending = grammar.words["join"]["opens"], 0
    for n in among(words.joints, range(first, last + 1)):
        if words.folded[n] in waits and n > first:
            pending += 1
        elif words.finite[n]:
            if not pending:
                return True
            pending -= 1
    return False
