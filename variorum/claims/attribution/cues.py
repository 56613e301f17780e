"""A sentence -> its cues: which words say that somebody speaks, who, and what is said."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.claims.attribution import phrases, subjects
from variorum.claims.attribution.lexicon import Verb
from variorum.claims.attribution.sentences import DASHES, FULL_STOPS, QUOTE, Sentence
from variorum.claims.attribution.subjects import Subject

_BREAKS = DASHES | {","}
_CONNECTIVE = 3
"""Tokens of the longest opening that only connects: "In the end"."""


@dataclass(slots=True)
class Cue:
    """One cue of a sentence, in token places (ends exclusive)."""

    verb: str
    """Plain form, or the phrase."""
    groups: frozenset[str]
    begin: int
    """First token of the lead-in or tail."""
    end: int
    """Past its last token."""
    speaker: tuple[int, int] | None
    """Tokens of the noun phrase; None where the cue before goes on."""
    content: list[tuple[int, int]]
    """Token ranges of what is said."""
    style: str = ""
    """``according-to`` or ``headline``; empty for a verb."""
    outlet: tuple[int, int] | None = None
    """Tokens that name the outlet spoken to."""
    follows: bool = False
    """Whether it goes on from an earlier cue."""
    presumes: bool = False
    """Whether what follows names a thing and states nothing ("condemned the raid")."""
    cites: bool = False
    """Whether it only names a nearer speaker for what the cue before says."""


def find(s: Sentence) -> list[Cue]:
    """The cues of a sentence in order."""
    found: list[Cue] = []
    past = 0
    for at in [at for at, low in enumerate(s.low[: s.stop]) if low in s.lex.openers]:
        if at < past:
            continue
        cue = _phrase(s, at) if s.low[at] in s.lex.according else None
        if cue is None and s.low[at] in s.lex.words.statements and not found:
            cue = _stated(s, at)
        if cue is None and s.low[at] in s.lex.verbs:
            cue = _verb(s, at, s.lex.verbs[s.low[at]], bool(found))
        if cue is not None:
            found.append(cue)
            past = cue.end
    if not found:
        found = _colon(s)
    for n, cue in enumerate(found):
        cue.content = [_cut(c, cue, found[n + 1 :], s) for c in cue.content]
        cue.content = [c for c in cue.content if c[0] < c[1]]
    _add_outlet(s, found)
    return found


def _cut(content: tuple[int, int], cue: Cue, later: list[Cue], s: Sentence) -> tuple[int, int]:
    """What a lead-in hands on, ended where a later cue of the sentence takes over."""
    begin, end = content
    for other in later:
        if other.begin >= end:
            break
        if other.begin <= begin or (other.content and other.content[0][0] < other.begin):
            continue
        prior = s.low[other.begin - 1]
        if other.cites or other.follows or prior in s.lex.words.joiners or prior == ";":
            end = other.begin
            while end > begin and (
                s.low[end - 1] in _BREAKS or s.low[end - 1] in s.lex.words.joiners
            ):
                end -= 1
            break
    return begin, end


def _add_outlet(s: Sentence, found: list[Cue]) -> None:
    """Gives the first cue the outlet of "in an interview with X", wherever that stands."""
    if not found or found[0].outlet is not None:
        return
    for at in range(s.stop):
        for words in s.lex.through.get(s.low[at], ()):
            first = at + len(words)
            if s.low[at:first] == words and (end := phrases.after(s, first)) is not None:
                found[0].outlet = (first, end)
                return


def _colon(s: Sentence) -> list[Cue]:
    """A headline that names its source before or after a colon or dash."""
    if not s.headline:
        return []
    marks = [at for at in range(1, s.stop - 1) if s.low[at] == ":" or s.low[at] in DASHES]
    if not marks:
        return []
    first, last = marks[0], marks[-1]
    if s.low[first] == ":" and phrases.names(s, 0, first):
        said, speaker, cue = (first + 1, s.stop), (0, first), (0, first + 1)
    elif phrases.names(s, last + 1, s.stop):
        said, speaker, cue = (0, last), (last + 1, s.stop), (last, s.stop)
    else:
        return []
    return [Cue(s.low[first], frozenset({"say"}), *cue, speaker, [said], "headline")]


def _phrase(s: Sentence, at: int) -> Cue | None:
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
    stop = phrases.apposed(s, end)
    cue = Cue(" ".join(words), frozenset({"say"}), at, stop, (first, end), [], style="according-to")
    _around(s, cue)
    return cue


def _around(s: Sentence, cue: Cue) -> None:
    """Fills what is said where a cue may stand before, inside or after it."""
    left, right = cue.begin, cue.end
    while left > 0 and s.low[left - 1] in _BREAKS | {"("}:
        left -= 1
    while right < s.stop and s.low[right] in _BREAKS | {")", ":"}:
        right += 1
    complete = phrases.clause(s, 0, left)
    opens = left <= 1 or (left <= _CONNECTIVE and not complete)
    if not opens:
        cue.content.append((0, left))
        cue.begin = left
    if right < s.stop and (opens or not complete):
        cue.content.append((right, s.stop))
        cue.end = right


def _verb(s: Sentence, at: int, verb: Verb, cued: bool) -> Cue | None:
    """The cue a verb form makes, if it is a verb and somebody is its subject."""
    if not _verbal(s, at, verb) or _negated(s, at):
        return None
    if "cite" in verb.groups:
        return _cited(s, at, verb, cued)
    subject = subjects.before(s, at, verb, cued)
    if subject is None:
        return _inverted(s, at, verb)
    if verb.groups == {"show"} and not _document(s, subject):
        return None
    if subject.relative and "say" not in verb.groups:
        return None
    return _placed(s, at, subject, verb) or _inverted(s, at, verb)


def _verbal(s: Sentence, at: int, verb: Verb) -> bool:
    """Whether a form that may be a noun or an adjective stands as a verb."""
    words, low = s.lex.words, s.low[at]
    prior = s.low[at - 1] if at else ""
    if s.upper[at] and at and verb.forms != {"gerund"}:
        return s.upper[at - 1] and low not in words.nounlike
    if prior in words.determiners and prior not in words.pronouns:
        return False
    if prior in words.infinitive:
        return at > 1 and s.low[at - 2] in words.infinitives
    if prior in words.prepositions and "gerund" not in verb.forms:
        return False
    if prior.endswith(("'s", "s'")) and prior not in words.auxiliaries:
        return prior[:-2] in words.subjects
    if low in words.nounlike:
        return _clausal(s, at + 1) or prior in words.subjects or prior in words.relative
    return True


def _clausal(s: Sentence, at: int) -> bool:
    """Whether a clause, a quotation or the end follows at a token."""
    words = s.lex.words
    if at >= s.stop:
        return True
    low = s.low[at]
    return (
        low in words.relative
        or low in words.subjects
        or low in words.determiners
        or low
        in (
            QUOTE,
            ":",
        )
    )


def _negated(s: Sentence, at: int) -> bool:
    """Whether the words right before say that it was not said."""
    return any(low in s.lex.words.negatives for low in s.low[max(0, at - 3) : at])


def _document(s: Sentence, subject: Subject) -> bool:
    """Whether a subject is something that is read."""
    if subject.speaker is None:
        return True
    return any(low in s.lex.words.documents for low in s.low[slice(*subject.speaker)])


def _cited(s: Sentence, at: int, verb: Verb, cued: bool) -> Cue | None:
    """ "…, citing X": a nearer speaker for what the cue before says; or "was quoted as saying"."""
    words = s.lex.words
    if "gerund" in verb.forms:
        end = phrases.after(s, at + 1)
        if not cued or end is None or not phrases.speaks(s, at + 1, end):
            return None
        begin = at - (s.low[at - 1] == ",")
        return Cue(verb.lemma, verb.groups, begin, end, (at + 1, end), [], cites=True)
    if "past" not in verb.forms or at < 2 or s.low[at - 1] not in words.passive:
        return None
    begin = phrases.before(s, at - 2 - (s.low[at - 2] in words.auxiliaries))
    where, outlet = at + 1, None
    while where < s.stop and s.low[where] not in words.quoted_as:
        if s.low[where] in words.through_by and outlet is None:
            end = phrases.after(s, where + 1)
            outlet = (where + 1, end) if end else None
        where += 1
    if begin is None or where >= s.stop:
        return None
    first = where + 1 + (s.low[min(where + 1, s.stop - 1)] in words.relative)
    speaker = (begin, at - 1 - (s.low[at - 2] in words.auxiliaries))
    return Cue(
        verb.lemma, frozenset({"say"}), begin, first, speaker, [(first, s.stop)], outlet=outlet
    )


def _inverted(s: Sentence, at: int, verb: Verb) -> Cue | None:
    """ "…, said X": the speaker after the verb."""
    if "say" not in verb.groups or "gerund" in verb.forms or at < 1:
        return None
    prior, words = s.low[at - 1], s.lex.words
    marked = prior in _BREAKS or prior == QUOTE
    if not marked and (prior in words.passive or s.low[at] not in words.unmarked):
        return None
    end = phrases.after(s, at + 1)
    if end is None or not phrases.speaks(s, at + 1, end):
        return None
    if not marked and not phrases.heads(s, at + 1, end):
        return None
    if s.low[at + 1] in words.subjects and end < s.stop and s.low[end] not in _BREAKS | {QUOTE}:
        return None
    if end < s.stop and (s.low[end] in words.finite or s.low[end] in words.auxiliaries):
        return None
    begin = at - (prior in _BREAKS)
    stop = phrases.apposed(s, end)
    while stop < s.stop and s.low[stop] not in (",", QUOTE, ":"):
        stop += 1
    content = [(0, begin)]
    rest = stop + (stop < s.stop and s.low[stop] in (",", ":"))
    if rest < s.stop and s.low[rest] == QUOTE:
        content.append((rest, s.stop))
    return Cue(verb.lemma, verb.groups, begin, stop, (at + 1, end), content)


def _stated(s: Sentence, at: int) -> Cue | None:
    """ "fears that", "Brown's claim that": a noun that hands on a statement.

    Said by the owner before it, else by the sentence's subject.
    """
    words = s.lex.words
    mark = at + 1
    while mark < s.stop and (s.low[mark] in words.times or s.upper[mark]):
        mark += 1
    if mark + 1 >= s.stop or s.low[mark] not in words.that:
        return None
    owner = s.low[at - 1].endswith(("'s", "s'")) if at else False
    begin = phrases.before(s, at - 1) if owner else None
    if begin is not None:
        speaker, first = (begin, at), begin
    else:
        subject = subjects.opening(s, at)
        if (
            subject is None
            or subject.speaker is None
            or not phrases.clause(s, subject.speaker[1], at)
        ):
            return None
        speaker, first = subject.speaker, at
    content = [(mark + 1, s.stop)]
    return Cue(s.low[at], frozenset({"say"}), first, mark + 1, speaker, content)


def _placed(s: Sentence, at: int, subject: Subject, verb: Verb) -> Cue | None:
    """A cue whose speaker is known: decides whether it trails or leads in."""
    told, outlet = _listener(s, at + 1, verb)
    cue = Cue(
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
        tail = _tail(s, cue, opened, told)
        if tail is not None:
            return tail
    return _lead(s, cue, told, verb)


def _tail(s: Sentence, cue: Cue, opened: int, told: int) -> Cue | None:
    """ "…, X said": None where the cue does not trail what is said."""
    comma = s.low[opened] in _BREAKS
    left = opened if comma else cue.begin
    quoted = s.low[left - 1] == QUOTE if left else False
    where = _past_circumstance(s, told)
    bare = where >= s.stop or s.low[where] in _BREAKS
    if not quoted and not (bare and (comma or told >= s.stop)):
        return None
    if left < 1 or (not quoted and not _complete(s, left, comma)):
        return None
    rest = where + (where < s.stop and s.low[where] in _BREAKS | {":"})
    cue.begin, cue.end = left, max(told, where)
    cue.content.append((0, left))
    if rest < s.stop and (s.low[rest] == QUOTE or (not quoted and _resumes(s, left, rest))):
        cue.content.append((rest, s.stop))
    return cue


def _complete(s: Sentence, left: int, comma: bool) -> bool:
    """Whether the words before a trailing cue can be what was said, not only its setting."""
    words, first = s.lex.words, 0
    if s.low[0] in words.prepositions and " ".join(s.low[:2]) not in words.quantity:
        return any(low in words.finite for low in s.low[:left])
    if s.low[0] in words.subordinators:
        while first < left and s.low[first] != ",":
            first += 1
        if first == left:
            return False
    return phrases.clause(s, first, left) or (comma and left - first > 1 and first == 0)


def _resumes(s: Sentence, left: int, rest: int) -> bool:
    """Whether what follows a cue in the middle of a sentence goes on with what is said."""
    low = s.low[rest]
    if low in s.lex.verbs or low in s.lex.words.relative:
        return False
    words = s.lex.words
    goes_on = low in words.joiners or low.endswith(tuple(words.gerund_endings))
    return goes_on or not phrases.clause(s, 0, left)


def _past_circumstance(s: Sentence, at: int) -> int:
    """The first token after a phrase of place, time or manner that follows a verb."""
    words = s.lex.words
    while at < s.stop:
        low = s.low[at]
        if low in words.times or (low.endswith("ly") and not s.upper[at]) or low in words.adverbs:
            at += 1
        elif low in s.lex.verbs:
            break
        elif low in words.circumstance and " ".join(s.low[at : at + 2]) not in words.quantity:
            at = _past_phrase(s, at + 1)
        else:
            break
    return at


def _past_phrase(s: Sentence, at: int) -> int:
    """The first token after the noun phrase of a preposition."""
    words, first = s.lex.words, at
    while at < s.stop:
        low = s.low[at]
        if low in (",", QUOTE, ":", ";") or low in words.subjects or low in words.circumstance:
            break
        if low in s.lex.verbs and low not in words.nounlike and low not in words.documents:
            break
        if low in words.relative and at > first:
            break
        if at > first and low in words.determiners and s.low[at - 1] not in words.prepositions:
            break
        if at > first and s.upper[at] and not s.upper[at - 1]:
            if s.low[at - 1] not in words.determiners and s.low[at - 1] not in words.prepositions:
                break
        at += 1
    return at


def _lead(s: Sentence, cue: Cue, told: int, verb: Verb) -> Cue | None:
    """ "X said (that) …": None where nothing that can be said follows."""
    words = s.lex.words
    where = _past_circumstance(s, told)
    first = told
    if where < s.stop and (where > told or s.low[where] in ("that", ":", QUOTE, ",")):
        first = where
    while first < s.stop and (s.low[first] in _BREAKS or s.low[first] == ":"):
        first += 1
    named = first < s.stop and s.low[first] in words.relative
    marked = named or (first < s.stop and s.low[first] == QUOTE)
    first += named
    if first >= s.stop:
        return None
    if verb.lemma in words.strict and not marked and not s.low[first] in words.subjects:
        return None
    if not marked and "say" in verb.groups and not phrases.clause(s, first, s.stop):
        return None
    cue.end = first
    cue.content.append((first, s.stop))
    stated = marked or s.low[first] in words.subjects or s.low[first] in words.infinitive
    cue.presumes = "say" not in verb.groups and "act" in verb.groups and not stated
    return cue


def _listener(s: Sentence, at: int, verb: Verb) -> tuple[int, tuple[int, int] | None]:
    """Past the person or outlet who is told, and the tokens of the outlet."""
    words = s.lex.words
    if verb.lemma not in words.telling or at >= s.stop:
        return at, None
    begin = at
    if s.low[at] in words.determiners:
        at += 1
    while (
        at < s.stop
        and not s.upper[at]
        and (s.low[at] in words.listeners or s.low[at] in words.nouns)
    ):
        at += 1
    while at < s.stop and (s.upper[at] or s.low[at].isdigit()):
        at += 1
    while at < s.stop and s.upper[at - 1] and s.low[at] in words.outlet_words:
        at += 1
    return (at, (begin, at)) if at > begin else (at, None)
