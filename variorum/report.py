"""What a run tells people and programs: problems, the summary, and the stages' times."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from threading import Timer
from typing import TextIO

from variorum.model import Archive
from variorum.problems import Problem, ordered

PATIENCE = 1.0
"""Seconds of silence before a progress line appears."""
_REFRESH = 0.1
"""Seconds between two states of the progress line."""


class Clock:
    """Times the stages and shows how far a long run is, on ``out`` where that is a terminal."""

    def __init__(self, out: TextIO | None) -> None:
        self._out = out
        self._seconds: dict[str, float] = {}
        self._stage = self._line = ""
        self._since = self._shown = 0.0
        self._talks = False
        # A stage that tells nothing for long is named all the same.
        self._timer = Timer(PATIENCE, self._begin)
        self._timer.daemon = True
        if out:
            self._timer.start()

    def __call__(self, stage: str, done: int = 0, count: int = 1) -> None:
        """A stage has done so many of its items."""
        now = time.perf_counter()
        if stage != self._stage:
            self._close(now)
            self._stage, self._since, self._shown = stage, now, 0.0
        self._line = f"{stage} {done + 1} of {count}" if count > 1 else stage
        if self._talks and now - self._shown > _REFRESH:
            self._shown = now
            self._show()

    def stop(self) -> dict[str, float]:
        """End the last stage, clear the line, and give the seconds of each."""
        self._timer.cancel()
        self._close(time.perf_counter())
        self._stage = self._line = ""
        if self._talks:
            self._show()
        self._talks = False
        return self._seconds

    def _begin(self) -> None:
        self._talks = True
        self._show()

    def _show(self) -> None:
        if self._out:
            self._out.write(f"\r\x1b[K{self._line}")
            self._out.flush()

    def _close(self, now: float) -> None:
        if self._stage:
            spent = now - self._since
            self._seconds[self._stage] = self._seconds.get(self._stage, 0.0) + spent


def counts(archive: Archive) -> dict[str, int]:
    """How many of everything there are."""
    types = Counter(relation.type for relation in archive.relations)
    return {
        "articles": len(archive.documents),
        "claims": len(archive.claims),
        "relations": len(archive.relations),
        "corroborates": types["corroborates"],
        "conflicts": types["conflicts"],
        "differs": types["differs"],
        "suggestions": len(archive.suggestions),
        "matters": len(archive.matters),
    }


def summary(archive: Archive, problems: Iterable[Problem], seconds: dict[str, float]) -> str:
    """What was found and linked, what is wrong, and where the time went."""
    n = counts(archive)
    levels = Counter(problem.level for problem in ordered(problems))
    told = ", ".join(
        _plural(levels[level], level) for level in ("error", "warning", "note") if levels[level]
    )
    stages = ", ".join(f"{stage} {spent:.2f}" for stage, spent in seconds.items())
    return "\n".join(
        (
            f"articles     {n['articles']}",
            f"claims       {n['claims']}",
            f"relations    {n['relations']}: {n['corroborates']} corroborate, "
            f"{n['conflicts']} conflict, {n['differs']} differ; "
            f"{_plural(n['suggestions'], 'suggestion')} held back",
            f"matters      {n['matters']}",
            f"problems     {told or 'none'}",
            f"seconds      {sum(seconds.values()):.2f}: {stages}",
        )
    )


def result(
    archive: Archive, problems: Iterable[Problem], seconds: dict[str, float]
) -> dict[str, object]:
    """The same for programs."""
    return {
        "counts": counts(archive),
        "problems": as_data(problems),
        "seconds": {stage: round(spent, 3) for stage, spent in seconds.items()},
    }


def as_data(problems: Iterable[Problem]) -> list[dict[str, str | int]]:
    """The problems in their order, each with its fields."""
    return [asdict(problem) for problem in ordered(problems)]


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
