"""Words -> one form for all their inflections and spellings, by the table ``stems`` of a pack."""

from __future__ import annotations

from typing import Any

from variorum.languages.folding import plain
from variorum.languages.met import Met
from variorum.languages.typography import Typography

_VOWELS = frozenset("aeiouy")
_Rules = dict[str, tuple[str, int]]
"""Ending -> what replaces it, and the letters that must stand before it."""
_Sizes = dict[str, tuple[int, ...]]
"""Last letter -> how long the endings with it are, the longest first."""


class Stems:
    """How the words of one language fold."""

    __slots__ = ("_forms", "_irregular", "_rules", "_typography", "of")

    def __init__(self, tables: dict[str, Any], written: Typography) -> None:
        spellings = {old: (new, 3) for old, new in tables["spellings"]}
        endings = (
            {ending: (new, least) for ending, new, least in tables[name]}
            for name in ("plurals", "verbs", "derivations")
        )
        self._typography = written
        self._rules: tuple[tuple[_Rules, _Sizes], ...] = tuple(
            (rules, _sizes(rules)) for rules in (spellings, *endings)
        )
        self._irregular = {plain(form): plain(base) for form, base in _irregular(tables).items()}
        groups = (group.split()[1:] for group in tables["irregular"]["forms"].split(","))
        self._forms = frozenset(plain(form) for forms in groups for form in forms)
        self.of = Met(self._fold)
        """A word -> its folded form."""

    def plain(self, word: str) -> str:
        """A word in lower case, without accents, apostrophes and the ending of an owner."""
        if word.isascii() and word.isalpha():
            return word.lower()
        return plain(self._typography.owned(word))

    def irregular(self, word: str) -> bool:
        """Whether a word is an irregular form of another."""
        return self.plain(word) in self._forms

    def _fold(self, word: str) -> str:
        word = self.plain(word)
        word = self._irregular.get(word, word)
        for rules, sizes in self._rules:
            length = len(word)
            for size in sizes.get(word[-1:], ()):
                rule = rules.get(word[-size:]) if size < length else None
                if rule and length - size >= rule[1]:
                    word = word[:-size] + rule[0]
                    break
            word = self._irregular.get(word, word)
        if len(word) > 3 and word[-1] == word[-2] and word[-1] not in _VOWELS:
            word = word[:-1]
        return word[:-1] if len(word) > 3 and word.endswith("e") else word


def _sizes(rules: _Rules) -> _Sizes:
    lengths: dict[str, set[int]] = {}
    for ending in rules:
        lengths.setdefault(ending[-1], set()).add(len(ending))
    return {last: tuple(sorted(found, reverse=True)) for last, found in lengths.items()}


def _irregular(tables: dict[str, Any]) -> dict[str, str]:
    folded: dict[str, str] = {}
    for group in tables["irregular"]["forms"].split(","):
        base, *forms = group.split()
        folded.update((form, base) for form in forms)
    for pair in tables["words"]["pairs"].split(","):
        british, american = pair.split()
        folded[british] = american
    return folded
