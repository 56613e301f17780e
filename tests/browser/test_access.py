"""Accessibility by axe: no violation on any template, at three widths, light and dark."""

from __future__ import annotations

import pytest

from tests.browser import sites
from tests.browser.conftest import OpenPage, Watch

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

WIDTHS = [390, 820, 1440]
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
"""All that a scheme changes: the other rules were asked at the same width."""
PAGES = {
    "home": "index.html",
    "articles": "articles/index.html",
    "article": "articles/harbour-post/index.html",
    "matters": "matters/index.html",
    "matter": "matters/deaths/index.html",
    "compare": "compare/harbour-post/nord-kurier/index.html",
    "comparisons": "compare/index.html",
    "register": "outlets/index.html",
    "register of speakers": "speakers/index.html",
    "entry of an origin": "origins/harbour-post/index.html",
    "entry of an outlet": "outlets/harbour-post/index.html",
    "timeline": "timeline/index.html",
    "search": "search/index.html",
    "search with results": "search/index.html?q=ferry",
    "search without results": "search/index.html?q=xyzzy",
    "method": "method/index.html",
    "404": "404.html",
}
"""Each begins with the name of its template."""
OPEN_ALL = "() => document.querySelectorAll('main details').forEach(e => { e.open = true; })"


def violations(base: str, path: str, open_page: OpenPage) -> dict[str, object]:
    """What axe finds on a page with everything unfolded, by width, scheme and rule."""
    page = open_page(base, path, bypass_csp=True)
    if "?" in path:
        page.wait_for_selector("#search[data-state=results], #search[data-state=none]")
    page.evaluate(OPEN_ALL)
    page.evaluate(axe.Axe().axe_script)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, options in (("light", axe.DEFAULT_OPTIONS), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme)
            for violation in page.evaluate("options => axe.run(options)", options)["violations"]:
                where = [node["target"] for node in violation["nodes"][:3]]
                found[f"{width} {scheme} {violation['id']}"] = (violation["help"], where)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, strait: str, open_page: OpenPage) -> None:
    assert violations(strait, PAGES[name], open_page) == {}


def test_axe_finds_nothing_on_an_article_with_captures(
    first_site: str, open_page: OpenPage
) -> None:
    path = "articles/officials-run-away/index.html"
    assert violations(first_site, path, open_page) == {}


def test_every_template_is_looked_at() -> None:
    pages = {
        path.stem
        for path in (sites.ROOT / "templates").glob("*.html")
        if path.read_text(encoding="utf-8").startswith('{% extends "base.html" %}')
    }
    assert {name.split()[0] for name in PAGES} == pages


def test_no_page_breaks_its_own_policy(first_site: str, open_page: OpenPage, watch: Watch) -> None:
    """The policy is not bypassed here; what breaks it is told on the console."""
    page = open_page(first_site)
    hrefs = page.locator("a[href]").evaluate_all(
        "all => all.map(a => new URL(a.getAttribute('href'), a.baseURI).href.split('#')[0])"
    )
    inside = sorted({href for href in hrefs if href.startswith(first_site)})
    assert len(inside) > 5
    for href in inside:
        page.goto(href)
