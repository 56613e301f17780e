"""Faulty archives: the exact words printed, the exit code, and the old site left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from workshop import FERRY, HERE, archive, run, tree

CASES = sorted(path for path in (HERE / "broken").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_words_code_and_old_site(case: Path, tmp_path, monkeypatch, capsys):
    folder = archive(tmp_path / "archive", case)
    (folder / "expected.txt").unlink()
    if case.name == "one-address" and len(list((folder / "content").glob("*.md"))) < 3:
        pytest.skip("this file system takes the two names for one")
    old = folder / "public"
    old.mkdir()
    (old / ".variorum").touch()
    (old / "index.html").write_text("the old site")
    before = tree(old)

    code = run(folder, monkeypatch, "--quiet")

    said = capsys.readouterr()
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    assert f"exit {code}\n{said.err}" == expected
    if code:
        assert tree(old) == before
    assert sorted(p.name for p in folder.iterdir()) == [
        "content",
        "public",
        "seeds",
        "site.yaml",
        "templates",
    ]


def test_the_archive_they_are_made_from_is_sound(tmp_path, monkeypatch, capsys):
    folder = archive(tmp_path / "archive")
    assert run(folder, monkeypatch, "--quiet", "--strict") == 0
    assert capsys.readouterr().err == ""
    assert (folder / "public" / "index.html").is_file()


def test_each_case_changes_the_sound_archive():
    sound = tree(FERRY)
    for case in CASES:
        changed = {path: data for path, data in tree(case).items() if path != "expected.txt"}
        assert changed, case.name
        assert any(sound.get(path) != data for path, data in changed.items()), case.name
