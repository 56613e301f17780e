"""What holds for every archive, whatever its contents."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from workshop import FERRY, HERE, PROJECT, archive, tree

import variorum
from variorum import config, pipeline
from variorum.model import File, Inputs, claim_id

ARCHIVES = [FERRY, HERE / "archives" / "strait", PROJECT]


def read(folder: Path) -> Inputs:
    site, _ = config.read((folder / "site.yaml").read_text(encoding="utf-8"), "site.yaml")
    assert site
    content = [path for path in sorted((folder / site.content).iterdir()) if path.is_file()]
    return Inputs(
        site,
        tuple(File(f"content/{path.name}", path.read_bytes()) for path in content),
        tree(folder / site.captures),
        tuple(File(path, data) for path, data in tree(PROJECT / "templates").items()),
    )  # fmt: skip


@pytest.fixture(scope="module", params=ARCHIVES, ids=lambda path: path.name)
def inputs(request):
    return read(request.param)


@pytest.fixture(scope="module")
def built(inputs):
    return pipeline.build(inputs)


def texts() -> dict[str, str]:
    """Two reports of one event, and one of nothing they share a word with."""
    return {
        "post": "Ferry runs aground\nTwo people were injured when the ferry Astrid ran aground off "
        "Marrow Point on Tuesday. The ferry carried 214 passengers, the coastguard said.",
        "radio": "Hours on stranded ferry\nNine people were injured when the ferry Astrid struck "
        "rocks near Marrow Point on Tuesday. The ferry carried 214 passengers.",
        "council": "Zoning rules reviewed\nPlanners approved seven bicycle lanes in Eastbrook "
        "after three years of hearings. Residents welcomed cheaper parking permits.",
    }


def digest(folder: Path) -> str:
    lines = (f"{path} {hashlib.sha256(data).hexdigest()}" for path, data in tree(folder).items())
    return "\n".join(lines)


def test_the_same_bytes_whatever_the_machine_is_set_to(tmp_path):
    folder = archive(tmp_path / "archive")
    settings = (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"},
    )
    outputs = [tmp_path / "one" / "site", tmp_path / "other" / "site"]
    runs = [
        subprocess.Popen(
            [sys.executable, str(PROJECT / "build.py"), "--quiet", "--output", str(outputs[n]),
             "--site", str(folder / "site.yaml") if n else "site.yaml"],
            cwd=(folder, tmp_path)[n], env={**os.environ, **setting},
        )
        for n, setting in enumerate(settings)
    ]  # fmt: skip
    assert [run.wait() for run in runs] == [0, 0]
    seen = set(map(digest, outputs))
    assert len(seen) == 1
    assert "index.html" in seen.pop()


def test_the_order_of_files_changes_nothing(inputs, built):
    files = list(inputs.content)
    random.Random(3).shuffle(files)
    templates = tuple(reversed(inputs.templates))
    captures = dict(reversed(inputs.captures.items()))
    again = pipeline.build(
        replace(inputs, content=tuple(files), templates=templates, captures=captures)
    )
    assert again == built


def test_every_claim_is_its_words_inside_one_sentence(built):
    archive_ = built.archive
    documents = {document.slug: document for document in archive_.documents}
    paragraphs = dict(zip(documents, archive_.paragraphs, strict=True))
    assert archive_.claims
    for claim in archive_.claims:
        document = documents[claim.document]
        assert document.quote(claim.span) == claim.quote
        assert claim.quote == claim.quote.strip() != ""
        assert claim.sentence.covers(claim.span)
        paragraph = paragraphs[claim.document][claim.paragraph]
        assert paragraph.span.covers(claim.sentence)
        if claim.made_by == "program":
            assert any(sentence.covers(claim.span) for sentence in paragraph.sentences)


def test_ids_are_made_of_words_and_no_two_claims_share_one(built):
    ids = [claim.id for claim in built.archive.claims]
    assert len(set(ids)) == len(ids)
    for claim in built.archive.claims:
        assert claim.id in {claim_id(claim.document, claim.quote, nth) for nth in range(5)}


def test_relations_and_matters_join_claims_that_are_there(built):
    archive_ = built.archive
    claims = {claim.id: claim for claim in archive_.claims}
    for relation in (*archive_.relations, *archive_.suggestions):
        assert relation.a < relation.b
        assert {relation.a, relation.b} <= claims.keys()
        assert relation.type == "conflicts" or (
            claims[relation.a].document != claims[relation.b].document
        )
        assert (relation.independence is not None) == (relation.type == "corroborates")
        assert bool(relation.origin) <= (relation.independence == "shared-origin")
        assert relation.reason
    pairs = [(r.a, r.b) for r in (*archive_.relations, *archive_.suggestions)]
    assert len(set(pairs)) == len(pairs)
    assert [(r.a, r.b) for r in archive_.relations] == sorted(
        (r.a, r.b) for r in archive_.relations
    )
    for matter in archive_.matters:
        assert set(matter.claims) <= claims.keys()
        assert len(set(matter.claims)) == len(matter.claims)
    grouped = [c for m in archive_.matters if m.made_by == "program" for c in m.claims]
    assert len(set(grouped)) == len(grouped)


def test_joined_runs_are_the_text(built):
    for document in built.archive.documents:
        at = 0
        for block in document.blocks:
            assert "".join(document.quote(run.span) for run in block.runs) == (
                document.quote(block.span)
            )
            assert block.span.start >= at
            at = block.span.end
        words = "".join(document.quote(block.span) for block in document.blocks)
        assert "".join((document.meta.title + words).split()) == "".join(document.text.split())


def test_an_unrelated_article_changes_nothing_elsewhere():
    all_texts = texts()
    council = all_texts.pop("council")
    alone = variorum.analyse(all_texts)
    joined = variorum.analyse({**all_texts, "council": council})
    strangers = {claim.id for claim in joined.claims if claim.document == "council"}
    assert strangers
    assert alone.claims == tuple(c for c in joined.claims if c.id not in strangers)
    assert alone.relations == joined.relations
    assert alone.suggestions == tuple(r for r in joined.suggestions if not {r.a, r.b} & strangers)


def test_swapping_the_sides_keeps_the_verdict():
    passages = [line for text in texts().values() for line in text.split("\n")[1].split(". ")]
    related = 0
    for n, one in enumerate(passages):
        for other in passages[n + 1 :]:
            there, back = variorum.compare(one, other), variorum.compare(other, one)
            assert (there is None) == (back is None)
            if there and back:
                related += 1
                assert (there.type, there.independence) == (back.type, back.independence)
                assert there.score == pytest.approx(back.score)
    assert related


def test_the_names_of_articles_do_not_decide_a_verdict():
    original = texts()
    swapped = {"post": original["radio"], "radio": original["post"]}
    seen = []
    for given in ({k: original[k] for k in swapped}, swapped):
        found = variorum.analyse(given)
        quotes = {claim.id: claim.quote for claim in found.claims}
        seen.append({(frozenset((quotes[r.a], quotes[r.b])), r.type) for r in found.relations})
    assert seen[0] == seen[1]


def test_analysis_prints_the_same_whatever_the_hash_seed(tmp_path):
    path = tmp_path / "texts.json"
    path.write_text(json.dumps(texts()))
    code = (
        "import json, sys, variorum; "
        "print(variorum.analyse(json.load(open(sys.argv[1], encoding='utf-8'))))"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path)], cwd=PROJECT, stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2", "3")
    ]  # fmt: skip
    seen = {run.communicate()[0] for run in runs}
    assert [run.returncode for run in runs] == [0, 0, 0]
    assert len(seen) == 1


def test_signs_that_only_look_like_digits_or_letters_break_nothing() -> None:
    odd = "³¹ ²⁄₂ ½ ① ١٢ ४ Ⅻ 𝟏𝟐 ℕ \u200b\u00ad\u202e\ufeff İı ǅ ﬁ"
    for text in texts().values():
        words = text.split(" ")
        mixed = " ".join(word + mark for word, mark in zip(words, odd * len(words), strict=False))
        found = variorum.analyse({"mixed": mixed, "plain": text})
        assert all(
            claim.quote in (mixed, text)[claim.document == "plain"] for claim in found.claims
        )
        variorum.compare(mixed, text)
    found = variorum.analyse({"odd": f"Figures\nIn all ³¹ people died on ① May, {odd} said."})
    assert found.claims
