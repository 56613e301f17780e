"""Searching: by words, phrases, figures and variants; narrowing, counting, taking away."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser import sites
from tests.browser.conftest import OpenPage, Watch, playwright
from variorum import positions, search

LABELS = [
    "Conflicting",
    "Corroborated",
    "Corroborated, independence unknown",
    "Same origin",
    "Differs in scope",
    "Unlinked",
]
"""Sharpest first."""
SETTLED = "#search[data-state=results], #search[data-state=none], #search[data-state=failed]"


QUIET = {
    "quiet": (
        "en",
        "Guards were warned",
        """The guards were warned on Monday that 3 gates were open.
Who held the lantern? The war went on for 20 years. The envoy arrived in Kyiv on Tuesday.""",
    ),
    "arabic": ("ar", "الحرب", "غرقت العبارة يوم الاثنين. قتل 31 شخصا في الحادث."),
    "chinese": ("zh", "渡轮沉没", "渡轮星期一沉没。三十一人死亡。"),
}
"""Articles with a question, which is no claim, with a word that begins another, and in scripts
written from the right and without spaces: language, headline, text."""


@pytest.fixture(scope="session")
def bare(browser: playwright.Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The articles above."""
    with sites.served(_built(tmp_path_factory.mktemp("bare"), QUIET)) as base:
        yield base


MANY = {
    f"night-{n:02}": (
        "en",
        f"Night {n}",
        " ".join(f"The lantern of ward {n} burned {at} hours." for at in range(20, 21 + n % 4)),
    )
    for n in range(14)
}
"""Articles of one sentence, of two, of three and of four, each with a word of all."""


@pytest.fixture(scope="session")
def many(browser: playwright.Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of these articles' site."""
    return _built(tmp_path_factory.mktemp("many"), MANY)


@pytest.fixture(scope="session")
def empty(browser: playwright.Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An archive without articles."""
    with sites.served(_built(tmp_path_factory.mktemp("empty"), {})) as base:
        yield base


def _built(room: Path, articles: dict[str, tuple[str, str, str]]) -> Path:
    content = room / "content"
    content.mkdir()
    shutil.copytree(sites.ROOT / "templates", room / "templates")
    (room / "site.yaml").write_text("title: A quiet archive\n", encoding="utf-8")
    for slug, (language, title, text) in articles.items():
        head = f'---\ntitle: "{title}"\noutlet: Quiet Post\nlanguage: {language}\n---\n\n'
        (content / f"{slug}.md").write_text(f"{head}{text}\n", encoding="utf-8")
    return sites.build(room, room / "public")


def searched(open_page: OpenPage, base: str, query: str, **options: Any) -> playwright.Page:
    page = open_page(base, f"search/index.html?{query}", **options)
    page.wait_for_selector(SETTLED)
    return page


def passages(page: playwright.Page) -> list[str]:
    return [" ".join(row.inner_text().split()) for row in page.locator(".res .q").all()]


def summary(page: playwright.Page) -> str:
    return str(page.locator("[data-part=count]").text_content())


def counts(page: playwright.Page, facet: str) -> dict[str, int]:
    rows = page.locator(f"fieldset[data-facet={facet}] label:not([hidden])").all()
    return {
        str(row.locator(".label").text_content()): int(row.locator(".n").text_content() or "")
        for row in rows
    }


def claims(folder: Path) -> list[dict[str, Any]]:
    """Every claim of the site with its article's outlet and month and its own words."""
    found = []
    for path in sorted((folder / "search" / "claims").glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        for sentence in article["sentences"]:
            for claim in sentence["claims"]:
                words = sentence["text"][claim["start"] : claim["end"]]
                about = {"outlet": article["outlet"], "month": article["month"], "words": words}
                found.append(claim | about)
    return found


def test_a_phrase_leads_from_home_to_its_passage(strait: str, open_page: OpenPage) -> None:
    page = open_page(strait)
    page.get_by_role("searchbox").fill("no more than 27 people")
    page.keyboard.press("Enter")
    page.wait_for_selector(SETTLED)
    (passage,) = passages(page)
    assert passage.startswith("No more than 27 people died when the ferry Marlin sank")
    page.locator(".res .q a").click()
    page.wait_for_url(re.compile(r"/articles/nord-kurier/index\.html#c-\w+$"))
    target = page.locator(":target")
    assert "No more than 27 people died" in (target.text_content() or "")
    playwright.expect(target).to_be_in_viewport()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("q=260,000", "260,000"),
        ("q=260000", "260,000"),
        ("q=%241,650", "$1,650"),
        ("q=20-30%25", "20–30%"),
        ("q=Zurich", "Zürich"),
        ("q=mobilization", "mobilisation"),
        ("q=mobilisation", "mobilization"),
        ("q=Nordlinie", "Norline"),
        ("q=passenger+ship+sank", "ferry"),
        ("q=lighthouse", "lighthouse"),
        ("q=20+to+30", "20–30%"),
        ("q=between+20+and+30+percent", "20–30%"),
        ("q=20%E2%80%9330", "20–30%"),
        ("q=260+000", "260,000"),
        ("q=260.000", "260,000"),
        ("q=260k", "260,000"),
        ("q=260+thousand", "260,000"),
        ("q=1650+dollars", "1,650"),
        ("q=%C2%A31,650", "$1,650"),
        ("q=2+ships", "two"),
        ("q=mobilized", "mobilisation"),
        ("q=liters", "litres"),
        ("q=passengers", "passengers"),
    ],
)
def test_what_a_reader_types_is_found_as_it_is_written(
    query: str, words: str, strait: str, open_page: OpenPage
) -> None:
    page = searched(open_page, strait, query)
    marked = [mark.text_content() for mark in page.locator(".res mark").all()]
    assert words in marked


def test_words_beside_a_claim_show_the_claim_in_its_sentence(
    strait: str, open_page: OpenPage
) -> None:
    page = searched(open_page, strait, "q=%22told+the+Harbour+Post%22")
    (passage,) = passages(page)
    assert passage.endswith("told the Harbour Post.")
    playwright.expect(page.get_by_text("Text outside the marked claims")).to_have_count(0)
    link = page.locator(".res .q a")
    playwright.expect(link).not_to_contain_text("told")
    link.click()
    page.wait_for_url(re.compile(r"harbour-post/index\.html#c-"))
    playwright.expect(page.locator(":target")).to_be_in_viewport()


def test_a_sentence_without_claims_is_shown_as_such(bare: str, open_page: OpenPage) -> None:
    page = searched(open_page, bare, "q=lantern")
    playwright.expect(page.get_by_text("Text outside the marked claims")).to_have_count(1)
    page.locator(".res .q a").click()
    page.wait_for_url(re.compile(r"quiet/index\.html#p-\d+$"))
    playwright.expect(page.locator(":target")).to_contain_text("lantern")


@pytest.mark.parametrize(
    "query", ["q=Harbour+Post", "q=Ansel+Harbour+Post", "q=Harbour+Post&exact=1"]
)
def test_a_name_finds_what_rests_on_it_after_what_holds_it(
    query: str, strait: str, strait_folder: Path, open_page: OpenPage
) -> None:
    page = searched(open_page, strait, f"{query}&sort=relevance")
    resting = [c for c in claims(strait_folder) if "Harbour Post" in c.get("origins", ())]
    rows = page.locator(".res > li")
    says = [" ".join(row.inner_text().split()) for row in rows.all()]
    assert len(says) >= len(resting) > 1
    far = [
        says[at]
        for at, row in enumerate(passages(page))
        if row.startswith("No more than 27 people")
    ]
    assert far
    assert all("Said by the public prosecutor, through Harbour Post" in row for row in far)
    assert "as their speaker or source" in summary(page) or "as its speaker" in summary(page)
    if "Ansel" not in query:
        assert "Harbour Post" in passages(page)[0]
        assert "Harbour Post" not in passages(page)[-1]


@pytest.mark.parametrize(
    ("query", "least"), [("origin=Verstka", 30), ("origin=Gantcho+Mantchorov", 5)]
)
def test_a_result_says_whose_it_is_as_its_article_does(
    query: str, least: int, first_site: str, open_page: OpenPage
) -> None:
    page = searched(open_page, first_site, query)
    while page.locator("[data-part=more]").is_visible():
        page.locator("[data-part=more]").click()
    told = {
        str(row.locator("[data-slot=passage]").get_attribute("href")).split("#c-")[1]: str(
            row.locator("[data-slot=says]").text_content()
        )
        for row in page.locator(".res > li").all()
    }
    assert len(told) >= least
    assert all(query.split("=")[1].replace("+", " ") in says for says in told.values())
    written: dict[str, str] = {}
    for slug in ("meduza-government-workers", "officials-run-away", "lbc-exemptions"):
        page = open_page(first_site, f"articles/{slug}/index.html")
        written |= page.evaluate(
            """() => Object.fromEntries(
                [...document.querySelectorAll(".ledger tbody tr")].map((row) => [
                    row.querySelector("td:last-child a").hash.slice(3),
                    row.cells[3].firstChild.textContent,
                ]))"""
        )
    assert told == {claim: f"Said by {written[claim]}" for claim in told}


def test_origins_narrow_the_results_and_links_may_ask_for_any(
    strait: str, strait_folder: Path, open_page: OpenPage
) -> None:
    resting = [c for c in claims(strait_folder) if "Harbour Post" in c.get("origins", ())]
    page = searched(open_page, strait, "origin=Harbour+Post")
    assert len(passages(page)) == len(resting)
    page.goto(strait + "search/index.html?speaker=Nobody+Known")
    page.wait_for_selector("#search[data-state=none]")
    playwright.expect(page.get_by_label("Nobody Known")).to_be_checked()


def test_an_exact_phrase_is_a_choice_beside_the_field(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=passengers+carried")
    assert len(passages(page)) >= 3
    page.get_by_label("Exact phrase").check()
    page.wait_for_selector("#search[data-state=none]")
    assert summary(page) == "No passage found. As an exact phrase: “passengers carried”."
    playwright.expect(page.get_by_text("an exact phrase is asked for")).to_be_visible()
    playwright.expect(page.get_by_text("signs alone are not")).to_be_hidden()
    playwright.expect(page.get_by_role("button", name="Search without")).to_be_visible()
    page.get_by_role("searchbox").fill("carried 212 passengers")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search[data-state=results]")
    assert len(passages(page)) == 2
    assert "exact=1" in page.url


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("q=1650&exact=1", "1,650"),
        ("q=%241,650&exact=1", "1,650"),
        ("q=260000&exact=1", "260,000"),
        ("q=260 000&exact=1", "260,000"),
        ("q=20-30%25&exact=1", "20–30%"),
    ],
)
def test_an_exact_figure_is_found_however_it_is_written(
    query: str, words: str, strait: str, open_page: OpenPage
) -> None:
    page = searched(open_page, strait, query)
    assert str(page.locator(".res .q mark").first.text_content()).lstrip("$") == words


def test_a_range_is_no_year_and_a_number_no_part_of_another(
    strait: str, open_page: OpenPage
) -> None:
    page = searched(open_page, strait, "q=26-27")
    assert passages(page) == []
    page.goto(strait + "search/index.html?q=260")
    page.wait_for_selector(SETTLED)
    assert passages(page)
    assert all("260,000" not in passage for passage in passages(page))


def test_facets_count_claims_and_narrow_them(
    strait: str, strait_folder: Path, open_page: OpenPage
) -> None:
    holding = [c for c in claims(strait_folder) if "ferry" in c["words"].lower()]
    page = searched(open_page, strait, "q=ferry")
    assert summary(page).startswith(f"{len(holding)} passages")

    def expected(rows: list[dict[str, Any]]) -> dict[str, int]:
        names = [row["outlet"] for row in rows]
        return {name: names.count(name) for name in names}

    assert counts(page, "outlet") == expected(holding)
    page.locator("fieldset[data-facet=status]").get_by_text("Conflicting").click()
    rows = [c for c in holding if c["status"] == "conflicts"]
    playwright.expect(page.locator("[data-part=count]")).to_contain_text(f"{len(rows)} passage")
    assert counts(page, "outlet") == expected(rows)
    assert counts(page, "status")["Conflicting"] == len(rows)
    assert sum(counts(page, "status").values()) == len(holding)
    page.locator("fieldset[data-facet=outlet]").get_by_text("Harbour Post").click()
    rows = [c for c in rows if c["outlet"] == "Harbour Post"]
    playwright.expect(page.locator("[data-part=count]")).to_contain_text(f"{len(rows)} passage")
    assert len(passages(page)) == len(rows)


def test_facets_alone_list_the_claims_that_have_them(
    strait: str, strait_folder: Path, open_page: OpenPage
) -> None:
    rows = [c for c in claims(strait_folder) if c["status"] == "conflicts"]
    page = searched(open_page, strait, "status=conflicts")
    assert len(passages(page)) == len(rows)
    page.get_by_role("button", name="Clear these choices").click()
    page.wait_for_selector("#search[data-state=start]")
    playwright.expect(page.get_by_role("heading", name="By month")).to_be_visible()


def test_what_the_results_are_narrowed_to_is_said_and_can_be_taken_back(
    strait: str, open_page: OpenPage
) -> None:
    page = searched(open_page, strait, "q=ferry&status=conflicts&kind=figure")
    few = len(passages(page))
    chosen = page.locator("[data-part=chosen]")
    playwright.expect(chosen).to_have_text("OnlyStatus: Conflicting ×Kind of claim: Figure ×")
    chosen.get_by_role("button", name="Kind of claim").click()
    playwright.expect(chosen).to_have_text("OnlyStatus: Conflicting ×")
    playwright.expect(page.get_by_role("searchbox")).to_be_focused()
    page.wait_for_selector(SETTLED)
    assert len(passages(page)) > few
    assert "kind=" not in page.url
    chosen.get_by_role("button").click()
    playwright.expect(chosen).to_be_hidden()


def test_the_address_holds_everything_asked(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=ferry")
    page.locator("fieldset[data-facet=kind]").get_by_text("Figure").click()
    page.get_by_label("Sort by").select_option("oldest")
    before = passages(page)
    page.reload()
    page.wait_for_selector(SETTLED)
    assert passages(page) == before
    assert page.get_by_label("Sort by").input_value() == "oldest"
    assert page.get_by_role("searchbox").input_value() == "ferry"
    page.get_by_role("searchbox").fill("carried")
    page.keyboard.press("Enter")
    playwright.expect(page.locator(".res mark").first).to_have_text("carried")
    page.go_back()
    playwright.expect(page.locator(".res mark").first).to_have_text(re.compile("ferry", re.I))
    assert passages(page) == before


def test_dates_and_statuses_order_the_results(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=ferry&sort=newest")
    dates = [str(row.text_content()) for row in page.locator("[data-slot=source]").all()]
    assert dates[0].endswith("2 Apr 2031")
    assert dates[-1].endswith("4 Mar 2031")
    page.get_by_label("Sort by").select_option("status")
    labels = [str(row.text_content()) for row in page.locator(".res .st").all()]
    assert labels[0] == "Conflicting"
    assert labels == sorted(labels, key=LABELS.index)


@pytest.mark.parametrize("query", ["Mantchorow", "Nestka", "Harbour+Post"])
def test_conflicts_come_first_also_where_a_name_is_asked_for(
    query: str, strait: str, first_site: str, open_page: OpenPage
) -> None:
    page = searched(open_page, strait if "+" in query else first_site, f"q={query}")
    labels = [str(row.text_content()) for row in page.locator(".res .st").all()]
    assert len(set(labels)) > 1
    assert labels == sorted(labels, key=LABELS.index)


def test_escape_leaves_the_words_beside_what_they_found(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=ferry")
    found = len(passages(page))
    field = page.locator("#q")
    field.focus()
    page.keyboard.press("Escape")
    playwright.expect(field).to_have_value("ferry")
    assert len(passages(page)) == found
    field.evaluate("q => { q.value = ''; q.dispatchEvent(new Event('search')); }")
    playwright.expect(page.locator("[data-part=start]")).to_be_visible()
    assert not page.locator("[data-part=results]").is_visible()


def test_results_can_be_taken_away_as_a_table(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=212")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    head, *rows = csv.reader(text.splitlines())
    assert head[0] == "Passage"
    assert [row[0] for row in rows] == ["The ferry carried 212 passengers"] * 2
    assert {row[1] for row in rows} == {"Harbour Post", "Nord Kurier"}
    assert all(row[-1].startswith(strait + "articles/") for row in rows)


def test_nothing_found_says_what_may_help(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=xyzzy")
    assert summary(page).startswith("No passage found.")
    playwright.expect(page.get_by_text("What may help")).to_be_visible()


def test_a_word_that_no_article_has_is_named(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=divers+xyzzy")
    assert len(passages(page)) == 2
    assert "No article has “xyzzy”" in summary(page)


def test_a_broken_index_is_told(strait: str, open_page: OpenPage, watch: Watch) -> None:
    watch.expected = ("Pagefind", "Failed to load")
    page = open_page(strait, "search/index.html")
    page.route("**/pagefind/*.pf_meta", lambda route: route.abort())
    page.get_by_role("searchbox").fill("ferry")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search[data-state=failed]")
    assert "did not work" in summary(page)


def test_a_register_leads_to_the_search_for_what_it_lists(
    strait: str, strait_folder: Path, open_page: OpenPage
) -> None:
    forms = {"Harbour Post", "the Harbour Post"}
    resting = [c for c in claims(strait_folder) if forms & set(c.get("origins", ()))]
    page = open_page(strait, "origins/index.html")
    page.get_by_role("link", name="Harbour Post", exact=True).first.click()
    page.get_by_role("link", name=f"Search these {len(resting)} claims").click()
    page.wait_for_selector("#search[data-state=results]")
    assert len(passages(page)) == len(resting)


def test_odd_queries_break_nothing(strait: str, open_page: OpenPage) -> None:
    page = open_page(strait, "search/index.html")
    for query in (
        "%",
        "$",
        '"',
        "a" * 3000,
        "<b>ferry</b>",
        "[](){}*+?.\\",
        "’",
        "中文",
        "🚢 ferry",
    ):
        page.get_by_role("searchbox").fill(query)
        page.keyboard.press("Enter")
        page.wait_for_selector(SETTLED)
        assert summary(page)


def test_a_screen_reader_is_told_the_count(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=divers")
    status = page.get_by_role("status")
    playwright.expect(status).to_have_text("2 passages in 2 articles.")


def test_without_scripts_the_page_lists_everything(strait: str, open_page: OpenPage) -> None:
    page = open_page(strait, "search/index.html", java_script_enabled=False)
    playwright.expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    playwright.expect(page.locator(".facets")).to_be_hidden()
    page.get_by_text("Nord Kurier").locator("visible=true").first.click()
    page.get_by_role("link", name="Norline ferry").locator("visible=true").first.click()
    playwright.expect(page.get_by_role("heading", level=1)).to_contain_text("no more than 27")


def test_the_home_page_searches_without_scripts_too(strait: str, open_page: OpenPage) -> None:
    page = open_page(strait, java_script_enabled=False)
    page.get_by_role("searchbox").fill("ferry")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url(re.compile(r"search/index\.html\?q=ferry"))
    playwright.expect(page.get_by_role("heading", name="By outlet")).to_be_visible()


def test_from_a_folder_the_page_says_what_search_needs(
    strait_folder: Path, open_page: OpenPage
) -> None:
    page = open_page(strait_folder.as_uri() + "/", "search/index.html?q=ferry")
    playwright.expect(page.get_by_text("opened from a folder")).to_be_visible()
    page.get_by_role("heading", name="By month").wait_for()
    page.locator(".group summary").first.click()
    page.locator(".group[open] a").first.click()
    playwright.expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_phrase_is_looked_up_in_the_articles_some_at_a_time(
    strait: str, open_page: OpenPage
) -> None:
    page = open_page(strait, "method/index.html")

    def small(route: playwright.Route) -> None:
        answer = route.fetch()
        body = answer.text().replace('data-portion="40"', 'data-portion="1"')
        assert 'data-portion="1"' in body
        route.fulfill(response=answer, body=body)

    page.route("**/search/index.html*", small)
    page.goto(strait + "search/index.html?q=%22the+ferry%22")
    page.wait_for_selector(SETTLED)
    assert "Looked through the 1 likeliest of 3 articles that hold these words." in summary(page)
    page.get_by_role("button", name="Look through further articles").click()
    playwright.expect(page.locator("[data-part=count]")).to_contain_text("in 3 articles.")
    playwright.expect(page.get_by_role("button", name="further")).to_be_hidden()
    assert all("the ferry" in passage.lower() for passage in passages(page))


def test_a_phrase_in_quotation_marks_stands_beside_other_words(
    strait: str, open_page: OpenPage
) -> None:
    page = searched(open_page, strait, "q=harbour+%22212+passengers%22")
    (passage,) = [row for row in passages(page) if "Harbour" in row]
    assert "212 passengers" in passage
    assert "As an exact phrase: “212 passengers”." in summary(page)
    page.goto(strait + "search/index.html?q=harbour+%22passengers+212%22")
    page.wait_for_selector("#search[data-state=none]")
    page.get_by_role("button", name="Search without").click()
    page.wait_for_selector("#search[data-state=results]")
    playwright.expect(page.get_by_role("searchbox")).to_have_value("harbour passengers 212")


def test_every_claim_of_a_large_article_is_counted(dense: str, open_page: OpenPage) -> None:
    page = searched(open_page, dense, "q=infirmary")
    assert summary(page).startswith("420 passages in 2 articles.")
    assert counts(page, "kind") == {"Figure": 420}
    assert sum(counts(page, "status").values()) == 420
    assert len(passages(page)) == 20
    page.get_by_role("button", name="Show 20 more").click()
    playwright.expect(page.locator(".res .q")).to_have_count(40)
    playwright.expect(page.locator(".res .q a").nth(20)).to_be_focused()


@pytest.mark.parametrize("articles", [1, 3, 14])
def test_articles_that_share_a_page_of_the_index_are_told_apart(
    articles: int, many: Path, open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(many, tmp_path / "site")
    catalogue = json.loads((folder / "search" / "catalogue.json").read_text("utf-8"))
    each = positions.Reader(catalogue).place(1, 0, 0, 0) * positions.LENGTHS
    monkeypatch.setattr(positions, "WHOLE", each * 5 * articles)  # five sentences, the headline one
    assert search.index(folder) == ()
    with sites.served(folder) as base:
        page = searched(open_page, base, "q=lantern&sort=oldest")
        assert summary(page).startswith("33 passages in 14 articles.")
        playwright.expect(page.locator(".res .q")).to_have_count(20)
        page.get_by_role("button", name="Show 13 more").click()
        playwright.expect(page.locator(".res .q")).to_have_count(33)
        told = [re.sub(r".*of ward (\d+) burned (\d+) .*", r"\1 \2", row) for row in passages(page)]
        assert sorted(told) == sorted(
            f"{n} {20 + at}" for n in range(14) for at in range(1 + n % 4)
        )
        links = [str(a.get_attribute("href")) for a in page.locator(".res .q a").all()]
        for row, link in zip(told, links, strict=True):
            assert f"/night-{int(row.split()[0]):02}/" in link
        page = searched(open_page, base, "q=23")
        assert summary(page).startswith("3 passages in 3 articles.")


def test_what_stands_stays_while_the_rest_is_on_its_way(many: Path, open_page: OpenPage) -> None:
    with sites.served(many) as base:
        page = open_page(base, "search/index.html")
        late: list[playwright.Route] = []

        def answer(route: playwright.Route) -> None:
            # Those of the first eight results are let through: these are articles of their own.
            late.append(route) if page.locator(".res .q").count() else route.continue_()

        page.route("**/search/claims/*.json*", answer)
        page.get_by_role("searchbox").fill("lantern")
        page.keyboard.press("Enter")
        playwright.expect(page.locator(".res .q").first).to_be_visible()
        page.wait_for_timeout(300)  # beyond the time after which a search is said to take long
        playwright.expect(page.locator(".res .q").first).to_be_visible()
        assert summary(page).startswith("33 passages in 14 articles.")
        assert late
        for route in late:
            route.continue_()
        playwright.expect(page.locator(".res .q")).to_have_count(20)
        assert summary(page).startswith("33 passages in 14 articles.")


def test_all_results_are_taken_away_not_only_those_on_show(dense: str, open_page: OpenPage) -> None:
    page = searched(open_page, dense, "q=infirmary")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    head, *rows = csv.reader(text.splitlines())
    assert len(rows) == 420
    assert {len(row) for row in rows} == {len(head)}
    assert len({row[-1] for row in rows}) == 420
    assert {row[head.index("Marked by")] for row in rows} == {"Marked by tt"}


def test_a_result_says_who_marked_it(strait: str, strait_folder: Path, open_page: OpenPage) -> None:
    makers = {c["words"]: c.get("by", "Marked by the program") for c in claims(strait_folder)}
    assert set(makers.values()) == {"Marked by Tova Tester", "Marked by the program"}
    for query in ("ferry", "pilot", "divers"):
        page = searched(open_page, strait, f"q={query}")
        for row in page.locator(".res > li").all():
            words = str(row.locator("[data-slot=passage]").text_content())
            playwright.expect(row.locator("[data-slot=by]")).to_have_text(makers[words])


def test_a_word_finds_its_forms_and_not_what_begins_so(bare: str, open_page: OpenPage) -> None:
    page = searched(open_page, bare, "q=wars")
    assert [mark.text_content() for mark in page.locator(".res mark").all()] == ["war"]
    page.goto(bare + "search/index.html?q=warnings")
    page.wait_for_selector(SETTLED)
    assert {mark.text_content() for mark in page.locator(".res mark").all()} == {"warned"}


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        ("lanter", "No article has “lanter” as a word; shown are words that begin with it."),
        ("lanternx", "No article has “lanternx”; shown is the word it begins with."),
    ],
)
def test_a_word_found_by_its_beginning_is_told(
    query: str, remark: str, bare: str, open_page: OpenPage
) -> None:
    page = searched(open_page, bare, f"q={query}")
    assert len(passages(page)) == 1
    assert remark in summary(page)


def test_words_from_the_right_are_found_and_run_so(bare: str, open_page: OpenPage) -> None:
    page = searched(open_page, bare, "q=العبارة")
    (passage,) = passages(page)
    assert "العبارة" in passage
    quote = page.locator(".res .q").first
    assert (quote.get_attribute("dir"), quote.get_attribute("lang")) == ("rtl", "ar")
    playwright.expect(page.locator(".res mark")).to_have_text("العبارة")


def test_words_of_a_script_without_spaces_are_spoken_of(bare: str, open_page: OpenPage) -> None:
    page = searched(open_page, bare, "q=星期一")
    assert summary(page).startswith("No passage found.")
    playwright.expect(page.get_by_text("parts words at spaces")).to_be_visible()
    playwright.expect(page.get_by_text("Another spelling")).to_be_hidden()


def test_a_long_query_says_how_much_of_it_was_asked(strait: str, open_page: OpenPage) -> None:
    query = "+".join(["ferry", *(f"word{n}x" for n in range(30))])
    page = searched(open_page, strait, f"q={query}")
    assert "Only the first 12 words were looked for." in summary(page)


def test_markup_in_a_query_is_text(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+ferry")
    assert "No article has “onerror”; it was left out." in summary(page)
    assert page.locator("main img").count() == 0
    assert page.get_by_role("searchbox").input_value() == "<img src=x onerror=alert(1)> ferry"


def test_signs_alone_are_spoken_of(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=%25%24")
    playwright.expect(page.get_by_text("signs alone are not in the index")).to_be_visible()


@pytest.mark.parametrize(
    "file",
    ["pagefind/pagefind.js", "search/catalogue.json", "pagefind/index/", "search/claims/*"],
)
def test_a_missing_part_of_the_index_is_told(
    file: str, strait: str, open_page: OpenPage, watch: Watch
) -> None:
    watch.expected = ("Pagefind", "Failed to load", "404", "Failed to fetch")
    page = open_page(strait, "search/index.html")
    page.route(f"**/{file}*", lambda route: route.fulfill(status=404, body="Not found"))
    page.get_by_role("searchbox").fill("ferry")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search[data-state=failed]")
    assert summary(page) == "The search did not work."
    playwright.expect(page.get_by_text("the site may be incomplete")).to_be_visible()


def test_an_archive_without_articles_says_so(empty: str, open_page: OpenPage) -> None:
    page = open_page(empty, "search/index.html?q=ferry")
    playwright.expect(page.get_by_text("holds no articles yet")).to_be_visible()
    playwright.expect(page.get_by_role("searchbox")).to_have_count(0)


def test_the_keyboard_leads_through_the_results(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=ferry")
    links = page.locator(".res .q a")
    field = page.get_by_role("searchbox")
    page.keyboard.press("/")
    playwright.expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    playwright.expect(links.first).to_be_focused()
    page.keyboard.press("j")
    playwright.expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    playwright.expect(links.nth(2)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("k")
    playwright.expect(links.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    playwright.expect(field).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type("/jk")
    playwright.expect(field).to_have_value("ferry/jk")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    playwright.expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/articles/.*#c-"))


def test_single_letters_can_be_switched_off(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=ferry")
    page.get_by_label("Keys:").uncheck()
    page.keyboard.press("j")
    playwright.expect(page.locator(".res .q a").first).not_to_be_focused()
    page.reload()
    page.wait_for_selector(SETTLED)
    playwright.expect(page.get_by_label("Keys:")).not_to_be_checked()
    page.keyboard.press("/")
    playwright.expect(page.get_by_role("searchbox")).not_to_be_focused()


def test_back_returns_to_the_same_result(dense: str, open_page: OpenPage) -> None:
    page = searched(open_page, dense, "q=infirmary")
    page.get_by_role("button", name="Show 20 more").click()
    link = page.locator(".res .q a").nth(33)
    address = link.get_attribute("href")
    link.click()
    page.wait_for_url(re.compile(r"/articles/"))
    page.go_back()
    page.wait_for_selector(SETTLED)
    focused = page.locator(".res .q a:focus")
    playwright.expect(focused).to_have_attribute("href", str(address))
    playwright.expect(focused).to_be_in_viewport()


def test_a_facet_shows_its_rarer_values_when_asked(first_site: str, open_page: OpenPage) -> None:
    page = searched(open_page, first_site, "q=the")
    facet = page.locator("fieldset[data-facet=speaker]")
    assert facet.locator("label:not([hidden])").count() == 8
    button = facet.get_by_role("button")
    total = int(re.sub(r"\D", "", str(button.text_content())))
    button.click()
    assert facet.locator("label:not([hidden])").count() == total
    numbers = list(counts(page, "speaker").values())
    assert numbers == sorted(numbers, reverse=True)


def test_outlets_order_the_results(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=ferry&sort=outlet")
    outlets = [
        str(r.text_content()).split(",")[0] for r in page.locator("[data-slot=source]").all()
    ]
    assert outlets == sorted(outlets)
    assert len(set(outlets)) == 3


def test_conflicts_stand_first_unless_asked_otherwise(strait: str, open_page: OpenPage) -> None:
    page = searched(open_page, strait, "q=ferry")
    labels = [str(row.text_content()) for row in page.locator(".res .st").all()]
    assert labels[0] == "Conflicting"
    assert page.get_by_label("Sort by").input_value() == "status"


def test_two_facets_alone_are_counted_against_each_other(
    strait: str, strait_folder: Path, open_page: OpenPage
) -> None:
    rows = claims(strait_folder)
    page = searched(open_page, strait, "status=conflicts&outlet=Harbour+Post")
    both = [c for c in rows if c["status"] == "conflicts" and c["outlet"] == "Harbour Post"]
    assert len(passages(page)) == len(both)
    other = [c for c in rows if c["status"] == "conflicts"]
    assert sum(counts(page, "outlet").values()) == len(other)
    own = [c for c in rows if c["outlet"] == "Harbour Post"]
    assert sum(counts(page, "status").values()) == len(own)
    page.goto(strait + "search/index.html?status=conflicts")
    page.wait_for_selector(SETTLED)
    assert sum(counts(page, "status").values()) == len(rows)
    assert sum(counts(page, "outlet").values()) == len(other)


def test_one_letter_is_no_beginning(bare: str, open_page: OpenPage) -> None:
    page = searched(open_page, bare, "q=g+lantern")
    assert len(passages(page)) == 1
    assert "No article has “g”; it was left out." in summary(page)


@pytest.mark.parametrize("width", [320, 390, 820])
def test_a_long_word_stays_in_the_window(width: int, strait: str, open_page: OpenPage) -> None:
    page = open_page(strait, f"search/index.html?q=ferry+{'a' * 300}", width=width)
    page.wait_for_selector(SETTLED)
    assert f"No article has “{'a' * 40}…”; it was left out." in summary(page)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


def test_a_place_is_found_by_another_of_its_names(bare: str, open_page: OpenPage) -> None:
    page = searched(open_page, bare, "q=Kiev")
    playwright.expect(page.locator(".res mark")).to_have_text("Kyiv")
