"""A sentence -> its cues: which words say that somebody speaks, who, and what is said."""

from __future__ import annotations

from itertools import compress, count

from variorum.claims.attribution import phrases, sources, verbs
from variorum.claims.attribution.records import Cue
from variorum.claims.attribution.sentences import BREAKS, Sentence

_OPENING = 8
"""Tokens of "Despite the council's insistence that", at most."""


def find(s: Sentence) -> list[Cue]:
    """The cues of a sentence in order."""
    found: list[Cue] = []
    past = 0
    for at in compress(count(), map(s.lex.openers.__contains__, s.low[: s.stop])):
        if at < past:
            continue
        cue = sources.phrase(s, at) if s.low[at] in s.lex.according else None
        if cue is None and s.low[at] in s.lex.verbs:
            cue = verbs.cue(s, at, s.lex.verbs[s.low[at]], bool(found))
        if cue is None and s.low[at] in s.lex.words.statements and not found:
            cue = sources.noun(s, at)
        if cue is not None:
            found.append(cue)
            past = cue.end
    if not found:
        found = sources.colon(s) or sources.findings(s) or sources.reckoned(s)
    for n, cue in enumerate(found):
        later = found[n + 1 :]
        content = [_cut(c, later, s) for c in cue.content] if later else cue.content
        cue.content = [c for c in content if c[0] < c[1]]
    _add_outlet(s, found)
    return found


def _cut(content: tuple[int, int], later: list[Cue], s: Sentence) -> tuple[int, int]:
    """What a lead-in hands on, ended where a later cue of the sentence takes over."""
    begin, end = content
    for other in later:
        if other.begin >= end:
            break
        if other.begin <= begin:
            continue
        if other.content and other.content[0][0] < other.begin:
            if other.end >= s.stop and s.low[other.begin] == ",":
                end = other.begin
                break
            continue
        prior = s.low[other.begin - 1]
        if prior == "," and s.low[other.begin - 2] in s.lex.words.joiners:
            prior = s.low[other.begin - 2]
        set_off = prior == "," and begin - 1 <= _OPENING and s.low[0] in s.lex.words.subordinators
        joined = prior in s.lex.words.joiners or prior in s.lex.words.whereas or prior == ";"
        if other.cites or other.follows or joined or set_off:
            end = other.begin
            while end > begin and (
                s.low[end - 1] in BREAKS
                or s.low[end - 1] in s.lex.words.joiners
                or s.low[end - 1] in s.lex.words.whereas
            ):
                end -= 1
            break
    return begin, end


def _add_outlet(s: Sentence, found: list[Cue]) -> None:
    """Gives the first cue the outlet of "in an interview with X", wherever that stands."""
    through = s.lex.through
    if not found or found[0].outlet is not None or through.keys().isdisjoint(s.low):
        return
    for at in compress(count(), map(through.__contains__, s.low[: s.stop])):
        for words in through[s.low[at]]:
            first = at + len(words)
            if s.low[at:first] == words and (end := phrases.after(s, first)) is not None:
                found[0].outlet = (first, end)
                return
