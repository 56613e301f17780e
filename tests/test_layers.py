"""Who may import whom: docs/architecture.md's table, read from the imports themselves."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "variorum"

RECORDS = {"model", "problems"}
"""What every module may import."""
READING = {"strictyaml", "fields", "edtf"}

MAY: dict[str, set[str]] = {
    "model": set(),
    "problems": set(),
    "prose": set(),
    "edtf": set(),
    "plain": {"edtf"},
    "languages": set(),
    "strictyaml": set(),
    "fields": {"strictyaml", "edtf"},
    "config": {"strictyaml", "fields"},
    "body": set(),
    "load": READING | {"body"},
    "authorities": READING,
    "drift": {"languages"},
    "wording": set(),
    "quotes": {"drift", "wording"},
    "rulings": READING | {"quotes"},
    "segment": {"languages"},
    "revisions": set(),
    "proofs": {"load", "revisions", "segment"},
    "collector": set(),
    "engine": {"plain", "segment", "claims", "relations", "collector"},
    "capture": {"segment", "languages", "edtf", "fields"},
    "claims": {"languages"},
    "relations": {"languages"},
    "matters": {"quotes", "languages", "prose"},
    "check": {"edtf", "prose"},
    "links": set(),
    "paths": set(),
    "swap": {"store"},
    "store": set(),
    "serve": set(),
    "report": set(),
    "analysis": {"capture"},
    "queue": set(),
    "fresh": set(),
    "arguments": set(),
    "importing": {"capture", "contents", "store"},
    "contents": {"load", "authorities", "rulings"},
    "interface": {"edtf", "languages"},
    "quality": {"languages"},
    "charts": {"interface", "languages"},
    "marks": set(),
    "views": {"interface", "quality", "languages", "charts", "marks", "prose"},
    "render": {"views", "interface"},
    "search": {"cbor", "occurrences", "positions"},
    "occurrences": {"positions"},
    "positions": set(),
    "cbor": set(),
}
"""For each module or package what it may import of ours, beside itself and the records."""

ONLY = {
    "markdown_it": {"body"},
    "yaml": {"strictyaml"},
    "jinja2": {"render"},
    "subprocess": {"search"},
    "ctypes": {"swap"},
}
"""Who alone may import a package from outside."""

EFFECTS = {"subprocess", "socket", "http", "shutil", "tempfile", "urllib.request", "random", "time"}
"""What a stage may not touch."""
STAGES = {
    "load", "body", "authorities", "rulings", "segment", "claims", "relations", "matters",
    "prose", "revisions", "check", "links", "paths", "views", "marks", "charts", "quotes",
    "drift", "wording",
}  # fmt: skip


def part(path: Path) -> str:
    """The module or package of ours that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imports() -> tuple[tuple[Path, int, str], ...]:
    """(file, line, dotted name) of every import in the package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found += [(path, node.lineno, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, (
                    f"{path}:{node.lineno}: write imports from the package's root"
                )
                if node.module == "variorum":
                    found += [(path, node.lineno, f"variorum.{a.name}") for a in node.names]
                else:
                    found.append((path, node.lineno, node.module or ""))
    return tuple(found)


def ours() -> list[tuple[Path, int, str]]:
    parts = {part(path) for path in PACKAGE.rglob("*.py")}
    return [
        (path, line, name.split(".")[1])
        for path, line, name in imports()
        if name.startswith("variorum.") and name.split(".")[1] in parts
    ]


@pytest.mark.parametrize("module", sorted(MAY))
def test_imports_only_what_it_may(module):
    allowed = MAY[module] | RECORDS | {module}
    if module == "model":
        allowed = {"model"}
    seen = [row for row in ours() if part(row[0]) == module]
    wrong = [
        f"{path.name}:{line} imports {name}" for path, line, name in seen if name not in allowed
    ]
    assert not wrong
    assert list(PACKAGE.glob(f"{module}.py")) or (PACKAGE / module).is_dir()


def test_model_imports_nothing_of_ours():
    assert [row for row in ours() if part(row[0]) == "model" and row[2] != "model"] == []


def test_stages_never_import_pipeline_or_shell():
    shell = {
        "pipeline",
        "engine",
        "cli",
        "run",
        "store",
        "swap",
        "serve",
        "importing",
        "search",
        "report",
        "contents",
        "queue",
        "fresh",
    }
    wrong = [
        f"{path}:{line} {name}"
        for path, line, name in ours()
        if part(path) in STAGES and name in shell
    ]
    assert not wrong


@pytest.mark.parametrize("package", sorted(ONLY))
def test_one_user_of_each_outside_package(package):
    users = {part(path) for path, _, name in imports() if name.split(".")[0] == package}
    assert users == ONLY[package]


def test_stages_touch_nothing_outside():
    wrong = [
        f"{path}:{line} imports {name}"
        for path, line, name in imports()
        if part(path) in STAGES and (name in EFFECTS or name.split(".")[0] in EFFECTS)
    ]
    assert not wrong


def test_no_cycles():
    graph: dict[str, set[str]] = {}
    for path, _, name in ours():
        if part(path) not in (name, "__init__"):
            graph.setdefault(part(path), set()).add(name)
    finished: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " → ".join((*above, module))
        if module not in finished:
            for name in sorted(graph.get(module, ())):
                visit(name, (*above, module))
            finished.add(module)

    for module in sorted(graph):
        visit(module, ())


def test_the_table_in_the_docs_names_every_module():
    table = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    missing = [
        name
        for name in sorted({part(path) for path in PACKAGE.rglob("*.py")} - {"__init__"})
        if f"`{name}.py`" not in table and f"`{name}/`" not in table
    ]
    assert missing == []
