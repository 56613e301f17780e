"""Whether a source is named or only described: the one rule, for every count and list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from variorum.languages import pack

_ENDS = " .,;:'’\"“”()"


@dataclass(frozen=True, slots=True)
class Callings:
    """Words for those who speak, of the languages in which an archive is written; folded."""

    speakers: frozenset[str]
    """People and papers ("observers", "mayor", "reports"): alone they name nobody."""
    bodies: frozenset[str]
    """What a name may end with ("ministry", "police")."""
    definite: frozenset[str]
    """Words before what everybody is taken to know ("the")."""


def callings(languages: Iterable[str]) -> Callings:
    """The words of these languages, as far as they have packs."""
    speakers: set[str] = set()
    bodies: set[str] = set()
    definite: set[str] = set()
    for language in languages:
        found = pack(language)
        cues: Mapping[str, Any] = found.table("cues") if found else {}
        table = cues.get("speakers", {})
        met = {word for key in ("nouns", "documents", "plurals") for word in table.get(key, ())}
        speakers |= met.difference(table.get("collectives", ()))
        bodies.update(table.get("bodies", ()), table.get("forces", ()))
        definite.update(cues.get("words", {}).get("definite", ()))
    return Callings(frozenset(speakers), frozenset(bodies), frozenset(definite))


def is_name(written: str, known: Callings) -> bool:
    """Whether words name a person, a body, an outlet or a document.

    They begin and end with a capital, but for one word or a calling before them ("the Courier",
    "police chief Ada Holm", not "a friend in Arlen", "Western officials", "Observers"); or they
    are a body called after somebody ("the Arlen fire service", "the police of Arlen", not "a
    Western agency").
    Scripts without capitals count as naming.
    """
    words = [word for part in written.split() if (word := part.strip(_ENDS))]
    if not words or written.upper() == written.lower():
        return bool(words)
    opened = words[0] if _small(words[0]) else ""
    rest = words[1:] if opened else words
    settled = not opened or opened in known.definite
    if settled and rest and rest[0] in known.bodies and not _small(rest[-1]):
        return True
    while rest and _small(rest[0]) and rest[0] in known.speakers:
        rest = rest[1:]
    if not rest or _small(rest[0]):
        return False
    if not opened and len(rest) == 1 and rest[0].casefold() in known.speakers:
        return False
    if not _small(rest[-1]):
        return True
    return settled and rest[-1] in known.bodies


def _small(word: str) -> bool:
    """Whether a word has no capital: "al-Noor" has one."""
    return word.islower()
