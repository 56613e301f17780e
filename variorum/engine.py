"""Plain texts -> claims and relations: the stages that need no archive, in their order.

Apart from ``pipeline``, so that who only analyses texts need not load what makes a site.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from variorum import claims, collector, plain, relations, segment
from variorum.model import Analysis, Claim, Relation, Site

_DEFAULTS = Site(title="")


def analyse(texts: Mapping[str, str], dates: Mapping[str, str] | None = None) -> Analysis:
    """Claims and relations of cleaned texts.

    ``texts`` maps a name to an article, its headline on the first line; ``dates`` maps
    the same names to EDTF dates of publication. Nothing else is read: no authorities,
    origins or rulings of any archive.
    """
    dates = dates or {}
    documents = tuple(
        plain.document(name, texts[name], dates.get(name, "")) for name in sorted(texts)
    )
    paragraphs = segment.relabel(documents, tuple(map(segment.paragraphs, documents)))
    with collector.paused():
        parts = zip(documents, paragraphs, strict=True)
        found = tuple(claim for document, its in parts for claim in claims.find(document, its))
        related = relations.relate(
            documents, found, publish_at=_DEFAULTS.publish_at, suggest_at=_DEFAULTS.suggest_at
        )
    return Analysis(found, related.relations, related.suggestions)


def compare(a: str, b: str) -> Relation | None:
    """How two passages relate on their own; None when they are not about the same matter."""
    documents = tuple(plain.document(name, text) for name, text in (("a", a), ("b", b)))
    found = tuple(
        claim
        for document in documents
        for claim in claims.find(
            document, tuple(replace(p, role="body") for p in segment.paragraphs(document))
        )
    )
    return relations.compare(documents, found)


def explain(
    texts: Mapping[str, str], claims: Sequence[Claim], a: Claim, b: Claim
) -> tuple[str, ...]:
    """What was compared between two of the claims of ``analyse(texts)`` and what it counted."""
    documents = tuple(plain.document(name, texts[name]) for name in sorted(texts))
    return relations.explain(
        documents,
        claims,
        a,
        b,
        publish_at=_DEFAULTS.publish_at,
        suggest_at=_DEFAULTS.suggest_at,
    )
