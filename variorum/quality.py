"""The engine's measured quality, as the method page shows it.

``quality.json`` beside this module is written by the evaluation; it is package data, so a
site states the quality of the very program that built it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources

BANDS: dict[str, float] = {"strong": 0.9, "good": 0.8, "fair": 0.7, "weak": 0.0}
"""Bands of confidence in which the program's relations are shown, each with its lowest score."""


def band_of(score: float) -> str:
    """The band of a relation that no editor has decided on."""
    return next(name for name, lowest in BANDS.items() if score >= lowest)


@dataclass(frozen=True, slots=True)
class Measured:
    """One set of articles and what was measured on it."""

    cluster: str
    measures: tuple[tuple[str, float], ...]
    """(name, value), in the order of the file; a count is whole, a share is not."""


@dataclass(frozen=True, slots=True)
class Quality:
    """One run of the evaluation."""

    date: str
    """ISO 8601."""
    version: str
    command: str
    rows: tuple[Measured, ...]


def read() -> Quality | None:
    """What was measured last; None when nothing has been."""
    file = resources.files("variorum") / "quality.json"
    if not file.is_file():
        return None
    found = json.loads(file.read_text(encoding="utf-8"))
    return Quality(
        str(found["date"]),
        str(found["version"]),
        str(found["command"]),
        tuple(
            Measured(str(row["cluster"]), tuple(row["measures"].items())) for row in found["rows"]
        ),
    )
