"""Raw captures -> drafts in the content folder, each capture kept and hashed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from variorum import capture, store
from variorum.model import Site
from variorum.problems import Problem

_FILE = re.compile(r"""\bfile:[ ]*(["']?)([^"',}\n]+?)\1[ ]*(?=[,}\n]|$)""")
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
    desk = _Desk(root, site, _owners(root / site.content), result)
    for path in _captures(paths, result.problems):
        try:
            desk.bring(path)
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


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where captures become drafts."""

    root: Path
    site: Site
    owners: dict[str, Path]
    """The article that names a capture, by the capture's path below its folder."""
    result: Imported

    def bring(self, path: Path) -> None:
        """Keep one capture and draft its article."""
        data = path.read_bytes()
        kept = _keep(path, data, self.root / self.site.captures)
        if kept is None:
            fault = f"another capture of this name stands in {self.site.captures}/"
            remedy = "Rename the new one; captures are never changed"
            self.result.problems.append(Problem(path.as_posix(), 0, fault, remedy))
            return
        slug, text, faults = capture.draft(data, kept, store.sha256(data))
        place = (self.root / self.site.captures / kept).as_posix()
        self.result.problems += [replace(problem, file=place) for problem in faults]
        if slug:
            self._lay(kept, place, self.root / self.site.content / f"{slug}.md", text)

    def _lay(self, kept: str, place: str, target: Path, text: str) -> None:
        """Write the draft where nothing stands yet."""
        data = text.encode("utf-8")
        owner = self.owners.get(kept)
        if owner is not None:
            state = "as imported" if owner.read_bytes() == data else "edited since, left as it is"
            self.result.done.append(f"{owner.as_posix()}: {state}")
        elif target.exists():
            fault = f"{target.as_posix()} stands already, from another capture; left as it is"
            remedy = "Add this capture to it by hand, or rename that file and import again"
            self.result.problems.append(Problem(place, 0, fault, remedy, "warning"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                file.write(data)
            self.owners[kept] = target
            self.result.done.append(f"{target.as_posix()}: new draft from {place}")


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


def _owners(folder: Path) -> dict[str, Path]:
    """Which article names which capture, read as far as it can be without judging the file."""
    owners: dict[str, Path] = {}
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
        front = path.read_bytes().split(b"\n---", 1)[0].decode("utf-8", "replace")
        for _, name in _FILE.findall(front):
            owners.setdefault(name, path)
    return owners
