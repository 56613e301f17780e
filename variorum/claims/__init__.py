"""Paragraphs -> claims, by an ordered list of small rules."""

from __future__ import annotations

from variorum.model import Claim, Document, Paragraph, claim_id


def find(document: Document, paragraphs: tuple[Paragraph, ...]) -> tuple[Claim, ...]:
    """The claims of one document, by span."""
    return tuple(
        Claim(
            claim_id(document.slug, document.quote(sentence)),
            document.slug,
            sentence,
            document.quote(sentence),
            "event",
            sentence,
            number,
            rule="sentence",
        )
        for number, paragraph in enumerate(paragraphs)
        for sentence in paragraph.sentences
    )
