"""Chronologies set into an article: entries under dates, which are background, not its report."""

from __future__ import annotations

from variorum.claims import dates
from variorum.claims.words import Words
from variorum.model import Document, Paragraph, Span

_FEWEST = 4
"""Dated entries that make a chronology; fewer may be chance."""
_LONGEST_DATE = 6
"""Words at the head of a sentence in which its date must stand."""
_MARKS = frozenset(":-–—")


def outside(
    document: Document, words: Words, paragraphs: tuple[Paragraph, ...]
) -> tuple[tuple[Span, ...], ...]:
    """For each paragraph its sentences without those of a chronology."""
    entries = [
        [n for n, span in enumerate(paragraph.sentences) if _is_entry(document, words, span)]
        for paragraph in paragraphs
    ]
    listed = sum(1 for numbers in entries if numbers[:1] == [0]) >= _FEWEST
    kept = []
    for paragraph, numbers in zip(paragraphs, entries, strict=True):
        stop = len(paragraph.sentences)
        if len(numbers) >= _FEWEST or (listed and numbers[:1] == [0]):
            stop = numbers[0]
        kept.append(paragraph.sentences[:stop])
    return tuple(kept)


def _is_entry(document: Document, words: Words, sentence: Span) -> bool:
    """Whether a sentence opens with a date that is no part of its first clause."""
    span = words.within(sentence)
    if not span or not dates.may_open(words, span.start, document.language):
        return False
    head = range(span.start, min(span.stop, span.start + _LONGEST_DATE))
    found = dates.find(words, head, document.meta.published, document.language)
    if not found or found[0].first != span.start or found[0].last + 1 >= span.stop:
        return False
    dated = any(
        len(word) == 4 and word.isdecimal() for word in words.folded[head.start : found[0].last + 1]
    )
    after = words.raw(found[0].last + 1)
    return dated and (after[0].isupper() or after in _MARKS)
