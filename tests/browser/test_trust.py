"""What a reader needs to trust a link: who made it, how sure, on what, and what else changed."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import OpenPage, playwright
from tests.browser.test_layout import every_note

CLIPBOARD = ["clipboard-read", "clipboard-write"]
PLACES = {
    "article": ("main a[href*='articles/'][href*='#c-']", ".ng .pass"),
    "matter": (".mat .name a", ".pair"),
    "compare": (".duo .name a", ".pair"),
}
"""For each page: what leads to it from its list, and what shows a relation there."""


def one_of(kind: str, base: str, open_page: OpenPage, **options: object) -> playwright.Page:
    """A page of a kind, reached from its list, with everything unfolded."""
    lists = {"article": "matters/index.html", "matter": "matters/index.html"}
    page = open_page(base, lists.get(kind, "compare/index.html"), **options)
    page.locator(PLACES[kind][0]).first.click()
    page.wait_for_url(re.compile(rf"/{kind if kind == 'compare' else kind + 's'}/[\w-]+/"))
    page.evaluate(every_note(True))
    page.evaluate("() => document.querySelectorAll('details').forEach(e => { e.open = true; })")
    return page


@pytest.mark.parametrize("kind", PLACES)
def test_every_link_says_who_made_it_how_sure_and_where_to_report_it(
    kind: str, cluster: str, open_page: OpenPage
) -> None:
    page = one_of(kind, cluster, open_page)
    shown = page.locator(PLACES[kind][1])
    assert shown.count() > 0
    for one in shown.all():
        name = one.get_attribute("id")
        maker = one.locator(".acts > span").first
        playwright.expect(maker).to_have_text(
            re.compile(r"^By the program, (strong|good|fair) match$")
        )
        assert str(maker.locator("a").get_attribute("href")).endswith("method/index.html#bands")
        assert one.locator(f"a[href='#{name}']").count() == 1
        report = str(one.get_by_text(re.compile("^Report")).first.get_attribute("href"))
        assert report.startswith("mailto:desk@archive.example?subject=")
        playwright.expect(one.get_by_role("button", name=re.compile("^Copy"))).to_be_visible()
    maker = shown.first.locator(".acts > span a").first
    maker.click()
    page.wait_for_url(re.compile(r"method/index\.html#bands$"))
    playwright.expect(page.get_by_role("heading", name="How sure the program is")).to_be_visible()
    row = page.locator("tr", has_text="strong match").first
    playwright.expect(row).to_contain_text(re.compile(r"\d"))


@pytest.mark.parametrize("kind", PLACES)
def test_links_of_an_editor_carry_no_band(kind: str, strait: str, open_page: OpenPage) -> None:
    page = one_of(kind, strait, open_page)
    makers = page.locator(f"{PLACES[kind][1]} .acts > span").all_inner_texts()
    assert {maker for maker in makers if "Tova" in maker} == {"By Tova Tester"}


def test_a_pair_is_copied_with_both_passages_and_its_address(
    strait: str, open_page: OpenPage
) -> None:
    page = open_page(strait, "matters/deaths/index.html", permissions=CLIPBOARD)
    pair = page.locator(".pair").first
    pair.get_by_role("button", name="Copy both").click()
    playwright.expect(pair.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    *both, reason, address = copied.split("\n")
    first, second = sorted(both)
    assert first.startswith("“At least 31 people died” — Harbour Post, ")
    assert second.startswith("“No more than 27 people died when the ferry Marlin sank” — Nord")
    assert re.search(r"articles/nord-kurier/index\.html#c-\w+$", second)
    assert reason.startswith("Conflicts. At least 31 dead on the day after")
    assert address == f"{page.url.partition('#')[0]}#{pair.get_attribute('id')}"


def test_a_quotation_is_copied_with_where_it_stands(strait: str, open_page: OpenPage) -> None:
    page = open_page(strait, "articles/harbour-post/index.html", permissions=CLIPBOARD)
    passage = page.locator(".ng.conflicts .pass").first
    passage.get_by_label("More about this link").click()
    passage.get_by_role("button", name="Copy the quotation").click()
    playwright.expect(passage.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert re.match(r"“.+” — .+, https?://.+#c-\w+$", copied)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_headline_leads_to_the_claim_it_repeats_and_back(
    scripts: bool, first_site: str, open_page: OpenPage
) -> None:
    path = "articles/independent-260k-fled/index.html"
    page = open_page(first_site, path, java_script_enabled=scripts)
    headline = page.locator("h1 .claim").first
    name = str(headline.get_attribute("id")).removeprefix("c-")
    status = str(headline.get_attribute("class")).split()[1]
    echo = page.locator(f"#n-{name}")
    playwright.expect(echo).to_contain_text(re.compile("Repeats claim", re.IGNORECASE))
    assert status != "unlinked"
    assert status in str(echo.get_attribute("class"))
    page.locator(f".ref[data-for='{name}']").click()
    target = page.locator(":target")
    playwright.expect(target).to_be_in_viewport()
    assert target.evaluate("(e, status) => e.classList.contains(status)", status)
    number = str(target.get_attribute("id")).removeprefix("c-")
    note = page.locator(f"#n-{number}")
    if note.get_attribute("open") is None:
        note.locator("summary").first.click()
    note.get_by_role("link", name="Also the headline").click()
    assert page.url.endswith(f"#c-{name}")
    playwright.expect(headline).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_what_changed_between_captures_is_led_to_and_told_in_words(
    scripts: bool, weir: str, open_page: OpenPage
) -> None:
    page = open_page(weir, "articles/weir/index.html", java_script_enabled=scripts)
    page.locator(".source").get_by_role("link", name="3 passages, listed below").click()
    assert page.url.endswith("#changed")
    changed = page.locator("#changed")
    playwright.expect(changed.get_by_role("heading", level=2)).to_be_in_viewport()
    rows = changed.locator("tbody tr").all_inner_texts()
    assert [row.split()[0] for row in rows] == ["Reworded", "Removed", "Added"]
    assert changed.locator("del").first.inner_text() == "four"
    assert changed.locator("ins").first.inner_text() == "seven"
    page.set_viewport_size({"width": 390, "height": 900})
    narrow = changed.locator("tbody tr").first
    playwright.expect(narrow).to_contain_text("In the earlier capture")
    playwright.expect(narrow.get_by_text("In the later capture")).to_be_visible()


def test_reports_of_one_origin_are_counted_as_one(extremes: str, open_page: OpenPage) -> None:
    page = open_page(extremes, "articles/long/index.html")
    page.evaluate(every_note(True))
    tree = page.locator(".fan").first
    playwright.expect(tree).to_contain_text("3 reports, 1 origin")
    assert tree.locator(".tree ul li").count() == 3
    page.goto(extremes + "matters/night/index.html")
    playwright.expect(page.locator(".standing")).to_contain_text("3 reports rest on one origin")
