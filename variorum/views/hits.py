"""What the search page reads of an article: its sentences, and the claims in each.

The index knows which articles hold a word and where; these files turn that into claims.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from variorum.interface import direction
from variorum.model import ARTICLE_ROLES, Claim, Document, File, Span
from variorum.views.index import Index, other, status_of, when_key
from variorum.views.passages import quotation, shown
from variorum.views.people import origins_of, outlet
from variorum.views.text import pieces
from variorum.views.variants import Variant, variants

PATH = "search/index.html"
"""File of the search page."""
FOLDER = "search/claims"
_CLIP = 72
"""Characters of the far passage that a result shows."""


@dataclass(frozen=True, slots=True)
class HitClaim:
    """A claim as a search result."""

    id: str
    start: int
    """First code point in its sentence."""
    end: int
    kind: str
    status: str
    """Its sharpest status."""
    speakers: tuple[str, ...]
    """Who says so, nearest first; empty when the article does."""
    origins: tuple[str, ...]
    """Everything it is known to rest on."""
    tie: str
    """Its sharpest relation in words, and how many more there are; empty without one."""


@dataclass(frozen=True, slots=True)
class HitSentence:
    """A sentence and the claims that begin in it."""

    text: str
    paragraph: int
    """Number of its block on the page; 0 is the headline."""
    claims: tuple[HitClaim, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """One article, as the search page reads it."""

    title: str
    outlet: str
    date: str
    """Short form, uncertainty included."""
    day: str
    """First day it can have been published, for sorting; empty when unknown."""
    month: str
    """Month of that day, ``YYYY-MM``; empty when unknown."""
    lang: str
    dir: str
    sentences: tuple[HitSentence, ...]
    also: tuple[Variant, ...]
    """Its hidden words, in the order in which the page holds them."""
    names: tuple[tuple[str, tuple[str, ...]], ...]
    """(speaker or origin, other forms of the name), of those that have any."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the article page tells the index beside its text."""

    filters: tuple[tuple[str, str], ...]
    """(facet, value)."""
    day: str
    also: str
    """Words by which the article must be found though it does not hold them."""
    names: str
    """Who speaks in it and what it rests on, in every form of the name."""


def month_of(document: Document) -> str:
    """Month of the first day the article can be from, ``YYYY-MM``; empty when unknown."""
    day = when_key(document)[0]
    return "" if day == "9999" else day[:7]


def speakers(index: Index, claim: Claim) -> tuple[str, ...]:
    """Everyone a claim is attributed to, by preferred name."""
    return tuple(dict.fromkeys(index.name(speaker) for speaker in claim.attributed_to))


def files(index: Index) -> tuple[File, ...]:
    """``search/claims/<slug>.json`` for every article."""
    return tuple(
        File(f"{FOLDER}/{document.slug}.json", _json(hits(index, document)))
        for document in index.archive.documents
    )


def _json(found: Hits) -> bytes:
    """The record as it stands, without what is empty: a reader waits for these bytes."""
    record = asdict(found)
    for sentence in record["sentences"]:
        sentence["claims"] = [
            {k: v for k, v in c.items() if v not in ("", ())} for c in sentence["claims"]
        ]
    record["also"] = [(v.written, v.others, v.sentences) for v in found.also]
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def hits(index: Index, document: Document) -> Hits:
    """Everything of one article that its page shows, sentence by sentence."""
    spans = _sentences(index, document)
    claims = index.claims_of.get(document.slug, ())
    text = shown(index, document, document.text)
    day = when_key(document)[0]
    return Hits(
        title=shown(index, document, document.meta.title),
        outlet=outlet(index, document),
        date=index.words.when(document.meta.published, "short"),
        day="" if day == "9999" else day[:10],
        month=month_of(document),
        lang=document.language,
        dir=direction(document.language),
        sentences=tuple(
            HitSentence(
                text[span.start : span.end],
                paragraph,
                tuple(_claim(index, c, span) for c in claims if _begins(c, span)),
            )
            for span, paragraph in spans
        ),
        also=_variants(index, document, spans),
        names=tuple((name, forms) for name, forms in _names(index, claims) if forms),
    )


def indexed(index: Index, document: Document) -> Indexed:
    """Facets, date and hidden words of one article's page."""
    claims = index.claims_of.get(document.slug, ())
    filters = {("outlet", outlet(index, document)), ("month", month_of(document))}
    for claim in claims:
        filters |= {("kind", claim.kind), ("status", index.status(claim.id))}
        filters |= {("speaker", name) for name in speakers(index, claim)}
        filters |= {("origin", name) for name in origins_of(index, claim)}
    also = _variants(index, document, _sentences(index, document))
    return Indexed(
        filters=tuple(sorted(pair for pair in filters if pair[1])),
        day=when_key(document)[0][:10],
        also=" ".join(other for variant in also for other in variant.others),
        names="; ".join(form for name, forms in _names(index, claims) for form in (name, *forms)),
    )


def _names(index: Index, claims: Iterable[Claim]) -> list[tuple[str, tuple[str, ...]]]:
    """Everyone these claims are attributed to or rest on, each with the forms of the name."""
    forms = {entry.name: entry.also for entry in index.archive.authorities.names}
    found = {name for claim in claims for name in speakers(index, claim)}
    found.update(name for claim in claims for name in origins_of(index, claim))
    return [(name, forms.get(name, ())) for name in sorted(found)]


def _variants(
    index: Index, document: Document, spans: list[tuple[Span, int]]
) -> tuple[Variant, ...]:
    texts = (document.quote(span) for span, _ in spans)
    return variants(texts, document.language, index.archive.authorities)


def _sentences(index: Index, document: Document) -> list[tuple[Span, int]]:
    """The sentences its page shows, each with the number of its block there."""
    claims = index.claims_of.get(document.slug, ())
    paragraphs = index.paragraphs.get(document.slug, ())
    excerpt = (document.meta.display or index.archive.site.display) == "excerpt"
    held = {claim.sentence for claim in claims}
    blocks = [
        block.span
        for block in pieces(document, paragraphs)
        if not excerpt or block.tag == "h1" or any(block.span.overlaps(c.span) for c in claims)
    ]
    sentences = [
        sentence
        for paragraph in paragraphs
        if paragraph.role in ARTICLE_ROLES
        for sentence in paragraph.sentences
    ]
    return [
        (sentence, number)
        for sentence in sentences
        for number in [bisect_right(blocks, sentence.start, key=_start) - 1]
        if number >= 0 and (not excerpt or number == 0 or sentence in held)
    ]


def _start(span: Span) -> int:
    return span.start


def _begins(claim: Claim, sentence: Span) -> bool:
    return sentence.start <= claim.span.start < sentence.end


def _claim(index: Index, claim: Claim, sentence: Span) -> HitClaim:
    return HitClaim(
        id=claim.id,
        start=claim.span.start - sentence.start,
        end=min(claim.span.end, sentence.end) - sentence.start,
        kind=claim.kind,
        status=index.status(claim.id),
        speakers=speakers(index, claim),
        origins=origins_of(index, claim),
        tie=_tie(index, claim),
    )


def _tie(index: Index, claim: Claim) -> str:
    relations = index.relations.get(claim.id, ())
    if not relations:
        return ""
    first = relations[0]
    far = quotation(index, index.claims[other(first, claim.id)], PATH)
    words = index.words
    tie = words.say(
        "search.tie",
        relation=words.label("relation", status_of(first)),
        outlet=far.outlet,
        quote=clipped(far.quote),
    )
    more = len(relations) - 1
    return words.count("search.tie_more", more, tie=tie) if more else tie


def clipped(quote: str) -> str:
    """The beginning of a quotation, cut between words, its closing mark kept."""
    if len(quote) <= _CLIP:
        return quote
    start = quote[:_CLIP].rsplit(" ", 1)[0].rstrip(",;:—– ")
    return f"{start} …{quote[-1]}"
