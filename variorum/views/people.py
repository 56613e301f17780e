"""Who says so, as words: outlets, chains of speakers, makers of a link."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from variorum.model import PROGRAM, Claim, Document, Relation
from variorum.views.index import Index


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


def chain(index: Index, claim: Claim) -> str:
    """Who says so, nearest speaker first; empty when the article itself does."""
    return " ← ".join(index.name(speaker) for speaker in claim.attributed_to)


def maker(index: Index, relation: Relation) -> str:
    """Whether a program or an editor made the relation, and who."""
    if relation.made_by != PROGRAM:
        return index.words.say("note.by_editor", name=index.editor(relation.made_by))
    if relation.confirmed_by:
        return index.words.say("note.confirmed", name=index.editor(relation.confirmed_by))
    return index.words.say("note.by_program")


def origins_of(index: Index, claim: Claim) -> tuple[str, ...]:
    """Everything a claim is known to rest on: its own origin, its article's, its relations'."""
    shared = (r.origin for r in index.relations.get(claim.id, ()) if r.origin)
    names = (origin_of(index, claim), *_article_origins(index, claim), *map(index.name, shared))
    return tuple(dict.fromkeys(name for name in names if name))


def origin_of(index: Index, claim: Claim) -> str:
    """Where a claim's knowledge comes from, as far as its article tells; empty if it does not.

    The original outlet at the end of its chain of speakers, else what the article says
    it rests on as a whole or from that paragraph on.
    """
    if claim.attributed_to:
        return index.name(claim.attributed_to[-1])
    return next(_article_origins(index, claim), "")


def _article_origins(index: Index, claim: Claim) -> Iterator[str]:
    """What the article says its whole, or the claim's paragraph, rests on."""
    document = index.documents[claim.document]
    paragraphs = index.paragraphs.get(claim.document, ())
    words = ""
    if claim.paragraph < len(paragraphs):
        words = document.quote(paragraphs[claim.paragraph].span)
    for origin in document.meta.origins:
        if not origin.covers or any(words.startswith(start) for start in origin.covers):
            yield index.name(origin.name)
