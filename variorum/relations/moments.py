"""Whether two figures that exclude each other are of one thing at one moment."""

from __future__ import annotations

from variorum.languages.lexicon import Lexicon
from variorum.relations.align import Alignment, days_apart
from variorum.relations.profile import Profile
from variorum.relations.quantities import TOLL, Match, estimated, exact, exclude, ratio, running

RIVAL_COVER = 0.3
"""Share of both claims that must stand in the other before rival figures exclude each other."""
ONE_MOMENT = 1.5
"""Exact counts further apart than this are of two moments or scopes, not rivals for one."""
ONE_MATTER = 2.0
"""The same where MATTER_COVER of both claims stands in the other."""
MATTER_COVER = 0.45
GROUP_COVER = 0.5
"""Share of one claim that must stand in the other before both count one group."""
SHRUNK_COVER = 0.15
"""Share of both that must stand in the other before a later toll takes back an earlier least."""
SETTLED = 30
"""Days after the end of a happening from which its toll no longer grows."""
OCCASION = 31
"""Days that one happening lasts at most."""
TOLL_COVER = 0.2
"""Share of both that must stand in the other before their tolls clash."""


def one_moment(found: Alignment, match: Match, lexicon: Lexicon) -> bool:
    """Whether two figures that exclude each other are of one thing at one moment."""
    counts = match.a.figure.kind == "count"
    if counts and match.a.persons and match.b.persons and not one_length(found):
        return False
    if running(match, lexicon) and not _over(found):
        if found.later:
            return _shrunk(found, match)
        if not lexicon.growth.isdisjoint(found.a.belongs | found.b.belongs):
            return False
    if match.closeness < 2 or not exclude(match):
        return False
    if not found.alone and not (
        one_mood(found) and bool(found.a.said.denied) == bool(found.b.said.denied)
    ):
        return False
    if counts and not one_name(found):
        return False
    if estimated(match, lexicon) and found.time != "apart":
        return exact(match) and not (found.a.tellers and found.a.tellers == found.b.tellers)
    if match.closeness == TOLL and found.time == "same" and not found.alone:
        tied = min(found.cover) >= TOLL_COVER
        return tied and (not exact(match) or ratio(match) <= ONE_MOMENT)
    if min(found.cover) < RIVAL_COVER and not _one_group(found, match):
        return False
    if match.a.figure.kind != "count":
        return True
    if lexicon.happenings.isdisjoint(found.alike):
        return False
    apart = ONE_MATTER if min(found.cover) >= MATTER_COVER else ONE_MOMENT
    return found.alone or not exact(match) or ratio(match) <= apart


def _one_group(found: Alignment, match: Match) -> bool:
    """Whether reports of one day count the same group of the main happening's persons."""
    mine, other = match.a.figure.noun, match.b.figure.noun
    if mine != other or match.a.groups.isdisjoint(match.b.groups):
        return False
    both = found.a.main and found.b.main and found.time == "same" and not found.later
    return both and max(found.cover) >= GROUP_COVER


def _over(found: Alignment) -> bool:
    """Whether what both date had ended long before either reports it, so that no count grows."""
    a, b = found.a, found.b
    if found.time != "same" or not (a.day and b.day):
        return False
    first = min(a.day, b.day)
    growing = a.words.lexicon.framing.perfect
    if any(not growing.isdisjoint(s.words.small[s.first : s.last]) for s in (a, b)):
        return False
    ends = sorted(side.claim.when.latest for side in (a, b) if side.claim.when is not None)
    past = [end for end in ends if end and end < first and days_apart(end, first) > SETTLED]
    return len(past) > 1 or (bool(past) and past[0][:4] in a.numbers & b.numbers)


def one_name(found: Alignment) -> bool:
    """Whether both share a name, or one has none by which to tell it from the other."""
    a, b = found.a.names, found.b.names
    return not (a and b) or not a.isdisjoint(b)


def one_length(found: Alignment) -> bool:
    """Whether both count one occasion, or both what befell over a longer time ("this year")."""
    return _lasts(found.a) == _lasts(found.b)


def _lasts(side: Profile) -> bool:
    """Whether a claim tells of longer than an occasion takes."""
    if side.period is not None and side.period.days > OCCASION:
        return True
    when = side.claim.when
    if when is None or not (when.earliest and when.latest):
        return False
    return days_apart(when.earliest, when.latest) > OCCASION


def _shrunk(found: Alignment, match: Match) -> bool:
    """Whether the later of two tolls of one thing is below what the earlier gave as the least."""
    early, late = match.a.figure, match.b.figure
    if found.b.day < found.a.day:
        early, late = late, early
    least = SHRUNK_COVER if early.high is None else TOLL_COVER
    tied = match.closeness == TOLL and min(found.cover) >= least
    if not tied or found.time != "same" or late.high is None:
        return False
    return late.low == late.high and late.high * ONE_MOMENT >= (early.low or 0.0) > late.high


def one_mood(found: Alignment) -> bool:
    """Whether both say that something is so, or both that it will be."""
    return found.a.mood == found.b.mood and "conditional" not in found.a.mood
