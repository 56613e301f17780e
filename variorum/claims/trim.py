"""Span edges: what ties a clause to its surroundings is left outside it."""

from __future__ import annotations

from variorum.claims.grammar import CLOSING, OPENING, Grammar
from variorum.claims.words import Words

_PAIRS = {")": "(", "]": "[", "}": "{"}
_QUOTED = {"”": "“", "»": "«", '"': '"'}
"""Closing quotation marks, each with its opening one."""
_CLOSERS = _PAIRS.keys() | _QUOTED.keys()
_LONGEST_ASIDE = 40
"""Words looked through for the bracket that closes one."""
_LONGEST_LABEL = 6
"""Words of a label before its colon, at most."""
_LABEL = 4
"""Letters of a word that makes one: "UN:" may be who says what follows."""
_LONGEST_REPORT = 8
"""Words from "as we reported" to the comma that closes it, at most."""


def edges(words: Words, first: int, last: int, grammar: Grammar) -> tuple[int, int] | None:
    """First and last word of what is left; None when nothing is."""
    heads, tails, folded = grammar.heads, grammar.tails, words.folded
    first = _past_label(words, first, last)
    while first <= last and (folded[first] in heads or folded[last] in tails):
        begin, end = first, last
        if folded[first] in heads:
            first = _past_head(words, first, last, grammar)
        if first <= last and folded[last] in tails:
            last = _before_tail(words, first, last, grammar)
        if begin == first and end == last:
            break
    if first > last:
        return None
    unpaired = folded[last + 1] in _CLOSERS or folded[last] in _PAIRS
    return _balanced(words, first, last) if unpaired else (first, last)


def _past_label(words: Words, first: int, last: int) -> int:
    """After a label all in capitals and its colon: "UPDATE:", "FAMILY'S REACTION:"."""
    for n in range(first, min(first + _LONGEST_LABEL, last)):
        word = words.written[n]
        if word == ":" and n > first and any(len(w) >= _LABEL for w in words.written[first:n]):
            return n + 1
        if not (word.isupper() or word in "'’"):
            break
    return first


def settled(words: Words, last: int, grammar: Grammar) -> bool:
    """Whether ``edges`` leaves as it is what it once ended with word ``last``."""
    word = words.folded[last]
    return word not in grammar.tails and word not in _PAIRS


def _closed_inside(words: Words, first: int, last: int) -> bool:
    closing = {"(": ")", "[": "]", "{": "}"}[words.folded[first]]
    return closing in words.folded[first : min(last + 1, first + _LONGEST_ASIDE)]


def _past_head(words: Words, first: int, last: int, grammar: Grammar) -> int:
    """After the marks and the conjunction or adverb that open a clause."""
    while first <= last and words.folded[first] in OPENING:
        if words.folded[first] in "([{" and _closed_inside(words, first, last):
            break
        first += 1
    if first >= last:
        return first
    trim, word = grammar.words["trim"], words.folded[first]
    for phrase in grammar.phrases.get(word, ()):
        after = first + len(phrase)
        if words.folded[first + 1] != phrase[1] or after >= last:
            continue
        if tuple(words.folded[first:after]) == phrase:
            return _past_phrase(words, first, after, last, grammar)
    if word not in trim["heads"]:
        return first
    following = words.folded[first + 1]
    if following == ",":
        return first + 2
    if word in grammar.words["join"]["that"]:
        join, quoted = grammar.words["join"], following in OPENING
        following = words.folded[first + 2] if quoted else following
        return (
            first + 1 if following in join["subjects"] or following in join["articles"] else first
        )
    return first if word in trim["keep_before_comma"] else first + 1


def _past_phrase(words: Words, first: int, after: int, last: int, grammar: Grammar) -> int:
    """After an opening phrase that ends before word ``after``, where it stands alone.

    "As a result of the strike" stays whole; "as we reported on Tuesday," goes with its day.
    """
    trim, phrase = grammar.words["trim"], " ".join(words.folded[first:after])
    if words.folded[after] == ",":
        return after + 1
    if phrase in trim["reports"]:
        ends = range(after, min(after + _LONGEST_REPORT, last))
        return next((n + 1 for n in ends if words.folded[n] == ","), after)
    goes_on = words.folded[after] in grammar.words["join"]["prepositions"]
    return first if goes_on or phrase in trim["parenthetic"] else after


def _before_tail(words: Words, first: int, last: int, grammar: Grammar) -> int:
    tails = grammar.words["trim"]["tails"]
    while last >= first:
        word = words.folded[last]
        if word in CLOSING:
            if word == "." and _abbreviates(words, last):
                return last
            last -= 1
        elif word in tails:
            last -= 1
        else:
            return last
    return last


def _abbreviates(words: Words, last: int) -> bool:
    """Whether the full stop at ``last`` belongs to "U.S." or "a.m."."""
    if not (words.joined(last) and len(words.folded[last - 1]) == 1 and words.joined(last - 1)):
        return False
    return words.folded[last - 2] == "." and words.folded[last - 1].isalpha()


def _balanced(words: Words, first: int, last: int) -> tuple[int, int]:
    """With the bracket that closes one opened inside, or without one that was not."""
    following = words.folded[last + 1]
    inside = words.folded[first : last + 1]
    opened = _PAIRS.get(following)
    if opened and inside.count(opened) > inside.count(following) and words.joined(last + 1):
        return first, last + 1
    closing = _QUOTED.get(following) if words.joined(last + 1) else None
    if (
        closing and inside.count(closing) % 2
        if following == closing
        else (closing and inside.count(closing) > inside.count(following))
    ):
        return first, last + 1
    tail = inside[-1]
    if tail in _PAIRS and inside.count(_PAIRS[tail]) < inside.count(tail):
        return first, last - 1
    return first, last
