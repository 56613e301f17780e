"""The stages together: one archive in, one site and every problem out."""

from __future__ import annotations

import gc
import re
from dataclasses import replace

import pytest
from workshop import FERRY, PROJECT, tree

from variorum import config, engine, pipeline
from variorum.model import File, Inputs

STAGES = ["load", "segment", "claims", "relate", "rule", "group", "check", "render"]


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    held = tree(FERRY)
    site, problems = config.read(held["site.yaml"].decode(), "site.yaml")
    assert site
    assert not problems
    return Inputs(
        site,
        tuple(File(path, data) for path, data in held.items() if path.startswith("content/")),
        {p.removeprefix("seeds/"): data for p, data in held.items() if p.startswith("seeds/")},
        tuple(File(path, data) for path, data in tree(PROJECT / "templates").items()),
    )


@pytest.fixture(scope="module")
def built(inputs):
    return pipeline.build(inputs)


def changed(inputs, path, old, new):
    """The inputs with one file changed."""
    files = [
        replace(file, data=file.data.replace(old.encode(), new.encode()))
        if file.path == path
        else file
        for file in inputs.content
    ]
    assert files != list(inputs.content)
    return replace(inputs, content=tuple(files))


def told(built):
    return [str(problem) for problem in built.problems]


def test_a_sound_archive_makes_a_site_without_problems(built):
    assert built.problems == ()
    assert [document.slug for document in built.archive.documents] == [
        "coast-radio",
        "harbour-post",
    ]
    paths = [file.path for file in built.files]
    assert len(set(paths)) == len(paths)
    assert {"index.html", "404.html", "articles/coast-radio/index.html"} <= set(paths)


def test_the_editors_decisions_reach_the_archive(built):
    (conflict,) = [r for r in built.archive.relations if r.made_by == "am"]
    assert conflict.type == "conflicts"
    by_id = {claim.id: claim for claim in built.archive.claims}
    assert {by_id[conflict.a].document, by_id[conflict.b].document} == {
        "coast-radio",
        "harbour-post",
    }
    assert built.archive.matters[0].slug == "injured"
    assert set(built.archive.matters[0].claims) == {conflict.a, conflict.b}
    assert built.archive.authorities.names[0].name == "Northline"


def test_what_was_left_out_of_a_capture_is_kept_with_its_role(built):
    harbour = built.archive.furniture[1]
    assert {line.text.strip() for line in harbour} >= {
        "Menu  Sections  Subscribe", "Share this article",
    }  # fmt: skip
    assert all(line.role not in {"body", "headline"} for line in harbour)


def test_the_stages_are_told_in_their_order(inputs):
    seen = []
    pipeline.build(inputs, lambda stage, done, count: seen.append((stage, done, count)))
    assert list(dict.fromkeys(stage for stage, _, _ in seen)) == STAGES
    assert all(0 <= done < max(count, 1) for _, done, count in seen)


def test_a_correction_proves_the_repaired_sentence(inputs):
    path = "content/coast-radio.md"
    wrong = changed(inputs, path, "when the ferry Astrid", "when the ferry Ingrid")
    assert "not in the last capture" in told(pipeline.build(wrong))[0]
    listed = changed(
        wrong, path, "captures:",
        'corrections:\n  - {from: "ferry  Astrid", to: ferry Ingrid, why: misread}\ncaptures:',
    )  # fmt: skip
    assert told(pipeline.build(listed)) == []


def test_a_faulty_file_hides_no_fault_of_another(inputs):
    both = changed(inputs, "content/coast-radio.md", "outlet:", "outlett:")
    both = replace(both, captures={})
    assert [fault.split(". ")[0] for fault in told(pipeline.build(both))] == [
        'content/coast-radio.md:3: unknown key "outlett"',
        'content/coast-radio.md:6: capture "coast-radio.txt" is not in the captures folder',
        'content/harbour-post.md:7: capture "harbour-post.txt" is not in the captures folder',
    ]


def test_rulings_on_an_unreadable_article_are_not_called_lost(inputs):
    broken = changed(inputs, "content/coast-radio.md", "title: ", "titel: ")
    assert told(pipeline.build(broken)) == [
        'content/coast-radio.md:2: the front matter has no "title". Add "title".',
        'content/coast-radio.md:2: unknown key "titel". Did you mean "title"?',
    ]


def test_without_broken_drops_articles_with_their_rulings(inputs):
    broken = changed(inputs, "content/harbour-post.md", "title: ", "titel: ")
    kept, faults = pipeline.without_broken(broken, pipeline.build(broken).problems)
    assert [file.path for file in kept.content] == [
        "content/authorities.yaml", "content/coast-radio.md", "content/matters.yaml",
    ]  # fmt: skip
    assert {problem.level for problem in faults} == {"warning"}


def test_captures_are_published_only_where_the_archive_says_so(inputs, built):
    assert not [file for file in built.files if file.path.startswith("captures/")]
    open_site = replace(inputs, site=replace(inputs.site, publish_captures=True))
    published = {f.path: f.data for f in pipeline.build(open_site).files}
    assert published["captures/harbour-post.txt"] == inputs.captures["harbour-post.txt"]


def test_the_capture_of_an_article_shown_in_part_is_never_published(inputs):
    partly = changed(inputs, "content/harbour-post.md", "outlet:", "display: excerpt\noutlet:")
    partly = replace(partly, site=replace(partly.site, publish_captures=True))
    paths = {file.path for file in pipeline.build(partly).files}
    assert "captures/coast-radio.txt" in paths
    assert "captures/harbour-post.txt" not in paths


def test_an_empty_archive_builds(inputs):
    empty = pipeline.build(replace(inputs, content=(), captures={}))
    assert empty.problems == ()
    assert "index.html" in {file.path for file in empty.files}


def test_a_language_without_a_pack_is_rendered_and_told(inputs):
    other = changed(inputs, "content/coast-radio.md", "outlet:", "language: xh\noutlet:")
    made = pipeline.build(other)
    assert any("there is no language pack" in fault for fault in told(made))
    assert all(problem.level == "warning" for problem in made.problems)
    assert "articles/coast-radio/index.html" in {file.path for file in made.files}


def test_the_editors_matters_come_first_even_without_a_relation(inputs):
    matters = "content/matters.yaml"
    words = (
        "- title: When were they off?\n  slug: off\n  includes:\n"
        "    - {article: harbour-post, quote: All passengers were taken off by noon}\n"
    )
    content = [
        File(file.path, words.encode()) if file.path == matters else file for file in inputs.content
    ]
    built = pipeline.build(replace(inputs, content=tuple(content)))
    pages = {file.path: file.data.decode() for file in built.files if file.path.endswith(".html")}
    assert len(built.archive.matters) > 1
    for path in ("index.html", "matters/index.html"):
        listed = re.findall(r'href="[^"]*?\b(off|m-[0-9a-z]+)/', pages[path])
        assert listed[0] == "off"
        assert len(set(listed)) == len(built.archive.matters)


def test_what_is_found_and_compared_forms_no_cycles():
    """Else the pause of Python's own search for garbage would let memory grow."""
    texts = {
        "a": "Ferry sinks off Velden\n\nAt least nine people died on Monday, the coastguard said.",
        "b": "Ferry lost\n\nThe coastguard denied on Tuesday that nine people had died off Velden.",
    }
    engine.analyse(texts)
    gc.collect()
    assert engine.analyse(texts).claims
    assert gc.isenabled()
    assert gc.collect() == 0
