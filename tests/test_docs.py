"""The documents keep their promises: commands run, links lead somewhere, names exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
WRITTEN = [
    path
    for pattern in ("*.md", "docs/*.md", "variorum/**/*.py", "templates/**/*", "tests/**/*.py")
    for path in sorted(ROOT.glob(pattern))
    if path.is_file() and path.suffix not in {".png", ".ico"}
]
SOMEWHERE = re.compile(r"(?<![\w.])/(?:work|opt|root|home/\w+|Users/\w+)/")
"""A path that only exists on one machine."""
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"```(?:sh|bash|shell)?\n(.*?)```", re.S)


def commands(document: Path) -> list[str]:
    """Every command of the document that runs Python or make, one by one."""
    text = document.read_text(encoding="utf-8")
    lines = (line for block in FENCE.findall(text) for line in block.splitlines())
    given = (part.strip() for line in lines for part in line.partition(" #")[0].split("&&"))
    return [command for command in given if command.startswith(("python ", "make "))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file_and_a_heading(document: Path) -> None:
    for target in LINK.findall(document.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, heading = target.partition("#")
        file = document.parent / name if name else document
        assert file.exists(), f"{document.name} leads to {target}"
        if heading:
            assert heading in headings(file), f"{document.name} leads to {target}"


def headings(document: Path) -> set[str]:
    """The addresses of a document's headings, as code hosts make them."""
    lines = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", line.lower()).strip().replace(" ", "-") for line in lines}


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_path_of_one_machine_is_named(path: Path) -> None:
    if path == Path(__file__):
        return
    found = SOMEWHERE.search(path.read_text(encoding="utf-8"))
    assert found is None, found


def test_the_readme_has_its_two_commands() -> None:
    given = commands(ROOT / "README.md")
    assert given[:4] == [
        "python -m pip install -r requirements.txt",
        "python build.py",
        "python -m pip install -r requirements-dev.txt",
        "python -m pytest",
    ]


@pytest.mark.parametrize(
    "command", sorted({c for d in DOCUMENTS for c in commands(d) if c.startswith("python ")})
)
def test_every_command_of_the_documents_exists(command: str) -> None:
    """Each is asked for its help, flags and all: what it does is tested elsewhere."""
    words = shlex.split(command.replace("…", ""))[1:]
    if words[:2] in (["-m", "pip"], ["-m", "venv"], ["-m", "pytest"], ["-m", "http.server"]):
        return
    done = subprocess.run(
        [sys.executable, *words, "--help"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for flag in (word.partition("=")[0] for word in words if word.startswith("--")):
        assert flag in done.stdout, f"{flag} is no flag of {command}"


def test_every_make_word_of_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    text = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    for word in re.findall(r"`make ([a-z]+)`", text):
        assert word in targets


def test_every_dependency_is_declared_and_argued_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    argued = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    for file, declared in (
        ("requirements.txt", project["dependencies"]),
        ("requirements-dev.txt", project["optional-dependencies"]["dev"]),
    ):
        lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
        required = [line.strip() for line in lines if re.match(r"[A-Za-z]", line)]
        assert sorted(required) == sorted(declared), file
        for requirement in declared:
            name = re.split(r"[<>=\[ ]", requirement)[0]
            assert f"| `{name}` |" in argued


def test_every_module_of_the_architecture_exists() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for name in re.findall(r"^\| (.+?) \|", text, re.M):
        for module in re.findall(r"`([\w/]+(?:\.py|/))`", name):
            assert (ROOT / "variorum" / module).exists(), module
