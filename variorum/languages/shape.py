"""What a pack must hold, told by the one that serves as the pattern.

The pattern holds every file and key that the engine reads and no other, so a pack is whole
when it has the same. Tables named in ``FREE`` hold a language's own words as keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from variorum.problems import Problem, nearest, ordered

PATTERN = "en"
OPTIONAL = frozenset({"interface.toml", "reasons.toml", "scoring.txt"})
"""What the frame and the reasons say to a reader, and what only ``evaluate`` reads; English
stands in."""
FREE = frozenset(
    {
        "cues.gauges",
        "cues.particles",
        "cues.topics",
        "cues.credits.agencies",
        "dates.months",
        "dates.weekdays",
        "dates.seasons",
        "dates.days",
        "dates.spans",
        "dates.parts",
        "families.happenings",
        "families.people",
        "families.things",
        "frames.periods.days",
        "interface.language",
        "metadata.months",
        "metadata.zones",
        "metadata.halves",
        "numbers.ages.thirds",
        "places.countries",
        "places.cities",
        "places.regions",
        "typography.words.clitics",
    }
)
"""Tables whose keys are a language's own words; ``file.table``."""
NUMBERS = frozenset(
    {
        "ones",
        "tens",
        "scales",
        "suffixes",
        "ordinals",
        "vague",
        "tens_of",
        "some_time",
        "few",
        "rounded",
        "articled",
        "fractions",
        "hedges",
        "after",
        "currencies",
        "times",
        "lengths",
        "measures",
        "long_times",
        "halved",
        "named_measures",
        "parts",
        "speeds",
        "happened",
        "plurals",
    }
)
"""Tables of ``numbers.toml`` whose keys are a language's own words."""


def faults(code: str) -> tuple[Problem, ...]:
    """Every file and key that a pack lacks, has too many or holds in another form."""
    root = resources.files(__package__)
    return ordered(_files(root / code, root / PATTERN))


def _files(mine: Traversable, pattern: Traversable) -> Iterator[Problem]:
    wanted = {file.name: file for file in pattern.iterdir() if file.is_file()}
    held = {file.name: file for file in mine.iterdir() if file.is_file()}
    for name in sorted(wanted.keys() - held.keys() - OPTIONAL):
        yield Problem(f"{mine.name}/{name}", 0, "this file is missing", _AS_PATTERN)
    for name in sorted(held.keys() - wanted.keys()):
        yield Problem(f"{mine.name}/{name}", 0, "nothing reads this file", nearest(name, wanted))
    for name in sorted(held.keys() & wanted.keys()):
        place = f"{mine.name}/{name}"
        text = held[name].read_text(encoding="utf-8")
        if not text.startswith("#"):
            yield Problem(place, 1, "no comment says where its contents come from", _AS_PATTERN)
        if name.endswith(".toml"):
            try:
                table = tomllib.loads(text)
            except tomllib.TOMLDecodeError as error:
                yield Problem(place, 0, f"is no TOML: {error}")
                continue
            other = tomllib.loads(wanted[name].read_text(encoding="utf-8"))
            yield from _keys(place, name.removesuffix(".toml"), table, other)


_AS_PATTERN = f'Take the file of "{PATTERN}" as a pattern'


def _keys(
    place: str, path: str, mine: dict[str, Any], pattern: dict[str, Any]
) -> Iterator[Problem]:
    """What is wrong with one table, ``path`` being its dotted name."""
    file, _, table = path.partition(".")
    if path in FREE or (file == "numbers" and table in NUMBERS):
        return
    for key in sorted(pattern.keys() - mine.keys()):
        yield Problem(place, 0, f'"{_dotted(table, key)}" is missing', _AS_PATTERN)
    for key in sorted(mine.keys() - pattern.keys()):
        fault = f'nothing reads "{_dotted(table, key)}"'
        yield Problem(place, 0, fault, nearest(key, pattern))
    for key in sorted(mine.keys() & pattern.keys()):
        value, other = mine[key], pattern[key]
        if isinstance(other, dict) and isinstance(value, dict):
            yield from _keys(place, f"{path}.{key}", value, other)
        elif type(value) is not type(other):
            fault = (
                f'"{_dotted(table, key)}" is a {_KINDS[type(value)]}, not a {_KINDS[type(other)]}'
            )
            yield Problem(place, 0, fault, _AS_PATTERN)


_KINDS = {
    dict: "table",
    list: "list",
    str: "text",
    int: "number",
    float: "number",
    bool: "yes or no",
}


def _dotted(table: str, key: str) -> str:
    return f"{table}.{key}" if table else key
