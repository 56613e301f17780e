"""What a run tells people and programs: problems, the summary, and the stages' times."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import TextIO

from variorum.model import Archive
from variorum.problems import Problem, ordered

PATIENCE = 1.0
"""Seconds of silence before a progress line appears."""
_REFRESH = 0.1
"""Seconds between two states of the progress line."""


@dataclass(slots=True)
class Clock:
    """Times the stages and shows on a terminal how far a long run is."""

    out: TextIO | None
    """Where the progress line goes; None for nowhere."""
    seconds: dict[str, float] = field(default_factory=dict)
    _begun: float = field(default_factory=time.perf_counter)
    _stage: str = ""
    _since: float = 0.0
    _shown: float = 0.0

    def __call__(self, stage: str, done: int = 0, count: int = 1) -> None:
        """A stage has done so many of its items."""
        now = time.perf_counter()
        if stage != self._stage:
            self._close(now)
            self._stage, self._since = stage, now
        if self.out and now - self._begun > PATIENCE and now - self._shown > _REFRESH:
            self._shown = now
            counted = f" {done + 1} of {count}" if count > 1 else ""
            self.out.write(f"\r\x1b[K{stage}{counted}")
            self.out.flush()

    def stop(self) -> dict[str, float]:
        """End the last stage, clear the line, and give the seconds of each."""
        self._close(time.perf_counter())
        self._stage = ""
        if self.out and self._shown:
            self.out.write("\r\x1b[K")
            self.out.flush()
        return self.seconds

    def _close(self, now: float) -> None:
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since


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
