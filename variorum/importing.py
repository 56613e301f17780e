"""Raw captures -> drafts in the content folder, each capture kept and hashed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from variorum import contents, store
from variorum.capture.draft import draft
from variorum.model import Site
from variorum.problems import Problem

_FILE = re.compile(r"""\bfile:[ ]*(["']?)([^"',}\n]+?)\1[ ]*(?=[,}\n]|$)""")
ENDINGS = (".txt", ".html", ".htm", ".md")
"""Files that an import takes from a folder."""
_REMEDY = "Captures end in .txt, .html, .htm or .md; copy the text of any other into a .txt file"


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
            inside = [p for p in sorted(path.rglob("*")) if p.is_file() and p.name[0] != "."]
            taken = [p for p in inside if p.suffix.lower() in ENDINGS]
            found += taken
            problems += [
                Problem(p.as_posix(), 0, "not imported", _REMEDY, "note" if taken else "error")
                for p in inside
                if p not in taken
            ]
            if not inside:
                problems.append(Problem(path.as_posix(), 0, "holds no capture", _REMEDY))
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
        folder = self.root / self.site.captures
        kept = _name(path, data, folder)
        if not kept:
            fault = f"another capture of this name stands in {self.site.captures}/"
            remedy = "Rename the new one; captures are never changed"
            self.result.problems.append(Problem(path.as_posix(), 0, fault, remedy))
            return
        slug, text, faults = draft(data, kept, store.sha256(data), self.site.language)
        owner = self.owners.get(kept)
        slug = f"{slug}-1" if slug in contents.TAKEN else slug
        drafted = text.encode("utf-8")
        if owner is not None and owner.read_bytes() != drafted:
            # What the capture does not say may have been added by hand.
            self.result.done.append(f"{owner.as_posix()}: edited since, left as it is")
            return
        self.result.problems += [replace(problem, file=path.as_posix()) for problem in faults]
        if owner is not None:
            self.result.done.append(f"{owner.as_posix()}: as imported")
        elif slug:
            self._lay(path, kept, data, self.root / self.site.content / f"{slug}.md", drafted)

    def _lay(self, path: Path, kept: str, data: bytes, target: Path, draft: bytes) -> None:
        """Keep the capture and write its draft, where nothing stands yet."""
        if target.exists():
            fault = f"{target.as_posix()} stands already, from another capture; left as it is"
            remedy = "Rename that file and import again"
            self.result.problems.append(Problem(path.as_posix(), 0, fault, remedy, "warning"))
            return
        place = self.root / self.site.captures / kept
        if not place.exists():
            _write(place, data)
        _write(target, draft)
        self.owners[kept] = target
        self.result.done.append(f"{target.as_posix()}: new draft from {place.as_posix()}")


def _name(path: Path, data: bytes, folder: Path) -> str:
    """Path of the kept capture below its folder; empty where another has that name."""
    if path.resolve().is_relative_to(folder.resolve()):
        return path.resolve().relative_to(folder.resolve()).as_posix()
    target = folder / path.name
    return "" if target.exists() and target.read_bytes() != data else path.name


def _write(target: Path, data: bytes) -> None:
    """Write a file where none stands."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(data)


def _owners(folder: Path) -> dict[str, Path]:
    """Which article names which capture, read as far as it can be without judging the file."""
    owners: dict[str, Path] = {}
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
        front = path.read_bytes().split(b"\n---", 1)[0].decode("utf-8", "replace")
        for _, name in _FILE.findall(front):
            owners.setdefault(name, path)
    return owners
