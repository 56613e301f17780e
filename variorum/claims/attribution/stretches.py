"""What a stretch of a sentence is, as far as its words tell: a speaker, a name, a clause."""

from __future__ import annotations

from variorum.claims.attribution import phrases
from variorum.claims.attribution.sentences import QUOTE, STOPS, Sentence

HEADING = 6
"""Tokens a source before or after a headline's colon has at most."""


def speaks(s: Sentence, begin: int, end: int) -> bool:
    """Whether a phrase can name a speaker: a capital, a pronoun or a speaker's noun.

    After an article any noun can, where nothing stands before that it may belong to.
    """
    words = s.lex.words
    if s.low[end - 1] in words.things and s.start[begin] not in s.names:
        return False
    if s.low[end - 1] in words.adjectives and not s.upper[end - 1]:
        return False
    if not s.lex.plain[s.low[end - 1]] and all(
        low in words.times or low in words.determiners for low in s.low[begin:end]
    ):
        return s.low[begin] in words.pronouns and end - begin == 1
    bordered = begin == 0 or s.low[begin - 1] in STOPS or s.low[begin - 1] in words.joiners
    if s.low[begin] in words.articles and (bordered or s.low[begin - 1] in words.bounds):
        return True
    return any(
        s.low[at] in words.subjects
        or s.low[at] in words.nouns
        or s.low[at] in words.documents
        or s.low[at] in words.portions
        or (s.low[at] in words.pronouns and (at + 1 == end or s.low[at + 1] in words.binding))
        or (s.upper[at] and s.low[at] not in words.determiners and (at or _opens(s, end)))
        for at in range(begin, end)
    )


def _opens(s: Sentence, end: int) -> bool:
    """Whether the capital at the sentence's head may be more than its own: a name or a plural."""
    named = s.start[0] in s.names or s.headline
    return named or s.low[end - 1].endswith(s.lex.words.plural_endings)


def names(s: Sentence, begin: int, end: int) -> bool:
    """Whether a stretch of a headline is nothing but a speaker's name or noun."""
    words = s.lex.words
    if not 0 < end - begin <= HEADING:
        return False
    if any(
        phrases.bars(s, at, end - 1) or s.low[at] in words.auxiliaries for at in range(begin, end)
    ):
        return False
    return (
        s.low[end - 1] in words.nouns
        or s.low[end - 1] in words.documents
        or s.end[end - 1] in s.names
    )


def heads(s: Sentence, begin: int, end: int) -> bool:
    """Whether a phrase surely names a speaker: it ends in a name or in a speaker's noun."""
    words = s.lex.words
    for at in range(begin, end):
        if s.low[at] in words.prepositions and at > begin:
            end = at
            break
    return s.upper[end - 1] or s.low[end - 1] in words.nouns or s.low[end - 1] in words.subjects


def told(s: Sentence, begin: int, end: int) -> bool:
    """Whether a phrase's own noun is one for something that is read or somebody who speaks."""
    words = s.lex.words
    for at in range(begin + 1, end):
        if s.low[at] in words.prepositions:
            end = at
            break
    if s.low[end - 1] in words.things:
        return False
    return s.low[end - 1] in words.documents or s.low[end - 1] in words.nouns


def clause(s: Sentence, begin: int, end: int) -> bool:
    """Whether a stretch holds a finite verb or a quotation, as far as its words tell."""
    words = s.lex.words
    endings = words.past_endings
    return any(
        low in words.finite
        or low == QUOTE
        or low in words.auxiliaries
        or low in s.lex.verbs
        or not words.contractions.isdisjoint(low)
        or low.endswith(endings)
        for low in s.low[begin:end]
    ) or any(_present(s, at) for at in range(begin + 1, end) if s.low[at] in s.lex.thirds)


def _present(s: Sentence, at: int) -> bool:
    """Whether a present form that may be a plural noun stands behind a noun or pronoun."""
    words, prior = s.lex.words, s.low[at - 1]
    if prior in words.subjects or prior in words.nouns or s.upper[at - 1]:
        return True
    single = s.lex.plain[prior] and not prior.endswith(words.plural_endings)
    return single and at > 1 and s.low[at - 2] in words.determiners


def states(s: Sentence, first: int) -> bool:
    """Whether a noun phrase with a finite verb right behind it begins at a token."""
    words = s.lex.words
    if first >= s.stop or s.low[first] in words.subjects:
        return first < s.stop
    end = phrases.after(s, first)
    if end is None or end >= s.stop:
        return False
    low = s.low[end]
    if low in words.finite or low in words.auxiliaries:
        return True
    following = s.low[end + 1] if end + 1 < s.stop else ""
    return low.endswith(words.past_endings) and following not in words.through_by


def share(s: Sentence, begin: int, end: int) -> bool:
    """Whether so many in a hundred are said to speak: none of them can be asked what they know."""
    words = s.lex.words
    if any(s.low[n] in words.nouns or s.upper[n] for n in range(begin + 1, end)):
        return False
    portions = (n for n in range(begin, end) if s.low[n] in words.portions)
    # "A third militant" is one of three.
    return any(n + 1 == end or s.low[n + 1] in words.prepositions for n in portions)
