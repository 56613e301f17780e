"""Everybody the archive knows: its outlets, the origins it rests on, its speakers.

Spellings that differ only in capitals, accents, punctuation or the article before them are
one entry, so that each entry has one address, made from the name alone.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Literal
from urllib.parse import urlencode

from variorum.model import Claim, Document
from variorum.views.frame import Link, link
from variorum.views.index import Index, when_key
from variorum.views.people import origins_of, outlet

Kind = Literal["outlets", "origins", "speakers"]
KINDS: tuple[Kind, ...] = ("origins", "outlets", "speakers")
_LONGEST = 100
"""Bytes of a name in an address; a file system takes 255."""


@dataclass(frozen=True, slots=True)
class Known:
    """An outlet, an origin or a speaker, with all that it has."""

    kind: Kind
    key: str
    """Its place in an address."""
    forms: tuple[str, ...]
    """Its name as it is written, the commonest form first; never empty."""
    named: bool
    """Whether it is somebody's name, not what an article calls its source or an unknown outlet."""
    claims: tuple[Claim, ...]
    """By the date of their articles, then by place."""
    documents: tuple[Document, ...]
    """By date."""

    @property
    def name(self) -> str:
        """Its commonest form."""
        return self.forms[0]


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
        published = outlets.add(outlet(index, document), document)
        for claim in sorted(index.claims_of.get(document.slug, ()), key=lambda c: c.span):
            published.append(claim)
            for name in origins_of(index, claim):
                origins.add(name, document).append(claim)
            for name in dict.fromkeys(map(index.name, claim.attributed_to)):
                speakers.add(name, document).append(claim)
    return Names(
        outlets.register("outlets"),
        origins.register("origins"),
        speakers.register("speakers"),
    )


class _Gathered:
    """A register as it grows."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._forms: dict[str, Counter[str]] = {}
        self._documents: dict[str, dict[str, Document]] = {}
        self._claims: dict[str, list[Claim]] = {}

    def add(self, name: str, document: Document) -> list[Claim]:
        """Note a name in an article; where its claims are kept."""
        key = key_of(self._index, name)
        self._forms.setdefault(key, Counter())[name] += 1
        self._documents.setdefault(key, {})[document.slug] = document
        return self._claims.setdefault(key, [])

    def register(self, kind: Kind) -> Register:
        """The entries found, those in most articles first."""
        found = []
        index = self._index
        unknown = key_of(index, index.words.say("frame.outlet_unknown_short"))
        for key, forms in self._forms.items():
            written = tuple(sorted(forms, key=lambda form: (-forms[form], form)))
            named = key != unknown if kind == "outlets" else is_name(index, written[0])
            # Two spellings of one name in one claim do not make two claims of it.
            claims = tuple({claim.id: claim for claim in self._claims[key]}.values())
            documents = tuple(self._documents[key].values())
            found.append(Known(kind, key, written, named, claims, documents))
        found.sort(key=lambda one: (-len(one.documents), -len(one.claims), one.key))
        return {one.key: one for one in found}


def key_of(index: Index, name: str) -> str:
    """A name as part of an address: small letters and digits with hyphens between words.

    An article before it is passed over. Letters of every script are kept; accents on Latin
    ones are not.
    """
    return _key(name, tuple(index.words.table["shelf"]["pass_over"]))


@cache
def _key(name: str, passed_over: tuple[str, ...]) -> str:
    out: list[str] = []
    base = ""
    for c in unicodedata.normalize("NFKD", name.casefold()):
        if unicodedata.category(c).startswith("M"):
            if not base.isascii():
                out.append(c)
        elif c.isalnum():
            out.append(c)
            base = c
        elif c not in "'’":
            out.append(" ")
    parts = unicodedata.normalize("NFC", "".join(out)).split()
    if len(parts) > 1 and parts[0] in passed_over:
        del parts[0]
    key = "-".join(parts)
    if key and len(key.encode("utf-8")) <= _LONGEST:
        return key
    digest = sha256(name.encode("utf-8")).hexdigest()[:10]
    cut = key.encode("utf-8")[: _LONGEST - 11].decode("utf-8", "ignore")
    return f"{cut}-{digest}".lstrip("-")


def is_name(index: Index, written: str) -> bool:
    """Whether a source is named, not only described.

    It is in the authorities, begins with a capital, or does so but for one word before it
    ("the Courier", not "a friend in Arlen"); scripts without capitals count as naming.
    """
    if written.casefold() in index.preferred or not written[:1].islower():
        return True
    rest = written.split()[1:]
    return bool(rest) and not (rest[0][:1].islower() or rest[-1][:1].islower())


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
    """The address of the search for all it has; a facet is named as its register is."""
    query = urlencode([(one.kind.removesuffix("s"), form) for form in one.forms])
    return f"{link(here, 'search/index.html')}?{query}"
