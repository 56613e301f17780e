"""A content file -> its Document."""

from __future__ import annotations

import time

import pytest

from variorum import edtf, load
from variorum.model import Capture, Correction, Origin, When

HASH = "0" * 64


def read(body, front="title: T"):
    document, problems = load.load(f"---\n{front}\n---\n{body}", "slug", "content/slug.md")
    return document, [str(problem) for problem in problems]


def test_every_key_of_the_front_matter():
    front = f"""title: >-
  A ferry
  aground
outlet: Post
authors: [Ilse Brandt, Tomas Reyes]
url: https://example.org/a
published: 2019-03
language: de
tags: [sea]
note: No date on the page.
rights: All rights reserved
display: excerpt
origins:
  - {{name: Northline, covers: all}}
  - name: Coastguard
    covers: [Two people, All passengers]
captures:
  - {{file: a/one.txt, sha256: {HASH}, captured: 2019-03-06}}
corrections:
  - {{from: Nortline, to: Northline, why: A slip}}"""
    document, problems = read("Words.", front)
    assert problems == []
    meta = document.meta
    assert (document.slug, document.file, document.language) == ("slug", "content/slug.md", "de")
    assert (meta.title, meta.outlet, meta.url) == (
        "A ferry aground",
        "Post",
        "https://example.org/a",
    )
    assert meta.authors == ("Ilse Brandt", "Tomas Reyes")
    assert meta.published == When("2019-03-01", "2019-03-31", "month", text="2019-03")
    assert (meta.tags, meta.note, meta.display) == (("sea",), "No date on the page.", "excerpt")
    assert meta.origins == (
        Origin("Northline"), Origin("Coastguard", ("Two people", "All passengers")),
    )  # fmt: skip
    assert meta.captures == (Capture("a/one.txt", HASH, "2019-03-06"),)
    assert meta.corrections == (Correction("Nortline", "Northline", "A slip"),)
    assert (document.line("published"), document.line("captures.0")) == (8, 19)
    assert document.line("origins.1") == 16


def test_the_language_of_the_archive_serves_where_none_is_given():
    document, _ = load.load("---\ntitle: T\n---\nW", "s", "f", "fr")
    assert document.language == "fr"


def test_text_and_blocks_agree():
    body = """
First *em **strong*** and [a *link*](https://example.org/x),
broken  
hard. `code` &lt;b&gt; <i>not markup</i>

> Quoted
> * item one
>   1. inner

***
## Heading

    two  lines

      of code
"""
    document, problems = read(body)
    assert problems == []
    assert document.text == (
        "T\n\nFirst em strong and a link, broken hard. code <b> <i>not markup</i>\n\nQuoted\n\n"
        "item one\n\ninner\n\nHeading\n\ntwo  lines\n\n  of code"
    )
    for block in document.blocks:
        joined = "".join(document.quote(run.span) for run in block.runs)
        assert joined == document.quote(block.span)
    shown = [
        (b.kind, b.level, b.containers, document.quote(b.span), b.line) for b in document.blocks
    ]
    assert shown[1:5] == [
        ("paragraph", 0, ("blockquote:1",), "Quoted", 9),
        ("paragraph", 0, ("blockquote:1", "ul:2", "li:3"), "item one", 10),
        ("paragraph", 0, ("blockquote:1", "ul:2", "li:3", "ol:4", "li:5"), "inner", 11),
        ("rule", 0, (), "", 13),
    ]
    assert shown[5][:2] == ("heading", 2)
    runs = {document.quote(r.span): (r.styles, r.href) for r in document.blocks[0].runs}
    assert runs["em "] == (("em",), "")
    assert runs["strong"] == (("em", "strong"), "")
    assert runs["link"] == (("a", "em"), "https://example.org/x")
    assert runs["code"] == (("code",), "")


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "data:image/png,x",
     "blob:x", "ftp://example.org", "//example.org", "/root", "vbscript:x"],
)  # fmt: skip
def test_links_elsewhere_lose_their_address_and_keep_their_words(address):
    document, problems = read(f"A [word]({address}) here.")
    assert document.text == "T\n\nA word here."
    assert [run.href for run in document.blocks[0].runs] == [""]
    assert len(problems) == 1
    assert problems[0].startswith("content/slug.md:4: warning: a link to ")


@pytest.mark.parametrize("address", ["https://e.org/?a=b#c", "mailto:a@e.org", "../b/", "#c-12"])
def test_links_within_the_rules_stay(address):
    document, problems = read(f"[word]({address})")
    assert problems == []
    assert document.blocks[0].runs[0].href == address


def test_an_image_is_left_out_with_a_note():
    document, problems = read("Before ![alt](x.png) after.")
    assert document.text == "T\n\nBefore after."
    assert problems == [
        "content/slug.md:4: note: an image is left out: articles hold words only. "
        "Remove it from the text."
    ]


def test_line_ends_and_byte_order_mark_change_nothing():
    plain, _ = load.load("---\ntitle: T\n---\nOne\ntwo\n\nThree\n", "s", "f")
    dressed, _ = load.load("\ufeff---\r\ntitle: T\r\n---\r\nOne\r\ntwo\r\n\r\nThree\r\n", "s", "f")
    assert plain == dressed
    odd, _ = load.load("---\ntitle: T\n---\nOne\u2028two\x85\x0cthree\n", "s", "f")
    assert odd.text == "T\n\nOne two three"


def test_text_markdown_would_drop_is_an_error():
    assert read("> " * 40 + "deep")[1][0] == (
        "content/slug.md:4: quotations or lists too deep to be read. Flatten them."
    )


def test_a_document_comes_back_beside_faults_that_leave_its_text_readable():
    document, problems = read("Words.", "title: T\nurl: nowhere\npublished: soon\nodd: 1")
    assert document.text == "T\n\nWords."
    assert len(problems) == 3


@pytest.mark.parametrize(
    "evil",
    ["[" * 20000, "*a **b " * 8000, "![a](" * 8000, "`" * 500 + " x" * 8000, "<http://a." * 8000,
     "a\n" * 20000, "&amp;" * 20000, "_" * 50000, "\\" * 50000],
)  # fmt: skip
def test_long_runs_are_read_in_time(evil):
    begun = time.process_time()
    read(evil)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022", When("2022-01-01", "2022-12-31", "year", text="2022")),
        ("2022-02", When("2022-02-01", "2022-02-28", "month", text="2022-02")),
        ("2022-10~", When("2022-10-01", "2022-10-31", "month", True, "2022-10~")),
        (
            "2022-11-07/2022-11-13",
            When("2022-11-07", "2022-11-13", "span", text="2022-11-07/2022-11-13"),
        ),
        ("2022-09-24/..", When("2022-09-24", "", "span", text="2022-09-24/..")),
        (
            "2022-10-05T14:30+02:00",
            When("2022-10-05T14:30+02:00", "2022-10-05T14:30+02:00", "minute",
                 text="2022-10-05T14:30+02:00"),
        ),
    ],
)  # fmt: skip
def test_dates(text, expected):
    assert edtf.read(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2022-13", "2022-02-30", "22-10-01", "2022-10-05T14:30", "2022-10-05T25:00Z",
     "../..", "2023/2022", "2022/", "٢٠٢٢", "0000", "2022-1-1", "0099", "9900-01-01/..",
     "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"],
)  # fmt: skip
def test_what_is_no_date(text):
    assert edtf.read(text) is None


def test_a_control_character_is_told_with_its_line():
    _, problems = read("One.\n\nTwo \x1b[2J words, \x07.\n\nA tab\tand a break\x0b are spaces.")
    assert problems == [
        "content/slug.md:6: holds a control character (U+001B). Remove it; it does not show."
    ]
