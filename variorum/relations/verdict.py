"""What two claims about one matter are to each other: typed frames, tried in order."""

from __future__ import annotations

from typing import NamedTuple

from variorum.languages.lexicon import Lexicon
from variorum.model import Verdict
from variorum.relations.align import Alignment
from variorum.relations.profile import Profile
from variorum.relations.quantities import TOLL, Match, exact, exclude, ratio, running, single

OPEN_COVER = 0.4
"""The same before one is held to leave open what the other states."""
ALONE_COVER = 0.4
"""The same for two passages of which nothing else is known, and the briefer of them."""
REDATED = 0.8
"""Share of the briefer passage's words, names aside, that the other must have to say the same
of another date."""
RIVAL_COVER = 0.3
"""Share of both claims that must stand in the other before rival figures exclude each other."""
ONE_PERIOD = 1.15
"""Lengths of time further apart than this are two periods."""
ONE_MOMENT = 1.5
"""Exact counts further apart than this are of two moments or scopes, not rivals for one."""


class Judgement(NamedTuple):
    """A verdict and the frame that gave it."""

    type: Verdict
    frame: str
    reason: str
    """Key of the reason's template in the language pack."""


def judge(found: Alignment, lexicon: Lexicon) -> Judgement:
    """The first frame that fits decides; without any, the two say the same."""
    return (
        _frame(found, lexicon)
        or _denial(found)
        or _alone(found, lexicon)
        or _figures(found, lexicon)
        or _opposed(found)
        or _open(found)
        or _forecast(found)
        or _times(found)
        or _undecided(found)
        or Judgement("corroborates", "same proposition", "same")
    )


def _frame(found: Alignment, lexicon: Lexicon) -> Judgement | None:
    openers = lexicon.framing.openers
    if openers.isdisjoint(found.a.belongs) and openers.isdisjoint(found.b.belongs):
        return None
    for frame in lexicon.framing.frames:
        for left, right in ((found.a, found.b), (found.b, found.a)):
            if _plays(left, frame.left) and _breaks(right, frame.left, frame.right, frame.negated):
                if _plays(left, frame.right) or (not frame.negated and _plays(right, frame.left)):
                    continue
                return Judgement(frame.verdict, frame.name, frame.name)
    return None


def _plays(side: Profile, families: frozenset[str]) -> bool:
    return not families.isdisjoint(side.belongs)


def _breaks(side: Profile, left: frozenset[str], right: frozenset[str], negated: bool) -> bool:
    return _plays(side, right) or (negated and not left.isdisjoint(side.denied))


def _denial(found: Alignment) -> Judgement | None:
    if found.turned:
        return Judgement("conflicts", "denial × assertion", "denied")
    return Judgement("conflicts", "denial × blame", "blamed") if found.blame else None


def _alone(found: Alignment, lexicon: Lexicon) -> Judgement | None:
    """Passages without a date of their own speak of one moment: another value is a rival."""
    if not found.alone:
        return None
    if found.rival == "life":
        return Judgement("corroborates", "date × date", "same")
    if found.rival in ("date", "year", "calendar") and _recurs(found, lexicon):
        return Judgement("differs", "date × date", "occasions")
    if found.rival == "date":
        return Judgement("conflicts", "date × date", "number")
    if not found.rival or (max(found.cover) < ALONE_COVER and not redated(found)):
        return _opposed(found)
    return _replaced(found) or _opposed(found)


def _recurs(found: Alignment, lexicon: Lexicon) -> bool:
    """Whether both speak of what takes place again and again, so that another date is another."""
    return not lexicon.framing.recurring.isdisjoint(found.shared)


def _replaced(found: Alignment) -> Judgement | None:
    """A name, number or date of one passage stands in the place of another's."""
    match = found.quantity
    agree = match is not None and match.agreement != "apart"
    if found.rival == "name":
        return None if agree else Judgement("conflicts", "name × name", "named")
    if found.rival == "number" and (agree or _other_period(found) or not _one_number(found)):
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


def _figures(found: Alignment, lexicon: Lexicon) -> Judgement | None:
    match = found.quantity
    if match is None:
        return None
    frame = f"{match.a.figure.kind} × {match.a.figure.kind}"
    if match.agreement != "equal" and _other_period(found):
        return Judgement("differs", frame, "figure-periods")
    if found.time == "apart" and match.agreement != "equal":
        return Judgement("differs", frame, "figure-times")
    if match.agreement in ("equal", "covered"):
        return Judgement("corroborates", frame, f"figure-{match.agreement}")
    if match.agreement == "bounds" and found.alone and any(map(single, (match.a, match.b))):
        return Judgement("corroborates", frame, "figure-covered")
    if match.agreement == "bounds":
        return Judgement("differs", frame, "figure-bounds")
    if _one_moment(found, match, lexicon):
        return Judgement("conflicts", frame, "figure-apart")
    return Judgement("differs", frame, "figure-moments")


def _other_period(found: Alignment) -> bool:
    """Whether the two say that they count over periods that are not the same."""
    a, b = found.a.period, found.b.period
    if a is None or b is None or not (a.days or b.days):
        return False
    short, long = sorted((a.days, b.days))
    return long > short * ONE_PERIOD


def _one_moment(found: Alignment, match: Match, lexicon: Lexicon) -> bool:
    """Whether two figures that exclude each other are of one thing at one moment."""
    if match.closeness < 2 or not exclude(match):
        return False
    if found.later and running(match, lexicon):
        return False
    if match.closeness == TOLL and found.time == "same" and not found.alone:
        return not exact(match) or ratio(match) <= ONE_MOMENT
    if min(found.cover) < RIVAL_COVER:
        return False
    if match.a.figure.kind != "count":
        return True
    if lexicon.happenings.isdisjoint(found.alike):
        return False
    return found.alone or not exact(match) or ratio(match) <= ONE_MOMENT


def _opposed(found: Alignment) -> Judgement | None:
    if found.opposed is None:
        return None
    if found.time == "apart":
        return Judgement("differs", "opposites", "times")
    return Judgement("conflicts", "opposites", "opposed")


def _open(found: Alignment) -> Judgement | None:
    if found.a.unclear == found.b.unclear or min(found.cover) < OPEN_COVER:
        return None
    return Judgement("differs", "unclear × asserted", "unclear")


def _forecast(found: Alignment) -> Judgement | None:
    kinds = (found.a.claim.kind, found.b.claim.kind)
    if kinds.count("forecast") != 1:
        return None
    return Judgement("differs", "forecast × outcome", "forecast")


def _times(found: Alignment) -> Judgement | None:
    if found.time != "apart" or _one_year(found):
        return None
    if found.alone and found.rival:
        return Judgement("conflicts", "number × number", "number")
    return Judgement("differs", "same proposition", "times")


def _one_year(found: Alignment) -> bool:
    """Whether two lone passages share a year, though each claim dates another part of them."""
    years = [side.values.get("year", frozenset()) for side in (found.a, found.b)]
    return found.alone and not years[0].isdisjoint(years[1])


def _undecided(found: Alignment) -> Judgement | None:
    """Values of two lone passages that part, where nothing shows that they are of one thing."""
    agree = found.quantity is not None and found.quantity.agreement != "apart"
    if agree or found.rival in ("", "name", "life") or _one_year(found):
        return None
    return Judgement("differs", "number × number", "values")
