"""Whether two claims that agree rest on one origin: shared, independent, or not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from variorum.model import Claim, Document, Independence
from variorum.relations.align import Alignment
from variorum.relations.credits import Credits
from variorum.relations.profile import Profile

COPIED = 6
"""Words in a row that two articles do not write alike by chance."""
COPIED_SHORT = 5
"""Words in a row that suffice where they are two thirds of the shorter claim."""
COPIED_WORDS = 2
"""Of these so many must be content words written small: everybody writes a title alike."""
WORDING_RUN = 6
"""Neighbouring words shared from which readers are told that the wording is the same."""
KIN_RUN = 2
"""Neighbouring words shared that suffice between articles that copy one text elsewhere."""
KIN_CLAIMS = 3
"""Copied claims from which two articles are held to copy one text."""
DIGITS = 4
"""Significant digits from which an exact figure is too odd to be found out twice; so is any
range."""


Voices = dict[str, frozenset[str]]
Copy = Literal["", "copied", "kin"]
"""Whether two claims are copies of one text; "kin": their articles copy one elsewhere."""


class Origin(NamedTuple):
    """What is known about where a corroboration comes from."""

    independence: Independence
    origin: str
    """What both rest on; empty unless shared."""
    why: str
    """Key of the sentence that says so; empty when nothing is known."""


_INDEPENDENT = Origin("independent", "", "independent")
_UNKNOWN = Origin("unknown", "", "")


@dataclass(frozen=True, slots=True)
class Sources:
    """What one article rests on as a whole."""

    voices: Voices
    """Everybody it quotes, as named there -> the folded words of the name."""
    heard: frozenset[str]
    """The folded words of all their names."""
    behind: dict[str, frozenset[str]]
    """Id of each of its claims -> the agencies and entered origins that the claim rests on."""


def trace(found: Alignment, a: Sources, b: Sources, copy: Copy) -> Origin:
    """Where two claims that agree come from; ``copy`` tells whether they copy one text.

    An origin that is nobody in particular is not named.
    """
    traced = _traced(found, a, b, copy)
    framing = found.a.words.lexicon.framing
    last = traced.origin.rsplit(maxsplit=1)[-1:]
    unnamed = [w for w in last if w.islower() and w.endswith(framing.several)]
    return (
        Origin(traced.independence, "", "") if unnamed or framing.pronouns & set(last) else traced
    )


def _traced(found: Alignment, a: Sources, b: Sources, copy: Copy) -> Origin:
    known = not found.a.speakers.isdisjoint(found.b.speakers)
    shared = _shared(found.a, _voices(found.b)) if known else ""
    if shared or not found.a.tellers.isdisjoint(found.b.tellers):
        return Origin("shared-origin", shared or found.a.claim.attributed_to[0], "shared")
    if known:
        return Origin("shared-origin", "", "")  # of one house, but nobody says which of it
    mine, other = a.behind[found.a.claim.id], b.behind[found.b.claim.id]
    agency = min(mine & other, default="") if mine and other else ""
    if agency:
        return Origin("shared-origin", agency, "shared")
    quoted = _quoted(found, a, b)
    if quoted and (copy or _odd(found) or not (found.a.speakers and found.b.speakers)):
        return Origin("shared-origin", quoted, "quoted")
    if copy == "copied" and (first := _first(found, a, b)):
        return Origin("shared-origin", first, "shared")
    if copy:
        told = copy if copy == "kin" or found.run >= WORDING_RUN else ""
        return Origin("shared-origin", "", told)
    if _odd(found):
        return Origin("shared-origin", "", "figure")
    if _named(found.a) and _named(found.b) and not found.run and not _same_figure(found):
        return _INDEPENDENT
    return _UNKNOWN


def copied(found: Alignment) -> bool:
    """Whether a run of words stands in both claims that nobody writes alike by chance."""
    a, b = found.a, found.b
    if not found.run or a.triples.keys().isdisjoint(b.triples.keys()):
        return False
    short = min(len(a.order), len(b.order))
    size = min(COPIED, max(COPIED_SHORT, -(-short * 2 // 3)))
    if short < size:
        return False
    runs = {a.order[n : n + size] for n in range(len(a.order) - size + 1)}
    places = range(len(b.order) - size + 1)
    return any(
        b.order[n : n + size] in runs and _wording(b, n, n + size) >= COPIED_WORDS for n in places
    )


def _wording(side: Profile, first: int, last: int) -> int:
    """Content words of a run that are written small: a name or a title is not copied."""
    run = zip(side.order[first:last], side.spoken[first:last], strict=True)
    return len({key for key, word in run if key in side.keys and word.islower()})


def _same_figure(found: Alignment) -> bool:
    return found.quantity is not None and found.quantity.agreement == "equal"


def _quoted(found: Alignment, a: Sources, b: Sources) -> str:
    """A source of one claim that the other's article quotes too."""
    for side, other in ((found.a, b), (found.b, a)):
        name = "" if side.speakers.isdisjoint(other.heard) else _shared(side, other.voices)
        if name:
            return name
    return ""


def _voices(side: Profile) -> Voices:
    return dict(zip(side.claim.attributed_to, side.voices, strict=True))


def _shared(side: Profile, others: Voices) -> str:
    """The fullest name of a source of a claim that is among some others; empty without one."""
    names = {
        name
        for mine, keys in _voices(side).items()
        for other, theirs in others.items()
        if _alike(mine, keys, other, theirs)
        for name in (mine, other)
    }
    return min(names, key=lambda name: (-len(name), name), default="")


def _alike(one: str, keys: frozenset[str], other: str, theirs: frozenset[str]) -> bool:
    """Whether two sources are one: named by the same last word, or described and named.

    "Lund" is "Olga Lund" and "a prosecutor" may be "prosecutor Olga Lund", but neither is
    "Lund's lawyers".
    """
    if keys.isdisjoint(theirs):
        return False
    if one.rsplit(maxsplit=1)[-1].lower() == other.rsplit(maxsplit=1)[-1].lower():
        return True
    (small, few), (large, many) = sorted(
        ((one, keys), (other, theirs)), key=lambda voice: (len(voice[1]), voice[0])
    )
    return few <= many and small.islower() and not large.islower()


def _first(found: Alignment, a: Sources, b: Sources) -> str:
    """The one agency or speaker named on either side of a copy; empty where two are."""
    known = {*a.behind[found.a.claim.id], *b.behind[found.b.claim.id]}
    known = known or {who for side in (found.a, found.b) for who in side.claim.attributed_to[-1:]}
    return next(iter(known)) if len(known) == 1 else ""


def _odd(found: Alignment) -> bool:
    match = found.quantity
    if match is None or match.agreement != "equal" or match.a.figure.kind == "age":
        return False
    low, high = match.a.figure.low or 0.0, match.a.figure.high
    if high is not None and low < high:
        return True
    digits = f"{low:g}".replace(".", "").strip("0")
    return low > 0 and len(digits) >= DIGITS


def _named(side: Profile) -> bool:
    return side.heard and any(who[:1].isupper() for who in side.claim.attributed_to[:1])


def sources(document: Document, profiles: list[Profile], known: Credits) -> Sources:
    """What an article rests on, from its claims, its credits and its front matter."""
    voices: Voices = {}
    for profile in profiles:
        voices |= _voices(profile)
    entered = {origin.name for origin in document.meta.origins if not origin.covers}
    credited = known.within(document.text) | entered
    behind = {profile.claim.id: _behind(profile.claim, credited, known) for profile in profiles}
    return Sources(voices, frozenset[str]().union(*voices.values()), behind)


def _behind(claim: Claim, credited: frozenset[str], known: Credits) -> frozenset[str]:
    """The agencies and entered origins that a claim rests on.

    What its article credits for all of it speaks for what the article asserts itself, not for
    what it attributes to others.
    """
    if not claim.attributed_to:
        return credited
    return frozenset(filter(None, map(known.named, claim.attributed_to)))


def copying(copies: Iterable[Alignment]) -> frozenset[tuple[str, str]]:
    """Pairs of articles, each in order, that copy one text in several places.

    ``copies`` are the pairs of claims of which one is copied.
    """
    counts = Counter(map(articles, copies))
    return frozenset(pair for pair, number in counts.items() if number >= KIN_CLAIMS)


def articles(found: Alignment) -> tuple[str, str]:
    """The two articles of a pair, in order."""
    a, b = sorted((found.a.claim.document, found.b.claim.document))
    return a, b
