"""What is told of words, kept from the first time that each is met."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_MOST = 1 << 17
"""Words kept, at most; then all are forgotten."""


class Met(dict[str, T]):
    """A word -> what a function tells of it; ``[word]`` works it out where it is new."""

    __slots__ = ("_tell",)

    def __init__(self, tell: Callable[[str], T]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._tell(word)
        return found
