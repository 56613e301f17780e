"""The article page: the text with its claims marked, and what stands beside each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import ceil

from variorum import charts
from variorum.interface import direction
from variorum.languages import pack
from variorum.model import EDITOR, PROGRAM, STATUSES, Claim, Document, Status
from variorum.views.blocks import Body, ParagraphView, body
from variorum.views.frame import Link, Page, article_path, frame
from variorum.views.hits import Indexed, indexed
from variorum.views.index import Index
from variorum.views.names import Names, entry
from variorum.views.pairs import Count
from variorum.views.passages import shown
from variorum.views.people import outlet
from variorum.views.source import Source, source
from variorum.views.whence import teller

_MOST_NOTES = 60
"""Notes up to which each hangs on the one before: a browser's time grows with their square."""
_MOST_DRIFT = 48.0
"""How far below its claim a note may come to stand, in rem."""
_AIR = 1.1
"""What is added to where the notes are thought to end: type differs from machine to machine."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in the table after the text."""

    claim: str
    number: int
    quote: str
    kind: str
    says: str
    maker: str
    """Which editor marked it, in words; empty where the program did."""
    status: Status
    label: str
    statuses: str
    repeats: str
    """Which claim it only repeats, in words; otherwise empty."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything the article template shows."""

    slug: str
    lang: str
    dir: str
    language: str
    outlet: str
    tags: tuple[str, ...]
    headline: ParagraphView
    paragraphs: tuple[ParagraphView, ...]
    source: Source
    relies: tuple[Link, ...]
    """Its origins, as the start of a chain that ends with this article."""
    chain_end: str
    strip: str
    """SVG."""
    tally_label: str
    """How many claims the tally counts, and how many of them only repeat another, in words."""
    tally: tuple[Count, ...]
    """Claims by sharpest status; only those that occur."""
    filters: tuple[Count, ...]
    """Claims by each status they hold, all six."""
    claims: tuple[Row, ...]
    ledger_title: str
    total: int
    excerpt: bool
    """Whether only the sentences that hold claims may be shown."""
    anchored: bool
    """Whether each note stands at its claim; otherwise one line a paragraph opens its notes."""
    reads: bool
    """Whether the program reads the article's language."""
    indexed: Indexed


def article(index: Index, names: Names, document: Document) -> Page:
    """The page of one article."""
    path = article_path(document.slug)
    claims = index.claims_of.get(document.slug, ())
    excerpt = index.excerpt(document)
    text = body(index, document, path, excerpt=excerpt)
    title = shown(index, document, document.meta.title)
    name = f"{title} ({outlet(index, document)})"
    view = ArticleView(
        slug=document.slug,
        lang=document.language,
        dir=direction(document.language),
        language=index.words.language_name(document.language),
        outlet=outlet(index, document, short=False),
        tags=document.meta.tags,
        headline=text.blocks[0],
        paragraphs=text.blocks[1:],
        source=source(index, names, document),
        relies=tuple(
            entry(index, names, "origins", index.name(origin.name), path)
            for origin in document.meta.origins
        ),
        chain_end=index.words.say("article.chain_here", outlet=outlet(index, document)),
        strip=strip(index, claims),
        tally_label=tally_label(index, claims),
        tally=tally(index, claims),
        filters=tuple(
            Count(status, index.words.label("status_short", status), n)
            for status in STATUSES
            for n in [sum(status in index.statuses[c.id] for c in claims)]
        ),
        claims=tuple(_row(index, document, claim) for claim in claims),
        ledger_title=index.words.say("ledger.title_n", n=len(claims)),
        total=len(claims),
        excerpt=excerpt,
        anchored=len(text.notes) <= _MOST_NOTES and text.drift <= _MOST_DRIFT,
        reads=pack(document.language) is not None,
        indexed=indexed(index, document),
    )
    style = _anchors(text) if view.anchored else ""
    around = frame(index, path, name, section="articles", description=title, style=style)
    return Page(path, "article.html", around, view)


def tally(index: Index, claims: tuple[Claim, ...]) -> tuple[Count, ...]:
    """Claims counted by their sharpest status, those that occur, in words."""
    counted = Counter(index.status(claim.id) for claim in claims)
    return tuple(
        Count(status, index.words.say(f"tally.{status}", n=index.words.number(n)), n)
        for status in STATUSES
        if (n := counted[status])
    )


def strip(index: Index, claims: tuple[Claim, ...]) -> str:
    """The claim strip of an article, with the same in words."""
    words = index.words
    label = words.say(
        "article.strip",
        claims=words.count("n.claims", len(claims)),
        parts=words.say("list.join").join(count.label for count in tally(index, claims)),
    )
    return charts.strip([index.status(claim.id) for claim in claims], label)


def tally_label(index: Index, claims: tuple[Claim, ...]) -> str:
    """How many claims there are, and how many of them only repeat another, in words."""
    words = index.words
    told, repeats = (
        words.count("n.claims", len(claims)),
        sum(c.id in index.restates for c in claims),
    )
    if not repeats:
        return words.say("article.tally", claims=told)
    return words.count("article.tally_repeats", repeats, claims=told)


def _row(index: Index, document: Document, claim: Claim) -> Row:
    statuses = index.statuses[claim.id]
    repeated = index.restates.get(claim.id)
    return Row(
        claim=claim.id,
        number=index.number[claim.id],
        quote=shown(index, document, claim.quote),
        kind=index.words.label("kind", claim.kind),
        says=teller(index, claim),
        maker=_maker(index, claim),
        status=statuses[0],
        label=index.words.label("status_short", statuses[0]),
        statuses=" ".join(statuses),
        repeats=index.words.say("article.repeats", other=index.number[repeated])
        if repeated
        else "",
    )


def _maker(index: Index, claim: Claim) -> str:
    if claim.made_by == PROGRAM:
        return ""
    if claim.made_by == EDITOR:
        return index.words.say("ledger.by_an_editor")
    return index.words.say("ledger.by_editor", name=index.editor(claim.made_by))


def _anchors(text: Body) -> str:
    """The page's own style sheet: each note tied to its claim and to the note before it.

    Where notes stand beside the text the page is as long as they are thought to reach, so
    that the last one keeps clear of the foot without any script.
    """
    if not text.notes:
        return ""
    end = ceil(text.end * _AIR)
    least = (
        "@media screen and (min-width:66rem)"
        f"{{.read{{min-height:max({end}rem,var(--least,0rem))}}}}"
    )
    return least + "".join(
        f"#c-{n.claim}{{--c:--c{i}}}#n-{n.claim}{{--c:--c{i};--n:--n{i};--p:--n{i - 1}}}"
        for i, n in enumerate(text.notes, 1)
    )
