"""Document + Paragraphs -> the names printed in them, each resolved within the article.

A name is a run of capitalised words. Titles before it and words that merely begin a
sentence are dropped; a last name alone takes the full name printed elsewhere in the
same article. Everything is linear in the text's length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from variorum.claims import capitals
from variorum.claims.capitals import Lists, Word, fold
from variorum.model import ARTICLE_ROLES, Document, Paragraph, Span

NameKind = Literal["person", "organisation", "place", ""]
Gender = Literal["m", "f", ""]

__all__ = ["Gender", "Mention", "NameKind", "find", "fold"]

_LONGEST_PERSON = 5
"""Words that the full name of a person has fewer than."""


class Mention(NamedTuple):
    """One printed name."""

    span: Span
    """Its words, without titles and without a possessive ending."""
    text: str
    """The words of ``span``."""
    full: str
    """The fullest form of the same name in the article, as printed there."""
    key: str
    """``full`` folded: lower case, no diacritics, plain apostrophes."""
    kind: NameKind
    """What it names; empty where the article does not let it be told."""
    title: str = ""
    """Titles printed right before it, as printed ("Prime Minister")."""
    gender: Gender = ""
    """Of a person, where a title or a given name tells; otherwise empty."""


class _Reading(NamedTuple):
    """What the words of a run tell by themselves, whatever text they stand in."""

    first: int
    """The first word that is no mere opener of its sentence."""
    begin: int
    """The first word of the name, after its titles."""
    kind: NameKind
    gender: Gender
    alone: str
    """The word of a name of one word; else empty."""
    last: str
    """The last word of what can be the full name of a person; else empty."""

    def last_name(self) -> tuple[str, ...]:
        """What its last name alone is looked up by: the word, and the word with a gender."""
        last, gender = self.last, self.gender
        return (last, last + gender) if gender else (last, last + "m", last + "f")


@dataclass(slots=True)
class _Name:
    """A name while it is being resolved; its fields are those of ``Mention``."""

    span: Span
    text: str
    full: str
    title: str
    kind: NameKind
    gender: Gender
    reading: _Reading


def find(document: Document, paragraphs: tuple[Paragraph, ...]) -> tuple[Mention, ...]:
    """Every name printed in the article's own paragraphs, by place.

    Empty for a language without a pack.
    """
    lists = capitals.lists(document.language)
    if lists is None:
        return ()
    article = [p for p in paragraphs if p.role in ARTICLE_ROLES]
    plain: list[tuple[Paragraph, list[Word]]] = []
    shouting: list[list[Word]] = []
    for paragraph in article:
        words = capitals.words(document.text, paragraph.span, lists)
        if capitals.shouts(document.text, paragraph, len(words)):
            shouting.append(words)
        else:
            plain.append((paragraph, words))
    runs = [run for p, words in plain for run in capitals.runs(document.text, p, words, lists)]
    kept = capitals.without_chance(document.text, runs, lists)
    names = [_named(document.text, run, document.language) for run in kept]
    mentions = _resolved([name for name in names if name is not None])
    if not shouting:
        return tuple(mentions)
    known = {m.key.split()[-1]: m for m in mentions if m.kind == "person"}
    known |= {fold(m.text): m for m in mentions}
    for words in shouting:
        mentions += _in_title_case(document.text, words, known)
    return tuple(sorted(mentions, key=lambda m: (m.span.start, m.span.end)))


def _named(text: str, words: list[Word], language: str) -> _Name | None:
    """A run as a name without its titles; None where it is only titles or peoples."""
    reading = _reading(tuple([word.low for word in words]), language)
    if reading is None:
        return None
    first, begin, kind, gender, *_ = reading
    span = Span(words[begin].start, words[-1].end)
    title = text[words[first].start : words[begin - 1].end] if begin > first else ""
    printed = text[span.start : span.end]
    return _Name(span, printed, printed, title, kind, gender, reading)


@lru_cache(maxsize=1 << 14)
def _reading(lows: tuple[str, ...], language: str) -> _Reading | None:
    """How the words of a run are read; None where it is only titles or peoples."""
    lists = capitals.lists(language)
    assert lists, "runs are found with the lists of their language"
    first = int(lows[0] in lists.openers and lows[0] not in lists.given)
    begin = _past_titles(lows, first, lists)
    if begin >= len(lows):
        return None
    own = lows[begin:]
    kind = _kind(own, begin > first, lists)
    personal = kind in ("person", "")
    gender = _gender(lows[first:begin], own[0], lists) if personal else ""
    last = own[-1] if personal and 1 < len(own) < _LONGEST_PERSON else ""
    return _Reading(first, begin, kind, gender, own[0] if len(own) == 1 else "", last)


def _past_titles(words: Sequence[str], first: int, lists: Lists) -> int:
    """Where a name begins after its titles; past the last word where nothing is left."""
    last, begin = words[-1], first
    if last in lists.organisation or last in lists.place:
        return first
    for n, word in enumerate(words):
        if word in lists.titles or (word in lists.modifiers and n == begin > first):
            begin = n + 1
    if begin > first:
        return begin
    if first == len(words) - 1 and (last in lists.modifiers or last in lists.peoples):
        return len(words)
    calling = first < len(words) - 2 and words[first] in lists.callings
    return first + 1 if calling and words[first + 1] in lists.given else first


def _kind(lows: Sequence[str], titled: bool, lists: Lists) -> NameKind:
    if " ".join(lows) in lists.countries:
        return "place"
    if lows[-1] in lists.organisation:
        return "organisation"
    if titled or (len(lows) > 1 and lows[0] in lists.given):
        return "person"
    if lows[-1] in lists.place:
        return "place"
    return "" if lists.organisation.isdisjoint(lows) else "organisation"


def _gender(titles: Sequence[str], first: str, lists: Lists) -> Gender:
    for title in titles:
        if title in lists.male_titles:
            return "m"
        if title in lists.female_titles:
            return "f"
    male, female = first in lists.male, first in lists.female
    return "m" if male and not female else "f" if female and not male else ""


def _resolved(names: list[_Name]) -> list[Mention]:
    """Every name with its fullest form in the article.

    A last name alone takes the last fuller form before it, else the first after it, of
    the gender its title tells. One that several bear stays as printed where no title tells whose
    it is.
    """
    bearers: dict[str, set[str]] = {}
    for name in names:
        if name.reading.last:
            # "Jo" and "Joseph" are one as often as two.
            bearers.setdefault(name.reading.last, set()).add(fold(name.full)[:1])
    fuller: dict[str, _Name] = {}
    for name in reversed(names):
        if name.reading.last:
            fuller |= dict.fromkeys(name.reading.last_name(), name)
    alone = {name.reading.alone for name in names} & fuller.keys()
    for name in names:
        reading = name.reading
        if reading.last:
            name.kind = "person" if reading.last in alone else name.kind
            fuller |= dict.fromkeys(reading.last_name(), name)
        elif reading.alone and reading.kind in ("person", ""):
            full = fuller.get(reading.alone + name.gender) or fuller.get(reading.alone)
            shared = len(bearers.get(reading.alone, ())) > 1 and not name.gender
            if full is not None and shared:
                name.kind = "person"
            elif full is not None:
                name.full, name.kind = full.full, "person"
                name.gender = name.gender or full.gender
    return _agreed(names)


def _agreed(names: list[_Name]) -> list[Mention]:
    """The names as mentions; kind and gender told anywhere hold for all of one name."""
    kinds: dict[str, NameKind] = {}
    genders: dict[str, Gender] = {}
    for name in reversed(names):
        if name.kind:
            kinds[name.full] = name.kind
        if name.gender:
            genders[name.full] = name.gender
    return [
        Mention(
            name.span,
            name.text,
            name.full,
            fold(name.full),
            name.kind or kinds.get(name.full, ""),
            name.title,
            name.gender or genders.get(name.full, ""),
        )
        for name in names
    ]


def _in_title_case(text: str, words: list[Word], known: dict[str, Mention]) -> list[Mention]:
    """Names in a line of capitals: only those that the rest of the article prints as names."""
    found, at = [], 0
    while at < len(words):
        for end in range(min(len(words), at + 4), at, -1):
            start, stop = words[at].start, words[end - 1].end
            name = known.get(fold(text[start:stop]))
            if name is not None:
                printed = text[start:stop]
                found.append(name._replace(span=Span(start, stop), text=printed, title=""))
                at = end
                break
        else:
            at += 1
    return found
