"""Counts told without a verb of their own: "over 400 wounded", "the arrest of 20 people"."""

from __future__ import annotations

from variorum.claims.grammar import Grammar
from variorum.claims.weights import Weights
from variorum.claims.words import Words

_CLOSE = 6
"""Words after a figure within which it must be told what befell those counted."""
_REACH = 8
"""Words from a deed's article to its figure, at most."""


def befell(words: Words, n: int, last: int, weights: Weights, grammar: Grammar) -> bool:
    """ "Over 400 wounded": whether at word ``n`` a figure and what befell those counted begin."""
    if not (weights.heavy and weights.between(n, n)):
        return False
    return any(
        grammar.form(words.folded[k]) in ("past", "participle")
        or words.folded[k] in grammar.words["join"]["fates"]
        for k in range(n + 1, min(n + _CLOSE, last) + 1)
    )


def deed(words: Words, n: int, last: int, weights: Weights, grammar: Grammar) -> bool:
    """ "The seizure of 34 boats": whether a deed told as a noun, and counted, begins there."""
    join, folded = grammar.words["join"], words.folded
    if folded[n] not in join["articles"] or folded[n + 2] not in join["linking"]:
        return False
    return bool(weights.heavy) and weights.between(n + 3, min(n + _REACH, last))
