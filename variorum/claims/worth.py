"""Which clauses are claims: questions, commands, opinion, feeling and fragments are not."""

from __future__ import annotations

from variorum.claims.grammar import Grammar
from variorum.claims.words import Words

_SHORTEST = 4
"""Fewest words of a claim in running text."""
_SHORTEST_TITLE = 3
"""Fewest words of a claim in a headline."""
_FEELING_REACH = 4
"""Words at the head of a clause in which a speaker's feeling shows."""
_CAPITAL_SHARE = 0.75


def is_claim(
    words: Words, first: int, last: int, grammar: Grammar, *, title: bool, figured: bool
) -> bool:
    """Whether the clause from word ``first`` to word ``last`` states what could be checked.

    ``title``: it stands in a headline, where verbs may be missing. ``figured``: a figure
    stands in it.
    """
    count = sum(1 for n in range(first, last + 1) if words.folded[n][0].isalnum())
    if count < (_SHORTEST_TITLE if title or figured else _SHORTEST):
        return False
    if _asks(words, first, last, grammar) or _talks(words, first, last, grammar):
        return False
    if title:
        return True
    if not grammar.has_finite(words, first, last):
        return figured and any(
            grammar.form(words.folded[n]) in ("past", "gerund", "participle")
            for n in range(first, last + 1)
        )
    return not _judges(words, first, last, grammar)


def _asks(words: Words, first: int, last: int, grammar: Grammar) -> bool:
    """Whether a question mark closes it, or it opens like a question."""
    n = last + 1
    while words.at(n) in {"'", '"', "”", "’", ")", "]", "!"}:
        n += 1
    return words.at(n) == "?" or words.at(last) == "?"


def _talks(words: Words, first: int, last: int, grammar: Grammar) -> bool:
    """Whether it addresses the reader or commands."""
    drop = grammar.words["drop"]
    head = words.folded[first]
    if head in drop["commands"] and grammar.form(head) in (None, "base"):
        following = words.at(first + 1)
        subject = first + 1 <= last and grammar.finite(words, first + 1)
        return not subject and following not in {",", "and"}
    return False


def _judges(words: Words, first: int, last: int, grammar: Grammar) -> bool:
    """Whether it only tells a feeling or a judgement."""
    drop = grammar.words["drop"]
    folded = words.folded[first : last + 1]
    head = folded[:_FEELING_REACH]
    if head[0] in drop["first_person"] or (len(head) > 1 and head[1] in drop["first_person"]):
        if any(word in drop["feelings"] for word in head[1:]):
            return True
        if any(word in drop["opinion"] for word in folded):
            return True
    if folded[0] in drop["second_person"]:
        return True
    size = sum(word[0].isalpha() for word in folded)
    judged = sum(word in drop["opinion"] for word in folded)
    return (judged > 0 and size <= 8) or (judged >= 2 and size <= 20)
