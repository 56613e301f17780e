"""What two passages of which nothing else is known are to each other."""

from __future__ import annotations

from variorum.languages.lexicon import Lexicon
from variorum.relations.align import Alignment
from variorum.relations.judgement import Judgement

ALONE_COVER = 0.4
"""Share of the briefer passage that must stand in the other before a value is a rival."""
REDATED = 0.8
"""Share of the briefer passage's words, names aside, that the other must have to say the same
of another date."""
ONE_PERIOD = 1.15
"""Lengths of time further apart than this are two periods."""


def judge(found: Alignment, lexicon: Lexicon) -> Judgement | None:
    """Passages without a date of their own speak of one moment: another value is a rival."""
    if found.rival == "life":
        return Judgement("corroborates", "date × date", "same")
    if found.rival in ("date", "year", "calendar") and _recurs(found, lexicon):
        return Judgement("differs", "date × date", "occasions")
    if found.rival == "date":
        return Judgement("conflicts", "date × date", "number")
    if not found.rival or (max(found.cover) < ALONE_COVER and not redated(found)):
        return None
    return _replaced(found)


def _recurs(found: Alignment, lexicon: Lexicon) -> bool:
    """Whether both speak of what takes place again and again, so that another date is another."""
    return not lexicon.framing.recurring.isdisjoint(found.shared)


def _replaced(found: Alignment) -> Judgement | None:
    """A name, number or date of one passage stands in the place of another's."""
    match = found.quantity
    agree = match is not None and match.agreement != "apart"
    if found.rival == "name":
        return None if agree else Judgement("conflicts", "name × name", "named")
    if found.rival == "number" and (agree or other_period(found) or not _one_number(found)):
        return None
    reason = "figure-apart" if match and not agree else "number"
    return Judgement("conflicts", "number × number", reason)


def _one_number(found: Alignment) -> bool:
    """Whether two numbers count one thing; those read as no figure only in like words."""
    if found.quantity is not None:
        return found.quantity.closeness > 1
    both = found.a.claim.figures and found.b.claim.figures
    return not both and found.words[_briefer(found)] >= REDATED


def _briefer(found: Alignment) -> int:
    """Which side says less."""
    a, b = found.a, found.b
    return 0 if (a.weight, a.claim.id) <= (b.weight, b.claim.id) else 1


def redated(found: Alignment) -> bool:
    """Whether one of two lone passages says what the other says, but of another date."""
    if found.rival == "date":
        return True
    if found.rival not in ("year", "calendar"):
        return False
    return found.words[_briefer(found)] >= REDATED


def figured(found: Alignment) -> bool:
    """Whether two lone passages of one name share a number, or give rival ones."""
    a, b = found.a, found.b
    if a.names.isdisjoint(b.names):
        return False
    return bool(found.rival) or not a.numbers.isdisjoint(b.numbers)


def one_year(found: Alignment) -> bool:
    """Whether two lone passages share a year, though each claim dates another part of them."""
    years = [side.values.get("year", frozenset()) for side in (found.a, found.b)]
    return found.alone and not years[0].isdisjoint(years[1])


def undecided(found: Alignment) -> Judgement | None:
    """Values of two lone passages that part, where nothing shows that they are of one thing."""
    agree = found.quantity is not None and found.quantity.agreement != "apart"
    if agree or found.rival in ("", "name", "life") or one_year(found):
        return None
    return Judgement("differs", "number × number", "values")


def other_period(found: Alignment) -> bool:
    """Whether the two say that they count over periods that are not the same."""
    a, b = found.a.period, found.b.period
    if a is None or b is None or not (a.days or b.days):
        return False
    short, long = sorted((a.days, b.days))
    return long > short * ONE_PERIOD
