"""A sentence -> its cues: which words say that somebody speaks, who, and what is said."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.claims.attribution import phrases
from variorum.claims.attribution.lexicon import Lexicon, Verb
from variorum.claims.attribution.sentences import QUOTE, Sentence

_END = frozenset(".!?…;")


@dataclass(slots=True)
class Cue:
    """One cue of a sentence, in token places (ends exclusive)."""

    verb: str
    """Lemma, or the phrase."""
    groups: frozenset[str]
    begin: int
    """First token of the lead-in or tail."""
    end: int
    """Past its last token."""
    speaker: tuple[int, int] | None
    """Tokens of the noun phrase; None where the speaker is that of ``same``."""
    content: list[tuple[int, int]]
    """Token ranges of what is said."""
    style: str = "indirect"
    outlet: tuple[int, int] | None = None
    """Tokens that name the outlet the speaker spoke to."""
    same: int = -1
    """Place of the cue whose speaker goes on; -1 without."""
    extra: list[tuple[int, int]] = field(default_factory=list)


def find(s: Sentence, lex: Lexicon) -> list[Cue]:
    """The cues of a sentence in order."""
    found: list[Cue] = []
    at, size = 0, len(s.low)
    while at < size:
        low = s.low[at]
        cue = None
        if low in lex.openers:
            cue = _phrase(s, at, lex, found)
        if cue is None and low in lex.verbs:
            cue = _verb(s, at, lex.verbs[low], lex, found)
        if cue is not None:
            found.append(cue)
        at = max(at + 1, cue.end if cue is not None and cue.end > at else 0)
    _close(found, s)
    return found


def _close(found: list[Cue], s: Sentence) -> None:
    """Ends what one cue says where a later cue of the same sentence takes over."""
    for n, cue in enumerate(found):
        cue.content = [c for c in (_cut(c, found[n + 1 :], s) for c in cue.content) if c[0] < c[1]]


def _cut(content: tuple[int, int], later: list[Cue], s: Sentence) -> tuple[int, int]:
    begin, end = content
    for cue in later:
        if begin < cue.begin < end and s.low[cue.begin - 1] in (",", "and", "but", ";", QUOTE):
            joined = cue.same >= 0 or s.low[cue.begin - 1] != ","
            tail = any(c[0] < cue.begin for c in cue.content)
            if joined and not tail:
                return begin, cue.begin - (s.low[cue.begin - 1] != QUOTE)
    return begin, end


def _phrase(s: Sentence, at: int, lex: Lexicon, found: list[Cue]) -> Cue | None:
    """ "according to X" and its like."""
    for words in lex.according:
        if s.low[at : at + len(words)] == words:
            break
    else:
        return None
    begin, first = at, at + len(words)
    end = phrases.after(s, first, lex)
    if end is None:
        return None
    speaker = (first, end)
    end = _apposed(s, end, lex)
    content = _around(s, begin, end)
    if not content:
        return None
    return Cue(" ".join(words), frozenset({"say"}), begin, end, speaker, content, "according-to")


def _around(s: Sentence, begin: int, end: int) -> list[tuple[int, int]]:
    """What is said where the cue may stand before, inside or after it."""
    size = len(s.low) - (s.low[-1] in _END)
    content = []
    left = begin - (begin > 0 and s.low[begin - 1] in (",", "—", "–", "-"))
    if left > 1:
        content.append((0, left))
    right = end + (end < size and s.low[end] in (",", "—", "–", "-"))
    if right < size and (left <= 1 or end < size and s.low[end] == ","):
        content.append((right, size))
    return content


def _apposed(s: Sentence, end: int, lex: Lexicon) -> int:
    """Past an apposition that follows a name: ", a doctor at the hospital,"."""
    size = len(s.low)
    if (
        end + 1 < size
        and s.low[end] == ","
        and (s.low[end + 1] in lex.words["apposing"] or s.low[end + 1].isdigit())
    ):
        at = end + 1
        while at < size and s.low[at] != "," and s.low[at] != QUOTE and s.low[at] not in _END:
            at += 1
        if at - end < 20 and (at == size or s.low[at] != QUOTE):
            return at
    return end


def _verb(s: Sentence, at: int, verb: Verb, lex: Lexicon, found: list[Cue]) -> Cue | None:
    words = lex.words
    prior = s.low[at - 1] if at else ""
    if prior in words["determiners"] and not ("say" in verb.groups and prior in words["pronouns"]):
        return None
    if prior in words["prepositions"] and "gerund" not in verb.forms:
        return None
    if prior.endswith(("'s", "’s")) and prior not in words["auxiliaries"]:
        return None
    if "cite" in verb.groups:
        return _cited(s, at, verb, lex, found)
    if (
        any(low in words["negatives"] for low in s.low[max(0, at - 3) : at])
        and verb.lemma != "deny"
    ):
        return None
    subject = _subject(s, at, verb, lex, found)
    if subject is None:
        return _inverted(s, at, verb, lex)
    begin, speaker, same = subject
    if not _fits(s, speaker, verb, lex):
        return None
    return _placed(s, at, begin, speaker, same, verb, lex)


def _fits(s: Sentence, speaker: tuple[int, int] | None, verb: Verb, lex: Lexicon) -> bool:
    """Whether a phrase can be the verb's speaker."""
    if speaker is None:
        return True
    if not phrases.speaks(s, *speaker, lex):
        return False
    if verb.groups == {"show"}:
        return any(low in lex.words["documents"] for low in s.low[speaker[0] : speaker[1]])
    return True


def _subject(
    s: Sentence, at: int, verb: Verb, lex: Lexicon, found: list[Cue]
) -> tuple[int, tuple[int, int] | None, int] | None:
    """(first token of the lead-in, speaker's tokens, cue whose speaker goes on)."""
    words = lex.words
    j = at - 1
    while j >= 0 and (
        s.low[j] in words["adverbs"]
        or s.low[j] in words["auxiliaries"]
        or s.low[j].endswith("ly")
        and not s.upper[j]
        or s.low[j] in words["times"]
        and not (j and s.low[j - 1] == "on")
    ):
        if s.low[j] in words["passive"] and "gerund" not in verb.forms:
            return None
        if s.low[j] == "to":
            return None
        j -= 1
    if "gerund" in verb.forms:
        progressive = any(s.low[k] in words["passive"] for k in range(j + 1, at))
        if not progressive:
            return _participle(s, at, lex, found)
    if j < 0:
        return None
    if s.low[j] in words["relative"]:
        j -= 1
        if j >= 0 and s.low[j] == ",":
            j -= 1
        begin = phrases.before(s, j, lex)
        return None if begin is None else (begin, (begin, j + 1), -1)
    if s.low[j] in words["joiners"] and found:
        return at, None, len(found) - 1
    if s.low[j] == ")":
        while j >= 0 and s.low[j] != "(":
            j -= 1
        j -= 1
    if j >= 0 and s.low[j] == ",":
        return _before_apposition(s, j, lex)
    begin = phrases.before(s, j, lex)
    if begin is None:
        return None
    if "base" in verb.forms and "past" not in verb.forms and not _plural(s, begin, j, lex):
        return None
    return begin, (begin, j + 1), -1


def _plural(s: Sentence, begin: int, last: int, lex: Lexicon) -> bool:
    low = s.low[last]
    if low in lex.words["subjects"]:
        return low not in lex.words["singular"] and low not in lex.words["thing"]
    return low.endswith("s") or low in lex.words["plurals"] or "and" in s.low[begin:last]


def _participle(
    s: Sentence, at: int, lex: Lexicon, found: list[Cue]
) -> tuple[int, tuple[int, int] | None, int] | None:
    """ "…, adding that": the speaker of the cue before, or of a document right before it."""
    prior = s.low[at - 1] if at else ""
    if prior in lex.words["documents"]:
        return at, None, -2
    if found:
        return at, None, len(found) - 1
    return None


def _before_apposition(
    s: Sentence, comma: int, lex: Lexicon
) -> tuple[int, tuple[int, int] | None, int] | None:
    """The name before ", a doctor at the hospital," where the cue follows its last comma."""
    at, tries = comma - 1, 0
    while at > 0 and tries < 4:
        while at >= 0 and s.low[at] != "," and comma - at < 40:
            if s.low[at] == QUOTE:
                return None
            at -= 1
        if at < 0 or s.low[at] != ",":
            return None
        opener = s.low[at + 1]
        begin = phrases.before(s, at - 1, lex)
        if (
            begin is not None
            and phrases.speaks(s, begin, at, lex)
            and (opener in lex.words["apposing"] or opener.isdigit() or s.upper[at - 1])
        ):
            return begin, (begin, at), -1
        tries += 1
        at -= 1
    return None


def _inverted(s: Sentence, at: int, verb: Verb, lex: Lexicon) -> Cue | None:
    """ "…, said X": the speaker after the verb."""
    if "say" not in verb.groups or "gerund" in verb.forms or at == 0:
        return None
    end = phrases.after(s, at + 1, lex)
    if end is None or not phrases.speaks(s, at + 1, end, lex):
        return None
    prior = s.low[at - 1]
    begin = at - (prior in (",", "—", "–", "-"))
    if begin == 0:
        return None
    speaker = (at + 1, end)
    end = _apposed(s, end, lex)
    size = len(s.low)
    stop = end
    while stop < size and s.low[stop] not in (",", QUOTE) and s.low[stop] not in _END:
        stop += 1
    content = [(0, begin)]
    rest = stop + (stop < size and s.low[stop] == ",")
    if rest < size and s.low[rest] == QUOTE:
        content.append((rest, rest + 1))
    return Cue(verb.lemma, verb.groups, begin, stop, speaker, content)


def _placed(
    s: Sentence,
    at: int,
    begin: int,
    speaker: tuple[int, int] | None,
    same: int,
    verb: Verb,
    lex: Lexicon,
) -> Cue | None:
    """A cue whose speaker is known: decides whether it leads in or trails."""
    words, size = lex.words, len(s.low)
    stop = size - (s.low[-1] in _END)
    nxt, outlet = _listener(s, at + 1, verb, lex)
    cue = Cue(verb.lemma, verb.groups, begin, nxt, speaker, [], outlet=outlet, same=same)
    opened = begin - 1
    comma = opened >= 0 and s.low[opened] in (",", "—", "–", "-")
    quoted = opened >= 0 and (
        s.low[opened] == QUOTE or comma and opened > 0 and s.low[opened - 1] == QUOTE
    )
    where = nxt
    while (
        where < stop
        and s.low[where] not in (",", QUOTE, ":", "that")
        and (
            where > nxt
            or s.low[where] in words["circumstance"]
            or s.low[where] in words["times"]
            or s.low[where].endswith("ly")
        )
    ):
        where += 1
    bare = where >= stop or s.low[where] == ","
    if same == -1 and (quoted or bare and (comma or opened > 1 and where >= stop)) and opened > 0:
        left = opened if comma else begin
        cue.begin, cue.end = left, max(nxt, where)
        cue.content.append((0, left))
        rest = where + (where < stop and s.low[where] in (",", ":"))
        if rest < stop and (s.low[rest] == QUOTE or not quoted and comma):
            cue.content.append((rest, stop))
        elif where < stop and s.low[where] == "that":
            cue.content.append((where + 1, stop))
        return cue
    if (
        nxt < stop
        and s.low[where : where + 1]
        and s.low[where] in ("that", ":", QUOTE)
        and where < stop
    ):
        nxt = where + (s.low[where] != QUOTE)
    elif nxt < stop and where > nxt and s.low[where] != "," and s.low[nxt] in words["times"]:
        nxt = nxt + 1
    elif where < stop and s.low[where] == "," and where > nxt:
        nxt = where + 1
    elif nxt < stop and s.low[nxt] in (",", ":"):
        nxt += 1
    while nxt < stop and s.low[nxt] in ("that", ",", ":"):
        nxt += 1
    if nxt >= stop:
        return None
    cue.end = nxt
    cue.content.append((nxt, stop))
    return cue


def _listener(s: Sentence, at: int, verb: Verb, lex: Lexicon) -> tuple[int, tuple[int, int] | None]:
    """Past the person or outlet who is told, and the tokens of the outlet."""
    if verb.lemma not in lex.words["telling"] or at >= len(s.low):
        return at, None
    if s.low[at] in lex.words["listeners"]:
        return at + 1, None
    end, begin = at, at
    if s.low[at] in lex.words["determiners"]:
        end += 1
        while end < len(s.low) and not s.upper[end] and s.low[end] in lex.words["nouns"]:
            end += 1
    while end < len(s.low) and (s.upper[end] or s.low[end].isdigit()):
        end += 1
    return (end, (begin, end)) if end > begin else (at, None)


def _cited(s: Sentence, at: int, verb: Verb, lex: Lexicon, found: list[Cue]) -> Cue | None:
    """ "…, citing X": a nearer speaker for what the cue before says."""
    if "gerund" not in verb.forms or not found:
        return None
    end = phrases.after(s, at + 1, lex)
    if end is None or not phrases.speaks(s, at + 1, end, lex):
        return None
    begin = at - (s.low[at - 1] == ",")
    cue = Cue(verb.lemma, verb.groups, begin, end, (at + 1, end), [], same=len(found) - 1)
    return cue
