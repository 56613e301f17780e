"""The blocks of an article: its words with the claims marked, and the notes beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from variorum import marks
from variorum.interface import direction
from variorum.marks import Mark, html
from variorum.model import STATUSES, Claim, Document, Run, Span, Status
from variorum.views.fit import (
    Fit,
    Slot,
    head_height,
    head_offset,
    open_notes,
    text_height,
    text_offset,
)
from variorum.views.index import Index
from variorum.views.notes import Note, closed_height, heights, note, noted, showing
from variorum.views.passages import shown
from variorum.views.text import Piece, displayed, excerpted, pieces, within


@dataclass(frozen=True, slots=True)
class Fold:
    """The one line under a paragraph that opens its notes on narrow screens."""

    status: Status
    label: str
    """The sharpest note: its status and outlets."""
    notes: str
    """How many notes, in words."""


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
    attributes: str
    """HTML attributes of its tag, each with a blank before it."""


@dataclass(frozen=True, slots=True)
class Body:
    """An article's blocks, headline first."""

    blocks: tuple[ParagraphView, ...]
    drift: float
    """How far below its claim the furthest note stands, in rem, as estimated."""
    end: float
    """Where the last note ends below the top of the article, in rem, as estimated."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """Every note, in order."""
        return tuple(note for block in self.blocks for note in block.notes)


def body(index: Index, document: Document, path: str, *, excerpt: bool) -> Body:
    """The blocks of an article; of an excerpt, only the sentences that hold claims."""
    claims = index.claims_of.get(document.slug, ())
    turned = _turned(index, document)
    blocks = pieces(document, index.paragraphs.get(document.slug, ()), turned)
    if excerpt:
        blocks = excerpted(blocks, claims)
    notes, fit = _notes(index, document, blocks, path)
    text = displayed(document, shown(index, document, document.text))
    kept = sorted({c.sentence for c in claims}) if excerpt else None
    found = [mark(index, claim) for claim in claims]
    views = []
    for number, (piece, here) in enumerate(zip(blocks, within(blocks, found), strict=True)):
        beside = tuple(
            notes[m.claim] for m in here if m.claim in notes and m.span.start >= piece.span.start
        )
        words = words_of(index, text, piece, here, kept)
        views.append(replace(_view(index, piece, number, words, beside), attributes=turned))
    return Body(tuple(views), fit.drift, fit.end)


def _view(
    index: Index, piece: Piece, number: int, words: str, notes: tuple[Note, ...]
) -> ParagraphView:
    return ParagraphView(
        before=piece.before,
        after=piece.after,
        tag=piece.tag,
        kind=piece.kind,
        html=words,
        number=number,
        notes=_leading(notes),
        fold=_fold(index, notes),
        attributes="",
    )


def _turned(index: Index, document: Document) -> str:
    """The attribute of text that runs against the direction of the frame; else nothing."""
    own = direction(document.language)
    return "" if own == direction(index.words.language) else f' dir="{own}"'


def mark(index: Index, claim: Claim) -> Mark:
    """A claim as the article page draws it, with the number that leads to its note."""
    relations = index.relations.get(claim.id, ())
    number = index.number[claim.id]
    words = index.words
    statuses = index.statuses[claim.id]
    parts = words.label("status", statuses[0]).lower()
    if relations:
        passages = words.count("n.passages", len(relations))
        label = words.say("article.ref_linked", number=number, parts=parts, passages=passages)
        href = f"#n-{claim.id}"
    elif repeated := index.restates.get(claim.id):
        there = index.number[repeated]
        label = words.say("article.ref_restates", number=number, parts=parts, other=there)
        href = f"#c-{repeated}"
    else:
        label, href = words.say("article.ref_unlinked", number=number), f"#c-{claim.id}"
    held = " ".join(statuses)
    after = marks.number(claim.id, number, held, href, label)
    return Mark(claim.id, claim.span, statuses[0], held, after)


def words_of(
    index: Index, text: str, piece: Piece, found: list[Mark], shows: list[Span] | None
) -> str:
    """A block's HTML; of an excerpted one only the sentences that hold claims."""
    if shows is None or piece.tag == "h1":
        return html(text, piece.runs, found)
    gap = f" {index.words.say('article.excerpt_gap')} "
    return gap.join(
        html(text, [_cut(run, span) for run in piece.runs if run.span.overlaps(span)], found)
        for span in shows
        if span.overlaps(piece.span)
    )


def _cut(run: Run, span: Span) -> Run:
    kept = Span(max(run.span.start, span.start), min(run.span.end, span.end))
    return Run(kept, run.styles, run.href)


def _leading(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """The notes of a paragraph, those marked that one tap on its fold is to show.

    That is every conflict with a passage; where none is, and none is open, the sharpest note.
    """
    led = {n.claim for n in notes if n.status == "conflicts" and n.first}
    if notes and not led and not any(n.open for n in notes):
        led = {_sharpest(notes).claim}
    return tuple(replace(n, leads=n.claim in led) for n in notes)


def _sharpest(notes: tuple[Note, ...]) -> Note:
    return min(notes, key=lambda n: STATUSES.index(n.status))


def _fold(index: Index, notes: tuple[Note, ...]) -> Fold | None:
    if not notes:
        return None
    sharpest = _sharpest(notes)
    label = f"{index.words.label('status_short', sharpest.status)}: {sharpest.who}"
    return Fold(sharpest.status, label, index.words.count("n.notes", len(notes)))


def _notes(
    index: Index, document: Document, blocks: list[Piece], path: str
) -> tuple[dict[str, Note], Fit]:
    """The note of each linked claim, those with room for it open; and how they come to stand."""
    drawn: list[Note] = []
    slots: list[Slot] = []
    claims = [c for c in index.claims_of.get(document.slug, ()) if noted(index, c)]
    top = 0.0
    for number, (piece, here) in enumerate(zip(blocks, within(blocks, claims), strict=True)):
        words = document.quote(piece.span)
        for claim in here:
            if claim.span.start < piece.span.start:
                continue
            new = note(index, claim, path)
            begins = claim.span.start - piece.span.start
            offset = text_offset(words, begins) if number else head_offset(words, begins)
            urgent = new.status == "conflicts" and bool(new.first)
            slots.append(Slot(top + offset, heights(new), urgent, closed_height(new)))
            drawn.append(new)
        top += text_height(words) if number else head_height(words)
    fit = open_notes(slots)
    placed = zip(drawn, fit.opened, strict=True)
    return {n.claim: showing(index, n, most) if most else n for n, most in placed}, fit
