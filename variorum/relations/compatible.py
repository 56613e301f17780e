"""Whether two claims that do not conflict hold together: one never states what the other denies."""

from __future__ import annotations

from variorum.model import Verdict
from variorum.relations.align import Alignment
from variorum.relations.profile import LEAST_WEIGHT

UNSAID = 0.5
"""Share of the words two claims share, names aside, above which they do not agree where one only
supposes or denies it."""


def compatible(found: Alignment, verdict: Verdict) -> bool:
    """Whether readers may be told that two claims agree, or differ in period or scope.

    What one leaves open, or only supposes, never agrees with what the other states; and a claim
    that denies something stands beside one that denies nothing only where that one does not
    speak of the deed denied; to differ, of nothing that is denied.
    """
    a, b = found.a.said, found.b.said
    if verdict == "corroborates" and (a.unclear != b.unclear or _apart(found) or _unreal(found)):
        return False
    if bool(a.denied) == bool(b.denied):
        return True
    denier, other = (a, found.b) if a.denied else (b, found.a)
    said = other.own | other.belongs
    if verdict == "differs" or not denier.rejected:
        return denier.denied.isdisjoint(said)
    if any(not deed.isdisjoint(said) for deed in denier.rejected):
        return False
    return not _counts(found, denier.denied) and _share(found, denier.denied) <= UNSAID


def _apart(found: Alignment) -> bool:
    """Whether each names a day or month, or counts something, and nothing of it is the same."""
    mine, other = found.a.calendar, found.b.calendar
    if mine and other and mine.isdisjoint(other):
        return True
    counts, others = ({c.figure.low for c in side.counted} for side in (found.a, found.b))
    return found.quantity is None and bool(counts and others) and counts.isdisjoint(others)


def _unreal(found: Alignment) -> bool:
    """Whether one only supposes what the other states, or tells a deed as wanted or to come that
    the other tells as done."""
    sides = ((found.a, found.b), (found.b, found.a))
    if any(
        key in found.shared and other.does(key, word)
        for one, other in sides
        for key, word in one.undone.items()
    ):
        return True
    return any(
        _share(found, one.supposed - other.supposed) > UNSAID
        or any(found.a.keys[key] >= LEAST_WEIGHT for key in found.shared & one.replaced)
        for one, other in sides
    )


def _counts(found: Alignment, keys: frozenset[str]) -> bool:
    """Whether the figures by which two claims agree count what is among some keys."""
    match = found.quantity
    return match is not None and any(
        not keys.isdisjoint((*side.things, f"{side.figure.low or 0:g}"))
        for side in (match.a, match.b)
    )


def _share(found: Alignment, keys: frozenset[str]) -> float:
    """Share of the words two claims have in common, names and numerals aside, by weight."""
    weights = found.a.keys
    plain = found.shared - found.a.named - found.b.named
    whole = sum([weights[key] for key in plain])
    return sum([weights[key] for key in plain & keys]) / whole if whole else 0.0
