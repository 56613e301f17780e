"""What turns a statement round, and the frames in which two meet: a pack's table ``frames``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

MOODS = ("conditional", "future")
"""What of a claim is not said to be so."""
_ENDINGS = ("conditional_endings", "future_endings")


class Frame(NamedTuple):
    """Two roles in which two claims meet, and what they are to each other then."""

    name: str
    left: frozenset[str]
    """Families of which one side has at least one."""
    right: frozenset[str]
    """Families of which the other side has at least one."""
    verdict: Literal["corroborates", "conflicts", "differs"]
    negated: bool
    """Whether the other side may also deny a family of the left."""
    settled: bool
    """Whether neither side may deny or leave open what it says."""


class Loose(NamedTuple):
    """Words by which a negation denies less than the deed."""

    cause: frozenset[str]
    """Words before a cause: a negation before one may deny only that."""
    topic: frozenset[str]
    """Words after a negation behind which stands only of what it is said."""
    partial: frozenset[str]
    """Words after a negation by which it denies only a part."""
    apart: frozenset[str]
    """Words before a negation by which it is of some and not of all."""
    thing: frozenset[str]
    """Negations of a thing and not of a deed."""
    gerunds: tuple[str, ...]
    """Endings of deeds that are only spoken of."""


class Disowning(NamedTuple):
    """Words by which somebody's account is said not to hold."""

    rejection: frozenset[str]
    """Words that say that what is pointed at does not hold."""
    pointing: frozenset[str]
    """Words that point at what was said before."""
    charged: frozenset[str]
    """Nouns that do so behind one of the next."""
    charged_after: frozenset[str]
    accounts: frozenset[str]
    """Nouns for what somebody tells, which may be said to be untrue."""
    calling: frozenset[str]
    """Words before the one that says so."""
    clause: frozenset[str]
    """Words that open the clause in which something is told."""


class Charges(NamedTuple):
    """Words by which a deed is laid at somebody's door."""

    verbs: frozenset[str]
    """Behind one of these stands who is charged,"""
    until: frozenset[str]
    """before one of these,"""
    upon: frozenset[str]
    """or behind one of these."""
    relative: frozenset[str]
    """Words that stand for somebody named before, who is not the nearest name."""
    answerable: frozenset[str]
    """Before one of these stands who has done it."""


class Asserting(NamedTuple):
    """Words by which a deed is told as done."""

    false: frozenset[str]
    """Words by which somebody's denial is told to be untrue."""
    attitudes: frozenset[str]
    """Families of what one only thinks of something."""
    before: frozenset[str]
    """Behind one of these stands a verb,"""
    nouns: frozenset[str]
    """behind one of these a noun."""
    conditions: frozenset[str]
    """Words before a condition or occasion."""


class Unreal(NamedTuple):
    """Words by which something is only supposed, wanted or to come."""

    supposing: frozenset[str]
    """Words that say so of all that follows."""
    deed: frozenset[str]
    """Words that say so of the deed that follows."""
    modal: frozenset[str]
    """Those of them behind which stands a verb and nothing else."""
    gerund: frozenset[str]
    """The same where the deed is told as a gerund."""
    between: frozenset[str]
    """Words that may stand between."""
    perfect: frozenset[str]
    """Those of them by which the deed is told to be done after all,"""
    infinitive: frozenset[str]
    """behind one of these."""
    manner: tuple[str, ...]
    """Endings of adverbs, which may stand between too."""
    gerunds: tuple[str, ...]
    """Endings of gerunds."""
    participles: tuple[str, ...]
    """Endings of participles."""


@dataclass(frozen=True, slots=True)
class Framing:
    """The words, families and frames of one language that decide what two claims are."""

    frames: tuple[Frame, ...]
    openers: frozenset[str]
    """Families of which one side of any frame has at least one."""
    held: frozenset[str]
    """Frames that only an editor may publish."""
    disowning: Disowning
    blame: frozenset[str]
    """Families that lay a deed at somebody's door."""
    charges: Charges
    asserting: Asserting
    third: str
    """The ending of a verb of which one person or thing is the subject."""
    aside: frozenset[str]
    """Families and keys that name no deed: persons, blame, thoughts."""
    thoughts: frozenset[str]
    """Families of what is only thought or said."""
    light: frozenset[str]
    """Keys of verbs that say next to nothing without their object."""
    remainder: frozenset[str]
    """Keys by which a count leaves out what was counted before."""
    further: frozenset[str]
    """Words right after a count by which it does the same."""
    mention: frozenset[str]
    """Words after which a deed is only spoken of."""
    complement: frozenset[str]
    """Words after which stands only whose deed it is, or of what ("the use of force")."""
    surpassing: frozenset[str]
    instead: frozenset[str]
    nobody: frozenset[str]
    """Words that say that no one did it or was met by it."""
    none: frozenset[str]
    """Words that say so of the persons named next."""
    moods: dict[str, str]
    """Words that say of what follows that it is only possible or still to come -> which."""
    moods_endings: tuple[tuple[str, tuple[str, ...]], ...]
    """The same by the end of a word: mood and endings."""
    loose: Loose
    unreal: Unreal
    offset: frozenset[str]
    """Words after a length of time by which it only tells how far apart two moments are."""
    tallies: frozenset[str]
    """Keys of what every contest counts."""
    several: str
    """The ending of a word for several who are nobody in particular."""
    perfect: frozenset[str]
    """Verbs by which something is told that may go on ("has killed 300")."""
    beliefs: frozenset[str]
    """Keys of verbs by which somebody only holds something to be so."""
    over: frozenset[str]
    """Words after which a length of time is what a count is over."""
    since: frozenset[str]
    """Words after which stands when the counting began."""
    days: dict[str, float]
    """Keys of units of time and the days they last."""
    recurring: frozenset[str]
    """Keys of what takes place again and again: of another year, it is another occasion."""
    pronouns: frozenset[str]
    """Words for what was named before."""
    definite: frozenset[str]
    """Articles before a noun for what was named before."""
    helping: frozenset[str]
    """Verbs that follow such a noun."""
    inside: frozenset[str]
    """Small words inside a name."""
    exclusive: tuple[frozenset[str], ...]
    """Groups of keys of which only one can hold of one thing ("before", "after")."""
    passive: frozenset[str]
    """Keys of verbs before what was done to somebody ("was shot")."""
    scales: dict[str, tuple[int, float]]
    """Keys of units of measure: the number of what they measure, and what one is worth."""


def framing(table: dict[str, Any], stem: Callable[[str], str], persons: frozenset[str]) -> Framing:
    """What the table says, its words folded by ``stem``; ``persons`` are families and keys."""
    cues, generic, periods = table["cues"], table["generic"], table["periods"]
    lone = table["lone"]
    blame = frozenset(table["blame"]["families"].split())
    frames = tuple(map(_frame, table["frames"]))
    return Framing(
        frames=frames,
        openers=frozenset[str]().union(*(frame.left for frame in frames)),
        held=frozenset(table["held"]["frames"]),
        disowning=Disowning(*_sets(cues, Disowning._fields)),
        blame=blame,
        charges=Charges(*_sets(table["blame"], Charges._fields)),
        asserting=Asserting(*_sets(table["asserting"], Asserting._fields)),
        third=table["asserting"]["third"],
        aside=persons | blame | frozenset(generic["thoughts"].split()),
        thoughts=frozenset(generic["thoughts"].split()),
        light=_stems(generic["verbs"], stem),
        remainder=_stems(generic["remainder"], stem),
        further=frozenset(generic["further"].split()),
        mention=frozenset(cues["mention"].split()),
        complement=frozenset(cues["complement"].split()),
        surpassing=frozenset(cues["surpassing"].split()),
        instead=frozenset(cues["instead"].split()),
        nobody=frozenset(cues["nobody"].split()),
        none=frozenset(cues["no"].split()),
        moods={word: mood for mood in MOODS for word in cues[mood].split()},
        moods_endings=tuple((m, tuple(cues[key])) for m, key in zip(MOODS, _ENDINGS, strict=True)),
        loose=_loose(cues),
        unreal=_unreal(table["unreal"]),
        offset=frozenset(periods["offset"].split()),
        tallies=_stems(generic["tallies"], stem),
        several=generic["several"],
        perfect=frozenset(generic["perfect"].split()),
        beliefs=_stems(generic["beliefs"], stem),
        over=frozenset(periods["over"].split()),
        since=frozenset(periods["since"].split()),
        days={stem(unit): days for unit, days in periods["days"].items()},
        recurring=_stems(lone["recurring"], stem),
        pronouns=frozenset(lone["pronouns"].split()),
        definite=frozenset(lone["definite"].split()),
        helping=frozenset(lone["helping"].split()),
        inside=frozenset(lone["inside"].split()),
        exclusive=tuple(_stems(group, stem) for group in table["contrasts"]["groups"]),
        passive=_stems(table["contrasts"]["passive"], stem),
        scales=_scales(table["measures"]["scales"], stem),
    )


def _sets(table: dict[str, Any], keys: Iterable[str]) -> Iterator[frozenset[str]]:
    """The words of each of some lists, in the order of ``keys``."""
    return (frozenset(table[key].split()) for key in keys)


def _loose(cues: dict[str, Any]) -> Loose:
    return Loose(
        cause=frozenset(cues["cause"].split()),
        topic=frozenset(cues["topic"].split()),
        partial=frozenset(cues["partial"].split()),
        apart=frozenset(cues["aside"].split()),
        thing=frozenset(cues["thing"].split()),
        gerunds=tuple(cues["gerund_endings"]),
    )


def _unreal(table: dict[str, Any]) -> Unreal:
    return Unreal(
        supposing=frozenset(table["supposing"].split()),
        deed=frozenset(table["deed"].split()),
        modal=frozenset(table["modal"].split()),
        gerund=frozenset(table["gerund"].split()),
        between=frozenset(table["between"].split()),
        perfect=frozenset(table["perfect"].split()),
        infinitive=frozenset(table["infinitive"].split()),
        manner=tuple(table["manner_endings"]),
        gerunds=tuple(table["gerund_endings"]),
        participles=tuple(table["participle_endings"]),
    )


def _scales(rows: list[str], stem: Callable[[str], str]) -> dict[str, tuple[int, float]]:
    """Units by key, from rows of units of one sort, each with its worth."""
    pairs = [(n, unit.split()) for n, row in enumerate(rows) for unit in row.split(",")]
    return {stem(unit): (n, float(worth)) for n, (unit, worth) in pairs}


def _frame(row: dict[str, Any]) -> Frame:
    left, right = frozenset(row["left"]), frozenset(row["right"])
    settled = row.get("settled", False)
    return Frame(row["name"], left, right, row["verdict"], row["negated"], settled)


def _stems(words: str, stem: Callable[[str], str]) -> frozenset[str]:
    return frozenset(map(stem, words.split()))
