"""Pages that keep still, stay small, and print."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.browser import sites
from tests.browser.conftest import OpenPage, playwright

PAGES = {
    "article": "articles/lbc-exemptions/index.html",
    "matter": "matters/how-many-left/index.html",
    "compare": "compare/lbc-exemptions/meduza-government-workers/index.html",
    "method": "method/index.html",
}
KILOBYTES = 60
"""What a reader's browser may load for one article: HTML, styles and scripts, gzipped."""
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
MOVES = """() => [
  getComputedStyle(document.documentElement).scrollBehavior,
  document.getAnimations().length,
]"""


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves_while_a_page_is_loaded(
    name: str, width: int, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, PAGES[name], width)
    assert page.evaluate(SHIFTS) < 0.005


@pytest.mark.parametrize("name", PAGES)
def test_who_asks_for_no_motion_sees_none(name: str, first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, PAGES[name])
    assert page.evaluate(MOVES) == ["auto", 0]
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVES) == ["smooth", 0]


@pytest.mark.parametrize(
    "path", sorted((sites.ROOT / "content").glob("*.md")), ids=lambda p: p.stem
)
def test_an_article_is_light(path: Path, first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, f"articles/{path.stem}/index.html")
    parts = page.locator("link[rel=stylesheet], script[src]").evaluate_all(
        "all => all.map(e => e.href || e.src)"
    )
    assert len(parts) >= 2
    loaded = [page.request.get(url).body() for url in (page.url, *parts)]
    assert sum(len(gzip.compress(body)) for body in loaded) < KILOBYTES * 1024


def test_on_paper_the_notes_follow_the_text_in_their_order(
    first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, PAGES["article"])
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})
    place = "all => all.map(e => e.getBoundingClientRect()).map(b => [b.top, b.bottom])"
    text = page.locator(".para > p").evaluate_all(place)
    notes = page.locator(".ng").evaluate_all(place)
    assert max(bottom for _, bottom in text) <= min(top for top, _ in notes)
    assert [top for top, _ in notes] == sorted(top for top, _ in notes)
    numbers = page.locator(".ng .no").all_inner_texts()
    assert len(numbers) == len(notes)
    playwright.expect(page.get_by_role("heading", name="Notes, numbered")).to_be_visible()
    for gone in (".legend", ".mast nav", ".folded", ".acts button"):
        playwright.expect(page.locator(gone).first).to_be_hidden()
    playwright.expect(page.locator(".acts > span").first).to_be_visible()


def test_on_paper_two_articles_stand_side_by_side_and_tables_are_whole(
    first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, PAGES["compare"])
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})
    left, right = page.locator(".col").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.right, b.top])"
    )
    assert left[1] < right[0]
    assert left[2] == right[2]
    page.goto(first_site + PAGES["matter"])
    table = page.locator(".as-table table")
    playwright.expect(table).to_be_visible()
    assert table.evaluate("e => e.getBoundingClientRect().right <= innerWidth")
    playwright.expect(page.locator(".as-table > summary")).to_be_hidden()
