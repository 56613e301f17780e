"""The search index: whole, the same every time, or not there at all."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from variorum import cbor, occurrences, positions, search
from variorum.model import Span
from variorum.views.numerals import figures

OUTLETS = ("Harbour Post", "The Ledger", "Nord Kurier", "Ostsee Blatt", "Évening Star")
PROFILES = [[0, 0, [], []], [0, 1, [0], [0]]]
"""Facets of an event that the article tells itself, and of a figure by the first name."""


def staged(folder: Path, articles: int = 12) -> Path:
    """A small site as it stands before it is indexed."""
    claims = folder / "search" / "claims"
    claims.mkdir(parents=True)
    catalogue = {"bodies": {}, "claims": 2, "profiles": PROFILES}
    (folder / "search" / "catalogue.json").write_text(json.dumps(catalogue), encoding="utf-8")
    for number in range(articles):
        page = folder / "articles" / f"a{number:02}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            f"""<!doctype html><html lang="en"><body><main data-pagefind-body>
            <h1>Ferry {number}</h1><p id="p-1">About <span id="c-1">{number},000 ferries sank
            off Zürich</span>, he said. Warned of war.</p>
            <p hidden data-pagefind-weight="0.5">the pilot</p>
            <p hidden data-pagefind-weight="0.5">boat</p></main>""",
            encoding="utf-8",
        )
        (claims / f"{articles - 1 - number}.json").write_text(json.dumps(article(number)), "utf-8")
    (folder / "index.html").write_text("<html lang='en'><body>Home</body>", encoding="utf-8")
    return folder


def article(number: int) -> dict[str, Any]:
    """What the search page reads of one of its articles; a later one has a lower number."""
    text = f"About {number},000 ferries sank off Zürich, he said."
    start, end = text.index(f"{number},"), text.index(", he")
    claim = {"id": "1", "start": start, "end": end, "kind": "figure", "status": "unlinked"}
    claim |= {"speakers": ["the pilot"], "origins": ["the pilot"], "profile": 1}
    return {
        "slug": f"a{number:02}",
        "outlet": OUTLETS[number % 5],
        "month": "2031-03",
        "sentences": [
            {"text": f"Ferry {number}", "paragraph": 0, "claims": []},
            {"text": text, "paragraph": 1, "claims": [claim]},
            {"text": "Warned of war.", "paragraph": 1, "claims": []},
        ],
        "also": [["ferries", ["boat"], [1]]],
        "figures": [[f"{number},000", [f"{number}000"], [1]], [str(number), [str(number)], [0]]],
        "names": [["the pilot"]],
    }


def pages(folder: Path) -> list[tuple[int, int]]:
    """Of each page of the index its first article and the sentences from one to the next."""
    (meta,) = (folder / search.BUNDLE).glob("*.pf_meta")
    _, rows, *_ = cbor.decode(search._unpack(meta))
    return [(int(first), int(stride)) for name, _ in rows for first, stride in [name.split(" ")]]


def words(folder: Path) -> dict[str, dict[int, list[tuple[int, int, int, int]]]]:
    """Every word of the index, and by article (sentence, claim, way, profile)."""
    bundle = folder / search.BUNDLE
    (meta,) = bundle.glob("*.pf_meta")
    _, _, chunks, *_ = cbor.decode(search._unpack(meta))
    groups = pages(folder)
    found: dict[str, dict[int, list[tuple[int, int, int, int]]]] = {}
    for first, last, name in chunks:
        (rows,) = cbor.decode(search._unpack(bundle / "index" / f"{name}.pf_index"))
        assert (rows[0][0], rows[-1][0]) == (first, last)
        for word, whole, spellings in rows:
            assert word not in found
            found[word] = {}
            for held in (whole, *(held for _, held in spellings)):
                page = 0
                for step, places, _ in held:
                    page += step
                    start, stride = groups[page]
                    for at, *place in unpacked(word, places):
                        ahead, sentence = divmod(at, stride)
                        row = (sentence, place[0], place[1], place[2])
                        found[word].setdefault(start + ahead, []).append(row)
    assert list(found) == sorted(found)
    return found


def unpacked(word: str, places: tuple[int, ...]) -> Iterator[tuple[int, int, int, int]]:
    at = 0
    for number in places:
        at = 0 if number < 0 else at + number
        if number >= 0:
            rest, length = divmod(at, positions.LENGTHS)
            assert length == min(len(word), positions.LENGTHS - 1)
            rest, profile = divmod(rest, len(PROFILES))
            rest, way = divmod(rest, positions.WAYS)
            yield (*divmod(rest, 2), way, profile)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of the bundle by its name."""
    files = sorted(path for path in (folder / search.BUNDLE).rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (10**6, [(0, 3)]),
        (35, [(0, 3), (11, 3)]),
        (12, [(0, 3), (4, 3), (8, 3)]),
        (5, [(n, 3) for n in range(12)]),
    ],
)
def test_articles_share_a_page_as_far_as_their_places_can_be_told_apart(
    room: int, expected: list[tuple[int, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(positions, "WHOLE", room * 2 * positions.WAYS * 2 * positions.LENGTHS)
    assert search.index(staged(tmp_path)) == ()
    assert pages(tmp_path) == expected
    found = words(tmp_path)
    assert found["sank"] == {n: [(1, 0, positions.INSIDE, 1)] for n in range(12)}
    assert found["war"] == {n: [(2, 0, positions.PLAIN, 0)] for n in range(12)}
    assert found["7000"] == {4: [(1, 0, positions.INSIDE, 1)]}
    assert sorted(found[positions.facet_word("outlet", OUTLETS[4])]) == [2, 7]


def test_a_long_article_widens_only_its_own_page() -> None:
    reader = positions.Reader({"bodies": {}, "claims": 1, "profiles": []})
    lengths = [5, 0, reader.room, 7, 3, reader.room // 2, 2]
    read = [(n, positions.Page((), {}, length, 0)) for n, length in enumerate(lengths)]
    placed, groups = occurrences.placed(read[::-1], reader)
    assert [(g.first, g.stride) for g in groups] == [
        (0, 5),
        (2, reader.room),
        (3, 7),
        (5, reader.room // 2),
    ]
    assert [row.group for row in placed] == [3, 3, 2, 2, 1, 0, 0]
    ends = {row.group: row.shift + reader.place(row.page.sentences, 0, 0, 0) for row in placed}
    assert max(ends.values()) * positions.LENGTHS <= positions.WHOLE


def test_a_claim_is_found_by_the_bodies_its_speaker_is_a_part_of() -> None:
    bodies = {"the pilot": ["Norline", "Coast Line"], "Harbour Post": ["Coast Press"]}
    reader = positions.Reader({"bodies": bodies, "claims": 2, "profiles": PROFILES})
    record = article(0) | {"names": [["Coast Line"], ["Norline"], ["the pilot"]]}
    content = "Ferry 0 About 0,000 ferries sank off Zürich, he said. Warned of war."
    page = reader.page(f"{content} Coast Line Norline the pilot boat", record)
    held = reader.place(1, 0, positions.INSIDE, 1)
    for facet, value in (
        ("speaker", "the pilot"),
        ("speaker", "Norline"),
        ("origin", "Coast Line"),
        ("outlet", "Coast Press"),
    ):
        assert page.gained[positions.facet_word(facet, value)] == (held,)
    named = reader.place(1, 0, positions.NAMED, 1)
    assert list(page.places[-6:-1]) == [(named,)] * 5


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    builds = []
    for name in ("one", "two", "three"):
        assert search.index(staged(tmp_path / name)) == ()
        builds.append(contents(tmp_path / name))
    assert builds[0] == builds[1] == builds[2]
    assert any(name.endswith(".pf_index") for name in builds[0])


def test_only_articles_are_indexed_and_what_is_not_used_is_dropped(tmp_path: Path) -> None:
    assert search.index(staged(tmp_path)) == ()
    files = contents(tmp_path)
    entry = json.loads(files["pagefind/pagefind-entry.json"])
    assert entry["languages"]["en"]["page_count"] == 12
    kinds = {name.rpartition(".")[2] for name in files}
    assert kinds == {"js", "json", "pagefind", "pf_index", "pf_meta"}
    assert not [name for name in files if "ui" in name or "highlight" in name]


def test_a_word_leads_to_the_claims_it_stands_in(tmp_path: Path) -> None:
    assert search.index(staged(tmp_path)) == ()
    found = words(tmp_path)
    # Article 7 is number 4 of the catalogue: the last of twelve stands first there.
    assert found["sank"][4] == [(1, 0, positions.INSIDE, 1)]
    assert found["zurich"][4] == [(1, 0, positions.INSIDE, 1)]
    assert found["said"][4] == [(1, 0, positions.BESIDE, 1)]
    assert found["war"][4] == [(2, 0, positions.PLAIN, 0)]
    assert found["warn"][4] == [(2, 0, positions.PLAIN, 0)]
    assert found["pilot"][4] == [(1, 0, positions.NAMED, 1)]
    assert found["boat"][4] == [(1, 0, positions.INSIDE, 1)]
    assert sorted(found["sank"]) == list(range(12))


def test_figures_are_kept_in_one_notation_and_whole(tmp_path: Path) -> None:
    assert search.index(staged(tmp_path)) == ()
    found = words(tmp_path)
    assert found["7000"] == {4: [(1, 0, positions.INSIDE, 1)]}
    assert found["7"] == {4: [(0, 0, positions.PLAIN, 0)]}
    assert "000" not in found
    assert "7,000" not in found


def test_every_value_of_a_facet_is_a_word(tmp_path: Path) -> None:
    assert search.index(staged(tmp_path)) == ()
    found = words(tmp_path)
    held = found[positions.facet_word("outlet", "Évening Star")]
    assert sorted(held) == [2, 7]
    assert set(map(tuple, held.values())) == {((1, 0, positions.INSIDE, 1),)}
    for facet, value in (("status", "unlinked"), ("kind", "figure"), ("origin", "the pilot")):
        assert len(found[positions.facet_word(facet, value)]) == 12
    assert positions.facet_word("status", "the pilot") not in found


def test_a_sentence_that_the_page_shows_otherwise_is_told(tmp_path: Path) -> None:
    folder = staged(tmp_path)
    page = folder / "articles" / "a03" / "index.html"
    page.write_text(page.read_text("utf-8").replace("Warned of war.", ""), encoding="utf-8")
    (problem,) = search.index(folder)
    assert (problem.file, problem.level) == ("articles/a03", "warning")
    assert problem.fault.startswith("1 of its sentences cannot be searched")


def test_an_article_without_its_claims_is_told(tmp_path: Path) -> None:
    folder = staged(tmp_path)
    (folder / "search" / "claims" / "3.json").unlink()
    (problem,) = search.index(folder)
    assert "the claims of a08 are missing" in problem.fault
    assert not (folder / search.BUNDLE).exists()


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
        (_cut("index/*"), "pf_index does not unpack"),
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
    "value",
    [
        0,
        -1,
        -24,
        -25,
        -300,
        23,
        24,
        255,
        256,
        65535,
        65536,
        2**32,
        "",
        "Zürich",
        (),
        ("a", (1, (2, "b"))),
    ],
)
def test_cbor_gives_back_what_it_took(value: cbor.Value) -> None:
    assert cbor.decode(cbor.encode(value)) == value


def test_cbor_is_written_as_the_standard_has_it() -> None:
    assert cbor.encode((1, "a", 500)) == bytes.fromhex("83 01 61 61 19 01f4")


def test_cbor_joins_what_is_encoded_already() -> None:
    parts = [cbor.encode("a"), cbor.encode((-500, 7))]
    assert cbor.decode(cbor.joined(parts)) == ("a", (-500, 7))


@pytest.mark.parametrize(
    "data", ["", "82 01", "61", "9f", "f6", "38", "19 01", "61 ff", "01 01", "81" * 40]
)
def test_cbor_refuses_what_it_does_not_know(data: str) -> None:
    with pytest.raises(cbor.FormatError):
        cbor.decode(bytes.fromhex(data))


def test_overlapping_claims_all_hold_a_word_and_else_the_nearest_does() -> None:
    text = "One two three four five six seven."
    spans = (("two", "five"), ("three", "four"), ("seven", "seven"))
    claims = [
        {"start": text.index(a), "end": text.index(b) + len(b), "profile": 0, "status": "unlinked"}
        for a, b in spans
    ]
    for claim in claims:
        claim["kind"] = "event"
    article = {
        "outlet": "Post",
        "month": "",
        "sentences": [{"text": text, "paragraph": 1, "claims": claims}],
        "also": [],
        "figures": [],
        "names": [],
    }
    reader = positions.Reader({"bodies": {}, "claims": 3, "profiles": [[0, 0, [], []]]})
    ways = [
        [((place // positions.WAYS), place % positions.WAYS) for place in sorted(places)]
        for places in reader.page(text, article).places
    ]
    inside, beside = positions.INSIDE, positions.BESIDE
    assert ways == [
        [(0, beside)],
        [(0, inside)],
        [(0, inside), (1, inside)],
        [(0, inside), (1, inside)],
        [(0, inside)],
        [(0, beside)],
        [(2, inside)],
    ]


@pytest.mark.parametrize(
    "text",
    ["word " * 20_000, "1" * 100_000, "1,234 " * 15_000, "20-30 " * 15_000, "\u200b" * 10**5],
    ids=["words", "digits", "figures", "ranges", "zero-width"],
)
def test_a_long_text_in_one_sentence_is_read_in_linear_time(text: str) -> None:
    def seconds(part: str) -> float:
        start = time.process_time()
        found = figures(part, [Span(0, len(part))], (), "en")
        claim = {"status": "unlinked", "kind": "event", "profile": 0}
        claims = [claim | {"start": at, "end": at + 40} for at in range(0, len(part) - 40, 500)]
        article = {
            "outlet": "Post",
            "month": "",
            "sentences": [{"text": part, "paragraph": 1, "claims": claims}],
            "also": [],
            "figures": [(row.written, row.others, row.sentences) for row in found],
            "names": [],
        }
        reader = positions.Reader({"bodies": {}, "claims": 3000, "profiles": [[0, 0, [], []]]})
        reader.page(part, article)
        return time.process_time() - start

    quarter, whole = seconds(text[: len(text) // 4]), seconds(text)
    assert whole < 8 * quarter + 0.2
