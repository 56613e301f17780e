"""Noun phrases beside a cue, found by walking from it to the next sure border."""

from __future__ import annotations

from variorum.claims.attribution.sentences import QUOTE, STOPS, Sentence

LONGEST = 16
"""Tokens a speaker's phrase may have; longer walks have missed a border."""


def before(s: Sentence, last: int) -> int | None:
    """Where the noun phrase that ends at token ``last`` begins; None where there is none."""
    if last < 0 or s.low[last] in STOPS:
        return None
    words = s.lex.words
    if s.low[last] in words.subjects:
        return last
    at, begin = last, None
    while at >= 0 and last - at < LONGEST:
        low = s.low[at]
        if s.lex.plain[low]:
            begin = at
        elif bars(s, at, last):
            break
        elif low in words.prepositions:
            if begin is None or low not in words.inner or not _holds(s, at - 1):
                return _without_setting(s, begin, last)
        elif low in words.joiners:
            if not _joined(s, at):
                break
        else:
            begin = at
            initial = s.upper[at] and len(low) == 1
            if low in words.determiners and at and not initial and not _leads(s, at - 1):
                break
        at -= 1
    if at > 0 and begin is not None and s.low[at] in words.clausal and not s.upper[at]:
        # "A girl who police believe": the police, not the girl.
        return begin if _names(s, begin, last) else before(s, at - 1)
    return begin


def _names(s: Sentence, begin: int, last: int) -> bool:
    """Whether some words are nothing but a speaker's noun with what describes it."""
    words = s.lex.words
    behind = begin > 1 and s.low[begin - 2] in words.prepositions
    return (
        not behind
        and s.low[last] in words.nouns
        and not any(
            low in words.finite or low in words.adverbs or low in s.lex.verbs
            for low in s.low[begin:last]
        )
    )


def bars(s: Sentence, at: int, last: int) -> bool:
    """Whether a token cannot stand inside the phrase that ends at ``last``."""
    low, words = s.low[at], s.lex.words
    if s.lex.plain[low]:
        return False
    if low in STOPS or low in words.subjects:
        return True
    if low in words.bounds:
        tied = low in words.inner and at > 0 and _bound_to(s, at)
        return not tied and (not s.upper[at] or at == 0)
    if at == last:
        return False
    if low in words.times and s.start[at] not in s.names:
        dated = s.low[at + 1][0].isdigit()
        return at == 0 or dated or s.low[at - 1] not in words.determiners
    return _finite(s, at)


def _bound_to(s: Sentence, at: int) -> bool:
    """Whether a preposition ties a noun to whose it is: "close to", "an aide to the mayor"."""
    words = s.lex.words
    if s.low[at - 1] in words.tied:
        return True
    named = at + 1 < len(s.low) and (s.upper[at + 1] or s.low[at + 1] in words.determiners)
    return named and s.low[at - 1] in words.nouns


def _finite(s: Sentence, at: int) -> bool:
    """Whether a token inside a walk is surely a verb."""
    low, words = s.low[at], s.lex.words
    if s.upper[at] or not at or s.low[at - 1] in words.determiners:
        return False
    if low in words.finite:
        return True
    verb = s.lex.verbs.get(low)
    if verb is not None and "past" in verb.forms:
        return True
    if not low.endswith(words.past_endings) or "-" in low:
        return False
    following = s.low[at + 1] if at + 1 < len(s.low) else ""
    object_follows = following in words.determiners or following in words.objects
    return object_follows or s.low[at - 1] in words.passive or (s.upper[at - 1] and at > 1)


def _acts(s: Sentence, at: int) -> bool:
    """Whether a form in -s is what one person does to another: "the senator attacks Moore"."""
    low, words, prior = s.low[at], s.lex.words, s.low[at - 1]
    following = s.low[at + 1] if at + 1 < len(s.low) else ""
    if (
        s.upper[at]
        or not low.endswith(words.plural_endings)
        or low in words.nouns
        or low in words.documents
    ):
        return False
    single = prior in words.nouns and not prior.endswith(words.plural_endings)
    led = at > 1 and s.low[at - 2] in words.determiners
    return single and led and bool(following) and (s.upper[at + 1] or following in words.objects)


def _leads(s: Sentence, at: int) -> bool:
    """Whether a phrase can go on to the left of its determiner."""
    low, words = s.low[at], s.lex.words
    return low in words.prepositions or low in words.joiners or low in words.determiners


def _holds(s: Sentence, at: int) -> bool:
    """Whether a phrase of place or belonging may hang on the token."""
    if at < 0:
        return False
    low, words = s.low[at], s.lex.words
    if s.low[at + 1] in words.binding:
        return low[0].isalpha() and low not in words.bounds
    if low.endswith(words.plural_endings) and (at == 0 or s.low[at - 1] in words.determiners):
        return True
    return s.upper[at] or low in words.nouns or low in words.documents or low in words.tied


def _without_setting(s: Sentence, begin: int | None, last: int) -> int | None:
    """The name alone, where what stands before it belongs to a phrase of place or time.

    "In a statement Mr Brown said" names Mr Brown, not a statement.
    """
    if begin is None or not s.upper[last]:
        return begin
    at = last
    while at > begin and s.upper[at - 1]:
        at -= 1
    if at > begin and s.low[at - 1] not in s.lex.words.nouns:
        return at
    return begin


def _joined(s: Sentence, at: int) -> bool:
    """Whether "and" joins two speakers rather than two clauses."""
    words = s.lex.words
    if s.low[at] not in words.joining or at == 0 or at + 1 >= len(s.low):
        return False
    if s.upper[at - 1]:
        return s.upper[at + 1] and (at > 1 or s.end[at - 1] in s.names)
    return s.low[at - 1] in words.nouns and s.low[at + 1] not in words.subjects


def after(s: Sentence, first: int) -> int | None:
    """Where the noun phrase that begins at token ``first`` ends (exclusive); None without one."""
    words, size = s.lex.words, len(s.low)
    if first >= size or s.low[first] in STOPS or s.low[first] in words.prepositions:
        return None
    if s.low[first] in words.relative:
        return None
    owns = s.low[first] in words.determiners and first + 1 < size and s.lex.plain[s.low[first + 1]]
    if s.low[first] in words.subjects or (s.low[first] in words.objects and not owns):
        return first + 1
    at = first
    while at < size and at - first < LONGEST and not _ends(s, at, first):
        at += 1
    while at > first and (s.low[at - 1] in words.prepositions or s.low[at - 1] in words.joiners):
        at -= 1
    return at if at > first else None


def sourced(s: Sentence, end: int) -> int:
    """Past who made a thing that is read: "a lawsuit filed by the widow"."""
    words = s.lex.words
    if end + 2 >= len(s.low) or s.low[end] not in words.making:
        return end
    if s.low[end - 1] not in words.documents or s.low[end + 1] not in words.through_by:
        return end
    return after(s, end + 2) or end


def _ends(s: Sentence, at: int, first: int) -> bool:
    """Whether the phrase that began at ``first`` ends before this token."""
    low, words = s.low[at], s.lex.words
    if s.lex.plain[low]:
        if at == first:
            return False
        return _acts(s, at) or (s.upper[at] and _after_reading(s, at))
    if low in STOPS or low in words.subjects:
        return True
    if at == first:
        return False
    if low in words.prepositions:
        return not _extends(s, at)
    if low in words.joiners:
        return not _joined(s, at)
    if low in words.determiners:
        return not _leads(s, at - 1)
    if low in s.lex.verbs and at + 1 < len(s.low) and s.low[at + 1] in words.that:
        return True
    if s.upper[at] and _after_reading(s, at):
        return True
    named = s.start[at] in s.names or s.end[at] in s.names
    past = low.endswith(words.past_endings) or low in words.participles
    going = low.endswith(words.gerund_endings) and s.low[at - 1].endswith(words.plural_endings)
    if (past or going) and not s.upper[at] and noun(s, at - 1):
        return True
    if past and not s.upper[at] and s.upper[at - 1] and at == first + 1:
        return True  # "Moon seized on the games and said"
    if low[0].isdigit() and s.low[at - 1] in words.nouns and not s.upper[at - 1]:
        return True
    return low in words.bounds or (low in words.times and not named) or _finite(s, at)


def _after_reading(s: Sentence, at: int) -> bool:
    """Whether a name stands behind a thing that is read, which it does not belong to."""
    prior, words = s.low[at - 1], s.lex.words
    if s.upper[at - 1] or prior not in words.documents:
        return False
    return prior not in words.nouns and prior not in words.outlet_words


def noun(s: Sentence, at: int) -> bool:
    """Whether a token is surely a noun: a plural, or one for somebody or something that speaks."""
    low, words = s.low[at], s.lex.words
    return low.endswith(words.plural_endings) or low in words.nouns or low in words.documents


def _extends(s: Sentence, at: int) -> bool:
    """Whether a preposition after a noun still belongs to the speaker: "spokesman for"."""
    words = s.lex.words
    if at + 1 >= len(s.low) or s.low[at + 1] in words.times or s.low[at + 1] == QUOTE:
        return False
    if s.low[at] in words.binding:
        return True
    prior = s.low[at - 1]
    held = prior in words.nouns or prior in words.documents or prior in words.tied
    return held and s.low[at] in words.inner


def named(s: Sentence, first: int, end: int) -> int:
    """Past the name that says who a description means: "its head, Tomas Reyl"."""
    described = s.low[first] in s.lex.words.determiners and not s.upper[end - 1]
    if not described or s.low[end : end + 1] != (",",) or s.start[end + 1] not in s.names:
        return end
    for at in range(end + 1, min(end + 5, s.stop)):
        if s.end[at] in s.names:
            closed = at + 1 >= s.stop or s.low[at + 1] in STOPS
            return at + 1 if closed else end
    return end


def apposed(s: Sentence, end: int) -> int:
    """Past an apposition that follows a name: ", a doctor at the hospital,"."""
    size = len(s.low)
    if end + 1 >= size or s.low[end] != ",":
        return end
    opener = s.low[end + 1]
    if opener[0].isdigit():
        return end + 2 if s.low[end + 2 : end + 3] == (",",) else end
    if opener not in s.lex.words.apposing:
        return end
    at = end + 1
    while at < size and at - end < LONGEST + 4 and s.low[at] != ",":
        low = s.low[at]
        if low == QUOTE or low in s.lex.words.subjects:
            return end
        verb = low in s.lex.words.auxiliaries and low[0] != "'"
        if opener not in s.lex.words.relative and (verb or _finite(s, at)):
            return end
        if s.low[at] in ".!?;":
            break
        at += 1
    return at
