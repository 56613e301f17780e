"""What a claim says to hold, says not to hold, or leaves open."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.languages.lexicon import SEAT, Entry, Lexicon
from variorum.relations import disowning

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


DECIDING = frozenset(("not", "deny", "unclear", "error"))
"""Cues without one of which a claim only states."""
_PLAIN = Turned(frozenset(), (), frozenset(), False)


def turned(words: Words, first: int, last: int) -> Turned:
    """What the words from ``first`` to before ``last`` deny."""
    deciding = bisect_left(words.deciding, first)
    if deciding == bisect_left(words.deciding, last, deciding):
        return _PLAIN
    scan = _Scan(words, first, last)
    unclear = scan.twice or "unclear" in map(words.cues.get, range(first, last))
    if scan.met < 0 or _unsurpassed(words, scan.met, last):
        return replace(_PLAIN, unclear=unclear)
    denied, rejected = frozenset(scan.denied), tuple(scan.rejected)
    # "His ribs are not": what is denied stands in another sentence.
    unclear = unclear or not (denied or words.small[scan.met] in words.lexicon.framing.nobody)
    if scan.denial:
        denier = who(words.entries[first : scan.met], words.lexicon)
        doer = denier if _own_deed(words, scan.met, last) else frozenset[str]()
        return Turned(denied, rejected, doer, unclear, None, denier)
    return Turned(
        denied,
        rejected,
        _named(words, first, scan.met),
        unclear,
        _nobody(words, scan.met, first, last),
        loose=_loose(words, scan.met, first, last),
    )


class _Scan:
    """The words of a claim read once, with what each cue reaches."""

    __slots__ = ("_fresh", "_reach", "_void", "denial", "denied", "met", "rejected", "twice")

    def __init__(self, words: Words, first: int, last: int) -> None:
        self.denied: set[str] = set()
        self.rejected: list[frozenset[str]] = []
        self.met = -1
        """The first word by which something is denied; -1 where none is."""
        self.denial = False
        """Whether that word says that somebody denies it, not that it is not so."""
        self.twice = False
        """Whether somebody denies that something was not so, and so may mean that it was."""
        self._reach = self._fresh = self._void = 0
        framing = words.lexicon.framing
        untrue = disowning.account(words.small, words.cues, range(first, last), framing)
        clause = 0
        for number in range(first, last):
            cue = "deny" if number == untrue else words.cues.get(number, "")
            if cue == "not" and number < clause:
                self._take_back()
                continue
            if cue == "deny":
                clause = disowning.told(words.small, number, last, framing)
            self._read(words, number, cue, first)
            paused = words.pauses[number] and self._reach <= SCOPE
            self._reach = 0 if paused else self._reach - 1
            self._void -= 1

    def _take_back(self) -> None:
        """Forgets a denial that another turns round."""
        self.met, self.twice, self._reach = -1, True, 0
        self.denied.clear()
        self.rejected.clear()

    def _read(self, words: Words, number: int, cue: str, first: int) -> None:
        if cue == "break":
            self._reach = 0
        elif cue == "error":
            self._void = SCOPE
        elif cue == "not" and self._void > 0:
            self._void = 0
        elif cue in ("not", "deny"):
            self._turn(words, number, cue, first)
        elif self._reach > 0:
            self._deny(words, number)

    def _turn(self, words: Words, number: int, cue: str, first: int) -> None:
        """Begins what a denial or negation reaches."""
        if self.met < 0:
            self.met, self.denial = number, cue == "deny"
        self._reach = SCOPE if cue == "not" else SENTENCE_SCOPE
        governing = _governing(words, number, first) if not self.rejected else []
        fresh = 0 if self.rejected else DENIED if cue == "deny" else 1 if governing else 2
        self._fresh = min(fresh, _heads(words, number)) if cue == "not" else fresh
        self.rejected += governing
        self.denied.update(*governing)

    def _deny(self, words: Words, number: int) -> None:
        """Takes up one word of what is said not to hold."""
        entry = words.entries[number]
        keys = (entry.key, *entry.families)
        if entry.weight >= CONTENT_WEIGHT:
            self.denied.update(keys)
        if self._fresh and _deed(entry, words.spoken[number], words.lexicon):
            self.rejected.append(frozenset(keys))
            self.denied.update(keys)
            self._fresh = 0 if _of(words, number) else self._fresh - 1
        elif not self.rejected and self._reach <= SCOPE and _thought(entry, words.lexicon):
            self._fresh = 0


def _of(words: Words, number: int) -> bool:
    """Whether what follows only says of what the deed is ("the use of force")."""
    following = words.small[number + 1 : number + 2]
    return not words.lexicon.framing.complement.isdisjoint(following)


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
    # The cue of a phrase ("refused to") is its last word.
    if not loose.thing.isdisjoint(small[max(first, number - 1) : number + 1]):
        return True
    if not loose.apart.isdisjoint(small[first:number]):
        return True
    after = small[number + 1 : min(last, number + 1 + PARTIAL)]
    if not loose.partial.isdisjoint(after) or not loose.cause.isdisjoint(small[number:last]):
        return True
    if not framing.since.isdisjoint(small[number:last]):
        return True  # what has not been done since May was done in May
    if not loose.topic.isdisjoint(after[:1]):
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
