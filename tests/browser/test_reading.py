"""Reading: from a claim to the passage that answers it and back, with and without scripts."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import OpenPage, playwright

WIDE, NARROW = 1440, 390
DEAD = "At least 31 people died"
FEWER = "No more than 27 people died when the ferry Marlin sank"


def claim(page: playwright.Page, words: str) -> playwright.Locator:
    return page.locator(".claim", has_text=words).first


def note_of(page: playwright.Page, words: str) -> playwright.Locator:
    """The note of a claim, unfolded by what a reader would press."""
    name = str(claim(page, words).get_attribute("id")).removeprefix("c-")
    page.locator(f'.ref[data-for="{name}"]').first.click()
    note = page.locator(f"#n-{name}")
    if not note.is_visible():
        note.locator("xpath=ancestor::*[label][1]/label").click()
    if note.get_attribute("open") is None:
        note.locator("summary").first.click()
    return note


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scripts", [True, False])
def test_a_relation_leads_to_the_other_passage(
    scripts: bool, width: int, strait: str, open_page: OpenPage
) -> None:
    page = open_page(strait, "articles/harbour-post/index.html", width, java_script_enabled=scripts)
    note = note_of(page, DEAD)
    playwright.expect(note).to_be_in_viewport()
    playwright.expect(note.get_by_text("against no more than 27 a month later")).to_be_visible()
    note.get_by_role("link", name="Nord Kurier").first.click()
    page.wait_for_url(re.compile(r"articles/nord-kurier/index\.html#c-\w+$"))
    # The first piece of the claim, which another claim inside it may cut.
    target = page.locator(":target")
    first = str(target.text_content()).strip()
    assert first
    assert FEWER.startswith(first)
    playwright.expect(target).to_be_in_viewport()
    if scripts:
        pieces = page.locator(".read .claim:is(:target, .addressed)").all_text_contents()
        assert FEWER in "".join(pieces)


def test_back_returns_to_the_same_line_and_link(strait: str, open_page: OpenPage) -> None:
    page = open_page(strait, "articles/harbour-post/index.html")
    note = note_of(page, DEAD)
    link = note.get_by_role("link", name="Nord Kurier").first
    before = page.evaluate("() => scrollY")
    link.click()
    page.wait_for_url(re.compile("nord-kurier"))
    page.go_back()
    playwright.expect(page.locator(".ng a.to:focus")).to_have_text("Nord Kurier")
    assert abs(page.evaluate("() => scrollY") - before) <= 2


def test_a_matter_leads_to_its_passages(strait: str, open_page: OpenPage) -> None:
    page = open_page(strait)
    page.get_by_role("link", name="How many people died").first.click()
    playwright.expect(page.get_by_role("heading", level=1)).to_contain_text("How many people died")
    page.locator("main a[href*='nord-kurier'][href*='#c-']").first.click()
    playwright.expect(page.locator(":target")).to_be_in_viewport()


def test_keyboard_alone_goes_from_home_to_a_conflict_and_back(
    strait: str, open_page: OpenPage
) -> None:
    page = open_page(strait)
    focused = page.locator(":focus")

    def walk_to(selector: str, key: str = "Tab", most: int = 80) -> None:
        for _ in range(most):
            page.keyboard.press(key)
            if focused.count() and focused.evaluate("(e, s) => e.matches(s)", selector):
                return
        raise AssertionError(f"{selector} is not reached with {key}")

    walk_to(".mat.conflicts .vs a[href*='harbour-post']")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"articles/harbour-post/index\.html#c-"))
    playwright.expect(page.locator(":target")).to_be_in_viewport()
    walk_to(".ref.conflicts", key="j")
    playwright.expect(focused).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert focused.evaluate("e => e.matches('.ng.conflicts .to')")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"articles/(ledger|nord-kurier)/"))
    playwright.expect(page.locator(":target")).to_be_in_viewport()
    page.go_back()
    page.wait_for_url(re.compile("articles/harbour-post/"))
    playwright.expect(page.locator(".ng.conflicts .to:focus")).to_be_in_viewport()
    page.keyboard.press("Escape")
    assert focused.evaluate("e => e.matches('.ref.conflicts')")


def test_every_piece_of_a_claim_is_lit_on_arrival(strait: str, open_page: OpenPage) -> None:
    """Where claims overlap, one is cut into pieces; only its first bears the address."""
    page = open_page(strait, "articles/harbour-post/index.html")
    first = page.locator(".claim[id]").nth(1)
    first.evaluate(
        """e => {
          const piece = e.cloneNode(true);
          piece.dataset.part = e.id.slice(2);
          piece.removeAttribute("id");
          e.after(piece);
          location.hash = e.id;
        }"""
    )
    piece = page.locator(".claim[data-part].addressed")
    playwright.expect(piece).to_have_count(1)
    colour = "e => getComputedStyle(e).backgroundColor"
    assert piece.evaluate(colour) == page.locator(":target").evaluate(colour)
    page.evaluate("() => { location.hash = 'main'; }")
    playwright.expect(piece).to_have_count(0)


def test_the_first_link_skips_to_the_text(strait: str, open_page: OpenPage) -> None:
    page = open_page(strait, "articles/ledger/index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


@pytest.mark.parametrize(
    ("shows", "hidden"), [("Conflicting", "unlinked"), ("No marks", "conflicts")]
)
@pytest.mark.parametrize("scripts", [True, False])
def test_the_legend_filters_the_claims(
    scripts: bool, shows: str, hidden: str, strait: str, open_page: OpenPage
) -> None:
    page = open_page(strait, "articles/harbour-post/index.html", java_script_enabled=scripts)
    ref = page.locator(f".ref.{hidden}").first
    playwright.expect(ref).to_be_visible()
    page.locator(".legend label", has_text=shows).click()
    playwright.expect(ref).to_be_hidden()


def test_the_first_archive_leads_from_a_conflict_to_its_other_side(
    first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site)
    page.locator(".mat.conflicts h3 a").first.click()
    page.locator("main a[href*='articles/'][href*='#c-']").first.click()
    page.wait_for_url(re.compile(r"articles/[\w-]+/index\.html#c-\w+$"))
    playwright.expect(page.locator(":target")).to_be_in_viewport()
    here = page.url
    here_id = here.rsplit("#c-", 1)[1]
    other_side = page.locator(f"#n-{here_id} a.to").first
    if not other_side.is_visible():
        page.locator(f".ref.conflicts[data-for='{here_id}']").click()
    other_side.click()
    playwright.expect(page.locator(":target")).to_be_in_viewport()
    assert page.url != here


def test_the_first_archive_is_searched_by_a_phrase(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "search/index.html?q=700,000")
    page.locator(".res a").first.wait_for()
    page.locator(".res a", has_text="700,000 men left Russia").first.click()
    target = page.locator(":target")
    assert "700,000" in str(target.text_content())
    playwright.expect(target).to_be_in_viewport()


def test_on_a_phone_a_tap_on_a_marked_sentence_opens_its_note(
    strait: str, open_page: OpenPage
) -> None:
    page = open_page(strait, "articles/harbour-post/index.html", NARROW)
    marked = claim(page, DEAD)
    note = page.locator(f"#n-{str(marked.get_attribute('id')).removeprefix('c-')}")
    playwright.expect(note).to_be_hidden()
    marked.scroll_into_view_if_needed()
    last = "e => { const b = [...e.getClientRects()].pop(); return [b.left + 8, b.top + 8]; }"
    page.mouse.click(*marked.evaluate(last))
    playwright.expect(note).to_be_in_viewport()
    assert note.get_attribute("open") is not None


def test_on_a_phone_conflicts_stand_open_under_their_paragraph(
    first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "articles/meduza-government-workers/index.html", NARROW)
    conflicts = page.locator(".body .ng.conflicts")
    assert conflicts.count() > 1
    playwright.expect(conflicts.first).to_be_hidden()
    page.locator(".body .folded.conflicts").first.click()
    beside = page.locator(".side:has(.opener:checked) .ng.conflicts")
    assert all(note.get_attribute("open") is not None for note in beside.all())
    playwright.expect(beside.first.locator(".why").first).to_be_visible()


def test_the_key_that_walks_claims_starts_at_the_one_arrived_at(
    strait: str, open_page: OpenPage
) -> None:
    page = open_page(strait, "articles/harbour-post/index.html")
    name = str(claim(page, DEAD).get_attribute("id"))
    page.goto(f"{page.url}#{name}")
    page.reload()
    page.keyboard.press("j")
    assert page.locator(":focus").get_attribute("data-for") == name.removeprefix("c-")


def test_the_passage_shown_in_place_is_headed_without_note_numbers(
    strait: str, open_page: OpenPage
) -> None:
    page = open_page(strait, "articles/harbour-post/index.html")
    note_of(page, DEAD).get_by_role("button", name="Show passage").first.click()
    playwright.expect(page.locator("#peek-t")).not_to_be_empty()
    title = page.locator("#peek-t").inner_text()
    assert not re.search(r"[a-z]\d+\b", title), title


TIED = "compare/harbour-post/nord-kurier/index.html"


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_letter_tells_how_its_claims_relate(width: int, strait: str, open_page: OpenPage) -> None:
    page = open_page(strait, TIED, width)
    told = page.locator(".told-why")
    playwright.expect(told).to_be_hidden()
    letter = page.locator(".cmp .claim", has_text=DEAD).locator("xpath=following::a[1]")
    letter.click()
    playwright.expect(told.get_by_text("against no more than 27 a month later")).to_be_in_viewport()
    playwright.expect(told).to_contain_text("Conflicts")
    playwright.expect(letter).to_be_in_viewport()
    tops = page.locator(".col").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
    bench = page.locator(".bench").bounding_box()
    assert bench is not None
    assert min(tops) >= bench["y"], "a column was pushed out of its place"
    if width == WIDE:
        level = page.locator(".cmp .tie:focus").bounding_box()
        here = letter.bounding_box()
        assert level is not None
        assert here is not None
        assert abs(level["y"] - here["y"]) < 40
    page.keyboard.press("Escape")
    playwright.expect(told).to_be_hidden()


def test_without_scripts_a_letter_leads_to_the_reason_and_back(
    strait: str, open_page: OpenPage
) -> None:
    page = open_page(strait, TIED, java_script_enabled=False)
    page.locator(".cmp .claim", has_text=DEAD).locator("xpath=following::a[1]").click()
    entry = page.locator(".pair:target")
    playwright.expect(entry.get_by_text("against no more than 27")).to_be_in_viewport()
    entry.get_by_role("link", name="to the passage in its text").click()
    playwright.expect(page.locator(".claim:target")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_relation_of_a_matter_leads_to_the_two_texts_and_back(
    scripts: bool, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(
        first_site, "matters/exemptions/index.html", NARROW, java_script_enabled=scripts
    )
    folded = page.locator(".drawer:not([open], .long)").last
    pair = folded.locator(".pair").first
    name = str(pair.get_attribute("id"))
    folded.locator("summary").click()
    pair = page.locator(f"[id='{name}']")
    reason = str(pair.locator(".why").text_content())
    pair.get_by_role("link", name="Compare").click()
    page.wait_for_url(re.compile(r"/compare/[\w-]+/[\w-]+/index\.html#c-\w+$"))
    playwright.expect(page.locator(".cmp .claim:target")).to_be_in_viewport()
    told = page.locator(".told-why")
    if scripts:
        playwright.expect(told).to_contain_text(reason)
        playwright.expect(told).to_be_in_viewport()
        way = told
    else:
        page.goto(f"{page.url.partition('#')[0]}#{name}")
        way = page.locator(".pair:target")
    way.get_by_role("link", name="Whom did the authorities promise").first.click()
    page.wait_for_url(re.compile(r"/matters/exemptions/index\.html#r-[\w-]+$"))
    playwright.expect(page.locator(".pair:target")).to_be_in_viewport()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_passage_of_a_matter_leads_to_each_text_it_is_tied_to_beside_its_own(
    width: int, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "matters/exemptions/index.html", width)
    card = page.locator(".card", has_text="they were promised exemptions")
    tied = card.get_by_role("link", name="LBC")
    assert str(card.locator(".who").text_content()).endswith("Compare with LBC")
    tied.click()
    target = page.locator(".cmp .claim:target")
    playwright.expect(target).to_contain_text("they were promised exemptions")
    playwright.expect(page.locator(".told-why .why").first).to_be_in_viewport()
    lone = open_page(first_site, "matters/promises/index.html", width)
    alone = lone.locator(".card", has_text="These mistakes will be corrected").locator(".who")
    assert "Compare with" not in str(alone.text_content())


def test_back_at_a_matter_what_was_unfolded_is_unfolded(
    first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "matters/exemptions/index.html")
    folded = page.locator(".drawer:not([open])").last
    name = str(folded.locator(".pair").last.get_attribute("id"))
    folded.locator("summary").click()
    pair = page.locator(f"[id='{name}']")
    pair.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    pair.get_by_role("link", name="Compare").click()
    page.wait_for_url(re.compile(r"/compare/"))
    page.go_back()
    playwright.expect(pair).to_be_in_viewport()
    assert abs(page.evaluate("scrollY") - before) < 40


def test_of_two_articles_each_keeps_its_side(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "compare/index.html")
    links = page.locator(".duo .name a").evaluate_all("all => all.map(a => a.href)")
    turned = 0
    for address in links:
        page.goto(address)
        page.locator(".drawer").evaluate_all("all => all.forEach(d => d.open = true)")
        read = [
            column.get_attribute("href")
            for column in page.locator(".col header > p:last-child a").all()
        ]
        turned += page.locator(".turned").count()
        for hub in page.locator(".hub").all():
            for quotation in hub.locator(".q").all():
                box = quotation.bounding_box()
                assert box is not None
                right = box["x"] + box["width"] / 2 > WIDE / 2
                href = str(quotation.locator(".who a").get_attribute("href"))
                assert href.split("#", maxsplit=1)[0] == str(read[right]).split("#")[0], address
        letters = page.locator(".hub .tie").first.bounding_box()
        told = page.get_by_text("The letter before a relation marks").bounding_box()
        assert letters is not None
        assert told is not None
        assert 0 < letters["y"] - told["y"] < 900
    assert turned


def test_an_origin_leads_to_all_that_rests_on_it(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "matters/how-many-left/index.html")
    page.locator(".tree .o a").first.click()
    page.wait_for_url(re.compile(r"/origins/[\w-]+/index\.html$"))
    playwright.expect(page.locator(".by-article > li").first).to_be_visible()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_is_inferred_is_one_step_from_the_headline(
    width: int, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "articles/meduza-government-workers/index.html", width)
    page.locator(".by a", has_text="note").click()
    playwright.expect(page.locator("#note")).to_be_in_viewport()
    playwright.expect(page.locator("#note")).to_contain_text("names no publisher")


def test_keys_are_told_of_only_where_there_may_be_some(strait: str, open_page: OpenPage) -> None:
    for touch, seen in ((False, True), (True, False)):
        page = open_page(
            strait, "articles/harbour-post/index.html", NARROW, has_touch=touch, is_mobile=touch
        )
        page.locator(".legend > summary").click()
        assert page.locator(".hint.keys").is_visible() is seen


def test_a_citation_names_its_author_and_the_page(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "articles/independent-260k-fled/index.html")
    told = str(page.locator("#cite").text_content())
    assert told.startswith("Kim Sengupta. At least 260,000")
    assert page.url.removesuffix("index.html") in told


@pytest.mark.parametrize("scripts", [True, False])
def test_a_matter_can_be_cited(scripts: bool, first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "matters/exemptions/index.html", java_script_enabled=scripts)
    page.locator(".cite > summary").click()
    told = page.locator("#cite")
    playwright.expect(told).to_be_visible()
    playwright.expect(told).to_contain_text(str(page.locator("h1").text_content()))
    playwright.expect(told).to_contain_text("Gathered by the archive’s editor. 3 articles, 23 Sep")
    day = str(page.evaluate("new Date().getFullYear()"))
    if scripts:
        playwright.expect(told).to_contain_text(page.url.removesuffix("index.html"))
        playwright.expect(told).to_contain_text(re.compile(rf"Accessed \d+ [A-Z][a-z]+ {day}\.$"))
    else:
        playwright.expect(told).to_contain_text(re.compile(r"Accessed _+\.$"))
    assert told.evaluate("q => parseFloat(getComputedStyle(q).fontSize)") >= 14
    playwright.expect(page.locator(".cite button")).to_be_visible(visible=scripts)


def test_the_table_of_figures_fits_a_phone(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "matters/how-many-left/index.html", NARROW)
    page.locator(".as-table > summary").click()
    seen = page.locator(".scroll:has(.figs)")
    assert seen.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert "As of, or covers" in seen.locator("td").nth(3).evaluate(
        "cell => getComputedStyle(cell, '::before').content"
    )


@pytest.mark.parametrize(("width", "size"), [(WIDE, "w"), (820, "m"), (NARROW, "n")])
def test_a_word_for_a_number_is_not_drawn_as_a_number(
    width: int, size: str, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "matters/how-many-left/index.html", width)
    plot = page.locator(f".plot.p-{size}")
    playwright.expect(plot).to_be_visible()
    vague = plot.locator("a:has(.vague)")
    assert vague.locator(".v").all_text_contents() == [
        *("thousands", "thousands", "hundreds of thousands", "thousands")
    ]
    for row in vague.all():
        assert row.locator("circle").count() == 0
        assert "no number given" in str(row.get_attribute("aria-label"))
        box, frame = row.locator(".v").bounding_box(), plot.bounding_box()
        assert box is not None
        assert frame is not None
        assert box["x"] >= frame["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
    key = page.locator("figcaption").first
    playwright.expect(key).to_contain_text("a number that is not given (“thousands”)")
    assert plot.locator("a:has(circle)").count() == 4


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_folded_opens_for_whoever_is_led_into_it(
    scripts: bool, first_site: str, open_page: OpenPage
) -> None:
    """The tally leads to the relations it counts; a relation's address unfolds it."""
    page = open_page(
        first_site, "matters/exemptions/index.html", NARROW, java_script_enabled=scripts
    )
    folded = page.locator(".drawer:not([open])").last
    inside = folded.locator(".pair").first
    name = inside.get_attribute("id")
    label = folded.locator("summary").inner_text().strip()
    playwright.expect(inside).to_be_hidden()
    page.locator(".standing + .meta a", has_text=label).click()
    playwright.expect(page.locator(f"[id='{name}']")).to_be_visible()
    page.goto(page.url.partition("#")[0])
    page.goto(f"{page.url}#{name}")
    playwright.expect(page.locator(".pair:target")).to_be_in_viewport()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_matter_answers_before_it_explains(
    width: int, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "matters/how-many-left/index.html", width)
    said = page.locator(".standing")
    playwright.expect(said).to_contain_text(
        re.compile(r"^Nothing here is confirmed independently\. \d+ reports with \d+ named")
    )
    playwright.expect(said).to_contain_text(
        "but nothing shows that any two of them are independent"
    )
    tops = [
        page.get_by_role("heading", name=name).bounding_box()
        for name in ("How many people", "What each report says", "Where they part", "Where they ag")
    ]
    places = [box["y"] for box in tops if box]
    assert len(places) == len(tops)
    assert places == sorted(places)
    box = said.bounding_box()
    assert box is not None
    assert box["y"] < 900, "how independent the reports are stands beyond the first window"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    "path",
    ["index.html", "matters/deaths/index.html", TIED, "articles/harbour-post/index.html"],
)
def test_the_words_for_a_status_are_explained_where_they_stand(
    path: str, scripts: bool, strait: str, open_page: OpenPage
) -> None:
    page = open_page(strait, path, java_script_enabled=scripts)
    terms = page.locator(".terms")
    meaning = terms.get_by_text("says what cannot also be true")
    playwright.expect(meaning).to_be_hidden()
    terms.locator("summary").click()
    playwright.expect(meaning).to_be_visible()
    terms.get_by_role("link").click()
    page.wait_for_url(re.compile(r"method/index\.html#marks$"))


def test_a_closed_note_says_that_it_opens(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "articles/meduza-government-workers/index.html")
    note = page.locator(".ng:not([open])").first
    name = note.get_attribute("id")
    note.get_by_text("Open", exact=True).click()
    opened = page.locator(f"#{name}")
    playwright.expect(opened.locator("blockquote").first).to_be_visible()
    playwright.expect(opened.get_by_text("Close", exact=True).first).to_be_visible()


def test_a_summary_leads_to_the_matters_it_names(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "matters/exemptions/index.html")
    page.locator(".lede a").first.click()
    page.wait_for_url(re.compile(r"matters/promises/index\.html$"))


@pytest.mark.parametrize("scripts", [True, False])
def test_what_was_promised_and_what_became_of_it_stands_in_one_place(
    scripts: bool, first_site: str, open_page: OpenPage
) -> None:
    """From the first question of the home page to a verdict for each promise, and on from there."""
    page = open_page(first_site, java_script_enabled=scripts)
    question = page.locator(".mat .name a").first
    playwright.expect(question).to_have_text("What did the Kremlin promise, and was it kept?")
    question.click()
    verdict = page.locator(".lede")
    playwright.expect(verdict).to_have_text(re.compile(r"^Not in full\."))
    playwright.expect(verdict).to_be_in_viewport()
    points = page.locator(".points > li")
    told = [str(head.text_content()) for head in points.locator("> b:first-child").all()]
    assert len(told) == points.count() == 6
    assert all(re.search(r": (broken in some cases, \w+|unknown\.)", head) for head in told)
    led = {str(link.get_attribute("href")) for link in points.locator("a").all()}
    assert sum("articles/" not in href for href in led) == 3
    for point in points.all():
        assert point.locator("a[href*='#c-']").count() > 0, "a verdict leads to what it rests on"
    points.nth(3).get_by_role("link", name="More on the number").click()
    page.wait_for_url(re.compile(r"matters/size-of-the-call-up/index\.html$"))


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scripts", [True, False])
def test_a_verdict_leads_to_the_sentence_it_rests_on_and_back(
    width: int, scripts: bool, first_site: str, open_page: OpenPage
) -> None:
    path = "matters/promises/index.html"
    page = open_page(first_site, path, width, java_script_enabled=scripts)
    sentence = page.locator(".points > li").nth(2).get_by_role("link", name="has been violated")
    sentence.click()
    page.wait_for_url(re.compile(r"independent-260k-fled/index\.html#c-\w+$"))
    claim = page.locator(f"#{page.url.partition('#')[2]}")
    playwright.expect(claim).to_have_text("there are cases where the decree has been violated")
    playwright.expect(claim).to_be_in_viewport()
    page.go_back()
    playwright.expect(sentence).to_be_in_viewport()


@pytest.mark.parametrize(("width", "columns"), [(WIDE, 2), (820, 1), (NARROW, 1)])
def test_the_points_of_a_summary_use_the_width_there_is(
    width: int, columns: int, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "matters/promises/index.html", width)
    lefts = page.locator(".points > li").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().left)"
    )
    assert len(set(lefts)) == columns
    places = [page.locator(name).first.bounding_box() for name in (".lede", ".points", ".worth")]
    lede, points, worth = (place["y"] for place in places if place)
    assert lede < points
    assert worth < points, "a reader who stops early misses how sure it is"


def test_two_passages_on_the_home_page_come_with_how_they_stand_to_each_other(
    first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site)
    row = page.locator(".mat", has_text="How many people have left")
    playwright.expect(row.locator(".why")).to_contain_text(
        re.compile("^\\s*Differs in scope .+\\.$")
    )


def test_the_legend_draws_each_mark_as_the_text_does(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "articles/officials-run-away/index.html")
    page.mouse.move(0, 0)
    drawn = """claim => {
        const style = getComputedStyle(claim);
        return [style.textDecorationLine, style.textDecorationStyle, style.textDecorationColor];
    }"""
    seen = 0
    for status in ("conflicts", "corroborates-unknown", "same-origin", "differs", "unlinked"):
        legend = page.locator(f".filter .claim.{status}")
        assert legend.evaluate(drawn) == page.locator(f".para .claim.{status}").first.evaluate(
            drawn
        )
        before = legend.evaluate(drawn)
        legend.hover()
        seen += legend.evaluate(drawn) != before
        page.mouse.move(0, 0)
    assert seen >= 3


def test_every_number_of_the_text_is_written(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "articles/officials-run-away/index.html")
    numbers = page.locator(".ref").evaluate_all("all => all.map(a => parseInt(a.textContent, 10))")
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    rings = page.locator(".ref.unlinked i")
    assert rings.count() > 2
    page.locator(".terms > summary").first.click()
    playwright.expect(page.locator(".terms")).to_contain_text("has a small ring and no note")


def test_a_phone_led_to_a_sentence_shows_its_note(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "matters/how-many-left/index.html", NARROW)
    page.locator(".plot.p-n a").last.click()
    page.wait_for_url(re.compile(r"/articles/.*#c-"))
    claim = page.url.partition("#c-")[2]
    playwright.expect(page.locator(f"#c-{claim}")).to_be_in_viewport()
    playwright.expect(page.locator(f"#n-{claim} .pass").first).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_one_tap_under_a_paragraph_shows_a_passage(
    scripts: bool, first_site: str, open_page: OpenPage
) -> None:
    path = "articles/officials-run-away/index.html"
    page = open_page(first_site, path, NARROW, java_script_enabled=scripts)
    folds = page.locator(".side > .folded")
    assert folds.count() > 5
    for fold in folds.all():
        notes = fold.locator("xpath=following-sibling::*[contains(@class, 'notes')]")
        shown = notes.locator(":is(.pass, .echo)").first
        playwright.expect(shown).not_to_be_visible()
        fold.click()
        seen = notes.locator(":is(.pass, .echo)").evaluate_all(
            "all => all.filter(e => e.checkVisibility({contentVisibilityAuto: true, "
            "visibilityProperty: true}) && e.getBoundingClientRect().height > 20).length"
        )
        assert seen > 0


@pytest.mark.parametrize("scripts", [True, False])
def test_one_tap_on_a_number_shows_its_passage(
    scripts: bool, first_site: str, open_page: OpenPage
) -> None:
    path = "articles/meduza-government-workers/index.html"
    page = open_page(first_site, path, NARROW, java_script_enabled=scripts)
    closed = page.locator(".side .ng:not([open], .first)").first.get_attribute("data-claim")
    note = page.locator(f"#n-{closed}")
    page.locator(f".ref[data-for='{closed}']").click()
    passage = note.locator(":is(.pass, .echo)").first
    playwright.expect(passage).to_be_in_viewport()
    box = passage.bounding_box()
    assert box is not None
    assert box["height"] > 40


@pytest.mark.parametrize("scripts", [True, False])
def test_many_differences_are_told_in_brief_and_each_line_leads_to_its_own(
    scripts: bool, first_site: str, open_page: OpenPage
) -> None:
    path = "matters/how-many-left/index.html"
    page = open_page(first_site, path, NARROW, java_script_enabled=scripts)
    lines, pairs = page.locator(".brief a"), page.locator("#s-differs .pair")
    assert lines.count() == pairs.count() == 11
    playwright.expect(pairs.last).to_be_hidden()
    told = str(page.locator(".brief").text_content())
    assert "700,000 men" in told
    assert "400,000 people" in told
    led = [str(line.get_attribute("href")) for line in lines.all()]
    assert led == [f"#{pair.get_attribute('id')}" for pair in pairs.all()]
    lines.last.click()
    playwright.expect(pairs.last).to_be_in_viewport()
    playwright.expect(pairs.last.locator(".why")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_where_there_is_room_and_on_paper_differences_stand_open(
    scripts: bool, first_site: str, open_page: OpenPage
) -> None:
    path = "matters/how-many-left/index.html"
    page = open_page(first_site, path, WIDE, java_script_enabled=scripts)
    seen = "all => all.every(e => e.getBoundingClientRect().height > 40)"
    assert page.locator("#s-differs .pair").evaluate_all(seen)
    page.set_viewport_size({"width": NARROW, "height": 900})
    page.emulate_media(media="print")
    assert page.locator("#s-differs .pair").evaluate_all(seen)
    playwright.expect(page.locator(".brief")).to_be_hidden()


def test_few_differences_need_no_brief(first_site: str, open_page: OpenPage) -> None:
    page = open_page(first_site, "matters/which-state-employees/index.html", NARROW)
    assert page.locator(".brief").count() == 0


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_closed_note_says_of_what_its_figure_is(
    width: int, first_site: str, open_page: OpenPage
) -> None:
    told = []
    for slug in ("independent-260k-fled", "meduza-government-workers", "lbc-exemptions"):
        page = open_page(first_site, f"articles/{slug}/index.html", width)
        gists = page.locator(".ng .gist").all_text_contents()
        cut = page.locator(".ng:not([open]) .gist.uncut").evaluate_all(
            "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)"
        )
        assert cut == []
        told += [gist.partition(": ")[2] for gist in gists]
    bare = re.compile(r"^[\d,.]+$|^(hundreds of )?thousands$")
    parts = [part for gist in told for part in gist.split("; ")]
    assert "700,000 men" in parts
    assert "20-30% of the staff" in parts
    assert [part for part in parts if bare.match(part)] == []


@pytest.mark.parametrize("scripts", [True, False])
def test_only_what_has_a_name_counts_as_a_named_origin(
    scripts: bool, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "matters/how-many-left/index.html", java_script_enabled=scripts)
    standing = page.locator(".standing")
    playwright.expect(standing).to_contain_text(
        "1 named origin, 3 unnamed sources and 3 passages that give no source"
    )
    sources = page.locator(".roots > li > .o").all_text_contents()
    unnamed = [name for name in sources if name.endswith("unnamed source")]
    assert len(unnamed) == 3
    assert any(name.startswith("some estimates") for name in unnamed)
    assert len(sources) == 1 + 3 + 1
    page.goto(first_site + "index.html")
    whole = page.get_by_role("link", name=re.compile("named sources, and .* unnamed ones"))
    counts = re.findall(r"\d+", str(whole.text_content()))
    whole.click()
    named = page.locator(".list > .ranked").first.locator("li")
    below = page.locator(".list > .ranked").last.locator("li")
    assert [named.count(), below.count()] == [int(n) for n in counts]


@pytest.mark.parametrize("width", [WIDE, 820, NARROW])
def test_a_matter_says_when_it_was_reported(
    width: int, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, width=width)
    row = page.locator(".mat", has_text="How many people have left Russia").first
    when = "reported 23 Sep 2022 to 7–13 Nov 2022"
    playwright.expect(row.locator(".meta")).to_contain_text(when)
    row.locator(".name a").click()
    playwright.expect(page.locator(".page > .eyebrow")).to_contain_text(when)


def test_what_conflicts_is_never_folded_and_what_differs_says_why_on_a_phone(
    first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "matters/promises/index.html", NARROW)
    conflicts = page.locator("#s-conflicts .pair")
    assert conflicts.count() > 3
    assert all(pair.is_visible() for pair in conflicts.all())
    page = open_page(first_site, "matters/how-many-left/index.html", NARROW)
    reasons = page.locator(".brief .why")
    assert reasons.count() == page.locator("#s-differs .pair").count() > 3
    assert all(reason.is_visible() and reason.inner_text().strip() for reason in reasons.all())
    agreeing = page.locator("#s-corroborates-unknown .pair").first
    playwright.expect(agreeing).not_to_be_visible()
    page.get_by_text(re.compile(r"^\d+ corroborates?, independence unknown")).last.click()
    playwright.expect(agreeing).to_be_visible()
    page = open_page(first_site, "matters/how-many-left/index.html", WIDE)
    playwright.expect(page.locator("#s-corroborates-unknown .pair").first).to_be_visible()
    playwright.expect(page.locator(".brief .why").first).not_to_be_visible()
    page.emulate_media(media="print")
    playwright.expect(page.locator("#s-differs .why").first).to_be_visible()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_verdict_of_a_matter_comes_right_after_its_question(
    width: int, first_site: str, open_page: OpenPage
) -> None:
    page = open_page(first_site, "matters/promises/index.html", width)
    top = page.locator(".top")
    verdict = top.locator(".standing")
    playwright.expect(verdict).to_contain_text("Nothing here is confirmed independently.")
    if width == NARROW:
        under = top.locator("h1").bounding_box(), verdict.bounding_box()
        first = top.locator(".lede, .points").first.bounding_box()
        assert under[0]["y"] < under[1]["y"] < first["y"]
        assert under[1]["y"] + under[1]["height"] < 600
    # By keyboard its first link is that of the conflicts, as on the screen.
    top.locator("h1").evaluate("h => { h.tabIndex = -1; h.focus(); }")
    page.keyboard.press("Tab")
    playwright.expect(page.locator(":focus")).to_have_text(re.compile(r"^\d+ conflicts?$"))
