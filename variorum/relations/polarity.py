"""What a claim says to hold, says not to hold, or leaves open."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.languages.lexicon import SEAT, Entry, Lexicon

SCOPE = 8
"""Words a negation reaches."""
SENTENCE_SCOPE = 30
"""Words a denial reaches."""
DENIED = 3
"""Content words after "denied" that name what is said not to have been done."""
PARTIAL = 3
"""Words after a negation among which stands what makes it partial."""
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
    deciding: list[int]
    """Numbers of those of them without one of which nothing is denied or left open."""
    lexicon: Lexicon
    moods: dict[int, str]
    """Which words, by number, say of what follows that it is only possible or to come."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What a claim denies and leaves open."""

    denied: frozenset[str]
    """Keys and families that it says do not hold."""
    rejected: tuple[frozenset[str], ...]
    """Keys and families of the words that come first in it: the deed said not to be done."""
    doer: frozenset[str]
    """Who is said not to have done it: names before a plain negation, or who denies a deed that
    has no doer of its own."""
    unclear: bool
    nobody: frozenset[str] | None = None
    """Groups of which it says that no one did it, or none was met by it; empty where they are
    no group but all the world; None where it says no such thing."""
    denier: frozenset[str] = frozenset()
    """Names, groups and seats of those of whom it says that they deny it."""
    loose: bool = False
    """Whether it denies only a part, of some, or a thing and no deed."""


DECIDING = frozenset(("not", "deny", "unclear"))
"""Cues without one of which a claim only states."""
_PLAIN = Turned(frozenset(), (), frozenset(), False)


def turned(words: Words, first: int, last: int) -> Turned:
    """What the words from ``first`` to before ``last`` deny."""
    deciding = bisect_left(words.deciding, first)
    if deciding == bisect_left(words.deciding, last, deciding):
        return _PLAIN
    denied: set[str] = set()
    rejected: list[frozenset[str]] = []
    reach = fresh = void = 0
    met = -1
    for number in range(first, last):
        entry, cue = words.entries[number], words.cues.get(number, "")
        if cue == "break":
            reach = 0
        elif cue == "error":
            void = SCOPE
        elif cue == "not" and void > 0:
            void = 0
        elif cue in ("not", "deny"):
            met = number if met < 0 else met
            reach = SCOPE if cue == "not" else SENTENCE_SCOPE
            governing = _governing(words, number, first) if not rejected else []
            fresh = 0 if rejected else DENIED if cue == "deny" else 1 if governing else 2
            fresh = min(fresh, _heads(words, number)) if cue == "not" else fresh
            rejected += governing
        elif reach > 0:
            keys = (entry.key, *entry.families)
            if entry.weight >= CONTENT_WEIGHT:
                denied.update(keys)
            if fresh and _deed(entry, words.spoken[number], words.lexicon):
                rejected.append(frozenset(keys))
                denied.update(keys)
                fresh = 0 if _of(words, number) else fresh - 1
            elif fresh and reach <= SCOPE and not rejected and _thought(entry, words.lexicon):
                fresh = 0
        reach = 0 if words.pauses[number] and reach <= SCOPE else reach - 1
        void -= 1
    unclear = any(words.cues.get(number) == "unclear" for number in range(first, last))
    if met < 0 or _unsurpassed(words, met, last):
        return replace(_PLAIN, unclear=unclear)
    return _told(words, met, (first, last), frozenset(denied), tuple(rejected), unclear)


def _of(words: Words, number: int) -> bool:
    """Whether what follows only says of what the deed is ("the use of force")."""
    following = words.small[number + 1 : number + 2]
    return not words.lexicon.framing.complement.isdisjoint(following)


def _told(
    words: Words,
    met: int,
    claim: tuple[int, int],
    denied: frozenset[str],
    rejected: tuple[frozenset[str], ...],
    unclear: bool,
) -> Turned:
    """What is denied, with who denies or did not do it by the first negation, at ``met``."""
    first, last = claim
    before = words.entries[first:met]
    if words.cues[met] == "deny":
        denier = who(before, words.lexicon)
        doer = denier if _own_deed(words, met, last) else frozenset[str]()
        return Turned(denied, rejected, doer, unclear, None, denier)
    return Turned(
        denied,
        rejected,
        _named(words, first, met),
        unclear,
        _nobody(words, met, first, last),
        loose=_loose(words, met, first, last),
    )


def _named(words: Words, first: int, met: int) -> frozenset[str]:
    """Names before a negation, but for those that only say more of one ("Ivo Lund, of Velden,")."""
    parts: list[set[str]] = [set()]
    for number in range(first, met):
        entry = words.entries[number]
        # One letter is no name by which to know anybody.
        if entry.kind == "name" and len(entry.key) > 1:
            parts[-1].add(entry.key)
        if words.pauses[number]:
            parts.append(set())
    if len(parts) > 2 and not parts[-1] and any(parts[:-2]):
        parts[-2].clear()
    return frozenset[str]().union(*parts)


def _own_deed(words: Words, number: int, last: int) -> bool:
    """Whether a denial is of a deed without a doer of its own ("denies using", "the use of")."""
    after = words.small[number + 1 : min(last, number + 1 + DENIED)]
    if not after or after[0].endswith(words.lexicon.framing.loose.gerunds):
        return bool(after)
    return not words.lexicon.framing.complement.isdisjoint(after)


def _unsurpassed(words: Words, number: int, last: int) -> bool:
    """ "No storm has cost more lives": only that something was surpassed is denied."""
    framing, small = words.lexicon.framing, words.small
    return small[number] in framing.none and not framing.surpassing.isdisjoint(
        small[number + 2 : last]
    )


def _loose(words: Words, number: int, first: int, last: int) -> bool:
    """Whether a negation is partial, of some only, of a thing, of the time since then, or names a
    deed without denying it."""
    framing, small = words.lexicon.framing, words.small
    loose = framing.loose
    if small[number] in loose.thing or not loose.apart.isdisjoint(small[first:number]):
        return True
    after = small[number + 1 : min(last, number + 1 + PARTIAL)]
    if not loose.partial.isdisjoint(after) or not loose.cause.isdisjoint(small[number:last]):
        return True
    if not framing.since.isdisjoint(small[number:last]):
        return True  # what has not been done since May was done in May
    if small[number] in framing.nobody and not loose.topic.isdisjoint(after[:1]):
        return True
    helped = number > first and small[number - 1] in framing.helping
    return bool(after) and after[0].endswith(loose.gerunds) and not helped


def _heads(words: Words, number: int) -> int:
    """How many words name what a plain negation denies: with "no", what there was and the deed."""
    return 2 if words.small[number] in words.lexicon.framing.none else 1


def _governing(words: Words, number: int, first: int) -> list[frozenset[str]]:
    """The deed right before "no" or "nothing" ("found no evidence"); none where little is told."""
    framing = words.lexicon.framing
    if number == first or words.small[number] not in framing.none | framing.nobody:
        return []
    entry = words.entries[number - 1]
    if _deed(entry, words.spoken[number - 1], words.lexicon):
        return [frozenset((entry.key, *entry.families))]
    return []


def _thought(entry: Entry, lexicon: Lexicon) -> bool:
    """Whether a word says what somebody thought or answered, so that no deed is denied."""
    return not lexicon.framing.thoughts.isdisjoint(entry.families)


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


def replies(words: Words, first: int, last: int) -> bool:
    """Whether words reject what they only point at ("denied this", "rejects the allegations")."""
    framing, small = words.lexicon.framing, words.small
    if framing.rejection.isdisjoint(small[first : last - 1]):
        return False
    for number in range(first, last - 1):
        if small[number] in framing.rejection:
            after = small[number + 1 : min(last, number + 3)]
            behind = after[0] in framing.charged_after
            if after[0] in framing.pointing or (
                behind and not framing.charged.isdisjoint(after[1:])
            ):
                return True
    return False


def told(words: Words, first: int, last: int) -> set[str]:
    """Keys and families of some words but for those by which a deed is only mentioned."""
    mention, small = words.lexicon.framing.mention, words.small
    entries = [words.entries[n] for n in range(first, last) if not n or small[n - 1] not in mention]
    return {entry.key for entry in entries}.union(*[entry.families for entry in entries])


def _deed(entry: Entry, spoken: str, lexicon: Lexicon) -> bool:
    """Whether a word can name what was done, and not who did it or who says so."""
    if entry.kind != "word" or entry.weight < DEED_WEIGHT or not spoken.islower():
        return False
    if entry.key in lexicon.framing.light:
        return False
    return lexicon.framing.aside.isdisjoint(entry.families)
