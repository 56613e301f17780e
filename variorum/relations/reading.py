"""A document's words, looked up once, and what of them each claim is compared by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import chain, pairwise

from variorum.languages.lexicon import CALENDAR_WEIGHT, Entry, Lexicon
from variorum.model import Claim, Document
from variorum.relations import lone
from variorum.relations.aliases import Variants, fold
from variorum.relations.clocks import times
from variorum.relations.counting import Counting
from variorum.relations.periods import period
from variorum.relations.polarity import Words, moods, told, turned, who
from variorum.relations.profile import Profile
from variorum.relations.story import Story

LEAST_WEIGHT = 0.16
"""Words below it (the, with, said, also) carry no content."""
DEED_WEIGHT = 0.08
"""The same for words that belong to a family (support, win, use)."""
PHRASE_WEIGHT = 0.4
"""What sharing a family through two common words says ("call up")."""
COMPANY = 45
"""Words on either side of a claim that count as its company: about two sentences."""
SPEAKER_WEIGHT = 0.3
"""Words below it (officials, government) do not tell one speaker from another."""
LONGEST = 200
"""Words of a claim in which copied runs are looked for; a text without stops may have more."""
MAIN = "main"
"""The key of an article's main happening."""
_NOTHING: frozenset[str] = frozenset()
_NEVER: frozenset[int] = frozenset()
_PAUSES = frozenset(",;:)")


class Reading:
    """The words of one document, each looked up once."""

    __slots__ = (
        "_company",
        "_counting",
        "_keys",
        "_language",
        "_proper",
        "_titles",
        "_told",
        "_voices",
        "alone",
        "published",
        "starts",
        "story",
        "words",
    )

    def __init__(self, document: Document, lexicon: Lexicon, known: Variants, alone: bool) -> None:
        text, self._language = document.text, document.language
        self.alone = alone
        published = document.meta.published
        self.published = published.earliest if published else ""
        found = [(match.start(), match.group()) for match in lexicon.term.finditer(text)]
        pauses = [text[at + len(word) : at + len(word) + 1] in _PAUSES for at, word in found]
        if known:
            found, pauses = fold(found, pauses, known, lexicon)
        self.starts = [start for start, _ in found]
        spoken = [word for _, word in found]
        entries = lexicon.entries(spoken)
        small = [word.lower() for word in spoken]
        turns, mood = lexicon.turns(spoken), moods(spoken, lexicon)
        self.words = Words(spoken, small, entries, pauses, turns, lexicon, mood)
        self.story = Story(entries, self.published[:10])
        self._keys = [e.key for e in entries]
        self._proper = [n for n, e in enumerate(entries) if e.kind != "word"]
        self._company = [e.key if e.weight >= LEAST_WEIGHT else "" for e in entries]
        self._told = told(self.words)
        self._voices: dict[str, frozenset[str]] = {}
        self._titles: dict[str, frozenset[str]] = {}
        self._counting = Counting(self.words, self.starts)

    def profile(self, claim: Claim) -> Profile:
        """One claim of this document as it is compared."""
        first = bisect_left(self.starts, claim.span.start)
        last = bisect_left(self.starts, claim.span.end)
        own = self.words.entries[first:last]
        lexicon = self.words.lexicon
        terms = _terms(own, lexicon)
        families = _families(terms.values())
        keys = {key: term.weight for key, term in terms.items()}
        names, numbers = self._proper_words(first, last)
        counted, rejected = self._counting.of(claim.figures, first, last)
        numbers -= rejected
        titled = self._offices(first, last).union(*[self._title(name) for name in claim.names])
        named = names | numbers | (titled & terms.keys())
        voices = tuple(map(self._voice, claim.attributed_to))
        said = turned(self.words, first, last)
        order = tuple(self._keys[first : min(last, first + LONGEST)])
        return Profile(
            claim=claim,
            terms=tuple(terms.values()),
            keys=keys,
            own=frozenset(keys),
            kin=tuple([term for term in terms.values() if term.families]),
            names=names,
            numbers=numbers,
            values=lone.values(own, claim) if self.alone else {},
            dates=lone.dates(own) if self.alone else (),
            life=lone.life(own) if self.alone else (),
            calendar=frozenset([e.key for e in own if e.weight == CALENDAR_WEIGHT]),
            described=_described(own),
            families=families,
            belongs=frozenset(families),
            happenings=lexicon.happenings.intersection(families),
            weight=sum(keys.values()) or LEAST_WEIGHT,
            named=named,
            wording=sum([w for key, w in keys.items() if key not in named]) or LEAST_WEIGHT,
            pairs=frozenset([pair for pair in pairwise(keys) if not names.issuperset(pair)]),
            against=_NOTHING.union(*[lexicon.opposing.get(f, ()) for f in families]),
            order=order,
            places=_places(order),
            company=frozenset(self._company[max(0, first - COMPANY) : last + COMPANY]),
            said=said,
            done=self._done(first, last, families),
            blamed=self._blamed(own, families, voices) if not said.denied else _NOTHING,
            mood=frozenset(filter(None, map(self.words.moods.get, range(first, last)))),
            clock=times(claim.quote, self._language) if numbers else _NEVER,
            counted=counted,
            period=period(self.words, first, last) if claim.figures else None,
            heard=self._heard(claim, voices),
            voices=voices,
            speakers=_NOTHING.union(*voices),
            tellers=frozenset(map(str.lower, claim.attributed_to)),
            alone=self.alone,
            published=self.published,
            day=self.published[:10],
            main=claim.event.instance == MAIN and bool(self.published),
            spoken=tuple(self.words.spoken[first : min(last, first + LONGEST)]),
        )

    def _proper_words(self, first: int, last: int) -> tuple[frozenset[str], frozenset[str]]:
        """The keys of the names and of the numerals from one word to before another."""
        begin, end = bisect_left(self._proper, first), bisect_left(self._proper, last)
        proper = [self.words.entries[number] for number in self._proper[begin:end]]
        names = frozenset([e.key for e in proper if e.kind == "name"])
        return names, frozenset([e.key for e in proper if e.kind == "number"])

    def _done(self, first: int, last: int, families: dict[str, float]) -> frozenset[str]:
        """Keys and families of the words by which it is said that something was done."""
        own = self.words.entries[first:last]
        phrases = families.keys() - {family for entry in own for family in entry.families}
        return frozenset(phrases).union(chain.from_iterable(self._told[first:last]))

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
        first = bisect_left(self.starts, claim.sentence.start)
        last = bisect_left(self.starts, claim.sentence.end)
        return any(entry.key in voices[0] for entry in self.words.entries[first:last] if voices)

    def _blamed(
        self, own: list[Entry], families: Iterable[str], voices: Iterable[frozenset[str]]
    ) -> frozenset[str]:
        """Whom a claim that lays something at somebody's door speaks of, its speakers aside."""
        lexicon = self.words.lexicon
        if lexicon.framing.blame.isdisjoint(families):
            return _NOTHING
        return who(own, lexicon).difference(*voices)

    def _voice(self, who: str) -> frozenset[str]:
        known = self._voices.get(who)
        if known is None:
            lexicon = self.words.lexicon
            found = (lexicon.entry(word) for word in lexicon.term.findall(who))
            known = frozenset(e.key for e in found if e.weight >= SPEAKER_WEIGHT)
            self._voices[who] = known
        return known


def _families(terms: Iterable[Entry]) -> dict[str, float]:
    """Every family that words belong to, with the weight of its weightiest word."""
    families: dict[str, float] = {}
    for term in terms:
        for family in term.families:
            families[family] = max(families.get(family, 0.0), term.weight)
    return families


def _places(order: Iterable[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, key in enumerate(order):
        places.setdefault(key, []).append(place)
    return places


def _described(entries: list[Entry]) -> dict[str, str]:
    """Content words with the content word right before each."""
    return {
        one.key: before.key
        for before, one in pairwise(entries)
        if before.weight >= LEAST_WEIGHT <= one.weight and "word" == before.kind == one.kind
    }


def _terms(entries: list[Entry], lexicon: Lexicon) -> dict[str, Entry]:
    """The content words by their keys; the first of a phrase stands for the whole of it."""
    found: dict[str, Entry] = {}
    phrases, openers = lexicon.phrases, lexicon.openers
    previous = ""
    for entry in entries:
        key, weight, families, _, _ = entry
        if previous in openers and (pair := phrases.get((previous, key))):
            known = found.get(previous)
            heavier = max(known.weight if known else 0.0, PHRASE_WEIGHT)
            found[previous] = Entry(previous, heavier, pair, "word", "")
        previous = key
        if weight >= (DEED_WEIGHT if families else LEAST_WEIGHT) and key not in found:
            found[key] = entry
    return found
