"""What a language's pack says about attribution, as sets ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from variorum import languages
from variorum.claims.names import fold

Group = Literal["say", "act", "belief", "show", "cite"]
Form = Literal["base", "third", "past", "gerund"]

_FORMS: dict[int, Form] = {0: "base", 1: "third"}
"""Which form stands where in a row; the last is the gerund, those between are past."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a cue verb."""

    lemma: str
    groups: frozenset[Group]
    forms: frozenset[Form]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cue words of one language; every word folded to lower case."""

    verbs: dict[str, Verb]
    """By form."""
    openers: frozenset[str]
    """First words of the phrases below."""
    according: tuple[tuple[str, ...], ...]
    through: tuple[tuple[str, ...], ...]
    triggers: frozenset[str]
    """Words without one of which no sentence is looked at."""
    outlets: frozenset[str]
    """Folded names."""
    words: dict[str, frozenset[str]]
    """Tables ``words`` and ``speakers`` of the pack, by key."""


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a BCP 47 language; None without a pack."""
    pack = languages.pack(language)
    if pack is None:
        return None
    table = pack.table("cues")
    verbs = _verbs(table["verbs"])
    phrases = {k: tuple(tuple(p.split()) for p in v) for k, v in table["phrases"].items()}
    openers = frozenset(p[0] for found in phrases.values() for p in found)
    return Lexicon(
        verbs,
        openers,
        phrases["according"],
        phrases["through"],
        frozenset(verbs) | frozenset(p[0] for p in phrases["according"] if p[0] != "in"),
        frozenset(fold(name) for name in pack.lines("outlets")),
        {k: frozenset(v) for part in ("words", "speakers") for k, v in table[part].items()},
    )


def _verbs(groups: dict[str, list[str]]) -> dict[str, Verb]:
    """Verbs by form, from rows that list the plain form first and the -ing form last."""
    found: dict[str, Verb] = {}
    for group, rows in groups.items():
        for row in rows:
            forms = row.split()
            for n, form in enumerate(forms):
                kind: Form = _FORMS.get(n, "gerund" if n == len(forms) - 1 else "past")
                old = found.get(form)
                found[form] = Verb(
                    forms[0],
                    frozenset({group, *(old.groups if old else ())}),  # type: ignore[arg-type]
                    frozenset({kind, *(old.forms if old else ())}),
                )
    return found
