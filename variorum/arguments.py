"""Commands and flags, with their help."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum import __version__
from variorum.problems import nearest

_EXAMPLES = """\
examples:
  python build.py                        build the site into public/
  python build.py check                  tell everything wrong with the archive
  python build.py new ../my-archive      make an empty archive that builds
  python build.py import captures/*.txt  make draft articles from raw captures
  python build.py serve --port 8080      build, then look at it in a browser
  python build.py analyse a.txt b.txt    claims and relations of two plain texts

exit codes: 0 built, 1 errors in the content, 2 wrong usage or settings
"""

_SWITCHES = {
    "--json": "print for programs",
    "--quiet": "print problems only",
    "--strict": "let warnings stop the build too",
    "--keep-going": "leave out articles and rulings with errors, and say so",
    "--show-config": "print every setting with its value, and stop",
}
_VALUES = {
    "--output": ("DIR", "build into this folder"),
    "--site": ("FILE", "settings file, or the folder it stands in (default: site.yaml)"),
}
_ANYWHERE = ("--help", "--version")
_PLAIN = (*_SWITCHES, *_ANYWHERE, "--suggestions")
"""Flags without a value."""
_CHECKING = ("--json", "--quiet", "--strict", "--keep-going", "--site")
_BUILDING = (*_CHECKING, "--show-config", "--output")


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
    suggestions: bool = False
    limit: int = 50
    """Suggestions that are printed."""


def parse(arguments: Sequence[str]) -> Options:
    """The options; help, version and wrong usage end the program here, by SystemExit."""
    given: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in vars(_parse(arguments)).items()
    }
    return Options(**given)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments read; a flag or command that is not known is named before anything else."""
    parser, commands = _parser()
    given = [word.partition("=")[0] for word in arguments if word.startswith("--")]
    given = given[: given.index("--")] if "--" in given else given
    known = {flag for made in (parser, *commands.values()) for flag in _flags_of(made)}
    for flag in given:
        if flag not in known:
            remedy = nearest(flag[2:], [name[2:] for name in known]).replace(' "', ' "--')
            parser.error(f"there is no flag {flag}. {remedy}")
    name = _command(arguments, known.difference(_PLAIN))
    if name and name not in commands:
        parser.error(f"there is no command {name}. {nearest(name, commands)}")
    for flag in given:
        if flag not in (*_flags_of(commands.get(name, parser)), *_ANYWHERE):
            owners = [owner for owner, made in commands.items() if flag in _flags_of(made)]
            parser.error(f"{flag} is no flag of {name or 'build'}, but of {', '.join(owners)}")
    return parser.parse_args(arguments)


def _command(arguments: Sequence[str], valued: Collection[str]) -> str:
    """The first word that is no flag, nor the value of one of those that have values."""
    before = ""
    for word in arguments:
        if not word.startswith("-") and before not in valued:
            return word
        before = word
    return ""


def _flags_of(parser: argparse.ArgumentParser) -> list[str]:
    return [flag for flag in parser._option_string_actions if flag.startswith("--")]


def _flags(names: Sequence[str]) -> argparse.ArgumentParser:
    """A parser of these flags, for others to build on."""
    made = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    for name in names:
        if name in _SWITCHES:
            made.add_argument(name, action="store_true", help=_SWITCHES[name])
        else:
            metavar, words = _VALUES[name]
            made.add_argument(name, metavar=metavar, help=words)
    return made


def _parser() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """The parser, and those of its commands by their names."""
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Build a site from an archive of source texts, its claims marked and related.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[_flags(_BUILDING)],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"variorum {__version__}")
    return parser, _add_commands(parser)


def _add_commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    added = {}
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, words: str, *flags: str) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            parents=[_flags(flags)],
            argument_default=argparse.SUPPRESS,
            allow_abbrev=False,
        )
        made.set_defaults(command=name)
        added[name] = made
        return made

    command("build", "build the site (the default)", *_BUILDING)
    made = command("check", "tell everything wrong with the archive; write nothing", *_CHECKING)
    made.add_argument(
        "--suggestions",
        action="store_true",
        help="list the relations held back for the editor, best first, with a ruling to paste",
    )
    made.add_argument("--limit", type=_limit, metavar="N", help="suggestions to list (default: 50)")
    made = command(
        "import", "make draft articles from raw captures", "--json", "--quiet", "--strict", "--site"
    )
    made.add_argument("paths", nargs="+", metavar="PATH", type=Path)
    made = command("analyse", "find claims and relations in plain texts", "--json")
    made.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="a text, or a folder")
    made.add_argument(
        "--limit", type=_limit, metavar="N", help="suggestions to print (default: 50)"
    )
    made.add_argument(
        "--explain",
        nargs=2,
        metavar=("A", "B"),
        help="say what was compared between two claims, named by the first letters of their ids",
    )
    made = command("new", "make an empty archive that builds", "--json", "--quiet")
    made.add_argument("paths", nargs=1, metavar="FOLDER", type=Path)
    made = command("serve", "build, then serve the site on this machine", *_CHECKING, "--output")
    made.add_argument("--port", type=_port, help="port to listen on (default: 8000)")
    return added


def _limit(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 up")
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 65535")
    return int(text)
