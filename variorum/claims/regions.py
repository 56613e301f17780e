"""Which part of a sentence states something, once what says who said it is set aside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.claims.attribution import Attribution
from variorum.claims.words import Words
from variorum.model import Paragraph, Span


@dataclass(frozen=True, slots=True)
class Region:
    """Words ``first`` to ``last`` of a sentence."""

    first: int
    last: int
    act: Span | None = None
    """What is said, where saying it is itself the point and the speaker stays inside."""


def by_paragraph(
    told: Sequence[Attribution], paragraphs: Sequence[Paragraph]
) -> list[list[Attribution]]:
    """For each paragraph the attributions whose content or cue stands in it."""
    begins = [paragraph.span.start for paragraph in paragraphs]
    out: list[list[Attribution]] = [[] for _ in paragraphs]
    for attribution in told:
        places = (attribution.sentence, *attribution.content)
        for number in sorted({max(0, bisect_right(begins, span.start) - 1) for span in places}):
            out[number].append(attribution)
    return out


def of(words: Words, sentence: Span, told: Sequence[Attribution]) -> list[Region]:
    """The regions of a sentence, in order.

    A cue at the edge of what it hands on is left out; one in its middle stays, because
    leaving it out would tear the words apart. Where saying it is the deed (a denial, a
    promise), the whole stays together.
    """
    span = words.within(sentence)
    if not span:
        return []
    cuts: list[tuple[int, int]] = []
    acts: list[tuple[int, int, Span]] = []
    for attribution in told:
        if attribution.sentence != sentence or attribution.cue.start == attribution.cue.end:
            continue
        cue = words.within(attribution.cue)
        inside = [words.within(c) for c in attribution.content]
        if not cue or not any(inside):
            continue
        before = any(c and c.start < cue.start for c in inside)
        after = any(c and c.stop > cue.stop for c in inside)
        if attribution.act:
            ends = [cue.start, cue.stop, *(e for c in inside for e in (c.start, c.stop))]
            acts.append((min(ends), max(ends), attribution.content[0]))
        elif not (before and after):
            cuts.append((cue.start, cue.stop))
    return _between(span, sorted(cuts), acts)


def _between(
    span: range, cuts: Sequence[tuple[int, int]], acts: Sequence[tuple[int, int, Span]]
) -> list[Region]:
    regions, begin = [], span.start
    for first, stop in [*cuts, (span.stop, span.stop)]:
        if first > begin:
            act = next((a[2] for a in acts if a[0] >= begin and a[0] < first), None)
            regions.append(Region(begin, first - 1, act))
        begin = max(begin, stop)
    return regions
