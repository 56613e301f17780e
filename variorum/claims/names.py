"""Document + Paragraphs -> the names printed in them, each resolved within the article.

A name is a run of capitalised words. Titles before it and words that merely begin a
sentence are dropped; a last name alone takes the full name printed elsewhere in the
same article. Everything is linear in the text's length.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from variorum import languages
from variorum.model import ARTICLE_ROLES, Document, Paragraph, Span

NameKind = Literal["person", "organisation", "place", ""]
Gender = Literal["m", "f", ""]

_UPPER = "".join(c for c in map(chr, range(0x530)) if c.isupper())
_WORD = re.compile(rf"[{_UPPER}](?:\.[{_UPPER}])+|[{_UPPER}0-9][\w&]*(?:['’\-][\w&]+)*")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_LONGEST_HEADLINE = 600
"""Characters of the longest paragraph that may be a line of capitals."""
_FEWEST_WORDS = 4
"""Words a paragraph must have before capitals can be said to tell nothing."""
_SHOUTING, _SHOUTING_BODY = 0.6, 0.85
"""Share of capitalised words above which they tell nothing; body text is rich in names."""
_LONGEST_PERSON = 5
"""Words that the full name of a person has fewer than."""
_LONGEST_GAP = 10
"""Characters between two words of one name, at most: a space and the longest small word."""


@dataclass(frozen=True, slots=True)
class Mention:
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


@dataclass(frozen=True, slots=True)
class _Lists:
    """The language's lists as sets."""

    links: frozenset[str]
    loose: frozenset[str]
    titles: frozenset[str]
    modifiers: frozenset[str]
    dotted: frozenset[str]
    suffixes: frozenset[str]
    organisation: frozenset[str]
    place: frozenset[str]
    calendar: frozenset[str]
    peoples: frozenset[str]
    openers: frozenset[str]
    common: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    given: frozenset[str]
    """Male and female given names."""
    callings: frozenset[str]
    """Nouns for people, which stand before a name like a title: "Farmer Josef Hartl"."""
    countries: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Word:
    """A capitalised word."""

    start: int
    end: int
    low: str
    """Folded, without a possessive ending."""


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """A name as a key: lower case, no diacritics, plain apostrophes, single spaces."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


class _Name:
    """A name while it is being resolved."""

    __slots__ = ("end", "full", "gender", "kind", "lows", "start", "text", "title")

    def __init__(
        self,
        place: tuple[int, int],
        text: str,
        lows: list[str],
        title: str,
        kind: NameKind,
        gender: Gender,
    ) -> None:
        self.start, self.end = place
        self.text = self.full = text
        self.lows, self.title, self.kind, self.gender = lows, title, kind, gender

    def full_person(self) -> bool:
        """Whether it can be the full name of a person."""
        return 1 < len(self.lows) < _LONGEST_PERSON and self.kind in ("person", "")

    def keys(self) -> tuple[str, ...]:
        """What its last name alone is looked up by: the word, and the word with the gender."""
        last = self.lows[-1]
        return (last, last + self.gender) if self.gender else (last, last + "m", last + "f")


@cache
def _lists(language: str) -> _Lists | None:
    found = languages.pack(language)
    if found is None:
        return None
    table = found.table("names")
    nouns = found.table("cues")["speakers"]["nouns"]
    common = [*table["common"], *nouns]
    table = table | {
        "common": common,
        "callings": nouns,
        "given": [*table["male"], *table["female"]],
    }
    return _Lists(**{key: frozenset(table[key]) for key in _Lists.__slots__})


def find(document: Document, paragraphs: tuple[Paragraph, ...]) -> tuple[Mention, ...]:
    """Every name printed in the article's own paragraphs, by place.

    Empty for a language without a pack.
    """
    lists = _lists(document.language)
    if lists is None:
        return ()
    article = [p for p in paragraphs if p.role in ARTICLE_ROLES]
    plain, shouting = [], []
    for paragraph in article:
        words = _words(document.text, paragraph.span)
        shouts = _shouts(document.text, paragraph, len(words))
        (shouting if shouts else plain).append((paragraph, words))
    runs = [run for p, words in plain for run in _runs(document.text, p, words, lists)]
    runs = _without_chance_capitals(document.text, runs, lists)
    names = [n for run in runs if (n := _named(document.text, run[0], lists)) is not None]
    mentions = _resolved(names)
    known = {m.key.split()[-1]: m for m in mentions if m.kind == "person"}
    known |= {fold(m.text): m for m in mentions}
    for paragraph, words in shouting:
        mentions += _in_title_case(document.text, words, known)
    return tuple(sorted(mentions, key=lambda m: m.span))


def _words(text: str, span: Span) -> list[_Word]:
    """The capitalised words (and numerals) of a stretch."""
    found = []
    for match in _WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        word = match.group()
        if word.endswith(_POSSESSIVE):
            end -= 1 if word[-1] in "'’" else 2
            word = text[start:end]
        low = word if word.isupper() and end - start > 1 else fold(word)
        found.append(_Word(start, end, low))
    return found


def _shouts(text: str, paragraph: Paragraph, capitals: int) -> bool:
    """Whether so many words of a paragraph are capitalised that capitals tell nothing."""
    span = paragraph.span
    if span.end - span.start > _LONGEST_HEADLINE:
        return False
    words = len(_LETTERS.findall(text, span.start, span.end))
    share = _SHOUTING_BODY if paragraph.role == "body" else _SHOUTING
    return words >= _FEWEST_WORDS and capitals > share * words


def _runs(
    text: str, paragraph: Paragraph, words: list[_Word], lists: _Lists
) -> list[tuple[list[_Word], bool]]:
    """Runs of words that may be one name, each with whether it begins its sentence."""
    starts = {_first_letter(text, s) for s in paragraph.sentences}
    runs: list[tuple[list[_Word], bool]] = []
    run: list[_Word] = []
    for word in words:
        if run and _joins(text, run, word, lists) and word.start not in starts:
            run.append(word)
            continue
        if run:
            runs.append((run, run[0].start in starts))
        run = [] if text[word.start].isdigit() else [word]
    if run:
        runs.append((run, run[0].start in starts))
    return runs


def _first_letter(text: str, sentence: Span) -> int:
    """Where a sentence's first letter or digit stands, opening marks passed over."""
    at = sentence.start
    while at < sentence.end and not text[at].isalnum():
        at += 1
    return at


def _joins(text: str, run: list[_Word], word: _Word, lists: _Lists) -> bool:
    """Whether a word goes on with the name before it."""
    last = run[-1]
    if word.start - last.end > _LONGEST_GAP:
        return False
    gap = text[last.end : word.start]
    if word.low in lists.calendar:
        return False
    if gap == " ":
        return not text[word.start].isdigit() or (len(word.low) <= 2 and len(run) == 1)
    if gap == ". ":
        return last.low in lists.dotted or last.end - last.start == 1
    small = gap.strip().lower()
    if small not in lists.links or "\n" in gap:
        return False
    if small in lists.loose:
        return any(w.low in lists.organisation for w in run)
    return True


def _without_chance_capitals(
    text: str, runs: list[tuple[list[_Word], bool]], lists: _Lists
) -> list[tuple[list[_Word], bool]]:
    """The runs without words that are capitalised only because they begin a sentence."""
    inside = Counter(w.low for run, first in runs for w in run[1 if first else 0 :])
    kept = []
    for run, first in runs:
        words = run
        if first:
            low = words[0].low
            given = low in lists.given
            lone = len(words) == 1
            if low in lists.openers or (lone and low in lists.common):
                words = words if (given and not lone) or (lone and inside[low] > 1) else words[1:]
            elif lone and low not in lists.peoples and not inside[low]:
                words = words if _unusual(text, low) else []
        words = [w for w in words if w.low not in lists.calendar or len(words) > 1]
        if words and not text[words[0].start].isdigit():
            kept.append((words, first))
    return kept


def _unusual(text: str, low: str) -> bool:
    """Whether a word never stands in lower case in the article."""
    return f" {low} " not in text


def _named(text: str, words: list[_Word], lists: _Lists) -> _Name | None:
    """A run as a name without its titles; None where it is only titles or peoples."""
    first = int(words[0].low in lists.openers and words[0].low not in lists.given)
    begin = first
    last = words[-1].low
    if last not in lists.organisation and last not in lists.place:
        for n, word in enumerate(words):
            if word.low in lists.titles or (word.low in lists.modifiers and n == begin > first):
                begin = n + 1
        if begin == first == len(words) - 1 and (last in lists.modifiers or last in lists.peoples):
            return None
        if begin == first < len(words) - 2 and words[first].low in lists.callings:
            begin += words[first + 1].low in lists.given
    if begin >= len(words):
        return None
    start, end = words[begin].start, words[-1].end
    lows = [word.low for word in words[begin:]]
    title = text[words[first].start : words[begin - 1].end] if begin > first else ""
    kind = _kind(lows, bool(title), lists)
    gender: Gender = ""
    if kind in ("person", ""):
        gender = _gender([word.low for word in words[first:begin]], lows[0], lists)
    return _Name((start, end), text[start:end], lows, title, kind, gender)


def _kind(lows: list[str], titled: bool, lists: _Lists) -> NameKind:
    if " ".join(lows) in lists.countries:
        return "place"
    if lows[-1] in lists.organisation or "of" in lows:
        return "organisation"
    if titled or (len(lows) > 1 and lows[0] in lists.given):
        return "person"
    if lows[-1] in lists.place:
        return "place"
    return "organisation" if any(low in lists.organisation for low in lows) else ""


def _gender(titles: list[str], first: str, lists: _Lists) -> Gender:
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
    the gender its title tells.
    """
    fuller: dict[str, _Name] = {}
    for name in reversed(names):
        if name.full_person():
            for key in name.keys():
                fuller[key] = name
    alone = {name.lows[0] for name in names if len(name.lows) == 1} & fuller.keys()
    for name in names:
        if name.full_person():
            name.kind = "person" if name.lows[-1] in alone else name.kind
            for key in name.keys():
                fuller[key] = name
        elif len(name.lows) == 1 and name.kind in ("person", ""):
            full = fuller.get(name.lows[0] + name.gender) or fuller.get(name.lows[0])
            if full is not None:
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
            Span(name.start, name.end),
            name.text,
            name.full,
            fold(name.full),
            name.kind or kinds.get(name.full, ""),
            name.title,
            name.gender or genders.get(name.full, ""),
        )
        for name in names
    ]


def _in_title_case(text: str, words: list[_Word], known: dict[str, Mention]) -> list[Mention]:
    """Names in a line of capitals: only those that the rest of the article prints as names."""
    found, at = [], 0
    while at < len(words):
        for end in range(min(len(words), at + 4), at, -1):
            span = Span(words[at].start, words[end - 1].end)
            name = known.get(fold(text[span.start : span.end]))
            if name is not None:
                found.append(replace(name, span=span, text=text[span.start : span.end], title=""))
                at = end
                break
        else:
            at += 1
    return found
