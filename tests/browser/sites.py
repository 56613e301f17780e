"""Sites for the browser tests: how they are built, and served from below a sub-path."""

from __future__ import annotations

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

ROOT = Path(__file__).parents[2]
STRAIT = ROOT / "tests" / "archives" / "strait"
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


def dense(room: Path, claims: int) -> Path:
    """An archive of two articles: ``claims`` claims in the first, every one in conflict."""
    archive = room / "dense"
    content = archive / "content"
    content.mkdir(parents=True)
    shutil.copytree(ROOT / "templates", archive / "templates")
    (archive / "site.yaml").write_text("title: A dense archive\n", encoding="utf-8")
    for slug, extra in (("first", 0), ("second", 7)):
        sentences = [
            f"Ward number {n} of the old hospital counted {n + 100 + extra} patients that night."
            for n in range(claims)
        ]
        paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, claims, 4)]
        head = f'---\ntitle: "Count of the {slug} night"\npublished: 2031-02-0{extra + 1}\n---\n\n'
        (content / f"{slug}.md").write_text(head + "\n\n".join(paragraphs) + "\n", "utf-8")
    rulings = ["claims:"]
    rulings += [_claim(n, 0) for n in range(claims)]
    rulings += ["relations:", *(_conflict(n) for n in range(claims))]
    (content / "first.rulings.yaml").write_text("\n".join(rulings) + "\n", encoding="utf-8")
    added = ["claims:", *(_claim(n, 7) for n in range(claims))]
    (content / "second.rulings.yaml").write_text("\n".join(added) + "\n", encoding="utf-8")
    return archive


def _quote(n: int, extra: int) -> str:
    return f"Ward number {n} of the old hospital counted {n + 100 + extra} patients that night"


def _claim(n: int, extra: int) -> str:
    quote = _quote(n, extra)
    return f'  - {{ruling: add, quote: "{quote}", kind: figure, by: tt, on: 2031-05-01}}'


def _conflict(n: int) -> str:
    return (
        f'  - {{ruling: add, here: {{quote: "{_quote(n, 0)}"}}, '
        f'there: {{article: second, quote: "{_quote(n, 7)}"}}, type: conflicts, '
        f'reason: "One night, one ward, and two counts of its patients.", by: tt, on: 2031-05-01}}'
    )


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
