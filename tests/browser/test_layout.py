"""Geometry: notes overlap neither each other nor the text, and nothing leaves its box."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.test_access import PAGES

WIDTHS = [320, 390, 820, 1440, 2560]

OVERLAPS = """() => {
  const boxes = selector => [...document.querySelectorAll(selector)]
    .map(e => [e.id || e.textContent.slice(0, 40), e.getBoundingClientRect()])
    .filter(([, box]) => box.width && box.height);
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const byTop = (a, b) => a[1].top - b[1].top;
  const notes = boxes(".ng").filter(([, box]) => box.height > 2).sort(byTop);
  const text = boxes(".para > p, .read h1, .foot, .ledger").sort(byTop);
  const found = [];
  for (let i = 1; i < notes.length; i++)
    if (meet(notes[i - 1][1], notes[i][1])) found.push(`${notes[i - 1][0]} on ${notes[i][0]}`);
  let first = 0;
  for (const [name, note] of notes) {
    while (first < text.length && text[first][1].bottom < note.top - 3000) first++;
    for (let i = first; i < text.length && text[i][1].top < note.bottom; i++)
      if (meet(note, text[i][1])) found.push(`${name} on text ${text[i][0]}`);
  }
  return { notes: notes.length, found: found.slice(0, 5) };
}"""

OUTSIDE = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = e => { for (; e; e = e.parentElement) {
    if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(e).overflowX)) return true;
  } return false; };
  return [...document.querySelectorAll("main *, header *, footer *")]
    .filter(e => { const b = e.getBoundingClientRect();
      return b.width && b.height && (b.right > width + 1 || b.left < -1); })
    .filter(e => !e.closest("svg, .vh, .skip") && !scrolls(e.parentElement))
    .slice(0, 5).map(e => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 40)}`);
}"""


def every_note(opened: bool) -> str:
    state = "true" if opened else "false"
    return f"""() => {{
      for (const box of document.querySelectorAll(".opener")) box.checked = {state};
      for (const note of document.querySelectorAll(".ng, .more, .drawer")) note.open = {state};
      dispatchEvent(new Event("resize"));
      return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    }}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_400_notes_keep_clear_of_each_other_and_of_the_text(
    width: int, dense: str, open_page: OpenPage
) -> None:
    page = open_page(dense, "articles/first/index.html", width)
    assert page.locator(".ng").count() == 400
    for opened in (None, True, False):
        if opened is not None:
            page.evaluate(every_note(opened))
        measured = page.evaluate(OVERLAPS)
        assert measured["found"] == [], f"notes {opened}"
        if opened:
            assert measured["notes"] == 400
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize(
    ("archive", "slug"),
    [("strait", "harbour-post"), ("first_site", "meduza-government-workers")],
)
def test_notes_and_text_keep_apart_without_scripts(
    archive: str, slug: str, request: pytest.FixtureRequest, open_page: OpenPage
) -> None:
    base = request.getfixturevalue(archive)
    page = open_page(base, f"articles/{slug}/index.html", java_script_enabled=False)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OVERLAPS)["found"] == [], width


@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_outside_the_window(name: str, strait: str, open_page: OpenPage) -> None:
    page = open_page(strait, PAGES[name])
    if "?" in PAGES[name]:
        page.wait_for_selector("#search[data-state=results], #search[data-state=none]")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => done()))")
        assert page.evaluate(OUTSIDE) == [], width
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
