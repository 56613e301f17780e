"""Whether one claim lays a deed at the door of somebody who denies it in the other."""

from __future__ import annotations

from variorum.relations.polarity import who
from variorum.relations.profile import Profile

REACH = 5
"""Words beside the one that charges somebody among which stands who is charged."""
OBJECT = 8
"""Words behind it among which "on" may stand ("blamed the raid of Monday on Norland")."""


def charge(a: Profile, b: Profile) -> bool:
    """Whether one charges, by the verb they stand at, those who deny a deed in the other.

    Who is only spoken of beside an allegation is not charged, and who denies "the allegations"
    denies no deed by which to tell that it is these.
    """
    return any(
        not (charged(other).isdisjoint(denier.said.denier) or other.said.denied)
        and _one_deed(denier, other)
        for denier, other in ((a, b), (b, a))
    )


def charged(side: Profile) -> frozenset[str]:
    """Names, groups and seats of those whom a claim charges with something."""
    words = side.words
    found: set[str] = set()
    for number in range(side.first, side.last):
        first, last = _place(side, number)
        found.update(who(words.entries[first:last], words.lexicon) if first < last else ())
    return frozenset(found)


def _place(side: Profile, number: int) -> tuple[int, int]:
    """The words among which stands whom one word charges; none where it charges nobody."""
    small, framing = side.words.small, side.words.lexicon.framing
    charges, word = framing.charges, small[number]
    before = max(side.first, number - REACH)
    if word in charges.answerable:
        return before, number
    if word not in charges.verbs:
        return 0, 0
    if number > side.first + 1 and side.words.entries[number - 1].key in framing.passive:
        # Of "Tamm, a friend of Lund, who is accused" nobody knows here who is.
        return (before, number - 1) if small[number - 2] not in charges.relative else (0, 0)
    upon = [
        k for k in range(number + 1, min(side.last, number + OBJECT)) if small[k] in charges.upon
    ]
    if upon:
        return upon[0] + 1, min(side.last, upon[0] + 1 + REACH)
    last = min(side.last, number + 1 + REACH)
    until = [k for k in range(number + 1, last) if small[k] in charges.until]
    return number + 1, until[0] if until else last


def _one_deed(denier: Profile, other: Profile) -> bool:
    """Whether a word for what one denies, names and words of blame aside, stands in the other."""
    said, blame = denier.said, denier.words.lexicon.framing.blame
    return any(
        term.kind == "word"
        and term.key in said.denied
        and blame.isdisjoint(term.families)
        and (term.key in other.keys or not other.belongs.isdisjoint(term.families))
        for term in denier.terms
    )
