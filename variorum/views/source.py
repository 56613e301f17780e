"""The source card of an article: what is known about it, and what is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from variorum.model import Document, Origin
from variorum.views.frame import Link, article_path, canonical, link
from variorum.views.index import Index, shows
from variorum.views.names import Names, entry
from variorum.views.passages import SHORT, shown
from variorum.views.people import opening, outlet, safe, site_of
from variorum.views.prose import Stretch, linked, plain
from variorum.views.revisions import RevisionView, changed, revisions

_LONG_NOTE = 140
"""Characters from which the archivist's note is folded."""
_FEW = 2
"""Paragraphs up to which those that rest on an origin are named by their first words."""


@dataclass(frozen=True, slots=True)
class CaptureView:
    """A capture as shown."""

    file: str
    sha256: str
    taken: str
    """When, in words."""
    href: str
    """Leads to the file where it is published; otherwise empty."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the capture that is not in the text."""

    number: int
    role: str
    """Why it was left out, in words."""
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A scraping fault that was repaired."""

    wrong: str
    right: str
    why: str


@dataclass(frozen=True, slots=True)
class Source:
    """Everything on the card."""

    outlet: str
    published: str
    published_iso: str
    """For machines; empty where the date is not one day or moment."""
    byline: str
    relies: tuple[Link, ...]
    """Each origin and what rests on it; leads to its entry."""
    url: str
    """The original's address, where it is a web address."""
    site: str
    note: tuple[Stretch, ...]
    """The archivist's remark."""
    note_start: str
    """Opening words of a long note, under which it folds; empty for a short one."""
    captures: tuple[CaptureView, ...]
    """Oldest first; the text follows the last."""
    captures_label: str
    revisions: tuple[RevisionView, ...]
    changed: str
    """How many passages changed from capture to capture, in words; empty for one capture."""
    rights: str
    rights_href: str
    left_out: tuple[LeftOut, ...]
    left_out_label: str
    fixes: tuple[Fix, ...]
    fixes_label: str
    citation: str


def source(index: Index, names: Names, document: Document) -> Source:
    """The source card of one article."""
    words, meta, path = index.words, document.meta, article_path(document.slug)
    excerpt = index.excerpt(document)
    rights = meta.rights or index.archive.site.rights
    left_out = tuple(
        LeftOut(line.number, words.label("role", line.role), line.text.strip())
        for line in index.furniture.get(document.slug, ())
        if line.text.strip()
    )
    left_out_label = words.say(
        "source.left_out_hidden" if excerpt else "source.left_out_link",
        lines=words.count("n.lines", len(left_out)),
    )
    note = plain(meta.note)
    exact = meta.published and meta.published.precision in {"day", "minute"}
    return Source(
        outlet=_outlet(index, document),
        published=words.when(meta.published),
        published_iso=meta.published.earliest
        if meta.published and exact and not meta.published.approximate
        else "",
        byline=words.listing(meta.authors),
        relies=tuple(
            replace(at, label=_relies(index, document, origin))
            for origin in meta.origins
            for at in [entry(index, names, "origins", index.name(origin.name), path)]
        ),
        url=safe(meta.url),
        site=site_of(meta.url),
        note=linked(index, meta.note, path),
        note_start=opening(note, SHORT) if len(note) > _LONG_NOTE else "",
        captures=tuple(_captures(index, document)),
        captures_label=words.count("source.captures", len(meta.captures)),
        revisions=revisions(index, document),
        changed=_changed(index, document),
        rights=words.label("rights", rights),
        rights_href=safe(rights),
        left_out=() if excerpt else left_out,
        left_out_label=left_out_label if left_out else words.say("source.left_out_none"),
        fixes=() if excerpt else tuple(Fix(c.wrong, c.right, c.why) for c in meta.corrections),
        fixes_label=words.count("source.corrections_link", len(meta.corrections)),
        citation=_citation(index, document),
    )


def _outlet(index: Index, document: Document) -> str:
    site = site_of(document.meta.url)
    if not document.meta.outlet and site:
        return index.words.say("source.outlet_from_site", site=site)
    return outlet(index, document, short=False)


def _captures(index: Index, document: Document) -> Iterator[CaptureView]:
    """The captures, each with a link where its file is published with the site."""
    site = index.archive.site
    shown = site.publish_captures and shows(index.archive, document) == "full"
    home = article_path(document.slug)
    for capture in document.meta.captures:
        href = link(home, f"captures/{capture.file}") if shown else ""
        yield CaptureView(capture.file, capture.sha256, _taken(index, capture.captured), href)


def _changed(index: Index, document: Document) -> str:
    if not index.revisions.get(document.slug):
        return ""
    n = changed(index, document)
    if not n:
        return index.words.say("source.changed_none")
    return index.words.count("source.changed_link", n)


def _taken(index: Index, captured: str) -> str:
    if not captured:
        return index.words.say("source.captured_unknown")
    return index.words.say("source.captured", date=index.words.stamp(captured))


def _relies(index: Index, document: Document, origin: Origin) -> str:
    """An origin and what rests on it: the whole, paragraphs by first words, or how many."""
    words, name = index.words, index.name(origin.name)
    if not origin.covers:
        return name
    if len(origin.covers) <= _FEW and not index.excerpt(document):
        starts = words.listing(words.quoted(start) for start in origin.covers)
        return words.say("source.relies_part", name=name, words=starts)
    total = max(len(document.blocks), len(origin.covers))
    return words.say("source.relies_most", name=name, n=len(origin.covers), total=total)


def _citation(index: Index, document: Document) -> str:
    words, meta = index.words, document.meta
    address = canonical(index, article_path(document.slug))
    key = "source.cite_text" if meta.captures else "source.cite_text_bare"
    return words.say(
        key,
        title=shown(index, document, meta.title).rstrip("."),
        outlet=outlet(index, document, short=False),
        date=words.when(meta.published),
        url=words.say("source.cite_url", url=meta.url) if meta.url else "",
        hash=meta.captures[-1].sha256[:16] if meta.captures else "",
        site=index.archive.site.title,
        byline=words.say("source.cite_byline", names=words.listing(meta.authors))
        if meta.authors
        else "",
        page=address or words.say("source.cite_page", slug=document.slug),
    )
