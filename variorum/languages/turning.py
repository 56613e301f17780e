"""How the words of a text turn a statement round, leave it open or end its clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from variorum.languages.met import Met

KINDS = (
    ("break", "breaks"),
    ("error", "error"),
    ("unclear", "unclear"),
    ("deny", "denial"),
    ("not", "negation"),
)
"""What a word by itself can do, and the key of the words that do it."""
_PHRASES = (
    ("", "no_negation"),
    ("unclear", "unclear_phrases"),
    ("deny", "denial_phrases"),
    ("not", "negation_phrases"),
)
_ACCOUNTS = (("deny", "rejection"), ("unclear", "probing"))
_REACH = 4
"""Words after "dismissed" or "investigating" among which stands whose word it is on."""


class Turning:
    """The cues of one language: by one word, a phrase, or a verb and the account it is on."""

    __slots__ = ("_accounts", "_asked", "_cue", "_none", "_opens", "_phrases", "_told")

    def __init__(self, cues: dict[str, Any], cue: Callable[[str], str]) -> None:
        """``cues`` is the pack's table; ``cue`` says what a word as written does by itself."""
        self._cue = cue
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for kind, key in _PHRASES:
            for phrase in cues[key]:
                first, *rest = phrase.split()
                self._phrases.setdefault(first, []).append((tuple(rest), kind))
        for known in self._phrases.values():
            known.sort(key=lambda phrase: -len(phrase[0]))
        self._accounts = {word: kind for kind, key in _ACCOUNTS for word in cues[key].split()}
        self._told = frozenset(cues["accounts"].split())
        self._none = frozenset(cues["no"].split())
        self._asked = frozenset(cues["asked"].split())
        self._opens = Met(self._may)

    def opens(self, word: str) -> bool:
        """Whether a word as written turns a statement round, or begins a phrase that may."""
        return self._opens[word]

    def read(self, words: Sequence[str]) -> dict[int, str]:
        """Which of some words, by number, turn what is said, and how: one of ``KINDS``.

        Of a phrase it is the last word, behind which stands what it turns.
        """
        found: dict[int, str] = {}
        past = 0
        opens = self._opens
        for number, word in enumerate(words):
            if opens[word] and number >= past:
                length, kind = self._kind(words, number)
                past = number + length
                if kind:
                    found[past - 1] = kind
        return found

    def _may(self, word: str) -> bool:
        small = _small(word)
        return bool(self._cue(word)) or small in self._phrases or small in self._accounts

    def _kind(self, words: Sequence[str], number: int) -> tuple[int, str]:
        """How many words turn what is said from a number on, and how."""
        small = _small(words[number])
        for rest, kind in self._phrases.get(small, ()):
            if tuple(map(_small, words[number + 1 : number + 1 + len(rest)])) == rest:
                return 1 + len(rest), kind
        kind = self._cue(words[number])
        if (
            small in self._none
            and words[number + 1 : number + 2]
            and words[number + 1][0].isdigit()
        ):
            return 1, ""  # "no. 8"
        if kind or small not in self._accounts:
            return 1, kind
        return 1, self._accounts[small] if self._taken_up(words, number) else ""

    def _taken_up(self, words: Sequence[str], number: int) -> bool:
        """Whether an account stands behind a verb, and not only something asked for."""
        after = [_small(word) for word in words[number + 1 : number + 2 + _REACH]]
        told = next((n for n, word in enumerate(after[:_REACH]) if word in self._told), None)
        return told is not None and self._asked.isdisjoint(after[told + 1 : told + 2])


def _small(word: str) -> str:
    return word.lower().replace("’", "'")
