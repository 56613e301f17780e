"""Text of site.yaml -> Site, or every problem in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from variorum import fields, strictyaml
from variorum.fields import WEB, Fields, Shape
from variorum.model import Site
from variorum.problems import Problem
from variorum.strictyaml import Items, Pairs, Text

_MAIL = re.compile(r"(mailto:)?[^\s@:]+@[^\s@]+\.[^\s@]+")
_PLAIN = re.compile(r"\w(?:[\w ./@-]*[\w./@-])?|https?://[\w./-]+|", re.ASCII)
_SCORE = re.compile(r"0|1|0?\.\d+|[01]\.0*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of site.yaml."""

    key: str
    """As written; a dot leads into a block of keys."""
    field: str
    """The field of Site that holds it."""
    type: str
    """Key of ``TYPES``."""
    help: str
    """One sentence, without its full stop."""


SETTINGS: tuple[Setting, ...] = (
    Setting("title", "title", "text", "Name of the archive, on every page; the only required key"),
    Setting("tagline", "tagline", "text", "A few words under the name"),
    Setting("description", "description", "text", "A sentence or two about the archive"),
    Setting("language", "language", "language", "Language of the articles that name none, BCP 47"),
    Setting(
        "base_url",
        "base_url",
        "web address",
        "Where the site will stand; needed for canonical links only, all others are relative",
    ),
    Setting("content", "content", "folder", "Folder of the articles and the editor's decisions"),
    Setting("templates", "templates", "folder", "Folder of the page templates and their assets"),
    Setting("captures", "captures", "folder", "Folder of the raw captures, never changed"),
    Setting("output", "output", "folder", "Folder of the built site, replaced whole by each build"),
    Setting("contact", "contact", "contact", "Mail or web address for reports from readers"),
    Setting("rights", "rights", "text", "Rights statement of the articles that name none"),
    Setting(
        "display",
        "display",
        "display",
        "How much of an article is shown where it does not say: full, excerpt or private",
    ),
    Setting(
        "publish_captures",
        "publish_captures",
        "yes or no",
        "Whether the raw captures are published; otherwise only their hash and origin are",
    ),
    Setting("editors", "editors", "names", "Initials of each editor and the name behind them"),
    Setting(
        "relations.publish_at",
        "publish_at",
        "score",
        "Score from which a relation is stated to readers; agreement needs 0.1 more",
    ),
    Setting(
        "relations.suggest_at",
        "suggest_at",
        "score",
        "Score from which a pair is kept for the editor, unpublished",
    ),
)

_SHAPE = Shape("the settings file", tuple(setting.key for setting in SETTINGS))


def read(text: str, path: str) -> tuple[Site | None, tuple[Problem, ...]]:
    """The settings, every sound one applied, and every problem of the unsound.

    None where the text holds no keys at all. A Site that comes with errors serves for
    finding further problems, not for building.
    """
    tree, faults = strictyaml.read(text, path)
    problems = list(faults)
    if not isinstance(tree, Pairs):
        if not problems:
            problems.append(Problem(path, 1, "holds no settings", 'Begin with "title: …"'))
        return None, tuple(problems)
    flat = _flat(tree, path, problems)
    given = fields.of(flat, _SHAPE, path, problems)
    if given is None:
        return None, tuple(problems)
    if not given.has("title"):
        given.fault(given.line_of("title"), 'the archive has no "title"', 'Add "title"')
    values: dict[str, Any] = {
        setting.field: value
        for setting in SETTINGS
        if (value := TYPES[setting.type](given, setting.key)) is not None
    }
    site = replace(Site(title=""), **values)
    _agree(site, given)
    return site, tuple(problems)


def _flat(tree: Pairs, path: str, problems: list[Problem]) -> Pairs:
    """The settings with each block's keys written out with a dot."""
    pairs = []
    for key, value in tree.values:
        inner = [
            setting.key.partition(".")[2]
            for setting in SETTINGS
            if setting.key.startswith(f"{key.value}.")
        ]
        block, dot, last = key.value.partition(".")
        if dot and key.value in _SHAPE.known:
            remedy = f'Write "{last}" on a line below "{block}:"'
            problems.append(Problem(path, key.line, f'"{key.value}" as one key', remedy))
        elif not inner:
            pairs.append((key, value))
        elif isinstance(value, Pairs):
            pairs += [(Text(f"{key.value}.{k.value}", k.line), v) for k, v in value.values]
        else:
            remedy = f"Known: {', '.join(inner)}"
            fault = f'"{key.value}" needs keys below it'
            problems.append(Problem(path, key.line, fault, remedy))
    return Pairs(tuple(pairs), tree.line)


def _agree(site: Site, given: Fields) -> None:
    """Add the problems of settings that do not go together."""
    if site.suggest_at > site.publish_at:
        given.fault(
            max(given.line_of("relations.suggest_at"), given.line_of("relations.publish_at")),
            "relations.suggest_at is higher than relations.publish_at",
            "Lower it",
        )
    output = PurePosixPath(site.output.casefold())
    for key in ("content", "templates", "captures"):
        # Some file systems take capitals and small letters for the same.
        other = PurePosixPath(getattr(site, key).casefold())
        if output == other or output in other.parents or other in output.parents:
            given.fault(
                given.line_of("output"),
                f'output "{site.output}" and {key} "{getattr(site, key)}" lie inside one another',
                "The output is replaced whole: give it a folder of its own",
            )


def _text(given: Fields, key: str) -> str | None:
    return given.text(key) or None


def _matching(pattern: re.Pattern[str], remedy: str) -> Callable[[Fields, str], str | None]:
    def getter(given: Fields, key: str) -> str | None:
        word = given.text(key)
        if word and not pattern.fullmatch(word):
            given.fault(given.line_of(key), f'{key} "{word}" cannot be used', remedy)
            return None
        return word or None

    return getter


def _folder(given: Fields, key: str) -> str | None:
    word = given.text(key)
    path = PurePosixPath(word)
    if word and (path.is_absolute() or ".." in path.parts or str(path) == "."):
        given.fault(
            given.line_of(key),
            f'{key} "{word}" does not lie below this file',
            "Name a folder beside it, without .. in its path",
        )
        return None
    return str(path) if word else None


def _yes_or_no(given: Fields, key: str) -> bool | None:
    word = given.text(key).lower()
    if word and word not in ("true", "yes", "false", "no"):
        given.fault(given.line_of(key), f'{key} "{word}" is neither yes nor no', "Write yes or no")
        return None
    return word in ("true", "yes") if word else None


def _score(given: Fields, key: str) -> float | None:
    word = given.text(key)
    if word and not _SCORE.fullmatch(word):
        given.fault(given.line_of(key), f'{key} "{word}" is no score', "Write a number from 0 to 1")
        return None
    return float(word) if word else None


def _names(given: Fields, key: str) -> tuple[tuple[str, str], ...] | None:
    if key not in given.entries:
        return None
    line, value = given.entries[key]
    if isinstance(value, Pairs) and all(isinstance(name, Text) for _, name in value.values):
        return tuple(
            sorted(
                (initials.value, name.value)
                for initials, name in value.values
                if isinstance(name, Text)
            )
        )
    if value != Text("", value.line) and value != Items((), value.line):
        given.fault(
            line,
            f'"{key}" does not name the editors',
            "Below it write each one's initials, a colon and the name",
        )
    return None


def _language(given: Fields, key: str) -> str | None:
    return given.language(key) or None


def _display(given: Fields, key: str) -> str | None:
    return given.choice(key, ("full", "excerpt", "private")) or None


TYPES: dict[str, Callable[[Fields, str], object]] = {
    "text": _text,
    "language": _language,
    "web address": _matching(WEB, "Write a whole address: https://example.org/archive/"),
    "contact": _matching(
        re.compile(f"{_MAIL.pattern}|{WEB.pattern}", re.ASCII),
        "Write a mail address or a whole web address",
    ),
    "folder": _folder,
    "display": _display,
    "yes or no": _yes_or_no,
    "score": _score,
    "names": _names,
}
"""How a setting of each type is read; None leaves the default."""


def values(site: Site) -> dict[str, object]:
    """Every setting's value by its key."""
    return {setting.key: getattr(site, setting.field) for setting in SETTINGS}


def show(site: Site) -> str:
    """Every setting with its value and its help, as a site.yaml that says the same."""
    rows = []
    for setting in SETTINGS:
        block, dot, last = setting.key.rpartition(".")
        if dot and f"{block}:" not in rows:
            rows.append(f"{block}:")
        indent = "  " if dot else ""
        rows.append(f"{indent}# {setting.help}.")
        rows.append(f"{indent}{last}: {_written(getattr(site, setting.field))}".rstrip())
    return "\n".join(rows)


def _written(value: object) -> str:
    """A value as YAML; what needs quotation marks has those of JSON, which YAML shares."""
    if isinstance(value, tuple):
        return json.dumps(dict(value), ensure_ascii=False)
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
