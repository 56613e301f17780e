"""Passages named by their words -> where those words stand.

White space is folded, and so are quotation marks and apostrophes, which keyboards and
outlets set differently; every other character must agree. Words that have changed are looked for
by ``wording``, and followed where ``drift`` allows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.drift import follows
from variorum.model import Claim, Document, Quoted, Span
from variorum.wording import Wording, wording

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
    """Why it has none; beside a span, how the words about it or in it have changed."""
    remedy: str = ""


class Finder:
    """Finds quoted passages in a set of documents, folding each document once."""

    __slots__ = ("_documents", "_folded", "_wordings")

    def __init__(self, documents: tuple[Document, ...]) -> None:
        self._documents = {document.slug: document for document in documents}
        self._folded: dict[str, Folded] = {}
        self._wordings: dict[str, Wording] = {}

    def place(self, at: Quoted) -> Place:
        """The one place of a passage: where its words stand, else where they stand but little
        changed, in nothing that decides what they say."""
        document = self._documents.get(at.article)
        if document is None:
            remedy = "Write the name of a content file without its ending"
            return Place(at.article, None, f'there is no article "{at.article}"', remedy)
        if at.article not in self._folded:
            self._folded[at.article] = folded(document)
        text = self._folded[at.article]
        spans = text.find(at)
        if len(spans) == 1:
            return Place(at.article, spans[0])
        anywhere = spans or text.find(Quoted(at.article, at.quote))
        if not anywhere:
            return self._moved(document, at)
        if len(anywhere) > 1:
            fault = f'"{at.quote}" stands {len(anywhere)} times in {at.article}'
            fault += "" if spans or not (at.prefix or at.suffix) else ", nowhere between these"
            return Place(at.article, None, fault, "Add the words before or after: prefix, suffix")
        fault = f'the words before or after "{at.quote}" have changed'
        return Place(at.article, anywhere[0], fault, "Correct prefix and suffix, or remove them")

    def _moved(self, document: Document, at: Quoted) -> Place:
        """Where words that stand nowhere may have gone."""
        if document.slug not in self._wordings:
            self._wordings[document.slug] = wording(document)
        near = self._wordings[document.slug].nearest(at.quote)
        fault = f'"{at.quote}" does not stand in {document.slug}'
        remedy = "Copy the words from the article as it is now"
        if near is None:
            return Place(document.slug, None, fault, remedy)
        now = document.quote(near)
        if follows(at.quote, now, document.language):
            return Place(document.slug, near, f'"{at.quote}" now reads "{now}"', remedy)
        fault = f'{fault}; the nearest words are "{now}"'
        remedy = "Look whether it still holds; copy the words as they are now, or remove it"
        return Place(document.slug, None, fault, remedy)


LEAST_OVERLAP = 0.5
"""Share of two spans' union that they must have in common to be about one statement."""
SAME_CLAIM = 2 / 3
"""The same share from which they are one claim, where nothing that decides it differs."""


def claim_at(span: Span, claims: Iterable[Claim]) -> Claim | None:
    """Of one document's claims, the one with this span, else the one that overlaps it best."""
    best = max(
        claims, key=lambda claim: (_overlap(span, claim.span), -claim.span.start), default=None
    )
    return best if best and _overlap(span, best.span) >= LEAST_OVERLAP else None


def _overlap(one: Span, other: Span) -> float:
    """Share of the union of two spans that lies in both."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / max(1, max(one.end, other.end) - min(one.start, other.start))


@dataclass(frozen=True, slots=True)
class Named:
    """The claim that a passage names."""

    claim: Claim | None
    """None where no claim says the same."""
    near: Claim | None = None
    """The nearest claim, where it is cut otherwise or says another thing."""


def named(span: Span, words: str, claims: Sequence[Claim], language: str) -> Named:
    """Which of one document's claims ``words``, which stand at ``span``, name.

    It is the claim with this span or these words, whatever quotation marks stand round it;
    else the one that overlaps it by two thirds and differs in nothing that decides it.
    """
    near = [claim for claim in claims if claim.span.overlaps(span)]
    same = (claim for claim in near if bare(claim.quote) == bare(words))
    exact = next((claim for claim in near if claim.span == span), next(same, None))
    if exact:
        return Named(exact)
    best = claim_at(span, near)
    if best is None:
        return Named(None)
    if _overlap(span, best.span) >= SAME_CLAIM and follows(words, best.quote, language):
        return Named(best, best)
    return Named(None, best)


def bare(words: str) -> str:
    """The words folded, without the quotation marks round them."""
    return fold(words).strip("\"' ")
