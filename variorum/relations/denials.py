"""Whether one claim tells as done the very deed that the other denies: both cannot be true."""

from __future__ import annotations

from itertools import takewhile

from variorum.languages.lexicon import Entry
from variorum.relations.align import Alignment
from variorum.relations.moments import one_mood
from variorum.relations.polarity import Words
from variorum.relations.profile import LONGEST, Profile

MORE = 2
"""Words of what is denied, names aside, that must stand in the other: the deed and what it was
done to. Of a denial of everybody, or where one subject stands before it in both, the deed is
enough."""

LEAD = 8
"""Words before a denial among which stands that somebody lied, at most."""


def contradicts(found: Alignment) -> bool:
    """Whether the denial of one meets a statement of the other.

    To share a topic is not enough: the other must tell a word of what is denied as a deed, by a
    verb. What did not happen "when" or "if" something else did may have happened at another time.
    """
    denier, other = (found.a, found.b) if found.a.said.denied else (found.b, found.a)
    if not one_mood(found) or _conditional(denier, other) or _disbelieved(denier):
        return False
    terms = denier.terms[:LONGEST]
    denied = [t for t in terms if t.kind == "word" and t.key in denier.said.denied]
    before = _subject(denier)
    deeds = [
        n
        for term in denied
        for n in _told(other, denier, term)
        if not _others_did(before & denier.names, other, n)
        and _of_one(denier, other, term, before & denier.names & _ahead(other, n))
    ]
    if not deeds:
        return False
    every = denier.said.nobody is not None
    shared = sum(term.key in other.keys for term in denied)
    return every or shared >= MORE or any(not before.isdisjoint(_ahead(other, n)) for n in deeds)


def _conditional(denier: Profile, other: Profile) -> bool:
    """Whether a denial holds under a condition of which the other says nothing."""
    asserting = denier.words.lexicon.framing.asserting
    mine, theirs = (
        asserting.conditions.intersection(side.words.small[side.first : side.last])
        for side in (denier, other)
    )
    return not mine <= theirs


def _disbelieved(denier: Profile) -> bool:
    """Whether it tells that a denial is untrue: "he lied when he said that he had not met them"."""
    told = denier.words.small[max(0, denier.first - LEAD) : denier.last]
    return not denier.words.lexicon.framing.asserting.false.isdisjoint(told)


def _told(other: Profile, denier: Profile, term: Entry) -> list[int]:
    """Where a claim has a word, or one of its family, as a verb that tells something as done."""
    words, forms = other.words, denier.forms.get(term.key, set())
    akin = frozenset(term.families)
    return [
        n
        for n in range(other.first, min(other.last, other.first + LONGEST))
        if (words.entries[n].key == term.key or not akin.isdisjoint(words.entries[n].families))
        and (words.entries[n].key not in other.undone or term.key in denier.undone)
        and _verb(words, n, other.first, forms)
    ]


def _verb(words: Words, number: int, first: int, forms: set[str]) -> bool:
    """Whether a word is a verb, as far as its form and the word before it tell.

    ``forms`` are those in which the denial has it: "support" denied, "supports" is a verb.
    """
    lexicon, word = words.lexicon, words.small[number]
    unreal, asserting = lexicon.framing.unreal, lexicon.framing.asserting
    before = number - 1
    while before >= first and words.small[before].endswith(unreal.manner):
        before -= 1
    prior = words.small[before] if before >= first else ""
    if prior in asserting.before:
        return True
    if prior in asserting.nouns or word.endswith(unreal.gerunds):
        return False
    if word.endswith(unreal.participles) or lexicon.inflected(word):
        return True
    return any(word != form and word.removesuffix(lexicon.framing.third) == form for form in forms)


def _of_one(denier: Profile, other: Profile, term: Entry, named: frozenset[str]) -> bool:
    """Whether a deed is no attitude, of which two people may have two, or is one person's.

    ``named`` are the names that stand before it in both.
    """
    attitudes = denier.words.lexicon.framing.asserting.attitudes
    if attitudes.isdisjoint(term.families):
        return True
    return bool(named) or not denier.speakers.isdisjoint(other.speakers)


def _subject(denier: Profile) -> frozenset[str]:
    """The content words of a denial before all that it denies: who or what did not do it."""
    denied = denier.said.denied
    entries = denier.words.entries[denier.first : denier.last]
    before = takewhile(lambda entry: entry.kind != "word" or entry.key not in denied, entries)
    return denier.own.intersection([entry.key for entry in before])


def _ahead(other: Profile, number: int) -> frozenset[str]:
    """The words of a claim before one of them."""
    return frozenset([entry.key for entry in other.words.entries[other.first : number]])


def _others_did(names: frozenset[str], other: Profile, number: int) -> bool:
    """Whether somebody named in both stands only behind the deed in a claim: it is not theirs."""
    met = names & other.names
    return bool(met) and met.isdisjoint(_ahead(other, number))
