"""Scored pairs -> what is published and what is held back for an editor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from variorum.relations.align import Alignment
from variorum.relations.judgement import Judgement

LEAD = 0.3
"""How much of its lead over the next best partners of both claims counts for a pair: one that
stands out from all others of its articles is likelier right than one of many alike."""
CLEAR = 0.2
"""A lead over one rival that says as much as any: beyond it the rest may only be short."""
_Sides = tuple[tuple[str, str], tuple[str, str]]


@dataclass(slots=True)
class Scored:
    """Two claims that are likely about one matter."""

    sure: float
    """What they share, 0 to 1."""
    aligned: Alignment
    judge: Callable[[Alignment], Judgement]
    copied: bool
    """Whether a run of words stands in both that nobody writes alike by chance."""
    score: float
    """What they share, and their lead: 0 to 1."""
    lead: float = 0.0
    """How far they are ahead of what either claim has next best in the other article, both
    added up; negative where a better one is there."""
    judged: Judgement | None = None
    """What they are to each other, once ``verdict`` was asked for."""

    @property
    def verdict(self) -> Judgement:
        """What they are to each other, judged when it is first asked for: of most pairs never."""
        if self.judged is None:
            self.judged = self.judge(self.aligned)
        return self.judged


class Rivals:
    """The two best partners that each claim has in each other article."""

    __slots__ = ("_best", "_floor")

    def __init__(self, found: Iterable[Scored], floor: float) -> None:
        """``floor`` is the score below which pairs are not known."""
        self._floor = floor
        best: dict[tuple[str, str], tuple[float, float]] = {}
        unknown = floor, floor
        for one in found:
            sure = one.sure
            for side in _sides(one.aligned):
                first, second = best.get(side, unknown)
                if sure > second:
                    best[side] = (sure, first) if sure > first else (first, sure)
        self._best = best

    def beside(self, one: Scored) -> Scored:
        """A pair with its lead."""
        sure, lead, unknown = one.sure, 0.0, (self._floor, self._floor)
        for side in _sides(one.aligned):
            first, second = self._best.get(side, unknown)
            lead += min(CLEAR, sure - (first if sure < first else second))
        score = round(min(1.0, max(0.0, sure + LEAD * lead)), 3)
        return Scored(sure, one.aligned, one.judge, one.copied, score, lead, one.judged)


def choose(
    found: Sequence[Scored], publishable: Callable[[Scored], bool], floor: float
) -> tuple[list[Scored], list[Scored]]:
    """Published pairs and all others, each with its lead and in the order worth reading.

    Of each claim at most one partner in each other article is published, the best that may
    be. Conflicts go first: a reader must not miss one because the same words also agree with
    something. An editor first meets the likeliest partner of every claim, then the next.
    ``floor`` is the score below which pairs were left out.
    """
    rivals = Rivals(found, floor)
    ranked = sorted(map(rivals.beside, found), key=_order)
    taken: set[tuple[str, str]] = set()
    published: set[int] = set()
    fit = [number for number, one in enumerate(ranked) if publishable(one)]
    for number in sorted(fit, key=lambda n: ranked[n].verdict.type != "conflicts"):
        sides = _sides(ranked[number].aligned)
        if taken.isdisjoint(sides):
            published.add(number)
            taken.update(sides)
    return (
        [ranked[number] for number in sorted(published)],
        [one for number, one in enumerate(ranked) if number not in published],
    )


def _sides(aligned: Alignment) -> _Sides:
    """Each claim with the article of the other."""
    a, b = aligned.a.claim, aligned.b.claim
    return (a.id, b.document), (b.id, a.document)


def _order(scored: Scored) -> tuple[float, str, str]:
    whole = scored.sure + LEAD * scored.lead
    return -round(whole, 6), scored.aligned.a.claim.id, scored.aligned.b.claim.id
