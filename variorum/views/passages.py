"""A relation seen from one of its claims: the passage at the far end, and why it is tied."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote as url_quote

from variorum.interface import direction
from variorum.marks import typographic
from variorum.model import Claim, Document, Figure, FigureKind, Relation, Status
from variorum.views.frame import METHOD, article_path, link
from variorum.views.index import Index, other, status_of, when_key
from variorum.views.people import apart, band, maker, opening, safe, shared_origin
from variorum.views.whence import voice

SHORT = 72
"""Characters of a quotation's opening words."""
_SELDOM: frozenset[FigureKind] = frozenset({"duration", "age", "ordinal"})
"""Kinds of figures that mostly accompany another."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A claim quoted away from its place."""

    claim: str
    quote: str
    """Between quotation marks."""
    short: str
    """Its opening words, without them."""
    lang: str
    dir: str
    outlet: str
    date: str
    """Short form."""
    says: str
    """Its speakers, nearest first, or what its article follows; empty where it says so itself."""
    href: str
    """Leads to the passage in its article."""
    figure: str
    """Its first figure as written, a count before a duration; empty without one."""
    status: Status


@dataclass(frozen=True, slots=True)
class Passage:
    """The far end of a relation, with everything a reader needs to judge it."""

    id: str
    """Anchor of this relation on the page."""
    status: Status
    relation: str
    """The relation in words."""
    far: Quotation
    reason: str
    origin: str
    """What both rest on, in words; empty where nothing is known, or the reason says it."""
    maker: str
    band: str
    """How sure the program is, in words; empty where an editor has decided."""
    bands: str
    """Leads to what is known of each band."""
    compare: str
    """Leads to the two articles side by side; empty where there is no such page."""
    report: str
    """Leads to whoever mends a wrong link; empty without a contact."""


def quotation(index: Index, claim: Claim, here: str) -> Quotation:
    """A claim as quoted on the page at ``here``."""
    document = index.documents[claim.document]
    words = index.words
    said = shown(index, document, claim.quote)
    return Quotation(
        claim=claim.id,
        quote=words.quoted(said),
        short=opening(said, SHORT),
        lang=document.language,
        dir=direction(document.language),
        outlet=apart(index, document),
        date=words.when(document.meta.published, "short"),
        says=voice(index, claim),
        href=link(here, article_path(claim.document), f"c-{claim.id}"),
        figure=document.quote(figure.span) if (figure := foremost(claim)) else "",
        status=index.status(claim.id),
    )


def foremost(claim: Claim) -> Figure | None:
    """The figure by which a claim is told: its first, a count before a duration."""
    return min(claim.figures, key=_lesser, default=None)


def _lesser(figure: Figure) -> bool:
    """Whether a figure is seldom the point of a claim that states another one too."""
    return figure.kind in _SELDOM


def passage(index: Index, relation: Relation, claim: str, here: str) -> Passage:
    """A relation as it is shown beside ``claim`` on the page at ``here``."""
    far = index.claims[other(relation, claim)]
    status = status_of(relation)
    return Passage(
        id=f"r-{claim}-{far.id}",
        status=status,
        relation=index.words.label("relation", status),
        far=quotation(index, far, here),
        reason=typographic(relation.reason),
        origin=shared_origin(index, relation),
        maker=maker(index, relation),
        band=band(index, relation),
        bands=link(here, METHOD, "bands"),
        compare=comparison(index, relation, claim, here),
        report=report(index, relation),
    )


def comparison(index: Index, relation: Relation, claim: str, here: str) -> str:
    """Leads to ``claim`` where its article stands beside the other; empty for one and the same."""
    ends = (index.document_of(relation.a), index.document_of(relation.b))
    if ends[0] is ends[1]:
        return ""
    left, right = sorted(ends, key=when_key)
    return link(here, compare_path(left.slug, right.slug), f"c-{claim}")


def compare_path(left: str, right: str) -> str:
    """File of the page that sets two articles side by side, the earlier on the left."""
    return f"compare/{left}/{right}/index.html"


def source_line(passage: Passage) -> str:
    """The line above a passage's quotation: outlet, date, who says so."""
    return f"{passage.far.outlet}, {passage.far.date} · {passage.far.says}"


def shown(index: Index, document: Document, text: str) -> str:
    """Source text as displayed: quotation marks made curly where the frame's language is its own.

    Other languages quote in other ways; theirs are left as they stand.
    """
    own = document.language.split("-")[0] == index.words.language
    return typographic(text) if own else text


def report(index: Index, relation: Relation) -> str:
    """Address for "report this link", from the archive's contact; empty without one."""
    contact = index.archive.site.contact
    if safe(contact):
        return contact
    if "@" not in contact:
        return ""
    subject = f"{index.archive.site.title}: c-{relation.a} / c-{relation.b}"
    return f"mailto:{contact.removeprefix('mailto:')}?subject={url_quote(subject)}"
