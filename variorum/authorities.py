"""Text of authorities.yaml -> the archive's names with their variants and its families of terms."""

from __future__ import annotations

from collections.abc import Mapping

from variorum import fields, strictyaml
from variorum.fields import Fields, Shape
from variorum.model import Authorities, Name
from variorum.problems import Problem
from variorum.strictyaml import Items, Text

KINDS = ("outlet", "agency", "organisation", "person", "place")
_FILE = Shape("the authorities file", ("names", "terms"))
_NAME = Shape("a name", ("name", "kind", "also", "part_of"), ("name", "kind"))


def read(text: str, path: str) -> tuple[Authorities, tuple[Problem, ...]]:
    """The sound entries of the file, and every problem of the others."""
    problems: list[Problem] = []
    tree, faults = strictyaml.read(text, path)
    problems += faults
    found = fields.of(tree, _FILE, path, problems) if tree else None
    if found is None:
        return Authorities(), tuple(problems)
    names = tuple(
        Name(
            entry.text("name"),
            kind,  # type: ignore[arg-type]
            entry.texts("also"),
            entry.text("part_of"),
            entry.line,
        )
        for entry in found.records("names", _NAME)
        if (kind := entry.choice("kind", KINDS)) and entry.complete
    )
    _distinct(names, found)
    _wholes(names, found)
    return Authorities(names, _families(found)), tuple(problems)


def _distinct(names: tuple[Name, ...], found: Fields) -> None:
    """Add a problem where one form stands for two names."""
    owners: dict[str, Name] = {}
    for name in names:
        for form in (name.name, *name.also):
            owner = owners.setdefault(form.casefold(), name)
            if owner is not name:
                told = (
                    f'"{name.name}" has an entry on line {owner.line} already'
                    if name.name == owner.name
                    else f'"{form}" stands for "{name.name}" here and for "{owner.name}" '
                    f"on line {owner.line}"
                )
                found.fault(name.line, told, "Keep it under one of them")


def _wholes(names: tuple[Name, ...], found: Fields) -> None:
    """Add a problem where a name is part of nothing known, or of itself."""
    above = {name.name: name.part_of for name in names}
    circling = _circling(above)
    for name in names:
        if name.part_of and name.part_of not in above:
            remedy = "Give the whole an entry, or write its preferred form"
            found.fault(name.line, f'part_of "{name.part_of}" is no name of this file', remedy)
        if name.name in circling:
            remedy = "Take part_of from the larger body"
            found.fault(name.line, f'"{name.name}" is part of itself', remedy)


def _circling(above: Mapping[str, str]) -> set[str]:
    """The names that are parts of themselves, each way up followed once."""
    circling: set[str] = set()
    walked: set[str] = set()
    for name in above:
        way: dict[str, None] = {}
        at = name
        while at and at not in walked and at not in way:
            way[at] = None
            at = above.get(at, "")
        if at in way:
            # Where the way met itself the circle begins; what led there is no part of it.
            steps = list(way)
            circling.update(steps[steps.index(at) :])
        walked.update(way)
    return circling


def _families(found: Fields) -> tuple[tuple[str, ...], ...]:
    if not found.has("terms"):
        return ()
    line, value = found.entries["terms"]
    families = []
    for family in value.values if isinstance(value, Items) else (value,):
        members = family.values if isinstance(family, Items) else ()
        words = [" ".join(word.value.split()) for word in members if isinstance(word, Text)]
        if len(words) < 2 or len(words) < len(members) or not all(words):
            remedy = "Write [preferred term, another, another]"
            found.fault(family.line or line, "a family of terms is a list of two or more", remedy)
        else:
            families.append(tuple(words))
    return tuple(families)
