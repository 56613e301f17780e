"""What a reading of who says what hands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model import Span

Style = Literal["direct", "indirect", "mixed", "according-to", "headline", "inherited"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue, who it names and what it hands on."""

    cue: Span
    """The whole lead-in or tail, as trimming removes it: "according to X," or ", X said".
    Empty (start equals end) where the style is ``inherited``."""
    content: tuple[Span, ...]
    """What is said, in order; more than one where the cue stands in the middle."""
    speakers: tuple[str, ...]
    """Nearest speaker first, original outlet last; pronouns resolved to names."""
    sentence: Span
    """The sentence of the cue, or the sentence that inherits."""
    style: Style
    verb: str = ""
    """Plain form of the cue verb ("say"), or the phrase ("according to")."""
    act: bool = False
    """Whether saying it is itself a deed (announce, vow, deny): the statement may be the
    point, and the speaker then stays in the claim."""
    presumes: bool = False
    """Whether the deed takes what it names for granted ("condemned the raid that killed ten"):
    then only the whole of it is the speaker's, not the facts inside."""
    belief: bool = False
    """Whether it is believed, hoped or feared rather than said."""


@dataclass(slots=True)
class Cue:
    """One cue of a sentence, in token places (ends exclusive)."""

    verb: str
    """Plain form, or the phrase."""
    groups: frozenset[str]
    begin: int
    """First token of the lead-in or tail."""
    end: int
    """Past its last token."""
    speaker: tuple[int, int] | None
    """Tokens of the noun phrase; None where the cue before goes on."""
    content: list[tuple[int, int]]
    """Token ranges of what is said."""
    style: Literal["", "according-to", "headline"] = ""
    """Empty for a verb."""
    outlet: tuple[int, int] | None = None
    """Tokens that name the outlet spoken to."""
    teller: tuple[int, int] | None = None
    """Tokens of the one who quotes the speaker."""
    follows: bool = False
    """Whether it goes on from an earlier cue."""
    presumes: bool = False
    """Whether what follows names a thing and states nothing ("condemned the raid")."""
    cites: bool = False
    """Whether it only names a nearer speaker for what the cue before says."""
