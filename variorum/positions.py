"""Where each word of the index stands, told as the claims it belongs to.

Pagefind keeps for every word the places at which it stands in a page, counted in words.
Here they are rewritten, so that a search gives the claims and their facets at once and the page
can count every one of them without reading an article. A place becomes one number::

    (((sentence × C + claim) × WAYS + way) × P + profile) × LENGTHS + length

C is the most claims of one sentence, P the number of profiles of the catalogue, profile that
of the claim's facets, and length that of the word as the index has it: Pagefind finds words
by their beginnings too, and "war" is told from "warning" by it. Figures are kept in one
notation only (``views/numerals``). Every value of a facet becomes a word of its own.
Several articles share a page of the index; their sentences are numbered through
(``occurrences``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

WHOLE, LENGTHS, WAYS = 2**31, 16, 4
"""As in ``views/catalogue``: what the numbers are made of."""
INSIDE, BESIDE, NAMED, PLAIN = range(4)
"""A word stands in a claim; in a claim's sentence, the claim being the nearest; in the name of
somebody the claim is attributed to or rests on; in a sentence without claims."""
_SPACE = re.compile(r"[\s\u200b]")
_HASH = 0xFFFFFFFF

Places = tuple[int, ...]
"""What one word of a page becomes, without its length."""


def facet_word(facet: str, value: str) -> str:
    """The word by which the claims that have this value are found.

    Two FNV-1a hashes of it, in digits, which no language takes for an ending.
    """
    first, second = 2166136261, 84696351
    for byte in f"{facet} {value}".encode():
        first = ((first ^ byte) * 16777619) & _HASH
        second = ((second ^ byte) * 16777619) & _HASH
    return f"zz{first}z{second}"


@dataclass(frozen=True, slots=True)
class Page:
    """An indexed page: what its words become, and the words it gains."""

    places: Sequence[Places]
    """For each word of the page, as Pagefind counts them."""
    gained: dict[str, Places]
    """Figures and facets."""
    sentences: int
    lost: int
    """Sentences that the page does not show as the claims' file has them."""


class Reader:
    """Makes a ``Page`` of what Pagefind read and of the article's file of claims."""

    __slots__ = ("_bodies", "_claims", "_profiles")

    def __init__(self, catalogue: dict[str, Any]) -> None:
        self._bodies: dict[str, list[str]] = catalogue["bodies"]
        self._claims = int(catalogue["claims"])
        self._profiles = max(1, len(catalogue["profiles"]))

    def page(self, content: str, article: dict[str, Any]) -> Page:
        """``content`` is the page's text as Pagefind's fragment has it."""
        tokens = _words(content)
        lengths = [len(_squeezed(token)) for token in tokens]
        ends = list(accumulate(lengths))
        starts = [end - length for end, length in zip(ends, lengths, strict=True)]
        solid = _squeezed(content)
        places: list[Places] = [()] * len(tokens)
        cursor = lost = 0
        sentences = [_Sentence(self, n, s) for n, s in enumerate(article["sentences"])]
        for sentence in sentences:
            at = solid.find(sentence.solid, cursor)
            if at < 0 or not sentence.solid:
                lost += bool(sentence.solid)
                continue
            cursor = at + len(sentence.solid)
            for token in range(bisect_left(ends, at + 1), len(tokens)):
                if starts[token] >= cursor:
                    break
                places[token] += sentence.at(starts[token] - at, ends[token] - at)
        hidden = list(self._hidden(article, sentences))
        places[len(tokens) - len(hidden) :] = hidden
        return Page(places, self._gained(article, sentences), len(sentences), lost)

    def bodies(self, names: Iterable[str]) -> tuple[str, ...]:
        """These names and the bodies they are parts of, each once."""
        return tuple(
            dict.fromkeys(n for name in names for n in (name, *self._bodies.get(name, ())))
        )

    def named(self, claim: dict[str, Any]) -> tuple[str, ...]:
        """Everybody a claim is attributed to or rests on."""
        return self.bodies((*claim.get("speakers", ()), *claim.get("origins", ())))

    @property
    def room(self) -> int:
        """How many sentences can be told apart by their places."""
        return WHOLE // (self.place(1, 0, 0, 0) * LENGTHS)

    def place(self, sentence: int, claim: int, way: int, profile: int) -> int:
        """One place, without the length of a word."""
        return ((sentence * self._claims + claim) * WAYS + way) * self._profiles + profile

    def _hidden(self, article: dict[str, Any], sentences: Sequence[_Sentence]) -> Iterator[Places]:
        """What the words at the end of the page become, which it holds but does not show."""
        holding: dict[str, list[_Sentence]] = {}
        for sentence in sentences:
            for name in sentence.names:
                holding.setdefault(name, []).append(sentence)
        for name, *forms in article["names"]:
            places = tuple(place for s in holding.get(name, ()) for place in s.named(name))
            for form in (name, *forms):
                yield from [places] * len(form.split())
        for written, others, at in article["also"]:
            places = tuple(place for n in at for place in sentences[n].saying(written))
            for other in others:
                yield from [places] * len(other.split())

    def _gained(self, article: dict[str, Any], sentences: Sequence[_Sentence]) -> dict[str, Places]:
        found: dict[str, dict[int, None]] = {}
        for written, values, at in article["figures"]:
            places = [place for n in at for place in sentences[n].saying(written)]
            for value in values:
                found.setdefault(value, {}).update(dict.fromkeys(places))
        outlets = [("outlet", name) for name in self.bodies([article["outlet"]])]
        for sentence in sentences:
            for place, facets in sentence.facets():
                for facet, value in (*outlets, ("month", article["month"]), *facets):
                    if value:
                        found.setdefault(facet_word(facet, value), {})[place] = None
        return {word: tuple(sorted(places)) for word, places in found.items()}


class _Sentence:
    """A sentence of an article, its white space left out, and the places in it."""

    __slots__ = (
        "_claims",
        "_gaps",
        "_known",
        "_number",
        "_reach",
        "_reader",
        "_text",
        "names",
        "solid",
    )

    def __init__(self, reader: Reader, number: int, record: dict[str, Any]) -> None:
        self._reader = reader
        self._number = number
        self._text: str = record["text"]
        self._gaps = [gap.start() for gap in _SPACE.finditer(self._text)]
        self.solid = _squeezed(self._text)
        self._claims = sorted(
            (self._solid(claim["start"]), self._solid(claim["end"]), n, claim, reader.named(claim))
            for n, claim in enumerate(record["claims"])
        )
        ends = ((end, place) for place, (_, end, *_) in enumerate(self._claims))
        self._reach = list(accumulate(ends, max))
        self._known: dict[tuple[int, ...], Places] = {}
        self.names: dict[str, list[int]] = {}
        """Everybody its claims are attributed to or rest on, with those claims."""
        for place, (*_, names) in enumerate(self._claims):
            for name in names:
                self.names.setdefault(name, []).append(place)

    def _solid(self, at: int) -> int:
        """The character's place, white space left out."""
        return at - bisect_left(self._gaps, at)

    def at(self, start: int, end: int) -> Places:
        """What a word between these characters, white space left out, becomes."""
        after = bisect_left(self._claims, (end,))
        held = []
        for place in range(after - 1, -1, -1):
            if self._reach[place][0] <= start:
                break
            if self._claims[place][1] > start:
                held.append(place)
        if held:
            return self._places(INSIDE, held)
        if not self._claims:
            return self._places(PLAIN, ())
        gaps = [(start - last, place) for last, place in self._reach[:after][-1:]]
        gaps += [(first - end, after) for first, *_ in self._claims[after : after + 1]]
        return self._places(BESIDE, (min(gaps)[1],))

    def _places(self, way: int, claims: Sequence[int]) -> Places:
        """The same tuple for the same claims: an archive has millions of words."""
        key = (way, *claims)
        if key not in self._known:
            place = self._reader.place
            found = (self._claims[n][2:4] for n in claims)
            self._known[key] = tuple(
                place(self._number, n, way, claim["profile"]) for n, claim in found
            ) or (place(self._number, 0, way, 0),)
        return self._known[key]

    def saying(self, written: str) -> Places:
        """What these words, which the sentence says somewhere, become."""
        found: dict[int, None] = {}
        for match in _pattern(written).finditer(self._text):
            found.update(dict.fromkeys(self.at(*map(self._solid, match.span()))))
        return tuple(found)

    def named(self, name: str) -> Places:
        """The claims attributed to or resting on somebody, or a part of them."""
        said = self.names.get(name)
        return self._places(NAMED, said) if said else ()

    def facets(self) -> Iterator[tuple[int, list[tuple[str, str]]]]:
        """Each claim's place with the facets that are its own."""
        for *_, n, claim, _ in self._claims:
            own = [("status", claim["status"]), ("kind", claim["kind"])]
            for facet in ("speaker", "origin"):
                own += [(facet, name) for name in self._reader.bodies(claim.get(f"{facet}s", ()))]
            yield self._reader.place(self._number, n, INSIDE, claim["profile"]), own


@lru_cache(maxsize=100_000)
def _pattern(words: str) -> re.Pattern[str]:
    """These words, whatever parts them; a word or number is no part of another."""
    parted = r"\W+".join(map(re.escape, words.split()))
    before, after = (r"\d" if end.isdigit() else r"\w" for end in (words[0], words[-1]))
    return re.compile(f"(?<!{before}){parted}(?!{after})", re.IGNORECASE)


def _words(content: str) -> list[str]:
    """Words as Pagefind counts them: where a language writes no spaces, it marks their ends."""
    parted = content.count("\u200b") > content.count(" ")
    return content.split("\u200b") if parted else content.split()


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text)
