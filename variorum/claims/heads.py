"""What the words of a text may be or begin, told by each alone: looked up once for all rules."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import compress, count

from variorum.claims import dates, numberwords, places, wordclasses
from variorum.claims.attribution.lexicon import triggers
from variorum.claims.grammar import Phrases, grammar
from variorum.claims.words import Words, cut, fold
from variorum.languages.lexicon import lexicon
from variorum.languages.met import Met

_LETTERS = re.compile(r"[^\W\d_]+")
_PLACED = (
    *(
        wordclasses.VERB,
        wordclasses.JOINT,
        wordclasses.CUE,
        wordclasses.DATE,
        wordclasses.NUMBER,
        wordclasses.PLACE,
    ),
    *(wordclasses.TURNING, wordclasses.HOLLOW, wordclasses.FORESEEN),
)
"""Classes whose words are found by their number."""


@cache
def _classes(language: str) -> Met[int] | None:
    """A word as written -> its classes; None in a language without a grammar."""
    rules, lex = grammar(language), lexicon(language)
    if rules is None or lex is None:
        return None
    dated, counted = dates.openers(language), numberwords.openers(language)
    placed, cued = places.heads(language), triggers(language)

    def tell(word: str) -> int:
        folded, digits = fold(word), word[0].isdecimal()
        return (
            wordclasses.VERB * rules.conjugated(folded)
            | wordclasses.JOINT * rules.joins(folded)
            | wordclasses.COORDINATING * (folded in rules.words["join"]["coordinate"])
            | wordclasses.OPENING * (folded in rules.opening)
            | wordclasses.NESTING * (folded in rules.nesting)
            | wordclasses.CUE * (not cued.isdisjoint(_LETTERS.findall(folded)))
            | wordclasses.DATE * (digits or folded in dated)
            | wordclasses.NUMBER * (digits or folded in counted)
            | wordclasses.PLACE * (word[0].isupper() and folded in placed)
            | wordclasses.TURNING * (word[0].isalnum() and lex.turning(word))
            | wordclasses.HOLLOW * (folded in rules.hollow)
            | wordclasses.FORESEEN * (folded in rules.foreseen)
        )

    return Met(tell)


def read(text: str, language: str = "en") -> Words:
    """The words of a text with all that can be told of them; bare ones without a grammar."""
    words, known, rules = cut(text, language), _classes(language), grammar(language)
    if known is None or rules is None:
        return words
    found = list(map(known.__getitem__, words.written[: len(words.starts)]))
    placed: dict[int, list[int]] = {one: [] for one in _PLACED}
    rows = {told: [placed[one] for one in _PLACED if told & one] for told in set(found)}
    for n in compress(count(), found):
        for numbers in rows[found[n]]:
            numbers.append(n)
    verbs = [n for n in placed[wordclasses.VERB] if rules.finite(words, n)]
    finite = [False] * len(words.written)
    for n in verbs:
        finite[n] = True
    return replace(
        words,
        classes=found,
        finite=finite,
        joints=sorted({*placed[wordclasses.JOINT], *verbs}),
        cues=placed[wordclasses.CUE],
        dates=placed[wordclasses.DATE],
        numbers=placed[wordclasses.NUMBER],
        places=placed[wordclasses.PLACE],
        turning=placed[wordclasses.TURNING],
        hollow=_standing(words, placed[wordclasses.HOLLOW], rules.hollow),
        foreseen=_standing(words, placed[wordclasses.FORESEEN], rules.foreseen),
    )


def _standing(words: Words, numbers: list[int], phrases: Phrases) -> list[range]:
    """Where phrases stand that begin at some of the words."""
    return [
        range(n, n + len(phrase))
        for n in numbers
        for phrase in phrases.get(words.folded[n], ())
        if tuple(words.folded[n : n + len(phrase)]) == phrase
    ]
