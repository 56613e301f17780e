"""Which part of a sentence states something, once what says who said it is set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.claims import referents
from variorum.claims.attribution import Attribution
from variorum.claims.clauses import complete
from variorum.claims.grammar import OPENING, Grammar
from variorum.claims.words import Words
from variorum.model import Span

_SHORTEST = 5
"""Fewest words between the first and the last of a clause that a phrase of place or time opens."""

_SHORTEST_TOLD = 4
"""Fewest words that tell something of a speaker, the word that opens them not counted."""

_LONGEST_TOLD = 40
"""Most words of it."""


_VERBAL = frozenset({"past", "participle", "gerund"})
"""Forms at the head of what tells how or where somebody spoke."""


class Region(NamedTuple):
    """Words ``first`` to ``last`` of a sentence."""

    first: int
    last: int
    act: Span | None = None
    """What is said, where saying it is itself the point and the speaker stays inside."""
    aside: frozenset[int] = frozenset()
    """Numbers of the words that say who said it in the middle of the region."""
    speaker: bool = False
    """Whether it tells something of the speaker, and nothing that is said."""


def of(words: Words, span: range, told: Sequence[Attribution], rules: Grammar) -> list[Region]:
    """The regions of a sentence, given as its words, in order; ``told`` are its attributions.

    A cue at the edge of what it hands on is left out; one in its middle stays, because
    leaving it out would tear the words apart. Where saying it is the deed (a denial, a
    promise), or what is left is no clause, the whole stays together.
    """
    if not span:
        return []
    if not told:
        return [Region(span.start, span.stop - 1)]
    cuts: list[tuple[int, int]] = []
    acts: list[tuple[int, int, Span]] = []
    aside: set[int] = set()
    for attribution in told:
        if attribution.cue.start == attribution.cue.end:
            continue
        cue = words.within(attribution.cue)
        inside = [c for c in map(words.within, attribution.content) if c]
        if not cue or not inside or _embedded(words, cue.start, rules):
            continue
        if words.folded[cue.stop - 1] in rules.words["join"]["and"]:
            continue  # what was said before another thing is said is no lead-in to it
        content = inside[0]
        before = min([c.start for c in inside]) < cue.start
        after = max([c.stop for c in inside]) > cue.stop
        whole = complete(words, content.start, content.stop - 1, rules)
        if (before and after) or _interrupts(words, span.start, cue, rules):
            aside.update(cue)
        elif whole and before:
            cuts.append((cue.start, cue.stop))
        elif attribution.act or not whole:
            acts.append((min(cue.start, content.start), cue.stop, attribution.content[0]))
        else:
            cuts.append((cue.start, cue.stop))
    said = [
        region
        for region in _between(span, sorted(cuts), acts, frozenset(aside))
        if not cuts or _says(words, region, told, rules)
    ]
    said = [_with_speaker(words, region, rules) for region in said] if cuts else said
    return said + [part for cut in cuts for part in _introduced(words, range(*cut), rules)]


def _with_speaker(words: Words, region: Region, rules: Grammar) -> Region:
    """A region that only tells of the speaker named before it, with that name."""
    n = region.first + (words.folded[region.first] == ",")
    if words.folded[n] not in rules.words["join"]["aside"] or words.folded[n - 1] != ",":
        return region
    return Region(referents.begin(words, 0, n - 2, rules), region.last, speaker=True)


def _introduced(words: Words, cue: range, rules: Grammar) -> Iterator[Region]:
    """What a cue tells besides: "Rosa Tamm, who took over in 2027, said"."""
    for n in cue[1:]:
        if _befalls(words, n, cue.stop - 1, rules):
            yield Region(n + 1, cue.stop - 1, speaker=True)
            return
        if words.folded[n] not in rules.words["join"]["aside"] or words.folded[n - 1] != ",":
            continue
        stop = min(cue.stop, n + _LONGEST_TOLD)
        verb = next((k for k in range(n + 1, stop) if words.finite[k]), stop)
        last = next((k for k in range(verb, stop) if words.folded[k] == ","), stop) - 1
        telling = verb < stop and words.folded[verb] in rules.words["kinds"]["statement"]
        if last - n >= _SHORTEST_TOLD and not telling:
            yield Region(referents.begin(words, cue.start, n - 2, rules), last, speaker=True)


def _befalls(words: Words, n: int, last: int, rules: Grammar) -> bool:
    """ "She said as the doors were shut": whether what befell meanwhile follows word ``n``."""
    also = rules.words["join"]["as"]
    if words.folded[n] not in also or words.folded[n + 2] in also:
        return False
    return complete(words, n + 1, last, rules)


def _embedded(words: Words, first: int, rules: Grammar) -> bool:
    """Whether the cue belongs to a clause inside another ("who police believe is ..."),
    or needs what stands before it to be whole ("issued a warning that ...")."""
    n = first - 1 if words.folded[first - 1] != "," else first - 2
    join = rules.words["join"]
    before = words.folded[first - 1]
    if before in join["prepositions"] or before in join["determiners"] or before in rules.be:
        return True
    if words.folded[n] in join["that"]:
        return rules.form(words.folded[n - 1]) is None and words.folded[n - 1].isalpha()
    return words.folded[n] in join["embeds"]


def _interrupts(words: Words, first: int, cue: range, rules: Grammar) -> bool:
    """Whether a cue between commas stands after no more than a phrase of time or place."""
    if words.folded[cue.start - 1] != "," or "," not in (
        words.folded[cue.stop - 1],
        words.folded[cue.stop],
    ):
        return False
    head = words.folded[first] in rules.words["join"]["prepositions"]
    return head and not complete(words, first, cue.start - 1, rules)


def _says(words: Words, region: Region, told: Sequence[Attribution], rules: Grammar) -> bool:
    """Whether a region is handed on, or can stand beside what is."""
    span = words.span(region.first, region.last)
    if any(span.overlaps(content) for attribution in told for content in attribution.content):
        return True
    join = rules.words["join"]
    first = region.first + (words.folded[region.first] in OPENING)
    head = words.folded[first]
    if head in join["prepositions"]:
        long = region.last - region.first >= _SHORTEST
        if not long or not complete(words, region.first, region.last, rules):
            return False
        return head in join["may_open"] or _asserts(words, region, rules)
    if head in join["opens"]:  # "When asked about the leak, he said"
        return rules.form(words.folded[first + 1]) not in _VERBAL
    return rules.form(head) not in _VERBAL


def _asserts(words: Words, region: Region, rules: Grammar) -> bool:
    """Whether it has a finite verb that is no participle ("an interview broadcast Sunday").

    Behind a comma, or with a subject of its own, any form is taken for its verb.
    """
    join = rules.words["join"]
    verbs = [n for n in range(region.first, region.last + 1) if words.finite[n]]
    if not verbs or "," in words.folded[region.first : verbs[0]]:
        return bool(verbs)
    for n in range(region.first + 2, verbs[0]):
        fresh = words.folded[n - 1] not in join["prepositions"]
        if fresh and words.folded[n] in join["determiners"]:
            return True
    return any(
        rules.form(words.folded[n]) != "past" or words.folded[n] in rules.clear_past for n in verbs
    )


def _between(
    span: range,
    cuts: Sequence[tuple[int, int]],
    acts: Sequence[tuple[int, int, Span]],
    aside: frozenset[int],
) -> list[Region]:
    regions, begin = [], span.start
    for first, stop in [*cuts, (span.stop, span.stop)]:
        if first > begin:
            act = next((a[2] for a in acts if a[0] >= begin and a[0] < first), None)
            regions.append(Region(begin, first - 1, act, aside))
        begin = max(begin, stop)
    return regions
