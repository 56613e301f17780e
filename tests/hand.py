"""Documents, claims and relations made by hand, so that tests of later stages need no engine."""

from __future__ import annotations

import re

from variorum import edtf
from variorum.model import (
    Claim,
    Document,
    Event,
    Metadata,
    Paragraph,
    Relation,
    Span,
    claim_id,
)


def document(slug: str, *paragraphs: str, published: str = "") -> Document:
    """A document titled by its slug."""
    text = "\n\n".join((slug.title(), *paragraphs))
    return Document(slug, text, Metadata(slug.title(), published=edtf.read(published)))


def paragraphs(made: Document) -> tuple[Paragraph, ...]:
    """Its paragraphs; a sentence ends at each full stop."""
    found = []
    for match in re.finditer(r"[^\n]+", made.text):
        sentences = tuple(
            Span(match.start() + s.start(), match.start() + s.end())
            for s in re.finditer(r"[^.\s][^.]*\.?", match.group())
        )
        found.append(
            Paragraph(Span(match.start(), match.end()), "body" if found else "headline", sentences)
        )
    return tuple(found)


def claim(made: Document, quote: str, nth: int = 0, **fields) -> Claim:
    """A claim at the n-th place where its words stand."""
    start = -1
    for _ in range(nth + 1):
        start = made.text.index(quote, start + 1)
    span = Span(start, start + len(quote))
    parts = paragraphs(made)
    number = next(n for n, part in enumerate(parts) if part.span.covers(span))
    sentence = next(s for s in parts[number].sentences if s.overlaps(span))
    families = fields.pop("families", ())
    return Claim(
        claim_id(made.slug, quote, nth), made.slug, span, quote, fields.pop("kind", "event"),
        sentence, number, event=Event(families=families), **fields,
    )  # fmt: skip


def relation(one: Claim, other: Claim, type_: str = "corroborates", **fields) -> Relation:
    """A relation of the program between two claims."""
    a, b = sorted((one.id, other.id))
    independence = fields.pop("independence", "unknown" if type_ == "corroborates" else None)
    return Relation(
        a, b, type_, independence, fields.pop("origin", ""), fields.pop("reason", "Because."),
        fields.pop("score", 0.8), **fields,
    )  # fmt: skip
