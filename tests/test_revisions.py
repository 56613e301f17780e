"""What an outlet changed between two captures of one article."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import press
import pytest
import workshop

from variorum.model import Capture, Change, Revision, Wording
from variorum.revisions import between
from variorum.views import pages

HURT = "The weir gave way, and {} people were hurt, the fire brigade said."
WARNED = "The council had been warned of cracks in January."
SHUT = "The bridge stays shut until further notice."
WEIR = workshop.HERE / "archives" / "weir"


def told(changes):
    """The changes with what changed between marks."""
    return [
        tuple(
            "".join(f"[{w.text}]" if w.changed else w.text for w in side)
            for side in (change.before, change.after)
        )
        for change in changes
    ]


def test_sentences_are_reworded_removed_and_added():
    old = ("Weir gives way", HURT.format("four"), WARNED, "Nobody was reached.")
    new = ("Weir gives way", HURT.format("seven"), "Nobody was reached.", SHUT)
    assert told(between(old, new)) == [
        (HURT.format("[four]"), HURT.format("[seven]")),
        (f"[{WARNED}]", ""),
        ("", f"[{SHUT}]"),
    ]


def test_a_figure_is_changed_as_a_whole_and_words_beside_each_other_together():
    (change,) = told(between(("Some 260,000 men left.",), ("Some 261,500 young men left.",)))
    assert change == ("Some [260,000] men left.", "Some [261,500 young] men left.")


def test_white_space_and_the_shape_of_quotation_marks_are_no_change():
    assert between(('"We   knew," she said.',), ("“We knew,” she said.",)) == ()


def test_a_sentence_that_shares_little_is_another_sentence():
    assert told(between((WARNED,), (SHUT,))) == [(f"[{WARNED}]", ""), ("", f"[{SHUT}]")]


def test_joined_the_wordings_are_the_sentences():
    chance = random.Random(3)
    words = ("the", "weir", "gave", "way", "at", "night", "four", ",", "“so”", "they", "said.")
    for _ in range(200):
        old, new = (
            [" ".join(chance.choices(words, k=chance.randint(1, 9))) for _ in range(n)]
            for n in (chance.randint(0, 6), chance.randint(0, 6))
        )
        changes = between(old, new)
        before = ["".join(w.text for w in c.before) for c in changes if c.before]
        after = ["".join(w.text for w in c.after) for c in changes if c.after]
        assert set(before) <= set(old)
        assert set(after) <= set(new)
        kept = [s for s in old if s not in before]
        assert all(s in new for s in kept)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["all alike."] * 3000, ["all alike."] * 2999),
        ([f"a {n}" for n in range(3000)], [f"b {n}" for n in range(3000)]),
        (["word " * 3000], ["words " * 3000 + "word " * 3000]),
        (["a b"[n % 2 :: 2] for n in range(480)], ["b a"[n % 3 :: 2] for n in range(480)]),
    ],
    ids=["equal", "other", "endless", "periodic"],
)
def test_captures_that_are_hard_to_compare_take_no_longer(old, new):
    began = time.process_time()
    between(old, new)
    # Seconds; unbounded, each of these takes minutes.
    assert time.process_time() - began < 3


def shown(**site):
    document = press.document(
        "courier", captures=(Capture("a", "0" * 64, "2031-03-02"), Capture("b", "1" * 64))
    )
    archive = press.archive(documents=(document, *press.archive().documents[1:]))
    change = Change((Wording('"No" ', False), Wording("came", True)), (Wording("went", True),))
    archive = replace(
        archive,
        revisions=((Revision(0, (change,)),), (), ()),
        site=replace(archive.site, **site),
    )
    path = "articles/courier/index.html"
    return next(page.view.source for page in pages(archive) if page.path == path)


def test_the_source_card_says_what_changed_between_captures():
    card = shown()
    assert card.changed == "1 passage, listed below"
    (revision,) = card.revisions
    assert revision.title == (
        "From capture 1 (taken 2 March 2031) to capture 2 (date of capture not recorded)"
    )
    assert revision.summary == "1 passage reworded."
    assert [c.what for c in revision.changes] == ["Reworded"]
    assert [w.text for w in revision.changes[0].before] == ["“No” ", "came"]


def test_of_an_excerpt_only_how_much_changed_is_told():
    (revision,) = shown(display="excerpt").revisions
    assert revision.changes == ()
    assert revision.summary.startswith("1 passage reworded; not shown")


def test_an_archive_with_several_captures_of_an_article_shows_each_step(tmp_path, monkeypatch):
    root = tmp_path / "weir"
    workshop.shutil.copytree(WEIR, root)
    workshop.shutil.copytree(workshop.PROJECT / "templates", root / "templates")
    assert workshop.run(root, monkeypatch) == 0
    page = (root / "public" / "articles" / "weir" / "index.html").read_text("utf-8")
    assert "<del>four</del>" in page
    assert "<ins>seven</ins>" in page
    assert "<del>The town council had been warned of cracks in January.</del>" in page
    assert "From capture 2 (taken 14 March 2033) to capture 3" in page
    assert "No word of the article changed" in page
