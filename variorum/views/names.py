"""Everybody the archive knows: its outlets, the origins it rests on, its speakers.

Spellings that differ only in capitals, accents, punctuation or the article before them are
one entry, so that each entry has one address, made from the name alone. A body has what its
parts have: they are one source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from variorum.model import Claim, Document
from variorum.views.frame import Link, link
from variorum.views.index import Index, when_key
from variorum.views.keys import key as made_key
from variorum.views.people import outlet, speakers_of, with_bodies
from variorum.views.whence import origins_of

Kind = Literal["outlets", "origins", "speakers"]
KINDS: tuple[Kind, ...] = ("origins", "outlets", "speakers")


@dataclass(frozen=True, slots=True)
class Known:
    """An outlet, an origin or a speaker, with all that it and its parts have."""

    kind: Kind
    key: str
    """Its place in an address."""
    name: str
    also: tuple[str, ...]
    """Other spellings that are met, and those that the authorities know."""
    named: bool
    """Whether it is somebody's name, not what an article calls its source or an unknown outlet."""
    claims: tuple[Claim, ...]
    """By the date of their articles, then by place."""
    own: int
    """How many of them no part of it has."""
    documents: tuple[Document, ...]
    """By date."""
    within: str
    """The key of the body it is a part of; empty where it is none."""
    parts: tuple[str, ...]
    """The keys of its parts, those in most articles first; parts of these are left to them."""


Register = Mapping[str, Known]
"""The entries by key, those in most articles first."""


@dataclass(frozen=True, slots=True)
class Names:
    """The three registers."""

    outlets: Register
    origins: Register
    speakers: Register

    def of(self, kind: Kind) -> Register:
        """One of them."""
        return {"outlets": self.outlets, "origins": self.origins, "speakers": self.speakers}[kind]


def gather(index: Index) -> Names:
    """The registers of an archive."""
    outlets, origins, speakers = _Gathered(index), _Gathered(index), _Gathered(index)
    for document in sorted(index.archive.documents, key=when_key):
        claims = sorted(index.claims_of.get(document.slug, ()), key=lambda c: c.span)
        outlets.add((index.listed(outlet(index, document)),), document, claims)
        for claim in claims:
            origins.add(origins_of(index, claim), document, (claim,))
            speakers.add(speakers_of(index, claim), document, (claim,))
    return Names(
        outlets.register("outlets"),
        origins.register("origins"),
        speakers.register("speakers"),
    )


class _Entry:
    """An entry as it grows."""

    __slots__ = ("claims", "documents", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self.claims: dict[str, Claim] = {}
        self.documents: dict[str, Document] = {}


class _Gathered:
    """A register as it grows."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._entries: dict[str, _Entry] = {}

    def add(self, names: tuple[str, ...], document: Document, claims: Iterable[Claim]) -> None:
        """Note what these names have in an article, and so the bodies they are parts of."""
        new = {claim.id: claim for claim in claims}
        for name in with_bodies(self._index, names):
            one = self._entries.setdefault(key_of(self._index, name), _Entry(name))
            one.documents[document.slug] = document
            one.claims.update(new)

    def register(self, kind: Kind) -> Register:
        """The entries found, those in most articles first."""
        index, found = self._index, list(self._entries.items())
        found.sort(key=lambda row: (-len(row[1].documents), -len(row[1].claims), row[0]))
        within = {key: self._within(key, one.name) for key, one in found}
        parts: dict[str, list[str]] = {}
        for key, body in within.items():
            parts.setdefault(body, []).append(key)
        spelt: dict[str, list[str]] = {}
        for other, name in sorted(index.listed_as.items()):
            spelt.setdefault(name, []).append(other)
        unknown = index.words.say("frame.outlet_unknown_short")
        return {
            key: Known(
                kind=kind,
                key=key,
                name=one.name,
                also=tuple(
                    dict.fromkeys((*spelt.get(one.name, ()), *index.forms.get(one.name, ())))
                ),
                named=one.name != unknown if kind == "outlets" else index.named(one.name),
                claims=tuple(one.claims.values()),
                own=len(one.claims.keys() - self._held(parts.get(key, ()))),
                documents=tuple(one.documents.values()),
                within=within[key],
                parts=tuple(parts.get(key, ())),
            )
            for key, one in found
        }

    def _held(self, keys: Iterable[str]) -> set[str]:
        """The claims of these entries."""
        return {claim for key in keys for claim in self._entries[key].claims}

    def _within(self, key: str, name: str) -> str:
        """The key of the nearest body; empty where there is none."""
        bodies = (key_of(self._index, body) for body in self._index.bodies(name))
        return next((body for body in bodies if body != key), "")


def key_of(index: Index, name: str) -> str:
    """A name as part of an address: small letters and digits with hyphens between words.

    An article before it is passed over. Letters of every script are kept; accents on Latin
    ones are not.
    """
    return made_key(name, index.passed_over)


def path(kind: Kind, key: str) -> str:
    """File of the first page of an entry."""
    return f"{kind}/{key}/index.html"


def entry(index: Index, names: Names, kind: Kind, name: str, here: str) -> Link:
    """A name with the address of its entry; none where the register does not have it."""
    key = key_of(index, name)
    return Link(name, link(here, path(kind, key)) if key in names.of(kind) else "")


def alphabetical(entries: Iterable[Known]) -> list[Known]:
    """The entries by name."""
    return sorted(entries, key=lambda one: one.key)


def letter(one: Known) -> str:
    """The letter a name is filed under, without its accent; ``0-9`` for figures."""
    first = one.key[:1]
    return "0-9" if first.isdigit() else first


def search(one: Known, here: str) -> str:
    """The address of the search for all its claims; a facet is named as its register is."""
    return f"{link(here, 'search/index.html')}?{urlencode({one.kind.removesuffix('s'): one.name})}"
