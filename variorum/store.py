"""Reads the archive's folders and writes a site into a new one."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from variorum.model import File, Inputs, Site
from variorum.problems import Problem

MARK = ".variorum"
"""File that tells a built site from any other folder."""

_MARK_TEXT = b"Variorum built this folder and replaces it whole. Keep nothing of your own here.\n"


_OUTSIDE = "a link that leads out of the archive or nowhere"


class StoreError(Exception):
    """Reading or writing failed for a reason outside the archive."""


def read_settings(path: Path) -> tuple[bytes, tuple[Problem, ...]]:
    """The bytes of the settings file."""
    try:
        return path.read_bytes(), ()
    except OSError as error:
        remedy = "Run this in the archive's folder, or name the file with --site"
        return b"", (Problem(path.as_posix(), 0, _said(error), remedy),)


def read(root: Path, site: Site) -> tuple[Inputs, tuple[Problem, ...]]:
    """Everything a build reads, from the folders that the settings name below ``root``."""
    problems: list[Problem] = []
    content = _files(root, root / site.content, problems, deep=False)
    # A site without templates is told by the build, with its remedy.
    style = root / site.templates
    templates = _files(root, style, problems, deep=True) if style.is_dir() else []
    captures = Captures(root / site.captures, root, problems)
    return (
        Inputs(
            site,
            tuple(File(f"{site.content}/{name}", data) for name, data in content),
            captures,
            tuple(File(name, data) for name, data in templates),
        ),
        tuple(problems),
    )


def _files(
    root: Path, folder: Path, problems: list[Problem], *, deep: bool
) -> list[tuple[str, bytes]]:
    """Path below the folder and bytes of every readable file, sorted by path."""
    found = []
    for path in _walk(root, folder, problems, deep=deep):
        try:
            found.append((path.relative_to(folder).as_posix(), path.read_bytes()))
        except OSError as error:
            remedy = "Give yourself the right to read it"
            problems.append(Problem(_shown(path, root), 0, _said(error), remedy))
    return sorted(found)


def _walk(root: Path, folder: Path, problems: list[Problem], *, deep: bool) -> Iterator[Path]:
    """The regular files of a folder; hidden ones and lesser folders' links are passed over."""
    if folder.is_symlink() and not _inside(folder, root):
        problems.append(Problem(_shown(folder, root), 0, _OUTSIDE, "Put the folder itself here"))
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(Problem(_shown(folder, root), 0, _said(error), "Create this folder"))
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if not _is_utf8(entry.name):
            remedy = "Rename it with plain letters"
            problems.append(Problem(_shown(path, root), 0, "its name is not UTF-8", remedy))
        elif entry.is_dir(follow_symlinks=False):
            if deep:
                yield from _walk(root, path, problems, deep=True)
        elif entry.is_symlink() and not _inside(path, root):
            remedy = "Put the file itself here"
            problems.append(Problem(_shown(path, root), 0, _OUTSIDE, remedy))
        elif entry.is_file():
            yield path


def _is_utf8(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def _shown(path: Path, root: Path) -> str:
    """The path as the user would type it, from the archive's folder."""
    inside = path.relative_to(root) if path.is_relative_to(root) else path
    return inside.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def _said(error: OSError) -> str:
    return f"cannot be read: {error.strerror or error}".rstrip(".")


class Captures(Mapping[str, bytes]):
    """The captures folder, each file read only when it is asked for."""

    def __init__(self, folder: Path, root: Path, problems: list[Problem]) -> None:
        missing = not folder.is_dir()
        paths = () if missing else _walk(root, folder, problems, deep=True)
        self._paths = {path.relative_to(folder).as_posix(): path for path in paths}

    def __getitem__(self, name: str) -> bytes:
        try:
            return self._paths[name].read_bytes()
        except OSError as error:
            raise KeyError(name) from error

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._paths))

    def __len__(self) -> int:
        return len(self._paths)


def refusal(output: Path, root: Path, site: Site) -> Problem | None:
    """Why this folder may not be replaced by a site; None where it may."""
    place, home = output.resolve(), root.resolve()
    name = output.as_posix()
    if home.is_relative_to(place):
        return Problem(name, 0, "the archive itself lies in this folder", "Choose another output")
    for kept in (site.content, site.templates, site.captures):
        other = (home / kept).resolve()
        if place.is_relative_to(other) or other.is_relative_to(place):
            fault = f'this folder and "{kept}" lie inside one another'
            return Problem(name, 0, fault, "Choose another output")
    if place.exists() and not place.is_dir():
        return Problem(name, 0, "is a file, not a folder", "Choose another output")
    if place.is_dir() and not (place / MARK).is_file() and any(place.iterdir()):
        remedy = "Empty it or choose another folder with --output"
        return Problem(name, 0, "holds files that no build of Variorum wrote", remedy)
    return None


def write(files: Iterable[File], folder: Path) -> None:
    """Write a site into a new, empty folder, and look whether all of it is there."""
    sizes = {MARK: len(_MARK_TEXT)}
    (folder / MARK).write_bytes(_MARK_TEXT)
    for file in files:
        target = _target(folder, file.path)
        if target.exists():
            raise ValueError(f"two files of the site share the path {file.path!r}")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.data)
        sizes[file.path] = len(file.data)
    for path, size in sizes.items():
        if (folder / path).stat().st_size != size:
            raise StoreError(f"{path} was not written whole; is the disk full?")


def _target(folder: Path, path: str) -> Path:
    parts = path.split("/")
    if not path or any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts):
        raise ValueError(f"{path!r} is no path inside the site")
    return folder.joinpath(*parts)


def sha256(data: bytes) -> str:
    """The fixity hash of a capture."""
    return hashlib.sha256(data).hexdigest()
