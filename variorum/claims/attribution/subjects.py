"""A cue verb -> who its subject is, by the words before it."""

from __future__ import annotations

from typing import NamedTuple

from variorum.claims.attribution import agreement, circumstance, phrases, stretches
from variorum.claims.attribution.lexicon import Verb
from variorum.claims.attribution.sentences import BREAKS, QUOTE, STOPS, Sentence

_OFFICE = 3
"""First words of an apposition among which stands what somebody is, at most."""
_RELATIVE_REACH = 10
"""Words of a relative clause before the last noun in it, at most."""


class Subject(NamedTuple):
    """Who a verb's subject is."""

    begin: int
    """First token of the lead-in that the subject opens."""
    speaker: tuple[int, int] | None
    """Its tokens; None where the speaker of the cue before goes on."""
    follows: bool = False
    """Whether it goes on from an earlier cue ("and added", ", adding")."""
    relative: bool = False
    """Whether a relative pronoun stands between ("Brown, who said")."""


def before(s: Sentence, at: int, verb: Verb, cued: bool) -> Subject | None:
    """The subject of the verb at a token; ``cued`` where a cue stands before it."""
    words = s.lex.words
    last = _past_helpers(s, at - 1)
    helpers = s.low[last + 1 : at]
    progressive = not words.passive.isdisjoint(helpers)
    if progressive and "gerund" not in verb.forms:
        return None
    if not words.modals.isdisjoint(helpers) and words.afterwards.isdisjoint(helpers):
        return None
    if "gerund" in verb.forms and not progressive:
        return _participle(s, last, verb, cued)
    if last < 0 or s.low[last] == QUOTE:
        return None
    if s.low[last] in words.relative and (last == 0 or s.low[last - 1] not in words.determiners):
        apart = last > 0 and s.low[last - 1] == ","
        found = _plain(s, last - 1 - apart, None)
        if found and found.speaker and not apart and _anybody(s, *found.speaker):
            return None
        return found and Subject(found.begin, found.speaker, relative=True)
    if s.low[last] in words.joiners:
        return Subject(last, None, follows=True) if cued else opening(s, last)
    found = _described(s, last) or _plain(s, _past_occasion(s, last), verb)
    found = _antecedent(s, found) if found and found.speaker else found
    if found and found.speaker and not agreement.helped(s, *found.speaker, helpers):
        return None
    if found is None and not cued and verb.lemma in words.commonest:
        return _far(s, at)
    after = s.low[at + 1] if at + 1 < s.stop else ""
    if found and found.begin and s.low[found.begin - 1] in words.what:
        # "Twice what Norland promised" says nothing; "what Norland said was an attack" does.
        return found if after in words.auxiliaries else None
    if found and found.begin and s.low[found.begin - 1] in words.compound:
        # "A-t-il ajouté": the helping verb stands before its subject.
        return found._replace(begin=found.begin - 1)
    return found


def _anybody(s: Sentence, begin: int, end: int) -> bool:
    """Whether a phrase means whoever does something: "senators who disclose secrets"."""
    words = s.lex.words
    led = s.low[begin] in words.determiners or s.low[begin][0].isdigit()
    named = any(s.upper[n] for n in range(begin, end) if n)
    return not (led or named) and s.low[end - 1].endswith(words.plural_endings)


def _antecedent(s: Sentence, found: Subject) -> Subject:
    """The subject a relative clause describes, where a walk stopped at a noun inside that clause.

    "Envoys who worked on the treaty warned", "Jan Bird, who runs a group, a charity, says"; and
    before a bracket: "Ann Lee (D) of Lund, a member of the panel, told".
    """
    words, (begin, _) = s.lex.words, found.speaker or (0, 0)
    if s.low[begin] in words.subjects:
        return found
    if begin > 2 and s.low[begin - 1] in words.inner and s.low[begin - 2] in (")", "]"):
        return _plain(s, begin - 2, None) or found
    for at in range(begin - 1, max(0, begin - _RELATIVE_REACH), -1):
        if s.low[at] in STOPS:
            break
        if s.low[at] not in words.who or s.upper[at]:
            continue
        if begin - at < 2:  # "whom police", not "who leads the police"
            break
        last = at - 1 - (s.low[at - 1] == ",")
        whole = _plain(s, last, None)
        return Subject(whole.begin, whole.speaker) if whole else found
    return found


def _described(s: Sentence, last: int) -> Subject | None:
    """The noun phrase that opens the sentence where only a participle describes it up to ``last``.

    "A poll released this week shows", "analysts polled by the agency expect".
    """
    found = opening(s, last + 1)
    if found is None or found.speaker is None or found.speaker[1] > last:
        return None
    words, (first, end) = s.lex.words, found.speaker
    low, after = s.low[end], s.low[end + 1]
    formed = low.endswith(words.past_endings) or low in words.participles
    if not formed or s.upper[end] or not stretches.told(s, first, end):
        return None
    if after not in words.prepositions and after not in words.times and low not in words.dating:
        return None
    rest = [s.low[at] for at in range(end + 1, last + 1) if not s.upper[at]]
    if not words.finite.isdisjoint(rest) or not words.auxiliaries.isdisjoint(rest):
        return None
    if not STOPS.isdisjoint(rest) or not words.relative.isdisjoint(rest):
        return None
    return Subject(first, (first, min(phrases.sourced(s, end), last + 1)))


def _past_occasion(s: Sentence, last: int) -> int:
    """The token before an occasion between speaker and verb: "the firm in a statement said"."""
    words = s.lex.words
    if last > 2 and s.low[last] == ",":
        opened = next((at for at in range(last - 1, max(0, last - 6), -1) if s.low[at] == ","), 0)
        return opened - 1 if opened and circumstance.aside(s, opened) == last + 1 else last
    if last < 1 or s.low[last] not in words.settings:
        return last
    for at in range(last - 1, max(0, last - 4), -1):
        if s.low[at] in words.prepositions:
            return at - 1
        if s.low[at] not in words.determiners and s.low[at] not in words.adjectives:
            break
    return last


def _far(s: Sentence, at: int) -> Subject | None:
    """The noun phrase that opens the sentence, where it surely names a speaker.

    Not where the verb's own speaker follows it: "…, said Ann Lee, head of the bank, adding …".
    """
    end = phrases.after(s, at + 1) if s.low[at - 1] in BREAKS else None
    if end is not None and (end >= s.stop or s.low[end] in BREAKS):
        return None
    found = opening(s, at)
    if found is None or found.speaker is None or not stretches.heads(s, *found.speaker):
        return None
    return Subject(0, found.speaker)


def _past_helpers(s: Sentence, at: int) -> int:
    """The token before the adverbs, helping verbs and times that precede a verb."""
    words = s.lex.words
    if at > 1 and s.low[at] in words.infinitive:
        while at > 0 and s.low[at] in words.infinitives:
            at -= 1
    while at >= 0 and not s.lex.plain[s.low[at]]:
        low = s.low[at]
        helper = low in words.adverbs or low in words.auxiliaries
        manner = low.endswith(words.manner_endings) and not s.upper[at]
        time = low in words.times and at > 0 and s.low[at - 1] not in words.prepositions
        dated = low in words.times and at > 1 and s.low[at - 1] in words.circumstance
        if dated and s.low[at - 1] not in words.binding:
            at -= 2
            continue
        if not (helper or manner or time) or (s.upper[at] and at > 0 and not time):
            break
        at -= 1
    return at


def _plain(s: Sentence, last: int, verb: Verb | None) -> Subject | None:
    """The noun phrase that ends at a token, brackets and appositions passed over."""
    if last >= 0 and s.low[last] in (")", "]"):
        opening = "(" if s.low[last] == ")" else "["
        while last >= 0 and s.low[last] != opening:
            last -= 1
        last -= 1
    if last >= 0 and s.low[last] in BREAKS:
        return _before_apposition(s, last)
    begin = phrases.before(s, last)
    if begin is None or not stretches.speaks(s, begin, last + 1):
        return None
    if verb is not None and not agreement.agrees(s, begin, last, verb):
        return None
    return Subject(begin, (begin, last + 1))


def _participle(s: Sentence, last: int, verb: Verb, cued: bool) -> Subject | None:
    """Who a form in -ing behind token ``last`` belongs to.

    ", adding that": the cue before goes on, or the sentence's subject; "with officials warning",
    "a letter saying": the noun phrase before it.
    """
    words = s.lex.words
    prior = s.low[last] if last >= 0 else ""
    begin = phrases.before(s, last)
    if begin and s.low[begin - 1] in words.accompanying and stretches.speaks(s, begin, last + 1):
        return Subject(begin, (begin, last + 1))
    if cued:
        return Subject(last + 1, None, follows=True)
    if prior in words.documents and "show" in verb.groups:
        return _plain(s, last, None)
    if last < 1 or verb.groups <= {"belief", "show"}:
        return None
    meanwhile = prior in words.subordinators and "act" not in verb.groups
    opens = prior == QUOTE or prior in BREAKS or prior in words.documents | words.through_by
    return opening(s, last + 1) if opens or meanwhile else None


def opening(s: Sentence, at: int) -> Subject | None:
    """The noun phrase that opens the sentence, a phrase of place or time passed over."""
    if s.opened is None:
        s.opened = _opened(s)
    return Subject(at, s.opened, follows=True) if 0 < s.opened[1] <= at else None


def _opened(s: Sentence) -> tuple[int, int]:
    """The tokens of the noun phrase that opens a sentence; (0, 0) where it names no speaker."""
    words, low, first, size = s.lex.words, s.low, 0, len(s.low)
    while first < size and low[first] in words.joiners:
        first += 1
    if first < size and (low[first] in words.prepositions or low[first] in words.subordinators):
        while first < size and low[first] != ",":
            first += 1
        first += 1
    while first < size and (low[first] in words.joiners or low[first] in words.adverbs):
        first += 1
    end = phrases.after(s, first)
    return (first, end) if end is not None and stretches.speaks(s, first, end) else (0, 0)


def _before_apposition(s: Sentence, comma: int) -> Subject | None:
    """The name before ", a doctor at the hospital," where the verb follows its last comma."""
    at = comma - 1
    while at > 0 and comma - at < 3 * phrases.LONGEST:
        if s.low[at] == QUOTE:
            return None
        if s.low[at] == s.low[comma] and not _party(s.low[at - 1]):
            begin = phrases.before(s, at - 1)
            if begin is not None:
                told = not s.upper[at - 1] or s.low[begin] in s.lex.words.determiners
                named = told and s.upper[at + 1] and s.end[comma - 1] in s.names
                if (named or stretches.speaks(s, begin, at)) and _apposes(s, begin, at + 1):
                    end = phrases.named(s, begin, at) if named else at
                    return Subject(begin, (begin, end if end > at else comma if named else at))
        at -= 1
    return None


def _party(low: str) -> bool:
    """Whether a token tells the party and state of the one before it: "R-Texas"."""
    return low[1:2] == "-" and low[2:].isalpha()


def _apposes(s: Sentence, begin: int, first: int) -> bool:
    """Whether what opens at ``first`` describes the noun phrase at ``begin`` or sets it.

    A phrase of time, place or manner does so only behind the subject that opens the sentence.
    """
    words, opener = s.lex.words, s.low[first]
    if opener in words.apposing or opener[0].isdigit() or s.upper[first]:
        return True
    if begin == 0 and not words.nouns.isdisjoint(s.low[first : first + _OFFICE]):
        return True  # "Rosa Tamm, associate professor of law at Velden, said"
    if opener in words.adverbs and s.low[first + 1].endswith(words.past_endings):
        return True
    if begin > 1:
        return False
    opens = opener in words.circumstance or opener in words.subordinators
    formed = opener.endswith(words.past_endings) or opener.endswith(words.gerund_endings)
    return (opens or formed or opener in words.adverbs) and (
        s.low[begin] in words.articles
        or phrases.noun(s, first - 2)
        or stretches.heads(s, begin, first - 1)
    )
