"""What is said in another's hand: "citing X", "quoted X as saying", "was told by X that"."""

from __future__ import annotations

from variorum.claims.attribution import phrases, stretches, subjects
from variorum.claims.attribution.lexicon import Verb
from variorum.claims.attribution.records import Cue
from variorum.claims.attribution.sentences import Sentence


def cited(s: Sentence, at: int, verb: Verb, cued: bool) -> Cue | None:
    """A nearer source: "…, citing X" beside another cue, or "was quoted by X as saying"."""
    if "gerund" not in verb.forms:
        return _quoted(s, at, verb) or _quoting(s, at, verb, cued)
    end = phrases.after(s, at + 1)
    aside = at > 0 and s.low[at - 1] == "," and end is not None and s.low[end : end + 1] == (",",)
    if end is None or not (cued or aside) or not stretches.speaks(s, at + 1, end):
        return None
    begin = at - (s.low[at - 1] == ",")
    return Cue(verb.lemma, verb.groups, begin, end, (at + 1, end), [], cites=True)


def _quoted(s: Sentence, at: int, verb: Verb) -> Cue | None:
    """Somebody who "was quoted by X as saying"; X is the outlet."""
    words = s.lex.words
    if "past" not in verb.forms or at < 2 or s.low[at - 1] not in words.passive:
        return None
    last = at - 1 - (s.low[at - 2] in words.auxiliaries)
    begin = phrases.before(s, last - 1)
    where, outlet = at + 1, None
    while where < s.stop and s.low[where] not in words.quoted_as:
        if s.low[where] in words.through_by and outlet is None:
            end = phrases.after(s, where + 1)
            outlet = (where + 1, end) if end else None
        where += 1
    if begin is None or where + 1 >= s.stop:
        return None
    first = where + 1 + (s.low[where + 1] in words.relative)
    content = [(first, s.stop)]
    said = frozenset({"say"})
    return Cue(verb.lemma, said, begin, first, (begin, last), content, outlet=outlet)


def _quoting(s: Sentence, at: int, verb: Verb, cued: bool) -> Cue | None:
    """Somebody whom an outlet "quoted as saying"; the outlet is the subject."""
    words = s.lex.words
    end = phrases.after(s, at + 1)
    if end is None or end + 2 >= s.stop or s.low[end + 1] not in words.quoted_as:
        return None
    subject = subjects.before(s, at, verb, cued)
    if subject is None or subject.speaker is None or not stretches.speaks(s, at + 1, end):
        return None
    first = end + 2
    first += s.low[first] in words.that
    said = frozenset({"say"})
    teller = subject.speaker
    content = [(first, s.stop)]
    return Cue(verb.lemma, said, subject.begin, first, (at + 1, end), content, teller=teller)


def passive(s: Sentence, at: int, verb: Verb) -> Cue | None:
    """Who did what was done to somebody: "was told by X that", "is accused by X of"."""
    words = s.lex.words
    end, helpers = phrases.after(s, at + 2), s.low[max(0, at - 3) : at]
    if end is None or words.passive.isdisjoint(helpers) or not words.modals.isdisjoint(helpers):
        return None
    # "Accused by the ministry of defence of killing": what is charged is no part of the name.
    opens = [n for n in range(at + 3, end) if s.low[n] in words.charging]
    end = next((n for n in opens if s.low[n + 1].endswith(words.gerund_endings)), end)
    if end + 1 >= s.stop or not stretches.speaks(s, at + 2, end):
        return None
    speaker = (at + 2, end)
    if s.low[end] in words.that:
        content, end = [(end + 1, s.stop)], end + 1
    elif s.low[end] in words.charging:
        content = [(0, at), (end, s.stop)]
    else:
        return None
    return Cue(verb.lemma, verb.groups, at, end, speaker, content)
