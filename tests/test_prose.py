"""An editor's words: links to matters, and what a matter says of its own support."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import press
from variorum import matters, prose
from variorum.check import Evidence, check
from variorum.model import ClaimRuling, Matter, MatterRuling, Quoted, Relation
from variorum.views import pages

LINKED = "See [how many](matter:toll) and [a note](https://example.org/)."


def page(archive, path):
    return next(p for p in pages(archive) if p.path == path)


def test_only_links_to_matters_are_markup():
    assert prose.read(LINKED) == (
        prose.Words("See "),
        prose.Words("how many", "toll"),
        prose.Words(" and [a note](https://example.org/)."),
    )
    assert prose.plain(LINKED) == "See how many and [a note](https://example.org/)."
    assert prose.read("") == ()


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "[a](matter:" * 5_000,
        "[a](matter:b" * 5_000,
        "[a](#c-" * 5_000,
        "**a " * 9_000,
    ],
)
def test_unfinished_links_are_words(text):
    assert prose.plain(text) == text.strip()


POINTS = """Not in full, and
so says everyone.

- **More boats: kept.** See [how many](matter:toll),
  and why.
- * and 2**3 ** are no marks **

All else is unknown."""


def test_a_text_has_paragraphs_and_lists_with_strong_words():
    first, points, last = prose.blocks(POINTS)
    assert first == prose.Block(((prose.Words("Not in full, and so says everyone."),),))
    assert points.listed
    assert points.items[0] == (
        prose.Words("More boats: kept.", strong=True),
        prose.Words(" See "),
        prose.Words("how many", "toll"),
        prose.Words(", and why."),
    )
    assert points.items[1] == (prose.Words("* and 2**3 ** are no marks **"),)
    assert not last.listed
    assert prose.first(POINTS) == "Not in full, and so says everyone."
    assert prose.plain(POINTS).startswith("Not in full, and so says everyone. More boats: kept. ")
    assert prose.blocks("- a\n\n- b") == prose.blocks("- a\n- b")
    assert prose.blocks("") == ()
    assert prose.first("") == ""


def test_a_summary_in_points_is_shown_as_a_list_and_described_by_its_first_words():
    told = [replace(m, summary=POINTS) for m in press.archive().matters]
    made = page(press.archive(matters=tuple(told)), f"matters/{told[0].slug}/index.html")
    assert [block.listed for block in made.view.summary] == [False, True, False]
    assert made.view.summary[1].items[0][0].strong
    assert made.frame.description == "Not in full, and so says everyone."


def test_a_summary_leads_to_the_matters_it_names():
    told = [replace(m, summary=LINKED) for m in press.archive().matters]
    (slug,) = {m.slug for m in told} - {"toll"}
    made = page(press.archive(matters=tuple(told)), f"matters/{slug}/index.html")
    (block,) = made.view.summary
    assert [(w.label, w.href) for w in block.items[0]][1] == ("how many", "../toll/index.html")
    assert made.frame.description.startswith("See how many and")


def test_a_verdict_leads_to_the_passage_it_rests_on():
    died = press.claim("died")
    summary = f"- **Kept: no.** [58 died](#c-{died.id}), [others say](#c-0000000000) more."
    asked = Matter("b", "What of it?", (died.id,), "ed", summary)
    made = page(press.archive(matters=(asked,)), "matters/b/index.html")
    (block,) = made.view.summary
    assert [(w.label, w.href) for w in block.items[0] if w.label.strip()] == [
        ("Kept: no.", ""),
        ("58 died", f"../../articles/herald/index.html#c-{died.id}"),
        (", ", ""),
        ("others say", ""),
        (" more.", ""),
    ]


def test_a_link_to_a_claim_that_is_gone_is_told_with_its_place():
    base, died = press.archive(), press.claim("died")
    ruling = MatterRuling(
        "dead",
        "How many?",
        (Quoted(died.document, died.quote),),
        summary=f"[58](#c-{died.id}), [60](#c-0000000000).",
        file="content/matters.yaml",
        line=7,
    )
    _, (problem,) = matters.group(base.documents, base.claims, (), (ruling,))
    assert (problem.file, problem.line, problem.level) == ("content/matters.yaml", 7, "warning")
    assert '"#c-0000000000"' in problem.fault


def test_a_matter_that_is_not_shown_is_not_led_to():
    asked = Matter("b", "What of it?", (press.claim("bridge").id,), "ed", "[gone](matter:nowhere)")
    made = page(press.archive(matters=(asked,)), "matters/b/index.html")
    (block,) = made.view.summary
    assert [(w.label, w.href) for w in block.items[0]] == [("gone", "")]


def test_a_link_to_a_matter_that_is_not_there_is_an_error_with_its_place():
    base = press.archive()
    killed = press.claim("killed")
    ruling = MatterRuling(
        "dead",
        "How many?",
        (Quoted(killed.document, killed.quote),),
        summary="As in [this](matter:deed).",
        file="content/matters.yaml",
        line=7,
    )
    _, (problem,) = matters.group(base.documents, base.claims, (), (ruling,))
    assert (problem.file, problem.line, problem.level) == ("content/matters.yaml", 7, "error")
    assert '"deed"' in problem.fault
    assert problem.remedy == 'Did you mean "dead"?'


def test_links_of_notes_are_checked_too():
    document = press.document("herald", note="As [there](matter:nowhere).")
    archive = press.archive(documents=(document,))
    ruling = ClaimRuling(
        "add",
        Quoted("herald", "x"),
        "am",
        "2031-05-01",
        note="[there](matter:tol)",
        file="f",
        line=3,
    )
    evidence = Evidence({}, ((),), frozenset({"en"}), (ruling,))
    found = [p for p in check(archive, evidence, "a.yaml") if "matter" in p.fault]
    assert [(p.file, p.fault.split(": ")[1]) for p in found] == [
        (document.file, '"nowhere"'),
        ("f", '"tol"'),
    ]
    assert found[1].remedy == 'Did you mean "toll"?'


KINDS = {
    "unknown": ("corroborates", "unknown", ""),
    "copy": ("corroborates", "shared-origin", "the Courier"),
    "two": ("corroborates", "independent", ""),
}


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ((), "no two passages say the same."),
        (
            ("unknown",),
            "1 pair of passages agrees, but nothing shows that the two are independent.",
        ),
        (("copy",), "1 pair of passages agrees, but both rest on one origin: told again, not"),
        (("two",), "1 pair of passages agrees, and the two have different origins."),
        (
            ("unknown", "copy"),
            "2 pairs of passages agree: 1 told again from one origin and 1 where nothing shows "
            "that the two are independent.",
        ),
        (("two", "copy"), "2 pairs of passages agree: 1 with independent origins and 1 told again"),
    ],
)
def test_a_matter_says_in_a_sentence_how_independent_its_reports_are(kinds, told):
    ends = [press.claim(n).id for n in ("bridge", "swept", "lost")]
    pairs = [sorted((ends[0], ends[1])), sorted((ends[0], ends[2]))]
    ties = []
    for (a, b), kind in zip(pairs, kinds, strict=False):
        type_, independence, origin = KINDS[kind]
        ties.append(Relation(a, b, type_, independence, origin, "Why.", 0.9))
    asked = Matter("b", "What of it?", tuple(ends))
    made = page(press.archive(relations=tuple(ties), matters=(asked,)), "matters/b/index.html")
    reports, _, agreement = made.view.standing.partition("; ")
    verdict, _, reports = reports.partition(". ")
    confirmed = "1 pair of passages here is" if "two" in kinds else "Nothing here is"
    assert verdict == f"{confirmed} confirmed independently"
    assert reports.startswith(("3 reports rest on ", "3 reports with "))
    assert agreement.startswith(told)
