"""The article page: the text with its claims marked, and what stands beside each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from variorum import charts
from variorum.interface import direction
from variorum.languages import pack
from variorum.marks import Mark, html
from variorum.model import STATUSES, Claim, Document, Run, Span, Status
from variorum.views.fit import Slot, note_height, open_notes, text_height, text_offset
from variorum.views.frame import Page, article_path, frame
from variorum.views.hits import Indexed, indexed
from variorum.views.index import Index
from variorum.views.notes import Note, note
from variorum.views.passages import shown, source_line
from variorum.views.people import chain, outlet
from variorum.views.source import Source, source
from variorum.views.text import Piece, pieces

_MOST_NOTES = 60
"""Notes up to which each hangs on the one before: a browser's time grows with their square."""
_MOST_DRIFT = 48.0
"""How far below its claim a note may come to stand, in rem."""
_HEAD_HEIGHT = 16.0
"""Height of headline, byline and strip, in rem, for placing the first notes."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims hold a status."""

    status: Status
    label: str
    n: int


@dataclass(frozen=True, slots=True)
class Fold:
    """The one line under a paragraph that opens its notes on narrow screens."""

    status: Status
    label: str
    """The sharpest note: its status and outlets."""
    more: str
    """How many further notes, in words; empty where there is one."""


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A block of the article and its notes."""

    before: str
    """HTML that opens what encloses it (lists, quotations)."""
    after: str
    """HTML that closes what ends with it."""
    tag: str
    """``p``, ``h2`` … ``h6``, ``pre`` or ``hr``."""
    kind: str
    """CSS class: ``standfirst`` or empty."""
    html: str
    """Its words with the marks."""
    number: int
    """From 1; 0 is the headline."""
    notes: tuple[Note, ...]
    fold: Fold | None


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in the table after the text."""

    claim: str
    number: int
    quote: str
    kind: str
    says: str
    status: Status
    label: str
    statuses: str


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
    relies: tuple[str, ...]
    """Names of its origins, as the start of a chain that ends with this article."""
    chain_end: str
    strip: str
    """SVG."""
    tally: tuple[Count, ...]
    """Claims by sharpest status; only those that occur."""
    filters: tuple[Count, ...]
    """Claims by each status they hold, all six."""
    claims: tuple[Row, ...]
    ledger_title: str
    total: int
    display: str
    """``full``, ``excerpt`` or ``private``."""
    anchored: bool
    """Whether each note stands at its claim; otherwise one line a paragraph opens its notes."""
    reads: bool
    """Whether the program reads the article's language."""
    indexed: Indexed


def article(index: Index, document: Document) -> Page:
    """The page of one article."""
    path = article_path(document.slug)
    claims = index.claims_of.get(document.slug, ())
    display = document.meta.display or index.archive.site.display
    blocks = pieces(document, index.paragraphs.get(document.slug, ()))
    notes, drift = _notes(index, document, blocks, path)
    marks = [_mark(index, claim) for claim in claims]
    text = shown(index, document, document.text)
    if display == "excerpt":
        blocks = [p for p in blocks if p.tag == "h1" or _holds(p, claims)]
    shows = _sentences(claims) if display == "excerpt" else None
    rows = [_block(index, text, n, b, marks, notes, shows) for n, b in enumerate(blocks)]
    title = shown(index, document, document.meta.title)
    name = f"{title} ({outlet(index, document)})"
    view = ArticleView(
        slug=document.slug,
        lang=document.language,
        dir=direction(document.language),
        language=index.words.language_name(document.language),
        outlet=outlet(index, document, short=False),
        tags=document.meta.tags,
        headline=rows[0],
        paragraphs=tuple(rows[1:]),
        source=source(index, document),
        relies=tuple(index.name(origin.name) for origin in document.meta.origins),
        chain_end=index.words.say("article.chain_here", outlet=outlet(index, document)),
        strip=strip(index, claims),
        tally=tally(index, claims),
        filters=tuple(
            Count(status, index.words.label("status_short", status), n)
            for status in STATUSES
            for n in [sum(status in index.statuses[c.id] for c in claims)]
        ),
        claims=tuple(_row(index, document, claim) for claim in claims),
        ledger_title=index.words.say("ledger.title_n", n=len(claims)),
        total=len(claims),
        display=display,
        anchored=len(notes) <= _MOST_NOTES and drift <= _MOST_DRIFT,
        reads=pack(document.language) is not None,
        indexed=indexed(index, document),
    )
    style = _anchors(rows) if view.anchored else ""
    around = frame(index, path, name, section="articles", description=title, style=style)
    return Page(path, "article.html", around, view)


def tally(index: Index, claims: tuple[Claim, ...]) -> tuple[Count, ...]:
    """Claims counted by their sharpest status, those that occur, in words."""
    counted = [index.status(claim.id) for claim in claims]
    return tuple(
        Count(status, index.words.say(f"tally.{status}", n=counted.count(status)), n)
        for status in STATUSES
        if (n := counted.count(status))
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


def _mark(index: Index, claim: Claim) -> Mark:
    relations = index.relations.get(claim.id, ())
    number = index.number[claim.id]
    words = index.words
    statuses = index.statuses[claim.id]
    if relations:
        label = words.say(
            "article.ref_linked",
            number=number,
            parts=words.label("status", statuses[0]).lower(),
            passages=words.count("n.passages", len(relations)),
        )
        href = f"#n-{claim.id}"
    elif claim.restates in index.number:
        label = words.say("article.ref_restates", number=number, other=index.number[claim.restates])
        href = f"#c-{claim.restates}"
    else:
        label, href = words.say("article.ref_unlinked", number=number), f"#c-{claim.id}"
    return Mark(
        claim.id, claim.span, statuses[0], " ".join(statuses), number, href, label, bool(relations)
    )


def _block(
    index: Index,
    text: str,
    number: int,
    piece: Piece,
    marks: list[Mark],
    drawn: dict[str, Note],
    shows: list[Span] | None,
) -> ParagraphView:
    here = [m for m in marks if m.span.overlaps(piece.span)]
    notes = tuple(drawn[m.claim] for m in here if m.linked and m.span.start >= piece.span.start)
    return ParagraphView(
        before=piece.before,
        after=piece.after,
        tag=piece.tag,
        kind=piece.kind,
        html=_words(index, text, piece, here, shows),
        number=number,
        notes=notes,
        fold=_fold(index, notes),
    )


def _words(
    index: Index, text: str, piece: Piece, marks: list[Mark], shows: list[Span] | None
) -> str:
    """A block's HTML; of an excerpted one only the sentences that hold claims."""
    if shows is None or piece.tag == "h1":
        return html(text, piece.runs, marks)
    gap = f" {index.words.say('article.excerpt_gap')} "
    return gap.join(
        html(text, [_cut(run, span) for run in piece.runs if run.span.overlaps(span)], marks)
        for span in shows
        if span.overlaps(piece.span)
    )


def _cut(run: Run, span: Span) -> Run:
    kept = Span(max(run.span.start, span.start), min(run.span.end, span.end))
    return Run(kept, run.styles, run.href)


def _sentences(claims: tuple[Claim, ...]) -> list[Span]:
    return sorted({claim.sentence for claim in claims})


def _holds(piece: Piece, claims: tuple[Claim, ...]) -> bool:
    return any(piece.span.overlaps(claim.span) for claim in claims)


def _fold(index: Index, notes: tuple[Note, ...]) -> Fold | None:
    if not notes:
        return None
    sharpest = min(notes, key=lambda n: STATUSES.index(n.status))
    label = f"{index.words.label('status_short', sharpest.status)}: {sharpest.who}"
    more = index.words.say("article.fold_more", n=len(notes) - 1) if len(notes) > 1 else ""
    return Fold(sharpest.status, label, more)


def _row(index: Index, document: Document, claim: Claim) -> Row:
    statuses = index.statuses[claim.id]
    return Row(
        claim=claim.id,
        number=index.number[claim.id],
        quote=shown(index, document, claim.quote),
        kind=index.words.label("kind", claim.kind),
        says=chain(index, claim) or index.words.say("frame.speaker_none"),
        status=statuses[0],
        label=index.words.label("status_short", statuses[0]),
        statuses=" ".join(statuses),
    )


def _notes(
    index: Index, document: Document, blocks: list[Piece], path: str
) -> tuple[dict[str, Note], float]:
    """The note of each linked claim, those with room for it open; and how far they drift."""
    drawn: list[Note] = []
    slots: list[Slot] = []
    claims = [c for c in index.claims_of.get(document.slug, ()) if c.id in index.relations]
    top = 0.0
    for number, piece in enumerate(blocks):
        words = document.quote(piece.span)
        for claim in claims:
            if not piece.span.start <= claim.span.start < piece.span.end:
                continue
            new = note(index, claim, path)
            offset = text_offset(words, claim.span.start - piece.span.start)
            slots.append(
                Slot(
                    top + (offset if number else 0),
                    note_height((source_line(p), p.far.quote, p.reason) for p in new.first),
                    new.status == "conflicts",
                )
            )
            drawn.append(new)
        top += text_height(words) if number else _HEAD_HEIGHT
    opened, drift = open_notes(slots)
    return {n.claim: replace(n, open=o) for n, o in zip(drawn, opened, strict=True)}, drift


def _anchors(rows: list[ParagraphView]) -> str:
    """The page's own style sheet: each note tied to its claim and to the note before it."""
    found = [n for row in rows for n in row.notes]
    return "".join(
        f"#c-{n.claim}{{--c:--c{i}}}#n-{n.claim}{{--c:--c{i};--n:--n{i};--p:--n{i - 1}}}"
        for i, n in enumerate(found, 1)
    )
