"""The records of an archive. This module imports nothing of the package.

Every record is frozen and slotted and holds tuples. Offsets are code points in the
``text`` of one Document, end exclusive. Dates are ISO 8601 strings, so that precision
is never invented.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal[
    "headline",
    "standfirst",
    "subhead",
    "body",
    "byline",
    "dateline",
    "source",
    "caption",
    "credit",
    "menu",
    "share",
    "prompt",
    "teaser",
    "comment",
    "signoff",
    "duplicate",
    "other",
]
"""What a stretch of text is on its page; all but ``ARTICLE_ROLES`` are furniture."""

ARTICLE_ROLES: frozenset[str] = frozenset({"headline", "standfirst", "subhead", "body"})
"""Roles whose words belong to the article; every other role is furniture."""

Kind = Literal["figure", "event", "status", "statement", "forecast"]
Verdict = Literal["corroborates", "conflicts", "differs"]
Independence = Literal["independent", "shared-origin", "unknown"]
Status = Literal[
    "conflicts", "corroborates", "corroborates-unknown", "same-origin", "differs", "unlinked"
]
STATUSES: tuple[Status, ...] = (
    "conflicts",
    "corroborates",
    "corroborates-unknown",
    "same-origin",
    "differs",
    "unlinked",
)
"""Every status of a claim, sharpest first."""

Polarity = Literal["asserted", "denied", "unclear"]
Precision = Literal["minute", "day", "month", "year", "span"]
FigureKind = Literal[
    "count", "share", "money", "age", "duration", "distance", "ordinal", "measure", "bare"
]
PROGRAM = "program"
"""The maker of every claim, relation and matter that no editor made."""
EDITOR = "editor"
"""The maker of what an editor decided in a file that asks for no initials."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one Document's text."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class When:
    """A date or period, with the precision its source gives it and no more."""

    earliest: str
    """First day (or minute) it can mean, ISO 8601; empty when the start is open."""
    latest: str
    """Last day (or minute) it can mean, ISO 8601; empty when the end is open."""
    precision: Precision
    """How finely the source dates it; ``span`` for a period with two named ends."""
    approximate: bool = False
    """Whether the source hedges it ("about", EDTF ``~``)."""
    text: str = ""
    """The words, or the EDTF string, it was read from."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of display text with one set of inline styles."""

    span: Span
    """Where its words stand in Document.text."""
    styles: tuple[str, ...] = ()
    """Outermost first: ``em``, ``strong``, ``code``, ``a``."""
    href: str = ""
    """Where its link leads, checked against the list of allowed schemes; empty without ``a``."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article's body as it is to be displayed."""

    kind: Literal["paragraph", "heading", "code", "rule"]
    """What it is; a rule has no words."""
    span: Span
    """Where its words stand in Document.text."""
    runs: tuple[Run, ...]
    """Its words in order; joined they are the text of ``span``."""
    containers: tuple[str, ...] = ()
    """What encloses it, outermost first, each ``tag:number`` with a number of its own
    (``blockquote:1``, ``ul:2``, ``li:3``): two blocks share a container when the words agree."""
    level: int = 0
    """Level of a heading, 1 to 6; otherwise 0."""
    line: int = 0
    """Line of the content file it starts on, from 1; 0 when there is no file."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article says its knowledge comes from."""

    name: str
    """Outlet, agency, document or person."""
    covers: tuple[str, ...] = ()
    """First words of the paragraphs that rest on it; empty when the whole article does."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A raw file as taken from the web."""

    file: str
    """Path below the archive's capture folder."""
    sha256: str
    """Fixity: hash of its bytes, 64 hexadecimal digits."""
    captured: str = ""
    """When it was taken, EDTF; empty when unknown."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A scraping fault the archivist repaired in the body."""

    wrong: str
    """The words in the capture (``from``)."""
    right: str
    """The words in the body (``to``)."""
    why: str
    """The reason, for the reader."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article beside its text."""

    title: str
    outlet: str = ""
    """Publisher; empty when it could not be identified."""
    authors: tuple[str, ...] = ()
    url: str = ""
    published: When | None = None
    """Date of publication, from EDTF level 0 or 1; None when unknown."""
    tags: tuple[str, ...] = ()
    note: str = ""
    """The archivist's remark to readers."""
    rights: str = ""
    """Rights statement; empty when the archive's default holds."""
    display: Literal["", "full", "excerpt", "private"] = ""
    """How much may be shown; empty when the archive's default holds."""
    origins: tuple[Origin, ...] = ()
    captures: tuple[Capture, ...] = ()
    """Oldest first; the body follows the last."""
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One article: the only text, into which every later record points."""

    slug: str
    """Its name: the content file without ``.md``, or the key handed to ``analyse``."""
    text: str
    """Headline, then the paragraphs, each separated by one blank line."""
    meta: Metadata
    language: str = "en"
    """BCP 47."""
    blocks: tuple[Block, ...] = ()
    """The body for display; empty for plain texts handed to ``analyse``."""
    file: str = ""
    """Path of the content file, for messages; empty for plain texts."""
    lines: tuple[tuple[str, int], ...] = ()
    """Where the front matter says what: ``published``, or ``captures.0`` for a list's first
    entry, with its line."""

    def line(self, key: str) -> int:
        """The line of the front matter that gives ``key``; 1 where none does."""
        return dict(self.lines).get(key, 1)

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a Document with its role and its sentences."""

    span: Span
    role: Role
    sentences: tuple[Span, ...]
    """In order, without the white space between them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a raw capture and what segmentation makes of it."""

    number: int
    """From 1."""
    text: str
    """The line without its line end, otherwise as captured."""
    role: Role


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


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie between two claims, read the same from both ends."""

    a: str
    """Id of the claim that sorts first."""
    b: str
    """Id of the other claim."""
    type: Verdict
    independence: Independence | None
    """Of a corroboration; None for the other verdicts."""
    origin: str
    """What both rest on, where independence is ``shared-origin``; otherwise empty."""
    reason: str
    """One plain sentence for the reader: what is the same and what is not."""
    score: float
    """How sure the engine is, 0 to 1; 1 when an editor made or confirmed it."""
    frame: str = ""
    """Which comparison gave the verdict ("count × count", "denial × blame")."""
    made_by: str = PROGRAM
    """``program``, or the initials of the editor who added or amended it."""
    confirmed_by: str = ""
    """Initials of the editor who accepted the program's relation as it stood."""
    evidence: tuple[str, ...] = ()
    """What was compared and what it counted, one line each, for ``--explain``."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Claims that answer one question."""

    slug: str
    """Its address for ever."""
    title: str
    """The question."""
    claims: tuple[str, ...]
    """Claim ids, in order of publication, then of place."""
    made_by: str = PROGRAM
    summary: str = ""
    """The editor's sentence or two under the title; empty when nobody wrote one."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the engine finds in a set of texts, without any archive."""

    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    """Published: sure enough to state to a reader."""
    suggestions: tuple[Relation, ...]
    """Held back, best first: the editor's queue."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage named by its words, as rulings name it."""

    article: str
    """Slug."""
    quote: str
    prefix: str = ""
    """Words just before it, where the quote stands more than once."""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRuling:
    """An editor's decision on a claim."""

    ruling: Literal["add", "amend", "reject"]
    at: Quoted
    by: str
    on: str
    kind: Kind | None = None
    attributed_to: tuple[str, ...] | None = None
    """None leaves the program's finding; empty says the article asserts it itself."""
    restates: str = ""
    """Words of the claim of the same article that this one only repeats."""
    note: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class RelationRuling:
    """An editor's decision on a relation."""

    ruling: Literal["accept", "amend", "reject", "add"]
    here: Quoted
    there: Quoted
    by: str
    on: str
    type: Verdict | None = None
    independence: Independence | None = None
    origin: str = ""
    reason: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class MatterRuling:
    """An editor's decision on a matter: an entry of ``content/matters.yaml``, in its order."""

    slug: str
    title: str
    includes: tuple[Quoted, ...] = ()
    excludes: tuple[Quoted, ...] = ()
    summary: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """An authority record: a preferred name and its variants."""

    name: str
    kind: Literal["outlet", "agency", "organisation", "person", "place"]
    also: tuple[str, ...] = ()
    part_of: str = ""
    line: int = 0
    """Line of the authorities file, for messages."""


@dataclass(frozen=True, slots=True)
class Authorities:
    """The archive's own names and families of terms."""

    names: tuple[Name, ...] = ()
    terms: tuple[tuple[str, ...], ...] = ()
    """Families of words that mean the same here; the first is preferred."""


@dataclass(frozen=True, slots=True)
class Site:
    """The archive's settings: the keys of ``site.yaml``, each with its default applied."""

    title: str
    tagline: str = ""
    description: str = ""
    language: str = "en"
    base_url: str = ""
    content: str = "content"
    templates: str = "templates"
    captures: str = "seeds"
    output: str = "public"
    contact: str = ""
    rights: str = "http://rightsstatements.org/vocab/InC/1.0/"
    display: Literal["full", "excerpt", "private"] = "full"
    publish_captures: bool = False
    editors: tuple[tuple[str, str], ...] = ()
    """(initials, name), sorted by initials."""
    publish_at: float = 0.7
    """``relations.publish_at``: the score from which a relation is stated to readers."""
    suggest_at: float = 0.3
    """``relations.suggest_at``: the score from which a pair enters the editor's queue."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything a page is made from."""

    site: Site
    documents: tuple[Document, ...]
    """By slug."""
    paragraphs: tuple[tuple[Paragraph, ...], ...]
    """One tuple for each document, in the same order."""
    furniture: tuple[tuple[Line, ...], ...]
    """For each document, the lines of its last capture that are not in the body."""
    claims: tuple[Claim, ...]
    """By document, then by span."""
    relations: tuple[Relation, ...]
    """Published ones, by (a, b)."""
    suggestions: tuple[Relation, ...]
    """Held back, best first; never shown to readers."""
    matters: tuple[Matter, ...]
    """In the order in which readers see them."""
    authorities: Authorities = field(default_factory=Authorities)


@dataclass(frozen=True, slots=True)
class File:
    """A file of the built site."""

    path: str
    """Relative to the site's root, with forward slashes."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything a build reads."""

    site: Site
    content: tuple[File, ...]
    """Files of the content folder, by path; each path begins with the folder's name."""
    captures: Mapping[str, bytes]
    """Raw captures by their path below the captures folder."""
    templates: tuple[File, ...]
    """Templates and assets, by path below the templates folder."""


def claim_id(slug: str, quote: str, nth: int = 0) -> str:
    """The id of a claim: ten characters from its article's slug and its own words.

    ``nth`` counts earlier claims of the same article with the same words. White space
    is folded first, so re-wrapping a line changes no address.
    """
    words = " ".join(quote.split())
    key = "\x1f".join((slug, words, str(nth)))
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:10]
