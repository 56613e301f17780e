"""Files that no folder can hold."""

from __future__ import annotations

from variorum import paths
from variorum.model import File


def faults(*names):
    return [str(problem) for problem in paths.check([File(name, b"") for name in names], "public")]


def test_files_beside_and_below_each_other_are_sound():
    assert faults("index.html", "a/index.html", "a/b/index.html", "a/" + "é" * 120) == []


def test_a_file_that_has_no_place_is_told():
    remedy = "Rename the article, matter, name or file it is made from."
    assert faults("a/b", "a/b", "b/c/index.html", "b", "c/" + "é" * 128 + "/d") == [
        f"public/a/b: two pages or files have this address. {remedy}",
        f"public/b: a page has this address, and other pages lie below it. {remedy}",
        f"public/c/{'é' * 128}/d: this name is too long for a file. {remedy}",
    ]
