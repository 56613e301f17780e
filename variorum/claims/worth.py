"""Which clauses are claims: questions, commands, opinion, feeling and fragments are not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from variorum.claims import kinds
from variorum.claims.grammar import Grammar
from variorum.claims.words import Words, holds

_SHORTEST = 4
"""Fewest words of a claim in running text."""
_SHORTEST_TITLE = 3
"""Fewest words of a claim in a headline."""
_SHORTEST_FIGURE = 2
"""Fewest words of a claim with a figure in it."""
_HOLLOW_REACH = 9
"""Words at the head of a clause in which such a phrase makes it one."""
_FEELING_REACH = 4
"""Words at the head of a clause in which a speaker's feeling shows."""
_SHORT_JUDGEMENT = 14
"""Words up to which a clause with a judgement in it has nothing else to say."""
_LONGEST_CHAT = 8
"""Quoted words beyond this are taken to tell more than talk."""


class Setting(NamedTuple):
    """Where a clause stands."""

    title: bool
    """In a headline, where verbs may be missing."""
    figured: bool
    """With a figure in it."""
    dated: bool
    """With a date in it."""
    quoted: bool
    """Between quotation marks."""
    narrated: bool
    """In the article's own voice: neither quoted nor handed on."""
    counted: bool
    """By a rule that asks for a figure and for no verb."""


def is_claim(words: Words, first: int, last: int, grammar: Grammar, setting: Setting) -> bool:
    """Whether the clause from word ``first`` to word ``last`` states what could be checked."""
    if _is_scrap(words, first, last, setting):
        return False
    if asks(words, first, last):
        return False
    if words.folded[last + 1] == ":" and _announces(words, first, last, grammar):
        return False
    if words.folded[first] in grammar.words["drop"]["commands"] and _commands(
        words, first, last, grammar
    ):
        return False
    if _is_open(words, first, last):
        return False
    if _is_hollow(words, first, last) or _presents(words, first, grammar):
        return False
    if setting.title or setting.counted:
        return True
    if not grammar.has_verb(words, first, last):
        return setting.figured and any(
            grammar.form(words.folded[n]) in ("past", "gerund", "participle")
            or words.folded[n] in grammar.words["join"]["parted"]
            for n in range(first, last + 1)
        )
    own = setting.narrated and _is_own(words, first, grammar)
    free = not (setting.figured or setting.dated)
    return not (
        own
        or (free and _judges(words, first, last, grammar))
        or (free and setting.quoted and _chats(words, first, last, grammar))
    )


def _is_own(words: Words, n: int, grammar: Grammar) -> bool:
    """Whether a word stands for who writes or speaks; "US" in capitals is a country."""
    if words.folded[n] not in grammar.words["drop"]["first_person"]:
        return False
    return len(words.written[n]) == 1 or not words.written[n].isupper()


def _is_scrap(words: Words, first: int, last: int, setting: Setting) -> bool:
    """Whether it is too short to state anything."""
    least = _SHORTEST_TITLE if setting.title else _SHORTEST
    least = _SHORTEST_FIGURE if setting.figured else least
    for n in range(first, last + 1):
        least -= words.folded[n][0].isalnum()
        if least <= 0:
            return False
    return True


def asks(words: Words, first: int, last: int) -> bool:
    """Whether a question mark stands in it or closes it."""
    n = last + 1
    while words.folded[n] in {"'", '"', "”", "’", ")", "]", "!"}:
        n += 1
    return words.folded[n] == "?" or "?" in words.folded[first : last + 1]


def _is_hollow(words: Words, first: int, last: int) -> bool:
    """Whether it is about the article's own making, or signs somebody's post."""
    return holds(range(first, min(last, first + _HOLLOW_REACH) + 1), words.hollow)


def _is_open(words: Words, first: int, last: int) -> bool:
    """Whether it breaks off inside a bracket."""
    told = words.folded[first : last + 1]
    return told.count("(") > told.count(")")


def _presents(words: Words, first: int, grammar: Grammar) -> bool:
    """Whether it only shows what follows: "here are three of these inconsistencies"."""
    head, mark, _ = words.folded[first].partition("'")
    shows = head in grammar.words["drop"]["presenting"]
    return shows and (bool(mark) or words.folded[first + 1] in grammar.be)


def _announces(words: Words, first: int, last: int, grammar: Grammar) -> bool:
    """Whether it only points to what stands below it ("They sent this picture:")."""
    n = last + 1
    if words.folded[n] != ":" or words.folded[first] not in grammar.words["drop"]["pointing"]:
        return False
    return not words.written[n + 1] or "\n" in words.text[words.ends[n] : words.starts[n + 1]]


def _chats(words: Words, first: int, last: int, grammar: Grammar) -> bool:
    """Whether quoted words only talk: they name nobody and tell no event.

    In short ones with a speaker's own subject ("we", "it", "there") even an event is talk.
    """
    if any(
        words.written[n][0].isupper() and not _is_own(words, n, grammar)
        for n in range(first + 1, last + 1)
    ):
        return False
    if not grammar.words["kinds"]["negations"].isdisjoint(words.folded[first : last + 1]):
        return False
    if holds(range(first, last + 1), words.foreseen):
        return False
    talk = words.folded[first] in grammar.words["drop"]["talk"]
    if talk and last - first <= _LONGEST_CHAT:
        return True
    return kinds.of(words, (first, last), (), grammar) != "event"


def _commands(words: Words, first: int, last: int, grammar: Grammar) -> bool:
    """Whether it addresses the reader or commands."""
    drop = grammar.words["drop"]
    head = words.folded[first]
    if head in drop["commands"] and grammar.form(head) in (None, "base"):
        following = words.folded[first + 1]
        subject = first + 1 <= last and words.finite[first + 1]
        return not subject and following not in {",", "and"}
    return False


def _judges(words: Words, first: int, last: int, grammar: Grammar) -> bool:
    """Whether it only tells a feeling or a judgement."""
    drop = grammar.words["drop"]
    folded = words.folded[first : last + 1]
    head = folded[:_FEELING_REACH]
    own = any(_is_own(words, n, grammar) for n in range(first, min(last, first + 1) + 1))
    if own and not drop["feelings"].isdisjoint(head[1:]):
        return True
    if folded[0] in drop["second_person"]:
        return True
    modal = not drop["modals"].isdisjoint(folded)
    if not modal and drop["opinion"].isdisjoint(folded):
        return False
    short = sum(word[0].isalpha() for word in folded) <= _SHORT_JUDGEMENT
    if short and modal:
        return True
    judged = (n for n, word in enumerate(folded) if word in drop["opinion"])
    return (short or own) and any(_said_of(folded, n, grammar) for n in judged)


def _said_of(folded: Sequence[str], n: int, grammar: Grammar) -> bool:
    """Whether a form of "be" says word ``n`` of something: no noun's "in bad weather" between."""
    drop, join = grammar.words["drop"], grammar.words["join"]
    for word in reversed(folded[max(0, n - _FEELING_REACH) : n]):
        if word in drop["judging"]:
            return True
        if word in join["prepositions"] and word != "to":
            return False
    return False
