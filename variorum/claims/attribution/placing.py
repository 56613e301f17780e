"""A cue verb with its subject -> what it hands on: before it, behind it, or on both sides."""

from __future__ import annotations

from variorum.claims.attribution import circumstance, stretches
from variorum.claims.attribution.lexicon import Verb
from variorum.claims.attribution.records import Cue
from variorum.claims.attribution.sentences import BREAKS, QUOTE, Sentence
from variorum.claims.attribution.subjects import Subject

_SETTING = 3
"""Tokens of a setting that may stand alone before who speaks: "In a statement"."""
_OBJECT = 14
"""Tokens of what a verb gives a number, at most."""


def cue(s: Sentence, at: int, subject: Subject, verb: Verb) -> Cue | None:
    """A cue whose speaker is known: decides whether it trails or leads in."""
    words, who = s.lex.words, subject.speaker
    if who and verb.lemma in words.called and s.low[who[1] - 1] in words.rescuers:
        return None  # firefighters who respond to a fire say nothing
    told, outlet = circumstance.listener(s, at + 1, verb)
    made = Cue(
        verb.lemma,
        verb.groups,
        subject.begin,
        told,
        subject.speaker,
        [],
        outlet=outlet,
        follows=subject.follows,
    )
    opened = subject.begin - 1
    if opened >= 0 and not subject.follows and not subject.relative:
        tail = _tail(s, made, opened, told)
        if tail is not None:
            return tail
    return _lead(s, made, told, verb)


def _tail(s: Sentence, cue: Cue, opened: int, told: int) -> Cue | None:
    """A trailing "…, X said"; None where the cue does not trail what is said."""
    comma = s.low[opened] in BREAKS
    left = opened if comma else cue.begin
    quoted = s.low[left - 1] == QUOTE if left else False
    where = circumstance.past(s, told)
    bare = where >= s.stop or s.low[where] in BREAKS
    if not quoted and not (bare and (comma or told >= s.stop)):
        return None
    midst = comma and left > _SETTING and where + 1 < s.stop and s.low[where] == ","
    if left < 1:
        return None
    whole = quoted or _complete(s, left, comma)
    goes_on = not whole and midst and s.low[where + 1] != QUOTE
    if not (whole or goes_on):
        return None
    rest = where + (where < s.stop and s.low[where] in BREAKS | {":"})
    cue.begin, cue.end = left, max(told, where)
    cue.content.append((0, left))
    if rest < s.stop and (
        goes_on or s.low[rest] == QUOTE or (not quoted and _resumes(s, left, rest))
    ):
        cue.content.append((rest, s.stop))
    return cue


def _complete(s: Sentence, left: int, comma: bool) -> bool:
    """Whether the words before a trailing cue can be what was said, not only its setting."""
    words, first = s.lex.words, 0
    if s.low[0] in words.prepositions and " ".join(s.low[:2]) not in words.quantity:
        opened = s.low.index(",") + 1 if "," in s.low[:left] else left
        return any(low in words.finite for low in s.low[:left]) or stretches.clause(s, opened, left)
    if s.low[0] in words.subordinators:
        while first < left and s.low[first] != ",":
            first += 1
        if first == left:
            return False
    return stretches.clause(s, first, left) or (comma and left - first > 1 and first == 0)


def _resumes(s: Sentence, left: int, rest: int) -> bool:
    """Whether what follows a cue in the middle of a sentence goes on with what is said."""
    low = s.low[rest]
    if low in s.lex.verbs or low in s.lex.words.relative:
        return False
    words = s.lex.words
    goes_on = low in words.joiners or low.endswith(words.gerund_endings)
    return goes_on or not stretches.clause(s, 0, left)


def _lead(s: Sentence, cue: Cue, told: int, verb: Verb) -> Cue | None:
    """A leading "X said (that) …"; None where nothing that can be said follows."""
    words = s.lex.words
    first = _past_setting(s, told)
    named = first < s.stop and s.low[first] in words.relative
    marked = named or (first < s.stop and s.low[first] == QUOTE)
    first += named
    if first >= s.stop:
        if s.low[-1] != ":" or "say" not in verb.groups:
            return None
        cue.end = s.stop
        return cue
    if not marked and _gauges(s, told, verb):
        cue.end = told
        stop = next((n for n in range(told, s.stop) if s.low[n] in BREAKS), s.stop)
        cue.content.append((told, stop))
        return cue
    topic = None if marked else _topic(s, told, verb)
    if topic is not None:
        cue.end, cue.presumes = topic, True
        stop = next((n for n in range(topic, s.stop) if s.low[n] in BREAKS), s.stop)
        cue.content.append((topic, stop))
        return cue
    if verb.groups == {"topic"} or not (marked or _states(s, cue, told, first, verb)):
        return None
    stop = _occasion_end(s, cue, told, first)
    if stop < s.stop and not stretches.clause(s, first, stop):
        return None
    cue.end = first
    cue.content.append((first, stop))
    stated = marked or s.low[first] in words.subjects or s.low[first] in words.infinitive
    cue.presumes = "say" not in verb.groups and "act" in verb.groups and not stated
    return cue


def _occasion_end(s: Sentence, cue: Cue, told: int, first: int) -> int:
    """Where what is said ends: "when the host asked about it, Lund hung up" says no more.

    ``told`` is the word behind the verb, ``first`` the first one of what may be said.
    """
    opens = s.low[0] in s.lex.words.occasions and 0 < cue.begin <= _SETTING
    if not opens or s.low[first] == QUOTE:
        return s.stop
    return next((n for n in range(told, s.stop) if s.low[n] == ","), s.stop)


def _gauges(s: Sentence, first: int, verb: Verb) -> bool:
    """Whether a verb gives its object a number or a cause: "put the crowd at about 3,000"."""
    words, marks = s.lex.words, s.lex.gauges.get(verb.lemma)
    if marks is None:
        return False
    for at in range(first + 1, min(first + _OBJECT, s.stop - 1)):
        low = s.low[at]
        if low in marks:
            after = at + 1
            while after < s.stop - 1 and s.low[after] in words.approximate:
                after += 1
            number = s.low[after]
            counted = number[0].isdigit() or number in words.numbers
            return counted or low not in words.prepositions or number in words.determiners
        if low in BREAKS or low == QUOTE or low in words.subjects - words.thing:
            return False
    return False


def _past_setting(s: Sentence, told: int) -> int:
    """Where what is said may begin, past the place, time and marks behind a verb."""
    words, first = s.lex.words, told
    if told < s.stop and s.low[told] == ",":
        beyond = circumstance.aside(s, told)
        if beyond < s.stop and (s.low[beyond] in words.that or s.low[beyond] == QUOTE):
            told = first = beyond
    where = circumstance.past(s, told)
    if where < s.stop and (
        where > told or (s.low[where] in words.that or s.low[where] in (":", QUOTE, ","))
    ):
        first = where
    while first < s.stop and (s.low[first] in BREAKS or s.low[first] == ":"):
        first += 1
    return first


def _states(s: Sentence, cue: Cue, told: int, first: int, verb: Verb) -> bool:
    """Whether what follows a verb without a mark can be a statement, as far as the verb asks."""
    words = s.lex.words
    asks = s.low[first] in words.questions
    if verb.lemma in words.reliving and s.low[first].endswith(words.gerund_endings):
        return True
    if verb.lemma in words.strict and not asks and not stretches.states(s, first):
        return False
    aside = told < s.stop and s.low[told] == "," and cue.begin > 0 and s.low[cue.begin - 1] == ","
    aside = aside or (s.headline and "third" in verb.forms)
    return aside or "say" not in verb.groups or stretches.clause(s, first, s.stop)


def _topic(s: Sentence, at: int, verb: Verb) -> int | None:
    """Where the thing begins that a verb brings up and states nothing of: "called for a truce"."""
    if at + 1 >= s.stop:
        return None
    words = s.lex.words
    topics = s.lex.topics.get(verb.lemma)
    if topics is not None:
        after = at
        while (
            after + 1 < s.stop
            and (s.low[after] in words.adverbs or s.low[after].endswith(words.manner_endings))
            and s.low[after] not in topics
        ):
            after += 1
        if s.low[after] in topics:
            return after + 1
    low = s.low[at]
    if verb.lemma not in words.raising or stretches.states(s, at):
        return None
    opens = low in words.determiners or s.start[at] in s.names or s.upper[at]
    return at if opens else None
