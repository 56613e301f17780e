"""Raw captures -> drafts in the content folder, each capture kept and hashed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from variorum import capture, store
from variorum.model import Site
from variorum.problems import Problem

ENDINGS = (".txt", ".html", ".htm", ".md")
"""Files that an import takes from a folder."""


@dataclass(slots=True)
class Imported:
    """What an import did."""

    done: list[str] = field(default_factory=list)
    """One line for each draft."""
    problems: list[Problem] = field(default_factory=list)


def bring(paths: Sequence[Path], root: Path, site: Site) -> Imported:
    """Draft an article from each capture; whatever stands already is left as it is."""
    result = Imported()
    for path in _captures(paths, result.problems):
        try:
            _bring_one(path, root, site, result)
        except OSError as error:
            fault = f"cannot be imported: {error.strerror or error}"
            result.problems.append(Problem(path.as_posix(), 0, fault))
    return result


def _captures(paths: Sequence[Path], problems: list[Problem]) -> list[Path]:
    """The files named, and those in the folders named."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = [p for p in sorted(path.rglob("*")) if p.suffix.lower() in ENDINGS]
            found += [p for p in inside if p.is_file()]
        elif path.is_file():
            found.append(path)
        else:
            remedy = "Name a capture or a folder of captures"
            problems.append(Problem(path.as_posix(), 0, "there is no such file", remedy))
    return found


def _bring_one(path: Path, root: Path, site: Site, result: Imported) -> None:
    data = path.read_bytes()
    if not data.strip():
        fault, remedy = "the capture is empty", "Capture the page again"
        result.problems.append(Problem(path.as_posix(), 0, fault, remedy))
        return
    kept = _keep(path, data, root / site.captures)
    if kept is None:
        fault = f"another capture of this name stands in {site.captures}/"
        remedy = "Rename the new one; captures are never changed"
        result.problems.append(Problem(path.as_posix(), 0, fault, remedy))
        return
    slug, text, faults = capture.draft(data, kept, store.sha256(data))
    result.problems += faults
    if not slug:
        return
    target = root / site.content / f"{slug}.md"
    owner = _owner(root / site.content, kept)
    if owner is not None:
        same = owner == target and owner.read_bytes() == text.encode("utf-8")
        result.done.append(
            f"{owner.as_posix()}: {'as imported' if same else 'edited since; left as it is'}"
        )
        return
    if target.exists():
        fault = f"{target.as_posix()} stands already, from another capture; left as it is"
        remedy = "Add the new capture to it by hand, or rename it and import again"
        result.problems.append(Problem(path.as_posix(), 0, fault, remedy, "warning"))
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(text.encode("utf-8"))
    result.done.append(f"{target.as_posix()}: new draft from {kept}")


def _keep(path: Path, data: bytes, folder: Path) -> str | None:
    """Path of the kept capture below its folder; None where its name is taken by another."""
    if path.resolve().is_relative_to(folder.resolve()):
        return path.resolve().relative_to(folder.resolve()).as_posix()
    target = folder / path.name
    if target.exists():
        return path.name if target.read_bytes() == data else None
    folder.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(data)
    return path.name


def _owner(folder: Path, kept: str) -> Path | None:
    """The article that names this capture already."""
    needle = f"file: {kept}".encode()
    articles = sorted(folder.glob("*.md")) if folder.is_dir() else ()
    return next((p for p in articles if needle in p.read_bytes().split(b"\n---", 1)[0]), None)
