"""The lists of articles and of matters, in pages of fifty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.model import STATUSES, Document, Matter, Status
from variorum.views.coverage import Coverage, coverage
from variorum.views.frame import PAGE, Page, frame
from variorum.views.index import Index, when_key
from variorum.views.matter import status
from variorum.views.names import Names
from variorum.views.registers import foremost
from variorum.views.rows import ArticleRow, MatterRow, article_row, matter_rows
from variorum.views.shelves import (
    ALONE,
    UNDATED,
    Leaf,
    Row,
    Shelf,
    Steps,
    by_period,
    calendar,
    label,
    leaves,
    month,
    part,
    row,
    steps,
)

_NAMES = 8
"""Outlets, and origins, that lead into a long list of articles."""


@dataclass(frozen=True, slots=True)
class ListView:
    """A page of a list."""

    title: str
    lede: str
    heading: str
    """What part of the list stands here, in words; empty where it is all of it."""
    matters: tuple[MatterRow, ...]
    articles: tuple[ArticleRow, ...]
    coverage: Coverage | None
    steps: Steps


def shelved(documents: Sequence[Document]) -> list[Shelf[Document]]:
    """Articles, sorted by date, by year and month; none where one page holds all."""
    if len(documents) <= PAGE:
        return []
    return by_period((month(document.meta.published), document) for document in documents)


def article_lists(index: Index, names: Names) -> Iterator[Page]:
    """The articles by date: all of them, or the latest, and each year or month."""
    documents = sorted(index.archive.documents, key=when_key)
    shelves = shelved(documents)
    here = "articles/index.html"
    words = index.words
    front = ListView(
        title=words.say("articles.title"),
        lede=words.say("articles.lede"),
        heading=words.say("articles.latest", n=PAGE) if shelves else "",
        matters=(),
        articles=tuple(article_row(index, d, here) for d in latest(documents, PAGE)),
        coverage=coverage(index, documents, shelves, here),
        steps=Steps(None, None, _ways(index, names, shelves, here)) if shelves else ALONE,
    )
    around = frame(index, here, front.title, section="articles")
    yield Page(here, "articles.html", around, front)
    pages = leaves("articles", shelves)
    for at, leaf in enumerate(pages):
        yield _period(index, shelves, pages, at, leaf)


def _ways(
    index: Index, names: Names, shelves: Sequence[Shelf[Document]], here: str
) -> tuple[Row, ...]:
    """Ways into many articles: by year, by outlet, by what they rest on."""
    return (
        *calendar(index, "articles", shelves, here),
        foremost(index, names, "outlets", _NAMES, here),
        foremost(index, names, "origins", _NAMES, here),
    )


def latest(documents: Sequence[Document], most: int) -> list[Document]:
    """The last of articles sorted by date, undated ones left out; all where they are few."""
    if len(documents) <= most:
        return list(documents)
    dated = [d for d in documents if month(d.meta.published) != UNDATED]
    return dated[-most:][::-1]


def _period(
    index: Index,
    shelves: Sequence[Shelf[Document]],
    pages: Sequence[Leaf[Document]],
    at: int,
    leaf: Leaf[Document],
) -> Page:
    """A page of the articles of a year or a month."""
    here = leaf.path
    told = part(index, "articles", "n.articles", shelves, pages, at)
    view = ListView(
        title=told.title,
        lede=told.lede,
        heading=told.heading,
        matters=(),
        articles=tuple(article_row(index, d, here) for d in leaf.items),
        coverage=coverage(index, told.year or leaf.items, shelves if told.year else (), here),
        steps=told.steps,
    )
    return Page(here, "articles.html", frame(index, here, told.title, section="articles"), view)


def matter_lists(index: Index, ranked: Sequence[Matter]) -> Iterator[Page]:
    """The matters: sharpest first, and where they are many each status by date."""
    here, words = "matters/index.html", index.words
    shelves = list(_by_status(index, ranked)) if len(ranked) > PAGE else []
    front = ListView(
        title=words.say("matters.title"),
        lede=words.say("matters.lede"),
        heading=words.say("matters.sharpest", n=PAGE) if shelves else "",
        matters=matter_rows(index, ranked[:PAGE], here),
        articles=(),
        coverage=None,
        steps=Steps(None, None, _statuses(index, shelves, here)) if shelves else ALONE,
    )
    around = frame(index, here, front.title, section="matters")
    yield Page(here, "matters.html", around, front)
    pages = leaves("matters", shelves)
    for at, leaf in enumerate(pages):
        yield _status(index, shelves, pages, at, leaf)


def _by_status(index: Index, ranked: Sequence[Matter]) -> Iterator[Shelf[Matter]]:
    """Matters by their sharpest status, each by the date of its first passage."""
    held: dict[Status, list[tuple[tuple[str, str], str, Matter]]] = {}
    for matter in ranked:
        first = min(when_key(index.document_of(claim)) for claim in matter.claims)
        held.setdefault(status(index, matter), []).append((first, matter.slug, matter))
    for one in STATUSES:
        if one in held:
            in_order = sorted(held[one], key=lambda found: found[:2])
            yield Shelf(one, tuple(matter for *_, matter in in_order))


def _statuses(
    index: Index, shelves: Sequence[Shelf[Matter]], here: str, current: str = ""
) -> tuple[Row, ...]:
    words = index.words
    counts = {s.key: (words.label("status", s.key), len(s.items)) for s in shelves}
    return (row(index, words.say("shelf.statuses"), "matters", counts, here, current),)


def _status(
    index: Index,
    shelves: Sequence[Shelf[Matter]],
    pages: Sequence[Leaf[Matter]],
    at: int,
    leaf: Leaf[Matter],
) -> Page:
    """A page of the matters of one status."""
    here, words = leaf.path, index.words
    name = label(index, words.label("status", leaf.key), leaf.n, leaf.last)
    title = words.say("shelf.title", list=words.say("matters.title"), part=name)
    view = ListView(
        title=title,
        lede=words.label("status_meaning", leaf.key),
        heading="",
        matters=matter_rows(index, leaf.items, here),
        articles=(),
        coverage=None,
        steps=steps(
            index,
            pages,
            at,
            _statuses(index, shelves, here, leaf.key),
            lambda key: words.label("status", key),
        ),
    )
    return Page(here, "matters.html", frame(index, here, title, section="matters"), view)
