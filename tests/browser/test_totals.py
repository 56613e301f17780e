"""What a name is said to have, and what is found where its links lead: always the same number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from tests.browser.conftest import OpenPage, playwright
from tests.browser.test_search_page import SETTLED

REGISTERS = ("origins", "outlets", "speakers")


@dataclass(frozen=True)
class Entry:
    """An entry of a register, as its page tells of it."""

    register: str
    name: str
    claims: int
    """In the sentence under its name."""
    listed: int
    """Passages, or an outlet's articles, that its pages list."""
    statuses: int
    """The sum of its claims by status."""
    search: str
    """The question of its link to the search."""
    promised: int
    """In the words of that link."""


@pytest.fixture(scope="session")
def folder(first_site: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first archive's site on the disk."""
    return next(tmp_path_factory.getbasetemp().glob("first[0-9]*/public"))


@pytest.fixture(scope="session")
def entries(folder: Path) -> list[Entry]:
    return [entry for register in REGISTERS for entry in _entries(folder / register)]


def _entries(register: Path) -> Iterator[Entry]:
    for path in sorted(register.glob("*/index.html")):
        text = path.read_text(encoding="utf-8")
        pages = [text, *(p.read_text(encoding="utf-8") for p in path.parent.glob("page/*/*.html"))]
        found = _one(r"<h1><bdi>(.*?)</bdi>", text)
        lede = _one(r'<p class="lede">(.*?)</p>', text)
        if register.name == "origins":
            lede = _one(r"<dl class=\"known\">.*?<dd>(.*?)<ul", text)
        href, label = re.findall(r'<a href="[^"]*search/index\.html\?([^"]*)">(.*?)</a>', text)[0]
        tally = _one(r'<ul class="tally">(.*?)</ul>', text)
        rows = r"<blockquote" if register.name != "outlets" else r'<h3 class="name"'
        yield Entry(
            register=register.name,
            name=unescape(found),
            claims=_number(r"(\d+) claims?\b", lede),
            listed=sum(len(re.findall(rows, page.partition('id="all"')[2])) for page in pages),
            statuses=sum(int(n) for n in re.findall(r"<span>(\d+) ", tally)),
            search=unescape(href),
            promised=_number(r"(\d+)", label) if "this claim" not in label else 1,
        )


def _one(pattern: str, text: str) -> str:
    (found,) = re.findall(pattern, text, re.DOTALL)
    return str(found)


def _number(pattern: str, text: str) -> int:
    return int(re.findall(pattern, text)[0])


def _counted(page: playwright.Page, query: str) -> str:
    """What the search says it found, asked without loading the page anew."""
    page.evaluate(
        """query => {
            delete document.getElementById("search").dataset.state;
            history.pushState(null, "", `?${query}`);
            dispatchEvent(new PopStateEvent("popstate"));
        }""",
        query,
    )
    page.wait_for_selector(SETTLED)
    return str(page.locator("[data-part=count] b").text_content())


def test_an_entry_lists_what_it_says_it_has(entries: list[Entry]) -> None:
    assert len(entries) > 50
    for entry in entries:
        assert entry.statuses == entry.promised == entry.claims, entry
        if entry.register != "outlets":
            assert entry.listed == entry.claims, entry


def test_a_register_and_the_home_page_say_what_the_entries_say(
    folder: Path, entries: list[Entry]
) -> None:
    held = {(entry.register, entry.name): entry.claims for entry in entries}
    seen = set()
    for file in ("index.html", *(f"{register}/index.html" for register in REGISTERS)):
        text = (folder / file).read_text(encoding="utf-8")
        row = r'href="([^"]*)"><bdi>([^<]*)</bdi></a>.*?"facts">\d+ articles?, (\d+) claims?'
        for href, name, n in re.findall(row, text, re.DOTALL):
            register = href.split("/")[-3] if href.count("/") > 1 else file.split("/")[0]
            assert held[register, unescape(name)] == int(n), (file, name)
            seen.add((register, unescape(name)))
    assert seen == set(held)


def test_the_search_finds_what_each_entry_promises(
    first_site: str, entries: list[Entry], open_page: OpenPage
) -> None:
    page = open_page(first_site, "search/index.html")
    for entry in entries:
        found = _number(r"(\d+)", _counted(page, entry.search))
        assert found == entry.promised, entry


def test_the_search_page_offers_each_name_with_its_number(
    first_site: str, entries: list[Entry], open_page: OpenPage
) -> None:
    page = open_page(first_site, "search/index.html")
    for register in REGISTERS:
        held = {entry.name: entry.claims for entry in entries if entry.register == register}
        facet = page.locator(f"fieldset[data-facet={register.removesuffix('s')}]")
        for row in facet.locator("label").all():
            name = str(row.locator(".label").text_content())
            assert held[name] == int(str(row.locator(".n").text_content()))
        for rest in facet.locator(".rest").all():
            assert str(rest.text_content()).strip() == f"All {len(held)}"


def test_a_search_for_a_name_promises_what_its_pages_hold(
    first_site: str, entries: list[Entry], open_page: OpenPage
) -> None:
    held = {(entry.register, entry.name): entry.claims for entry in entries}
    named = sorted({entry.name for entry in entries if entry.name[0].isupper()})
    page = open_page(first_site, "search/index.html")
    promises = 0
    for name in named:
        _counted(page, f"q={name}")
        for link in page.locator("[data-part=names] a:visible").all():
            told = str(link.text_content())
            register = str(link.get_attribute("href")).split("/")[-3]
            owner = re.findall(
                r"^(?:Resting on|Attributed to|Published by) (.*): \d+ claims?$", told
            )
            assert owner, told
            assert held[register, owner[0]] == _number(r"(\d+) claims?$", told), told
            promises += 1
    assert promises > len(named)


def test_an_article_has_one_number_of_claims_wherever_it_is_told(
    first_site: str, folder: Path, open_page: OpenPage
) -> None:
    home = (folder / "index.html").read_text(encoding="utf-8")
    method = (folder / "method" / "index.html").read_text(encoding="utf-8")
    strips = [int(n) for n in re.findall(r'aria-label="(\d+) claims? in reading order', home)]
    told = []
    for path in sorted((folder / "articles").glob("*/index.html")):
        page = open_page(first_site, f"articles/{path.parent.name}/index.html")
        said = str(page.locator(".head .tally .soft").text_content())
        tally = page.locator(".head .tally .st").all()
        signs = str(page.locator(".head .strip").get_attribute("aria-label"))
        rows = page.locator(".ledger tbody tr").count()
        parts = [sum(_number(r"(\d+)", str(part.text_content())) for part in tally)]
        parts += [_number(r"(\d+)", sign) for sign in (said, signs)]
        parts += [page.locator(".ref").count()]
        parts += [_number(r"(\d+)", str(page.locator(".legend .n").first.text_content()))]
        assert set(parts) == {rows}, path
        told.append(rows)
    assert sorted(told) == sorted(strips)
    assert sum(told) == _number(r"<dt>claims[^<]*</dt><dd>(\d+)", home)
    assert sum(told) == _number(r"(\d+) claims, each counted once", method)
