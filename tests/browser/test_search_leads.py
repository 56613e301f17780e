"""What the search offers where words alone do not lead on: matters, registers, neighbours."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import OpenPage, playwright
from tests.browser.test_search_page import LABELS, passages, searched, summary


def marked(page: playwright.Page) -> set[str]:
    return {str(mark.text_content()) for mark in page.locator(".res mark").all()}


def offered(page: playwright.Page) -> list[str]:
    """The matters on show."""
    links = page.locator("[data-part=matters] li a:visible")
    return [str(link.text_content()) for link in links.all()]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("how many people left", "How many people have left Russia since the call-up?"),
        ("promise", "What did the Kremlin promise, and was it kept?"),
        ("Kremlin", "What did the Kremlin promise, and was it kept?"),
        ("was the Kremlin's promise kept", "What did the Kremlin promise, and was it kept?"),
        ("exemptions promised", "Whom did the authorities promise to exempt"),
    ],
)
def test_a_question_leads_to_its_matter(
    query: str, title: str, first_site: str, open_page: OpenPage
) -> None:
    page = searched(open_page, first_site, f"q={query}")
    assert offered(page)[0].startswith(title)
    assert len(offered(page)) <= 3
    assert passages(page)
    matters, results = page.locator("[data-part=matters]"), page.locator(".res > li").first
    above, below = matters.bounding_box(), results.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]
    page.locator("[data-part=matters] a").first.click()
    page.wait_for_url(re.compile(r"/matters/[\w-]+/index\.html$"))
    playwright.expect(page.get_by_role("heading", level=1)).to_contain_text(title[:30])


def test_words_that_stand_together_nowhere_still_find_what_holds_most(
    first_site: str, open_page: OpenPage
) -> None:
    page = searched(open_page, first_site, "q=Kremlin+promise")
    said = "No passage holds all of these words; shown are those that hold 1 of 2."
    assert said in summary(page)
    assert {"Kremlin", "promises"} <= marked(page)


def test_common_words_that_were_left_out_are_named(first_site: str, open_page: OpenPage) -> None:
    page = searched(open_page, first_site, "q=how+many+people+left")
    assert "Common words were left out: “how”, “many”." in summary(page)
    assert {"people", "left"} <= marked(page)


def test_a_matter_of_one_word_and_its_claims(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=overloading")
    assert offered(page) == ["Was the Marlin overloaded?"]
    page = searched(open_page, strait, "q=lighthouse")
    playwright.expect(page.locator("[data-part=lead]")).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "matter"),
    [
        ("260000", "how-many-left"),
        ("Kremlin+700,000", "how-many-left"),
        ("Kremlin+promise", "promises"),
    ],
)
def test_a_matter_is_offered_for_the_figures_and_voices_of_its_passages(
    query: str, matter: str, first_site: str, open_page: OpenPage
) -> None:
    page = searched(open_page, first_site, f"q={query}")
    first = page.locator("[data-part=matters] li a").first
    assert f"/matters/{matter}/" in str(first.evaluate("a => a.href"))


def test_another_form_of_a_name_is_said_to_be_one_and_the_origin_is_judged_first(
    first_site: str, open_page: OpenPage
) -> None:
    page = searched(open_page, first_site, "q=Nestka")
    told = page.locator("[data-part=same]")
    playwright.expect(told).to_have_text(
        "“Nestka” counts as Verstka here: the archive’s editor entered it as another form of the "
        "name."
    )
    worth = page.locator("[data-part=worth]")
    playwright.expect(worth).to_contain_text("none of its claims is confirmed independently")
    link = page.locator("[data-part=names] a").first
    assert worth.bounding_box()["y"] < link.bounding_box()["y"]  # type: ignore[index]
    sentence = str(worth.text_content()).removeprefix("Verstka: ")
    link.click()
    playwright.expect(page.locator(".lede").first).to_have_text(sentence)
    page = searched(open_page, first_site, "q=Verstka")
    playwright.expect(page.locator("[data-part=same]")).to_be_hidden()


def test_further_matters_open_where_they_stand(first_site: str, open_page: OpenPage) -> None:
    page = searched(open_page, first_site, "q=Verstka")
    before = offered(page)
    assert len(before) == 3
    button = page.locator("[data-part=more-matters]")
    more = int(str(button.text_content()).split()[0])
    button.click()
    after = offered(page)
    assert len(after) == 3 + more
    assert after[:3] == before
    playwright.expect(page.locator("[data-part=matters] a").nth(3)).to_be_focused()


@pytest.mark.parametrize(
    ("query", "label", "heading"),
    [
        ("Harbour Post", "Resting on Harbour Post: ", "Harbour Post"),
        ("the harbour post", "Published by Harbour Post: ", "Harbour Post"),
        ("Nord Kurier", "Published by Nord Kurier: ", "Nord Kurier"),
    ],
)
def test_a_name_leads_to_all_that_comes_from_it(
    query: str, label: str, heading: str, strait: str, open_page: OpenPage
) -> None:
    page = searched(open_page, strait, f"q={query}")
    page.locator("[data-part=names]").get_by_role("link", name=label).click()
    page.wait_for_url(re.compile(r"/(origins|speakers|outlets)/[\w-]+/index\.html$"))
    playwright.expect(page.get_by_role("heading", level=1)).to_contain_text(heading)


def test_every_name_of_the_catalogue_leads_to_a_page(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "search/index.html")
    known = page.evaluate("fetch('catalogue.json').then((answer) => answer.json())")
    names = [name for name in known["names"] + known["outlets"] if name[0].isupper()]
    assert len(names) > 20
    for name in names[::4]:
        searched(open_page, first_site, f"q={name}")
        links = page.locator("[data-part=names] a")
        page.goto(f"{first_site}search/index.html?q={name}")
        page.wait_for_selector("#search:is([data-state=results],[data-state=none])")
        assert links.count(), name
        for link in links.all():
            answer = page.request.get(str(link.evaluate("a => a.href")))
            assert answer.ok, name


def test_a_word_that_is_no_name_leads_to_no_register(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=ferry")
    playwright.expect(page.locator("[data-part=names] a")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("20 to 30 percent", {"20–30", "20-30%"}),
        ("20–30 percent", {"20–30", "20-30%"}),
        ("20-30%", {"20–30", "20-30%"}),
        ("20 to 30 per cent", {"20–30", "20-30%"}),
        ("between 20 and 30 pct", {"20–30", "20-30%"}),
    ],
)
def test_a_range_is_found_however_its_unit_is_written(
    query: str, words: set[str], first_site: str, open_page: OpenPage
) -> None:
    page = searched(open_page, first_site, f"q={query.replace('%', '%25')}")
    assert marked(page) == words
    assert len(passages(page)) == 2


@pytest.mark.parametrize("query", ["30 percent", "30 per cent", "30%", "30 pct", "30"])
def test_a_number_finds_the_ranges_it_bounds(
    query: str, first_site: str, open_page: OpenPage
) -> None:
    page = searched(open_page, first_site, f"q={query.replace('%', '%25')}")
    found = " ".join(passages(page))
    assert "20-30% of the staff" in found
    assert "20–30 percent of employees" in found
    assert "30 per cent of Russians" in found
    assert "per" not in marked(page)


def test_thousands_in_words_find_them_in_digits(first_site: str, open_page: OpenPage) -> None:
    page = searched(open_page, first_site, "q=260+thousand")
    assert "260,000" in marked(page)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Verskta", "Verstka"),
        ("Vertska", "Verstka"),
        ("conscritpion", "conscription"),
        ("departmnets", "departments"),
    ],
)
def test_a_slip_finds_the_word_that_was_meant(
    typed: str, meant: str, first_site: str, open_page: OpenPage
) -> None:
    page = searched(open_page, first_site, f"q={typed}")
    assert f"No passage has “{typed}”; showing “{meant}”." in summary(page)
    assert meant.lower() in {mark.lower() for mark in marked(page)}
    page.get_by_role("link", name=f"Search for “{typed}” exactly as typed").click()
    page.wait_for_selector("#search[data-state=none]")
    playwright.expect(page.get_by_role("searchbox")).to_have_value(f'"{typed}"')
    assert "showing" not in summary(page)


def test_a_letter_left_out_is_put_in(first_site: str, open_page: OpenPage) -> None:
    page = searched(open_page, first_site, "q=mobilizaton")
    assert "No passage has “mobilizaton”; showing “mobilization”." in summary(page)
    assert "mobilisation" in marked(page)


def test_a_slip_among_other_words_and_in_a_name(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=ferry+passegners")
    assert "No passage has “passegners”; showing “passengers”." in summary(page)
    assert {"ferry", "passengers"} <= marked(page)
    page.goto(strait + "search/index.html?q=Harbuor+Post")
    page.wait_for_selector("#search[data-state=results]")
    playwright.expect(page.locator("[data-part=names]")).to_contain_text("Harbour Post")


@pytest.mark.parametrize("word", ["xyzzy", "wra", "zzzzzzzzzz"])
def test_a_word_without_a_neighbour_is_not_exchanged(
    word: str, strait: str, open_page: OpenPage
) -> None:
    page = searched(open_page, strait, f"q={word}")
    assert summary(page).strip() == f"No passage found. No article has “{word}”."


def test_one_word_alone_is_not_spoken_of_as_left_out(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=ferry+xyzzy")
    assert "No article has “xyzzy”; it was left out." in summary(page)


@pytest.mark.parametrize("width", [320, 390])
def test_controls_of_the_results_keep_apart_on_a_phone(
    width: int, strait: str, open_page: OpenPage
) -> None:
    page = searched(open_page, strait, "q=ferry", width=width)
    box = page.get_by_label("Sort by").bounding_box()
    button = page.get_by_role("button", name="Download as CSV").bounding_box()
    assert box
    assert button
    apart = max(
        button["y"] - box["y"] - box["height"],
        button["x"] - box["x"] - box["width"],
    )
    assert apart >= 6


def test_words_found_stand_out_in_the_dark(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=Harbour+Post", color_scheme="dark")
    page.emulate_media(color_scheme="dark")
    colour = "e => getComputedStyle(e).color"
    ink = page.locator("body").evaluate(colour)
    found = {mark.evaluate(colour) for mark in page.locator(".res .row mark").all()}
    found |= {mark.evaluate(colour) for mark in page.locator(".res .around mark").all()}
    assert found == {ink}


def test_without_a_script_the_matters_are_offered(strait: str, open_page: OpenPage) -> None:
    page = open_page(strait, "search/index.html", java_script_enabled=False)
    page.locator(".scriptless").get_by_role("link", name="Matters").click()
    page.wait_for_url(re.compile(r"/matters/index\.html$"))


@pytest.mark.parametrize("script", [True, False])
def test_the_signs_are_explained_in_place(script: bool, strait: str, open_page: OpenPage) -> None:
    page = open_page(strait, "search/index.html", java_script_enabled=script)
    meaning = page.get_by_text("nothing shows that the two are independent")
    playwright.expect(meaning).to_be_hidden()
    page.locator(".meanings summary").click()
    playwright.expect(meaning).to_be_visible()
    terms = [str(term.text_content()).strip() for term in page.locator(".meanings dt").all()]
    assert terms == LABELS


def test_a_headline_leads_to_the_claim_it_repeats(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "status=conflicts")
    rows = page.locator(".res > li").filter(has_text="Only repeats another claim of this article")
    playwright.expect(page.get_by_text("No other passage is linked to it")).to_have_count(0)
    link = rows.first.locator("[data-slot=tie] a")
    status = rows.first.locator("[data-slot=label]").text_content()
    quote = str(link.text_content()).split("“")[1].rstrip("”…").strip()
    assert status != "Unlinked"
    link.click()
    page.wait_for_url(re.compile(r"/articles/.*#c-\w+$"))
    assert str(page.locator(":target").text_content()).startswith(quote[:30])


def test_nothing_a_search_needs_waits_for_pagefinds_program(
    strait: str, open_page: OpenPage
) -> None:
    page = open_page(strait, "method/index.html")
    held: list[playwright.Route] = []
    page.route("**/pagefind/pagefind.js", lambda route: held.append(route))  # noqa: PLW0108
    with (
        page.expect_request("**/search/catalogue.json"),
        page.expect_request("**/pagefind/*.pf_meta"),
        page.expect_request("**/pagefind/wasm.*"),
        page.expect_request("**/assets/search/page.js"),
    ):
        page.goto(strait + "search/index.html?q=ferry", wait_until="commit")
    (route,) = held
    route.continue_()
    page.wait_for_selector("#search[data-state=results]")
    asked = [str(name) for name in page.evaluate(_LOADED)]
    assert [name for name in asked if name.endswith((".pf_meta", ".pagefind"))] == sorted(
        {name for name in asked if name.endswith((".pf_meta", ".pagefind"))}
    )


_LOADED = "performance.getEntriesByType('resource').map((entry) => entry.name).sort()"
"""Every file that was loaded, as often as it was."""


def test_a_line_parts_what_holds_only_some_of_the_words(
    first_site: str, open_page: OpenPage
) -> None:
    widths = """() => [...document.querySelectorAll(".res > li")].map(
        (row) => [row.classList.contains("apart"), getComputedStyle(row).borderTopWidth])"""
    page = searched(open_page, first_site, "q=Kremlin+mobilisation")
    rows = page.evaluate(widths)
    apart = [some for some, _ in rows]
    assert apart == sorted(apart)
    assert any(apart)
    assert [at for at, (_, width) in enumerate(rows) if width == "2px"] == [apart.index(True)]
    page = searched(open_page, first_site, "q=Kremlin+mobilisation&sort=newest")
    assert {width for _, width in page.evaluate(widths)} == {"1px"}
