"""Noun phrases beside a cue, found by walking from it to the next sure border."""

from __future__ import annotations

from variorum.claims.attribution.lexicon import Lexicon
from variorum.claims.attribution.sentences import QUOTE, Sentence

LONGEST = 16
"""Tokens a speaker's phrase may have; longer walks have missed a border."""
_STOPS = frozenset(",;:—–-()[]?!…." + QUOTE)


def before(s: Sentence, last: int, lex: Lexicon, first: int = 0) -> int | None:
    """Where the noun phrase that ends at token ``last`` begins; None where there is none."""
    words = lex.words
    if last < first or s.low[last] in _STOPS:
        return None
    if s.low[last] in words["subjects"]:
        return last
    at, begin = last, None
    while at >= first and last - at < LONGEST:
        low = s.low[at]
        if low in _STOPS or low in words["bounds"] and not s.upper[at] or low in words["subjects"]:
            break
        if low in words["prepositions"]:
            if begin is None or low not in words["inner"] or not _nominal(s, at - 1, lex, first):
                break
        elif low in lex.verbs and at < last and _finite(s, at, lex):
            break
        elif low in words["joiners"]:
            if not (at - 1 >= first and _joined(s, at, lex)):
                break
        elif low.endswith(words_past(lex)) and at < last and at > first:
            if s.low[at - 1] in words["passive"]:
                break
            begin = at
        else:
            begin = at
        at -= 1
    return begin


def words_past(lex: Lexicon) -> tuple[str, ...]:
    """Endings of participles."""
    return tuple(lex.words["participles"])


def _nominal(s: Sentence, at: int, lex: Lexicon, first: int) -> bool:
    """Whether a phrase of place or belonging may hang on the token."""
    if at < first:
        return False
    low = s.low[at]
    return (
        s.upper[at]
        or low in lex.words["nouns"]
        or low in lex.words["documents"]
        or (s.low[at + 1] == "of" and low.isalpha() and low not in lex.words["bounds"])
    )


def _finite(s: Sentence, at: int, lex: Lexicon) -> bool:
    """Whether a cue word inside a walk is surely a verb."""
    verb = lex.verbs[s.low[at]]
    return (
        "past" in verb.forms and not s.upper[at] and s.low[at - 1] not in lex.words["determiners"]
    )


def _joined(s: Sentence, at: int, lex: Lexicon) -> bool:
    """Whether "and" joins two speakers rather than two clauses."""
    left, right = s.low[at - 1], s.low[at + 1]
    if s.low[at] != "and" and s.low[at] not in lex.words["joining"]:
        return False
    return (s.upper[at - 1] and s.upper[at + 1]) or (
        left in lex.words["nouns"] and (right in lex.words["nouns"] or not s.upper[at + 1])
    )


def after(s: Sentence, first: int, lex: Lexicon) -> int | None:
    """Where the noun phrase that begins at token ``first`` ends (exclusive); None without one."""
    words = lex.words
    if first >= len(s.low) or s.low[first] in _STOPS:
        return None
    if s.low[first] in words["subjects"]:
        return first + 1
    at = first
    while at < len(s.low) and at - first < LONGEST:
        low = s.low[at]
        if low in _STOPS or low in words["bounds"] and at > first or low in words["subjects"]:
            break
        if low in words["prepositions"]:
            if at == first or not (
                low in ("of",) or low in words["inner"] and _nominal(s, at - 1, lex, first)
            ):
                break
            if at + 1 < len(s.low) and s.low[at + 1] in words["times"]:
                break
        elif low in words["joiners"]:
            if at + 1 >= len(s.low) or not _joined(s, at, lex):
                break
        elif low in words["times"] and at > first:
            break
        elif low in lex.verbs and at > first and _finite(s, at, lex):
            break
        elif (
            at > first
            and low in words["determiners"]
            and s.low[at - 1] not in words["prepositions"]
        ):
            if s.low[at - 1] not in words["determiners"] and s.low[at - 1] not in words["joiners"]:
                break
        at += 1
    while at > first and s.low[at - 1] in words["prepositions"]:
        at -= 1
    return at if at > first else None


def speaks(s: Sentence, begin: int, end: int, lex: Lexicon) -> bool:
    """Whether a phrase can name a speaker: a capital, a pronoun or a speaker's noun."""
    for at in range(begin, end):
        low = s.low[at]
        if (
            low in lex.words["subjects"]
            or low in lex.words["nouns"]
            or low in lex.words["documents"]
        ):
            return True
        if s.upper[at] and (at or low not in lex.words["determiners"]):
            return True
    return False
