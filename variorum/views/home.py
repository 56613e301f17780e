"""The first page: what the archive holds, where its sources part, and who stands behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.marks import typographic
from variorum.model import Matter
from variorum.views.coverage import Coverage, coverage
from variorum.views.frame import Link, Page, frame, link
from variorum.views.index import Index, status_of, when_key
from variorum.views.lists import latest, shelved
from variorum.views.names import Kind, Names
from variorum.views.registers import NameRow, rows, total
from variorum.views.reported import Told, most_reported
from variorum.views.rows import ArticleRow, MatterRow, article_row, matter_rows
from variorum.views.shelves import Row, calendar

_MOST = 8
"""Matters, and articles, that the page shows of a large archive."""
_REPORTED = 6
"""Claims most reported that it shows."""
_NAMES = 8
"""Names of each register that it shows."""


_FOREMOST = 3
"""Names among which one is chosen as an example for the search."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of the archive."""

    n: str
    label: str


@dataclass(frozen=True, slots=True)
class Foremost:
    """The first names of a register."""

    title: str
    lede: str
    """What its counts count."""
    rows: tuple[NameRow, ...]
    all: Link


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything the home template shows."""

    title: str
    tagline: str
    description: str
    example: str
    """A name that can be searched for, in words; empty where there is none."""
    facts: tuple[Fact, ...]
    matters: tuple[MatterRow, ...]
    all_matters: Link | None
    reported: tuple[Told, ...]
    registers: tuple[Foremost, ...]
    coverage: Coverage | None
    years: tuple[Row, ...]
    """The years of a large archive."""
    articles: tuple[ArticleRow, ...]
    latest: str
    """That only the latest articles stand here, in words; empty where all do."""
    all_articles: Link | None


def home(index: Index, names: Names, ranked: Sequence[Matter]) -> Page:
    """The first page of the site; ``ranked`` are the matters, sharpest first."""
    site, path = index.archive.site, "index.html"
    documents = sorted(index.archive.documents, key=when_key)
    shelves = shelved(documents)
    view = HomeView(
        title=site.title,
        tagline=site.tagline,
        description=site.description,
        example=_example(index, names),
        facts=_facts(index),
        matters=matter_rows(index, ranked[:_MOST], path),
        all_matters=_all(index, path, "matters", len(ranked)),
        reported=most_reported(index, _REPORTED, path),
        registers=tuple(
            _foremost(index, names, kind, path) for kind in _REGISTERS if names.of(kind)
        ),
        coverage=coverage(index, documents, shelves, path),
        years=calendar(index, "articles", shelves, path) if shelves else (),
        articles=tuple(article_row(index, d, path) for d in latest(documents, _MOST)),
        latest=index.words.say("home.latest") if len(documents) > _MOST else "",
        all_articles=_all(index, path, "articles", len(documents)),
    )
    around = frame(index, path, "", section="home", description=site.description)
    return Page(path, "home.html", around, view)


_REGISTERS: tuple[Kind, ...] = ("origins", "speakers", "outlets")


def _foremost(index: Index, names: Names, kind: Kind, here: str) -> Foremost:
    """The entries of a register that stand in most articles, parts left to their bodies.

    An outlet that nobody knows has its articles too, and stands last.
    """
    entries = names.of(kind)
    named = [one for one in entries.values() if one.named and not one.within]
    unknown = [one for one in entries.values() if kind == "outlets" and not one.named]
    even = len({len(one.documents) for one in named}) == 1
    return Foremost(
        index.words.say(f"home.{kind}_even" if even else f"home.{kind}"),
        index.words.say(f"home.{kind}_lede"),
        rows(index, [*named[: _NAMES - len(unknown)], *unknown], here),
        Link(total(index, names, kind), link(here, f"{kind}/index.html")),
    )


def _example(index: Index, names: Names) -> str:
    """The shortest of the foremost names of a register, which a phone's field has room for."""
    named = ([one.name for one in names.of(kind).values() if one.named] for kind in _REGISTERS)
    foremost = next(filter(None, named), [])[:_FOREMOST]
    found = typographic(min(foremost, key=len, default=""))
    return index.words.say("home.example", name=found) if found else ""


def _facts(index: Index) -> tuple[Fact, ...]:
    archive, words = index.archive, index.words
    held = Counter(status_of(relation) for relation in archive.relations)
    within_one = sum(
        relation.type == "conflicts"
        and index.document_of(relation.a) is index.document_of(relation.b)
        for relation in archive.relations
    )
    conflicts = "conflicts_within" if within_one else "conflicts"
    facts = [
        ("articles", len(archive.documents)),
        ("claims", len(archive.claims)),
        ("relations", len(archive.relations)),
        (conflicts, held["conflicts"]),
        ("independent", held["corroborates"]),
        ("unknown", held["corroborates-unknown"]),
        ("repeats", held["same-origin"]),
        ("differs", held["differs"]),
    ]
    inside, repeats = words.number(within_one), len(index.restates)
    told = {key: words.say(f"home.{key}", n=inside) for key, _ in facts}
    if repeats:
        told["claims"] = words.count("home.claims_repeated", repeats)
    return tuple(Fact(words.number(n), told[key]) for key, n in facts)


def _all(index: Index, here: str, kind: str, total: int) -> Link | None:
    if total <= _MOST:
        return None
    label = index.words.say(f"home.all_{kind}", n=index.words.number(total))
    return Link(label, link(here, f"{kind}/index.html"))
