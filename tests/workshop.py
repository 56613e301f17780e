"""Whole small archives for tests: copied, changed, and built in a folder of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

from variorum import cli

HERE = Path(__file__).parent
PROJECT = HERE.parent
FERRY = HERE / "archives" / "ferry"


def archive(folder: Path, *overlays: Path) -> Path:
    """A copy of the ferry archive with the project's templates, then each overlay's files."""
    shutil.copytree(PROJECT / "templates", folder / "templates")
    for source in (FERRY, *overlays):
        shutil.copytree(source, folder, dirs_exist_ok=True)
    return folder


def run(folder: Path, monkeypatch, *arguments: str) -> int:
    """Run one command as a user would who stands in the archive's folder."""
    monkeypatch.chdir(folder)
    try:
        return cli.main(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
