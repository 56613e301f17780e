"""What of a claim is compared: records of its words, figures and polarity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from variorum.languages.lexicon import Entry
from variorum.model import Claim, Figure
from variorum.relations.polarity import Turned


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure and what it counts."""

    figure: Figure
    things: frozenset[str]
    """Folded words of its unit and the families they belong to."""
    owner: frozenset[str]
    """The words of the name it stands beside, folded; none when there is none."""
    rest: bool
    """Whether it leaves out what was counted before ("two other women")."""
    befell: frozenset[str] = frozenset()
    """Families of what happened to those it counts ("700,000 men left")."""
    happened: frozenset[str] = frozenset()
    """The same by what they are called ("deaths")."""
    groups: frozenset[str] = frozenset()
    """Groups of persons it counts members of."""
    persons: bool = False
    """Whether it counts persons at all."""
    crowd: bool = False
    """Whether it is a crowd without a number ("thousands"), which many figures would fit."""


class Period(NamedTuple):
    """The time in which a claim says that it counted."""

    days: float
    """How long it lasts; 0 where only its start is told."""
    text: str
    """Its words, as written."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim as it is compared."""

    claim: Claim
    terms: tuple[Entry, ...]
    """Its content words, each once, in order."""
    keys: dict[str, float]
    """The keys of its terms with their weights."""
    own: frozenset[str]
    """These keys alone."""
    kin: tuple[Entry, ...]
    """Those of its terms that belong to a family."""
    names: frozenset[str]
    numbers: frozenset[str]
    values: dict[str, frozenset[str]]
    """Years, months and other numbers it gives, by sort."""
    dates: tuple[tuple[str, str, str], ...]
    """Month, day and year of each date in it that names a month; empty where not given."""
    life: tuple[tuple[str, str, str], ...]
    """The dates of somebody's birth and death, where it gives both side by side."""
    calendar: frozenset[str]
    """Keys of the days and months it names."""
    described: dict[str, str]
    """Key of a word -> key of the content word written right before it."""
    families: dict[str, float]
    """Every family its words stand for, with the weight of its weightiest word."""
    belongs: frozenset[str]
    """These families alone."""
    happenings: frozenset[str]
    """Those of them that are something that happens."""
    weight: float
    """Of all its terms together; never 0."""
    named: frozenset[str]
    """Keys of its names and numerals."""
    wording: float
    """Weight of its other terms together; never 0."""
    pairs: frozenset[tuple[str, str]]
    """Keys of its terms that stand side by side; two names do so by themselves."""
    against: frozenset[str]
    """Families that exclude one of its own."""
    order: tuple[str, ...]
    """All its words, folded, in order: what a copied run is found by."""
    places: dict[str, list[int]]
    """Every word of ``order`` with its places there."""
    company: frozenset[str]
    """Content words of the text around it."""
    said: Turned
    """What it says not to hold, and leaves open."""
    done: frozenset[str]
    """Keys and families of the words by which it says, not only mentions, what was done."""
    blamed: frozenset[str]
    """The same of those at whose door it lays something."""
    mood: frozenset[str]
    """Whether it speaks of what is only possible, or still to come."""
    clock: frozenset[int]
    """Times of day that it gives, in minutes."""
    counted: tuple[Counted, ...]
    period: Period | None
    """What its counts are over; None when it does not say."""
    heard: bool
    """Whether its own sentence names its nearest speaker, so that nobody had to infer who."""
    voices: tuple[frozenset[str], ...]
    """For each of those who say so, the folded words that tell them from others."""
    speakers: frozenset[str]
    """All of these together."""
    tellers: frozenset[str]
    """Those who say so, in small letters."""
    alone: bool
    """Whether it is a passage of which nothing else is known."""
    published: str
    """First day its article can be of, ISO 8601; empty when unknown."""
    day: str
    """The same, cut to a day."""
    main: bool
    """Whether it speaks of the main happening of an article whose day is known."""
    spoken: tuple[str, ...]
    """Its words as written, beside ``order``."""
