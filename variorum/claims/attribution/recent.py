"""Who spoke or was named last, and which of them a pronoun or a description means."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from variorum.claims.attribution.lexicon import Lexicon
from variorum.claims.names import fold
from variorum.model import Span

_REMEMBERED = 24
"""How many speakers back a pronoun or description may reach."""
_HEAD = 8
"""Letters of the longest pronoun that opens a sentence, with the space behind it."""
_NEAR = 700
"""Letters back that "they" and "it" reach: about two paragraphs."""


class Speaker(NamedTuple):
    """Somebody who speaks and may be meant again later."""

    name: str
    """As printed, in the fullest form of the article."""
    person: bool
    plural: bool
    gender: str
    """``m``, ``f`` or empty."""
    words: frozenset[str]
    """Folded words of the name and of the descriptions it came with."""
    sure: bool = False
    """Whether it is surely a person."""
    spoke: bool = False
    """Whether something was handed on from them, not only their name met."""
    beside: str = ""
    """The name of a second one who speaks with this one, where both are meant by "they"."""


def bare(name: str, lex: Lexicon) -> str:
    """A folded name without an article before it."""
    first, _, rest = name.partition(" ")
    return rest if rest and first in lex.words.definite else name


@dataclass(slots=True)
class Recent:
    """The latest speakers of one document."""

    lex: Lexicon
    past: list[Speaker] = field(default_factory=list)
    """Latest last."""
    places: list[int] = field(default_factory=list)
    """Where the sentence of each starts."""
    place: int = 0
    """Where the present sentence starts."""
    head: Speaker | None = None
    """Whose name, having the shape of a person's, opens the paragraph."""

    def remember(self, speaker: Speaker) -> None:
        """Makes a speaker the latest."""
        self.past.append(speaker)
        self.places.append(self.place)
        del self.past[:-_REMEMBERED], self.places[:-_REMEMBERED]

    @property
    def personal(self) -> bool:
        """Whether the latest is one person."""
        return bool(self.past) and self.past[-1].person and not self.past[-1].plural

    def pair(self, one: Speaker, other: Speaker) -> None:
        """Makes two who speak together the latest that "they" may mean."""
        if one.person and other.person:
            self.remember(one._replace(plural=True, beside=other.name))

    def pronoun(self, low: str, place: int) -> Speaker | None:
        """The latest speaker who fits a pronoun in the sentence that starts at a place."""
        words = self.lex.words
        if low in words.own:
            return None
        if low in words.singular:
            return self._person("m" if low in words.male else "f")
        for speaker, spoke in zip(reversed(self.past), reversed(self.places), strict=True):
            if place - spoke > _NEAR:
                return None
            if low in words.plural:
                read = not words.documents.isdisjoint(speaker.words)
                fits = speaker.plural or not (speaker.person or read)
            else:
                fits = not speaker.person and not speaker.plural
            if fits:
                return speaker
        return None

    def opening(self, text: str, sentence: Span) -> Speaker | None:
        """Whom the pronoun means that opens a sentence, of which ``text`` are the words."""
        head = text[:_HEAD].split()[:1]
        met = self.lex.words.singular.intersection(map(str.lower, head))
        return self.pronoun(min(met), sentence.start) if met else None

    def _person(self, gender: str) -> Speaker | None:
        """The latest person of a gender; who may only be a person stands back.

        One whose name opens the paragraph comes before the persons of earlier ones.
        """
        fitting = [p for p in self.past if p.person and not p.plural and p.gender in ("", gender)]
        own = self.head
        if own is not None and own.gender in ("", gender) and not self._since(own):
            return own
        if fitting and fitting[-1] is self.past[-1] and self._speaks(fitting[-1]):
            return fitting[-1]
        sure = [p for p in fitting if p.sure]
        latest = next(iter((sure or fitting)[-1:]), None)
        return self._known(latest, gender) if latest and not latest.gender else latest

    def _speaks(self, latest: Speaker) -> bool:
        """Whether the latest of all spoke and is told by a full name, so that he is a person."""
        parts = latest.name.split()
        full = len(parts) > 1 and all(part[0].isupper() for part in parts)
        return latest.spoke and full and parts[-1].lower() not in self.lex.words.nouns

    def _known(self, latest: Speaker, gender: str) -> Speaker:
        """One surely of the gender who was named in the same sentence as one who may be."""
        place = next(
            p for s, p in zip(self.past[::-1], self.places[::-1], strict=True) if s is latest
        )
        beside = zip(self.past, self.places, strict=True)
        known = [s for s, p in beside if p >= place and s.gender == gender and not s.plural]
        return known[-1] if known else latest

    def _since(self, head: Speaker) -> bool:
        """Whether somebody surely a person was named after the one who opens the paragraph."""
        for speaker in reversed(self.past):
            if speaker.name == head.name:
                return False
            if speaker.sure:
                return True
        return True

    def described(self, phrase: tuple[str, ...]) -> Speaker | None:
        """The latest speaker whose description holds every word: "the spokesman", "the group".

        A body without a further word may mean the latest one; "the fire service" names its own.
        """
        for speaker in reversed(self.past):
            if speaker.words.issuperset(phrase):
                return speaker
        if len(phrase) > 1 or phrase[0] not in self.lex.words.bodies:
            return None
        read = self.lex.words.documents
        bodies = (p for p in self.past[::-1] if not p.person and not p.plural)
        body = next((p for p in bodies if read.isdisjoint(p.words)), None)
        return body if body is not None and self._may_be(body, phrase[0]) else None

    def _may_be(self, body: Speaker, noun: str) -> bool:
        """Whether a body whose own words name no other sort may be called by a noun."""
        words = self.lex.words
        outlet = bare(fold(body.name), self.lex) in self.lex.outlets
        if outlet or not words.outlet_words.isdisjoint(body.words):
            return noun in words.outlet_words or noun in body.words
        return words.bodies.isdisjoint(body.words)
