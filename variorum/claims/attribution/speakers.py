"""Who a cue's noun phrase means: names in full, pronouns and descriptions resolved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from variorum.claims.attribution import phrases
from variorum.claims.attribution.lexicon import Lexicon
from variorum.claims.attribution.recent import Recent, Speaker, bare
from variorum.claims.attribution.sentences import STOPS, Sentence
from variorum.claims.names import Mention, fold
from variorum.model import Document, Span

_HEAD = 3
"""Names at the head of a sentence among which persons are looked for."""
_NOUN = 24
"""Letters of the longest noun looked for before a name."""


def _personal(mention: Mention) -> bool:
    """Whether a name is a person's, or has the shape of one."""
    return mention.kind == "person" or (mention.kind == "" and " " in mention.text)


@dataclass(slots=True)
class Memory:
    """Who was named so far, and who spoke; lives as long as one reading of one document."""

    document: Document
    mentions: tuple[Mention, ...]
    lex: Lexicon
    recent: Recent = field(init=False)
    starts: list[int] = field(default_factory=list)
    """Where each mention starts."""
    leading: tuple[str, ...] = ()
    """Who the paragraph ends by introducing: "His friend said:"."""
    described: dict[str, set[str]] = field(default_factory=dict)
    """Words that described somebody, by folded name."""
    titled: dict[str, dict[str, Mention]] = field(default_factory=dict)
    """Whose names bear a title, by folded name, for each title."""

    def __post_init__(self) -> None:
        self.recent = Recent(self.lex)
        self.starts = [m.span.start for m in self.mentions]
        for mention in self.mentions:
            if mention.title:
                self.titled.setdefault(fold(mention.title), {})[mention.key] = mention

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in a stretch of the text."""
        at = bisect_left(self.starts, start)
        return self.mentions[at : bisect_left(self.starts, end, at)]

    def edges(self, span: Span) -> frozenset[int]:
        """The offsets at which the names in a span begin and end."""
        found = [m.span for m in self.within(span.start, span.end)]
        return frozenset([name.start for name in found] + [name.end for name in found])

    def open(self, paragraph: Span) -> None:
        """Turns to a new paragraph."""
        first = self.within(paragraph.start, paragraph.start + 1)
        self.recent.head = self._named(first[0], "") if first and _personal(first[0]) else None
        self.leading = ()

    def notice(self, sentence: Span, quotes: tuple[Span, ...] = ()) -> None:
        """Remembers who is named in a sentence nobody speaks in, its likely subject last.

        Persons near its head, and further on those surely men or women; a body only where the
        sentence begins with its name. Nobody of whom only ``quotes`` speak.
        """
        latest = self.recent.opening(self.document.text[sentence.start : sentence.end], sentence)
        self.recent.place = sentence.start
        met = self.within(sentence.start, sentence.end)
        named = [m for m in met if not any(q.covers(m.span) for q in quotes)]
        for n, mention in reversed([*enumerate(named)]):
            before = self.document.text[sentence.start : mention.span.start][:8].strip().lower()
            opens = not before or before in self.lex.words.definite
            near = n < _HEAD and _personal(mention)
            surely = mention.kind == "person" and mention.gender
            if near or surely or (opens and mention.kind == "organisation"):
                self.recent.remember(self._named(mention, ""))
        if latest is not None:
            self.recent.remember(latest)  # "He also played down the row with Lund"

    def describe(self, speaker: Speaker, told: tuple[str, ...]) -> Speaker:
        """A speaker with what the words beside the name call them: "a doctor"."""
        known = self.described.setdefault(fold(speaker.name), set(speaker.words))
        known.update(self.lex.words.nouns.intersection(told))
        return speaker._replace(words=frozenset(known))

    def outlet(self, s: Sentence, begin: int, end: int) -> Speaker | None:
        """The outlet a phrase names; None where it names none."""
        words, written = self.lex.words, self.lex.typography
        lead = begin
        while lead < end and (s.low[lead] in words.determiners or not s.upper[lead]):
            lead += 1
        stop = lead
        while stop < end and (s.upper[stop] or s.low[stop] in words.outlet_words):
            owner = written.owner(s.low[stop])
            stop += not owner
            if written.owner(s.low[min(stop, end - 1)]):
                stop += 1
                break
            if stop < end and s.end[stop - 1] in s.names and s.start[stop] in s.names:
                break
        if lead == stop:
            return None
        text = written.owned(self.document.text[s.start[lead] : s.end[stop - 1]])
        known = fold(text) in self.lex.outlets
        telling = any(low in words.outlet_words for low in s.low[max(begin, lead - 1) : stop])
        return (
            Speaker(text, False, False, "", frozenset(s.low[begin:end]))
            if known or telling
            else None
        )

    def resolve(
        self, s: Sentence, begin: int, end: int, spoken: Sequence[Speaker] = ()
    ) -> tuple[Speaker, ...]:
        """The speakers a noun phrase names: none for "we" and "you", two for "A and B".

        ``spoken`` are those who speak before them in the sentence.
        """
        begin, end = self._clear(s, begin, end)
        words, low = self.lex.words, s.low[begin:end]
        if len(low) == 1 and (low[0] in words.subjects or low[0] in words.objects):
            single = low[0] in words.singular
            said = any((one.person and not one.plural) or not single for one in spoken)
            found = None if said else self._inside(s, begin)
            found = found or self.recent.pronoun(low[0], s.span.start)
            if found is None and low[0] not in words.own and low[0] not in words.thing:
                single, several = low[0] in words.singular, low[0] in words.plural
                found = Speaker(low[0], single, several, "", frozenset())
            if found is not None and found.beside:
                return found, found._replace(name=found.beside)
            return () if found is None else (found,)
        start = s.start[begin]
        mentions = self.within(start, s.end[end - 1])
        heads = self._heads(s, begin, end, mentions)
        if heads:
            before = self.document.text[start : heads[0].span.start]
            named = [self._named(head, before) for head in heads]
            if heads[0].kind == "" and low[0] in words.definite and fold(before) == low[0]:
                named[0] = named[0]._replace(person=False)
            return tuple(named)
        if not mentions and low[0] in words.definite and 1 < len(low) <= 3:
            found = self.recent.described(low[1:]) or self._titled(" ".join(low[1:]))
            if found is not None:
                return (found,)
        return (self._printed(s, begin, end, mentions),)

    def _clear(self, s: Sentence, begin: int, end: int) -> tuple[int, int]:
        """A phrase without what ties its clause to another: "the man who Ford" is Ford."""
        words = self.lex.words
        while begin < end - 1 and s.low[begin] in words.subordinators:
            begin += 1
        while begin < end - 1 and s.low[end - 1].partition("'")[0] in words.relative:
            end -= 1
        for n in range(end - 2, begin, -1):
            if s.low[n] in words.relative and s.upper[n + 1]:
                return n + 1, end
        return begin, end

    def _titled(self, phrase: str) -> Speaker | None:
        """The one person to whose name the article puts a title: "the president"."""
        holders = self.titled.get(phrase, {})
        return self._named(next(iter(holders.values())), "") if len(holders) == 1 else None

    def _inside(self, s: Sentence, at: int) -> Speaker | None:
        """Whom a pronoun deep in a sentence means, if somebody earlier in it fits.

        Not one that opens it or stands behind a mark: that goes back to the sentence before.
        """
        words, low = self.lex.words, s.low[at]
        if at < 2 or low in words.own or s.low[at - 1] in STOPS or s.low[at - 1] in words.joiners:
            return None
        if low in words.plural:
            return self._several(s, at)
        gender = "m" if low in words.male else "f" if low in words.singular else None
        for mention in self.within(s.span.start, s.start[at]):
            if s.start[bisect_left(s.start, mention.span.start, 0, at)] != mention.span.start:
                continue
            one = self._named(mention, "")
            if gender is None and mention.kind == "organisation":
                return one
            if gender is not None and one.sure and one.gender in ("", gender):
                return one
        return None

    def _several(self, s: Sentence, at: int) -> Speaker | None:
        """The first of several people or bodies that a sentence names before a token."""
        words = self.lex.words
        for n in range(at - 1):
            low = s.low[n]
            several = low in words.plurals or low.endswith(words.plural_endings)
            if several and low in words.nouns:
                begin = phrases.before(s, n)
                begin = n if begin is None else begin
                inside = self.within(s.start[begin], s.end[n])
                return self._printed(s, begin, n + 1, inside)
        return None

    def merely_named(self, s: Sentence, begin: int, end: int) -> bool:
        """Whether a label is a name that neither a person nor a body is known by: a topic."""
        mentions = self.within(s.start[begin], s.end[end - 1])
        words = self.lex.words
        if not mentions or s.low[end - 1] in words.nouns or s.low[end - 1] in words.documents:
            return False
        last = mentions[-1]
        known = {last.key, bare(last.key, self.lex)}
        return last.kind not in ("person", "organisation") and known.isdisjoint(self.lex.outlets)

    def _named(self, mention: Mention, before: str) -> Speaker:
        """A name as a speaker, with every description it has had."""
        known = self.described.setdefault(mention.key, set(mention.key.split()))
        known.update(fold(before).split(), fold(mention.title).split())
        person = mention.kind in ("person", "")
        sure = mention.kind == "person" or (_personal(mention) and self._called(mention))
        return Speaker(mention.full, person, False, mention.gender, frozenset(known), sure)

    def _called(self, mention: Mention) -> bool:
        """Whether a noun for somebody who speaks stands right before a name: "police chief",
        "his lawyer, Ivo Lund"."""
        before = self.document.text[max(0, mention.span.start - _NOUN) : mention.span.start]
        last = [before.split()[-1].rstrip(",")] if before.endswith(" ") and before.strip() else []
        words = self.lex.words
        return bool(last) and last[0] in words.nouns and last[0] not in words.bodies

    def _heads(
        self, s: Sentence, begin: int, end: int, mentions: tuple[Mention, ...]
    ) -> list[Mention]:
        """The names a phrase is about, not those that only describe ("the Kremlin's man")."""
        found = []
        for mention in mentions:
            last = mention.span.end >= s.end[end - 1] - 2
            named = last or self._joined(mention)
            if self._hangs(s, begin, mention) or (self._owns(mention) and not last):
                continue
            if not last and self._describes(s, begin, end, mention):
                continue
            if mention.kind == "person" or (named and mention.kind != "place"):
                found.append(mention)
        if found and not _personal(found[-1]) and s.low[begin] in self.lex.words.determiners:
            return []
        return found[:2]

    def _describes(self, s: Sentence, begin: int, end: int, mention: Mention) -> bool:
        """Whether a name only tells whose somebody or something is: "the Lang campaign"."""
        at = bisect_left(s.start, mention.span.end, begin, end)
        if at == end or s.upper[at] or not s.low[at].isalpha():
            return False
        words, low = self.lex.words, s.low[at]
        if low.endswith(words.past_endings + words.gerund_endings + words.manner_endings):
            return False
        parts = words.prepositions | words.joiners | words.relative | words.adverbs
        return low not in parts and low not in words.participles

    def _joined(self, mention: Mention) -> bool:
        """Whether a name is the first of two: "A and B"."""
        following = self.document.text[mention.span.end : mention.span.end + 6].split()
        return bool(following) and following[0] in self.lex.words.joining

    def _owns(self, mention: Mention) -> bool:
        return self.document.text[mention.span.end : mention.span.end + 1] in ("'", "’")

    def _hangs(self, s: Sentence, begin: int, mention: Mention) -> bool:
        """Whether a preposition stands before a name and its titles inside their phrase."""
        at, hangs = begin, False
        titled = mention.span.start - len(mention.title)
        while at < len(s.low) and s.start[at] < titled - 1:
            hangs = s.low[at] != "," and (hangs or s.low[at] in self.lex.words.prepositions)
            at += 1
        return hangs

    def _printed(self, s: Sentence, begin: int, end: int, mentions: tuple[Mention, ...]) -> Speaker:
        """A phrase as it stands, in lower case where only the sentence's start raised it."""
        words, low = self.lex.words, s.low[begin:end]
        text = self.document.text[s.start[begin] : s.end[end - 1]]
        text = self.lex.typography.owned(text)
        named = bool(mentions) and mentions[0].span.start == s.start[begin]
        if named and begin == 0 and (low[0] in words.documents or low[0] in words.nouns):
            named = mentions[0].span.end > s.end[0]
        lone = begin == 0 and not named and not text[:2].isupper() and low[0] not in self.lex.proper
        if lone or low[0] in words.determiners:
            text = text[0].lower() + text[1:]
        head = next(
            (low[n - 1] for n in range(1, len(low)) if low[n] in words.prepositions), low[-1]
        )
        plural = head.endswith(words.plural_endings) or head in words.plurals
        body = named or any(word in words.bodies for word in low)
        body = body or head in words.collectives or head in words.documents
        return Speaker(text, not plural and not body, plural, "", frozenset(low))
