"""Articles that are hard to set: other scripts, long words, no date, no claim, large type."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage, playwright
from tests.browser.test_layout import OUTSIDE, OVERLAPS, WIDTHS, every_note

PAGES = [
    "articles/hebrew/index.html",
    "articles/japanese/index.html",
    "articles/long/index.html",
    "articles/quiet/index.html",
    "matters/night/index.html",
    "matters/hurt/index.html",
    "compare/long/hebrew/index.html",
    "compare/japanese/long/index.html",
    "index.html",
]
TWICE = 32
"""Type size of a reader who doubled it in the browser, in pixels."""


def settled(page: playwright.Page) -> None:
    """Wait until a change of size has been answered by styles and scripts."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 40)))")


@pytest.mark.parametrize("path", PAGES)
def test_whatever_is_written_stays_in_its_place(
    path: str, extremes: str, open_page: OpenPage
) -> None:
    page = open_page(extremes, path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for opened in (None, True):
            if opened:
                page.evaluate(every_note(opened))
            settled(page)
            assert page.evaluate(OUTSIDE) == [], width
            assert page.evaluate(OVERLAPS)["found"] == [], width
            assert page.evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_type_of_twice_the_size_stays_in_its_place(
    width: int, path: str, extremes: str, open_page: OpenPage
) -> None:
    page = open_page(extremes, path, width)
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": TWICE}})
    try:
        page.reload()
        page.evaluate(every_note(True))
        settled(page)
        size = "() => parseFloat(getComputedStyle(document.documentElement).fontSize)"
        assert page.evaluate(size) == TWICE
        assert page.evaluate(OUTSIDE) == []
        assert page.evaluate(OVERLAPS)["found"] == []
    finally:
        session.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
        session.detach()


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("articles/long/index.html", ".ng blockquote"),
        ("matters/night/index.html", ".card blockquote"),
        ("matters/night/index.html", ".pair blockquote"),
        ("compare/long/hebrew/index.html", ".pair blockquote"),
        ("compare/long/hebrew/index.html", ".col h2"),
        ("articles/hebrew/index.html", "h1"),
    ],
)
def test_every_quotation_is_set_in_its_own_language_and_direction(
    path: str, selector: str, extremes: str, open_page: OpenPage
) -> None:
    page = open_page(extremes, path)
    quoted = page.locator(f'{selector}[lang="he"][dir="rtl"]').first
    assert quoted.evaluate("e => getComputedStyle(e).direction") == "rtl"
    others = page.locator(f'{selector}:not([lang="he"])').evaluate_all("all => all.map(e => e.dir)")
    assert set(others) <= {"ltr"}


def test_the_text_of_an_article_runs_as_its_language_does(
    extremes: str, open_page: OpenPage
) -> None:
    page = open_page(extremes, "articles/hebrew/index.html")
    gap = page.locator("#p-1 > p").evaluate(
        """p => {
          const words = document.createRange();
          words.selectNodeContents(p);
          const [text, box] = [words, p].map(x => x.getBoundingClientRect());
          return box.right - text.right;
        }"""
    )
    assert abs(gap) < 4


def test_what_is_not_known_of_an_article_is_said(extremes: str, open_page: OpenPage) -> None:
    page = open_page(extremes, "articles/quiet/index.html")
    by = page.locator(".by").first
    playwright.expect(by).to_contain_text("Outlet not identified")
    playwright.expect(by).to_contain_text("date unknown")
    playwright.expect(by).to_contain_text("No byline")


def test_an_article_without_claims_says_so_and_offers_no_filter(
    extremes: str, open_page: OpenPage
) -> None:
    page = open_page(extremes, "articles/quiet/index.html")
    playwright.expect(page.get_by_text("No claim is marked in this article.")).to_be_visible()
    assert page.locator(".legend, .ledger, .strip, .tally").count() == 0
    page.keyboard.press("j")
    assert page.evaluate("() => document.activeElement === document.body")


def test_a_quotation_in_a_note_is_never_cut(extremes: str, open_page: OpenPage) -> None:
    page = open_page(extremes, "articles/hebrew/index.html")
    page.evaluate(every_note(True))
    quotes = page.locator(".ng blockquote")
    playwright.expect(quotes.filter(has_text="fourteenth").first).to_be_visible()
    assert quotes.evaluate_all("all => all.filter(e => e.clientHeight < e.scrollHeight)") == []
