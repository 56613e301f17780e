"""Commands, flags, printing and exit codes, as a user meets them."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request

import pytest
from workshop import FERRY, PROJECT, archive, run, tree

from variorum import __version__, report, serve
from variorum.relations import score


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
        (("--output", "content"), 'content: this folder and "content" lie inside one another. '),
        (("--output", "."), ".: the archive itself lies in this folder. "),
        (("--site", "no.yaml"), "no.yaml: cannot be read: No such file or directory. "),
        (("buidl",), 'there is no command buidl. Did you mean "build"?'),
        (("--limit", "3"), "--limit is no flag of build, but of check"),
        (("--fast",), "there is no flag --fast. Known: "),
        (("--outptu", "x"), 'there is no flag --outptu. Did you mean "--output"?'),
        (
            ("import", "a.txt", "--output", "x"),
            "--output is no flag of import, but of build, serve",
        ),
        (
            ("analyse", "a.txt", "--show-config"),
            "--show-config is no flag of analyse, but of build",
        ),
        (("check", "--limit", "0"), "'0' is no number from 1 up"),
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
    assert capsys.readouterr() == (f"{article}: edited since, left as it is\n", "")
    assert (folder / article).read_bytes() == edited

    page.write_bytes(words + b"\nMore.\n")
    assert run(folder, monkeypatch, "import", str(page)) == 1
    assert "another capture of this name stands in seeds/" in capsys.readouterr().err
    assert (folder / "seeds" / "new-report.txt").read_bytes() == words


def test_import_tells_what_it_cannot_take(folder, tmp_path, monkeypatch, capsys):
    before = tree(folder)
    away = tmp_path / "away"
    (away / "only").mkdir(parents=True)
    (away / "none").mkdir()
    (away / "empty.txt").touch()
    (away / "r.pdf").write_bytes(b"%PDF-1.7 \xff")
    (away / "only" / "d.docx").write_bytes(b"PK\x03\x04")
    monkeypatch.chdir(folder)
    names = ("empty.txt", "r.pdf", "only", "none", "absent.txt")
    paths = [f"../away/{name}" for name in names]
    for _again in range(2):
        assert run(folder, monkeypatch, "import", *paths) == 1
        assert capsys.readouterr() == (
            "",
            "../away/absent.txt: there is no such file. Name a capture or a folder of captures.\n"
            "../away/empty.txt: the capture is empty. Capture the page again.\n"
            "../away/none: holds no capture. Captures end in .txt, .html, .htm or .md; "
            "copy the text of any other into a .txt file.\n"
            "../away/only/d.docx: not imported. Captures end in .txt, .html, .htm or .md; "
            "copy the text of any other into a .txt file.\n"
            "../away/r.pdf: a PDF is not read. Copy its text into a .txt file and import that.\n",
        )
    assert tree(folder) == before


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


def test_analyse_reads_a_folder_and_prints_so_many_suggestions(folder, monkeypatch, capsys):
    assert run(folder, monkeypatch, "analyse", "--json", "seeds") == 0
    found = json.loads(capsys.readouterr().out)
    assert {claim["document"] for claim in found["claims"]} >= {"harbour-post", "coast-radio"}
    held = len(found["suggestions"])
    assert run(folder, monkeypatch, "analyse", "seeds", "--limit", "1") == 0
    said = capsys.readouterr().out
    assert said.endswith(f"and {held - 1} more; --limit {held} prints them all\n")
    assert run(folder, monkeypatch, "analyse", "seeds", "--limit", str(held)) == 0
    assert "more; --limit" not in capsys.readouterr().out
    (folder / "bare").mkdir()
    assert run(folder, monkeypatch, "analyse", "bare") == 1
    assert "bare: holds no text to analyse." in capsys.readouterr().err


def test_analyse_explains_any_pair(folder, monkeypatch, capsys):
    run(folder, monkeypatch, "analyse", "--json", *texts(folder))
    claims = json.loads(capsys.readouterr().out)["claims"]
    one = next(c for c in claims if c["document"] == "coast-radio")
    other = next(c for c in claims if c["document"] == "harbour-post")
    assert run(folder, monkeypatch, "analyse", *texts(folder),
               "--explain", one["id"], other["id"][:8]) == 0  # fmt: skip
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [one["quote"], other["quote"]]
    assert said[-3].startswith("told as: ")
    told = rf"in all: -?\d+\.\d of {score.FULL} points, a score of [01]\.\d\d"
    assert re.fullmatch(told, said[-2])
    assert said[-1] == "held back for the editor: published only from a score of 0.80"
    assert run(folder, monkeypatch, "analyse", *texts(folder), "--explain", "zz", "zz") == 2


def test_analyse_tells_what_it_cannot_read(folder, monkeypatch, capsys):
    (folder / "bad.txt").write_bytes(b"a\xff")
    assert run(folder, monkeypatch, "analyse", "bad.txt", "none.txt") == 1
    assert capsys.readouterr().err == (
        "bad.txt:1: not valid UTF-8: byte 0xff at offset 1. Save the file as UTF-8.\n"
        "none.txt: cannot be read: No such file or directory. Name a text file.\n"
    )


def test_the_server_answers_this_machine_with_the_site(tmp_path):
    (tmp_path / "index.html").write_text("home")
    (tmp_path / "404.html").write_text("not here")
    with serve.server(0) as running:
        threading.Thread(target=serve.serve, args=(running, tmp_path), daemon=True).start()
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


def test_a_wrong_settings_file_is_all_that_is_told(folder, tmp_path, monkeypatch, capsys):
    (tmp_path / "empty").mkdir()
    assert run(tmp_path / "empty", monkeypatch) == 2
    assert capsys.readouterr() == (
        "",
        "site.yaml: cannot be read: No such file or directory. "
        "Run this in the archive's folder, or name the file with --site.\n",
    )
    assert run(tmp_path, monkeypatch, "check", "--quiet", "--site", "archive") == 0
    assert run(tmp_path, monkeypatch, "check", "--json", "--site", "empty") == 2
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["file"] == "empty/site.yaml"


def test_a_taken_port_is_told_before_anything_is_built(folder, monkeypatch, capsys):
    with serve.server(0) as running:
        port = str(running.server_port)
        assert run(folder, monkeypatch, "serve", "--port", port) == 2
    assert capsys.readouterr() == (
        "", f"serve: port {port} is taken. Choose another with --port.\n"
    )  # fmt: skip
    assert not (folder / "public").exists()


def test_serve_prints_one_address(folder, monkeypatch, capsys):
    monkeypatch.setattr("variorum.serve.ThreadingHTTPServer.serve_forever", lambda _self: None)
    assert run(folder, monkeypatch, "serve", "--port", "0") == 0
    said = capsys.readouterr().out
    assert said.count("http") == 1
    assert "\nServing public/ at http://127.0.0.1:" in said


def test_a_folder_that_may_not_be_written_is_told_with_its_remedy(folder, monkeypatch, capsys):
    def refuse(*_arguments):
        raise PermissionError(13, "Permission denied", "public.variorum-new")

    monkeypatch.setattr("variorum.store.write", refuse)
    assert run(folder, monkeypatch) == 1
    assert capsys.readouterr().err == (
        "public.variorum-new: Permission denied. Give yourself the right to write there, "
        "or choose another folder. The old site, if any, still stands.\n"
    )


def build_py(folder, *arguments, **environment):
    return subprocess.run(
        [sys.executable, str(PROJECT / "build.py"), *arguments],
        cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, **environment},
    )  # fmt: skip


def test_a_terminal_without_some_letters_shows_their_codes(folder):
    path = folder / "plain.txt"
    path.write_text("Ferry “Zoë” aground\n\nThe ferry “Zoë” ran aground on Tuesday.\n", "utf-8")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    told = build_py(folder, "analyse", "plain.txt", **plain)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Zo\\xeb" in told.stdout
    told = build_py(folder, "analyse", "--json", "plain.txt", **plain)
    assert "Zoë" in json.loads(told.stdout)["claims"][0]["quote"]


def test_a_reader_who_has_seen_enough_hears_nothing_more(folder):
    with subprocess.Popen(
        [sys.executable, str(PROJECT / "build.py"), "analyse", "--json", *texts(folder)],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""


def test_stopping_while_it_starts_is_told_in_a_word(tmp_path):
    (tmp_path / "build.py").write_bytes((PROJECT / "build.py").read_bytes())
    (tmp_path / "variorum").mkdir()
    (tmp_path / "variorum" / "cli.py").write_text("raise KeyboardInterrupt\n")
    told = subprocess.run(
        [sys.executable, "-E", "build.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (130, "Stopped.\n")


def test_analyse_reads_a_page_as_import_does(folder, monkeypatch, capsys):
    (folder / "page.html").write_text(
        "<html><body><nav>Home</nav><h1>Ferry runs aground off Marrow Point</h1>"
        "<p>Two people were injured, said the regional fire service.</p></body></html>"
    )
    assert run(folder, monkeypatch, "analyse", "page.html") == 0
    said = capsys.readouterr().out
    assert "Two people were injured" in said
    assert "<" not in said.replace(" < ", "")


def test_a_new_archive_builds(tmp_path, monkeypatch, capsys):
    assert run(tmp_path, monkeypatch, "new", "mine") == 0
    assert capsys.readouterr().out == (
        "Made mine/. Give it a title in mine/site.yaml, then:\n"
        "python build.py import PATH... --site mine/site.yaml\n"
        "python build.py --site mine/site.yaml\n"
    )
    assert run(tmp_path, monkeypatch, "--site", "mine/site.yaml", "--strict", "--quiet") == 0
    assert (tmp_path / "mine" / "public" / "index.html").is_file()
    assert run(tmp_path, monkeypatch, "new", "mine") == 2
    assert capsys.readouterr().err == (
        "mine: this folder is not empty. Choose a new or empty one.\n"
    )


def test_missing_templates_are_told_once_with_their_remedy(folder, monkeypatch, capsys):
    shutil.rmtree(folder / "templates")
    assert run(folder, monkeypatch, "--quiet") == 1
    assert capsys.readouterr().err == (
        "templates: this folder is missing or empty. "
        "Copy the templates folder that stands beside build.py.\n"
    )


def test_check_lists_what_is_held_back_with_a_ruling_to_paste(folder, monkeypatch, capsys):
    settings = folder / "site.yaml"
    settings.write_text(settings.read_text() + "relations: {publish_at: 1.0, suggest_at: 0.05}\n")
    assert run(folder, monkeypatch, "check", "--suggestions", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    scores = [entry["score"] for entry in told["suggestions"]]
    half = len(scores) // 2
    assert sum(scores[:half]) > sum(scores[-half:])
    assert told["count"] == len(scores) > 1

    assert run(folder, monkeypatch, "check", "--suggestions", "--limit", "1") == 0
    said = capsys.readouterr().out
    first = told["suggestions"][0]
    assert said.startswith(f"Held back: {told['count']}, the best 1 below. ")
    assert f"Radio/{first['here']['article']}" in said or "Post/" in said
    assert first["ruling"] in said
    path = folder / "content" / f"{first['here']['article']}.rulings.yaml"
    old = path.read_text() if path.exists() else "relations:\n"
    signed = first["ruling"].replace('by: ""', "by: am").replace('on: ""', "on: 2026-01-05")
    path.write_text(f"{old}{signed}\n")
    assert run(folder, monkeypatch, "check", "--strict", "--suggestions", "--json") == 0
    left = json.loads(capsys.readouterr().out)
    assert left["count"] < told["count"]
    assert first not in left["suggestions"]


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
