"""What a claim says to hold, says not to hold, or leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from variorum.languages.lexicon import SEAT, Entry, Lexicon

SCOPE = 8
"""Words a negation reaches."""
SENTENCE_SCOPE = 30
"""Words a denial reaches."""
DENIED = 3
"""Content words after "denied" that name what is said not to have been done."""
CONTENT_WEIGHT = 0.16
"""Commoner words in what is denied say nothing."""
DEED_WEIGHT = 0.1
"""Commoner words (been, any) name no deed."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document, looked up."""

    spoken: list[str]
    """As written."""
    small: list[str]
    """In small letters."""
    entries: list[Entry]
    pauses: list[bool]
    """Whether a comma or another sign of a pause follows."""
    cues: dict[int, str]
    """Which words, by number, turn a statement round, open it or end a clause."""
    lexicon: Lexicon


class Turned(NamedTuple):
    """What a claim denies and leaves open."""

    denied: frozenset[str]
    """Keys and families that it says do not hold."""
    rejected: tuple[frozenset[str], ...]
    """Keys and families of the words that come first in it: the deed said not to be done."""
    doer: frozenset[str]
    """Names before a plain negation: who is said not to have done it."""
    unclear: bool
    nobody: frozenset[str] | None = None
    """Groups of which it says that no one did it, or none was met by it; empty where they are
    no group but all the world; None where it says no such thing."""
    denier: frozenset[str] = frozenset()
    """Names, groups and seats of those of whom it says that they deny it."""


_PLAIN = Turned(frozenset(), (), frozenset(), False)


def turned(words: Words, first: int, last: int) -> Turned:
    """What the words from ``first`` to before ``last`` deny."""
    if words.cues.keys().isdisjoint(range(first, last)):
        return _PLAIN
    denied: set[str] = set()
    rejected: list[frozenset[str]] = []
    doer: set[str] = set()
    reach = fresh = void = 0
    unclear = met = False
    nobody: frozenset[str] | None = None
    denier: frozenset[str] = frozenset()
    for number in range(first, last):
        entry, cue = words.entries[number], words.cues.get(number, "")
        unclear = unclear or cue == "unclear"
        if cue == "break":
            reach = 0
        elif cue == "error":
            void = SCOPE
        elif cue == "not" and void > 0:
            void = 0
        elif cue in ("not", "deny"):
            if cue == "not" and not met:
                doer = {e.key for e in words.entries[first:number] if e.kind == "name"}
            if nobody is None and cue == "not":
                nobody = _nobody(words, number, first, last)
            if not denier and cue == "deny":
                denier = who(words.entries[first:number], words.lexicon)
            met = True
            reach = SCOPE if cue == "not" else SENTENCE_SCOPE
            fresh = 0 if rejected else 1 if cue == "not" else DENIED
        elif reach > 0:
            keys = (entry.key, *entry.families)
            if entry.weight >= CONTENT_WEIGHT:
                denied.update(keys)
            if fresh and _deed(entry, words.spoken[number], words.lexicon):
                rejected.append(frozenset(keys))
                fresh -= 1
        reach = 0 if words.pauses[number] and reach <= SCOPE else reach - 1
        void -= 1
    return Turned(frozenset(denied), tuple(rejected), frozenset(doer), unclear, nobody, denier)


def _nobody(words: Words, number: int, first: int, last: int) -> frozenset[str] | None:
    """The groups whose every member a negation leaves out; None where it leaves out nobody.

    "No box left" leaves out all the world too, where it opens the claim.
    """
    lexicon, spoken = words.lexicon, words.small[number]
    if spoken in lexicon.framing.nobody:
        return frozenset()
    if spoken not in lexicon.framing.none:
        return None
    for entry in words.entries[number + 1 : min(last, number + 3)]:
        found = lexicon.persons.intersection((entry.key, *entry.families))
        if found:
            return found & lexicon.groups
    return frozenset() if number == first else None


def who(entries: Sequence[Entry], lexicon: Lexicon) -> frozenset[str]:
    """Names, groups and seats of government among some words."""
    names = {entry.key for entry in entries if entry.kind == "name"}
    families = {family for entry in entries for family in entry.families}
    return frozenset(
        names | (families & lexicon.groups) | {f for f in families if f.startswith(SEAT)}
    )


def told(words: Words) -> list[tuple[str, ...]]:
    """Keys and families of every word; empty for those by which a deed is only mentioned."""
    mention, before = words.lexicon.framing.mention, words.lexicon.framing.mention_before
    found = [(entry.key, *entry.families) for entry in words.entries]
    for number, word in enumerate(words.small):
        if word in mention and number + 1 < len(found):
            found[number + 1] = ()
        if word in before and number:
            found[number - 1] = ()
    return found


def _deed(entry: Entry, spoken: str, lexicon: Lexicon) -> bool:
    """Whether a word can name what was done, and not who did it or who says so."""
    if entry.kind != "word" or entry.weight < DEED_WEIGHT or not spoken.islower():
        return False
    if entry.key in lexicon.framing.light:
        return False
    return lexicon.framing.aside.isdisjoint(entry.families)
