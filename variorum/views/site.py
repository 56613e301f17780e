"""Every page of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.model import Archive, File
from variorum.views import hits, registers
from variorum.views.article import article
from variorum.views.compare import compare, comparisons, pairs_of
from variorum.views.frame import MISSING, Page, frame
from variorum.views.index import Index, build
from variorum.views.lists import article_lists, by_sharpness, home, matter_lists
from variorum.views.matter import matter
from variorum.views.method import method
from variorum.views.search import search


@dataclass(frozen=True, slots=True)
class Bare:
    """The view of a page that needs nothing of its own."""


def pages(archive: Archive) -> Iterator[Page]:
    """The pages one after the other, so that a large archive is never held as views."""
    index = build(archive)
    yield home(index)
    yield from article_lists(index)
    yield from matter_lists(index)
    for document in index.archive.documents:
        yield article(index, document)
    ranked = by_sharpness(index)
    for place, found in enumerate(ranked, 1):
        yield matter(index, found, place, len(ranked))
    pairs = pairs_of(index)
    yield from comparisons(index, pairs)
    for slugs, relations in pairs.items():
        yield compare(index, slugs, relations)
    for register in (registers.outlets, registers.origins, registers.speakers, registers.dates):
        yield from register(index)
    yield method(index)
    yield search(index)
    yield _missing(index)


def data(archive: Archive) -> tuple[File, ...]:
    """What the pages' scripts read, sorted by path."""
    return hits.files(build(archive))


def _missing(index: Index) -> Page:
    title = index.words.say("missing.title")
    return Page(MISSING, "404.html", frame(index, MISSING, title), Bare())
