"""What kind of claim a clause makes: figure, forecast, statement, status or event."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.claims.grammar import Grammar
from variorum.claims.words import Words, holds
from variorum.model import Figure, Kind

_MANY = 10
"""A count from this on is a claim's point; smaller ones tell who acted."""


def of(words: Words, bounds: tuple[int, int], figures: Sequence[Figure], grammar: Grammar) -> Kind:
    """The kind of the claim between two words, both included."""
    if figures and any(map(_is_point, figures)):
        return "figure"
    first, last = bounds
    if holds(range(first, last + 1), words.foreseen):
        return "forecast"
    if True not in words.finite[first : last + 1]:
        return "event"
    return _by_verb(words, words.finite.index(True, first), last, grammar)


def _is_point(figure: Figure) -> bool:
    """Whether a figure weighs enough to be what a claim is about."""
    if figure.kind in ("share", "money"):
        return True
    size = figure.high if figure.low is None else figure.low
    return figure.kind == "count" and (bool(figure.qualifier) or (size or 0) >= _MANY)


def _by_verb(words: Words, verb: int, last: int, grammar: Grammar) -> Kind:
    """The kind that the first finite verb and what follows it tell."""
    kinds = grammar.words["kinds"]
    word, n = words.folded[verb], verb + 1
    denied = word.endswith(grammar.negation_ending)
    while n <= last and (following := words.folded[n]) in grammar.between:
        denied = denied or following in kinds["negations"]
        n += 1
    following = words.folded[n] if n <= last else ""
    form = grammar.form(following)
    if grammar.form(word) != "finite":
        if word in kinds["statement"]:
            return "statement"
        return "status" if word in kinds["states"] else "event"
    helps = form in ("past", "participle") or (form == "gerund" and word in grammar.be)
    if word in grammar.be and helps:
        if following in kinds["statement"] and word in kinds["perfect"]:
            return "statement"
        lasting = not kinds["since"].isdisjoint(words.folded[verb : last + 1])
        return "status" if denied or lasting or following in kinds["states"] else "event"
    return "status"
