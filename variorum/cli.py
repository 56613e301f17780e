"""Printing and exit codes."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from variorum import (
    analysis,
    arguments,
    config,
    engine,
    fresh,
    importing,
    pipeline,
    queue,
    report,
    serve,
    store,
)
from variorum.arguments import Options
from variorum.problems import Problem, ordered
from variorum.run import (
    BUILT,
    FAULTY,
    MISUSED,
    RefusedError,
    Run,
    begin,
    make,
    settings,
    settings_file,
    write,
)

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
    except RefusedError as refused:
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


def _tell(run: Run, built: pipeline.Built, closing: str = "") -> None:
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


def _built(options: Options, look: str = _LOOK) -> Run:
    """Build the site, and tell how it went and how to ``look`` at it."""
    run = begin(options)
    built = make(run)
    refused = store.refusal(run.output, run.root, run.inputs.site)
    # Settings at fault have been told why, where they alone name the folder.
    if refused and (options.output or not run.misused):
        run.problems.append(refused)
        run.misused = True
    if not run.stopped():
        write(run, built)
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
    site, problems = settings(settings_file(options))
    if site:
        print(json.dumps(config.values(site)) if options.json else config.show(site))
    _tell_problems(problems)
    return MISUSED if any(problem.level == "error" for problem in problems) else BUILT


def _check(options: Options) -> int:
    run = begin(options)
    built = make(run)
    if options.suggestions:
        _queue(run, built)
    else:
        _tell(run, built)
    return run.code()


def _queue(run: Run, built: pipeline.Built) -> None:
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
        raise RefusedError(refused)
    fresh.make(folder, TEMPLATES)
    if options.json:
        print(json.dumps({"folder": folder.as_posix()}))
    elif not options.quiet:
        print(fresh.welcome(folder))
    return BUILT


def _import(options: Options) -> int:
    run = begin(options)
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
    found = engine.analyse(texts)
    if not options.explain:
        print(analysis.as_json(found) if options.json else analysis.as_text(found, options.limit))
        return BUILT
    a, b = (analysis.named(found, start) for start in options.explain)
    if a is None or b is None:
        missing = options.explain[0 if a is None else 1]
        print(f'"{missing}" does not begin the id of one claim.', file=sys.stderr)
        return MISUSED
    lines = (a.quote, b.quote, *engine.explain(texts, found.claims, a, b))
    print(json.dumps(lines) if options.json else "\n".join(lines))
    return BUILT


def _serve(options: Options) -> int:
    try:
        running = serve.server(options.port)
    except OSError as error:
        fault = f"port {options.port} is taken"
        if error.errno != errno.EADDRINUSE:
            fault = f"port {options.port} cannot be used: {error.strerror}"
        raise RefusedError(Problem("serve", 0, fault, "Choose another with --port")) from error
    with running:
        run = _built(options, look="")
        if run.code() == BUILT:
            serve.serve(running, run.output)
        return run.code()
