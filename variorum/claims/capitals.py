"""Text -> runs of capitalised words that may be names, before anybody asks whose."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from variorum import languages
from variorum.languages.met import Met
from variorum.languages.typography import Typography, typography
from variorum.model import Paragraph, Span

_UPPER = "".join(c for c in map(chr, range(0x530)) if c.isupper())
_WORD = re.compile(rf"[{_UPPER}](?:\.[{_UPPER}])+|[{_UPPER}0-9][\w&]*(?:['’\-][\w&]+)*")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_LONGEST_HEADLINE = 600
"""Characters of the longest paragraph that may be a line of capitals."""
_FEWEST_WORDS = 4
"""Words a paragraph must have before capitals can be said to tell nothing."""
_SHOUTING, _SHOUTING_BODY = 0.6, 0.85
"""Share of capitalised words above which they tell nothing; body text is rich in names."""
_REACH = 8
"""Words back in which an organisation's noun lets "of" and "and" join."""
_LONGEST_GAP = 10
"""Characters between two words of one name, at most: a space and the longest small word."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The language's lists as sets."""

    links: frozenset[str]
    loose: frozenset[str]
    personal: frozenset[str]
    titles: frozenset[str]
    modifiers: frozenset[str]
    dotted: frozenset[str]
    suffixes: frozenset[str]
    apart: frozenset[str]
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
    typography: Typography
    met: Met[Word | None]
    """Words met in texts, as ``_bare`` reads them."""


class Word(NamedTuple):
    """A capitalised word; where it stands in a text, or what of it as printed."""

    start: int
    end: int
    low: str
    """Folded, without a possessive ending."""
    begins: bool
    """Whether a name may begin with it: neither a numeral nor the name of a day or month."""


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """A name as a key: lower case, no diacritics, plain apostrophes, single spaces."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


@cache
def lists(language: str) -> Lists | None:
    """The lists of a BCP 47 language; None without a pack."""
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
    written = typography(language)
    folded: dict[str, Any] = {
        key: _folded(table[key]) for key in Lists.__slots__ if key not in ("typography", "met")
    }
    dated = folded["calendar"] - folded["given"]
    return Lists(typography=written, met=Met(lambda word: _bare(word, written, dated)), **folded)


def _folded(entries: Iterable[str]) -> frozenset[str]:
    """Entries as words are compared with them: folded, but for those all in capitals."""
    return frozenset(entry if entry.isupper() else fold(entry) for entry in entries)


def words(text: str, span: Span, lists: Lists) -> list[Word]:
    """The capitalised words (and numerals) of a stretch."""
    found, met = [], lists.met
    for match in _WORD.finditer(text, span.start, span.end):
        if bare := met[match[0]]:
            start = match.start()
            found.append(Word(start + bare.start, start + bare.end, bare.low, bare.begins))
    return found


def _bare(word: str, written: Typography, dated: frozenset[str]) -> Word | None:
    """A word without what is none of it at either end; None for no capital word."""
    start = 0
    if written.elided and (small := written.elided.match(word)):
        start = small.end()
        word = word[start:]
        if not word[0].isupper():
            return None
    word = written.owned(word)
    low = word if word.isupper() and len(word) > 1 else fold(word)
    return Word(start, start + len(word), low, not (word[0].isdigit() or low in dated))


def shouts(text: str, paragraph: Paragraph, capitals: int) -> bool:
    """Whether so many words of a paragraph are capitalised that capitals tell nothing."""
    span = paragraph.span
    share = _SHOUTING_BODY if paragraph.role == "body" else _SHOUTING
    if span.end - span.start > _LONGEST_HEADLINE or capitals <= share * _FEWEST_WORDS:
        return False
    # Each of these is a word; most paragraphs have enough of them to need no closer look.
    plain = sum(map(str.isalpha, text[span.start : span.end].split()))
    if plain >= _FEWEST_WORDS and capitals <= share * plain:
        return False
    words = len(_LETTERS.findall(text, span.start, span.end))
    return words >= _FEWEST_WORDS and capitals > share * words


def runs(
    text: str, paragraph: Paragraph, words: list[Word], lists: Lists
) -> list[tuple[list[Word], bool]]:
    """Runs of words that may be one name, each with whether it begins its sentence."""
    starts = {_first_letter(text, s) for s in paragraph.sentences}
    runs: list[tuple[list[Word], bool]] = []
    run: list[Word] = []
    for word in words:
        near = bool(run) and word.start - run[-1].end <= _LONGEST_GAP
        if near and word.start not in starts and _joins(text, run, word, lists):
            run.append(word)
            continue
        if run:
            runs.append((run, run[0].start in starts))
        run = [word] if word.begins else []
    if run:
        runs.append((run, run[0].start in starts))
    return runs


def _first_letter(text: str, sentence: Span) -> int:
    """Where a sentence's first letter or digit stands, opening marks passed over."""
    at = sentence.start
    while at < sentence.end and not text[at].isalnum():
        at += 1
    return at


def _joins(text: str, run: list[Word], word: Word, lists: Lists) -> bool:
    """Whether a word goes on with the name right before it."""
    last = run[-1]
    gap = text[last.end : word.start]
    if word.low in lists.calendar or last.low in lists.apart:
        return False
    if gap == " ":
        return not text[word.start].isdigit() or (len(word.low) <= 2 and len(run) == 1)
    if gap == ". ":
        return last.low in lists.dotted or last.end - last.start == 1
    small = gap.strip().lower().replace("’", "'")
    if small not in lists.links or "\n" in gap:
        return False
    if small in lists.loose and last.low in lists.titles and word.low in lists.modifiers:
        # "Secretary of State", "Chief of Staff": an office of several words.
        return True
    bodies = small in lists.loose or small in lists.personal
    if bodies and not any(w.low in lists.organisation for w in run[-_REACH:]):
        known = run[0].low in lists.given or last.low in lists.titles
        return small in lists.personal and known
    return True


def without_chance(
    text: str, found: list[tuple[list[Word], bool]], lists: Lists
) -> list[list[Word]]:
    """The runs without words that are capitalised only because they begin a sentence."""
    inside = Counter([word.low for run, first in found for word in run[first:]])
    small = set(text.split())
    kept = []
    for run, first in found:
        words = _without_opener(run, inside, small, lists) if first else run
        if not words or (len(words) == 1 and words[0].low in lists.calendar):
            continue
        if not text[words[0].start].isdigit():
            kept.append(words)
    return kept


def _without_opener(
    run: list[Word], inside: Counter[str], small: set[str], lists: Lists
) -> list[Word]:
    """A run that begins its sentence, without a first word that is no name.

    ``inside`` counts capitals within sentences; ``small`` holds the words of the article.
    """
    low, lone = run[0].low, len(run) == 1
    if lone and inside[low] > 1:
        return run
    if low in lists.openers or (lone and low in lists.common):
        return run if low in lists.given and not lone else run[1:]
    if lone and low not in lists.peoples and not inside[low] and low in small:
        return []
    return run
