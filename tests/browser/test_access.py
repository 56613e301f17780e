"""Accessibility by axe: no violation on any template, at three widths, light and dark."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage, Watch

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

WIDTHS = [390, 820, 1440]
PAGES = {
    "home": "index.html",
    "articles": "articles/index.html",
    "article": "articles/harbour-post/index.html",
    "matters": "matters/index.html",
    "matter": "matters/deaths/index.html",
    "search": "search/index.html",
    "results": "search/index.html?q=ferry",
    "no results": "search/index.html?q=xyzzy",
    "method": "method/index.html",
    "missing": "404.html",
}
OPEN_ALL = "() => document.querySelectorAll('main details').forEach(e => { e.open = true; })"


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, strait: str, open_page: OpenPage) -> None:
    page = open_page(strait, PAGES[name], bypass_csp=True)
    if "result" in name:
        page.wait_for_selector("#search[data-state=results], #search[data-state=none]")
    page.evaluate(OPEN_ALL)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            results = axe.Axe().run(page)
            for violation in results.response["violations"]:
                where = [node["target"] for node in violation["nodes"][:3]]
                found[f"{width} {scheme} {violation['id']}"] = (violation["help"], where)
    assert found == {}


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
