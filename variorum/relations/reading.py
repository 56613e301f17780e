"""A document's words, looked up once, and what of them each claim is compared by."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import accumulate, pairwise

from variorum.languages.lexicon import Entry, Lexicon
from variorum.model import Claim, Document
from variorum.relations import lone
from variorum.relations.aliases import Variants, fold
from variorum.relations.counting import Counting
from variorum.relations.polarity import DECIDING, Words, turned
from variorum.relations.profile import LEAST_WEIGHT, Profile
from variorum.relations.story import Story

DEED_WEIGHT = 0.08
"""The same for words that belong to a family (support, win, use)."""
PHRASE_WEIGHT = 0.4
"""What sharing a family through two common words says ("call up")."""
COMPANY = 45
"""Words on either side of a claim that count as its company: about two sentences."""
SPEAKER_WEIGHT = 0.3
"""Words below it (officials, government) do not tell one speaker from another."""
MAIN = "main"
"""The key of an article's main happening."""
_NOTHING: frozenset[str] = frozenset()
_PAUSES = frozenset(",;:)")


class Reading:
    """The words of one document, each looked up once."""

    __slots__ = (
        "_company",
        "_counting",
        "_proper",
        "_titles",
        "_voices",
        "alone",
        "published",
        "starts",
        "story",
        "words",
    )

    def __init__(self, document: Document, lexicon: Lexicon, known: Variants, alone: bool) -> None:
        text = document.text
        self.alone = alone
        published = document.meta.published
        self.published = published.earliest if published else ""
        spoken, self.starts, pauses = _cut(text, lexicon.term)
        if known:
            found = list(zip(self.starts, spoken, strict=True))
            found, pauses = fold(found, pauses, known, lexicon)
            self.starts = [start for start, _ in found]
            spoken = [word for _, word in found]
        entries = lexicon.entries(spoken)
        small = [word.lower() for word in spoken]
        turns = _free(lexicon.turns(spoken), text, self.starts, spoken)
        moods = lexicon.moods(spoken)
        deciding = [n for n, cue in turns.items() if cue in DECIDING]
        self.words = Words(spoken, small, entries, pauses, turns, deciding, lexicon, moods)
        self.story = Story(entries, self.published[:10])
        self._proper = [n for n, e in enumerate(entries) if e.kind != "word"]
        self._company = [e.key if e.weight >= LEAST_WEIGHT else "" for e in entries]
        self._voices: dict[str, frozenset[str]] = {}
        self._titles: dict[str, frozenset[str]] = {}
        self._counting = Counting(self.words, self.starts)

    def profile(self, claim: Claim) -> Profile:
        """One claim of this document as it is compared."""
        first = bisect_left(self.starts, claim.span.start)
        last = bisect_left(self.starts, claim.span.end)
        own = self.words.entries[first:last]
        terms = _terms(own, self.words.lexicon)
        kin, families = _families(terms)
        keys = {term.key: term.weight for term in terms}
        names, numbers = self._proper_words(first, last)
        counted, rejected = self._counting.of(claim.figures, first, last)
        numbers -= rejected
        titled = self._offices(first, last).union(*map(self._title, claim.names))
        named = names.union(numbers, titled & keys.keys())
        voices = tuple(map(self._voice, claim.attributed_to))
        return Profile(
            claim=claim,
            words=self.words,
            first=first,
            last=last,
            terms=terms,
            keys=keys,
            own=frozenset(keys),
            kin=kin,
            families=families,
            belongs=frozenset(families),
            names=names,
            numbers=numbers,
            named=named,
            weight=sum(keys.values()) or LEAST_WEIGHT,
            wording=sum([w for key, w in keys.items() if key not in named]) or LEAST_WEIGHT,
            pairs=frozenset([(x, y) for x, y in pairwise(keys) if not (x in names and y in names)]),
            company=frozenset(self._company[max(0, first - COMPANY) : last + COMPANY]),
            said=turned(self.words, first, last),
            counted=counted,
            voices=voices,
            speakers=_NOTHING.union(*voices),
            published=self.published,
            main=claim.event.instance == MAIN and bool(self.published),
            heard=self._heard(claim, voices),
            alone=self.alone,
            values=lone.values(own, claim) if self.alone else {},
            dates=lone.dates(own) if self.alone else (),
            life=lone.life(own) if self.alone else (),
        )

    def _proper_words(self, first: int, last: int) -> tuple[frozenset[str], frozenset[str]]:
        """The keys of the names and of the numerals from one word to before another."""
        begin, end = bisect_left(self._proper, first), bisect_left(self._proper, last)
        proper = [self.words.entries[number] for number in self._proper[begin:end]]
        names = frozenset([e.key for e in proper if e.kind == "name"])
        return names, frozenset([e.key for e in proper if e.kind == "number"])

    def _title(self, name: str) -> frozenset[str]:
        """The words of a name of several ("Deferred Action for Childhood Arrivals")."""
        known = self._titles.get(name)
        if known is None:
            lexicon = self.words.lexicon
            found = [lexicon.entry(word).key for word in lexicon.term.findall(name)]
            known = self._titles[name] = frozenset(found) if len(found) > 1 else _NOTHING
        return known

    def _offices(self, first: int, last: int) -> set[str]:
        """Words that open a name without being one ("Prime Minister Tomas Karlak")."""
        words, found = self.words, set()
        for number in range(last - 2, first - 1, -1):
            after = words.entries[number + 1]
            opens = words.spoken[number][0].isupper() and not words.pauses[number]
            if opens and (after.kind == "name" or after.key in found):
                found.add(words.entries[number].key)
        return found

    def _heard(self, claim: Claim, voices: tuple[frozenset[str], ...]) -> bool:
        """Whether a word of the nearest speaker's name stands in the claim's sentence."""
        if not voices:
            return False
        first = bisect_left(self.starts, claim.sentence.start)
        last = bisect_left(self.starts, claim.sentence.end)
        return any(entry.key in voices[0] for entry in self.words.entries[first:last])

    def _voice(self, who: str) -> frozenset[str]:
        known = self._voices.get(who)
        if known is None:
            lexicon = self.words.lexicon
            found = (lexicon.entry(word) for word in lexicon.term.findall(who))
            known = frozenset(e.key for e in found if e.weight >= SPEAKER_WEIGHT)
            self._voices[who] = known
        return known


def _cut(text: str, term: re.Pattern[str]) -> tuple[list[str], list[int], list[bool]]:
    """The words of a text, where each begins, and whether a sign of a pause follows it."""
    pieces = _cutter(term).split(text)
    edges = list(accumulate(map(len, pieces)))
    return pieces[1::2], edges[:-1:2], [between[:1] in _PAUSES for between in pieces[2::2]]


def _free(cues: dict[int, str], text: str, starts: list[int], spoken: list[str]) -> dict[int, str]:
    """Cues that are no part of another word: the "no" of a no-confidence vote denies nothing."""
    return {
        n: cue for n, cue in cues.items() if not text.startswith("-", starts[n] + len(spoken[n]))
    }


@cache
def _cutter(term: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern that parts a text into what stands between words and, every other time, a word."""
    return re.compile(f"({term.pattern})")


_Kin = dict[str, list[tuple[str, float]]]


def _families(terms: tuple[Entry, ...]) -> tuple[_Kin, dict[str, float]]:
    """Every family that words belong to, with those words, and the weight of the weightiest."""
    kin: _Kin = {}
    weights: dict[str, float] = {}
    for key, weight, families, _, _ in terms:
        for family in families:
            if family in kin:
                kin[family].append((key, weight))
                weights[family] = max(weights[family], weight)
            else:
                kin[family], weights[family] = [(key, weight)], weight
    return kin, weights


def _terms(entries: list[Entry], lexicon: Lexicon) -> tuple[Entry, ...]:
    """The content words, each once; the first of a phrase stands for the whole of it."""
    found: dict[str, Entry] = {}
    phrases, openers = lexicon.phrases, lexicon.openers
    previous = ""
    for entry in entries:
        key, weight, families, _, _ = entry
        if previous in openers and (pair := phrases.get((previous, key))):
            known = found.get(previous)
            heavier = max(known.weight if known else 0.0, PHRASE_WEIGHT)
            # "Fell to" may be captured, or only fewer.
            both = (*pair, *(known.families if known else ()))
            found[previous] = Entry(previous, heavier, both, "word", "")
        previous = key
        if weight >= (DEED_WEIGHT if families else LEAST_WEIGHT) and key not in found:
            found[key] = entry
    return tuple(found.values())
