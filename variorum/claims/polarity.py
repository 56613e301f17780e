"""Whether a claim says that something is so, denies it or leaves it open: by its main clause."""

from __future__ import annotations

from variorum.claims.grammar import Grammar
from variorum.claims.words import Words, among
from variorum.languages.lexicon import Lexicon
from variorum.model import Polarity

_GROUP = 3
"""Words behind a finite verb from which on another is a verb of its own ("did not mention")."""


def of(words: Words, span: range, lexicon: Lexicon, grammar: Grammar) -> Polarity:
    """How the words of a stretch turn what it states.

    A word that denies ("denied", "false") counts wherever it stands.
    "Pupils who have no books went home" and "it runs without a driver" deny nothing: a plain
    negation counts only in the main clause, and neither in an adjunct nor in a contrast ("rain,
    not snow").
    """
    if not among(words.turning, span):
        return "asserted"
    spoken = [n for n in span if words.written[n][0].isalnum()]
    turns = lexicon.turns([words.written[n] for n in spoken])
    if "unclear" in turns.values():
        return "unclear"
    plain = [spoken[n] for n, kind in turns.items() if kind == "not"]
    if "deny" in turns.values():
        return "denied"
    inner = _inner(words, span, grammar) if plain else frozenset[int]()
    held = any(n not in inner and not _aside(words, n, span, grammar) for n in plain)
    return "denied" if held else "asserted"


def _inner(words: Words, span: range, grammar: Grammar) -> frozenset[int]:
    """The words that belong to a clause inside the main one, up to the main one's next verb."""
    opens = grammar.words["join"]["opens"]
    inner: set[int] = set()
    pending, inside, whole, verb = 0, False, False, -_GROUP
    for n in span:
        if words.folded[n] in opens and n > span.start:
            pending, inside = pending + 1, True
        elif words.finite[n] and n - verb >= _GROUP:
            verb = n
            inside = pending > 0
            pending -= inside
            whole = whole or not inside
        if inside:
            inner.add(n)
    return frozenset(inner if whole else ())  # "the court, which said nothing" is all there is


def _aside(words: Words, n: int, span: range, grammar: Grammar) -> bool:
    """Whether a negation only describes how, or sets one thing against another."""
    kinds, before, after = grammar.words["kinds"], words.folded[n - 1], words.folded[n + 1]
    if words.folded[n] in kinds["lacking"] or (n > span.start and before in kinds["beside"]):
        return True
    contrast = before == "," or before in grammar.words["join"]["coordinate"]
    helped = words.finite[n] or words.finite[n + 1] or after in kinds["been"]
    return after in kinds["until"] or (n > span.start and contrast and not helped)
