"""What two claims about one matter are to each other: typed frames, tried in order."""

from __future__ import annotations

from variorum.languages.lexicon import Lexicon
from variorum.relations import passages
from variorum.relations.align import Alignment
from variorum.relations.answers import answers
from variorum.relations.contrasts import contrast
from variorum.relations.denials import contradicts
from variorum.relations.judgement import Judgement
from variorum.relations.moments import one_moment, one_mood
from variorum.relations.profile import Profile
from variorum.relations.quantities import Match, single

OPEN_COVER = 0.4
"""Share of both claims that must stand in the other before one leaves open what it states."""
DENIED_WORDS = 0.15
"""Share of the words of both, names aside, that must stand in the other before readers are told
that one denies what the other says."""
DENIED_WHOLE, DENIED_ALL = 0.6, 0.9
"""Or this share of the words of one in the other, and this of all that is denied."""
CLOCK_WORDS = 0.5
"""The same before two times of day are held to be of one happening."""
CLOCK_APART = 10
"""Minutes by which two reports may put one moment apart."""
_PARTED = Judgement("differs", "words × other words", "contrast")
_MENTIONED = {"denial × assertion": "denial × mention", "opposites": "opposites × mention"}
"""Frames of a conflict, and what is left of it where the two part in another word as well."""
FRAMED_COVER = 0.2
"""Share of both that must stand in the other before they meet in a frame."""

_SAME = Judgement("corroborates", "same proposition", "same")


def judge(found: Alignment, lexicon: Lexicon) -> Judgement:
    """The first frame that fits decides; without any, the two say the same, unless they part in
    one word."""
    told = _framed(found, lexicon)
    if found.alone or told.type == "differs":
        return told
    if told.type == "corroborates":
        return _PARTED if contrast(found, lexicon) else told
    spoken = _MENTIONED.get(told.frame)
    aside = frozenset(found.opposed or ())
    return told._replace(frame=spoken) if spoken and contrast(found, lexicon, aside) else told


def _framed(found: Alignment, lexicon: Lexicon) -> Judgement:
    return (
        _frame(found, lexicon)
        or _denial(found, lexicon)
        or (_alone(found, lexicon) if found.alone else None)
        or _clocks(found)
        or _figures(found, lexicon)
        or _opposed(found)
        or _open(found)
        or _forecast(found)
        or _times(found)
        or passages.undecided(found)
        or _SAME
    )


def _alone(found: Alignment, lexicon: Lexicon) -> Judgement | None:
    """Of lone passages opposite words count for more than figures, rival values for more still."""
    if found.opposed and _other_calendar(found):
        return _opposed(found)
    return passages.judge(found, lexicon) or _opposed(found)


def _frame(found: Alignment, lexicon: Lexicon) -> Judgement | None:
    if not (found.a.opens or found.b.opens):
        return None
    if min(found.cover) < FRAMED_COVER and not found.alone:
        return None
    for frame in lexicon.framing.frames:
        for left, right in ((found.a, found.b), (found.b, found.a)):
            if frame.settled and not _settled(found):
                continue
            if _plays(left, frame.left) and _breaks(right, frame.left, frame.right, frame.negated):
                if _breaks(left, frame.left, frame.right, frame.negated):
                    continue
                if not frame.negated and _plays(right, frame.left):
                    continue
                return Judgement(frame.verdict, frame.name, frame.name)
    return None


def _settled(found: Alignment) -> bool:
    """Whether both say what they say to be so, and neither denies it or leaves it open."""
    a, b = found.a, found.b
    return one_mood(found) and not (
        a.said.denied or b.said.denied or a.said.unclear or b.said.unclear
    )


def _plays(side: Profile, families: frozenset[str]) -> bool:
    return not families.isdisjoint(side.belongs)


def _breaks(side: Profile, left: frozenset[str], right: frozenset[str], negated: bool) -> bool:
    denies = negated and "conditional" not in side.mood and not left.isdisjoint(side.said.denied)
    return denies or _plays(side, right)


def _denial(found: Alignment, lexicon: Lexicon) -> Judgement | None:
    if answers(found.a, found.b):
        return Judgement("conflicts", "denial × statement before it", "answered")
    if found.turned and _firmly(found, lexicon):
        return Judgement("conflicts", "denial × assertion", "denied")
    if found.charged and one_mood(found):
        return Judgement("conflicts", "denial × charge", "blamed")
    if found.turned:
        return Judgement("conflicts", "denial × mention", "denied")
    return Judgement("conflicts", "denial × blame", "blamed") if found.blame else None


def _firmly(found: Alignment, lexicon: Lexicon) -> bool:
    """Whether readers may be told that one denies what the other says."""
    if found.alone:
        return True
    other = found.b if found.a.said.denied else found.a
    framing = lexicon.framing
    if not framing.blame.isdisjoint(other.belongs) or not framing.beliefs.isdisjoint(other.order):
        return False
    whole = max(found.words) >= DENIED_WHOLE and found.turned >= DENIED_ALL
    like = whole or min(found.words) >= DENIED_WORDS
    return like and not (found.a.said.loose or found.b.said.loose) and contradicts(found)


def _clocks(found: Alignment) -> Judgement | None:
    """One happening put at two times of one day, in like words."""
    a, b = found.a, found.b
    if len(a.clock) != 1 or len(b.clock) != 1 or min(found.words) < CLOCK_WORDS:
        return None
    apart = abs(min(a.clock) - min(b.clock))
    firm = one_mood(found) and not (a.said.denied or b.said.denied or _other_calendar(found))
    if apart < CLOCK_APART or not firm or found.time == "apart":
        return None
    return Judgement("conflicts", "clock × clock", "clocks")


def _figures(found: Alignment, lexicon: Lexicon) -> Judgement | None:
    match = found.quantity
    if match is None:
        return None
    if match.agreement == "equal" and _reversed(found, match):
        # Four acquitted and four convicted agree in nothing; whether they clash, an editor says.
        return Judgement("conflicts", "opposites × mention", "opposed")
    frame = f"{match.a.figure.kind} × {match.a.figure.kind}"
    if match.agreement != "equal" and passages.other_period(found):
        return Judgement("differs", frame, "figure-periods")
    if match.agreement != "equal" and (found.time == "apart" or _other_span(found)):
        return Judgement("differs", frame, "figure-times")
    if match.agreement in ("equal", "covered"):
        return Judgement("corroborates", frame, f"figure-{match.agreement}")
    if match.agreement == "bounds" and found.alone and any(map(single, (match.a, match.b))):
        return Judgement("corroborates", frame, "figure-covered")
    if match.agreement == "bounds":
        return Judgement("differs", frame, "figure-bounds")
    if one_moment(found, match, lexicon) or _corrects(found, match):
        return Judgement("conflicts", frame, "figure-apart")
    return Judgement("differs", frame, "figure-moments")


def _corrects(found: Alignment, match: Match) -> bool:
    """Whether one says of the other's figure that it is not the one ("400, not 40")."""
    sides = ((found.a, match.b), (found.b, match.a))
    return match.closeness > 1 and any(
        f"{other.figure.low or 0:g}" in side.said.denied for side, other in sides
    )


def _reversed(found: Alignment, match: Match) -> bool:
    """Whether opposite things are said of those counted, by other words than what they are."""
    if found.opposed is None or not _firm(found):
        return False
    sides = zip((found.a, found.b), (match.a, match.b), found.opposed, strict=True)
    return all(
        any(key not in counted.things for key, _ in side.kin.get(family, ()))
        for side, counted, family in sides
    )


def _other_span(found: Alignment) -> bool:
    """Whether both name the two ends of a period, and not the same."""
    a, b = found.a.claim.when, found.b.claim.when
    if a is None or b is None or not a.precision == b.precision == "span":
        return False
    return (a.earliest, a.latest) != (b.earliest, b.latest)


def _opposed(found: Alignment) -> Judgement | None:
    if found.opposed is None:
        return None
    if found.time == "apart" or _other_calendar(found):
        return Judgement("differs", "opposites", "times")
    if _other_thing(found):
        return Judgement("differs", "opposites × other things", "things")
    return Judgement("conflicts", "opposites" if _firm(found) else "opposites × mention", "opposed")


def _firm(found: Alignment) -> bool:
    """Whether both sides say of one thing that it is so, and deny nothing beside it."""
    a, b = found.a, found.b
    if found.alone or found.opposed is None:
        return True
    one, other = found.opposed
    told = one in a.done and other in b.done and not a.beside(one).isdisjoint(b.beside(other))
    return told and one_mood(found) and not (a.said.denied or b.said.denied)


def _other_calendar(found: Alignment) -> bool:
    """Whether both name a day or month, and none in common."""
    a, b = found.a.calendar, found.b.calendar
    return bool(a and b) and a.isdisjoint(b)


def _other_thing(found: Alignment) -> bool:
    """Whether a word of both stands beside another word on each side ("pension bill", "tax
    bill"), so that two things of one sort are spoken of."""
    a, b = found.a, found.b
    families = found.opposed or ()
    deeds = {key for side in (a, b) for f in families for key, _ in side.kin.get(f, ())}
    for key in sorted(found.shared):
        mine, other = a.described.get(key, ""), b.described.get(key, "")
        if not mine or not other or mine in deeds or other in deeds:
            continue
        if mine not in b.own and other not in a.own:
            return True
    return False


def _open(found: Alignment) -> Judgement | None:
    if found.a.said.unclear == found.b.said.unclear or min(found.cover) < OPEN_COVER:
        return None
    return Judgement("differs", "unclear × asserted", "unclear")


def _forecast(found: Alignment) -> Judgement | None:
    """What one article expects and a later one tells as done; what both await is the same."""
    a, b = found.a, found.b
    if (a.claim.kind == "forecast") == (b.claim.kind == "forecast"):
        return None
    ahead, told = (a, b) if a.claim.kind == "forecast" else (b, a)
    done = told.claim.kind in ("event", "figure") and not told.mood
    if not done or not (found.alone or ahead.day < told.day):
        return None
    return Judgement("differs", "forecast × outcome", "forecast")


def _times(found: Alignment) -> Judgement | None:
    if found.time != "apart" or passages.one_year(found):
        return None
    if found.alone and found.rival:
        return Judgement("conflicts", "number × number", "number")
    return Judgement("differs", "same proposition", "times")
