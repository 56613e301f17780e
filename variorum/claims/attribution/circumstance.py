"""What stands between a verb of speaking and what is said: listeners, places and times."""

from __future__ import annotations

from variorum.claims.attribution.lexicon import Verb
from variorum.claims.attribution.sentences import QUOTE, Sentence

_ASIDE = 6
"""Tokens of ", on the other hand,", at most."""


def past(s: Sentence, at: int) -> int:
    """The first token after a phrase of place, time or manner that follows a verb."""
    words = s.lex.words
    while at < s.stop and not s.lex.plain[s.low[at]]:
        low = s.low[at]
        if (
            low in words.times
            or (low.endswith(words.manner_endings) and not s.upper[at])
            or (low in words.adverbs and low not in words.determiners)
        ):
            at += 1
        elif low in words.determiners and at + 1 < s.stop and s.low[at + 1] in words.times:
            at += 2
        elif low in s.lex.verbs:
            break
        elif low in words.circumstance and not _counts(s, at):
            at = _past_phrase(s, at + 1)
        else:
            break
    return at


def _counts(s: Sentence, at: int) -> bool:
    """Whether a preposition begins a quantity: "over the age of", "about 480 miners"."""
    words = s.lex.words
    if " ".join(s.low[at : at + 2]) in words.quantity:
        return True
    if s.low[at] not in words.approximate or at + 2 >= s.stop:
        return False
    number, noun = s.low[at + 1], s.low[at + 2]
    return (number[0].isdigit() or number in words.numbers) and noun not in words.times


def _past_phrase(s: Sentence, first: int) -> int:
    """The first token after the noun phrase of a preposition."""
    at = first
    while at < s.stop and not _ends(s, at, first):
        at += 1
    return at


def _ends(s: Sentence, at: int, first: int) -> bool:
    """Whether the phrase that began at ``first`` ends before this token."""
    words, low = s.lex.words, s.low[at]
    if low in (",", QUOTE, ":", ";") or low in words.subjects or low in words.circumstance:
        return True
    if low in s.lex.verbs and low not in words.nounlike and low not in words.documents:
        return True
    if at == first:
        return False
    prior = s.low[at - 1]
    if low in words.relative or (low in words.determiners and prior not in words.prepositions):
        return True
    follows = s.start[at] in s.names and s.end[at - 1] in s.names
    named = s.upper[at] and (not s.upper[at - 1] or follows)
    return named and prior not in words.determiners and prior not in words.prepositions


def aside(s: Sentence, comma: int) -> int:
    """Past an aside between commas that only connects, from its first: ", for instance,"."""
    words = s.lex.words
    for at in range(comma + 1, min(comma + _ASIDE, s.stop)):
        low = s.low[at]
        if low == ",":
            return at + 1 if at > comma + 1 else comma
        if not (
            low in words.adverbs
            or low in words.settings
            or low in words.prepositions
            or low in words.determiners
            or low in words.subordinators
        ):
            break
    return comma


def listener(s: Sentence, at: int, verb: Verb) -> tuple[int, tuple[int, int] | None]:
    """Past the person or outlet who is told, and the tokens of the outlet."""
    words = s.lex.words
    if verb.lemma not in words.telling or at >= s.stop or s.low[at] in words.that:
        return at, None
    begin = at
    if s.low[at] in words.determiners:
        at += 1
    people = words.listeners | words.nouns
    while at < s.stop and not s.upper[at] and s.low[at] in people:
        at += 1
    while at < s.stop and (s.upper[at] or s.low[at].isdigit()):
        at += 1
    while at < s.stop and s.upper[at - 1] and s.low[at] in words.outlet_words:
        at += 1
    return (at, (begin, at)) if at > begin else (at, None)
