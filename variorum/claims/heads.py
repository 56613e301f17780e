"""What the words of a text may be or begin, told by each alone: looked up once for all rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from variorum.claims import dates, numberwords, places
from variorum.claims.grammar import Phrases, grammar
from variorum.claims.words import Words, cut, fold
from variorum.languages.lexicon import lexicon
from variorum.languages.met import Met

_VERB, _JOINT, _DATE, _NUMBER, _PLACE, _TELLING, _TURN, _PHRASE = (1 << n for n in range(8))
"""What a word may be or begin; sums of them say several."""


@cache
def _marks(language: str) -> Met[int] | None:
    """A word as written -> what it may be or begin; None in a language without a grammar."""
    rules, lex = grammar(language), lexicon(language)
    if rules is None:
        return None
    dated, counted = dates.openers(language), numberwords.openers(language)
    placed = places.heads(language)

    def tell(word: str) -> int:
        folded, digits = fold(word), word[0].isdecimal()
        term = lex if word[0].isalnum() else None
        return (
            _VERB * rules.conjugated(folded)
            | _JOINT * rules.joins(folded)
            | _DATE * (digits or folded in dated)
            | _NUMBER * (digits or folded in counted)
            | _PLACE * (word[0].isupper() and folded in placed)
            | _TELLING * bool(term and term.telling(word))
            | _TURN * bool(term and term.turning(word))
            | _PHRASE * (folded in rules.hollow or folded in rules.foreseen)
        )

    return Met(tell)


def read(text: str, language: str = "en") -> Words:
    """The words of a text with all that can be told of them; bare ones without a grammar."""
    words, known, rules = cut(text, language), _marks(language), grammar(language)
    if known is None or rules is None:
        return words
    marks = list(map(known.__getitem__, words.written))
    every, finite = range(len(marks)), [False] * len(marks)
    for n in _with(_VERB, marks, every):
        finite[n] = rules.finite(words, n)
    few = _with(_DATE | _NUMBER | _PLACE | _TURN | _PHRASE, marks, every)
    phrased = _with(_PHRASE, marks, few)
    return replace(
        words,
        finite=finite,
        joints=[n for n in _with(_VERB | _JOINT, marks, every) if finite[n] or marks[n] & _JOINT],
        dates=_with(_DATE, marks, few),
        numbers=_with(_NUMBER, marks, few),
        places=_with(_PLACE, marks, few),
        telling=_with(_TELLING, marks, every),
        turning=_with(_TURN, marks, few),
        hollow=_standing(words, phrased, rules.hollow),
        foreseen=_standing(words, phrased, rules.foreseen),
    )


def _with(mark: int, marks: list[int], among: Iterable[int]) -> list[int]:
    """Those of some words, by number, that have one of the marks."""
    return [n for n in among if marks[n] & mark]


def _standing(words: Words, numbers: list[int], phrases: Phrases) -> list[range]:
    """Where phrases stand that begin at some of the words."""
    return [
        range(n, n + len(phrase))
        for n in numbers
        for phrase in phrases.get(words.folded[n], ())
        if tuple(words.folded[n : n + len(phrase)]) == phrase
    ]
