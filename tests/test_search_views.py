"""What the search page is given: sentences, claims, facets, and other ways to write a word."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from variorum import plain, segment
from variorum.model import (
    Archive,
    Authorities,
    Claim,
    Document,
    Matter,
    Name,
    Relation,
    Site,
    Span,
    Verdict,
    claim_id,
)
from variorum.views import catalogue, guide, hits, search
from variorum.views.index import Index, build
from variorum.views.numerals import notations, numerals
from variorum.views.variants import Families, Variant

TEXT = """Ferry sinks

The ferry "Marlin" sank on Monday. The harbour was closed. Nobody knows why.

The dog was found alive in March."""
SANK = 'The ferry "Marlin" sank on Monday'
NORLINE = Name("Norline", "organisation", ("Nordlinie", "Norline Ferries"))


def archive(display: str = "full", published: str = "2031-03-04") -> Archive:
    document = plain.document("ferry", TEXT, published)
    meta = replace(document.meta, outlet="Harbour Post")
    document = replace(document, meta=meta)
    paragraphs = segment.paragraphs(document)
    start = TEXT.index(SANK)
    sentence = next(s for p in paragraphs for s in p.sentences if s.start == start)
    claim = Claim(
        claim_id("ferry", SANK),
        "ferry",
        Span(start, start + len(SANK)),
        SANK,
        "event",
        sentence,
        1,
        attributed_to=("the pilot", "Norline Ferries"),
    )
    site = Site(title="Test", display=display)  # type: ignore[arg-type]
    names = Authorities((NORLINE,))
    return Archive(site, (document,), (paragraphs,), ((),), (claim,), (), (), (), names)


def variants(
    sentences: tuple[str, ...], language: str, authorities: Authorities
) -> tuple[Variant, ...]:
    return Families(authorities).variants(sentences, language)


def index(display: str = "full", published: str = "2031-03-04") -> tuple[Index, Document]:
    made = archive(display, published)
    return build(made), made.documents[0]


def test_every_sentence_is_there_and_each_claim_in_its_own() -> None:
    found = hits.hits(*index())
    texts = [sentence.text for sentence in found.sentences]
    assert texts[1:] == [
        "The ferry “Marlin” sank on Monday.",
        "The harbour was closed.",
        "Nobody knows why.",
        "The dog was found alive in March.",
    ]
    assert [sentence.paragraph for sentence in found.sentences] == [0, 1, 1, 1, 2]
    (claim,) = found.sentences[1].claims
    assert texts[1][claim.start : claim.end] == "The ferry “Marlin” sank on Monday"
    assert claim.speakers == ("the pilot", "Norline")
    assert claim.status == "unlinked"


def test_an_excerpted_article_gives_away_no_more_than_its_page() -> None:
    found = hits.hits(*index(display="excerpt"))
    assert [sentence.text for sentence in found.sentences] == [
        "Ferry sinks",
        "The ferry “Marlin” sank on Monday.",
    ]
    _, file, matters, words = hits.files(index(display="excerpt")[0])
    assert b"Nobody knows" not in file.data
    assert b"Marlin" in file.data
    assert (matters.path, words.path) == (guide.MATTERS, guide.WORDS)
    assert b"Marlin" in words.data
    assert b"knows" not in words.data


def test_words_stand_by_how_many_articles_hold_them() -> None:
    found = guide.words([["Ferries from Arlen,", "ferries sank"], ["FERRIES of arlen"], ["Marlin"]])
    assert found == ("arlen ferries", "Marlin")


def test_the_guide_stays_small_in_any_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    def made(number: int) -> guide.Matters:
        told = [
            Matter(f"m{n}", f"What of gate {n}?", (claim.id,), "editor", "Keepers of the lantern")
            for n in range(number)
        ]
        return guide.matters(build(replace(archive(), matters=tuple(told))))

    claim = archive().claims[0]
    assert made(2)["rows"][0] == (
        "m0",
        "What of gate 0?",
        "keepers lantern",
        "ferry marlin monday norline pilot sank",
        "",
    )
    monkeypatch.setattr(guide, "_ROOM", 300)
    rows = made(40)["rows"]
    assert 5 < len(rows) < 15
    assert {row[2] for row in rows} == {""}
    assert {row[3] for row in rows} == {""}
    monkeypatch.setattr(guide, "_ROOM", 2000)
    assert {row[2:4] for row in made(40)["rows"]} == {("keepers lantern", "")}


def test_a_matter_is_found_by_the_figures_and_the_voices_of_its_passages() -> None:
    base = archive()
    claim = replace(base.claims[0], attributed_to=("Coastguard",))
    told = Matter("m", "How many?", (claim.id,), "editor", "Of 1,650 aboard, 20–30 percent.")
    (row,) = guide.matters(build(replace(base, claims=(claim,), matters=(told,))))["rows"]
    assert {"1650", "20to30", "aboard"} <= set(row[2].split())
    assert {"coastguard", "marlin"} <= set(row[3].split())


def test_the_guide_says_what_an_origin_is_worth() -> None:
    found = guide.matters(index()[0])
    worth = found["worth"][found["origins"]["Norline"]]
    assert worth.startswith("1 article here rests on this source; none of its claims is confirmed")


@pytest.mark.parametrize(
    ("published", "month"),
    [
        ("2031-03-04", "2031-03"),
        ("2031-03~", "2031-03"),
        ("2031-03-30/2031-04-02", "2031-03"),
        ("../2031-04-02", "2031-04"),
        ("2031", "2031"),
        ("", ""),
    ],
)
def test_an_article_counts_under_the_first_month_it_can_be_from(published: str, month: str) -> None:
    _, document = index(published=published)
    assert hits.month_of(document)[: len(month) or None] == month


def test_the_page_offers_what_the_claims_have() -> None:
    page = search.search(index()[0])
    assert isinstance(page.view, search.SearchView)
    offered = {
        facet.name: [(choice.value, choice.n) for choice in facet.choices]
        for facet in page.view.facets
    }
    assert offered == {
        "status": [("unlinked", 1)],
        "outlet": [("Harbour Post", 1)],
        "month": [("2031-03", 1)],
        "kind": [("event", 1)],
        "speaker": [("Norline", 1), ("the pilot", 1)],
        "origin": [("Norline", 1)],
    }
    assert [group.label for group in page.view.months] == ["March 2031"]


def test_a_word_has_its_other_forms() -> None:
    sentences = ("Norline ferries left the harbour.", "The mobilisation of Nordlinie began.")
    found = {v.written: v for v in variants(sentences, "en", Authorities((NORLINE,)))}
    assert found["harbour"].others == ("harbor",)
    assert found["mobilisation"].others == ("mobilization",)
    assert found["norline"].others == ("nordlinie", "norline ferries")
    assert found["norline ferries"].sentences == (0,)
    assert found["nordlinie"].sentences == (1,)


def test_short_words_are_not_respelt_by_their_endings() -> None:
    assert variants(("They rise, size and prise.",), "en", Authorities()) == ()


def test_a_language_without_a_pack_has_names_only() -> None:
    (found,) = variants(("Norline mobilisation",), "xx", Authorities((NORLINE,)))
    assert found.written == "norline"


def test_a_place_is_found_by_its_other_names() -> None:
    families = Families(Authorities(), "en")
    found = {v.written: v.others for v in families.variants(("Kyiv and Russia, told us.",), "en")}
    assert found == {"kyiv": ("kiev",)}
    (russia,) = families.variants(("The Russian Federation.",), "en")
    assert (russia.written, russia.others) == ("russian federation", ("russia",))


def test_hidden_words_stand_in_the_order_of_the_list() -> None:
    made, document = index()
    expected = [other for v in hits.hits(made, document).also for other in v.others]
    assert hits.indexed(made, document).also == " ".join(expected)


def test_an_article_is_found_by_every_form_of_the_names_it_rests_on() -> None:
    made, document = index()
    assert hits.indexed(made, document).names == "Norline; Nordlinie; Norline Ferries; the pilot"
    assert hits.hits(made, document).names == (
        ("Norline", "Nordlinie", "Norline Ferries"),
        ("the pilot",),
    )


def test_the_catalogue_says_what_the_numbers_of_the_claims_mean() -> None:
    files = {file.path: json.loads(file.data) for file in hits.files(index()[0])}
    book, article = files["search/catalogue.json"], files["search/claims/0.json"]
    (claim,) = article["sentences"][1]["claims"]
    status, kind, speakers, origins = book["profiles"][claim["profile"]]
    assert book["statuses"][status] == "unlinked"
    assert book["kinds"][kind] == "event"
    assert [book["names"][n] for n in speakers] == ["the pilot", "Norline"]
    assert [book["names"][n] for n in origins] == ["Norline"]
    assert (book["outlets"], book["outlet"]) == (["Harbour Post"], [0])
    assert book["months"] == [["2031-03", 0]]
    assert "by" not in claim


def test_a_claim_counts_under_the_bodies_its_speaker_is_a_part_of() -> None:
    made = archive()
    whole = Name("Coast Line", "organisation")
    names = Authorities((replace(NORLINE, part_of="Coast Line"), whole))
    files = {
        f.path: json.loads(f.data) for f in hits.files(build(replace(made, authorities=names)))
    }
    book, article = files["search/catalogue.json"], files["search/claims/0.json"]
    (claim,) = article["sentences"][1]["claims"]
    _, _, speakers, origins = book["profiles"][claim["profile"]]
    assert [book["names"][n] for n in speakers] == ["the pilot", "Norline", "Coast Line"]
    assert [book["names"][n] for n in origins] == ["Norline", "Coast Line"]
    assert (claim["speakers"], claim["origins"]) == (["the pilot", "Norline"], ["Norline"])
    assert book["bodies"] == {"Norline": ["Coast Line"]}
    assert ["Coast Line"] in article["names"]


def test_a_claim_that_only_repeats_another_leads_to_it() -> None:
    made = archive()
    (claim,) = made.claims
    words = "The harbour was closed"
    start = TEXT.index(words)
    other = replace(
        claim, id="2", span=Span(start, start + len(words)), quote=words, restates=claim.id
    )
    found = hits.hits(build(replace(made, claims=(claim, other))), made.documents[0])
    (repeating,) = found.sentences[2].claims
    assert repeating.repeats == claim.id
    assert repeating.tie.startswith("Only repeats another claim of this article")
    assert "sank on Monday" in repeating.tie
    (repeated,) = found.sentences[1].claims
    assert (repeated.repeats, repeated.tie) == ("", "")


def test_only_links_of_the_status_told_are_counted_with_it() -> None:
    made = archive()
    (claim,) = made.claims
    others = tuple(replace(claim, id=f"{n}") for n in range(2, 7))
    types: tuple[Verdict, ...] = ("conflicts", "conflicts", "differs", "corroborates")

    def tie(n: int) -> str:
        ties = tuple(
            Relation(claim.id, other.id, kind, None, "", "", 1.0)
            for other, kind in zip(others, types[:n], strict=False)
        )
        whole = replace(made, claims=(claim, *others), relations=ties)
        found = hits.hits(build(whole), whole.documents[0])
        return next(c.tie for s in found.sentences for c in s.claims if c.id == claim.id)

    assert tie(1).startswith("Conflicts: ")
    assert tie(1).endswith("”")
    assert tie(2).endswith("” and 1 more")
    assert tie(3).endswith("” and 1 more; besides, 1 differs in scope")
    assert tie(4).endswith("besides, 1 corroborates, independence unknown, 1 differs in scope")


def test_a_speaker_with_many_claims_leads_to_all_of_them() -> None:
    made = archive()
    (claim,) = made.claims
    claims = tuple(replace(claim, id=str(n)) for n in range(20))
    view = search.search(build(replace(made, claims=claims))).view
    assert isinstance(view, search.SearchView)
    pilot = next(group for group in view.speakers if group.label == "the pilot")
    assert (pilot.count, len(pilot.entries)) == ("20 claims", 12)
    assert pilot.rest is not None
    assert (pilot.rest.label, pilot.rest.href) == (
        "All 20 claims",
        "../speakers/pilot/index.html",
    )


def test_another_text_has_another_version() -> None:
    first, second = (
        json.loads(hits.files(index(published=day)[0])[0].data)["version"]
        for day in ("2031-03-04", "2031-03-05")
    )
    assert first != second


def test_an_editor_who_marked_a_claim_is_named() -> None:
    made = archive()
    (claim,) = made.claims
    edited = replace(
        made,
        claims=(replace(claim, made_by="am"),),
        site=replace(made.site, editors=(("am", "Ada Marsh"),)),
    )
    (found,) = hits.hits(build(edited), made.documents[0]).sentences[1].claims
    assert found.by == "Marked by Ada Marsh"


def test_a_catalogue_of_many_names_holds_those_with_most_claims() -> None:
    def claim(n: int) -> catalogue.Profile:
        return ("unlinked", "event", (f"speaker {n // (1 + (n < 400))}",), ())

    filed = [
        catalogue.Filed("Post", "2031-03", tuple((claim(at + n),) for at in range(50)))
        for n in range(0, 8000, 50)
    ]
    profiles = catalogue.Profiles(filed)
    assert len(profiles.all()) <= 3000
    assert profiles.all()[profiles.number(claim(0))][2] == ("speaker 0",)
    rare = {profiles.all()[profiles.number(claim(n))][2] for n in range(7000, 8000)}
    assert () in rare


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("260,000 people", {"260000"}),
        ("260 000 people", {"260000", "260"}),
        ("260.000 people", {"260000"}),
        ("260k people", {"260000", "260"}),
        ("260 thousand people", {"260000", "260"}),
        ("$1,650 each", {"1650"}),
        ("$1,650.50 each", {"1650p5"}),
        ("1.5 million people", {"1500000", "1p5"}),
        ("£2bn", {"2000000000", "2"}),
        ("20–30% of them", {"20", "30", "20to30"}),
        ("20 to 30 of them", {"20", "30", "20to30"}),
        ("between 20 and 30 of them", {"20", "30", "20to30"}),
        ("20% to 30%", {"20", "30", "20to30"}),
        ("20 and 30", {"20", "30"}),
        ("20-30 million", {"20", "30000000", "30", "20to30", "20000000to30000000"}),
        ("2022-10-01", {"2022", "10", "1"}),
        ("in 2022 300 people", {"2022", "300"}),
        ("1" * 400, set()),
        ("none", set()),
    ],
)
def test_a_figure_has_one_notation(text: str, values: set[str]) -> None:
    assert {value for number in numerals(text, "en") for value in number.values} == values


def test_figures_in_words_are_found_as_they_were_read() -> None:
    assert list(notations(250000.0, 250000.0)) == ["250000"]
    assert list(notations(20.0, 30.0)) == ["20", "30", "20to30"]
    assert list(notations(58.0, None)) == ["58"]


def test_a_long_quotation_is_cut_between_words() -> None:
    quote = "“" + "word " * 30 + "end”"
    cut = hits.clipped(quote)
    assert len(cut) < 80
    assert cut.endswith("word …”")
    assert hits.clipped("“short”") == "“short”"


def test_the_lists_of_a_large_archive_lead_to_where_its_articles_stand() -> None:
    made = archive()
    (document,) = made.documents
    many = tuple(replace(document, slug=f"ferry-{n:03}") for n in range(201))
    claims = tuple(
        replace(made.claims[0], id=f"{n:03}", document=d.slug) for n, d in enumerate(many)
    )
    large = replace(
        made,
        documents=many,
        paragraphs=made.paragraphs * 201,
        furniture=((),) * 201,
        claims=claims,
    )
    view = search.search(build(large)).view
    assert isinstance(view, search.SearchView)
    (month,) = view.months
    assert (month.label, month.count) == ("March 2031", "201 articles")
    assert month.href == "../articles/under/2031-03/index.html"
    (outlet,) = view.outlets
    assert outlet.href == "../outlets/harbour-post/index.html"
    pilot = next(group for group in view.speakers if group.label == "the pilot")
    assert len(pilot.entries) == 3
