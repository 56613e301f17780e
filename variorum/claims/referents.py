"""Where the noun phrase begins that a relative clause is said of."""

from __future__ import annotations

from variorum.claims.grammar import Grammar
from variorum.claims.words import Words

_LONGEST = 8
"""Words of such a phrase, at most."""
_LED = 4
"""Words before a noun in which "of" may stand, with what describes the noun."""
_INSIDE = frozenset("-'\"”“.()")


def begin(words: Words, first: int, last: int, grammar: Grammar) -> int:
    """The first word, not before word ``first``, of the noun phrase that ends at word ``last``."""
    join, n = grammar.words["join"], last
    while n > max(first, last - _LONGEST):
        word = words.folded[n - 1]
        aged = word == "," and words.folded[n].isdecimal()
        if not (aged or word[0].isalnum() or word in _INSIDE):
            break
        # "The finish line": right behind an article stands no verb.
        verb = grammar.form(word) and words.folded[n - 2] not in join["articles"]
        if word in join["prepositions"] or word in join["barriers"] or verb:
            break
        n -= 1
    return n


def placed(words: Words, first: int, last: int, grammar: Grammar) -> int:
    """The same, with what stands before a place: "the landslide in Harran" that killed four."""
    name = begin(words, first, last, grammar)
    before = name - 2
    led = before > first and words.folded[name - 1] in grammar.words["join"]["prepositions"]
    if not led or not words.written[name][0].isupper() or grammar.form(words.folded[before]):
        return name
    return begin(words, first, before, grammar)


def described(words: Words, first: int, last: int, grammar: Grammar) -> int:
    """The same, with what stands before a year: "the law school in 1992", where she taught."""
    name = begin(words, first, last, grammar)
    before = name - 2
    led = before > first and words.folded[name - 1] in grammar.words["join"]["prepositions"]
    if led and name == last and words.folded[name].isdecimal():
        return begin(words, first, before, grammar)
    return name


def agreeing(words: Words, first: int, name: int, n: int, grammar: Grammar) -> int:
    """The same for a phrase from word ``name`` to the relative word ``n``, where its number fits.

    "The suspension of works that has cost 300 jobs": it is the suspension that has. -1 where
    nothing before fits.
    """
    noun, folded = words.folded[n - 1], words.folded
    plural = noun.endswith(grammar.plural_ending) or noun in grammar.plurals
    if not plural or folded[n + 1] not in grammar.words["join"]["single"]:
        return name
    near = range(name - 1, max(first, name - _LED), -1)
    of = next((k for k in near if folded[k] in grammar.noun_before), -1)
    return begin(words, first, of - 1, grammar) if of > first else -1
