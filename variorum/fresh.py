"""A new, empty archive that builds."""

from __future__ import annotations

import shutil
from pathlib import Path

from variorum.problems import Problem

_SETTINGS = """\
# The settings of this archive; `python build.py --show-config` explains every key.
title: A new archive
# A few words under the title, and a sentence or two about the archive.
tagline: ""
description: ""
# Language of the articles that name none.
language: en
# Where readers report a wrong link: a mail address or a web address.
contact: ""
# Initials of each editor and the name behind them:
# editors:
#   am: Ada Marsh
"""


def refusal(folder: Path) -> Problem | None:
    """Why no archive may be made here; None where it may."""
    name = folder.as_posix()
    if folder.exists() and not folder.is_dir():
        return Problem(name, 0, "is a file, not a folder", "Choose another folder")
    if folder.is_dir() and any(folder.iterdir()):
        return Problem(name, 0, "this folder is not empty", "Choose a new or empty one")
    return None


def make(folder: Path, templates: Path) -> None:
    """An archive without articles, its templates copied from another folder."""
    for name in ("content", "seeds"):
        (folder / name).mkdir(parents=True)
    shutil.copytree(templates, folder / "templates")
    (folder / "site.yaml").write_text(_SETTINGS, encoding="utf-8")


def welcome(folder: Path) -> str:
    """What to do next."""
    settings = (folder / "site.yaml").as_posix()
    return (
        f"Made {folder.as_posix()}/. Give it a title in {settings}, then:\n"
        f"python build.py import PATH... --site {settings}\n"
        f"python build.py --site {settings}"
    )
