"""Every page of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.model import Archive, File
from variorum.views import hits
from variorum.views.article import article
from variorum.views.compare import compare, comparisons, pairs_of
from variorum.views.entries import entries
from variorum.views.frame import MISSING, Page, frame
from variorum.views.home import home
from variorum.views.index import Index, build
from variorum.views.lists import article_lists, matter_lists
from variorum.views.matter import matter
from variorum.views.method import method
from variorum.views.names import gather
from variorum.views.registers import registers
from variorum.views.rows import by_sharpness
from variorum.views.search import search
from variorum.views.timeline import timeline


@dataclass(frozen=True, slots=True)
class Bare:
    """The view of a page that needs nothing of its own."""


def pages(archive: Archive) -> Iterator[Page]:
    """The pages one after the other, so that a large archive is never held as views."""
    index = build(archive)
    names, ranked = gather(index), by_sharpness(index)
    yield home(index, names, ranked)
    yield from article_lists(index, names)
    yield from matter_lists(index, ranked)
    for document in index.archive.documents:
        yield article(index, names, document)
    for place in range(1, len(ranked) + 1):
        yield matter(index, names, ranked, place)
    pairs = pairs_of(index)
    yield from comparisons(index, pairs)
    for slugs, relations in pairs.items():
        yield compare(index, slugs, relations)
    yield from registers(index, names)
    yield from entries(index, names, ranked)
    yield from timeline(index)
    yield method(index)
    yield search(index)
    yield _missing(index)


def data(archive: Archive) -> tuple[File, ...]:
    """What the pages' scripts read, sorted by path."""
    return hits.files(build(archive))


def _missing(index: Index) -> Page:
    title = index.words.say("missing.title")
    return Page(MISSING, "404.html", frame(index, MISSING, title), Bare())
