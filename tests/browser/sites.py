"""Sites for the browser tests: how they are built, and served from below a sub-path."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import variorum

ROOT = Path(__file__).parents[2]
STRAIT = ROOT / "tests" / "archives" / "strait"
EXTREMES = ROOT / "tests" / "archives" / "extremes"
WEIR = ROOT / "tests" / "archives" / "weir"
SUB_PATH = "/some/where/"
"""A site must work wherever it is put, not only at the root of a host."""


def build(archive: Path, output: Path) -> Path:
    """Build an archive with the command a user gives; the folder of the site."""
    command = [sys.executable, str(ROOT / "build.py"), "--site", str(archive / "site.yaml")]
    done = subprocess.run(
        [*command, "--output", str(output)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{archive.name} does not build:\n{done.stdout}{done.stderr}"
    return output


def with_templates(archive: Path, room: Path) -> Path:
    """A copy of a test archive, with the project's own templates beside it."""
    copy = room / archive.name
    shutil.copytree(archive, copy)
    shutil.copytree(ROOT / "templates", copy / "templates")
    return copy


SYLLABLES = ("bo", "da", "fe", "gi", "ko", "lu", "me", "na", "po", "ri")
FAR = 20
"""Claims of the second article of the dense archive."""


def dense(room: Path, claims: int) -> Path:
    """An archive of two articles: ``claims`` claims in the first, every one in conflict."""
    archive = room / "dense"
    content = archive / "content"
    content.mkdir(parents=True)
    shutil.copytree(ROOT / "templates", archive / "templates")
    settings = "title: A dense archive\nrelations:\n  publish_at: 1\n"
    (archive / "site.yaml").write_text(settings, encoding="utf-8")
    for slug, count, patients in (("first", claims, 100), ("second", FAR, 900)):
        sentences = [f"{_quote(n, patients)}." for n in range(count)]
        paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, count, 4)]
        head = f'---\ntitle: "{slug.title()}"\npublished: 2031-02-01\n---\n\n'
        (content / f"{slug}.md").write_text(head + "\n\n".join(paragraphs) + "\n", "utf-8")
        rulings = ["claims:", *(_claim(n, patients) for n in range(count))]
        if slug == "first":
            rulings += ["relations:", *(_conflict(n) for n in range(count))]
        (content / f"{slug}.rulings.yaml").write_text("\n".join(rulings) + "\n", "utf-8")
    return archive


def _quote(n: int, patients: int) -> str:
    """A sentence about a village of its own, so that few are taken for the same."""
    village = "".join(SYLLABLES[int(digit)] for digit in f"{n:03}")
    return f"The infirmary of {village.capitalize()} counted {n + patients} patients that night"


def _claim(n: int, patients: int) -> str:
    quote = _quote(n, patients)
    return f'  - {{ruling: add, quote: "{quote}", kind: figure, by: tt, on: 2031-05-01}}'


def _conflict(n: int) -> str:
    return (
        f'  - {{ruling: add, here: {{quote: "{_quote(n, 100)}"}}, '
        f'there: {{article: second, quote: "{_quote(n % FAR, 900)}"}}, type: conflicts, '
        f'reason: "One night, and two counts of its patients.", by: tt, on: 2031-05-01}}'
    )


def cluster(room: Path) -> Path:
    """An archive of the invented cluster, in which only the program relates anything."""
    source, archive = ROOT / "tests" / "clusters" / "marsby-baths", room / "cluster"
    content = archive / "content"
    content.mkdir(parents=True)
    shutil.copytree(ROOT / "templates", archive / "templates")
    settings = "title: A cluster\ncontact: desk@archive.example\n"
    (archive / "site.yaml").write_text(settings, encoding="utf-8")
    for each in json.loads((source / "gold.json").read_text(encoding="utf-8"))["documents"]:
        text = variorum.clean((source / each["file"]).read_text(encoding="utf-8"))
        title, _, body = text.partition("\n\n")
        known = {"title": title, "outlet": each["outlet"], "published": each["published"]}
        head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in known.items())
        file = content / f"{Path(each['file']).stem}.md"
        file.write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")
    return archive


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served, below SUB_PATH, while the context lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Below, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    finally:
        server.shutdown()
        server.server_close()


class _Below(SimpleHTTPRequestHandler):
    """Serves its folder below SUB_PATH and nothing beside it."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(SUB_PATH):
            return os.devnull + "/nowhere"
        return super().translate_path("/" + path.removeprefix(SUB_PATH))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def chromium() -> str:
    """The browser's program; empty where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((found for name in names if (found := shutil.which(name))), "")
