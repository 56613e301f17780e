"""What of a claim is compared: records of its words, figures and polarity."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from variorum.languages.lexicon import CALENDAR_WEIGHT, Entry
from variorum.model import Claim, Figure
from variorum.relations.clocks import times
from variorum.relations.disowning import replies, supposed, undone
from variorum.relations.periods import Period, period
from variorum.relations.polarity import Turned, Words, told, who

LEAST_WEIGHT = 0.16
"""Words below it (the, with, said, also) carry no content."""
REPLACED = 6
"""Words that "instead of" reaches."""
LONGEST = 200
"""Words of a claim in which copied runs are looked for; a text without stops may have more."""
_NOTHING: frozenset[str] = frozenset()
_NEVER: frozenset[int] = frozenset()


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
    nations: frozenset[str] = frozenset()
    """The peoples named in its unit."""
    tallied: bool = False
    """Whether it counts what every contest has ("votes", "points")."""
    offset: bool = False
    """Whether it only tells how far apart two moments are ("an hour before")."""
    crowd: bool = False
    """Whether it is a crowd without a number ("thousands"), which many figures would fit."""


@dataclass(slots=True, eq=False)
class _Known:
    """What every comparison of a claim asks for; never changed, and not frozen since that would
    take most of the time of making it."""

    claim: Claim
    words: Words
    """Those of its document."""
    first: int
    """Number of its first word among them."""
    last: int
    """Number of the word behind its last."""
    terms: tuple[Entry, ...]
    """Its content words, each once, in order."""
    keys: dict[str, float]
    """The keys of its terms with their weights."""
    own: frozenset[str]
    """These keys alone."""
    kin: dict[str, list[tuple[str, float]]]
    """Every family its words stand for, with the keys of those words and their weights."""
    families: dict[str, float]
    """The same with the weight of the weightiest."""
    belongs: frozenset[str]
    """These families alone."""
    names: frozenset[str]
    numbers: frozenset[str]
    named: frozenset[str]
    """Keys of its names and numerals."""
    weight: float
    """Of all its terms together; never 0."""
    wording: float
    """Weight of those that are neither name nor numeral; never 0."""
    pairs: frozenset[tuple[str, str]]
    """Keys of its terms that stand side by side; two names do so by themselves."""
    company: frozenset[str]
    """Content words of the text around it."""
    said: Turned
    """What it says not to hold, and leaves open."""
    counted: tuple[Counted, ...]
    voices: tuple[frozenset[str], ...]
    """For each of those who say so, the folded words that tell them from others."""
    speakers: frozenset[str]
    """All of these together."""
    published: str
    """First day its article can be of, ISO 8601; empty when unknown."""
    main: bool
    """Whether it speaks of the main happening of an article whose day is known."""
    heard: bool
    """Whether its own sentence names its nearest speaker, so that nobody had to infer who."""
    alone: bool
    """Whether it is a passage of which nothing else is known."""
    values: dict[str, frozenset[str]]
    """Years, months and other numbers that a passage gives, by sort."""
    dates: tuple[tuple[str, str, str], ...]
    """Month, day and year of each date in it that names a month; empty where not given."""
    life: tuple[tuple[str, str, str], ...]
    """The dates of somebody's birth and death, where it gives both side by side."""

    order: tuple[str, ...] = field(init=False)
    """All its words, folded, in order: what a copied run is found by."""
    day: str = field(init=False)
    """The first day its article can be of, without a time of day."""
    tellers: frozenset[str] = field(init=False)
    """Those who say so, in small letters."""
    called: frozenset[str] = field(init=False)
    """The names in it, as written."""
    places: frozenset[str] = field(init=False)
    """The places it is about, as written."""
    happenings: frozenset[str] = field(init=False)
    """Those of its families that are something that happens."""
    against: frozenset[str] = field(init=False)
    """Families that exclude one of its own."""
    opens: bool = field(init=False)
    """Whether it has a family of which one side of any frame has at least one."""
    replies: bool = field(init=False)
    """Whether it denies what it only points at, which was said before it."""
    denies: bool = field(init=False)
    """Whether it denies anything, in words of its own or by pointing at it."""
    clock: frozenset[int] = field(init=False)
    """Times of day that it gives, in minutes."""

    def __post_init__(self) -> None:
        claim, words = self.claim, self.words
        lexicon = words.lexicon
        end = min(self.last, self.first + LONGEST)
        self.order = tuple([entry.key for entry in words.entries[self.first : end]])
        self.day = self.published[:10]
        self.tellers = frozenset(map(str.lower, claim.attributed_to))
        self.called, self.places = frozenset(claim.names), frozenset(claim.where)
        self.happenings = lexicon.happenings & self.belongs
        opposing = lexicon.opposing
        self.against = _NOTHING.union(*[opposing[f] for f in self.belongs if f in opposing])
        self.opens = not lexicon.framing.openers.isdisjoint(self.belongs)
        claimed = range(self.first, self.last)
        self.replies = replies(words.small, claimed, lexicon.framing)
        self.denies = self.replies or bool(self.said.denied)
        self.clock = times(claim.quote, lexicon.code) if self.numbers else _NEVER


class Profile(_Known):
    """A claim as it is compared.

    What few pairs ask for is worked out when it is first asked for.
    """

    @cached_property
    def entries(self) -> list[Entry]:
        """All its words, looked up."""
        return self.words.entries[self.first : self.last]

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """Its words as written, beside ``order``."""
        return tuple(self.words.spoken[self.first : min(self.last, self.first + LONGEST)])

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Every key of ``order``, with the places where it stands."""
        places: dict[str, list[int]] = {}
        for place, key in enumerate(self.order):
            places.setdefault(key, []).append(place)
        return places

    @cached_property
    def triples(self) -> dict[tuple[str, ...], list[int]]:
        """Every three words in a row of ``order``, with the places where they stand."""
        places: dict[tuple[str, ...], list[int]] = {}
        order = self.order
        for place, triple in enumerate(zip(order, order[1:], order[2:], strict=False)):
            places.setdefault(triple, []).append(place)
        return places

    @cached_property
    def calendar(self) -> frozenset[str]:
        """Keys of the days and months it names."""
        return frozenset([e.key for e in self.entries if e.weight == CALENDAR_WEIGHT])

    @cached_property
    def described(self) -> dict[str, str]:
        """Key of a content word -> key of the content word written right before it."""
        return {
            one.key: before.key
            for before, one in pairwise(self.entries)
            if before.weight >= LEAST_WEIGHT <= one.weight and "word" == before.kind == one.kind
        }

    @cached_property
    def done(self) -> frozenset[str]:
        """Keys and families of the words by which it says, not only mentions, what was done."""
        phrases = self.belongs.difference(*[entry.families for entry in self.entries])
        return phrases | told(self.words, self.first, self.last)

    @cached_property
    def supposed(self) -> frozenset[str]:
        """Keys that stand only in what it supposes, or says that somebody is accused of."""
        words, claim = self.words, range(self.first, self.last)
        inside = supposed(words.small, words.pauses, claim, words.lexicon.framing)
        outside = {words.entries[n].key for n in claim if n not in inside}
        return frozenset([words.entries[n].key for n in inside]) - outside

    @cached_property
    def replaced(self) -> frozenset[str]:
        """Keys that stand only behind "instead of" or "rather than"."""
        words, instead = self.words, self.words.lexicon.framing.instead
        marks = [n for n in range(self.first, self.last) if words.small[n] in instead]
        inside = {k for n in marks for k in range(n + 1, min(self.last, n + 1 + REPLACED))}
        outside = {words.entries[n].key for n in range(self.first, self.last) if n not in inside}
        return frozenset([words.entries[n].key for n in inside]) - outside

    @cached_property
    def undone(self) -> dict[str, str]:
        """Keys of what it says only to be wanted, possible or to come, with the words for it.

        A word that is a verb for sure is left empty.
        """
        words, claim = self.words, range(self.first, self.last)
        found = undone(words.small, claim, words.lexicon.framing)
        done = {words.entries[n].key for n in claim if n not in found}
        told = {
            words.entries[n].key: "" if sure else words.small[n]
            for n, sure in found.items()
            if words.entries[n].kind == "word"
        }
        return {key: word for key, word in told.items() if key not in done}

    @cached_property
    def forms(self) -> dict[str, set[str]]:
        """Every key of its words -> the words for it, gerunds aside."""
        gerunds = self.words.lexicon.framing.unreal.gerunds
        found: dict[str, set[str]] = {}
        for n in range(self.first, self.last):
            if not self.words.small[n].endswith(gerunds):
                found.setdefault(self.words.entries[n].key, set()).add(self.words.small[n])
        return found

    def does(self, key: str, undone: str) -> bool:
        """Whether it tells as done what is ``undone`` elsewhere: in another form of the verb."""
        return key not in self.undone and bool(self.forms.get(key, set()) - {undone})

    def beside(self, family: str) -> frozenset[str]:
        """Keys and families of the content words right before and behind those of a family."""
        keys = {key for key, _ in self.kin.get(family, ())}
        content = [e for e in self.entries if e.weight >= LEAST_WEIGHT or e.key in keys]
        places = [n for n, entry in enumerate(content) if entry.key in keys]
        near = [e for n in places for e in content[max(0, n - 1) : n + 2] if e.key not in keys]
        return frozenset(name for entry in near for name in (entry.key, *entry.families))

    @cached_property
    def blamed(self) -> frozenset[str]:
        """Whom it speaks of, its speakers aside, where it lays something at somebody's door."""
        lexicon = self.words.lexicon
        if self.said.denied or lexicon.framing.blame.isdisjoint(self.belongs):
            return _NOTHING
        return who(self.entries, lexicon) - self.speakers

    @cached_property
    def mood(self) -> frozenset[str]:
        """Whether it speaks of what is only possible, or still to come."""
        moods = self.words.moods
        return frozenset([moods[n] for n in range(self.first, self.last) if n in moods])

    @cached_property
    def period(self) -> Period | None:
        """What its counts are over; None when it does not say."""
        return period(self.words, self.first, self.last) if self.claim.figures else None
