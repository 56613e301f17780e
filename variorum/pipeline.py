"""The stages in their order; the only module that knows the order."""

from __future__ import annotations

from collections.abc import Mapping

from variorum import claims, plain, relations, segment
from variorum.model import Analysis, Site

_DEFAULTS = Site(title="")


def analyse(texts: Mapping[str, str], dates: Mapping[str, str] | None = None) -> Analysis:
    """Claims and relations of cleaned texts.

    ``texts`` maps a name to an article, its headline on the first line; ``dates`` maps
    the same names to EDTF dates of publication. Nothing else is read: no authorities,
    origins or rulings of any archive.
    """
    dates = dates or {}
    documents = tuple(plain.document(name, texts[name], dates.get(name, "")) for name in sorted(texts))
    found = tuple(
        claim
        for document in documents
        for claim in claims.find(document, segment.paragraphs(document))
    )
    related = relations.relate(
        documents, found, publish_at=_DEFAULTS.publish_at, suggest_at=_DEFAULTS.suggest_at
    )
    return Analysis(found, related.relations, related.suggestions)
