"""Captures × articles -> what of a capture was left out, what stands in none, what changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from variorum import revisions, segment
from variorum.load import CONTROL
from variorum.model import Correction, Document, Line, Paragraph, Revision, Span


def hashes(documents: tuple[Document, ...], captures: Mapping[str, bytes]) -> dict[str, str]:
    """sha256 of every capture that an article names and the folder holds."""
    named = {capture.file for document in documents for capture in document.meta.captures}
    return {
        name: hashlib.sha256(data).hexdigest()
        for name in sorted(named)
        if (data := captures.get(name)) is not None
    }


def furniture_and_absent(
    document: Document, paragraphs: tuple[Paragraph, ...], captures: Mapping[str, bytes]
) -> tuple[tuple[Line, ...], tuple[Span, ...]]:
    """What of the last capture the article left out, and what it has that is not there."""
    last = document.meta.captures[-1].file if document.meta.captures else ""
    data = captures.get(last)
    if data is None:
        return (), ()
    raw = _read(data)
    sentences = [sentence for part in paragraphs[1:] for sentence in part.sentences]
    absent = [sentences[n] for n in segment.absent(raw, tuple(map(document.quote, sentences)))]
    if absent and document.meta.corrections:
        mended = _mended(raw, document.meta.corrections)
        still = segment.absent(mended, tuple(map(document.quote, absent)))
        absent = [absent[n] for n in still]
    body = document.text.partition("\n\n")[2]
    return segment.furniture(raw, body, document.language), tuple(absent)


def changes(document: Document, captures: Mapping[str, bytes]) -> tuple[Revision, ...]:
    """What the outlet changed from each capture of an article to the next."""
    held = [captures.get(capture.file) for capture in document.meta.captures]
    if len(held) < 2:
        return ()
    texts = [() if raw is None else segment.wording(_read(raw)) for raw in held]
    return tuple(
        Revision(n, revisions.between(texts[n], texts[n + 1]))
        for n in range(len(held) - 1)
        if held[n] is not None and held[n + 1] is not None
    )


def _read(capture: bytes) -> str:
    """The text of a capture, without what no article may hold."""
    return CONTROL.sub("", capture.decode("utf-8-sig", "replace"))


def _mended(raw: str, corrections: Iterable[Correction]) -> str:
    """The capture as it reads with its scraping faults repaired."""
    for correction in corrections:
        words = r"\s+".join(map(re.escape, correction.wrong.split()))
        raw = re.sub(words, correction.right.replace("\\", r"\\"), raw)
    return raw
