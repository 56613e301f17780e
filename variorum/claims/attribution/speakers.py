"""Who a cue's noun phrase means: names in full, pronouns and descriptions resolved."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from variorum.claims.attribution.lexicon import Lexicon
from variorum.claims.attribution.sentences import Sentence
from variorum.claims.names import Mention, fold
from variorum.model import Document, Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who may be meant again later."""

    name: str
    """As printed in full."""
    person: bool
    plural: bool
    gender: str
    """``m``, ``f`` or empty."""
    words: frozenset[str]
    """Folded words of the description it came with."""


@dataclass(slots=True)
class Memory:
    """Who spoke or was named so far; the one record that changes, one for each document."""

    document: Document
    mentions: tuple[Mention, ...]
    lex: Lexicon
    past: list[Speaker] = field(default_factory=list)
    """Speakers and subjects, latest last."""
    starts: list[int] = field(default_factory=list)
    """Where each mention starts."""
    described: dict[str, set[str]] = field(default_factory=dict)
    """Words that described a person, by name."""

    def __post_init__(self) -> None:
        self.starts = [m.span.start for m in self.mentions]

    def within(self, span: Span) -> list[Mention]:
        """The mentions that begin in a span."""
        at = bisect_left(self.starts, span.start)
        stop = bisect_left(self.starts, span.end)
        return list(self.mentions[at:stop])

    def notice(self, s: Sentence) -> None:
        """Remembers the first person named in a sentence: its likely subject."""
        for mention in self.within(s.span)[:3]:
            if mention.kind == "person":
                self.remember(self._named(mention, frozenset(fold(mention.title).split())))
                return

    def remember(self, speaker: Speaker) -> None:
        """Makes a speaker the latest."""
        self.past.append(speaker)
        del self.past[:-24]

    def resolve(self, s: Sentence, begin: int, end: int) -> Speaker | None:
        """The speaker that a noun phrase names."""
        words = self.lex.words
        low = s.low[begin:end]
        if len(low) == 1 and low[0] in words["subjects"]:
            return self._pronoun(low[0])
        span = Span(s.start[begin], s.end[end - 1])
        mentions = self.within(span)
        if mentions:
            name = self._head(s, begin, end, mentions)
            if name is not None:
                told = frozenset(fold(self.document.text[span.start : name.span.start]).split())
                known = self.described.setdefault(name.key, set())
                known |= told | set(fold(name.title).split())
                return self._named(name, frozenset(known))
        elif low[0] in words["definite"] and len(low) <= 3:
            found = self._described(low[-1])
            if found is not None:
                return found
        return self._printed(s, begin, end, mentions)

    def _named(self, mention: Mention, told: frozenset[str]) -> Speaker:
        return Speaker(
            mention.full,
            mention.kind in ("person", ""),
            False,
            mention.gender,
            told | frozenset(mention.key.split()),
        )

    def _head(self, s: Sentence, begin: int, end: int, mentions: list[Mention]) -> Mention | None:
        """The name a phrase is about: the one it ends with, unless it hangs on a preposition."""
        first = s.low[begin]
        for mention in mentions:
            if mention.kind == "person" and not self._hangs(s, begin, mention):
                after = self.document.text[mention.span.end : mention.span.end + 2]
                if after not in ("'s", "’s", "' ", "’ "):
                    return mention
        last = mentions[-1]
        whole = last.span.end >= s.end[end - 1] - 1
        if whole and first not in self.lex.words["determiners"] and not self._hangs(s, begin, last):
            if last.kind != "place" and last.span.start <= s.start[begin] + 40:
                return last
        return None

    def _hangs(self, s: Sentence, begin: int, mention: Mention) -> bool:
        """Whether a preposition stands before a name inside its phrase."""
        at = begin
        while at < len(s.low) and s.start[at] < mention.span.start:
            if s.low[at] in self.lex.words["prepositions"]:
                return True
            at += 1
        return False

    def _printed(self, s: Sentence, begin: int, end: int, mentions: list[Mention]) -> Speaker:
        """A phrase as it stands, in lower case where only the sentence's start raised it."""
        text = self.document.text[s.start[begin] : s.end[end - 1]]
        named = mentions and mentions[0].span.start == s.start[begin]
        if begin == 0 and not named and not text[:2].isupper():
            text = text[0].lower() + text[1:]
        elif s.low[begin] in self.lex.words["determiners"]:
            text = text[0].lower() + text[1:]
        low = s.low[begin:end]
        plural = low[-1].endswith("s") or low[-1] in self.lex.words["plurals"]
        body = any(w in self.lex.words["bodies"] for w in low)
        return Speaker(text, not plural and not body, plural, "", frozenset(low))

    def _pronoun(self, low: str) -> Speaker | None:
        """The latest speaker who fits a pronoun."""
        words = self.lex.words
        for speaker in reversed(self.past):
            if low in words["own"]:
                return None
            if low in words["singular"]:
                gender = "m" if low in words["male"] else "f"
                fits = speaker.person and not speaker.plural and speaker.gender in ("", gender)
            elif low in words["plural"]:
                fits = speaker.plural or not speaker.person
            else:
                fits = not speaker.person and not speaker.plural
            if fits:
                return speaker
        return None

    def _described(self, head: str) -> Speaker | None:
        """The latest speaker whose description holds a word: "the spokesman"."""
        for speaker in reversed(self.past):
            if head in speaker.words:
                return speaker
        return None
