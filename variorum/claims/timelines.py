"""Chronologies set into an article: entries under dates, which are background, not its report."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.claims import dates, wordclasses
from variorum.claims.words import Words
from variorum.model import Document

_FEWEST = 4
"""Dated entries that make a chronology; fewer may be chance."""
_LONGEST_DATE = 6
"""Words at the head of a sentence in which its date must stand."""
_MARKS = frozenset(":-–—")


def kept(
    document: Document, words: Words, paragraphs: Sequence[Sequence[range]]
) -> tuple[int, ...]:
    """How many sentences of each paragraph, given as their words, stand before a chronology."""
    entries = [
        [n for n, span in enumerate(sentences) if _is_entry(document, words, span)]
        for sentences in paragraphs
    ]
    listed = sum(1 for numbers in entries if numbers[:1] == [0]) >= _FEWEST
    return tuple(
        numbers[0] if len(numbers) >= _FEWEST or (listed and numbers[:1] == [0]) else len(sentences)
        for sentences, numbers in zip(paragraphs, entries, strict=True)
    )


def _is_entry(document: Document, words: Words, span: range) -> bool:
    """Whether a sentence opens with a date that is no part of its first clause."""
    if not (span and words.classes[span.start] & wordclasses.DATE):
        return False
    if not dates.may_open(words, span.start, document.language):
        return False
    head = range(span.start, min(span.stop, span.start + _LONGEST_DATE))
    found = dates.find(words, head, document.meta.published, document.language)
    if not found or found[0].first != span.start or found[0].last + 1 >= span.stop:
        return False
    dated = any(
        len(word) == 4 and word.isdecimal() for word in words.folded[head.start : found[0].last + 1]
    )
    after = words.written[found[0].last + 1]
    return dated and (after[0].isupper() or after in _MARKS)
