"""Language packs: everything the engine knows about one language, as data beside this file.

A pack is a folder named by its BCP 47 code. It holds lists (``NAME.txt``: one entry a
line, ``#`` starts a comment) and tables (``NAME.toml``). Each file says at its head
where its contents come from. Which files and keys a pack must have is told by the English
one, with which ``shape`` compares it; docs/languages.md says what each file is for.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


class Pack:
    """One language's lists and tables, read once and kept."""

    __slots__ = ("_lines", "_tables", "code")

    def __init__(self, code: str) -> None:
        self.code = code
        self._lines: dict[str, tuple[str, ...]] = {}
        self._tables: dict[str, dict[str, Any]] = {}

    def lines(self, name: str) -> tuple[str, ...]:
        """The entries of ``NAME.txt`` in file order, without comments and blank lines."""
        if name not in self._lines:
            rows = (row.split("#", 1)[0].strip() for row in self._read(f"{name}.txt").splitlines())
            self._lines[name] = tuple(row for row in rows if row)
        return self._lines[name]

    def table(self, name: str) -> dict[str, Any]:
        """The contents of ``NAME.toml``."""
        if name not in self._tables:
            self._tables[name] = tomllib.loads(self._read(f"{name}.toml"))
        return self._tables[name]

    def has(self, name: str) -> bool:
        """Whether the pack holds a file of this name."""
        return (resources.files(__package__) / self.code / name).is_file()

    def _read(self, name: str) -> str:
        return (resources.files(__package__) / self.code / name).read_text(encoding="utf-8")


@cache
def pack(language: str) -> Pack | None:
    """The pack for a BCP 47 tag, by its primary language; None when there is none."""
    code = language.lower().split("-")[0]
    return Pack(code) if code.isalpha() and (resources.files(__package__) / code).is_dir() else None
