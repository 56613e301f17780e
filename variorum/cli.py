"""Printing and exit codes."""

from __future__ import annotations

import errno
import gc
import io
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from variorum import (
    analysis,
    arguments,
    config,
    fresh,
    importing,
    pipeline,
    queue,
    report,
    search,
    serve,
    store,
    swap,
)
from variorum.arguments import Options
from variorum.model import Inputs, Site
from variorum.problems import Problem, not_utf8, ordered
from variorum.report import Clock

BUILT, FAULTY, MISUSED = 0, 1, 2
"""Exit codes: the site stands; errors in the content; wrong usage or settings."""
TEMPLATES = Path(__file__).parent.parent / "templates"
"""The page templates that a new archive begins with."""
INTERRUPTED = 130
"""Exit code after Ctrl+C, as shells have it."""


def main(argv: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal without some letters shows their codes.
            stream.reconfigure(errors="backslashreplace")
    options = arguments.parse(argv)
    commands = {
        "build": _build,
        "check": _check,
        "import": _import,
        "analyse": _analyse,
        "new": _new,
        "serve": _serve,
    }
    try:
        code = commands[options.command](options)
        sys.stdout.flush()
        return code
    except _RefusedError as refused:
        _refuse(options, refused.problem)
        return MISUSED
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing more is to be written there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULTY
    except (store.StoreError, OSError) as error:
        print(f"{_failure(error)}. The old site, if any, still stands.", file=sys.stderr)
        return FAULTY
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED


class _RefusedError(Exception):
    """A command cannot begin; nothing was read or written."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.fault)
        self.problem = problem


def _refuse(options: Options, problem: Problem) -> None:
    """Say why a command cannot begin."""
    if options.json:
        print(json.dumps({"problems": report.as_data([problem])}))
    else:
        print(problem, file=sys.stderr)


def _failure(error: Exception) -> str:
    """What the system refused, and what would help."""
    if not isinstance(error, OSError) or not error.filename:
        return str(error)
    said = f"{error.filename}: {error.strerror}"
    if isinstance(error, PermissionError):
        return f"{said}. Give yourself the right to write there, or choose another folder"
    return said


@dataclass(slots=True)
class _Run:
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


def _open(options: Options) -> _Run:
    """Read the settings and the folders they name."""
    talks = sys.stderr.isatty() and not (options.json or options.quiet)
    clock = Clock(sys.stderr if talks else None)
    clock("read")
    path = _settings_file(options)
    site, problems = _settings(path)
    misused = any(problem.level == "error" for problem in problems)
    inputs, faults = store.read(path.parent, site or Site(title=""))
    run = _Run(options, clock, path.parent, inputs, list(problems), misused)
    run.add(faults)
    return run


def _settings_file(options: Options) -> Path:
    """The settings file; of a folder, the one in it."""
    path = Path(options.site)
    return path / "site.yaml" if path.is_dir() else path


def _settings(path: Path) -> tuple[Site | None, tuple[Problem, ...]]:
    data, problems = store.read_settings(path)
    if problems:
        raise _RefusedError(problems[0])
    try:
        return config.read(data.decode("utf-8-sig"), path.as_posix())
    except UnicodeDecodeError as error:
        return None, (not_utf8(path.as_posix(), data, error),)


def _make(run: _Run) -> pipeline.Built:
    """The site, made but not written; its problems added to the run's."""
    # Nothing is freed before the end, so looking for garbage would only cost time.
    gc.disable()
    try:
        built = pipeline.build(run.inputs, run.clock)
        if run.options.keep_going:
            run.inputs, left_out = pipeline.without_broken(run.inputs, built.problems)
            if left_out:
                built = pipeline.build(run.inputs, run.clock)
                run.add(left_out)
    finally:
        gc.enable()
    run.add(built.problems)
    return built


def _write(run: _Run, built: pipeline.Built) -> None:
    """Write the site beside the old one, index it, and swap it in."""
    with swap.staging(run.output) as new:
        run.clock("write")
        store.write(built.files, new)
        run.clock("search")
        run.add(search.index(new, run.inputs.site.language))
        run.clock("swap")
        if not run.stopped():
            swap.swap(new, run.output)


def _tell(run: _Run, built: pipeline.Built, closing: str = "") -> None:
    """Print the problems and the summary, for people or for programs."""
    seconds = run.clock.stop()
    if run.options.json:
        found = report.result(built.archive, run.problems, seconds)
        print(json.dumps({**found, "built": bool(closing) and not run.stopped()}))
        return
    _tell_problems(run.problems)
    if not run.options.quiet:
        print(report.summary(built.archive, run.problems, seconds))
        if closing:
            print(closing)


def _tell_problems(problems: Sequence[Problem]) -> None:
    for problem in ordered(problems):
        print(problem, file=sys.stderr)


_LOOK = (
    " To look at it: python -m http.server -d {folder}\n"
    "and open http://localhost:8000/ (or open {folder}/index.html, without search)."
)


def _build(options: Options) -> int:
    if options.show_config:
        return _show(options)
    return _built(options).code()


def _built(options: Options, look: str = _LOOK) -> _Run:
    """Build the site, and tell how it went and how to ``look`` at it."""
    run = _open(options)
    built = _make(run)
    refused = store.refusal(run.output, run.root, run.inputs.site)
    # Settings at fault have been told why, where they alone name the folder.
    if refused and (options.output or not run.misused):
        run.problems.append(refused)
        run.misused = True
    if not run.stopped():
        _write(run, built)
    folder = run.output.as_posix()
    closing = (
        "Not built; the old site, if any, still stands."
        if run.stopped()
        else f"Built {folder}/.{look.format(folder=folder)}"
    )
    _tell(run, built, closing)
    return run


def _show(options: Options) -> int:
    """Print the settings."""
    site, problems = _settings(_settings_file(options))
    if site:
        print(json.dumps(config.values(site)) if options.json else config.show(site))
    _tell_problems(problems)
    return MISUSED if any(problem.level == "error" for problem in problems) else BUILT


def _check(options: Options) -> int:
    run = _open(options)
    built = _make(run)
    if options.suggestions:
        _queue(run, built)
    else:
        _tell(run, built)
    return run.code()


def _queue(run: _Run, built: pipeline.Built) -> None:
    """Print the suggestions held back for the editor, best first."""
    run.clock.stop()
    found = queue.entries(built.archive)[: run.options.limit]
    count = len(built.archive.suggestions)
    if run.options.json:
        print(json.dumps({"count": count, "suggestions": [asdict(entry) for entry in found]}))
        return
    _tell_problems(run.problems)
    print(queue.as_text(found, count, (run.root / run.inputs.site.content).as_posix()))


def _new(options: Options) -> int:
    (folder,) = options.paths
    refused = fresh.refusal(folder)
    if refused:
        raise _RefusedError(refused)
    fresh.make(folder, TEMPLATES)
    if options.json:
        print(json.dumps({"folder": folder.as_posix()}))
    elif not options.quiet:
        print(fresh.welcome(folder))
    return BUILT


def _import(options: Options) -> int:
    run = _open(options)
    brought = importing.Imported()
    if not run.misused:
        brought = importing.bring(options.paths, run.root, run.inputs.site)
        run.problems = brought.problems
    run.clock.stop()
    if options.json:
        print(json.dumps({"drafts": brought.done, "problems": report.as_data(run.problems)}))
        return run.code()
    if brought.done and not options.quiet:
        print("\n".join(brought.done))
    _tell_problems(run.problems)
    return run.code()


def _analyse(options: Options) -> int:
    texts, problems = analysis.read(options.paths)
    if problems:
        _tell_problems(problems)
        return FAULTY
    found = pipeline.analyse(texts)
    if not options.explain:
        print(analysis.as_json(found) if options.json else analysis.as_text(found))
        return BUILT
    a, b = (analysis.named(found, start) for start in options.explain)
    if a is None or b is None:
        missing = options.explain[0 if a is None else 1]
        print(f'"{missing}" does not begin the id of one claim.', file=sys.stderr)
        return MISUSED
    lines = (a.quote, b.quote, *pipeline.explain(texts, found.claims, a, b))
    print(json.dumps(lines) if options.json else "\n".join(lines))
    return BUILT


def _serve(options: Options) -> int:
    try:
        running = serve.server(options.port)
    except OSError as error:
        fault = f"port {options.port} is taken"
        if error.errno != errno.EADDRINUSE:
            fault = f"port {options.port} cannot be used: {error.strerror}"
        raise _RefusedError(Problem("serve", 0, fault, "Choose another with --port")) from error
    with running:
        run = _built(options, look="")
        if run.code() == BUILT:
            serve.serve(running, run.output)
        return run.code()
