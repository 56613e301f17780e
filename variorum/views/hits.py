"""What the search page reads of an article: its sentences, and the claims in each.

The index knows which claims hold a word (``variorum.positions``); here are their words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256

from variorum.interface import direction
from variorum.model import EDITOR, PROGRAM, Claim, Document, File, Span
from variorum.views import guide
from variorum.views.catalogue import Filed, Profile, Profiles, catalogue
from variorum.views.index import Index, other, status_of, when_key
from variorum.views.notes import parts
from variorum.views.numerals import figures
from variorum.views.passages import quotation, shown
from variorum.views.people import outlet, speakers_of, with_bodies
from variorum.views.sentences import begun, sentences
from variorum.views.text import displayed
from variorum.views.variants import Variant
from variorum.views.whence import origins_of, teller

PATH = "search/index.html"
"""File of the search page."""
FOLDER = "search/claims"
CATALOGUE = "search/catalogue.json"
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
    says: str
    """Both in words, as every other page says them."""
    tie: str
    """Its sharpest relation in words, how many more are of its status and how many are not;
    else what it repeats; empty without either."""
    repeats: str
    """The claim of its article that it only repeats, without a relation of its own; else empty."""
    by: str
    """Who marked it, in words; empty when the program did."""
    matters: tuple[str, ...]
    """Slugs of the matters it belongs to."""


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

    slug: str
    title: str
    outlet: str
    """As lists know it."""
    date: str
    """Short form, uncertainty included."""
    month: str
    """Month of the first day it can be from, ``YYYY-MM``; empty when unknown."""
    lang: str
    dir: str
    sentences: tuple[HitSentence, ...]
    also: tuple[Variant, ...]
    """Its hidden words, in the order in which the page holds them."""
    figures: tuple[Variant, ...]
    """Its figures in one notation (``numerals``)."""
    names: tuple[tuple[str, ...], ...]
    """Each speaker, origin and body above them with the other forms of the name, in the order of
    the page."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the article page tells the index beside its text."""

    also: str
    """Words by which the article must be found though it does not hold them."""
    names: str
    """Who speaks in it and what it rests on, in every form of the name."""


def month_of(document: Document) -> str:
    """Month of the first day the article can be from, ``YYYY-MM``; empty when unknown."""
    day = when_key(document)[0]
    return "" if day == "9999" else day[:7]


def files(index: Index) -> tuple[File, ...]:
    """The catalogue, the guide, and ``search/claims/<n>.json`` for every article by its number
    in the catalogue."""
    found = [hits(index, document) for document in sorted(index.archive.documents, key=when_key)]
    filed = [_filed(index, article) for article in found]
    profiles = Profiles(filed)
    matters = guide.matters(index)
    places = {slug: n for n, (slug, *_) in enumerate(matters["rows"])}
    read = [
        File(f"{FOLDER}/{n}.json", _json(index, article, profiles, places))
        for n, article in enumerate(found)
    ]
    words = guide.words(tuple(s.text for s in article.sentences) for article in found)
    read += [File(guide.MATTERS, _packed(matters)), File(guide.WORDS, _packed(words))]
    record = asdict(catalogue(filed, profiles, index.words.language))
    record["bodies"] = _bodies(index, found)
    record["units"] += tuple(index.words.table["search"]["units"])
    record["guided"] = len(matters["rows"]) <= guide.FEW
    # A browser that kept an older article of the same number must not show it for this one.
    record["version"] = sha256(b"".join(file.data for file in read)).hexdigest()[:8]
    return (File(CATALOGUE, _packed(record)), *read)


def _bodies(index: Index, articles: Iterable[Hits]) -> dict[str, tuple[str, ...]]:
    """Each name that is a part of bodies -> those bodies."""
    names = {name for article in articles for name, *_ in article.names}
    names.update(article.outlet for article in articles)
    return {name: bodies for name in sorted(names) if (bodies := index.bodies(name))}


def _filed(index: Index, article: Hits) -> Filed:
    facets = (tuple(_profile(index, c) for c in sentence.claims) for sentence in article.sentences)
    return Filed(article.outlet, article.month, tuple(facets))


def _profile(index: Index, claim: HitClaim) -> Profile:
    said, rested = (with_bodies(index, names) for names in (claim.speakers, claim.origins))
    return claim.status, claim.kind, said, rested


def _json(index: Index, found: Hits, profiles: Profiles, matters: Mapping[str, int]) -> bytes:
    """The record without what is empty: a reader waits for these bytes."""
    record = {name: getattr(found, name) for name in Hits.__slots__}
    record["sentences"] = [
        {
            "text": sentence.text,
            "paragraph": sentence.paragraph,
            "claims": [_record(index, c, profiles, matters) for c in sentence.claims],
        }
        for sentence in found.sentences
    ]
    for name in ("also", "figures"):
        record[name] = [(row.written, row.others, row.sentences) for row in getattr(found, name)]
    return _packed(record)


def _record(
    index: Index, claim: HitClaim, profiles: Profiles, matters: Mapping[str, int]
) -> dict[str, object]:
    """The claim with the places of its facets and matters."""
    held = {name: getattr(claim, name) for name in HitClaim.__slots__}
    held["matters"] = tuple(matters[slug] for slug in claim.matters if slug in matters)
    kept = {k: v for k, v in held.items() if v not in ("", ())}
    return {**kept, "profile": profiles.number(_profile(index, claim))}


def _packed(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def hits(index: Index, document: Document) -> Hits:
    """Everything of one article that its page shows, sentence by sentence."""
    spans = sentences(index, document)
    claims = index.claims_of.get(document.slug, ())
    text = displayed(document, shown(index, document, document.text))
    starting = begun(claims, [span for span, _ in spans])
    return Hits(
        slug=document.slug,
        title=shown(index, document, document.meta.title),
        outlet=index.listed(outlet(index, document)),
        date=index.words.when(document.meta.published, "short"),
        month=month_of(document),
        lang=document.language,
        dir=direction(document.language),
        sentences=tuple(
            HitSentence(
                text[span.start : span.end], block, tuple(_claim(index, c, span) for c in here)
            )
            for (span, block), here in zip(spans, starting, strict=True)
        ),
        also=_variants(index, document, spans),
        figures=figures(
            text,
            [span for span, _ in spans],
            [figure for claim in claims for figure in claim.figures],
            document.language,
        ),
        names=tuple((name, *forms) for name, forms in _names(index, claims)),
    )


def indexed(index: Index, document: Document) -> Indexed:
    """Hidden words of one article's page."""
    found = _variants(index, document, sentences(index, document))
    claims = index.claims_of.get(document.slug, ())
    return Indexed(
        also=" ".join(other for variant in found for other in variant.others),
        names="; ".join(form for name, forms in _names(index, claims) for form in (name, *forms)),
    )


def _names(index: Index, claims: Iterable[Claim]) -> list[tuple[str, tuple[str, ...]]]:
    """Everyone these claims are attributed to or rest on and the bodies they are parts of, each
    with the forms of the name."""
    found: set[str] = set()
    for claim in claims:
        found.update(with_bodies(index, (*speakers_of(index, claim), *origins_of(index, claim))))
    return [(name, index.forms.get(name, ())) for name in sorted(found)]


def _variants(
    index: Index, document: Document, spans: list[tuple[Span, int]]
) -> tuple[Variant, ...]:
    texts = (document.quote(span) for span, _ in spans)
    return index.families.variants(texts, document.language)


def _claim(index: Index, claim: Claim, sentence: Span) -> HitClaim:
    return HitClaim(
        id=claim.id,
        start=claim.span.start - sentence.start,
        end=min(claim.span.end, sentence.end) - sentence.start,
        kind=claim.kind,
        status=index.status(claim.id),
        speakers=speakers_of(index, claim),
        origins=origins_of(index, claim),
        says=teller(index, claim),
        tie=_tie(index, claim),
        repeats=_repeats(index, claim),
        by=_maker(index, claim),
        matters=tuple(matter.slug for matter in index.matters.get(claim.id, ())),
    )


def _maker(index: Index, claim: Claim) -> str:
    if claim.made_by == PROGRAM:
        return ""
    if claim.made_by == EDITOR:
        return index.words.say("ledger.by_an_editor")
    return index.words.say("ledger.by_editor", name=index.editor(claim.made_by))


def _tie(index: Index, claim: Claim) -> str:
    relations = index.relations.get(claim.id, ())
    if repeats := _repeats(index, claim):
        quote = quotation(index, index.claims[repeats], PATH).quote
        return index.words.say("search.repeats", quote=clipped(quote))
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
    held = [status_of(relation) for relation in relations]
    more = held.count(held[0]) - 1
    tie = words.count("search.tie_more", more, tie=tie) if more else tie
    others = parts(index, held[more + 1 :])
    return words.say("search.tie_others", tie=tie, parts=others) if others else tie


def _repeats(index: Index, claim: Claim) -> str:
    return "" if claim.id in index.relations else index.restates.get(claim.id, "")


def clipped(quote: str) -> str:
    """The beginning of a quotation, cut between words, its closing mark kept."""
    if len(quote) <= _CLIP:
        return quote
    start = quote[:_CLIP].rsplit(" ", 1)[0].rstrip(",;:—– ")
    return f"{start} …{quote[-1]}"
