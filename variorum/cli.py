"""Arguments, printing and exit codes."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from variorum import (
    __version__,
    analysis,
    config,
    importing,
    pipeline,
    report,
    search,
    serve,
    store,
    swap,
)
from variorum.model import Inputs, Site
from variorum.problems import Problem, ordered
from variorum.report import Clock

BUILT, FAULTY, MISUSED = 0, 1, 2
"""Exit codes: the site stands; errors in the content; wrong usage or settings."""

_EXAMPLES = """\
examples:
  python build.py                        build the site into public/
  python build.py check                  tell everything wrong with the archive
  python build.py import captures/*.txt  make draft articles from raw captures
  python build.py serve --port 8080      build, then look at it in a browser
  python build.py analyse a.txt b.txt    claims and relations of two plain texts

exit codes: 0 built, 1 errors in the content, 2 wrong usage or settings
"""


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except (store.StoreError, OSError) as error:
        print(f"{error}", file=sys.stderr)
        return FAULTY
    except KeyboardInterrupt:
        print("Stopped; the site is as it was.", file=sys.stderr)
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    for flag, words in (
        ("--json", "print for programs"),
        ("--quiet", "print problems only"),
        ("--strict", "let warnings stop the build too"),
        ("--keep-going", "leave out articles with errors, and say so"),
        ("--show-config", "print every setting with its value, and stop"),
    ):
        shared.add_argument(flag, action="store_true", help=words)
    shared.add_argument("--output", metavar="DIR", help="build into this folder")
    shared.add_argument("--site", metavar="FILE", help="settings file (default: site.yaml)")
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Build a site from an archive of source texts, its claims marked and related.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("--version", action="version", version=f"variorum {__version__}")
    parser.set_defaults(
        run=_build,
        json=False,
        quiet=False,
        strict=False,
        keep_going=False,
        show_config=False,
        output="",
        site="site.yaml",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, run: object, words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words, parents=[shared])
        made.set_defaults(run=run)
        return made

    command("build", _build, "build the site (the default)")
    made = command("import", _import, "make draft articles from raw captures")
    made.add_argument("paths", nargs="+", metavar="PATH", type=Path)
    command("check", _check, "tell everything wrong with the archive; write nothing")
    made = command("analyse", _analyse, "find claims and relations in plain texts")
    made.add_argument("paths", nargs="+", metavar="PATH", type=Path)
    made.add_argument(
        "--explain", nargs=2, metavar=("A", "B"), help="say why two claims are related or not"
    )
    made = command("serve", _serve, "build, then serve the site on this machine")
    made.add_argument("--port", type=int, default=8000, help="port to listen on (default: 8000)")
    return parser


@dataclass(slots=True)
class _Run:
    """One run over the archive: what was read, and every problem so far."""

    options: argparse.Namespace
    clock: Clock
    root: Path
    inputs: Inputs
    problems: list[Problem]
    misused: bool
    """Whether settings or usage are at fault, not the content."""

    @property
    def site(self) -> Site:
        return self.inputs.site

    @property
    def output(self) -> Path:
        chosen = self.options.output
        return Path(chosen) if chosen else self.root / self.site.output

    def stopped(self) -> bool:
        """Whether the problems keep the site from being swapped in."""
        stopping = ("error", "warning") if self.options.strict else ("error",)
        return any(problem.level in stopping for problem in self.problems)

    def code(self) -> int:
        if self.misused:
            return MISUSED
        return FAULTY if self.stopped() else BUILT


def _open(options: argparse.Namespace) -> _Run:
    """Read the settings and the folders they name."""
    wants_line = sys.stderr.isatty() and not (options.json or options.quiet)
    clock = Clock(sys.stderr if wants_line else None)
    clock("read")
    path = Path(options.site)
    data, problems = store.read_settings(path)
    if not problems:
        site, problems = _settings(data, path.as_posix())
    else:
        site = None
    misused = any(problem.level == "error" for problem in problems)
    inputs, faults = store.read(path.parent, site or Site(title=""))
    run = _Run(options, clock, path.parent, inputs, [], misused)
    run.problems = [*problems, *_placed(run, faults)]
    return run


def _settings(data: bytes, path: str) -> tuple[Site | None, tuple[Problem, ...]]:
    try:
        return config.read(data.decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, (Problem(path, line, "not valid UTF-8", "Save the file as UTF-8"),)


def _placed(run: _Run, problems: Sequence[Problem]) -> list[Problem]:
    """The problems with their paths as seen from where the command was given."""
    return [replace(p, file=(run.root / p.file).as_posix()) for p in problems]


def _made(run: _Run) -> pipeline.Built:
    """The site, made but not written; its problems added to the run's."""
    built = pipeline.build(run.inputs, run.clock)
    if run.options.keep_going:
        whole = built
        run.inputs, broken = pipeline.without_broken(run.inputs, whole.problems)
        if broken:
            built = pipeline.build(run.inputs, run.clock)
            run.problems += _placed(run, broken)
    run.problems += _placed(run, built.problems)
    return built


def _build(options: argparse.Namespace) -> int:
    run = _open(options)
    if options.show_config:
        print(config.show(run.site))
        _tell(run)
        return MISUSED if run.misused else BUILT
    # Nothing is freed before the end, so looking for garbage only costs time.
    gc.disable()
    built = _made(run)
    refused = store.refusal(run.output, run.root)
    if refused:
        run.problems.append(refused)
        run.misused = True
    if not run.stopped():
        _write(run, built)
    gc.enable()
    seconds = run.clock.stop()
    if options.json:
        print(json.dumps(report.result(built.archive, run.problems, seconds), ensure_ascii=False))
        return run.code()
    _tell(run)
    if not options.quiet:
        print(report.summary(built.archive, run.problems, seconds))
        print(_look(run) if not run.stopped() else "Not built: the old site, if any, still stands.")
    return run.code()


def _write(run: _Run, built: pipeline.Built) -> None:
    """Write the site beside the old one, index it, and swap it in."""
    with swap.staging(run.output) as new:
        run.clock("write")
        store.write(built.files, new)
        run.clock("search")
        run.problems += search.index(new, run.site.language)
        run.clock("swap")
        if not run.stopped():
            swap.swap(new, run.output)


def _look(run: _Run) -> str:
    folder = run.output.as_posix()
    return (
        f"Built {folder}/. To look at it: python -m http.server -d {folder}\n"
        f"and open http://localhost:8000/ (or open {folder}/index.html, without search)."
    )


def _tell(run: _Run) -> None:
    for problem in ordered(run.problems):
        print(problem, file=sys.stderr)


def _check(options: argparse.Namespace) -> int:
    run = _open(options)
    built = _made(run)
    seconds = run.clock.stop()
    if options.json:
        print(json.dumps(report.result(built.archive, run.problems, seconds), ensure_ascii=False))
        return run.code()
    _tell(run)
    if not options.quiet:
        print(report.summary(built.archive, run.problems, seconds))
    return run.code()


def _import(options: argparse.Namespace) -> int:
    run = _open(options)
    if not run.misused:
        faults = importing.bring(options.paths, run.root, run.site)
        run.problems += faults.problems
        if not (options.quiet or options.json):
            print("\n".join(faults.done))
    _tell(run)
    return run.code()


def _analyse(options: argparse.Namespace) -> int:
    texts, problems = analysis.read(options.paths)
    for problem in ordered(problems):
        print(problem, file=sys.stderr)
    if problems:
        return FAULTY
    found = pipeline.analyse(texts)
    if options.explain:
        a, b = (analysis.named(found, start) for start in options.explain)
        if a is None or b is None:
            missing = options.explain[0 if a is None else 1]
            print(f'"{missing}" is not the beginning of one claim\'s id.', file=sys.stderr)
            return MISUSED
        print("\n".join((a.quote, b.quote, *pipeline.explain(texts, a, b))))
        return BUILT
    print(analysis.as_json(found) if options.json else analysis.as_text(found))
    return BUILT


def _serve(options: argparse.Namespace) -> int:
    code = _build(options)
    if code == BUILT:
        folder = options.output or (Path(options.site).parent / _open(options).site.output)
        serve.serve(Path(folder), options.port)
    return code
