"""A verb of speaking -> its cue: who its subject is and whether it leads in or trails."""

from __future__ import annotations

from dataclasses import replace

from variorum.claims.attribution import circumstance, phrases, placing, relayed, stretches, subjects
from variorum.claims.attribution.lexicon import Group, Verb
from variorum.claims.attribution.records import Cue
from variorum.claims.attribution.sentences import BREAKS, QUOTE, STOPS, Sentence
from variorum.claims.attribution.subjects import Subject

_NEITHER_REACH = 8
"""Tokens before a verb in which "nor" denies it."""


def cue(s: Sentence, at: int, verb: Verb, cued: bool) -> Cue | None:
    """The cue a verb form makes, if it is a verb and somebody is its subject.

    ``cued`` says whether another cue stands before it in the sentence.
    """
    if not _verbal(s, at, verb) or _negated(s, at):
        return None
    if not s.lex.particles.get(verb.lemma, frozenset()).isdisjoint(s.low[at + 1 : at + 2]):
        return None  # "called off the talks"
    if cued and verb.lemma in s.lex.words.glossing and s.low[at - 1] == ",":
        return None  # "he said, referring to the bank"
    if s.headline and not cued and s.low[at - 1] in s.lex.words.joiners:
        return None  # "Storm kills nine and threatens coast"
    if not s.lex.words.untrue.isdisjoint(s.low[max(0, at - 2) : at]):
        # "Falsely claimed that": what follows is not handed on without the lead-in.
        verb = replace(verb, groups=frozenset[Group]({"act"}))
    if _passive(s, at, verb):
        return relayed.passive(s, at, verb)
    if "cite" in verb.groups:
        return relayed.cited(s, at, verb, cued)
    subject = subjects.before(s, at, verb, cued)
    if subject is None:
        return _inverted(s, at, verb)
    if _portion(s, subject):
        verb = replace(verb, groups=frozenset[Group]({"act"}))
    if _reduced(s, at, verb) or _doubted(s, subject):
        return None
    if (verb.groups == {"show"} and not _shows(s, at, subject)) or (
        subject.relative and "say" not in verb.groups
    ):
        return None
    if subject.speaker is not None and not subject.relative and _noun(s, at, verb):
        return None
    return placing.cue(s, at, subject, verb) or _inverted(s, at, verb)


def _verbal(s: Sentence, at: int, verb: Verb) -> bool:
    """Whether a form that may be a noun or an adjective stands as a verb."""
    words, low = s.lex.words, s.low[at]
    prior = s.low[at - 1] if at else ""
    if s.upper[at] and at and verb.forms != {"gerund"}:
        told = prior in words.nouns or prior in words.documents or "third" in verb.forms
        return s.upper[at - 1] and (low not in words.nounlike or (s.headline and told))
    if prior in words.determiners and prior not in words.pronouns:
        return False
    if prior in words.infinitive:
        return at > 1 and s.low[at - 2] in words.infinitives
    if prior in words.prepositions and "gerund" not in verb.forms:
        return False
    owner = prior.endswith(words.owner_endings) and prior not in words.auxiliaries
    if owner and (low in words.nounlike or "third" not in verb.forms):
        return prior[:-2] in words.subjects
    if low in words.nounlike:
        if at > 1 and s.low[at - 2] in words.prepositions and not _speaker(s, at - 1):
            return False
        if "gerund" in verb.forms and (prior == "," or prior in words.subordinators):
            return True
        after = at + 1
        while after < s.stop and s.low[after] in words.adverbs:
            after += 1
        topics = s.lex.topics.get(verb.lemma, frozenset())
        if not topics.isdisjoint(s.low[after : after + 1]) and prior in words.nouns | words.adverbs:
            return True
        where = circumstance.past(s, after)
        if where > after and where < s.stop and s.low[where] in words.that | {QUOTE}:
            return True
        ends = after >= s.stop and not (_speaker(s, at - 1) or prior in words.adverbs)
        clausal = not ends and _clausal(s, after)
        return clausal or prior in words.subjects or prior in words.relative
    return True


def _speaker(s: Sentence, at: int) -> bool:
    """Whether a lone word may speak: "in court officials claim", but not "on one point"."""
    words, low = s.lex.words, s.low[at]
    return s.upper[at] or low in words.nouns or low in words.documents or low in words.subjects


def _doubted(s: Sentence, subject: Subject) -> bool:
    """Whether it is open that somebody says so: "unclear whether Lund supports the bill"."""
    return subject.begin > 0 and s.low[subject.begin - 1] in s.lex.words.doubting


def _portion(s: Sentence, subject: Subject) -> bool:
    """Whether so many of those asked say so, which is itself what is claimed."""
    first, last = subject.speaker or (0, 0)
    return not s.lex.words.portions.isdisjoint(s.low[first:last])


def _noun(s: Sentence, at: int, verb: Verb) -> bool:
    """Whether a form that may be a noun stands before a relative clause, with no speaker before it.

    "Some of the local protests that had begun": no name, noun or pronoun before it speaks.
    """
    words, prior = s.lex.words, s.low[at - 1]
    if s.low[at] not in words.nounlike or "third" not in verb.forms or at + 1 >= s.stop:
        return False
    speaks = s.upper[at - 1] or prior in words.nouns or prior in words.documents
    speaks = speaks or prior in words.subjects or prior in words.pronouns or prior in words.adverbs
    speaks = speaks or prior.endswith(words.manner_endings)
    return s.low[at + 1] in words.relative and not speaks


def _clausal(s: Sentence, at: int) -> bool:
    """Whether a clause, a quotation or the end follows at a token."""
    words = s.lex.words
    at += at + 1 < s.stop and s.low[at] == "," and s.low[at + 1] == QUOTE
    if at >= s.stop:
        return True
    low = s.low[at]
    if s.start[at] in s.names or s.upper[at] or low[0].isdigit():
        return True
    opens = low in words.relative or low in words.subjects or low in words.determiners
    return opens or low in (QUOTE, ":")


def _passive(s: Sentence, at: int, verb: Verb) -> bool:
    """Whether a past form is done to somebody: "a plan backed by the mayor"."""
    by = at + 1 < s.stop and s.low[at + 1] in s.lex.words.through_by
    return by and "past" in verb.forms and "cite" not in verb.groups


def _reduced(s: Sentence, at: int, verb: Verb) -> bool:
    """Whether a past form only describes the noun before it: "losses compared to last year"."""
    words = s.lex.words
    bare = "past" in verb.forms and verb.lemma in words.transitive and at + 1 < s.stop
    if not bare or s.low[at - 1] in words.auxiliaries:
        return False
    low = s.low[at + 1]
    topics = s.lex.topics.get(verb.lemma, frozenset())
    return low in words.prepositions and low not in topics


def _negated(s: Sentence, at: int) -> bool:
    """Whether the words right before say that it was not said."""
    words = s.lex.words
    for low in reversed(s.low[max(0, at - _NEITHER_REACH) : at]):
        if low in STOPS or low in words.subjects:
            break
        if low in words.neither:
            return True
    return not words.negatives.isdisjoint(s.low[max(0, at - 3) : at])


def _shows(s: Sentence, at: int, subject: Subject) -> bool:
    """Whether a subject is something that is read, or one that "found that" something is so."""
    if subject.speaker is None:
        return s.low[at + 1 : at + 2] != () and s.low[at + 1] in s.lex.words.that
    words, (first, last) = s.lex.words, subject.speaker
    if not words.documents.isdisjoint(s.low[first:last]):
        return True
    marked = at + 1 < s.stop and s.low[at + 1] in words.that
    return marked and s.low[first] not in words.subjects and stretches.heads(s, first, last)


def _inverted(s: Sentence, at: int, verb: Verb) -> Cue | None:
    """A speaker after the verb: "…, said X", "…, a déclaré à la presse X"."""
    compound = s.lex.words.compound
    uttered = s.low[at - 1] == QUOTE and verb.lemma in s.lex.words.uttering
    said = "say" in verb.groups or (compound and "act" in verb.groups) or uttered
    if not said or "gerund" in verb.forms or at < 1:
        return None
    lead, first = at, circumstance.past(s, at + 1) if compound else at + 1
    while lead > 1 and compound and s.low[lead - 1] in compound | s.lex.words.adverbs:
        lead -= 1
    first += bool(compound and first < s.stop and s.low[first] in s.lex.words.binding)
    end = phrases.after(s, first)
    if end is None or not _inverts(s, lead, first, end, at):
        return None
    named = compound and s.low[first] in s.lex.words.articles
    if not named and not stretches.speaks(s, first, end):
        return None
    begin = lead - (s.low[lead - 1] in BREAKS)
    described = compound or s.low[first] in s.lex.words.determiners
    if described and end + 1 < s.stop and s.low[end] == "," and s.start[end + 1] in s.names:
        # "Says its head, Ines Varga", "a indiqué la procureure, Jeanne Ferrandi".
        end = phrases.after(s, end + 1) or end
    stop = phrases.apposed(s, end)
    while stop < s.stop and s.low[stop] not in (",", QUOTE, ":"):
        stop += 1
    content = [(0, begin)]
    rest = stop + (stop < s.stop and s.low[stop] in (",", ":"))
    # "If the tower is the source, said X, the hotel is liable": the rest is said too.
    unfinished = s.low[0] in s.lex.words.conditions and "," not in s.low[1:begin]
    if rest < s.stop and (s.low[rest] == QUOTE or unfinished):
        content.append((rest, s.stop))
    return Cue(verb.lemma, verb.groups, begin, stop, (first, end), content)


def _inverts(s: Sentence, lead: int, first: int, end: int, at: int) -> bool:
    """Whether the noun phrase from ``first`` to ``end`` is a verb's speaker and no new clause.

    ``lead`` is the verb's first helping word, the verb at ``at`` itself where it has none.
    """
    words, prior = s.lex.words, s.low[lead - 1]
    if prior not in BREAKS and prior != QUOTE:
        lone = s.low[at] in words.unmarked and prior not in words.passive | words.subjects
        if not lone or not stretches.heads(s, first, end):
            return False
    if end >= s.stop:
        return True
    if s.low[first] in words.subjects:
        return s.low[end] in BREAKS or s.low[end] == QUOTE
    return s.low[end] not in words.finite and s.low[end] not in words.auxiliaries
