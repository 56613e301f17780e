"""The search index: whole, the same every time, or not there at all."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from variorum import cbor, search

OUTLETS = ("Harbour Post", "The Ledger", "Nord Kurier", "Ostsee Blatt", "Évening Star")


def staged(folder: Path, articles: int = 12) -> Path:
    """A small site as it stands before it is indexed."""
    for number in range(articles):
        page = folder / "articles" / f"a{number:02}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            f"""<!doctype html><html lang="en"><body><main data-pagefind-body
            data-pagefind-filter="outlet:{OUTLETS[number % 5]}">
            <span data-pagefind-filter="kind:figure"></span>
            <span data-pagefind-filter="kind:{"event" if number % 2 else "status"}"></span>
            <i data-pagefind-sort="date:2031-0{number % 9 + 1}-01"></i>
            <h1>Ferry {number}</h1><p id="p-1">About {number} ferries sank.</p></main>""",
            encoding="utf-8",
        )
    (folder / "index.html").write_text("<html lang='en'><body>Home</body>", encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of the bundle by its name."""
    files = sorted(path for path in (folder / search.BUNDLE).rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    builds = []
    for name in ("one", "two", "three"):
        assert search.index(staged(tmp_path / name)) == ()
        builds.append(contents(tmp_path / name))
    assert builds[0] == builds[1] == builds[2]
    assert any(name.endswith(".pf_filter") for name in builds[0])


def test_only_articles_are_indexed_and_stock_interfaces_dropped(tmp_path: Path) -> None:
    assert search.index(staged(tmp_path)) == ()
    files = contents(tmp_path)
    entry = json.loads(files["pagefind/pagefind-entry.json"])
    assert entry["languages"]["en"]["page_count"] == 12
    fragments = [name for name in files if name.endswith(".pf_fragment")]
    assert len(fragments) == 12
    assert not [name for name in files if "ui" in name or "highlight" in name]


def test_filter_values_stand_in_order_and_keep_their_pages(tmp_path: Path) -> None:
    assert search.index(staged(tmp_path)) == ()
    filters = {}
    for name, data in contents(tmp_path).items():
        if name.endswith(".pf_filter"):
            content = cbor.decode(gzip.decompress(data)[len(b"pagefind_dcd") :])
            assert isinstance(content, tuple)
            filters[content[0]] = content[1]
    assert [value for value, _ in filters["outlet"]] == sorted(OUTLETS)
    assert [(value, len(pages)) for value, pages in filters["kind"]] == [
        ("event", 6),
        ("figure", 12),
        ("status", 6),
    ]


def test_a_stale_bundle_is_replaced(tmp_path: Path) -> None:
    stale = tmp_path / search.BUNDLE / "fragment" / "en_0000000.pf_fragment"
    stale.parent.mkdir(parents=True)
    stale.write_bytes(b"old")
    assert search.index(staged(tmp_path)) == ()
    assert not stale.exists()


def test_settings_of_the_user_do_not_reach_pagefind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_OUTPUT_SUBDIR", "elsewhere")
    assert search.index(staged(tmp_path)) == ()
    assert (tmp_path / "pagefind" / "pagefind-entry.json").is_file()


def test_an_archive_without_articles_needs_no_index(tmp_path: Path) -> None:
    assert search.index(staged(tmp_path, articles=0)) == ()
    assert not (tmp_path / search.BUNDLE).exists()


def _empty(pattern: str) -> Callable[[Path], None]:
    def damage(bundle: Path) -> None:
        sorted(bundle.glob(pattern))[0].write_bytes(b"")

    return damage


def _cut(pattern: str) -> Callable[[Path], None]:
    def damage(bundle: Path) -> None:
        path = sorted(bundle.glob(pattern))[0]
        path.write_bytes(path.read_bytes()[:-9])

    return damage


def _miss(pattern: str) -> Callable[[Path], None]:
    def damage(bundle: Path) -> None:
        sorted(bundle.glob(pattern))[0].unlink()

    return damage


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (_empty("fragment/*"), "pf_fragment is empty"),
        (_cut("fragment/*"), "pf_fragment does not unpack"),
        (_miss("fragment/*"), "pf_fragment is missing"),
        (_empty("index/*"), "pf_index is empty"),
        (_cut("filter/*"), "pf_filter does not unpack"),
        (_miss("*.pf_meta"), "pf_meta is missing"),
        (_cut("wasm.en.pagefind"), "wasm.en.pagefind does not unpack"),
        (_empty("pagefind.js"), "pagefind.js is empty"),
        (_empty("pagefind-entry.json"), "pagefind-entry.json cannot be read"),
        (_miss("pagefind-entry.json"), "pagefind-entry.json is missing"),
    ],
)
def test_a_damaged_bundle_is_told_and_removed(
    damage: Callable[[Path], None], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = search._run

    def faulty(folder: Path, language: str) -> None:
        run(folder, language)
        damage(folder / search.BUNDLE)

    monkeypatch.setattr(search, "_run", faulty)
    (problem,) = search.index(staged(tmp_path))
    assert problem.level == "error"
    assert words in problem.fault
    assert not (tmp_path / search.BUNDLE).exists()


def test_a_page_that_was_passed_over_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = search._run

    def faulty(folder: Path, language: str) -> None:
        (folder / "articles" / "a03" / "index.html").unlink()
        run(folder, language)

    monkeypatch.setattr(search, "_run", faulty)
    (problem,) = search.index(staged(tmp_path))
    assert "11 of 12 pages are in it" in problem.fault


def test_a_failing_program_is_told_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\necho first\necho no room left >&2\nexit 101\n")
    program.chmod(0o755)
    monkeypatch.setattr(search.sys, "executable", str(program))
    (problem,) = search.index(staged(tmp_path / "site"))
    assert "ended with code 101 (no room left)" in problem.fault


@pytest.mark.parametrize(
    "value", [0, 23, 24, 255, 256, 65535, 65536, 2**32, "", "Zürich", (), ("a", (1, (2, "b")))]
)
def test_cbor_gives_back_what_it_took(value: cbor.Value) -> None:
    assert cbor.decode(cbor.encode(value)) == value


def test_cbor_is_written_as_the_standard_has_it() -> None:
    assert cbor.encode((1, "a", 500)) == bytes.fromhex("83 01 61 61 19 01f4")


@pytest.mark.parametrize(
    "data", ["", "82 01", "61", "9f", "f6", "19 01", "61 ff", "01 01", "81" * 40]
)
def test_cbor_refuses_what_it_does_not_know(data: str) -> None:
    with pytest.raises(cbor.FormatError):
        cbor.decode(bytes.fromhex(data))
