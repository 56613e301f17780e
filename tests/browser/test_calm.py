"""Pages that keep still, stay small, and print."""

from __future__ import annotations

import gzip
import re
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


FILLED = 0.6
"""Share of a printed sheet that must hold something."""


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


LETTER = (186, 251)
"""Millimetres that the margins leave of a sheet."""


@pytest.mark.parametrize(
    ("path", "most"),
    [
        (PAGES["article"], 6),
        ("articles/meduza-government-workers/index.html", 7),
        (PAGES["matter"], 5),
        ("matters/exemptions/index.html", 5),
        (PAGES["compare"], 6),
    ],
)
def test_what_is_printed_is_short(
    path: str, most: int, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, path)
    page.emulate_media(media="print")
    printed = page.pdf(format="Letter", prefer_css_page_size=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", printed))
    assert 1 < sheets <= most


@pytest.mark.parametrize("name", ["article", "matter"])
def test_a_printed_page_begins_with_what_was_asked_for_and_says_where_it_stands(
    name: str, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, PAGES[name])
    head = page.locator(".mast .here"), page.locator(".mast .today")
    for part in head:
        playwright.expect(part).to_be_hidden()
    page.emulate_media(media="print")
    width, height = (round(side / 25.4 * 96) for side in LETTER)
    page.set_viewport_size({"width": width, "height": height})
    playwright.expect(head[0]).to_have_text(page.url.removesuffix("index.html") + "index.html")
    now = page.evaluate("""() => new Date().toLocaleDateString("en-GB", { dateStyle: "long" })""")
    playwright.expect(head[1]).to_have_text(f"Printed {now}")
    first = page.locator(".para > p").nth(4) if name == "article" else page.locator(".fig")
    box = first.bounding_box()
    assert box is not None
    # A figure goes to the next sheet whole; the words before it then fill most of the first.
    fits = box["y"] + box["height"] < height
    assert fits or box["y"] > FILLED * height, "the first sheet stays half empty"
    card = page.locator(".rail")
    if name == "article":
        below, last = card.bounding_box(), page.locator(".ng").last.bounding_box()
        assert below is not None
        assert last is not None
        assert below["y"] > last["y"], "the source card stands before the text"


@pytest.mark.parametrize("name", ["article", "matter"])
def test_without_scripts_a_printed_page_says_where_it_stands_and_of_what_day_it_is(
    name: str, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, PAGES[name], java_script_enabled=False)
    place, day = page.locator(".mast .here"), page.locator(".mast .when")
    playwright.expect(day).to_be_hidden()
    page.emulate_media(media="print")
    playwright.expect(place).to_be_visible()
    playwright.expect(place).to_have_text(PAGES[name].removesuffix("index.html"))
    playwright.expect(day).to_be_visible()
    playwright.expect(day).to_have_text(
        re.compile(
            r"^As of \d+ \w+ \d{4}, the day of the archive’s newest capture or decision\.\s*$"
        )
    )


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
