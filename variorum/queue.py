"""The relations held back, for the editor: both passages, the reason, and a ruling to paste."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Archive, Claim, Document


@dataclass(frozen=True, slots=True)
class Side:
    """One passage of a suggestion."""

    outlet: str
    article: str
    """The article's slug."""
    quote: str
    prefix: str
    """Words just before, where the quote stands more than once; else empty."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One suggestion."""

    here: Side
    there: Side
    type: str
    independence: str
    """Of a corroboration; else empty."""
    score: float
    reason: str
    ruling: str
    """YAML for below ``relations:`` in the rulings of ``here``'s article."""


def entries(archive: Archive) -> tuple[Entry, ...]:
    """Every suggestion, best first."""
    claims = {claim.id: claim for claim in archive.claims}
    documents = {document.slug: document for document in archive.documents}
    found = []
    for held in archive.suggestions:
        here, there = (
            _side(documents[claims[end].document], claims[end]) for end in (held.a, held.b)
        )
        found.append(
            Entry(
                here,
                there,
                held.type,
                held.independence or "",
                held.score,
                held.reason,
                _ruling(here, there),
            )
        )
    return tuple(found)


def as_text(found: Sequence[Entry], count: int, content: str) -> str:
    """The suggestions for people, the number of all of them above."""
    if not found:
        return "No relation is held back."
    shown = "all" if len(found) == count else f"the best {len(found)}"
    rows = [f"Held back: {count}, {shown} below. To decide on one, paste its ruling below"]
    rows.append('"relations:" in the file named, with your initials and the date.')
    for number, entry in enumerate(found, 1):
        independence = f", {entry.independence}" if entry.independence else ""
        rows += [
            "",
            f"{number}. {entry.type}{independence}, score {entry.score:.2f}: {entry.reason}",
            *(
                f"   {side.outlet or 'unknown outlet'}/{side.article}: “{side.quote}”"
                for side in (entry.here, entry.there)
            ),
            f"   {content}/{entry.here.article}.rulings.yaml",
            entry.ruling,
        ]
    return "\n".join(rows)


def _side(document: Document, claim: Claim) -> Side:
    before = ""
    if document.text.count(claim.quote) > 1:
        words = document.text[: claim.span.start].rpartition("\n")[2].split()
        before = " ".join(words[-4:])
    return Side(document.meta.outlet, document.slug, claim.quote, before)


def _ruling(here: Side, there: Side) -> str:
    """The suggestion accepted, each passage by its words; JSON's quotation marks are YAML's."""
    rows = ["  - ruling: accept", "    here:", *_quoted(here)]
    rows += ["    there:", f"      article: {_said(there.article)}", *_quoted(there)]
    return "\n".join([*rows, '    by: ""', '    on: ""'])


def _quoted(side: Side) -> list[str]:
    rows = [f"      quote: {_said(side.quote)}"]
    return [*rows, f"      prefix: {_said(side.prefix)}"] if side.prefix else rows


def _said(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
