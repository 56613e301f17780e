"""The agencies that a whole article is credited to: dateline, sign-off, byline or credit line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.languages import pack

_LONGEST = 30
"""Words of the longest line that gives credit."""
_LONGEST_LABEL = 12
"""Words of the longest line that only a label makes a credit."""
_DATELINE = 60
"""Code points of the longest place and date before an agency in brackets."""
_MARKS = " \t.,:;|*_-–—()[]©"
_DASHES = ("-", "–", "—")
_ENDS = (".", "!", "?", '"', "'", "”", "’", ")")
_PARTS = re.compile(r"[/,;|]")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Credits:
    """How one language's articles name the agency they rest on."""

    agencies: dict[str, str]
    """Every printed form -> the name readers know."""
    phrases: tuple[str, ...]
    """Lower-case words that make a short line a credit."""
    labels: tuple[str, ...]
    """Lower-case words that open a shorter one."""
    pictures: tuple[str, ...]
    """Lower-case words of a line that credits a picture."""
    joins: tuple[str, ...]
    """Words between two agencies."""

    def within(self, text: str) -> frozenset[str]:
        """The agencies a whole text is credited to, by the names readers know."""
        if not any(form in text for form in self.agencies):
            return frozenset()
        found: set[str] = set()
        for line in _LINE.finditer(text):
            found |= self._of_line(line.group().strip())
        return frozenset(found)

    def named(self, name: str) -> str:
        """The agency that a printed name means; empty where it means none."""
        bare = name.split(" ", 1)[-1] if name[:1].islower() else name
        return self.agencies.get(bare, "")

    def _of_line(self, line: str) -> set[str]:
        if not line:
            return set()
        opening = line[:_DATELINE].find("(")
        closing = line.find(")", opening) if opening >= 0 else -1
        dated = closing > 0 and line[closing + 1 :].lstrip().startswith(_DASHES)
        if dated and (found := self._listed(line[opening:closing])):
            return found
        low = line.lower()
        if any(word in low for word in self.pictures):
            return set()
        return self._signed(line) or self._line(line, low)

    def _line(self, line: str, low: str) -> set[str]:
        """What a line credits that is nothing but a credit."""
        count = len(line.split())
        if count > _LONGEST:
            return set()
        label = next((label for label in self.labels if low.startswith(label)), "")
        if label and count <= _LONGEST_LABEL:
            return self._listed(line[len(label) :])
        if not any(phrase in low for phrase in self.phrases):
            return self._listed(line, every=True)
        return {
            known
            for form, known in self.agencies.items()
            if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", line)
        }

    def _signed(self, line: str) -> set[str]:
        """What a paragraph ends with, in brackets or behind a dash: "... on Friday. (Agency)"."""
        if line[-1] in ")]":
            opening = max(line.rfind("("), line.rfind("["))
            before = line[: max(opening, 0)].rstrip()
            if opening < 0 or (before and before[-1] not in _ENDS):
                return set()
        else:
            opening = max(line.rfind(f"{dash} ") for dash in _DASHES)
            if opening < 0:
                return set()
        return self._listed(line[opening:], every=True)

    def _listed(self, words: str, every: bool = False) -> set[str]:
        """The agencies in a list of names; with ``every``, only where all of them are."""
        for join in self.joins:
            words = words.replace(f" {join} ", "/")
        parts = [part for piece in _PARTS.split(words) if (part := piece.strip(_MARKS))]
        found = {self.agencies[part] for part in parts if part in self.agencies}
        return set() if every and any(part not in self.agencies for part in parts) else found


@cache
def credits_of(language: str) -> Credits:
    """What a language's pack says of credits; nothing where it is silent."""
    source = pack(language)
    table: dict[str, Any] = source.table("cues").get("credits", {}) if source else {}
    forms = {
        form: name
        for name, printed in table.get("agencies", {}).items()
        for form in (name, *printed)
    }
    return Credits(
        forms,
        tuple(table.get("phrases", ())),
        tuple(table.get("labels", ())),
        tuple(table.get("pictures", ())),
        tuple(table.get("joins", ())),
    )
