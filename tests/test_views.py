"""What pages say: the records handed to templates, made from a small archive."""

from __future__ import annotations

from dataclasses import replace

import press
import pytest

from variorum import edtf, quality
from variorum.interface import direction, words
from variorum.model import (
    EDITOR,
    Authorities,
    Block,
    Capture,
    Correction,
    Figure,
    Matter,
    Name,
    Origin,
    Relation,
    Site,
    Span,
    When,
)
from variorum.views import data, pages
from variorum.views import index as lookups
from variorum.views.figures import counted as told_with_unit
from variorum.views.figures import leading
from variorum.views.fit import Slot, open_notes
from variorum.views.frame import link
from variorum.views.hits import hits
from variorum.views.notes import heights, showing
from variorum.views.people import band
from variorum.views.whence import origins_of, teller, voice


def view(archive, path):
    return next(page.view for page in pages(archive) if page.path == path)


def article(slug, archive=None):
    return view(archive or press.archive(), f"articles/{slug}/index.html")


def notes(made):
    return [n for block in (made.headline, *made.paragraphs) for n in block.notes]


def test_a_claims_status_is_its_sharpest_and_it_keeps_the_others():
    found = lookups.build(press.archive())
    assert found.statuses[press.claim("killed").id] == ("conflicts",)
    assert found.statuses[press.claim("bridge").id] == ("corroborates", "same-origin")
    assert found.statuses[press.claim("swept").id] == ("corroborates", "corroborates-unknown")
    assert found.statuses[press.claim("lost").id] == ("corroborates-unknown", "same-origin")


def test_only_independent_corroboration_is_counted_as_such():
    bridge = next(n for n in notes(article("courier")) if n.claim == press.claim("bridge").id)
    assert bridge.label == "Corroborated"
    assert bridge.detail == "by 1 independent"
    facts = {f.label: f.n for f in view(press.archive(), "index.html").facts}
    assert facts["pairs corroborate independently"] == "1"
    assert facts["pairs corroborate, independence unknown"] == "1"
    assert facts["pairs repeat one origin"] == "1"


def test_the_numbers_of_the_first_page_add_up_to_its_relations():
    first = press.archive().relations[0]
    within = Relation(
        *sorted((press.claim("killed").id, press.claim("headline").id)),
        "conflicts",
        None,
        "",
        "Two tolls.",
        0.9,
    )
    scope = replace(first, type="differs", independence=None, origin="")
    relations = (*press.archive().relations[1:], scope, within)
    facts = [
        (int(f.n), f.label) for f in view(press.archive(relations=relations), "index.html").facts
    ]
    assert facts[2][0] == sum(n for n, _ in facts[3:]) == len(relations)
    assert facts[3][1] == "pairs conflict, 1 inside one article"
    assert facts[1][1] == "claims, 1 of which only repeats another"


def test_unidentified_outlets_are_counted_by_article_and_told_apart():
    slugs = ("courier", "herald", "wire")
    unknown = press.archive(
        documents=tuple(press.document(s, outlet="" if s != "wire" else "Wire") for s in slugs)
    )
    ids = tuple(press.claim(n).id for n in ("bridge", "swept", "lost"))
    asked = replace(unknown, matters=(Matter("b", "What of it?", ids),))
    (row,) = view(asked, "index.html").matters
    assert row.facts.startswith("3 articles from 1 outlet and 2 unidentified · ")
    outlets = [report.outlet for report in view(asked, "matters/b/index.html").reports]
    assert outlets == [
        "Unidentified outlet, “Flood leaves 40 dead in Arlen”",
        "Unidentified outlet, “Arlen counts its dead”",
        "Wire",
    ]


def test_matters_that_share_a_conflict_are_shown_by_another_where_they_have_one():
    base = press.archive()
    killed, died, inspected, never = (
        press.claim(n).id for n in ("killed", "died", "inspected", "never")
    )
    within = Relation(*sorted((killed, inspected)), "conflicts", None, "", "One paper.", 0.9)
    both = (killed, died, inspected, never)
    asked = tuple(Matter(slug, "What?", both, "ed") for slug in ("a", "b", "c"))
    made = replace(base, relations=(within, *base.relations), matters=asked)
    shown = [frozenset(q.claim for q in row.quotes) for row in view(made, "index.html").matters]
    assert set(shown[:2]) == {frozenset((killed, died)), frozenset((inspected, never))}
    assert shown[2] == {killed, inspected}, "a conflict inside one article comes last"
    assert shown == [
        frozenset(q.claim for q in row.quotes) for row in view(made, "matters/index.html").matters
    ]


def test_a_matter_without_conflict_is_shown_by_its_lowest_and_highest_figure():
    base = press.archive()
    killed, died, swept = (press.claim(n) for n in ("killed", "died", "swept"))
    swept = replace(swept, figures=(replace(died.figures[0], low=47.0),), kind="figure")
    claims = tuple(swept if c.id == swept.id else c for c in base.claims)
    ties = tuple(
        Relation(*sorted(pair), "differs", None, "", "Other days.", 0.9)
        for pair in ((killed.id, swept.id), (killed.id, died.id))
    )
    asked = Matter("n", "How many?", (killed.id, swept.id, died.id))
    made = replace(base, claims=claims, relations=ties, matters=(asked,))
    (row,) = view(made, "index.html").matters
    assert {q.claim for q in row.quotes} == {killed.id, died.id}
    assert [c.label for c in row.tally] == ["2 differ in scope"]
    assert (row.relation, row.reason) == ("Differs in scope", "Other days.")
    page = view(made, "matters/n/index.html")
    ((hub,),) = (group.hubs for group in page.apart)
    assert hub.at.claim == killed.id, "a passage is not quoted for each of its ties"
    assert {pair.far.claim for pair in hub.pairs} == {swept.id, died.id}
    assert {pair.near for pair in hub.pairs} == {killed.id}


def test_unknown_independence_is_said_to_be_unknown():
    ties = (("swept", "lost", "corroborates", "unknown", ""),)
    archive = press.archive()
    keep = {tuple(sorted((press.claim(a).id, press.claim(b).id))) for a, b, *_ in ties}
    archive = replace(archive, relations=tuple(r for r in archive.relations if (r.a, r.b) in keep))
    (lost,) = notes(article("wire", archive))
    assert f"{lost.label} {lost.detail}" == "Corroborated, independence unknown"


def test_a_passage_carries_all_a_reader_needs():
    killed = next(n for n in notes(article("courier")) if n.claim == press.claim("killed").id)
    (died,) = killed.first
    assert died.relation == "Conflicts"
    assert died.far.outlet == "Herald"
    assert died.far.date == "c. 4 Mar 2031"
    assert died.far.quote == "“At least 58 people died in the flood”"
    assert died.far.href == f"../herald/index.html#c-{press.claim('died').id}"
    assert died.reason == "Both speak of it: killed and died."
    assert died.maker == "By the program"
    assert died.report.startswith("mailto:desk@example.org?subject=")
    assert killed.open


def test_program_and_editors_are_told_apart():
    archive = press.archive()
    one, two, *rest = archive.relations
    archive = replace(
        archive,
        site=replace(archive.site, editors=(("ab", "Ada Byron"),)),
        relations=(replace(one, made_by="ab"), replace(two, confirmed_by="ab"), *rest),
    )
    makers = {
        p.maker
        for slug in press.TEXTS
        for n in notes(article(slug, archive))
        for p in (*n.first, *n.more)
    }
    assert makers == {
        "By Ada Byron",
        "By the program, confirmed by Ada Byron",
        "By the program",
    }


def test_the_programs_own_links_say_how_sure_it_is_and_where_that_is_explained():
    archive = press.archive()
    one, two, three, *rest = archive.relations
    archive = replace(
        archive,
        relations=(
            replace(one, made_by="ab", score=1),
            replace(two, confirmed_by="ab", score=1),
            replace(three, score=0.71),
            *rest,
        ),
    )
    found = lookups.build(archive)
    bands = {
        (p.maker, p.band, p.bands)
        for slug in press.TEXTS
        for n in notes(article(slug, archive))
        for p in (*n.first, *n.more)
    }
    method = "../../method/index.html#bands"
    assert bands == {
        ("By ab", "", method),
        ("By the program, confirmed by ab", "", method),
        ("By the program", "fair match", method),
        ("By the program", "strong match", method),
    }
    assert {band(found, r) for r in found.archive.relations} == {"", "fair match", "strong match"}


def test_bands_of_confidence_add_up_what_was_judged_and_say_where_that_is_too_little(monkeypatch):
    def row(name, judged, right):
        counted = {"judged": judged, "right": right, "akin": right + 1}
        measures = tuple((f"published_strong_{what}", n) for what, n in counted.items())
        return quality.Measured(name, (*measures, ("published_good_judged", judged)))

    measured = quality.Quality("2031-05-01", "9.9", "", (row("a", 6, 4), row("b", 3, 2)))
    monkeypatch.setattr(quality, "read", lambda: measured)
    made = view(press.archive(), "method/index.html")
    strong = made.bands[0]
    assert (strong.judged, strong.right, strong.akin, strong.share) == (
        "9", "6", "8", "too few judged",
    )  # fmt: skip
    assert [b.scores for b in made.bands] == [
        "0.9 and above", "0.8 to 0.9", "0.7 to 0.8", "below 0.7",
    ]  # fmt: skip
    assert made.bands_when.startswith("Counted over 2 annotated sets of articles on 1 May 2031")
    enough = replace(measured, rows=(*measured.rows, row("c", 1, 1), row("mean", 99, 99)))
    monkeypatch.setattr(quality, "read", lambda: enough)
    assert view(press.archive(), "method/index.html").bands[0].share == "0.70"
    monkeypatch.setattr(quality, "read", lambda: None)
    assert view(press.archive(), "method/index.html").bands_when == ""


def test_a_headline_that_repeats_a_claim_holds_its_status_and_points_to_it():
    made = article("courier")
    killed, headline = press.claim("killed").id, press.claim("headline").id
    assert f'href="#c-{killed}"' in made.headline.html
    assert "repeats claim 2 below, conflicting" in made.headline.html
    assert f'class="claim conflicts" id="c-{headline}"' in made.headline.html
    echo, first = notes(made)[:2]
    assert (echo.label, echo.repeats.label, echo.repeats.href) == (
        "Conflicting",
        "Repeats claim 2",
        f"#c-{killed}",
    )
    assert [(e.label, e.href) for e in first.repeated] == [("Also the headline", f"#c-{headline}")]
    assert not first.repeats


def test_what_only_repeats_a_claim_is_counted_everywhere_and_told_of():
    made = article("courier")
    assert [(c.status, c.n) for c in made.tally] == [("conflicts", 3), ("corroborates", 1)]
    assert 'aria-label="4 claims in reading order: 3 conflicting, 1 corrob' in made.strip
    told = "4 claims, 1 of which only repeats another, each under the first mark that applies:"
    assert made.tally_label == told
    assert article("wire").tally_label.startswith(
        "2 claims, each under the first mark that applies"
    )
    assert made.total == 4
    rows = {row.claim: row.repeats for row in made.claims}
    assert rows[press.claim("headline").id] == "Repeats claim 2"
    assert rows[press.claim("killed").id] == ""


def test_a_headline_over_an_unlinked_claim_is_unlinked_and_has_no_note():
    made = article("courier", press.archive(relations=()))
    assert notes(made) == []
    assert "repeats claim 2 below, unlinked" in made.headline.html


def test_an_outlet_is_never_left_blank():
    unnamed = press.document("courier", outlet="")
    with_site = press.document("courier", outlet="", url="https://www.arlen-courier.example/a")
    for document, shown in (
        (unnamed, "Outlet not identified"),
        (with_site, "arlen-courier.example"),
    ):
        archive = press.archive(documents=(document, *press.archive().documents[1:]))
        assert shown in article("courier", archive).source.outlet


def test_a_link_may_run_no_code():
    document = press.document("courier", url="javascript:alert(1)", rights="javascript:alert(2)")
    archive = press.archive(documents=(document, *press.archive().documents[1:]))
    card = article("courier", archive).source
    assert (card.url, card.rights_href) == ("", "")


@pytest.mark.parametrize(
    ("written", "long", "short"),
    [
        ("2022-09-28", "28 September 2022", "28 Sep 2022"),
        ("2022-10", "October 2022", "Oct 2022"),
        ("2022", "2022", "2022"),
        ("2022-10~", "about October 2022", "c. Oct 2022"),
        ("2022-11-07/2022-11-13", "between 7 and 13 November 2022", "7–13 Nov 2022"),
        (
            "2022-10-22/2022-11-01",
            "between 22 October and 1 November 2022",
            "22 Oct–1 Nov 2022",
        ),
        ("2022-09-24/..", "24 September 2022 or later", "24 Sep 2022 or later"),
        ("../2022-09-24", "24 September 2022 or earlier", "24 Sep 2022 or earlier"),
        ("2022-09-28T16:47+01:00", "28 September 2022, 16:47 (UTC+01:00)", "28 Sep 2022"),
    ],
)
def test_dates_are_said_with_their_uncertainty(written, long, short):
    when = edtf.read(written)
    assert words("en").when(when) == long
    assert words("en").when(when, "short") == short


@pytest.mark.parametrize(
    ("first", "last", "told", "short"),
    [
        ("2031-02-01", "2031-09-28", "since the flood in February", "Feb–28 Sep 2031"),
        ("2031-02-01", "2031-09-28", "from 1 February", "1 Feb–28 Sep 2031"),
        ("2031-02-01", "2031-07-31", "February to July", "Feb–Jul 2031"),
        ("2031-12-01", "2032-02-29", "December to February", "Dec 2031–Feb 2032"),
        ("2031-02-01", "2031-02-28", "all February", "Feb 2031"),
        ("2031-02-01", "2031-02-07", "last week", "1–7 Feb 2031"),
        ("2029-01-01", "2031-02-07", "since 2029", "2029–7 Feb 2031"),
        ("2031-02-01", "", "since February", "Feb 2031 or later"),
    ],
)
def test_a_period_is_told_no_finer_than_its_words_tell_it(first, last, told, short):
    assert words("en").when(When(first, last, "span", text=told), "short") == short


def test_numbers_lists_and_quotations_are_written_as_the_language_does():
    english = words("en-GB")
    assert english.number(260000) == "260,000"
    assert english.listing(["A", "B", "C"]) == "A, B and C"
    assert english.quoted("he said “no”") == "“he said ‘no’”"
    assert english.count("n.articles", 1) == "1 article"


def test_a_language_without_a_table_is_framed_in_english():
    assert words("xx").say("nav.search") == "Search"
    assert (direction("ar"), direction("fa-IR"), direction("ja")) == ("rtl", "rtl", "ltr")


def test_the_source_card_says_what_was_left_out_and_what_was_repaired():
    document = press.document("courier", corrections=(Correction("daed", "dead", "typing slip"),))
    archive = press.archive(documents=(document, *press.archive().documents[1:]))
    card = article("courier", archive).source
    (line,) = card.left_out
    assert (line.number, line.role, line.text) == (3, "Share button", "Share this")
    assert card.fixes[0].why == "typing slip"
    assert "SHA-256 " + "ab" * 8 in card.citation


def test_an_excerpt_shows_only_sentences_that_hold_claims():
    archive = press.archive(site=Site("Arlen", display="excerpt"))
    made = article("herald", archive)
    shown = "".join(block.html for block in made.paragraphs)
    assert "At least 58 people died" in shown
    full = "".join(b.html for b in article("courier", archive).paragraphs)
    assert "she said" in full  # the claim's own sentence
    assert "the mayor said" in full
    cut = replace(
        press.archive(),
        claims=tuple(c for c in press.archive().claims if c.id == press.claim("swept").id),
        relations=(),
        matters=(),
        site=Site("Arlen", display="excerpt"),
    )
    rest = "".join(b.html for b in article("herald", cut).paragraphs)
    assert "swept away" in rest
    assert "58" not in rest


def test_text_against_the_frames_direction_says_so_and_code_stays_as_written():
    run = press.document("herald").blocks[0].runs[0]
    code = Block("code", run.span, (run,), ("blockquote:1",))
    odd = replace(press.document("herald"), language="ar", blocks=(code,))
    archive = press.archive(documents=(press.document("courier"), odd, press.document("wire")))
    (block,) = article("herald", archive).paragraphs
    assert (block.tag, block.attributes) == ("pre", ' dir="rtl"')
    assert block.before == '<blockquote dir="rtl">'
    quoted = replace(
        press.document("courier"),
        blocks=tuple(replace(b, kind="code") for b in press.document("courier").blocks),
    )
    archive = press.archive(documents=(quoted, *press.archive().documents[1:]))
    assert ' "<span' in article("courier", archive).paragraphs[0].html


def test_names_are_written_as_the_authorities_prefer():
    archive = press.archive()
    names = replace(archive.authorities, names=(Name("Arlen Courier", "outlet", ("the Courier",)),))
    found = lookups.build(replace(archive, authorities=names))
    assert origins_of(found, press.claim("lost")) == ("Arlen Courier",)


def test_an_origin_that_covers_some_paragraphs_covers_no_others():
    document = press.document("courier", origins=(Origin("City hall", ("The dam",)),))
    archive = press.archive(documents=(document, *press.archive().documents[1:]))
    found = lookups.build(archive)
    assert origins_of(found, press.claim("inspected")) == ("City hall",)
    assert origins_of(found, press.claim("headline")) == ()


def test_matters_come_sharpest_first_otherwise_in_the_editors_order():
    rows = view(press.archive(), "index.html").matters
    assert [(m.title, m.status) for m in rows] == [
        ("How many died?", "conflicts"),
        ("What became of the bridge?", "corroborates"),
    ]


def test_a_matter_shows_its_figures_its_pairs_and_its_origins():
    made = view(press.archive(), "matters/toll/index.html")
    assert [(r.figure, r.low, r.high) for r in made.rows] == [
        ("40 people", "40", "40"),
        ("At least 58 people", "58", "open"),
    ]
    assert made.plot.count("<svg") == 3
    (group,) = made.apart
    (hub,) = group.hubs
    (pair,) = hub.pairs
    assert (pair.status, hub.at.outlet, pair.far.outlet) == ("conflicts", "Courier", "Herald")
    assert group.open
    assert made.agree == ()
    assert made.origins.label == (
        "2 reports with 1 unnamed source and 1 passage that gives no source"
    )
    assert made.origins.named == ()
    assert [report.outlet for report in made.origins.unnamed] == ["Herald"]


def test_who_says_so_is_one_answer_wherever_it_is_asked():
    alone = press.claim("lost", attributed_to=())
    others = tuple(c for c in press.archive().claims if c.id != alone.id)
    asked = Matter("lost", "What was lost?", (alone.id, press.claim("swept").id))
    made = press.archive(claims=(*others, alone), matters=(asked,))
    page = view(made, "matters/lost/index.html")
    told = [(report.outlet, card.says) for report in page.reports for card in report.cards]
    assert told == [("Herald", "Herald itself"), ("Wire", "Wire, from the Courier")]
    assert [(o.name, o.href) for o in page.origins.named] == [
        ("the Courier", "../../origins/courier/index.html")
    ]
    rows = {row.claim: row.says for row in article("wire", made).claims}
    assert rows[alone.id] == "Wire, from the Courier"
    assert rows[press.claim("never").id] == "an engineer, from the Courier"


def test_whose_knowledge_a_claim_is_stands_in_the_same_words_everywhere():
    """An article that follows another, a chain that ends elsewhere, a link that names an origin."""
    herald = press.document("herald", origins=(Origin("Morning News"),))
    died = press.claim("died", attributed_to=("doctors",))
    lost = press.claim("lost", attributed_to=())
    base = press.archive()
    documents = tuple(herald if d.slug == "herald" else d for d in base.documents)
    claims = tuple({died.id: died, lost.id: lost}.get(c.id, c) for c in base.claims)
    matter = Matter("m", "What of it?", tuple(c.id for c in (died, lost, press.claim("swept"))))
    made = press.archive(documents=documents, claims=claims, matters=(matter,))
    told = {
        died.id: "doctors, through Morning News",
        lost.id: "Wire, from the Courier",
        press.claim("swept").id: "Herald, from Morning News",
    }
    cards = {
        card.at.claim: card.says
        for report in view(made, "matters/m/index.html").reports
        for card in report.cards
    }
    assert {claim: cards[claim] for claim in told} == told
    rows = {r.claim: r.says for slug in ("herald", "wire") for r in article(slug, made).claims}
    assert {claim: rows[claim] for claim in told} == told
    found = lookups.build(made)
    sentences = [s for d in documents for s in hits(found, d).sentences]
    said = {c.id: c.says for sentence in sentences for c in sentence.claims}
    assert {claim: said[claim] for claim in told} == told
    quoted = view(made, "origins/morning-news/index.html")
    assert {q.claim: q.says for g in quoted.groups for q in g.passages} == {
        died.id: "doctors, through Morning News",
        press.claim("swept").id: "from Morning News",
    }
    assert origins_of(found, died) == ("doctors", "Morning News")


def test_a_speaker_of_the_followed_body_is_from_it():
    known = Authorities((Name("Courier", "outlet"), Name("Ada", "person", part_of="Courier")))
    lost = press.claim("lost", attributed_to=("Ada",))
    claims = tuple(lost if c.id == lost.id else c for c in press.archive().claims)
    found = lookups.build(press.archive(claims=claims, authorities=known))
    assert teller(found, lost) == "Ada, from the Courier"


def test_an_origin_that_only_a_link_names_is_told_and_never_an_outlet_of_itself():
    swept = press.claim("swept")
    base = press.archive()
    links = tuple(
        replace(r, origin="Town crier", independence="shared-origin")
        if {r.a, r.b} == {swept.id, press.claim("lost").id}
        else r
        for r in base.relations
    )
    found = lookups.build(replace(base, relations=links))
    assert teller(found, swept) == "Herald, from Town crier"
    assert voice(found, press.claim("bridge")) == "the mayor"
    assert origins_of(found, press.claim("bridge")) == ("the mayor",)


def test_a_matter_leads_to_its_neighbours_and_to_those_it_shares_claims_with():
    shared, far = press.claim("swept").id, press.claim("killed").id
    asked = (
        Matter("a", "What of it?", (press.claim("bridge").id, shared)),
        Matter("b", "And the rest?", (shared,)),
        Matter("c", "How many?", (far,)),
    )
    made = press.archive(matters=asked, relations=())
    first, second = (view(made, f"matters/{slug}/index.html") for slug in "ab")
    assert [link.href for link in first.related] == ["../b/index.html"]
    assert [link.label for link in second.related] == ["What of it?"]
    assert first.steps.previous is None
    assert first.steps.next is not None
    assert first.steps.next.href == "../b/index.html"
    assert second.steps.previous is not None
    assert second.steps.previous.label == "What of it?"


def test_parts_of_one_body_count_as_one_origin():
    ministry = Name("the ministry", "organisation", part_of="the government")
    known = Authorities((Name("the government", "organisation"), ministry))
    told = [
        press.claim("bridge", attributed_to=("the ministry",)),
        press.claim("swept", attributed_to=("the government",)),
    ]
    others = [c for c in press.archive().claims if c.id not in {t.id for t in told}]
    asked = Matter("b", "What of it?", tuple(t.id for t in told))
    made = press.archive(claims=(*others, *told), relations=(), matters=(asked,), authorities=known)
    found = view(made, "matters/b/index.html").origins
    assert [(o.name, sum(len(r.passages) for r in o.reports)) for o in found.named] == [
        ("the government", 2)
    ]


def test_passages_that_share_an_origin_count_as_one_voice():
    asked = Matter("b", "What of it?", tuple(press.claim(n).id for n in ("bridge", "lost")))
    found = view(press.archive(matters=(asked,)), "matters/b/index.html").origins
    assert found.label == "2 reports rest on one origin, the Courier"
    assert [(o.name, sum(len(r.passages) for r in o.reports)) for o in found.named] == [
        ("the Courier", 2)
    ]


def test_two_articles_side_by_side_share_letters_and_list_what_only_one_says():
    made = view(press.archive(), "compare/courier/wire/index.html")
    assert [group.status for group in made.ties] == ["conflicts", "same-origin"]
    left, right = made.columns
    assert (left.outlet, right.outlet) == ("Courier", "Wire")
    pairs = [pair for group in made.ties for hub in group.hubs for pair in hub.pairs]
    assert len({pair.letter for pair in pairs}) == len(pairs) == 2
    assert [q.claim for q in right.only] == []
    assert press.claim("killed").id in [q.claim for q in left.only]


def test_an_empty_archive_has_pages():
    empty = press.archive(
        documents=(), paragraphs=(), furniture=(), claims=(), relations=(), matters=()
    )
    assert {"index.html", "articles/index.html", "method/index.html", "404.html"} <= {
        p.path for p in pages(empty)
    }


def test_notes_open_as_far_as_they_end_before_the_next_claim():
    slots = [
        Slot(0, (5, 9, 20), False),
        Slot(10, (30,), False),
        Slot(12, (9,), True),
        Slot(90, (5, 7), False),
    ]
    fit = open_notes(slots)
    opened, drift = fit.opened, fit.drift
    assert opened == (2, 0, 1, 2)
    assert drift == pytest.approx(1.9)
    assert fit.end == 97


def test_where_conflicts_crowd_some_stay_closed_so_that_none_strays_from_its_claim():
    slots = [Slot(top, (18,), True) for top in (0, 4, 8, 12)] + [Slot(60, (5,), False)]
    fit = open_notes(slots)
    opened, drift = fit.opened, fit.drift
    assert opened == (1, 0, 0, 1, 1)
    assert drift < 24


def test_a_note_with_little_room_shows_one_passage_and_folds_the_others():
    (lost,) = (n for n in notes(article("wire")) if n.claim == press.claim("lost").id)
    assert len(lost.first) == 2
    found = lookups.build(press.archive())
    little = showing(found, lost, 1)
    assert (len(little.first), len(little.more), little.open) == (1, 1, True)
    assert little.more_label == "Also 1 repeats the same origin"
    one, two = heights(lost)
    assert heights(little) == (one,)
    assert one < two


def test_links_are_relative_name_their_file_and_are_quoted():
    assert link("articles/a/index.html", "articles/b c/index.html", "c-1") == (
        "../b%20c/index.html#c-1"
    )
    assert link("index.html", "method/index.html") == "method/index.html"


def test_method_counts_the_program_and_the_editors():
    archive = press.archive()
    archive = replace(
        archive, relations=(replace(archive.relations[0], made_by="ab"), *archive.relations[1:])
    )
    relations = view(archive, "method/index.html").made[1]
    assert (relations.program, relations.editor, relations.total) == ("4", "1", "5")


def test_measured_quality_is_shown_by_measure(monkeypatch):
    measured = quality.Quality(
        "2031-03-05",
        "1.0",
        "evaluate",
        (
            quality.Measured("flood", (("claim_f1", 0.9), ("documents", 4), ("unnamed", 1))),
            quality.Measured("fire", (("differs_found", 0), ("differs_precision", 0.0))),
            quality.Measured("storm", (("claim_f1", 0.8), ("documents", 3))),
            quality.Measured("mean", (("claim_f1", 0.6), ("documents", 7.0))),
        ),
    )
    monkeypatch.setattr(quality, "read", lambda: measured)
    table = view(press.archive(), "method/index.html").quality
    assert table.sets == ("flood", "fire", "storm", "Mean, or sum")
    assert table.rows == (
        ("Articles", ("4", "–", "3", "sum 7")),
        ("Claims: F1", ("0.90", "–", "0.80", "0.85 (of 2 sets)")),
        ("Differences in scope stated: right", ("–", "–", "–", "–")),
    )
    assert table.command == "evaluate"
    assert "5 March 2031" in table.when


def test_the_table_of_claims_says_which_an_editor_marked():
    marked = replace(press.claim("killed"), made_by="ab")
    base = press.archive()
    claims = tuple(marked if c.id == marked.id else c for c in base.claims)
    made = replace(base, claims=claims, site=replace(base.site, editors=(("ab", "Ann Bell"),)))
    makers = {row.claim: row.maker for row in article("courier", made).claims}
    assert makers[marked.id] == "Marked by Ann Bell"
    assert {maker for claim, maker in makers.items() if claim != marked.id} == {""}


def shut(slug, display):
    """The small archive with one article shown as given."""
    documents = tuple(
        replace(d, meta=replace(d.meta, display=display)) if d.slug == slug else d
        for d in press.archive().documents
    )
    return press.archive(documents=documents)


def written(archive):
    """Everything the site writes, without what is the same in every archive."""
    site = replace(archive, site=replace(archive.site, publish_captures=True))
    return "".join(str(page) for page in pages(site)) + "".join(
        file.data.decode() for file in data(site)
    )


def test_a_matter_is_gathered_by_the_one_editor_or_by_all():
    archive = press.archive()
    by_hand = tuple(replace(m, made_by=EDITOR) for m in archive.matters)
    ann, bob = ("ab", "Ann Bell"), ("bo", "Bob Orr")
    for editors, told in (((ann,), "by Ann Bell."), ((ann, bob), "by the editors.")):
        site = replace(archive.site, editors=editors)
        made = view(replace(archive, matters=by_hand, site=site), "matters/toll/index.html").made
        assert made.endswith(told)


def test_a_private_article_leaves_no_trace():
    archive = shut("herald", "private")
    told = (
        replace(m, made_by="ed", summary="At least 58, writes the Herald") for m in archive.matters
    )
    made = written(replace(archive, matters=tuple(told)))
    for trace in ("herald", "Herald", "At least 58", "swept", "counts its dead"):
        assert trace not in made
    assert "Courier" in made
    assert "How many died?" in made
    named = (replace(m, title="At least 58 people died") for m in archive.matters)
    assert "At least 58" not in written(replace(archive, matters=tuple(named)))


def test_an_archive_of_private_articles_has_no_claims_to_show():
    archive = press.archive(site=Site("Arlen", display="private"))
    assert [f.n for f in view(archive, "index.html").facts][:3] == ["0", "0", "0"]


def test_an_excerpt_holds_no_more_than_the_passages_of_claims_anywhere():
    archive = shut("courier", "excerpt")
    archive = replace(
        archive, claims=tuple(c for c in archive.claims if c.id != press.claim("inspected").id)
    )
    ties = tuple(r for r in archive.relations if press.claim("inspected").id not in (r.a, r.b))
    archive = replace(archive, relations=ties)
    made = written(archive)
    assert "The flood killed 40 people" in made
    for beyond in ("The dam had been inspected", "Share this"):
        assert beyond not in made
    left, _ = view(archive, "compare/courier/herald/index.html").columns
    assert left.excerpt
    assert "inspected" not in "".join(block.html for block in left.blocks)


def test_relative_links_lead_to_the_same_place_from_every_page():
    courier = press.document("courier")
    block = courier.blocks[0]
    for href, beside in (
        ("../herald/index.html#p-1", "../../../articles/herald/index.html#p-1"),
        ("#p-2", "../../../articles/courier/index.html#p-2"),
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ):
        run = replace(block.runs[0], styles=("a",), href=href)
        linked = replace(courier, blocks=(replace(block, runs=(run,)), *courier.blocks[1:]))
        archive = press.archive(documents=(linked, *press.archive().documents[1:]))
        assert f'href="{href}"' in article("courier", archive).paragraphs[0].html
        left, _ = view(archive, "compare/courier/herald/index.html").columns
        assert f'href="{beside}"' in left.blocks[1].html


def test_captures_are_listed_oldest_first_and_lead_to_their_files_where_published():
    captures = (
        Capture("old.txt", "cd" * 32, "2031-03-02"),
        Capture("new & last.txt", "ab" * 32, "2031-03-09"),
    )
    document = press.document("courier", captures=captures)
    for published, addresses in (
        (False, ("", "")),
        (True, ("../../captures/old.txt", "../../captures/new%20%26%20last.txt")),
    ):
        archive = press.archive(
            site=Site("Arlen", publish_captures=published),
            documents=(document, *press.archive().documents[1:]),
        )
        card = article("courier", archive).source
        assert [c.file for c in card.captures] == ["old.txt", "new & last.txt"]
        assert [c.taken for c in card.captures] == ["taken 2 March 2031", "taken 9 March 2031"]
        assert tuple(c.href for c in card.captures) == addresses
    cut = replace(document, meta=replace(document.meta, display="excerpt"))
    archive = press.archive(
        site=Site("Arlen", publish_captures=True), documents=(cut, *press.archive().documents[1:])
    )
    card = article("courier", archive).source
    assert ([c.href for c in card.captures], card.left_out) == (["", ""], ())


def counted(*figures, kind="figure", when=None):
    """A claim with these (kind, noun, low, high)."""
    base = press.claim("killed")
    quantities = tuple(
        Figure(Span(place, place + 1), low, high, noun, kind=kind_of, noun=noun)
        for place, (kind_of, noun, low, high) in enumerate(figures)
    )
    return replace(base, id=repr(figures) + kind, kind=kind, figures=quantities, when=when)


def test_each_claim_leads_with_the_figure_that_the_others_can_stand_beside():
    weeks = ("duration", "week", 5.0, 5.0)
    claims = [
        counted(weeks, ("count", "person", 200_000.0, None)),
        counted(("bare", "", 261_000.0, 261_000.0), ("duration", "day", 4.0, 4.0)),
        counted(("count", "country", 2000.0, None), kind="event"),
        counted(weeks, kind="status"),
    ]
    drawn = leading(claims)
    assert [drawn[c.id].low for c in claims if c.id in drawn] == [200_000.0, 261_000.0, 2000.0]


def test_a_passage_is_known_by_its_count_before_its_duration():
    archive = press.archive()
    (count,) = press.claim("died").figures
    weeks = replace(count, span=Span(0, 5), kind="duration", noun="week")
    claims = tuple(
        replace(c, figures=(weeks, count)) if c.id == press.claim("died").id else c
        for c in archive.claims
    )
    made = view(replace(archive, claims=claims), "matters/toll/index.html")
    assert [q.figure for r in made.origins.unnamed for q in r.passages] == ["At least 58 people"]


def test_a_claim_with_two_counts_leads_with_what_the_others_count():
    wounded, dead = ("count", "wounded", 147.0, 147.0), ("count", "dead", 23.0, 23.0)
    claims = [counted(wounded, dead), counted(dead)]
    assert {f.low for f in leading(claims).values()} == {23.0}


def test_figures_of_different_things_make_no_plot():
    one = counted(("count", "city", 24.0, None), kind="event")
    two = counted(("count", "person", 300_000.0, 300_000.0), kind="figure")
    assert leading([one, two]) == {}
    rub, usd = ("money", "rub", 100_000.0, 100_000.0), ("money", "usd", 1650.0, 1650.0)
    assert leading([counted(rub), counted(usd)]) == {}


def test_few_figures_among_many_passages_are_not_what_a_matter_asks():
    figures = [counted(("count", "person", float(n), float(n))) for n in (300, 1000)]
    others = [counted(kind=f"event {n}") for n in range(7)]
    assert len(leading([*figures, *others[:6]])) == 2
    assert leading([*figures, *others]) == {}


def test_a_figure_is_as_of_a_day_and_covers_a_period():
    archive = press.archive()
    days = {"killed": "2031-03-01", "died": "2031-03"}
    dated = {press.claim(name).id: edtf.read(day) for name, day in days.items()}
    archive = replace(
        archive, claims=tuple(replace(c, when=dated.get(c.id)) for c in archive.claims)
    )
    made = view(archive, "matters/toll/index.html")
    assert [r.covers for r in made.rows] == ["as of 1 Mar 2031", "Mar 2031"]
    assert [c.covers_label for report in made.reports for c in report.cards] == ["As of", "Covers"]
    assert "covers Mar 2031" in made.plot
    assert made.dates == ""


def test_a_matter_says_how_to_cite_it():
    archive = press.archive()
    page = "matters/toll/index.html"
    title = view(archive, page).title
    assert view(archive, page).citation == (
        f"{title} [Matter]. Gathered by the program. 2 articles, 2 Mar 2031 to c. 4 Mar 2031. "
        f"In: {archive.site.title}, matter toll."
    )
    site = replace(archive.site, base_url="https://example.org/x/")
    named = view(replace(archive, site=site), page).citation
    assert named.endswith(f"In: {site.title}, https://example.org/x/matters/toll/.")


def test_a_count_that_came_about_in_a_time_without_a_date_is_quoted_on_it():
    archive = press.archive()
    died, killed = press.claim("died"), press.claim("killed")
    (count,) = killed.figures
    at = Span(count.span.end + 2, count.span.end + 5)
    days = replace(count, span=at, unit="days", kind="duration", noun="day")
    figures = {killed.id: (count, days), died.id: (*died.figures, replace(days, span=Span(0, 2)))}
    claims = tuple(replace(c, figures=figures.get(c.id, c.figures)) for c in archive.claims)
    made = view(replace(archive, claims=claims), "matters/toll/index.html")
    (text,) = (d.text for d in archive.documents if d.slug == killed.document)
    told = f"“{text[at.start : at.end]} days”"
    assert [r.covers for r in made.rows] == [told, "not established"]
    assert [c.covers for report in made.reports for c in report.cards] == [told, ""]


def test_a_matter_of_dates_has_a_line_of_dates_and_no_figures():
    archive = press.archive()
    days = {"killed": "2031-03-01", "died": "2031-03", "swept": "2031-03-02/2031-03-04"}
    dated = {press.claim(name).id: edtf.read(day) for name, day in days.items()}
    claims = tuple(
        replace(c, when=dated.get(c.id), figures=()) if c.id in dated else c for c in archive.claims
    )
    other, toll = archive.matters
    for members, lines in ((tuple(dated), 3), (tuple(dated)[:2], 0)):
        made = view(
            replace(archive, claims=claims, matters=(replace(toll, claims=members), other)),
            "matters/toll/index.html",
        )
        assert (made.dates.count("<svg"), made.plot, made.rows) == (lines, "", ())
    assert [c.covers for report in made.reports for c in report.cards] == ["1 Mar 2031", "Mar 2031"]


def test_a_closed_note_names_those_who_say_what_its_status_says_and_nobody_else():
    bridge, killed, inspected = (press.claim(n) for n in ("bridge", "killed", "inspected"))
    found = {note.claim: note for note in notes(article(bridge.document))}
    assert found[bridge.id].status == "corroborates"
    assert found[bridge.id].who == "Herald", "Wire repeats the same origin only"
    base = press.archive()
    within = Relation(*sorted((killed.id, inspected.id)), "conflicts", None, "", "One paper.", 0.9)
    made = replace(base, relations=(within, *base.relations))
    found = {note.claim: note for note in notes(article(killed.document, made))}
    assert found[killed.id].who.startswith("This article and ")


@pytest.mark.parametrize(
    ("quote", "written", "unit", "kind", "told"),
    [
        ("700,000 men left in two weeks", "700,000", "men", "count", "700,000 men"),
        ("261,000 have left so far", "261,000", "people", "count", "261,000 people"),
        (
            "dozens of the cities saw arrests",
            "dozens",
            "cities arrested",
            "count",
            "dozens of the cities",
        ),
        ("20-30% of the staff left", "20-30", "percent of staff", "share", "20-30% of the staff"),
        ("a fare of $1,650 was paid", "$1,650", "USD", "money", "$1,650"),
        ("a fare of 100,000 crowns was paid", "100,000", "CZK", "money", "100,000 crowns"),
        (
            "the toll of the floods had by then risen to 58",
            "58",
            "",
            "bare",
            "…of the floods had by then risen to 58",
        ),
    ],
)
def test_a_figure_told_alone_has_its_unit(quote, written, unit, kind, told):
    start = quote.index(written)
    end = start + len(written)
    figure = Figure(Span(start, end), 1, 1, unit, kind=kind)
    claim = replace(press.claim("killed"), span=Span(0, len(quote)), quote=quote, figures=(figure,))
    text = replace(press.document("courier"), text=quote)
    index = lookups.build(press.archive())
    index = replace(index, documents={**index.documents, claim.document: text})
    assert told_with_unit(index, claim, figure) == told


def test_a_matter_says_when_it_was_reported():
    asked = Matter("toll", "How many?", tuple(press.claim(n).id for n in ("killed", "died")))
    made = press.archive(matters=(asked,))
    page = view(made, "matters/toll/index.html")
    assert page.eyebrow.endswith(" · reported 2 Mar 2031 to c. 4 Mar 2031")
    (row,) = view(made, "index.html").matters
    assert row.facts == "2 outlets · 2 passages · reported 2 Mar 2031 to c. 4 Mar 2031"
    one = press.archive(matters=(replace(asked, claims=asked.claims[:1]),))
    assert view(one, "matters/toll/index.html").eyebrow.endswith(" · reported 2 Mar 2031")
    undated = tuple(
        replace(d, meta=replace(d.meta, published=None)) if d.slug == "herald" else d
        for d in made.documents
    )
    part = view(replace(made, documents=undated), "matters/toll/index.html").eyebrow
    assert part.endswith(" · reported 2 Mar 2031, 1 undated")
    none = tuple(replace(d, meta=replace(d.meta, published=None)) for d in made.documents)
    assert "reported" not in view(replace(made, documents=none), "matters/toll/index.html").eyebrow


def test_a_page_says_of_what_day_the_archive_is():
    made = press.archive()

    def told(archive):
        return next(p.frame.as_of for p in pages(archive) if p.path == "index.html")

    later = replace(made, decided="2031-06-01")
    bare = tuple(
        replace(d, meta=replace(d.meta, captures=())) if d.meta.captures else d
        for d in made.documents
    )
    assert told(later).startswith("As of 1 June 2031, ")
    assert told(replace(made, documents=bare, decided="2031-05-02")).startswith("As of 2 May 2031")
    assert told(replace(made, documents=bare)) == (
        "The archive’s newest report is of 5 March 2031 or later."
    )
