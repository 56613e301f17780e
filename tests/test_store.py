"""Reading folders; writing a site beside the old one and swapping it in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from workshop import PROJECT, tree

from variorum import store, swap
from variorum.model import File, Site
from variorum.store import MARK, StoreError

SITE = Site("A")


def make(folder: Path, **files: str) -> Path:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    return folder


def archive(folder: Path) -> Path:
    return make(
        folder,
        **{"content/b.md": "b", "content/a.md": "a", "seeds/x/y.txt": "y", "templates/t.html": "t",
           "templates/assets/s.css": "s"},
    )  # fmt: skip


def told(problems):
    return [str(problem) for problem in problems]


def test_reads_sorted_with_paths_as_typed(tmp_path):
    inputs, problems = store.read(archive(tmp_path), SITE)
    assert problems == ()
    assert inputs.content == (File("content/a.md", b"a"), File("content/b.md", b"b"))
    assert inputs.templates == (File("assets/s.css", b"s"), File("t.html", b"t"))
    assert dict(inputs.captures) == {"x/y.txt": b"y"}


def test_a_missing_content_folder_is_told_and_missing_templates_are_left_to_the_build(tmp_path):
    _, problems = store.read(tmp_path, SITE)
    assert told(problems) == [
        "content: cannot be read: No such file or directory. Create this folder.",
    ]


def test_hidden_files_and_lesser_folders_are_passed_over(tmp_path):
    make(archive(tmp_path), **{"content/.hidden": "", "content/releases/one.jsonl": ""})
    inputs, problems = store.read(tmp_path, SITE)
    assert [file.path for file in inputs.content] == ["content/a.md", "content/b.md"]
    assert problems == ()


def test_links_inside_are_followed_and_links_outside_are_not(tmp_path):
    folder = archive(tmp_path / "archive")
    make(tmp_path, secret="s")
    (folder / "content" / "c.md").symlink_to("a.md")
    (folder / "content" / "d.md").symlink_to(tmp_path / "secret")
    (folder / "content" / "e.md").symlink_to("e.md")
    (folder / "content" / "f.md").symlink_to("nowhere")
    inputs, problems = store.read(folder, SITE)
    assert [f.path[-4:] for f in inputs.content] == ["a.md", "b.md", "c.md"]
    assert told(problems) == [
        f"content/{name}.md: a link that leads out of the archive or nowhere. "
        "Put the file itself here."
        for name in "def"
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system that takes any name")
def test_names_that_are_not_utf8_are_told(tmp_path):
    folder = archive(tmp_path)
    with open(os.fsencode(folder / "content") + b"/caf\xe9.md", "wb"):
        pass
    _, problems = store.read(folder, SITE)
    assert told(problems) == [
        "content/caf\\udce9.md: its name is not UTF-8. Rename it with plain letters."
    ]


def build(output: Path, *files: File) -> None:
    with swap.staging(output) as new:
        store.write(files, new)
        swap.swap(new, output)


def test_a_site_is_written_whole_and_replaced_whole(tmp_path):
    output = tmp_path / "public"
    build(output, File("index.html", b"1"), File("a/b.css", b"2"))
    assert tree(output).keys() == {MARK, "index.html", "a/b.css"}
    build(output, File("index.html", b"3"))
    assert tree(output).keys() == {MARK, "index.html"}
    assert (output / "index.html").read_bytes() == b"3"
    assert [p.name for p in tmp_path.iterdir()] == ["public"]


def test_a_link_in_the_sites_place_stays_a_link(tmp_path):
    (tmp_path / "www").mkdir()
    (tmp_path / "archive").mkdir()
    output = tmp_path / "archive" / "public"
    output.symlink_to(tmp_path / "www")
    build(output, File("index.html", b"1"))
    build(output, File("index.html", b"2"))
    assert output.is_symlink()
    assert (tmp_path / "www" / "index.html").read_bytes() == b"2"


@pytest.mark.parametrize("path", ["", "/etc/x", "../x", "a/../../x", "a//b", "a\\b", "./x", "a\0"])
def test_no_file_leaves_the_site(tmp_path, path):
    with pytest.raises(ValueError, match="no path inside the site"):
        build(tmp_path / "public", File(path, b""))
    assert list(tmp_path.iterdir()) == []


def test_two_files_of_one_path_are_refused(tmp_path):
    with pytest.raises(ValueError, match="share the path"):
        build(tmp_path / "public", File("a", b""), File("a", b""))


def test_the_old_site_stays_when_writing_fails(tmp_path, monkeypatch):
    output = tmp_path / "public"
    build(output, File("index.html", b"1"))
    before = tree(output)

    def full(self, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        build(output, File("index.html", b"2"))
    assert tree(output) == before
    assert [p.name for p in tmp_path.iterdir()] == ["public"]


def test_a_short_write_is_noticed(tmp_path, monkeypatch):
    whole = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", lambda self, data: whole(self, data[:-1]))
    with pytest.raises(StoreError, match="was not written whole; is the disk full"):
        build(tmp_path / "public", File("index.html", b"23"))


def test_two_renames_serve_where_there_is_no_exchange(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "_exchange", lambda _a, _b: False)
    output = tmp_path / "public"
    build(output, File("index.html", b"1"))
    build(output, File("index.html", b"2"))
    assert (output / "index.html").read_bytes() == b"2"
    assert [p.name for p in tmp_path.iterdir()] == ["public"]


def test_a_failed_second_rename_puts_the_old_site_back(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "_exchange", lambda _a, _b: False)
    output = tmp_path / "public"
    build(output, File("index.html", b"1"))
    rename = Path.rename

    def failing(self, target):
        if self.name.endswith("-new"):
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="Input/output"):
        build(output, File("index.html", b"2"))
    assert (output / "index.html").read_bytes() == b"1"


def test_what_an_interrupted_run_left_is_healed(tmp_path):
    output = tmp_path / "public"
    build(output, File("index.html", b"1"))
    output.rename(tmp_path / "public.variorum-old")
    make(tmp_path / "public.variorum-new", **{MARK: "", "half": "written"})
    swap.heal(output)
    assert (output / "index.html").read_bytes() == b"1"
    assert [p.name for p in tmp_path.iterdir()] == ["public"]


def test_a_folder_of_the_users_is_never_removed(tmp_path):
    make(tmp_path / "public.variorum-new", mine="1")
    with pytest.raises(StoreError, match="stands where the build works; move it away"):
        build(tmp_path / "public", File("index.html", b"2"))
    assert (tmp_path / "public.variorum-new" / "mine").read_text() == "1"


def test_a_removal_that_was_cut_short_is_ended_by_the_next_run(tmp_path, monkeypatch):
    site = make(tmp_path, **{f"public/{MARK}": "", "public/a/x": "", "public/b/x": ""}) / "public"
    monkeypatch.setattr(swap.shutil, "rmtree", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(site, *(File(path, b"") for path in ("a/x", "b/x", "c")))
    monkeypatch.undo()
    assert (tmp_path / "public.variorum-new" / MARK).is_file()
    swap.heal(site)
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
    assert (site / "c").is_file()


def interrupted(_folder):
    raise KeyboardInterrupt


def test_a_folder_that_was_only_just_made_is_no_obstacle(tmp_path):
    (tmp_path / "public.variorum-new").mkdir()
    swap.heal(tmp_path / "public")
    assert list(tmp_path.iterdir()) == []


def test_a_second_build_waits_its_turn(tmp_path):
    pytest.importorskip("fcntl")
    with swap.staging(tmp_path / "public"):
        other = subprocess.run(
            [sys.executable, "-c",
             "import sys, pathlib; from variorum import swap\n"
             "with swap.staging(pathlib.Path(sys.argv[1])): pass",
             str(tmp_path / "public")],
            cwd=PROJECT, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert "another build is writing here; wait for it" in other.stderr


def test_which_folders_may_be_replaced(tmp_path):
    root = tmp_path / "archive"
    root.mkdir()
    assert store.refusal(root / "public", root, SITE) is None
    (root / "public").mkdir()
    assert store.refusal(root / "public", root, SITE) is None
    make(root / "public", **{MARK: "", "index.html": ""})
    assert store.refusal(root / "public", root, SITE) is None
    make(root / "mine", thesis="")
    for place, why in (
        (root / "mine", "holds files that no build of Variorum wrote"),
        (root / "mine" / "thesis", "is a file"),
        (root, "the archive itself lies in this folder"),
        (tmp_path, "the archive itself lies in this folder"),
    ):
        assert why in str(store.refusal(place, root, SITE))


@pytest.mark.parametrize("output", ["content", "content/site", "seeds/site", "templates/assets/x"])
def test_no_site_is_built_among_what_it_is_made_from(tmp_path, output):
    make(tmp_path, **{f"{output}/{MARK}": ""})
    refused = str(store.refusal(tmp_path / output, tmp_path, SITE))
    assert refused.endswith(
        f'this folder and "{output.partition("/")[0]}" lie inside one another. '
        "Choose another output."
    )


def test_a_folder_that_is_a_link_out_of_the_archive_is_not_read(tmp_path):
    folder = archive(tmp_path / "archive")
    elsewhere = tmp_path / "elsewhere"
    for name in ("content", "seeds", "templates"):
        shutil.move(folder / name, elsewhere / name)
        (folder / name).symlink_to(elsewhere / name)
    inputs, problems = store.read(folder, SITE)
    assert (inputs.content, dict(inputs.captures), inputs.templates) == ((), {}, ())
    assert told(problems) == [
        f"{name}: a link that leads out of the archive or nowhere. Put the folder itself here."
        for name in ("content", "templates", "seeds")
    ]
