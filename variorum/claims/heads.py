"""What the words of a text may be or begin, told by each alone: looked up once for all rules."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from variorum.claims import dates, events, marks, numberwords, places
from variorum.claims.attribution.lexicon import triggers
from variorum.claims.grammar import Phrases, grammar
from variorum.claims.words import Words, cut, fold
from variorum.languages.lexicon import lexicon
from variorum.languages.met import Met

_LETTERS = re.compile(r"[^\W\d_]+")
_SELDOM = marks.DATE | marks.NUMBER | marks.PLACE | marks.TURNING | marks.PHRASE
"""Marks of few words."""


@cache
def _marks(language: str) -> Met[int] | None:
    """A word as written -> its marks; None in a language without a grammar."""
    rules, lex = grammar(language), lexicon(language)
    if rules is None:
        return None
    dated, counted = dates.openers(language), numberwords.openers(language)
    placed, cued = places.heads(language), triggers(language)

    def tell(word: str) -> int:
        folded, digits = fold(word), word[0].isdecimal()
        term = lex if word[0].isalnum() else None
        return (
            marks.VERB * rules.conjugated(folded)
            | marks.JOINT * rules.joins(folded)
            | marks.COORDINATING * (folded in rules.words["join"]["coordinate"])
            | marks.OPENING * (folded in rules.opening)
            | marks.NESTING * (folded in rules.nesting)
            | marks.CUE * (not cued.isdisjoint(_LETTERS.findall(folded)))
            | marks.DATE * (digits or folded in dated)
            | marks.NUMBER * (digits or folded in counted)
            | marks.PLACE * (word[0].isupper() and folded in placed)
            | marks.TELLING * bool(term and any(events.told(word, term)))
            | marks.TURNING * bool(term and term.turning(word))
            | marks.PHRASE * (folded in rules.hollow or folded in rules.foreseen)
        )

    return Met(tell)


def read(text: str, language: str = "en") -> Words:
    """The words of a text with all that can be told of them; bare ones without a grammar."""
    words, known, rules = cut(text, language), _marks(language), grammar(language)
    if known is None or rules is None:
        return words
    found = list(map(known.__getitem__, words.written[: len(words.starts)]))
    finite = [False] * len(words.written)
    joints: list[int] = []
    telling: list[int] = []
    cues: list[int] = []
    few: list[int] = []
    for n, mark in enumerate(found):
        if not mark:
            continue
        if mark & marks.VERB and rules.finite(words, n):
            finite[n] = True
            joints.append(n)
        elif mark & marks.JOINT:
            joints.append(n)
        if mark & marks.TELLING:
            telling.append(n)
        if mark & marks.CUE:
            cues.append(n)
        if mark & _SELDOM:
            few.append(n)
    phrased = _with(marks.PHRASE, found, few)
    return replace(
        words,
        marks=found,
        finite=finite,
        joints=joints,
        cues=cues,
        dates=_with(marks.DATE, found, few),
        numbers=_with(marks.NUMBER, found, few),
        places=_with(marks.PLACE, found, few),
        telling=telling,
        turning=_with(marks.TURNING, found, few),
        hollow=_standing(words, phrased, rules.hollow),
        foreseen=_standing(words, phrased, rules.foreseen),
    )


def _with(mark: int, found: list[int], among: list[int]) -> list[int]:
    """Those of some words, by number, that have a mark."""
    return [n for n in among if found[n] & mark]


def _standing(words: Words, numbers: list[int], phrases: Phrases) -> list[range]:
    """Where phrases stand that begin at some of the words."""
    return [
        range(n, n + len(phrase))
        for n in numbers
        if words.folded[n] in phrases
        for phrase in phrases[words.folded[n]]
        if tuple(words.folded[n : n + len(phrase)]) == phrase
    ]
