"""The sentences that an article's page shows, and which claims begin in each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from variorum.model import ARTICLE_ROLES, Claim, Document, Span
from variorum.views.index import Index
from variorum.views.text import pieces


def sentences(index: Index, document: Document) -> list[tuple[Span, int]]:
    """The sentences its page shows, each with the number of its block there."""
    claims = index.claims_of.get(document.slug, ())
    paragraphs = index.paragraphs.get(document.slug, ())
    excerpt = index.excerpt(document)
    blocks = [block.span for block in pieces(document, paragraphs)]
    if excerpt:
        held = {
            n
            for claim in claims
            for n in range(
                max(0, bisect_right(blocks, claim.sentence.start, key=_start) - 1),
                bisect_right(blocks, claim.sentence.end - 1, key=_start),
            )
        }
        # The headline, which comes first, is shown in any case.
        blocks = [block for n, block in enumerate(blocks) if not n or n in held]
    sentences = [
        sentence
        for paragraph in paragraphs
        if paragraph.role in ARTICLE_ROLES
        for sentence in paragraph.sentences
    ]
    telling = {claim.sentence for claim in claims}
    return [
        (sentence, number)
        for sentence in sentences
        for number in [bisect_right(blocks, sentence.start, key=_start) - 1]
        if number >= 0 and (not excerpt or number == 0 or sentence in telling)
    ]


def _start(span: Span) -> int:
    return span.start


def begun(claims: Iterable[Claim], spans: Sequence[Span]) -> list[list[Claim]]:
    """For each of these sentences, which stand in order, the claims that begin in it."""
    found: list[list[Claim]] = [[] for _ in spans]
    for claim in claims:
        at = bisect_right(spans, claim.span.start, key=_start) - 1
        if at >= 0 and claim.span.start < spans[at].end:
            found[at].append(claim)
    return found
