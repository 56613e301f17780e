"""YAML text -> values that know their line, or every problem found in it.

A smaller YAML, read by libyaml where it is installed: strings stay the strings that were
written (``NO``, ``12:30``, ``017``, ``2022-13-01``), and what makes a file mean something
other than it shows (anchors, aliases, merge keys, tags, a key given twice) is refused.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from variorum.problems import Problem

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 16
"""Levels of nesting; the deepest file of an archive needs four."""


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as written."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence."""

    values: tuple[Value, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping, in the order of the file."""

    values: tuple[tuple[Text, Value], ...]
    line: int


Value = Text | Items | Pairs


def read(text: str, path: str, first_line: int = 1) -> tuple[Value | None, tuple[Problem, ...]]:
    """The one value that ``text`` holds; None where it is empty or cannot be read.

    ``first_line`` is the number of its first line within the file at ``path``.
    """
    tree = _Tree(path, first_line)
    try:
        for event in yaml.parse(text, Loader=Loader):
            tree.take(event)
            if tree.given_up:
                break
    except yaml.YAMLError as error:
        tree.problems.append(_unreadable(error, text, path, first_line))
    broken = any(problem.level == "error" for problem in tree.problems)
    return (None if broken and tree.open else tree.root), tuple(tree.problems)


def _unreadable(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        line = first_line + min(mark.line, max(text.count("\n"), 0))
        said = " ".join(str(getattr(error, "problem", "") or "cannot be read").split())
        row = [*text.split("\n"), ""][mark.line]
        fault, remedy = _plainly(said, row[mark.column : mark.column + 1])
        return Problem(path, line, fault, remedy)
    place = int(getattr(error, "position", 0) or 0)
    line = first_line + text[:place].count("\n")
    fault = "not valid YAML: holds a character that YAML does not allow"
    return Problem(path, line, fault, "Remove it; it may be one that does not show")


def _plainly(said: str, sign: str) -> tuple[str, str]:
    """What the parser says of the sign at which it stopped, for people, and the remedy."""
    if said.startswith("mapping values are not allowed"):
        return "a value holds a colon and a space", "Put quotation marks around it"
    if sign == "\t":
        return "a tab stands where spaces belong", "Indent with spaces"
    if "cannot start any token" in said:
        return f'a value begins with "{sign}"', "Put quotation marks around it"
    return f"not valid YAML: {said}", "Check the indentation, colons and quotation marks"


class _Tree:
    """Builds the value from the parser's events without recursion."""

    __slots__ = ("documents", "first_line", "given_up", "open", "path", "problems", "root")

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.root: Value | None = None
        self.open: list[tuple[yaml.Event, int, list[Value]]] = []
        self.documents = 0
        self.given_up = False

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        line = self.first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents == 2:
                self._refuse(line, "a second YAML document starts", "Keep one document in a file")
                self.given_up = True
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(line, f'alias "*{event.anchor}"', "Write the value out")
            self._place(Text("", line))
        elif isinstance(event, yaml.ScalarEvent):
            self._examine(event, line)
            self._place(Text(event.value, line))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._examine(event, line)
            self.open.append((event, line, []))
            if len(self.open) > MAX_DEPTH:
                self._refuse(line, f"nested deeper than {MAX_DEPTH} levels", "Flatten it")
                self.given_up = True
        elif isinstance(event, yaml.CollectionEndEvent):
            start, at, values = self.open.pop()
            mapping = isinstance(start, yaml.MappingStartEvent)
            self._place(self._pairs(values, at) if mapping else Items(tuple(values), at))

    def _examine(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor:
            self._refuse(line, f'anchor "&{event.anchor}"', "Write the value out where it is used")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self._refuse(line, f'tag "{tag}"', "Leave it out; every value is read as written")

    def _place(self, value: Value) -> None:
        if self.open:
            self.open[-1][2].append(value)
        elif self.root is None:
            self.root = value

    def _pairs(self, values: list[Value], line: int) -> Pairs:
        kept: dict[str, tuple[Text, Value]] = {}
        for key, value in zip(values[::2], values[1::2], strict=True):
            if not isinstance(key, Text):
                self._refuse(key.line, "a key that is not a word", "Put a word before the colon")
            elif key.value == "<<":
                self._refuse(key.line, 'merge key "<<"', "Write the values out")
            elif key.value in kept:
                first = kept[key.value][0].line
                self._refuse(
                    key.line, f'key "{key.value}" stands twice, first on line {first}', "Keep one"
                )
            else:
                kept[key.value] = (key, value)
        return Pairs(tuple(kept.values()), line)

    def _refuse(self, line: int, fault: str, remedy: str) -> None:
        self.problems.append(Problem(self.path, line, fault, remedy))
