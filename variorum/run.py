"""One run over an archive: what was read, the problems met, the site made and written."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from variorum import collector, config, pipeline, search, store, swap
from variorum.arguments import Options
from variorum.model import Inputs, Site
from variorum.problems import Problem, not_utf8
from variorum.report import Clock

BUILT, FAULTY, MISUSED = 0, 1, 2
"""Exit codes: the site stands; errors in the content; wrong usage or settings."""


class RefusedError(Exception):
    """A command cannot begin; nothing was read or written."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.fault)
        self.problem = problem


@dataclass(slots=True)
class Run:
    """One run over the archive: what was read, and every problem so far."""

    options: Options
    clock: Clock
    root: Path
    inputs: Inputs
    problems: list[Problem]
    misused: bool
    """Whether settings or usage are at fault, not the content."""

    @property
    def output(self) -> Path:
        """The folder of the built site."""
        chosen = self.options.output
        return Path(chosen) if chosen else self.root / self.inputs.site.output

    def stopped(self) -> bool:
        """Whether the problems keep the site from being swapped in."""
        stopping = ("error", "warning") if self.options.strict else ("error",)
        return any(problem.level in stopping for problem in self.problems)

    def code(self) -> int:
        """The exit code that the problems call for."""
        if self.misused:
            return MISUSED
        return FAULTY if self.stopped() else BUILT

    def add(self, problems: Sequence[Problem]) -> None:
        """Add problems, their paths as seen from where the command was given."""
        self.problems += [replace(p, file=(self.root / p.file).as_posix()) for p in problems]


def begin(options: Options) -> Run:
    """Read the settings and the folders they name."""
    talks = sys.stderr.isatty() and not (options.json or options.quiet)
    clock = Clock(sys.stderr if talks else None)
    clock("read")
    path = settings_file(options)
    site, problems = settings(path)
    misused = any(problem.level == "error" for problem in problems)
    inputs, faults = store.read(path.parent, site or Site(title=""))
    run = Run(options, clock, path.parent, inputs, list(problems), misused)
    run.add(faults)
    return run


def settings_file(options: Options) -> Path:
    """The settings file; of a folder, the one in it."""
    path = Path(options.site)
    return path / "site.yaml" if path.is_dir() else path


def settings(path: Path) -> tuple[Site | None, tuple[Problem, ...]]:
    """The settings of a file, None where they cannot be used, and what is wrong with them.

    ``RefusedError`` where the file cannot be read at all.
    """
    data, problems = store.read_settings(path)
    if problems:
        raise RefusedError(problems[0])
    try:
        return config.read(data.decode("utf-8-sig"), path.as_posix())
    except UnicodeDecodeError as error:
        return None, (not_utf8(path.as_posix(), data, error),)


def make(run: Run) -> pipeline.Built:
    """The site, made but not written; its problems added to the run's."""
    # What is made stays until the end, whatever its cycles.
    with collector.paused():
        built = pipeline.build(run.inputs, run.clock)
        if run.options.keep_going:
            run.inputs, left_out = pipeline.without_broken(run.inputs, built.problems)
            if left_out:
                built = pipeline.build(run.inputs, run.clock)
                run.add(left_out)
    run.add(built.problems)
    return built


def write(run: Run, built: pipeline.Built) -> None:
    """Write the site beside the old one, index it, and swap it in."""
    with swap.staging(run.output) as new:
        run.clock("write")
        store.write(built.files, new)
        run.clock("search")
        run.add(search.index(new, run.inputs.site.language))
        run.clock("swap")
        if not run.stopped():
            swap.swap(new, run.output)
