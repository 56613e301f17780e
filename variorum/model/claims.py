"""The records of claims: what is stated, of how many, when, where and by whom."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from variorum.model.texts import Span, When

Kind = Literal["figure", "event", "status", "statement", "forecast"]
Polarity = Literal["asserted", "denied", "unclear"]
FigureKind = Literal[
    "count", "share", "money", "age", "duration", "distance", "ordinal", "measure", "bare"
]
PROGRAM = "program"
"""The maker of every claim, relation and matter that no editor made."""
EDITOR = "editor"
"""The maker of what an editor decided in a file that asks for no initials."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity, as an interval."""

    span: Span
    """Where the number words stand, qualifier included."""
    low: float | None
    """Lower bound; equal to ``high`` when exact; None when open."""
    high: float | None
    """Upper bound; None when open."""
    unit: str
    """What is counted or measured, in the article's words ("percent of employees")."""
    qualifier: str = ""
    """The words that hedge it ("more than", "about", "dozens"); empty when bare."""
    kind: FigureKind = "count"
    noun: str = ""
    """Folded head of what is counted ("person", "soldier", "usd")."""


@dataclass(frozen=True, slots=True)
class Event:
    """Which happening or state of affairs a claim is about."""

    families: tuple[str, ...] = ()
    """Families of the language pack its words belong to ("death", "flight"), sorted."""
    instance: str = ""
    """Key of the happening within its article ("main", or place and date of another);
    two claims of one article with one key are about one happening."""
    when: When | None = None
    """When it happened, where the article lets it be worked out."""
    places: tuple[str, ...] = ()
    """Folded names of where it happened, sorted."""
    participants: tuple[str, ...] = ()
    """Folded names and groups that act in it or suffer it, sorted."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A marked statement that could be checked against another source."""

    id: str
    """Made by ``claim_id``."""
    document: str
    """Slug of its Document."""
    span: Span
    quote: str
    """The words of ``span``; offsets are believed only where both agree."""
    kind: Kind
    sentence: Span
    """The sentence it stands in."""
    paragraph: int
    """Place of its paragraph among the Document's paragraphs, from 0."""
    attributed_to: tuple[str, ...] = ()
    """Who says so, nearest speaker first, original outlet last; empty when the article does."""
    figures: tuple[Figure, ...] = ()
    when: When | None = None
    """The period the claim is about, worked out from its own article."""
    where: tuple[str, ...] = ()
    """Places it is about, as written."""
    names: tuple[str, ...] = ()
    """Names in it, as written, in order."""
    event: Event = field(default_factory=Event)
    polarity: Polarity = "asserted"
    restates: str = ""
    """Id of the body claim that this headline or standfirst claim only repeats."""
    rule: str = ""
    """Which rule proposed it."""
    made_by: str = PROGRAM
    """``program``, or the initials of an editor."""
    note: str = ""
    """The editor's remark."""


def claim_id(slug: str, quote: str, nth: int = 0) -> str:
    """The id of a claim: ten characters from its article's slug and its own words.

    ``nth`` counts earlier claims of the same article with the same words. White space
    is folded first, so re-wrapping a line changes no address.
    """
    words = " ".join(quote.split())
    key = "\x1f".join((slug, words, str(nth)))
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:10]
