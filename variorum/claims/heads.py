"""What the words of a text may be or begin, told by each alone: looked up once for all rules."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import compress, count

from variorum.claims import dates, marks, numberwords, places
from variorum.claims.attribution.lexicon import triggers
from variorum.claims.grammar import Phrases, grammar
from variorum.claims.words import Words, cut, fold
from variorum.languages.lexicon import lexicon
from variorum.languages.met import Met

_LETTERS = re.compile(r"[^\W\d_]+")
_PLACED = (
    *(marks.VERB, marks.JOINT, marks.CUE, marks.DATE, marks.NUMBER, marks.PLACE),
    *(marks.TURNING, marks.HOLLOW, marks.FORESEEN),
)
"""Marks whose words are found by their number."""


@cache
def _marks(language: str) -> Met[int] | None:
    """A word as written -> its marks; None in a language without a grammar."""
    rules, lex = grammar(language), lexicon(language)
    if rules is None or lex is None:
        return None
    dated, counted = dates.openers(language), numberwords.openers(language)
    placed, cued = places.heads(language), triggers(language)

    def tell(word: str) -> int:
        folded, digits = fold(word), word[0].isdecimal()
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
            | marks.TURNING * (word[0].isalnum() and lex.turning(word))
            | marks.HOLLOW * (folded in rules.hollow)
            | marks.FORESEEN * (folded in rules.foreseen)
        )

    return Met(tell)


def read(text: str, language: str = "en") -> Words:
    """The words of a text with all that can be told of them; bare ones without a grammar."""
    words, known, rules = cut(text, language), _marks(language), grammar(language)
    if known is None or rules is None:
        return words
    found = list(map(known.__getitem__, words.written[: len(words.starts)]))
    placed: dict[int, list[int]] = {mark: [] for mark in _PLACED}
    rows = {told: [placed[mark] for mark in _PLACED if told & mark] for told in set(found)}
    for n in compress(count(), found):
        for numbers in rows[found[n]]:
            numbers.append(n)
    verbs = [n for n in placed[marks.VERB] if rules.finite(words, n)]
    finite = [False] * len(words.written)
    for n in verbs:
        finite[n] = True
    return replace(
        words,
        marks=found,
        finite=finite,
        joints=sorted({*placed[marks.JOINT], *verbs}),
        cues=placed[marks.CUE],
        dates=placed[marks.DATE],
        numbers=placed[marks.NUMBER],
        places=placed[marks.PLACE],
        turning=placed[marks.TURNING],
        hollow=_standing(words, placed[marks.HOLLOW], rules.hollow),
        foreseen=_standing(words, placed[marks.FORESEEN], rules.foreseen),
    )


def _standing(words: Words, numbers: list[int], phrases: Phrases) -> list[range]:
    """Where phrases stand that begin at some of the words."""
    return [
        range(n, n + len(phrase))
        for n in numbers
        for phrase in phrases[words.folded[n]]
        if tuple(words.folded[n : n + len(phrase)]) == phrase
    ]
