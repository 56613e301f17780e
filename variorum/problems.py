"""What can be wrong with an archive, as values with an address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault, where it is, and what to do about it."""

    file: str
    """Path as the user would type it, with forward slashes."""
    line: int
    """From 1; 0 when the fault is the file itself."""
    fault: str
    """What is wrong, without a full stop."""
    remedy: str = ""
    """What would mend it, a sentence without its full stop; empty when nothing can be said."""
    level: Level = "error"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        mark = "" if self.level == "error" else f"{self.level}: "
        ending = "" if self.remedy.endswith("?") else "."
        remedy = f" {self.remedy}{ending}" if self.remedy else ""
        return shown(f"{place}: {mark}{self.fault}.{remedy}")


_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves a terminal's cursor, turns the direction of its text, or cannot be printed."""


def shown(text: str) -> str:
    """One line for a terminal: characters that would act there stand as their codes."""
    return _UNSEEN.sub(lambda sign: f"<U+{ord(sign[0]):04X}>", text)


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repetition, by file, line and fault."""
    return tuple(sorted(set(problems)))


def not_utf8(file: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    """What is wrong with a file that is not UTF-8, with the place of the first such byte."""
    # The decoder counts from behind a byte order mark.
    at = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
    line = data[:at].count(b"\n") + 1
    fault = f"not valid UTF-8: byte 0x{data[at]:02x} at offset {at}"
    return Problem(file, line, fault, "Save the file as UTF-8")


def nearest(word: str, known: Iterable[str]) -> str:
    """A remedy that names the known word most like this one, or lists them all."""
    words = sorted(known)
    close = get_close_matches(word, words, n=1)
    return f'Did you mean "{close[0]}"?' if close else f"Known: {', '.join(words)}"
