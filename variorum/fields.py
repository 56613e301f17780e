"""Strict YAML values -> the typed fields of a record, every fault told with its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from variorum import edtf
from variorum.problems import Problem, nearest
from variorum.strictyaml import Items, Pairs, Text, Value

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", re.ASCII)
"""A BCP 47 code."""
WEB = re.compile(r"https?://[^\s/?#]+[^\s]*", re.ASCII)
"""A whole web address."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys a mapping may have."""

    what: str
    """What such a mapping describes, for messages ("a relation ruling")."""
    known: tuple[str, ...]
    required: tuple[str, ...] = ()


@dataclass(slots=True)
class Fields:
    """The entries of one mapping, taken key by key; each fault is added to ``problems``.

    Every getter gives its empty value where the key is missing or its value at fault.
    """

    path: str
    line: int
    """Where the mapping starts."""
    shape: Shape
    entries: Mapping[str, tuple[int, Value]]
    """Key to the key's line and its value."""
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True
    """Whether every required key is there; what is there is examined all the same."""

    def fault(self, line: int, fault: str, remedy: str = "") -> None:
        """Add a problem of this file."""
        self.problems.append(Problem(self.path, line, fault, remedy))

    def has(self, key: str) -> bool:
        """Whether the key is there and not empty."""
        if key not in self.entries:
            return False
        value = self.entries[key][1]
        return not (isinstance(value, Text) and not value.value.strip())

    def line_of(self, key: str) -> int:
        """The line of a key; that of the mapping where the key is missing."""
        return self.entries[key][0] if key in self.entries else self.line

    def text(self, key: str, default: str = "") -> str:
        """A string with its white space folded."""
        if key not in self.entries:
            return default
        line, value = self.entries[key]
        if not isinstance(value, Text):
            self.fault(line, f'"{key}" holds a list or a block of keys', "Give it one line of text")
            return default
        return " ".join(value.value.split()) or default

    def lines(self, key: str) -> str:
        """A string whose lines stand as written, white space folded within each."""
        whole = self.text(key)
        if not whole:
            return ""
        value = self.entries[key][1]
        assert isinstance(value, Text)
        return "\n".join(" ".join(line.split()) for line in value.value.strip().splitlines())

    def choice(self, key: str, known: Collection[str]) -> str:
        """One of the known words; empty where the key is missing or empty."""
        word = self.text(key)
        if word and word not in known:
            self.fault(self.line_of(key), f'"{word}" is no {key}', nearest(word, known))
            return ""
        return word

    def date(self, key: str) -> str:
        """An EDTF date, as written."""
        word = self.text(key)
        if word and edtf.read(word) is None:
            self.fault(self.line_of(key), f'{key} "{word}" is not a valid date', edtf.FORMS)
            return ""
        return word

    def language(self, key: str) -> str:
        """A BCP 47 code; empty where the key is missing or at fault."""
        word = self.text(key)
        if word and not LANGUAGE.fullmatch(word):
            remedy = "Write its code: en for English, fr for French, pt-BR for Brazilian Portuguese"
            self.fault(self.line_of(key), f'{key} "{word}" is no language code', remedy)
            return ""
        return word

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; one string counts as a list of one."""
        words = []
        for value in self._values(key):
            if not isinstance(value, Text):
                self.fault(value.line, f'an entry of "{key}" is not text', "Write it on one line")
            elif word := " ".join(value.value.split()):
                words.append(word)
        return tuple(words)

    def records(self, key: str, shape: Shape) -> tuple[Fields, ...]:
        """A list of mappings of this shape; what is no mapping is left out, its fault kept."""
        found = (of(value, shape, self.path, self.problems) for value in self._values(key))
        return tuple(fields for fields in found if fields is not None)

    def record(self, key: str, shape: Shape) -> Fields | None:
        """One mapping of this shape; None where it is missing or no mapping."""
        if key not in self.entries:
            return None
        return of(self.entries[key][1], shape, self.path, self.problems)

    def _values(self, key: str) -> tuple[Value, ...]:
        if key not in self.entries:
            return ()
        value = self.entries[key][1]
        if isinstance(value, Items):
            return value.values
        return (value,) if self.has(key) else ()


def of(value: Value, shape: Shape, path: str, problems: list[Problem]) -> Fields | None:
    """The entries of a mapping; None where it is none.

    Unknown keys are told with the nearest known one, and left out.
    """
    if not isinstance(value, Pairs):
        remedy = f"Known: {', '.join(shape.known)}"
        problems.append(Problem(path, value.line, f"{shape.what} needs keys", remedy))
        return None
    entries = {}
    for key, held in value.values:
        if key.value in shape.known:
            entries[key.value] = (key.line, held)
        else:
            remedy = nearest(key.value, shape.known)
            problems.append(Problem(path, key.line, f'unknown key "{key.value}"', remedy))
    found = Fields(path, value.line, shape, entries, problems)
    missing = [word for word in shape.required if not found.has(word)]
    for word in missing:
        fault = f'{shape.what} has no "{word}"'
        problems.append(Problem(path, found.line_of(word), fault, f'Add "{word}"'))
    found.complete = not missing
    return found
