"""Home, lists, registers and timeline of an archive too large for one page each."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import sites
from tests.browser.conftest import OpenPage
from tests.browser.test_access import violations
from tests.browser.test_layout import OUTSIDE

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

LETTERS = "ABCDEFGHIJKLM"
ARTICLES = 130
PAGES = (
    "index.html",
    "articles/index.html",
    "articles/under/2031/index.html",
    "articles/under/2031-02/page/2/index.html",
    "speakers/index.html",
    "speakers/under/m/index.html",
    f"speakers/{'very' * 20}-long-name/index.html",
    "outlets/evening-post/page/2/index.html",
    "timeline/index.html",
    "timeline/under/2031-02/index.html",
)
LONG = f"The {'Very' * 20} Long Name"


def write(archive: Path) -> None:
    """One event a day, told by one outlet; most of it in two months of one year."""
    content = archive / "content"
    content.mkdir(parents=True)
    shutil.copytree(sites.ROOT / "templates", archive / "templates")
    (archive / "site.yaml").write_text("title: A long archive\n", encoding="utf-8")
    for n in range(ARTICLES):
        month, day = (2, 1 + n % 28) if n < 60 else (3, 1 + n % 31)
        year = 2030 if n > 110 else 2031
        town = f"{LETTERS[n % 13]}arn{LETTERS[n // 13].lower()}ham"
        speaker = LONG if n == 0 else f"{town} Brown"
        text = (
            f"At least {n + 3} people were hurt in {town} on {day} "
            f"{'February' if month == 2 else 'March'} {year}, {speaker} said."
        )
        head = f"---\ntitle: Fire in {town}\noutlet: Evening Post\n"
        date = f"published: {year}-{month:02}-{day:02}\n---\n\n"
        (content / f"fire-{n:03}.md").write_text(f"{head}{date}{text}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    room = tmp_path_factory.mktemp("long")
    write(room / "archive")
    # The build fails where a link leads nowhere.
    site = sites.build(room / "archive", room / "site")
    with sites.served(site) as base:
        yield base


def test_a_reader_without_scripts_pages_through_a_month(long: str, open_page: OpenPage) -> None:
    page = open_page(long, java_script_enabled=False)
    page.get_by_role("link", name=f"All {ARTICLES} articles").click()
    page.get_by_role("link", name="2031 111").click()
    page.get_by_role("link", name="February 60").click()
    playwright.expect(page).to_have_title("Articles: February 2031, page 1 of 2 · A long archive")
    assert page.locator(".arts > li").count() == 50
    page.get_by_role("link", name="Next → February 2031, page 2 of 2").click()
    playwright.expect(page.get_by_role("heading", level=1)).to_have_text(
        "Articles: February 2031, page 2 of 2"
    )
    assert page.locator(".arts > li").count() == 10
    current = page.get_by_label("Parts of this list").locator("[aria-current=page]")
    assert current.all_inner_texts() == ["2031 111", "February 60", "2"]
    page.get_by_role("link", name="← Previous").click()
    assert page.url.endswith("articles/under/2031-02/index.html#list")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    ("path", "entries"),
    [
        ("articles/under/2031-02/index.html", ".arts > li"),
        ("outlets/evening-post/index.html", ".arts > li"),
        ("timeline/under/2031-02/index.html", ".days > li"),
    ],
)
def test_the_next_page_begins_with_its_list(
    path: str, entries: str, scripts: bool, long: str, open_page: OpenPage
) -> None:
    page = open_page(long, path, 390, java_script_enabled=scripts)
    page.get_by_label("Pages").get_by_role("link", name="Next").click()
    page.wait_for_url(re.compile(r"/page/2/|under/2031-03"))
    playwright.expect(page.locator(entries).first).to_be_in_viewport()
    current = page.get_by_label("Parts of this list").locator("[aria-current=page]").last
    playwright.expect(current).to_be_in_viewport()


def test_a_bar_leads_to_its_month(long: str, open_page: OpenPage) -> None:
    page = open_page(long)
    page.locator(".p-w a[aria-label^='March 2030']").click()
    assert page.url.endswith("articles/under/2030/index.html")
    assert page.locator(".arts > li").count() == 19


def test_a_name_is_found_by_its_letter_without_scripts(long: str, open_page: OpenPage) -> None:
    page = open_page(long, java_script_enabled=False)
    page.get_by_role("link", name="Speakers", exact=True).last.click()
    page.get_by_label("Parts of this list").get_by_role("link", name="D 10").click()
    page.get_by_role("link", name="Darnaham Brown").click()
    playwright.expect(page.get_by_role("heading", level=1)).to_have_text("Darnaham Brown")
    page.locator("blockquote a").first.click()
    assert "/articles/fire-003/index.html#c-" in page.url


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_long_lists(path: str, long: str, open_page: OpenPage) -> None:
    assert violations(long, path, open_page) == {}


def test_no_long_list_scrolls_sideways(long: str, open_page: OpenPage) -> None:
    page = open_page(long, width=320)
    for path in PAGES:
        page.goto(long + path)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320, path
        assert page.evaluate(OUTSIDE) == [], path


def test_the_first_screen_asks_the_questions_and_numbers_stand_evenly(
    first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site)
    titles = page.locator(".mats .name").all_text_contents()
    asked = page.locator(".asked a")
    assert asked.all_text_contents() == titles[:8]
    lowest = asked.last.bounding_box()
    assert lowest is not None
    assert lowest["y"] + lowest["height"] < 900
    places = page.locator(".counts > div").evaluate_all(
        "all => all.map(d => Math.round(d.getBoundingClientRect().left))"
    )
    gaps = {b - a for a, b in itertools.pairwise(places)}
    assert max(gaps) - min(gaps) <= 1
    phone = open_page(first_site, width=390)
    counts = phone.locator(".counts").bounding_box()
    below = phone.locator(".asked a").last.bounding_box()
    assert counts is not None
    assert below is not None
    assert below["y"] < counts["y"], "on a phone too the questions come before the numbers"
    for label in ("pairs conflict", "pairs differ in scope"):
        playwright.expect(page.locator(".counts dt", has_text=label)).to_be_visible()


def test_an_origin_that_is_known_only_through_another_says_so_first(
    first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "origins/officials-in-moscow/index.html")
    playwright.expect(page.locator(".lede")).to_contain_text(
        "known here only through Novaya Gazeta Europe: the two are one source."
    )
    page = open_page(first_site, "origins/verstka/index.html")
    playwright.expect(page.locator(".lede")).to_contain_text(
        "2 articles here rest on this source; none of its claims is confirmed independently."
    )
    playwright.expect(page.locator(".lede")).not_to_contain_text("one source")
    pairs = page.locator(".known > div", has_text="Pairs of passages")
    playwright.expect(pairs).to_contain_text("told again, not corroborated")
    assert "claim" not in str(pairs.text_content())


@pytest.mark.parametrize("path", ["matters/how-many-left", "origins/verstka", "origins/kremlin"])
def test_a_wide_window_is_used_beside_the_heading(
    path: str, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, f"{path}/index.html")
    heading, beside = (page.locator(f".top > :nth-child({n})").bounding_box() for n in (1, 2))
    assert heading is not None
    assert beside is not None
    assert beside["x"] >= heading["x"] + heading["width"]
    assert beside["y"] < heading["y"] + heading["height"] / 2
    page.set_viewport_size({"width": 390, "height": 844})
    heading, beside = (page.locator(f".top > :nth-child({n})").bounding_box() for n in (1, 2))
    assert heading is not None
    assert beside is not None
    assert beside["y"] >= heading["y"] + heading["height"]


def test_the_menu_leads_to_whose_knowledge_it_is(first_site: str, open_page: OpenPage) -> None:
    for width in (1440, 390, 320):
        page = open_page(first_site, "index.html", width)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Sources").click()
        playwright.expect(page.get_by_role("heading", level=1)).to_have_text("Sources")
        playwright.expect(page.locator(".lede")).to_contain_text("Whose knowledge it is")
        playwright.expect(page.locator(".mast [aria-current]")).to_have_text("Sources")
        page.locator(".list").get_by_role("link", name="Verstka").click()
        playwright.expect(page.get_by_role("heading", level=1)).to_have_text("Verstka")


def test_what_a_person_says_is_never_attributed_to_it(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "speakers/index.html")
    for path in page.locator(".list .who-is").evaluate_all("all => all.map(a => a.href)"):
        page.goto(path)
        told = page.locator(".top").inner_text()
        assert not re.search(r"attributed to it|rests? on it|it itself", told), path


WORDS_FIT = """f => {
  const s = getComputedStyle(f), room = f.clientWidth - parseFloat(s.paddingLeft) * 2;
  const told = document.body.appendChild(document.createElement("span"));
  told.style.font = `14px ${s.fontFamily}`;
  told.textContent = f.placeholder;
  return told.getBoundingClientRect().width <= room;
}"""


def test_the_example_in_the_search_field_is_said_to_be_one_and_is_whole(
    first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "index.html", 320)
    field = page.get_by_role("searchbox")
    assert (field.get_attribute("placeholder") or "").startswith("For example: ")
    assert field.evaluate(WORDS_FIT)


@pytest.mark.parametrize("path", ["index.html", "matters/index.html"])
def test_back_by_keyboard_returns_to_the_link_that_was_left(
    path: str, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, path)
    left = page.locator("main").get_by_role("link", name="How many people have left").last
    left.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("how-many-left"))
    page.go_back()
    playwright.expect(page.locator(":focus")).to_contain_text("How many people have left")
    playwright.expect(page.locator(":focus")).to_be_in_viewport()


def test_the_method_says_in_words_how_good_it_is_before_it_counts(
    first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "method/index.html")
    told = page.locator("#quality p").first
    playwright.expect(told).to_contain_text(
        re.compile(r"Of 100 links it stated about \d+ were right")
    )
    playwright.expect(told).to_contain_text(
        re.compile(r"In this archive \d+ of \d+ relations were made or confirmed by an editor")
    )
    table = page.locator("#quality table")
    playwright.expect(table).not_to_be_visible()
    page.get_by_text("All measures, by set of articles").click()
    playwright.expect(table).to_be_visible()


def test_print_announces_no_lines_that_it_does_not_show(
    first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "articles/lbc-exemptions/index.html")
    page.emulate_media(media="print")
    playwright.expect(page.locator(".source [href='#left-out']")).not_to_be_visible()
