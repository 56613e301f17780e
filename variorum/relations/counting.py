"""What the figures of a claim count: of whom, where, and what befell them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain, zip_longest

from variorum.model import Figure
from variorum.relations.periods import clause
from variorum.relations.polarity import Words
from variorum.relations.profile import Counted

LEAST_WEIGHT = 0.08
"""Commoner words of a unit name nothing."""
FIGURES = 40
"""Figures of one claim that are compared; a table without stops may have thousands."""
NEAR = 10
"""Words within which a figure stands beside a name."""
REJECTED = 4
"""Words that a rejection reaches ("instead of the prescribed 26")."""
CLAUSE = 8
"""Words on either side of a figure in which what happened to those it counts is looked for."""
_NOTHING: frozenset[str] = frozenset()
_HEADS = frozenset(("count", "bare"))


class Counting:
    """The figures of one document."""

    __slots__ = ("_starts", "_units", "_words")

    def __init__(self, words: Words, starts: Sequence[int]) -> None:
        """``starts`` are the offsets of the words."""
        self._words = words
        self._starts = starts
        self._units: dict[tuple[str, str], frozenset[str]] = {}

    def of(
        self, figures: Sequence[Figure], first: int, last: int
    ) -> tuple[tuple[Counted, ...], frozenset[str]]:
        """What the figures of a claim from word ``first`` to before ``last`` count.

        Besides, the numerals of those that are not said to hold.
        """
        rejected = self._rejected(first, last)
        counted = [
            self._counted(figure, first, last)
            for figure in figures[:FIGURES]
            if bisect_left(self._starts, figure.span.start) not in rejected
        ]
        return tuple(counted), frozenset(self._words.entries[n].key for n in rejected)

    def _rejected(self, first: int, last: int) -> set[int]:
        """Words of figures that do not hold: those behind "instead of", a number behind "not"."""
        words, framing = self._words, self._words.lexicon.framing
        small, found = words.small, set[int]()
        if not framing.instead.isdisjoint(small[first:last]):
            for at in range(first, last):
                if small[at] in framing.instead:
                    found.update(range(at + 1, min(last, at + 1 + REJECTED)))
        for at in words.deciding[bisect_left(words.deciding, first) :]:
            if at + 1 >= last:
                break
            plain = words.cues[at] == "not" and small[at] not in framing.loose.thing
            if plain and words.entries[at + 1].kind == "number":
                found.add(at + 1)
        return found

    def _counted(self, figure: Figure, first: int, last: int) -> Counted:
        at = bisect_left(self._starts, figure.span.start)
        entries = self._words.entries
        beside = {e.key for e in entries[max(first, at - 1) : min(last, at + 3)]}
        framing = self._words.lexicon.framing
        after = bisect_left(self._starts, figure.span.end)
        rest = not framing.remainder.isdisjoint(beside) or (
            after < last and self._words.small[after] in framing.further
        )
        things, owner = self._things(figure), self._owner(at, first, last)
        befell = self._befell(at, first, last) if figure.kind in _HEADS else _NOTHING
        lexicon = self._words.lexicon
        groups = things & lexicon.groups
        return Counted(
            figure,
            things,
            owner,
            rest,
            befell,
            # What persons are called tells what befell them (the wounded), or only what they do.
            happened=things & (lexicon.tolls if groups else lexicon.happenings),
            groups=groups,
            persons=not things.isdisjoint(lexicon.persons) or figure.noun == lexicon.person,
            nations=frozenset(map(lexicon.name, filter(lexicon.nation, figure.unit.split()))),
            tallied=lexicon.stem(figure.noun) in framing.tallies,
            # The span ends with the number or with its unit.
            offset=not framing.offset.isdisjoint(self._words.small[after : min(last, after + 2)]),
            crowd=lexicon.vague(figure.qualifier),
        )

    def _befell(self, at: int, first: int, last: int) -> frozenset[str]:
        """Families of what happened to those counted: of the nearest word of the clause."""
        tolls, words = self._words.lexicon.tolls, self._words
        ahead = clause(self._words, range(at, min(last, at + CLAUSE)))
        behind = clause(self._words, range(at - 1, max(first, at - CLAUSE) - 1, -1))
        for number in chain.from_iterable(zip_longest(ahead, behind)):
            found = tolls.intersection(words.entries[number].families) if number is not None else ()
            if found:
                return frozenset(found)
        return _NOTHING

    def _things(self, figure: Figure) -> frozenset[str]:
        key = figure.unit, figure.noun
        known = self._units.get(key)
        if known is None:
            lexicon = self._words.lexicon
            found = [lexicon.entry(m.group()) for m in lexicon.term.finditer(" ".join(key))]
            things = {e.key for e in found if e.weight >= LEAST_WEIGHT}
            if any(lexicon.nation(word) for word in figure.unit.split()):
                things.add(lexicon.person)
            known = frozenset(things.union(*(e.families for e in found)))
            self._units[key] = known
        return known

    def _owner(self, at: int, first: int, last: int) -> frozenset[str]:
        """The last name before a figure in its claim, or the first name after it."""
        end = min(last, at + NEAR)
        for number in (*range(at - 1, max(first, at - NEAR) - 1, -1), *range(at, end)):
            if self._words.entries[number].kind == "name":
                return frozenset(self._run(number, -1 if number < at else 1))
        return _NOTHING

    def _run(self, number: int, step: int) -> list[str]:
        """Names in a row, from one on."""
        entries = self._words.entries
        found = []
        while 0 <= number < len(entries) and entries[number].kind == "name":
            found.append(entries[number].key)
            number += step
        return found
