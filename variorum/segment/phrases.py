"""What the words of one row say about its role, by the lists of the language pack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from operator import itemgetter
from typing import cast

from variorum.languages import Pack
from variorum.model import Role
from variorum.segment.layout import Row

_FOLDED = (("“", '"'), ("”", '"'), ("„", '"'), ("‘", "'"), ("’", "'"), ("–", "-"), ("—", "-"))
_TOKEN = re.compile(r"\w(?:\S*\w)?")
_SIGNS = "".join(sign for sign in map(chr, range(128)) if not _TOKEN.match(sign))
"""Every ASCII character that is none of a word."""
_NUMBER, _ASCII_NUMBER = re.compile(r"\d+"), re.compile("[0-9]+")
_MARKS = " .:;,!?|>»›<«‹*-+\"'“”‘’()[]{}…/\\→←▼▲_=#~"
_ENDS = tuple(".!?…。！？:;")
_CLOSERS = " \"”’'»)]}*"
_PARTS = re.compile(r"/| via |\|")
_ADDRESS = re.compile(r"\w\.\w+/\w")
_SHORT = 9
"""Words of the longest line that only names a picture's maker, or gives an address."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\W{0,4}$")
_DENSE = re.compile("[\u3040-\u9fff]")
"""Kana and Han, written without spaces; two of them count as a word."""
LONGEST_CAPTION = 45
"""Words of the longest caption that its words alone do not betray."""
_AGAIN = 2
_KEY = 2
"""Phrases that open a line are filed under so many of their first characters."""
_Filed = dict[str, tuple[tuple[str, Role], ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of furniture.toml, ready to be looked up."""

    whole: dict[str, Role]
    start: _Filed
    """By the first characters, longest phrase first."""
    sure: _Filed
    inside: _Filed
    """By the longest word."""
    scenes: _Filed
    """Words by which captions tell what is seen, by the longest word."""
    start_limit: int
    inside_limit: int
    networks: frozenset[str]
    months: frozenset[str]
    date_words: frozenset[str]
    date_links: frozenset[str]
    reading: frozenset[str]
    """Words that say how long an article takes to read."""
    jobs: frozenset[str]
    makers: frozenset[str]
    """Words before the name of who wrote it ("by")."""
    joins: frozenset[str]
    """Words between two agencies."""
    agencies: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shape:
    """What can be measured on a row's words."""

    row: Row
    folded: str
    """Small letters, straight quotes and dashes, every number as 0."""
    bare: str
    """``folded`` without the marks at its ends."""
    tokens: tuple[str, ...]
    """The words of ``folded`` without the marks at their ends."""
    words: int
    small: float
    """Share of its words that begin with no capital."""
    named: float
    """Share of capitals among the letters that begin its words."""
    ended: bool
    """Whether it ends as a sentence does."""

    @property
    def prose(self) -> bool:
        """Whether it reads like running text: words enough, in small letters, and an end."""
        return self.words >= 6 and self.small >= 0.4 and (self.ended or self.words >= 25)


def fold(text: str) -> str:
    """Small letters, straight quotes and dashes, every run of digits as 0, single spaces."""
    if not text.isascii():
        for mark, plain in _FOLDED:
            text = text.replace(mark, plain)
    text = " ".join(text.lower().split())
    return (_ASCII_NUMBER if text.isascii() else _NUMBER).sub("0", text)


def _tokens(folded: str) -> tuple[str, ...]:
    """The words of a folded text without the marks at their ends."""
    if folded.isascii():
        return tuple(filter(None, map(str.strip, folded.split(" "), repeat(_SIGNS))))
    return tuple(_TOKEN.findall(folded))


def measure(row: Row) -> Shape:
    """The shape of a row."""
    folded = fold(row.text)
    tokens = _tokens(folded)
    printed = row.text.split()
    starts = "".join(map(itemgetter(0), printed))
    if not starts.isalnum():
        starts = "".join([w[0] if w[0].isalnum() else w.lstrip(_MARKS)[:1] for w in printed])
    large, letters = sum(map(str.isupper, starts)), sum(map(str.isalpha, starts))
    dense = 0 if row.text.isascii() else len(_DENSE.findall(row.text))
    words = max(len(tokens), dense // 2)
    small = 1 - large / words if words else 0.0
    named = large / letters if letters else 0.0
    ended = row.text.rstrip(_CLOSERS).endswith(_ENDS)
    return Shape(row, folded, folded.strip(_MARKS), tokens, words, small, named, ended)


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The furniture lists of a language pack."""
    table = pack.table("furniture")
    return Lexicon(
        {line: cast(Role, role) for role, lines in table["whole"].items() for line in lines},
        _by_start(table["start"]),
        _by_start(table["sure"]),
        _by_word(table["inside"]),
        _by_word({"caption": table["captions"]["scenes"]}),
        table["limits"]["start"],
        table["limits"]["inside"],
        frozenset(table["networks"]["names"]),
        frozenset(table["dates"]["months"]),
        frozenset(table["dates"]["words"]) | frozenset(table["dates"]["months"]),
        frozenset(table["dates"]["links"]),
        frozenset(table["dates"]["reading"]),
        frozenset(table["people"]["jobs"]),
        frozenset(table["people"]["by"]),
        frozenset(table["people"]["and"]),
        frozenset(pack.lines("agencies")),
    )


def _by_start(table: dict[str, list[str]]) -> _Filed:
    return _filed([(phrase[:_KEY], phrase, role) for role in table for phrase in table[role]])


def _by_word(table: dict[str, list[str]]) -> _Filed:
    """Phrases by their longest word, the one that fewest sentences hold."""
    return _filed(
        [
            (max((word.strip(_MARKS) for word in phrase.split()), key=len), phrase, role)
            for role in table
            for phrase in table[role]
        ]
    )


def _filed(entries: list[tuple[str, str, str]]) -> _Filed:
    filed: dict[str, list[tuple[str, Role]]] = {}
    for key, phrase, role in sorted(entries, key=lambda entry: (-len(entry[1]), entry)):
        filed.setdefault(key, []).append((phrase, cast(Role, role)))
    return {key: tuple(found) for key, found in filed.items()}


def role(shape: Shape, words: Lexicon) -> Role | None:
    """The furniture role the row's own words betray; None when they betray none."""
    if not shape.tokens:
        return "other"
    return (
        words.whole.get(shape.bare)
        or _of_tokens(shape, words)
        or _of_phrases(shape, words)
        or _of_names(shape, words)
    )


def inserted(row: Row, words: Lexicon) -> Role | None:
    """The role of a sentence of furniture within a paragraph of the article."""
    folded = fold(row.text)
    tokens = _tokens(folded)
    return contains(folded, tokens, words.inside) if len(tokens) <= words.inside_limit else None


def scene(shape: Shape, words: Lexicon) -> int:
    """How much a sentence reads like a caption: 1 for its words, 1 for a full date that ends it."""
    seen = contains(shape.folded, shape.tokens, words.scenes)
    dated = not words.months.isdisjoint(shape.tokens[-4:]) and _YEAR.search(shape.row.text)
    return bool(seen) + bool(dated)


def contains(folded: str, tokens: tuple[str, ...], filed: _Filed, times: int = 1) -> Role | None:
    """The role of the first listed phrase that stands so often in the text as whole words."""
    for token in dict.fromkeys(filter(filed.__contains__, tokens)):
        for phrase, named in filed[token]:
            at = folded.find(phrase)
            whole = at >= 0 and not folded[at + len(phrase) : at + len(phrase) + 1].isalnum()
            if whole and (times == 1 or folded.count(phrase) >= times):
                return named
    return None


def suspect(shape: Shape, words: Lexicon) -> bool:
    """Whether a phrase that may be furniture stands anywhere in a row."""
    filed = words.inside
    keys = set(filter(filed.__contains__, shape.tokens))
    return any(phrase in shape.folded for key in keys for phrase, _ in filed[key])


def _of_tokens(shape: Shape, words: Lexicon) -> Role | None:
    tokens, text = shape.tokens, shape.row.text
    if len(tokens) > words.start_limit:
        return None
    if all(token in words.networks for token in tokens):
        return "share"
    if words.reading.issuperset(tokens) and not words.date_words.issuperset(tokens):
        return "other"
    dated = words.date_words | words.date_links
    if "0" in shape.folded and all(token in dated for token in tokens):
        return "other" if not words.date_words.difference("0").intersection(tokens) else "dateline"
    if _ADDRESS.search(tokens[-1]) and (len(tokens) <= _SHORT or text[0] == "("):
        return "teaser"
    return "other" if text[0] == "[" and text[-1] == "]" and len(tokens) <= 3 else None


def _of_phrases(shape: Shape, words: Lexicon) -> Role | None:
    found = _opening(shape.folded, words.sure)
    if shape.words > words.inside_limit:
        # Damaged texts run furniture into the article: one phrase does not make a long
        # paragraph furniture, the same phrase again and again does.
        named = contains(shape.folded, shape.tokens, words.inside, _AGAIN)
        return named if named == found else None
    if not found and shape.words <= words.start_limit:
        found = _opening(shape.folded.lstrip(_MARKS), words.start)
        # "Video shows men embracing." is a sentence of the article, "Video shows men" is not.
        if found in ("caption", "menu", "advert") and shape.folded.endswith("."):
            found = None
    found = found or contains(shape.folded, shape.tokens, words.inside)
    return None if found in ("menu", "advert") and shape.ended else found


def _opening(folded: str, filed: _Filed) -> Role | None:
    for phrase, named in filed.get(folded[:_KEY], ()):
        if folded.startswith(phrase) and not (
            phrase[-1].isalnum() and folded[len(phrase) : len(phrase) + 1].isalnum()
        ):
            return named
    return None


def _of_names(shape: Shape, words: Lexicon) -> Role | None:
    """Bylines and credits: short, mostly capitals, and no sentence."""
    text = shape.row.text
    if shape.words <= LONGEST_CAPTION and _credited(text, words):
        return "caption" if shape.words > words.start_limit or shape.named < 0.5 else "credit"
    if shape.words > words.start_limit:
        return None
    tail = text.rsplit(". ", 1)
    if len(tail) == 2 and _opening(fold(tail[1]), words.start) in ("credit", "caption"):
        return "caption"
    if shape.folded.endswith((".", "?", "!")) or shape.named < 0.5:
        return None
    job = shape.words <= 6 and shape.tokens[-1] in words.jobs
    if job or (shape.tokens[0] in words.makers and len(shape.tokens) > 1):
        return "byline"
    parts = [part.strip(_MARKS) for part in _PARTS.split(text)]
    named = len(parts) > 1 and shape.words <= _SHORT
    return "credit" if named and not words.agencies.isdisjoint(parts) else None


def _credited(text: str, words: Lexicon) -> bool:
    """Whether a line ends in an agency in brackets."""
    opening = max(text.rfind("("), text.rfind("["))
    return (
        opening >= 0
        and text[-1] in ")]"
        and any(part.strip(_MARKS) in words.agencies for part in _PARTS.split(text[opening:]))
    )
