"""Who says so, as words: outlets, chains of speakers, makers of a link."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from variorum import quality
from variorum.model import PROGRAM, Claim, Document, Relation
from variorum.views.index import Index

_TITLE = 32
"""Characters of a title that tell an article from others."""


def site_of(url: str) -> str:
    """The host a page was published on, without ``www.``; empty when there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def safe(url: str) -> str:
    """The address where it is a web address, otherwise nothing: a link may run no code."""
    return url if url.startswith(("https://", "http://")) else ""


def outlet(index: Index, document: Document, *, short: bool = True) -> str:
    """The outlet, else the site it stood on, else that it is not identified."""
    if document.meta.outlet:
        return index.name(document.meta.outlet)
    key = "frame.outlet_unknown_short" if short else "frame.outlet_unknown"
    return site_of(document.meta.url) or index.words.say(key)


def apart(index: Index, document: Document) -> str:
    """The outlet; where several are not identified, with the opening of the article's title."""
    name = outlet(index, document)
    if identified(document) or index.nameless < 2:
        return name
    title = opening(document.meta.title, _TITLE)
    return index.words.say("frame.outlet_apart", outlet=name, title=index.words.quoted(title))


def identified(document: Document) -> bool:
    """Whether it is known who published the article, or at least on which site it stood."""
    return bool(document.meta.outlet or site_of(document.meta.url))


def outlets(index: Index, documents: Iterable[Document]) -> str:
    """How many outlets these articles have, in words; each unidentified one counted apart."""
    known, nameless = set(), set()
    told = {document.slug: document for document in documents}
    for document in told.values():
        if identified(document):
            known.add(outlet(index, document))
        else:
            nameless.add(document.slug)
    words = index.words
    if not nameless:
        return words.count("n.outlets", len(known))
    if not known:
        return words.count("n.nameless", len(nameless))
    return words.count(
        "frame.outlets_some",
        len(nameless),
        articles=words.count("n.articles", len(told)),
        outlets=words.count("n.outlets", len(known)),
    )


def opening(text: str, most: int) -> str:
    """The first words of a long text, whole."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0] + "…"


def maker(index: Index, relation: Relation) -> str:
    """Whether a program or an editor made the relation, and who."""
    if relation.made_by != PROGRAM:
        return index.words.say("note.by_editor", name=index.editor(relation.made_by))
    if relation.confirmed_by:
        return index.words.say("note.confirmed", name=index.editor(relation.confirmed_by))
    return index.words.say("note.by_program")


def keeper(index: Index) -> str:
    """Who keeps the archive's names: its one editor, else its editors."""
    editors = list(index.editors)
    return index.editor(editors[0]) if len(editors) == 1 else index.words.say("register.editors")


def band(index: Index, relation: Relation) -> str:
    """How sure the program is, as a band in words; empty where an editor has decided."""
    if relation.made_by != PROGRAM or relation.confirmed_by:
        return ""
    return index.words.label("band", quality.band_of(relation.score))


def shared_origin(index: Index, relation: Relation) -> str:
    """What both claims rest on, in words; empty where nothing is known, or the reason says it."""
    name = index.name(relation.origin)
    if not name or name in relation.reason or relation.origin in relation.reason:
        return ""
    return index.words.say("note.origin", name=name)


def speakers_of(index: Index, claim: Claim) -> tuple[str, ...]:
    """Everyone a claim is attributed to, nearest first, as lists know them."""
    return tuple(dict.fromkeys(map(index.listed, claim.attributed_to)))


def with_bodies(index: Index, names: Iterable[str]) -> tuple[str, ...]:
    """These names and, after each, the bodies it is a part of."""
    return tuple(dict.fromkeys(n for name in names for n in (name, *index.bodies(name))))
