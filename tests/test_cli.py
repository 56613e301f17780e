"""Commands, flags, printing and exit codes, as a user meets them."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import threading
import urllib.error
import urllib.request

import pytest
from workshop import FERRY, PROJECT, archive, run, tree

from variorum import __version__, report, serve


@pytest.fixture
def folder(tmp_path):
    return archive(tmp_path / "archive")


def break_article(folder, name="harbour-post"):
    path = folder / "content" / f"{name}.md"
    path.write_text(path.read_text().replace("outlet:", "outlett:"))


def test_a_build_says_what_it_found_and_how_to_look_at_it(folder, monkeypatch, capsys):
    assert run(folder, monkeypatch) == 0
    said = capsys.readouterr()
    rows = {line.split()[0]: line for line in said.out.splitlines() if line.strip()}
    assert rows["articles"].split() == ["articles", "2"]
    assert "corroborate" in rows["relations"]
    assert "held back" in rows["relations"]
    assert rows["problems"].split() == ["problems", "none"]
    assert all(stage in rows["seconds"] for stage in ("load", "claims", "render", "search", "swap"))
    assert "python -m http.server -d public" in said.out
    assert "public/index.html" in said.out
    assert said.err == ""


def test_a_build_writes_only_its_output(folder, monkeypatch, capsys):
    before = tree(folder)
    run(folder, monkeypatch)
    after = {path: data for path, data in tree(folder).items() if not path.startswith("public/")}
    assert after == before


def test_check_tells_everything_and_writes_nothing(folder, monkeypatch, capsys):
    break_article(folder)
    before = tree(folder)
    assert run(folder, monkeypatch, "check") == 1
    assert tree(folder) == before
    assert capsys.readouterr().err == (
        'content/harbour-post.md:3: unknown key "outlett". Did you mean "outlet"?\n'
    )


def test_json_holds_counts_problems_and_seconds(folder, monkeypatch, capsys):
    break_article(folder)
    assert run(folder, monkeypatch, "check", "--json") == 1
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert said.err == ""
    assert told["counts"]["articles"] == 2
    assert told["problems"] == [
        {"file": "content/harbour-post.md", "line": 3, "fault": 'unknown key "outlett"',
         "remedy": 'Did you mean "outlet"?', "level": "error"}
    ]  # fmt: skip
    assert told["seconds"]["load"] >= 0
    assert told["built"] is False
    assert run(folder, monkeypatch, "--json", "build") == 1


def test_quiet_says_problems_only(folder, monkeypatch, capsys):
    assert run(folder, monkeypatch, "--quiet") == 0
    assert capsys.readouterr() == ("", "")


def test_strict_lets_warnings_stop_the_build(folder, monkeypatch, capsys):
    (folder / "content" / "notes.txt").write_text("x")
    assert run(folder, monkeypatch, "--strict", "--quiet") == 1
    assert not (folder / "public").exists()
    assert run(folder, monkeypatch, "--quiet") == 0
    assert (folder / "public").exists()


def test_keep_going_leaves_out_what_is_broken_and_says_so(folder, monkeypatch, capsys):
    break_article(folder, "coast-radio")
    assert run(folder, monkeypatch, "--keep-going") == 0
    said = capsys.readouterr()
    assert (
        'content/coast-radio.md:3: warning: left out: unknown key "outlett". '
        'Did you mean "outlet"?\n' in said.err
    )
    assert "articles     1\n" in said.out
    assert not (folder / "public" / "articles" / "coast-radio").exists()
    assert (folder / "public" / "articles" / "harbour-post" / "index.html").is_file()


def test_output_and_site_may_lie_elsewhere(folder, tmp_path, monkeypatch, capsys):
    elsewhere = tmp_path / "desk"
    elsewhere.mkdir()
    arguments = ("--site", "../archive/site.yaml", "--output", "here")
    break_article(folder)
    assert run(elsewhere, monkeypatch, *arguments) == 1
    assert capsys.readouterr().err.startswith("../archive/content/harbour-post.md:3: ")
    assert run(elsewhere, monkeypatch, "--keep-going", *arguments) == 0
    assert (elsewhere / "here" / "index.html").is_file()
    assert not (folder / "public").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--output", "content"), "content: holds files that no build of Variorum wrote. "),
        (("--output", "."), ".: the archive itself lies in this folder. "),
        (("--site", "no.yaml"), "no.yaml: cannot be read: No such file or directory. "),
        (("buidl",), "invalid choice: 'buidl'"),
        (("--fast",), "unrecognized arguments: --fast"),
        (("serve", "--port", "70000"), "'70000' is no number from 0 to 65535"),
        (("import",), "the following arguments are required: PATH"),
    ],
)
def test_wrong_usage_is_exit_code_2(folder, monkeypatch, capsys, arguments, words):
    before = tree(folder)
    assert run(folder, monkeypatch, *arguments) == 2
    assert words in capsys.readouterr().err
    assert tree(folder) == before


def test_a_full_disk_leaves_the_old_site(folder, monkeypatch, capsys):
    run(folder, monkeypatch)
    before = tree(folder)

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("variorum.store.write", full)
    assert run(folder, monkeypatch) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert tree(folder) == before


def test_a_failed_index_leaves_the_old_site(folder, monkeypatch, capsys):
    run(folder, monkeypatch)
    before = tree(folder)
    monkeypatch.setattr("variorum.search._run", lambda *_arguments: None)
    assert run(folder, monkeypatch) == 1
    assert "the search index could not be built" in capsys.readouterr().err
    assert tree(folder) == before


def test_settings_and_version_are_shown(folder, monkeypatch, capsys):
    assert run(folder, monkeypatch, "--show-config") == 0
    assert "title: Ferry\n" in capsys.readouterr().out
    assert run(folder, monkeypatch, "--version") == 0
    assert capsys.readouterr().out == f"variorum {__version__}\n"


def test_help_shows_examples_and_every_command(folder, monkeypatch, capsys):
    assert run(folder, monkeypatch, "--help") == 0
    said = capsys.readouterr().out
    for words in ("examples:", "import", "check", "analyse", "serve", "--keep-going", "exit codes"):
        assert words in said


def test_import_keeps_the_capture_and_never_overwrites(folder, tmp_path, monkeypatch, capsys):
    words = (FERRY / "seeds" / "coast-radio.txt").read_bytes()
    page = tmp_path / "pages" / "new-report.txt"
    page.parent.mkdir()
    page.write_bytes(words)
    old = tree(folder)
    assert run(folder, monkeypatch, "import", str(page.parent)) == 0
    new = {path: data for path, data in tree(folder).items() if path not in old}
    (article,) = [path for path in new if path.startswith("content/")]
    assert new["seeds/new-report.txt"] == words
    assert f"sha256: {hashlib.sha256(words).hexdigest()}" in new[article].decode()
    assert f"{article}: new draft from seeds/new-report.txt" in capsys.readouterr().out
    assert {path: data for path, data in tree(folder).items() if path in old} == old

    assert run(folder, monkeypatch, "import", "seeds/new-report.txt") == 0
    assert f"{article}: as imported" in capsys.readouterr().out
    edited = new[article] + b"\nEdited.\n"
    (folder / article).write_bytes(edited)
    assert run(folder, monkeypatch, "import", str(page)) == 0
    assert f"{article}: edited since, left as it is" in capsys.readouterr().out
    assert (folder / article).read_bytes() == edited

    page.write_bytes(words + b"\nMore.\n")
    assert run(folder, monkeypatch, "import", str(page)) == 1
    assert "another capture of this name stands in seeds/" in capsys.readouterr().err
    assert (folder / "seeds" / "new-report.txt").read_bytes() == words


def test_import_tells_what_it_cannot_take(folder, tmp_path, monkeypatch, capsys):
    (tmp_path / "empty.txt").touch()
    paths = (str(tmp_path / "empty.txt"), str(tmp_path / "none.txt"))
    assert run(folder, monkeypatch, "import", *paths) == 1
    said = capsys.readouterr().err
    assert "the capture is empty" in said
    assert "there is no such file" in said


def test_the_drafts_of_an_import_build(tmp_path, monkeypatch, capsys):
    folder = archive(tmp_path / "archive")
    for path in (folder / "content").iterdir():
        path.unlink()
    assert run(folder, monkeypatch, "import", "seeds", "--quiet") == 0
    assert run(folder, monkeypatch, "--quiet") == 0
    assert len(list((folder / "public" / "articles").glob("*/index.html"))) == 2


def texts(folder):
    return [str(folder / "seeds" / name) for name in ("harbour-post.txt", "coast-radio.txt")]


def test_analyse_prints_claims_and_relations(folder, monkeypatch, capsys):
    assert run(folder, monkeypatch, "analyse", *texts(folder)) == 0
    said = capsys.readouterr().out
    assert said.startswith("claims (")
    assert "relations (" in said
    assert run(folder, monkeypatch, "analyse", "--json", *texts(folder)) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"claims", "relations", "suggestions"} == found.keys()
    assert {claim["document"] for claim in found["claims"]} == {"harbour-post", "coast-radio"}


def test_analyse_explains_any_pair(folder, monkeypatch, capsys):
    run(folder, monkeypatch, "analyse", "--json", *texts(folder))
    claims = json.loads(capsys.readouterr().out)["claims"]
    one = next(c for c in claims if c["document"] == "coast-radio")
    other = next(c for c in claims if c["document"] == "harbour-post")
    assert run(folder, monkeypatch, "analyse", *texts(folder),
               "--explain", one["id"], other["id"][:8]) == 0  # fmt: skip
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [one["quote"], other["quote"]]
    assert len(said) > 2
    assert run(folder, monkeypatch, "analyse", *texts(folder), "--explain", "zz", "zz") == 2


def test_analyse_tells_what_it_cannot_read(folder, monkeypatch, capsys):
    (folder / "bad.txt").write_bytes(b"a\xff")
    assert run(folder, monkeypatch, "analyse", "bad.txt", "none.txt") == 1
    assert capsys.readouterr().err == (
        "bad.txt: not valid UTF-8: offset 1. Save the file as UTF-8.\n"
        "none.txt: cannot be read: No such file or directory. Name a text file.\n"
    )


def test_the_server_answers_this_machine_with_the_site(tmp_path):
    (tmp_path / "index.html").write_text("home")
    (tmp_path / "404.html").write_text("not here")
    with serve.server(tmp_path, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        assert running.server_address[0] == "127.0.0.1"
        root = f"http://127.0.0.1:{running.server_port}"
        with urllib.request.urlopen(f"{root}/") as answer:
            assert answer.read() == b"home"
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(f"{root}/nothing/")
        assert missing.value.code == 404
        assert missing.value.read() == b"not here"
        running.shutdown()


def test_a_missing_package_is_told_with_its_remedy():
    told = subprocess.run(
        [sys.executable, "-S", str(PROJECT / "build.py")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 2
    assert "is not installed" in told.stderr
    assert "python -m pip install -r requirements.txt" in told.stderr
    assert "Traceback" not in told.stderr


class Timer:
    """One that goes off when told to."""

    def __init__(self, seconds, action):
        self.seconds, self.fire = seconds, action

    def start(self):
        pass

    def cancel(self):
        pass


def test_a_long_run_shows_how_far_it_is_on_one_line(monkeypatch):
    now = iter([0.1, 0.5, 1.5, 1.51, 2.0, 2.01, 2.5])
    monkeypatch.setattr(report.time, "perf_counter", lambda: next(now))
    monkeypatch.setattr(report, "Timer", Timer)
    out = io.StringIO()
    clock = report.Clock(out)
    clock("load", 0, 9)
    clock("load", 1, 9)
    assert out.getvalue() == ""
    assert clock._timer.seconds == 1.0
    clock._timer.fire()
    clock("load", 7, 9)
    clock("load", 8, 9)
    clock("relate")
    clock("render")
    assert clock.stop() == pytest.approx({"load": 1.9, "relate": 0.01, "render": 0.49})
    assert out.getvalue().split("\r\x1b[K") == [
        "", "load 2 of 9", "load 8 of 9", "relate", "render", "",
    ]  # fmt: skip


def test_a_short_run_shows_nothing():
    out = io.StringIO()
    clock = report.Clock(out)
    clock("load")
    clock.stop()
    assert out.getvalue() == ""
