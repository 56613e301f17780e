"""The words of one language: how they fold, how rare they are, what they can stand for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from variorum.languages import Pack, pack
from variorum.languages.folding import name_key, plain
from variorum.languages.framing import Framing, framing
from variorum.languages.met import Met
from variorum.languages.stems import Stems
from variorum.languages.turning import KINDS, Turning
from variorum.languages.typography import Typography, typography

NAME_WEIGHT = 0.8
"""What a shared name says, beside a word's rarity: the names of one matter recur in it."""
NUMBER_WEIGHT = 0.8
YEAR_WEIGHT = 0.4
CALENDAR_WEIGHT = 0.25
SEAT = "seat of "
"""Begins the family of a country and the seats of its government."""
SMALL = 12.0
"""Numbers up to it are met by chance."""
SMALL_WEIGHT = 0.4
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


class Entry(NamedTuple):
    """What the lexicon knows of one word as written."""

    key: str
    """Folded word, folded name or numeral: what two texts share when they share the word."""
    weight: float
    """What sharing it says, 0 to 1."""
    families: tuple[str, ...]
    kind: str
    """``word``, ``name`` or ``number``."""
    cue: str
    """``not``, ``deny``, ``unclear``, ``error``, ``break`` or empty."""


class Lexicon:
    """The folding tables, families and background frequencies of one language pack."""

    __slots__ = (
        "_about",
        "_calendar",
        "_cues",
        "_endings",
        "_entries",
        "_moods",
        "_names",
        "_nations",
        "_seats",
        "_stems",
        "_turning",
        "_typography",
        "_vague",
        "code",
        "estimated",
        "families",
        "framing",
        "groups",
        "growth",
        "happenings",
        "numbers",
        "numerals",
        "openers",
        "opposing",
        "person",
        "persons",
        "phrases",
        "ranks",
        "running",
        "seats",
        "term",
        "tolls",
    )

    def __init__(self, source: Pack) -> None:
        self.code = source.code
        self._typography: Typography = typography(source.code)
        self.term = self._typography.term
        """A word or a numeral of a text."""
        tables = source.table("stems")
        self._stems = Stems(tables, self._typography)
        self._names = {plain(form): plain(name) for form, name in _names(tables).items()}
        self._nations = frozenset(form for form, first in self._names.items() if form != first)
        self._calendar = frozenset(tables["calendar"]["words"].lower().split())
        self.ranks = self._frequencies(source)
        families = source.table("families")
        self.families: dict[str, tuple[str, ...]] = {}
        self.phrases: dict[tuple[str, str], tuple[str, ...]] = {}
        self._read_families(families)
        self._seats: dict[str, tuple[str, ...]] = {}
        self._read_seats(tables["seats"]["groups"])
        self.openers = frozenset(first for first, _ in self.phrases)
        """Keys with which a phrase of two words begins."""
        self.seats = frozenset(family for found in self._seats.values() for family in found)
        self.happenings = frozenset(families["happenings"])
        self.tolls = frozenset(families["tolls"]["families"].split())
        self.running = frozenset(families["tolls"]["running"].split())
        self.growth = frozenset(families["tolls"]["growth"].split())
        self.estimated = frozenset(families["tolls"]["estimated"].split())
        self.opposing: dict[str, set[str]] = {}
        for one, other in families["opposites"]["pairs"]:
            self.opposing.setdefault(one, set()).add(other)
            self.opposing.setdefault(other, set()).add(one)
        cues = source.table("frames")["cues"]
        self._cues = {word: cue for cue, name in KINDS for word in cues[name].split()}
        self._endings = tuple(cues["negation_endings"])
        self._vague = frozenset(cues["vague"].split())
        self._about = tuple(cues["about"])
        self.groups = frozenset(families["people"])
        persons = source.table("frames")["generic"]["persons"].split()
        self.person = self.stem(persons[0])
        self.persons = self.groups | {self.stem(word) for word in persons}
        self.framing: Framing = framing(source.table("frames"), self.stem, self.persons)
        numbers = source.table("numbers")
        self.numbers: dict[str, float] = {**numbers["ones"], **numbers["tens"]}
        self.numerals = frozenset(map(self.stem, self.numbers))
        """Keys of number words."""
        self._entries = Met(self._enter)
        self._turning = Turning(cues, lambda word: self._entries[word].cue)
        self._moods = Met(self._mood)

    def entry(self, word: str) -> Entry:
        """What is known of a word as written."""
        return self._entries[word]

    def entries(self, words: Iterable[str]) -> list[Entry]:
        """The same of every word of a text."""
        return list(map(self._entries.__getitem__, words))

    def _enter(self, word: str) -> Entry:
        if word[0].isdigit():
            return Entry(self._typography.numeral(word), _number_weight(word), (), "number", "")
        lower = word.lower().replace("’", "'")
        if lower in self._calendar and word[0].isupper():
            return Entry(lower[:3], CALENDAR_WEIGHT, (), "word", "")
        cue = self._cues.get(lower, "") or ("not" if lower.endswith(self._endings) else "")
        if word[0].isupper() and not (cue or self.common(word) or lower in self.numbers):
            name = self.name(word)
            return Entry(name, NAME_WEIGHT, self._seats.get(name, ()), "name", "")
        key = self.stem(word)
        return Entry(key, self.rarity(key), self.families.get(key, ()), "word", cue)

    def nation(self, word: str) -> bool:
        """Whether the word, as written, is what the people of a country are called."""
        return word[:1].isupper() and self._stems.plain(word) in self._nations

    def vague(self, qualifier: str) -> bool:
        """Whether a figure's qualifier names a crowd without a number ("dozens")."""
        return any(word in self._vague for word in qualifier.lower().split())

    def hedged(self, qualifier: str) -> bool:
        """Whether a figure's qualifier says "about"."""
        return qualifier.lower().startswith(self._about) if qualifier else False

    def telling(self, word: str) -> bool:
        """Whether a word names somebody or belongs to a family."""
        entry = self._entries[word]
        return entry.kind == "name" or bool(entry.families)

    def turning(self, word: str) -> bool:
        """Whether a word turns a statement round, or begins a phrase that may do so."""
        return self._turning.opens(word)

    def turns(self, words: Sequence[str]) -> dict[int, str]:
        """Which of some words, by number, turn what is said, as ``Turning.read`` has it."""
        return self._turning.read(words)

    def moods(self, words: Iterable[str]) -> dict[int, str]:
        """Which of some words, by number, say of what follows that it is possible or to come."""
        found = enumerate(map(self._moods.__getitem__, words))
        return {number: mood for number, mood in found if mood}

    def _mood(self, spoken: str) -> str:
        word = spoken.replace("’", "'")
        if not word.islower() and self._entries[spoken].weight != CALENDAR_WEIGHT:
            word = word.lower()
        mood = self.framing.moods.get(word, "")
        for known, endings in self.framing.moods_endings:
            mood = mood or (known if word.endswith(endings) else "")
        return mood

    def _frequencies(self, source: Pack) -> dict[str, float]:
        counts: dict[str, int] = {}
        for line in source.lines("frequencies"):
            word, count = line.split()
            key = self.stem(word)
            counts[key] = max(counts.get(key, 0), int(count))
        top = math.log(max(counts.values()) + 1)
        return {key: 1 - math.log(count + 1) / top for key, count in counts.items()}

    def _read_families(self, tables: dict[str, dict[str, str]]) -> None:
        words: dict[str, set[str]] = {}
        phrases: dict[tuple[str, str], set[str]] = {}
        for section in ("happenings", "people", "things"):
            for family, entries in tables[section].items():
                for entry in entries.split():
                    parts = [self.stem(part) for part in entry.split("_")]
                    if len(parts) == 1:
                        words.setdefault(parts[0], set()).add(family)
                    else:
                        phrases.setdefault((parts[0], parts[1]), set()).add(family)
        self.families = {stem: tuple(sorted(found)) for stem, found in words.items()}
        self.phrases = {pair: tuple(sorted(found)) for pair, found in phrases.items()}

    def _read_seats(self, groups: str) -> None:
        """A country and the seats of its government, as families of one another."""
        for group in groups.split(","):
            country, *seats = group.split()
            family = (f"{SEAT}{self.name(country)}",)
            self._seats[self.name(country)] = family
            for parts in (seat.split("_") for seat in seats):
                keys = [self.stem(p) if self.common(p) else self.name(p) for p in parts]
                if len(keys) == 1:
                    self._seats[keys[0]] = family
                else:
                    self.phrases[keys[0], keys[1]] = family

    def stem(self, word: str) -> str:
        """The folded form of a word, the same for its inflections and spellings."""
        return self._stems.of[word]

    def inflected(self, word: str) -> bool:
        """Whether a word is an irregular form of another ("left", "men")."""
        return self._stems.irregular(word)

    def name(self, word: str) -> str:
        """The folded form of a name: one for its spellings and for what belongs to a country."""
        word = self._stems.plain(word)
        # A text that lost its apostrophes still means the country: "Russias army".
        known = self._names.get(word) or self._names.get(word.removesuffix("s"))
        return known or name_key(word)

    def common(self, word: str) -> bool:
        """Whether the word belongs to the general vocabulary, so that it is no name by itself."""
        return self.stem(word) in self.ranks and self._stems.plain(word) not in self._names

    def rarity(self, stem: str) -> float:
        """How much sharing the word says: 0 when every article has it, 1 when hardly any has."""
        return self.ranks.get(stem, 1.0 if len(stem) > 1 else 0.0)


def is_year(word: str) -> bool:
    """Whether a numeral can be a year."""
    return _YEAR.fullmatch(word) is not None


def _number_weight(word: str) -> float:
    if is_year(word):
        return YEAR_WEIGHT
    small = len(word) <= 2 and word.isdecimal() and int(word) <= SMALL
    return SMALL_WEIGHT if small else NUMBER_WEIGHT


def _names(tables: dict[str, dict[str, str]]) -> dict[str, str]:
    folded: dict[str, str] = {}
    for group in tables["demonyms"]["groups"].split(","):
        first, *rest = group.lower().split()
        folded.update((form, first) for form in (first, *rest))
    return folded


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a BCP 47 tag; None when its pack has no families of words."""
    source = pack(language)
    try:
        return Lexicon(source) if source else None
    except FileNotFoundError:
        return None
