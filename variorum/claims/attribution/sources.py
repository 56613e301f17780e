"""Cues without a verb of speaking: "according to X", "X: …" and "fears that"."""

from __future__ import annotations

from variorum.claims.attribution import phrases, stretches, subjects
from variorum.claims.attribution.records import Cue
from variorum.claims.attribution.sentences import BREAKS, DASHES, QUOTE, Sentence

_CONNECTIVE = 3
"""Tokens of the longest opening that only connects: "In the end"."""


def colon(s: Sentence) -> list[Cue]:
    """A headline that names its source beside a colon or dash, or "X:" before a quotation."""
    if not s.headline:
        return _label(s)
    marks = [at for at in range(1, s.stop - 1) if s.low[at] == ":" or s.low[at] in DASHES]
    if not marks:
        return []
    first, last = marks[0], marks[-1]
    asks = s.low[first + 1] in s.lex.words.asking
    if s.low[first] == ":" and not asks and stretches.names(s, 0, first):
        said, speaker, cue = (first + 1, s.stop), (0, first), (0, first + 1)
    elif stretches.names(s, last + 1, s.stop):
        said, speaker, cue = (0, last), (last + 1, s.stop), (last, s.stop)
    else:
        return []
    return [Cue(s.low[first], frozenset({"say"}), *cue, speaker, [said], "headline")]


def _label(s: Sentence) -> list[Cue]:
    """A name, a colon, and what the named one says in quotation marks."""
    for at in range(1, min(s.stop - 1, stretches.HEADING + 1)):
        if s.low[at] == ":" and s.low[at + 1] == QUOTE and stretches.names(s, 0, at):
            said = [(at + 1, s.stop)]
            return [Cue(s.low[at], frozenset({"say"}), 0, at + 1, (0, at), said)]
    return []


def phrase(s: Sentence, at: int) -> Cue | None:
    """A phrase such as "according to X"."""
    if at and s.low[at - 1] in s.lex.words.passive:
        return None
    for words in s.lex.according[s.low[at]]:
        first = at + len(words)
        if s.low[at:first] == words:
            break
    else:
        return None
    end = phrases.after(s, first)
    if end is None:
        return None
    end = phrases.named(s, first, phrases.sourced(s, end))
    stop = phrases.apposed(s, end)
    # What opens the sentence cannot be all of it.
    stop = end if at == 0 and stop >= s.stop else stop
    cue = Cue(" ".join(words), frozenset({"say"}), at, stop, (first, end), [], style="according-to")
    _around(s, cue)
    return cue


def _around(s: Sentence, cue: Cue) -> None:
    """Fills what is said where a cue may stand before, inside or after it."""
    left, right = cue.begin, cue.end
    while left > 0 and s.low[left - 1] in BREAKS | {"("}:
        left -= 1
    while right < s.stop and s.low[right] in BREAKS | {")", ":"} | s.lex.words.that:
        right += 1
    complete = stretches.clause(s, 0, left)
    joined = left > 0 and s.low[left - 1] in s.lex.words.joiners
    words = s.lex.words
    connects = s.low[0] in words.prepositions or s.low[0] in words.adverbs
    connects = connects or s.low[0] in words.subordinators
    opens = left <= 1 or (left <= _CONNECTIVE and connects and not complete) or joined
    if not opens:
        cue.content.append((0, left))
        cue.begin = left
    if right < s.stop and (opens or not complete):
        cue.content.append((right, s.stop))
        cue.end = right


def findings(s: Sentence) -> list[Cue]:
    """A study or poll that opens a sentence: "In a survey of 900 nurses, ..."."""
    words = s.lex.words
    end = phrases.after(s, 1) if s.low[0] in words.finding else None
    if end is None or words.studies.isdisjoint(s.low[1:end]):
        return []
    stop = end
    while stop < s.stop and s.low[stop] in words.times:
        stop += 1
    if stop + 1 >= s.stop or s.low[stop] != ",":
        return []
    said = [(stop + 1, s.stop)]
    cue = Cue(s.low[0], frozenset({"say"}), 0, stop + 1, (1, end), said, "according-to")
    return [cue]


def reckoned(s: Sentence) -> list[Cue]:
    """What somebody makes of a number: "By the organisers' reckoning, ..."."""
    words, written = s.lex.words, s.lex.typography
    if words.reckonings.isdisjoint(s.low):
        return []
    for at in range(2, s.stop):
        if s.low[at] not in words.reckonings or not s.low[at - 1].endswith(words.owner_endings):
            continue
        begin = phrases.before(s, at - 1)
        if not begin or s.low[begin - 1] not in words.through_by:
            continue
        if words.times.issuperset(written.owned(low) for low in s.low[begin:at]):
            continue
        left, right = begin - 1, at + 1
        while left > 0 and s.low[left - 1] in BREAKS:
            left -= 1
        while right < s.stop and s.low[right] in BREAKS:
            right += 1
        said = [(0, left)] if left else [(right, s.stop)]
        end = at + 1 if left else right
        return [Cue(s.low[at], frozenset({"say"}), left, end, (begin, at), said, "according-to")]
    return []


def noun(s: Sentence, at: int) -> Cue | None:
    """A noun that hands on a statement: "fears that", "Brown's claim that".

    Said by the owner before it, else by the sentence's subject; what that one does to somebody's
    statement ("dismissed reports that") is a deed.
    """
    words = s.lex.words
    mark = at + 1
    while mark < s.stop and (s.low[mark] in words.times or s.upper[mark]):
        mark += 1
    if mark + 1 < s.stop and s.low[mark] in words.voiced:
        return _voiced(s, at, mark + 1)
    if mark + 1 >= s.stop or s.low[mark] not in words.that:
        return None
    owner = at > 0 and s.low[at - 1].endswith(words.owner_endings)
    begin = phrases.before(s, at - 1) if owner else None
    speaker = (begin, at) if begin is not None else _subject(s, at)
    if speaker is None:
        return None
    first = at if begin is None else begin
    content = [(mark + 1, s.stop)]
    doer = _subject(s, first)
    if doer is not None and words.handing.isdisjoint(s.low[doer[1] : first]):
        return Cue(s.low[at], frozenset({"act"}), doer[0], mark + 1, doer, content)
    return Cue(s.low[at], frozenset({"say"}), first, mark + 1, speaker, content)


def _voiced(s: Sentence, at: int, first: int) -> Cue | None:
    """A noun, who it comes from, and what it hands on: "concern among doctors that"."""
    end = phrases.after(s, first)
    if end is None or end + 1 >= s.stop or s.low[end] not in s.lex.words.that:
        return None
    if s.low[first] in s.lex.verbs:
        return None  # "assurance by telling them that"
    if not stretches.speaks(s, first, end):
        return None
    content = [(end + 1, s.stop)]
    return Cue(s.low[at], frozenset({"say"}), at, end + 1, (first, end), content)


def _subject(s: Sentence, at: int) -> tuple[int, int] | None:
    """The noun phrase that opens the sentence, where a verb stands between it and the noun."""
    found = subjects.opening(s, at)
    if found is None or found.speaker is None:
        return None
    return found.speaker if stretches.clause(s, found.speaker[1], at) else None
