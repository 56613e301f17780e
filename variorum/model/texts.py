"""The records of texts: an article as it was published, captured and cut up."""

from __future__ import annotations

from dataclasses import dataclass
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
    "advert",
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
Precision = Literal["minute", "day", "month", "year", "span"]


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
class Wording:
    """A stretch of a passage as one capture words it."""

    text: str
    changed: bool
    """Whether the other capture has other words here, or none."""


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that reads otherwise in a later capture of its article."""

    before: tuple[Wording, ...]
    """Joined, the passage as it was; empty when it was added."""
    after: tuple[Wording, ...]
    """Joined, the passage as it became; empty when it was removed."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What an outlet changed between two captures of an article."""

    earlier: int
    """Place of the capture among the article's, from 0; the later one is the next."""
    changes: tuple[Change, ...]
    """In the order of the text; empty where only furniture changed."""


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
