"""Passages named by their words -> where those words stand.

White space is folded, and so are quotation marks and apostrophes, which keyboards and
outlets set differently; every other character must agree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.model import Claim, Document, Quoted, Span

_MARKS = str.maketrans(
    dict.fromkeys("‘’‚‛`´′", "'") | dict.fromkeys("“”„‟«»″", '"'),
)
_SPACE = re.compile(r"\s+")


def fold(words: str) -> str:
    """The words with single spaces and plain quotation marks."""
    return _SPACE.sub(" ", words).strip().translate(_MARKS)


@dataclass(frozen=True, slots=True)
class Folded:
    """A Document's text, folded, with the way back to its offsets."""

    text: str
    offsets: tuple[int, ...]
    """For each folded character the offset of the first it stands for; one more at the end."""

    def find(self, at: Quoted) -> tuple[Span, ...]:
        """Every place where the words stand whole, between ``prefix`` and ``suffix``."""
        words, prefix, suffix = fold(at.quote), fold(at.prefix), fold(at.suffix)
        found: list[Span] = []
        start = self.text.find(words) if words else -1
        while start >= 0:
            end = start + len(words)
            if self._whole(start, end) and self._between(start, end, prefix, suffix):
                found.append(Span(self.offsets[start], self.offsets[end - 1] + 1))
            start = self.text.find(words, start + 1)
        return tuple(found)

    def _whole(self, start: int, end: int) -> bool:
        """Whether neither end of the stretch cuts through a word or number."""
        text = self.text
        cut_before = start > 0 and text[start].isalnum() and text[start - 1].isalnum()
        cut_after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
        return not (cut_before or cut_after)

    def _between(self, start: int, end: int, prefix: str, suffix: str) -> bool:
        before = self.text[max(0, start - len(prefix) - 1) : start].rstrip()
        after = self.text[end : end + len(suffix) + 1].lstrip()
        return before.endswith(prefix) and after.startswith(suffix)


def folded(document: Document) -> Folded:
    """The folded text of a document."""
    text: list[str] = []
    offsets: list[int] = []
    at = 0
    for space in _SPACE.finditer(document.text):
        text.append(document.text[at : space.start()].translate(_MARKS))
        text.append(" ")
        offsets.extend(range(at, space.start() + 1))
        at = space.end()
    text.append(document.text[at:].translate(_MARKS))
    offsets.extend(range(at, len(document.text) + 1))
    return Folded("".join(text), tuple(offsets))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quoted passage stands, or why it has no one place."""

    article: str
    span: Span | None
    fault: str = ""
    remedy: str = ""


class Finder:
    """Finds quoted passages in a set of documents, folding each document once."""

    __slots__ = ("_documents", "_folded")

    def __init__(self, documents: tuple[Document, ...]) -> None:
        self._documents = {document.slug: document for document in documents}
        self._folded: dict[str, Folded] = {}

    def place(self, at: Quoted) -> Place:
        """The one place of a passage."""
        document = self._documents.get(at.article)
        if document is None:
            remedy = "Write the name of a content file without its ending"
            return Place(at.article, None, f'there is no article "{at.article}"', remedy)
        if at.article not in self._folded:
            self._folded[at.article] = folded(document)
        spans = self._folded[at.article].find(at)
        if len(spans) == 1:
            return Place(at.article, spans[0])
        if spans:
            fault = f'"{at.quote}" stands {len(spans)} times in {at.article}'
            return Place(at.article, None, fault, "Add the words before or after: prefix, suffix")
        fault = f'"{at.quote}" does not stand in {at.article}'
        return Place(at.article, None, fault, "Copy the words from the article as it is now")


LEAST_OVERLAP = 0.5
"""Share of two spans' union that they must have in common to be one claim."""


def claim_at(span: Span, claims: tuple[Claim, ...]) -> Claim | None:
    """Of one document's claims, the one with this span, else the one that overlaps it best."""
    best: tuple[float, int, str] | None = None
    chosen = None
    for claim in claims:
        if claim.span == span:
            return claim
        common = min(span.end, claim.span.end) - max(span.start, claim.span.start)
        union = max(span.end, claim.span.end) - min(span.start, claim.span.start)
        rank = (-common / union if union else 0.0, claim.span.start, claim.id)
        if common / max(union, 1) >= LEAST_OVERLAP and (best is None or rank < best):
            best, chosen = rank, claim
    return chosen
