"""Commands and flags, with their help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum import __version__

_EXAMPLES = """\
examples:
  python build.py                        build the site into public/
  python build.py check                  tell everything wrong with the archive
  python build.py import captures/*.txt  make draft articles from raw captures
  python build.py serve --port 8080      build, then look at it in a browser
  python build.py analyse a.txt b.txt    claims and relations of two plain texts

exit codes: 0 built, 1 errors in the content, 2 wrong usage or settings
"""

_SWITCHES = (
    ("--json", "print for programs"),
    ("--quiet", "print problems only"),
    ("--strict", "let warnings stop the build too"),
    ("--keep-going", "leave out articles and rulings with errors, and say so"),
    ("--show-config", "print every setting with its value, and stop"),
)


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for."""

    command: str = "build"
    json: bool = False
    quiet: bool = False
    strict: bool = False
    keep_going: bool = False
    show_config: bool = False
    output: str = ""
    """Folder to build into; empty for the one in the settings."""
    site: str = "site.yaml"
    paths: tuple[Path, ...] = ()
    explain: tuple[str, ...] = ()
    """Beginnings of two claims' ids; empty where nothing is to be explained."""
    port: int = 8000


def parse(arguments: Sequence[str]) -> Options:
    """The options; help, version and wrong usage end the program here, by SystemExit."""
    given: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in vars(_parser().parse_args(arguments)).items()
    }
    return Options(**given)


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    for flag, words in _SWITCHES:
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
    _add_commands(parser, shared)
    return parser


def _add_commands(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            parents=[shared],
            argument_default=argparse.SUPPRESS,
        )
        made.set_defaults(command=name)
        return made

    command("build", "build the site (the default)")
    command("check", "tell everything wrong with the archive; write nothing")
    made = command("import", "make draft articles from raw captures")
    made.add_argument("paths", nargs="+", metavar="PATH", type=Path)
    made = command("analyse", "find claims and relations in plain texts")
    made.add_argument("paths", nargs="+", metavar="PATH", type=Path)
    made.add_argument(
        "--explain",
        nargs=2,
        metavar=("A", "B"),
        help="say what was compared between two claims, named by the first letters of their ids",
    )
    made = command("serve", "build, then serve the site on this machine")
    made.add_argument("--port", type=_port, help="port to listen on (default: 8000)")


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 65535")
    return int(text)
