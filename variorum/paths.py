"""Files of the site -> those for which a folder has no place."""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import dirname

from variorum.model import File
from variorum.problems import Problem

LONGEST = 255
"""Bytes of the longest name that the usual file systems hold."""


def check(files: Iterable[File], folder: str) -> tuple[Problem, ...]:
    """Every file whose name is too long, stands twice, or is a folder of others.

    ``folder`` is the site's name in messages.
    """
    paths = sorted(file.path for file in files)
    folders = {dirname(path) for path in paths}
    # A folder that is not the file's own still takes the name of one.
    folders.update(parent for path in tuple(folders) for parent in _above(path))
    found = []
    before = ""
    for path in paths:
        fault = ""
        if any(len(part.encode()) > LONGEST for part in path.split("/")):
            fault = "this name is too long for a file"
        elif path == before:
            fault = "two pages or files have this address"
        elif path in folders:
            fault = "a page has this address, and other pages lie below it"
        if fault:
            remedy = "Rename the article, matter, name or file it is made from"
            found.append(Problem(f"{folder}/{path}", 0, fault, remedy))
        before = path
    return tuple(found)


def _above(path: str) -> Iterable[str]:
    """The folders a folder lies in."""
    while path := dirname(path):
        yield path
