"""The search page's catalogue: the articles by date, and the facets of every claim in short.

The index holds for each word in which claims it stands and, in one number, the facets of
each (``variorum.positions``); the catalogue says what that number means. With it the page
counts the claims of every article without reading one. It must stay small, since each first
search waits for it: of an archive with very many names it holds those with most claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from variorum.languages import pack
from variorum.views.numerals import signs

_WHOLE = 2**31
"""Places in the index are positive numbers below this."""
LENGTHS, WAYS = 16, 4
"""How many lengths of a word, and ways in which a word belongs to a claim, the index tells
apart (``variorum.positions``)."""
_PROFILES = 3000
"""Sets of facets at most: about 20 KB, packed."""
_NAMES = (2000, 1000, 500, 250, 120, 60, 30, 12, 0)
"""Speakers, and as many origins, that are held: the most that are few enough."""

Profile = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""Status, kind, speakers and origins of a claim, bodies included."""
_Value = TypeVar("_Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Filed:
    """One article, as the catalogue is made from it."""

    outlet: str
    month: str
    """``YYYY-MM``; empty when unknown."""
    sentences: tuple[tuple[Profile, ...], ...]
    """The facets of the claims that begin in each of its sentences."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the search knows of an archive as a whole."""

    outlets: tuple[str, ...]
    outlet: tuple[int, ...]
    """For each article, oldest first and undated ones last, the place of its outlet."""
    months: tuple[tuple[str, int], ...]
    """(month, its first article); the last may be empty, for the undated."""
    names: tuple[str, ...]
    """Speakers and origins, those with most claims first."""
    statuses: tuple[str, ...]
    kinds: tuple[str, ...]
    profiles: tuple[tuple[int, int, tuple[int, ...], tuple[int, ...]], ...]
    """The places of status, kind, speakers and origins in the lists above."""
    claims: int
    """Claims that begin in one sentence, at most."""
    endings: tuple[str, ...]
    """Endings by which the words of one stem differ."""
    scales: dict[str, int]
    units: tuple[str, ...]
    joints: tuple[str, ...]
    openers: tuple[str, ...]
    links: tuple[str, ...]
    """How figures and their ranges are written (``numerals.Signs``)."""


class Profiles:
    """The number of each set of facets, most frequent first: small numbers pack well."""

    __slots__ = ("_held", "_numbers")

    def __init__(self, articles: Sequence[Filed]) -> None:
        counted = Counter(p for a in articles for sentence in a.sentences for p in sentence)
        spoken, rested = Counter[str](), Counter[str]()
        for (_, _, speakers, origins), n in counted.items():
            spoken.update(dict.fromkeys(speakers, n))
            rested.update(dict.fromkeys(origins, n))
        ranked = [name for name, _ in _frequent(spoken)], [name for name, _ in _frequent(rested)]
        most = min(_PROFILES, _room(articles))
        for names in (max(map(len, ranked)), *_NAMES):
            self._held = frozenset(ranked[0][:names]), frozenset(ranked[1][:names])
            found: Counter[Profile] = Counter()
            for profile, n in counted.items():
                found[self._narrowed(profile)] += n
            if len(found) <= most:
                break
        self._numbers = {profile: n for n, (profile, _) in enumerate(_frequent(found))}

    def number(self, profile: Profile) -> int:
        """The number of these facets, without the names that are not held."""
        return self._numbers[self._narrowed(profile)]

    def all(self) -> tuple[Profile, ...]:
        """The facets that each number stands for."""
        return tuple(self._numbers)

    def _narrowed(self, profile: Profile) -> Profile:
        status, kind, speakers, origins = profile
        return (
            status,
            kind,
            tuple(name for name in speakers if name in self._held[0]),
            tuple(name for name in origins if name in self._held[1]),
        )


def catalogue(articles: Sequence[Filed], profiles: Profiles, language: str) -> Catalogue:
    """The catalogue of these articles, which stand oldest first, undated ones last."""
    known = signs(language)
    every = profiles.all()
    names = dict.fromkeys(n for _, _, *both in every for some in both for n in some)
    place = {name: at for at, name in enumerate(names)}
    outlets = {
        name: at for at, (name, _) in enumerate(_frequent(Counter(a.outlet for a in articles)))
    }
    statuses = tuple(sorted({profile[0] for profile in every}))
    kinds = tuple(sorted({profile[1] for profile in every}))
    starts = groupby(range(len(articles)), key=lambda n: articles[n].month)
    return Catalogue(
        outlets=tuple(outlets),
        outlet=tuple(outlets[a.outlet] for a in articles),
        months=tuple((month, next(rows)) for month, rows in starts),
        names=tuple(names),
        statuses=statuses,
        kinds=kinds,
        profiles=tuple(
            (
                statuses.index(status),
                kinds.index(kind),
                tuple(place[name] for name in speakers),
                tuple(place[name] for name in origins),
            )
            for status, kind, speakers, origins in every
        ),
        claims=_most_claims(articles),
        endings=_endings(language),
        scales=known.scales,
        units=known.units,
        joints=known.joints,
        openers=known.openers,
        links=known.links,
    )


def _frequent(counted: Counter[_Value]) -> list[tuple[_Value, int]]:
    """Most frequent first, equals in the order of their words."""
    return sorted(counted.items(), key=lambda row: (-row[1], repr(row[0])))


def _most_claims(articles: Sequence[Filed]) -> int:
    return max((len(s) for a in articles for s in a.sentences), default=1) or 1


def _room(articles: Sequence[Filed]) -> int:
    """How many profiles the places in the index leave room for."""
    sentences = max((len(a.sentences) for a in articles), default=1)
    return _WHOLE // (LENGTHS * WAYS * _most_claims(articles) * max(1, sentences))


def _endings(language: str) -> tuple[str, ...]:
    """What the language pack takes off the ends of words; nothing without a pack."""
    known = pack(language)
    try:
        table = known.table("stems") if known else {}
    except FileNotFoundError:
        return ()
    rows = [row for name in ("plurals", "verbs", "derivations") for row in table.get(name, ())]
    spelt = [(form,) for row in table.get("spellings", ()) for form in row]
    return tuple(sorted({row[0] for row in (*rows, *spelt)}))
