"""Whether one wording still says what another said, as far as a ruling may trust it to.

Words may come, go and change their form. What decides who, how many, when, whether and how
surely may not: digits, number words, names, dates, negations and modals stand in both
wordings, in one order. In a language without a pack nobody can tell, so nothing follows.
"""

from __future__ import annotations

import re
from functools import cache

from variorum.languages import Pack, pack
from variorum.languages.lexicon import Lexicon, lexicon

_TABLES = (
    ("numbers", ("ones", "tens", "scales", "ordinals", "vague", "some_time", "few", "fractions")),
    ("dates", ("months", "weekdays", "seasons", "days", "spans", "parts")),
)
"""The tables of a pack whose keys are number words and words of dates."""
_HEDGES = ("hedges", "after")
"""Those whose keys, of one word or more, say how a number is meant."""
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*")


def follows(before: str, after: str, language: str) -> bool:
    """Whether a ruling on some words still holds of what they became."""
    words, found = lexicon(language), pack(language)
    if words is None or found is None:
        return False
    return _decisive(before, words, found) == _decisive(after, words, found)


def _decisive(text: str, words: Lexicon, source: Pack) -> list[str]:
    """What of a text no ruling may see changed: words in their order, then hedges."""
    listed, hedges = _listed(source)
    spoken = _WORD.findall(text)
    small = [word.lower().replace("’", "'") for word in spoken]
    decisive = []
    turning = {n for n, kind in words.turns(spoken).items() if kind != "break"}
    for n, word in enumerate(spoken):
        # At the head of a quotation a capital says nothing, nor does a single letter ("A").
        name = words.entry(word).kind == "name" and len(word) > 1
        named = word[0].isupper() and (n > 0 or name)
        if any(map(str.isdigit, word)) or named or small[n] in listed or n in turning:
            decisive.append(small[n].removesuffix("'s"))
    padded = f" {' '.join(small)} "
    return decisive + [hedge for hedge in hedges if f" {hedge} " in padded]


@cache
def _listed(source: Pack) -> tuple[frozenset[str], tuple[str, ...]]:
    """A language's number words, words of dates and modals; its hedges; in small letters."""
    listed = set(source.table("cues")["words"]["modals"])
    for name, keys in _TABLES:
        for key in keys:
            listed.update(source.table(name).get(key, {}))
    hedges = {hedge for key in _HEDGES for hedge in source.table("numbers")[key]}
    return frozenset(listed), tuple(sorted(hedges))
