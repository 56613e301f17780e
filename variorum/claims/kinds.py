"""What kind of claim a clause makes: figure, forecast, statement, status or event."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.claims.clauses import WEIGHTY
from variorum.claims.grammar import Grammar
from variorum.claims.words import Words
from variorum.model import Figure, Kind

_HEAD = 12
"""Words in which the main verb of a statement is looked for."""


def of(words: Words, first: int, last: int, figures: Sequence[Figure], grammar: Grammar) -> Kind:
    """The kind of the claim from word ``first`` to word ``last``."""
    if any(figure.kind in WEIGHTY for figure in figures):
        return "figure"
    kinds = grammar.words["kinds"]
    folded = words.folded[first : last + 1]
    if any(word in kinds["forecast"] for word in folded) or _phrase(folded, grammar):
        return "forecast"
    for n, word in enumerate(folded[:_HEAD]):
        if word in kinds["statement"] and grammar.form(word) in ("past", "third", "base"):
            before = folded[n - 1] if n else ""
            if before not in grammar.be or before in kinds["perfect"]:
                return "statement"
            break
    for n, word in enumerate(folded):
        form = grammar.form(word)
        if form == "finite" or word in kinds["status"]:
            following = folded[n + 1] if n + 1 < len(folded) else ""
            if word in kinds["perfect"] and grammar.form(following) in ("past", "participle"):
                return "event"
            passive = grammar.form(following) in ("past", "participle", "gerund")
            return "status" if word in kinds["status"] and not passive else "event"
        if form in ("past", "third") and n and grammar.finite(words, first + n):
            return "event"
    return "event"


def _phrase(folded: list[str], grammar: Grammar) -> bool:
    text = " ".join(folded)
    return any(phrase in text for phrase in grammar.words["kinds"]["forecast_phrases"])
