"""The search page: what its facets offer, and what it lists without a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from variorum.model import STATUSES, Claim, Document, When
from variorum.views.frame import Link, Page, article_path, frame, link
from variorum.views.hits import PATH, clipped, month_of
from variorum.views.index import Index, when_key
from variorum.views.lists import shelved
from variorum.views.names import key_of, path
from variorum.views.passages import shown
from variorum.views.people import keeper, outlet, speakers_of, with_bodies
from variorum.views.shelves import UNDATED, shelf_path
from variorum.views.whence import origins_of

LISTED = 200
"""Articles up to which the page lists them all; beyond, it leads to their own pages."""
_NAMES = 60
"""Speakers and origins the page offers and lists, those with most claims first."""
_CLAIMS, _FEW_CLAIMS = 12, 3
"""Claims listed under one speaker; of an archive too large to list its articles, fewer."""
_OFFERED = 12
"""Choices of a facet that the page offers before anything is asked."""
_PORTION = 40
"""Articles in which a phrase is looked up at once, about 2 KB each, packed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet."""

    value: str
    """As it stands in the address and the index."""
    label: str
    n: int
    """Claims of the whole archive that have it."""
    count: str
    """That number as it is written."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A property of claims by which results are narrowed."""

    name: str
    legend: str
    choices: tuple[Choice, ...]
    rest: Link | None
    """Leads to all its values, where there are more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article or a claim in the lists."""

    label: str
    href: str
    detail: str
    """Date, or where it stands."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that share an outlet, a month or a speaker."""

    label: str
    count: str
    entries: tuple[Entry, ...]
    """Empty where the archive is too large to list them."""
    href: str = ""
    """Leads to the page that lists them all; empty where they stand here."""
    rest: Link | None = None
    """Leads to all of them, where only the first stand here."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """Everything the search template shows."""

    facets: tuple[Facet, ...]
    months: tuple[Group, ...]
    outlets: tuple[Group, ...]
    speakers: tuple[Group, ...]
    articles: Link
    """The list of all articles."""
    pass_over: str
    """Words before a name that its address leaves out."""
    size: str
    """How much there is to search, in words."""
    portion: int
    """Articles in which a phrase is looked up at once."""
    keeper: str
    """Who keeps the archive's names, in words."""
    empty: bool
    """Whether there is nothing to search."""


def search(index: Index) -> Page:
    """The search page of an archive."""
    documents = sorted(index.archive.documents, key=when_key)
    words = index.words
    view = SearchView(
        facets=_facets(index),
        months=_months(index, documents),
        outlets=_outlets(index, documents),
        speakers=_speakers(index),
        articles=Link(words.say("nav.articles"), link(PATH, "articles/index.html")),
        pass_over=" ".join(words.table["shelf"]["pass_over"]),
        size=words.say(
            "search.size",
            claims=words.count("n.claims", len(index.archive.claims)),
            articles=words.count("n.articles", len(documents)),
        ),
        portion=_PORTION,
        keeper=keeper(index),
        empty=not documents,
    )
    title = words.say("search.title")
    return Page(PATH, "search.html", frame(index, PATH, title, section="search"), view)


def _facets(index: Index) -> tuple[Facet, ...]:
    """Status, outlet, month, kind, speaker and origin, each with its values and their claims."""
    words, claims = index.words, index.archive.claims
    statuses = Counter(index.status(claim.id) for claim in claims)
    kinds = Counter(str(claim.kind) for claim in claims)
    outlets = Counter(
        name
        for claim in claims
        for name in with_bodies(index, (_outlet(index, index.documents[claim.document]),))
    )
    months = Counter(month_of(index.documents[claim.document]) for claim in claims)
    return (
        _facet(index, "status", [(s, words.label("status", s), statuses[s]) for s in STATUSES]),
        _facet(index, "outlet", [(name, name, n) for name, n in _common(outlets)], "outlets"),
        _facet(
            index,
            "month",
            [(m, _month(index, m), n) for m, n in sorted(months.items())],
            "articles",
        ),
        _facet(index, "kind", [(kind, words.label("kind", kind), n) for kind, n in _common(kinds)]),
        _facet(index, "speaker", [(n, n, count) for n, count in _common(_said(index))], "speakers"),
        _facet(index, "origin", [(n, n, count) for n, count in _common(_rested(index))], "origins"),
    )


def _facet(index: Index, name: str, rows: list[tuple[str, str, int]], register: str = "") -> Facet:
    """A facet with its first values; where its values have a register, that leads to the rest."""
    held = [row for row in rows if row[0] and row[2]]
    first = held[:_OFFERED] if register else held
    rest = None
    if len(held) > len(first):
        label = index.words.say("search.rest", n=index.words.number(len(held)))
        rest = Link(label, link(PATH, f"{register}/index.html"))
    choices = (Choice(value, label, n, index.words.number(n)) for value, label, n in first)
    return Facet(name, index.words.say(f"search.facet.{name}"), tuple(choices), rest)


def _said(index: Index) -> Counter[str]:
    claims = index.archive.claims
    return Counter(n for claim in claims for n in with_bodies(index, speakers_of(index, claim)))


def _rested(index: Index) -> Counter[str]:
    claims = index.archive.claims
    return Counter(n for claim in claims for n in with_bodies(index, origins_of(index, claim)))


def _outlet(index: Index, document: Document) -> str:
    return index.listed(outlet(index, document))


def _common(counted: Mapping[str, int]) -> list[tuple[str, int]]:
    """Most frequent first, then by name."""
    return sorted(counted.items(), key=lambda row: (-row[1], row[0].casefold(), row[0]))


def _month(index: Index, month: str) -> str:
    """A month in words; that it is not known, when it is not."""
    if not month:
        return index.words.when(None)
    return index.words.when(When(month, month, "month" if len(month) > 4 else "year"))


def _months(index: Index, documents: list[Document]) -> tuple[Group, ...]:
    found: dict[str, list[Document]] = {}
    for document in documents:
        found.setdefault(month_of(document), []).append(document)
    listed = len(documents) <= LISTED
    shelves = {shelf.key for shelf in shelved(documents)}

    def page(month: str) -> str:
        keys = (month or UNDATED, month[:4])
        return next((shelf_path("articles", key) for key in keys if key in shelves), "")

    return tuple(
        _articles(index, _month(index, month), rows, page(month), listed=listed)
        for month, rows in found.items()
    )


def _outlets(index: Index, documents: list[Document]) -> tuple[Group, ...]:
    found: dict[str, list[Document]] = {}
    for document in documents:
        found.setdefault(_outlet(index, document), []).append(document)
    names = sorted(found, key=lambda name: (name.casefold(), name))
    listed = len(documents) <= LISTED
    return tuple(
        _articles(index, name, found[name], path("outlets", key_of(index, name)), listed=listed)
        for name in names
    )


def _articles(index: Index, label: str, rows: list[Document], page: str, *, listed: bool) -> Group:
    entries = (
        Entry(
            shown(index, document, document.meta.title),
            link(PATH, article_path(document.slug)),
            f"{outlet(index, document)}, {index.words.when(document.meta.published, 'short')}",
        )
        for document in (rows if listed else ())
    )
    href = "" if listed or not page else link(PATH, page)
    return Group(label, index.words.count("n.articles", len(rows)), tuple(entries), href)


def _speakers(index: Index) -> tuple[Group, ...]:
    found: dict[str, list[Claim]] = {}
    for claim in index.archive.claims:
        for name in with_bodies(index, speakers_of(index, claim)):
            found.setdefault(name, []).append(claim)
    counted = Counter({name: len(rows) for name, rows in found.items()})
    groups = tuple(_speaker(index, name, found[name]) for name, _ in _common(counted)[:_NAMES])
    if len(counted) <= _NAMES:
        return groups
    whole = index.words.say("search.rest", n=index.words.number(len(counted)))
    return (*groups, Group(whole, "", (), link(PATH, "speakers/index.html")))


def _speaker(index: Index, name: str, claims: list[Claim]) -> Group:
    """A speaker with the first of the claims, and the way to all of them."""
    most = _CLAIMS if len(index.documents) <= LISTED else _FEW_CLAIMS
    count, rest = index.words.count("n.claims", len(claims)), None
    if len(claims) > most:
        page = link(PATH, path("speakers", key_of(index, name)))
        rest = Link(index.words.say("search.rest", n=count), page)
    return Group(name, count, tuple(_quoted(index, claims[:most])), rest=rest)


def _quoted(index: Index, claims: Iterable[Claim]) -> Iterable[Entry]:
    for claim in claims:
        document = index.documents[claim.document]
        yield Entry(
            clipped(index.words.quoted(shown(index, document, claim.quote))),
            link(PATH, article_path(claim.document), f"c-{claim.id}"),
            f"{outlet(index, document)}, {index.words.when(document.meta.published, 'short')}",
        )
