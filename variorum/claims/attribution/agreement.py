"""Whether a noun phrase can be the subject of a verb form: its number, and whether it acts."""

from __future__ import annotations

from variorum.claims.attribution.lexicon import Verb
from variorum.claims.attribution.sentences import Sentence


def helped(s: Sentence, begin: int, end: int, helpers: tuple[str, ...]) -> bool:
    """Whether a subject goes with the number of the verb's helping words, and acts by itself."""
    words = s.lex.words
    if not helpers and begin and s.low[begin - 1] in words.causing:
        return False
    if s.upper[end - 1] or s.low[end - 1] in words.subjects or s.low[end - 1] in words.bodies:
        return True
    plural = _plural(s, begin, end - 1)
    return words.plural_helpers.isdisjoint(helpers) if not plural else True


def agrees(s: Sentence, begin: int, last: int, verb: Verb) -> bool:
    """Whether subject and verb agree in number, where the form tells a number."""
    words, low = s.lex.words, s.low[last]
    if "past" in verb.forms or "gerund" in verb.forms or s.low[last + 1] in words.infinitives:
        return True
    if low in words.subjects:
        plural = low not in words.singular and low not in words.thing
    else:
        plural = _plural(s, begin, last)
        if s.upper[last] and "third" in verb.forms:
            return True
    return plural if "base" in verb.forms else not plural


def _plural(s: Sentence, begin: int, last: int) -> bool:
    """Whether a phrase names several, as its words tell."""
    words, head = s.lex.words, _head(s, begin, last)
    told = head.endswith(words.plural_endings) or head in words.plurals or head in words.pronouns
    return told or any(w in words.joining for w in s.low[begin:last])


def _head(s: Sentence, begin: int, last: int) -> str:
    """The last word of a phrase before its first preposition, shares and numbers passed over."""
    for at in range(begin + 1, last + 1):
        if s.low[at] in s.lex.words.prepositions:
            noun = at - 1
            while noun > begin and s.low[noun] in s.lex.words.adjectives:
                noun -= 1  # "people familiar with the matter"
            head = s.low[noun]
            return s.low[last] if head in s.lex.words.shares or head[0].isdigit() else head
    return s.low[last]
