"""Whether two claims that do not conflict hold together: one never states what the other denies."""

from __future__ import annotations

from variorum.model import Verdict
from variorum.relations.align import Alignment
from variorum.relations.moments import one_length, one_name
from variorum.relations.profile import LEAST_WEIGHT
from variorum.relations.quantities import BOUND_SPAN, Match, exact, ratio

UNSAID = 0.5
"""Share of the words two claims share, names aside, above which they do not agree where one only
supposes or denies it."""
LIKE = 0.6
"""Share of the words of each claim that must stand in the other before they only differ in time."""
FAR = 10.0
"""Exact counts further apart than this are not of one thing."""
NAMED = 2
"""Closeness of lengths of time of which readers may be told that they differ."""


def compatible(found: Alignment, verdict: Verdict) -> bool:
    """Whether readers may be told that two claims agree, or differ in period or scope.

    What one leaves open, or only supposes, never agrees with what the other states; and a claim
    that denies something stands beside one that denies nothing only where that one does not
    speak of the deed denied; to differ, of nothing that is denied.
    """
    a, b = found.a.said, found.b.said
    if verdict == "differs" and not _one_thing(found):
        return False
    if verdict == "corroborates" and (a.unclear != b.unclear or _apart(found) or _unreal(found)):
        return False
    if verdict == "corroborates" and found.quantity and _far_below(found.quantity):
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
    return found.quantity is None and (_uncounted(found) or _other_fate(found))


def _uncounted(found: Alignment) -> bool:
    """Whether both count something, and no number stands in both."""
    counts, others = ({c.figure.low for c in side.counted} for side in (found.a, found.b))
    return bool(counts and others) and counts.isdisjoint(others)


def _other_fate(found: Alignment) -> bool:
    """Whether a number stands in both, of persons to whom different things happened."""
    lexicon = found.a.words.lexicon
    fates, others = (
        [
            (one.figure.low, lexicon.tolls.intersection(lexicon.entry(unit[-1]).families))
            for one in side.counted
            if one.persons and (unit := one.figure.unit.split())
        ]
        for side in (found.a, found.b)
    )
    return any(
        low == number and mine and other and mine.isdisjoint(other)
        for low, mine in fates
        for number, other in others
    )


def _one_thing(found: Alignment) -> bool:
    """Whether two that differ in period or number tell one thing, or count one thing."""
    match = found.quantity
    if match is None:
        same_day = not found.a.calendar.isdisjoint(found.b.calendar)
        return min(found.words) >= LIKE and not (_uncounted(found) or same_day)
    if exact(match) and ratio(match) > FAR:
        return False
    if match.a.figure.kind == "duration" and match.agreement in ("equal", "covered"):
        return False  # one length of time, whenever either article says that it was
    return _one_mood(found) and one_sort(match) and _one_scope(found, match)


def _far_below(match: Match) -> bool:
    """Whether one gives only a ceiling, and the other far less: "up to 4,000", "about 2,100"."""
    for ceiling, other in ((match.a.figure, match.b.figure), (match.b.figure, match.a.figure)):
        most = ceiling.high if ceiling.low is None else None
        if most and other.high is not None and other.low is not None:
            return other.high * BOUND_SPAN < most
    return False


def _one_mood(found: Alignment) -> bool:
    """Whether both numbers are told to be so, or both only to be possible."""
    return ("conditional" in found.a.mood) == ("conditional" in found.b.mood)


def _one_scope(found: Alignment, match: Match) -> bool:
    """Whether two counts may be of one scope: not of people and of charges, of two places, or of
    a year and of a day."""
    if match.a.figure.kind != "count":
        return True
    if match.a.persons != match.b.persons:
        return False
    persons, periods = match.a.persons, found.a.period and found.b.period
    return one_name(found) and (bool(periods) or not persons or one_length(found))


def one_sort(match: Match) -> bool:
    """Whether two numbers are of one sort of thing: not shares of nothing that both name, people
    of two countries, two lengths of time, or what is counted in every contest ("votes")."""
    a, b = match.a, match.b
    kind = a.figure.kind
    if kind == "duration":
        return match.closeness >= NAMED
    if kind == "share":
        return " " in a.figure.unit and " " in b.figure.unit
    nations, others = (side.nations for side in (a, b))
    apart = nations and others and nations.isdisjoint(others)
    return not (apart or (a.tallied and b.tallied))


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
