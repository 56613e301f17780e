"""Two claims in like words but for one: "six men were rescued", "six women were rescued"."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from variorum.languages.framing import Framing
from variorum.languages.lexicon import CALENDAR_WEIGHT, YEAR_WEIGHT, Entry, Lexicon
from variorum.relations.align import Alignment
from variorum.relations.profile import LEAST_WEIGHT

LONGEST = 60
"""Words of a claim that are laid beside the other's."""
ALIKE = 0.75
"""Share of both, by weight, that must stand in one order before any other word counts."""
LIKE = 0.4
"""The same before words of which only one can hold count ("before", "after")."""
RUN = 2
"""Words beside the place that must stand in both."""
WIDEST = 3
"""Words that may take each other's place."""
DEED_WEIGHT = 0.1
"""Commoner words name nothing that is done."""
BETWEEN = 5
"""Words from who does something to whom, the deed between them."""
STEM = 4
"""First letters by which two words are held to be forms of one."""


class Place(NamedTuple):
    """Which words of each claim, by number, stand where the other has others."""

    a: range
    b: range


_Sides = tuple[Sequence[Entry], Sequence[Entry]]


def contrast(
    found: Alignment, lexicon: Lexicon, aside: frozenset[str] = frozenset()
) -> Place | None:
    """The words by which two claims that are else alike part; None where none exclude others.

    Words of the families ``aside`` are left out, and not counted.
    """
    if min(found.cover) < LIKE or len(found.shared) < RUN:
        return None
    a, b = (_without(aside, side.entries[:LONGEST]) for side in (found.a, found.b))
    places, common = _places(a, b)
    whole = _weight(a) + _weight(b)
    for place in places:
        sides = [a[n] for n in place.a], [b[n] for n in place.b]
        rest = whole - _weight(sides[0]) - _weight(sides[1])
        alike = 2 * common / rest if rest else 0.0
        parts = alike >= LIKE and _exclusive(sides, lexicon)
        if parts or (alike >= ALIKE and (_other(sides, found, lexicon) or _numbers(sides, found))):
            return place
    return _swapped(found, a, b) if min(found.cover) >= ALIKE else None


def _places(a: Sequence[Entry], b: Sequence[Entry]) -> tuple[list[Place], float]:
    """Where two rows of words part, and the weight of what stands in both in one order.

    The same whichever row comes first.
    """
    keys = [entry.key for entry in a], [entry.key for entry in b]
    if keys[1] < keys[0]:
        places, common = _places(b, a)
        return [Place(other, one) for one, other in places], common
    steps = SequenceMatcher(None, *keys, autojunk=False).get_opcodes()
    equal = [(step[0] == "equal") * (step[2] - step[1]) for step in steps]
    common = sum([_weight(a[step[1] : step[2]]) for step in steps if step[0] == "equal"])
    places = []
    for number, (kind, first, last, begin, end) in enumerate(steps):
        beside = max(equal[max(0, number - 1) : number + 2])
        if kind == "replace" and beside >= RUN and max(last - first, end - begin) <= WIDEST:
            places.append(Place(range(first, last), range(begin, end)))
    return places, common


def _without(aside: frozenset[str], row: list[Entry]) -> list[Entry]:
    return [e for e in row if aside.isdisjoint(e.families)] if aside else row


def _weight(entries: Sequence[Entry]) -> float:
    return sum([entry.weight for entry in entries])


def _exclusive(sides: _Sides, lexicon: Lexicon) -> bool:
    """Whether the two are members of one group of which only one can hold ("north", "south")."""
    a, b = ({entry.key for entry in side} for side in sides)
    if _measured(a, b, lexicon.framing):
        return not any(entry.kind == "number" for side in sides for entry in side)
    return any(
        not group.isdisjoint(a) and not group.isdisjoint(b) and group.isdisjoint(a & b)
        for group in lexicon.framing.exclusive
    )


def _measured(a: set[str], b: set[str], framing: Framing) -> bool:
    """Whether each names a unit of one sort, and not the same ("12 miles", "12 kilometres")."""
    rows, others = (
        {framing.scales[key][0] for key in side & framing.scales.keys()} for side in (a, b)
    )
    return not rows.isdisjoint(others) and a.isdisjoint(b)


def _other(sides: _Sides, found: Alignment, lexicon: Lexicon) -> bool:
    """Whether both hold content words of one sort, and none akin or said elsewhere in the other."""
    a, b = (_content(side, lexicon) for side in sides)
    if not a or not b or {e.kind for e in a} != {e.kind for e in b}:
        return False
    if any(entry.key in found.b.own for entry in a) or any(e.key in found.a.own for e in b):
        return False
    families, others = ({f for entry in side for f in entry.families} for side in (a, b))
    # Of two words that belong to no family nobody knows whether they say the same.
    unknown = a[0].kind == "word" and not (families and others)
    if unknown or not families.isdisjoint(others):
        return False
    return not any(_forms(x.key, y.key) for x in a for y in b)


def _swapped(found: Alignment, a: Sequence[Entry], b: Sequence[Entry]) -> Place | None:
    """Who does to another in one claim what that one does in the other, both in one voice."""
    framing = found.a.words.lexicon.framing
    mine, other = _deeds(a, framing), _deeds(b, framing)
    for deed in sorted(mine.keys() & other.keys()):
        one, two = mine[deed], other[deed]
        who, whom = _keys(a, one.before), _keys(a, one.behind)
        by, to = _keys(b, two.before), _keys(b, two.behind)
        if one.passive == two.passive and who & to and whom & by and not who & by:
            return Place(one.before, two.before)
    return None


class _Deed(NamedTuple):
    """What stands before and behind a word that may be what is done."""

    before: range
    behind: range
    passive: bool
    """Whether it is told as done to who stands before it."""


def _deeds(row: Sequence[Entry], framing: Framing) -> dict[str, _Deed]:
    """Every word with content close before and behind, by its key."""
    content = [n for n in range(len(row)) if _keys(row, range(n, n + 1))]
    found: dict[str, _Deed] = {}
    for place in range(1, len(content) - 1):
        before, deed, behind = content[place - 1 : place + 2]
        if row[deed].kind != "word" or behind - before > BETWEEN:
            continue
        last = content[min(place + 2, len(content) - 1)]
        done = range(behind, last + 1 if last - deed <= BETWEEN else behind + 1)
        helped = {entry.key for entry in row[max(0, deed - 2) : deed]}
        passive = not framing.passive.isdisjoint(helped)
        found.setdefault(row[deed].key, _Deed(_name(row, before), done, passive))
    return found


def _keys(row: Sequence[Entry], place: range) -> set[str]:
    return {row[n].key for n in place if row[n].weight >= DEED_WEIGHT and row[n].kind != "number"}


def _name(row: Sequence[Entry], last: int) -> range:
    """A word, or a name with all its words, by its last."""
    first = last
    while first and row[first].kind == row[first - 1].kind == "name":
        first -= 1
    return range(first, last + 1)


def _numbers(sides: _Sides, found: Alignment) -> bool:
    """Whether both give a number there, and none of those that are compared as figures."""
    a, b = ({entry.key for entry in side if entry.kind == "number"} for side in sides)
    match = found.quantity
    compared = {f"{side.figure.low or 0:g}" for side in (match.a, match.b)} if match else set[str]()
    return bool(a and b) and a.isdisjoint(b) and compared.isdisjoint(a | b)


def _forms(x: str, y: str) -> bool:
    """Whether two keys are forms of one word."""
    return x[:STEM] == y[:STEM] or x.startswith(y) or y.startswith(x)


def _content(side: Sequence[Entry], lexicon: Lexicon) -> list[Entry]:
    """The words that say of what is spoken; years, but no other number and no day of a week."""
    return [
        entry
        for entry in side
        if entry.weight >= LEAST_WEIGHT
        and (entry.kind != "number" or entry.weight == YEAR_WEIGHT)
        and entry.weight != CALENDAR_WEIGHT
        and entry.key not in lexicon.numerals
    ]
