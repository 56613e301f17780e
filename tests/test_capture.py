"""One capture -> a draft article."""

from __future__ import annotations

import hashlib

import pytest

from variorum import load, segment
from variorum.capture.draft import draft
from variorum.capture.markdown import escape

TEXT = """Stay up to date with notifications from The Harbour Post

Ferry ‘runs’ aground: 120 people on board

By Ilse Brandt and Tomas Reyes
Wednesday 28 September 2022 16:47 BST
Comments

A ferry with 120 people on board ran aground on Sunday, the coast guard said.

    1. All of them * were_ taken to [safety] by <lifeboats> & `boats` within #2 hours, it added.

# The captain told the Post that he had seen no light_house before the ship struck; AT&amp;T.
"""


def drafted(text, file="post.txt"):
    raw = text.encode() if isinstance(text, str) else text
    return draft(raw, file, hashlib.sha256(raw).hexdigest())


def test_a_draft_holds_what_the_text_shows():
    slug, text, problems = drafted(TEXT)
    assert slug == "ferry-runs-aground-120-people-on-board"
    assert problems == ()
    assert text.split("\n---\n")[0].split("\n")[1:] == [
        'title: "Ferry ‘runs’ aground: 120 people on board"',
        "outlet: The Harbour Post",
        "authors: [Ilse Brandt, Tomas Reyes]",
        "published: 2022-09-28T16:47+01:00",
        "captures:",
        "  - file: post.txt",
        f"    sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}",
    ]


def test_a_draft_loads_and_every_sentence_stands_in_its_capture():
    slug, text, _ = drafted(TEXT)
    document, problems = load.load(text, slug, f"content/{slug}.md")
    assert problems == ()
    sentences = [
        document.quote(sentence)
        for part in segment.paragraphs(document)[1:]
        for sentence in part.sentences
    ]
    assert len(sentences) >= 3
    assert segment.absent(TEXT, sentences) == ()


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("23 September 2022, 18:46", "2022-09-23"),
        ("Published: Nov. 7, 2022 4:05 p.m. EST", "2022-11-07T16:05-05:00"),
        ("2022-11-07T08:00:00Z", "2022-11-07T08:00+00:00"),
        ("Updated: March 3, 2019", "2019-03-03"),
        ("Radio Marrow, Wednesday 13 March 2024", "2024-03-13"),
        ("31 February 2022", ""),
        ("2 days ago", ""),
    ],
)
def test_only_full_dates_are_taken(line, published):
    body = "A ferry with 120 people on board ran aground on Sunday, the coast guard said."
    _, text, problems = drafted(f"Ferry runs aground off the coast\n\n{line}\n\n{body}\n")
    assert (f"\npublished: {published}\n" in text) == bool(published)
    assert ("\npublished:" in text) == bool(published)
    assert any("date of publication" in problem.fault for problem in problems) != bool(published)


def test_a_copyright_line_alone_names_no_outlet():
    body = "A ferry with 120 people on board ran aground on Sunday, the coast guard said."
    _, text, _ = drafted(f"Ferry runs aground\n\n{body}\n\n© 2022 Northern Media\n")
    assert "outlet:" not in text
    _, text, _ = drafted(f"The Post\n\nFerry runs aground\n\n{body}\n\n© 2022 The Post\n")
    assert "\noutlet: The Post\n" in text
    _, text, _ = drafted(f"Ferry runs aground\n\n{body}\n\n© 2024 The Marrow Herald\n")
    assert "\noutlet: The Marrow Herald\n" in text


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "a.txt: the capture is empty. Capture the page again."),
        (b" \n\t\n", "a.txt: the capture is empty. Capture the page again."),
        (
            b"Ferry\n\nCaf\xe9 fire.",
            "a.txt:3: not valid UTF-8: byte 0xe9 at offset 10. Save the file as UTF-8.",
        ),
        (
            b"\xef\xbb\xbfCaf\xe9",
            "a.txt:1: not valid UTF-8: byte 0xe9 at offset 6. Save the file as UTF-8.",
        ),
        (b"%PDF-1.7", "a.txt: a PDF is not read. Copy its text into a .txt file and import that."),
        (
            b"PK\x03\x04",
            "a.txt: a Word or other packed file is not read. "
            "Copy its text into a .txt file and import that.",
        ),
        (
            b"{\\rtf1 words}",
            "a.txt: an RTF file is not read. Copy its text into a .txt file and import that.",
        ),
        (
            "Ferry".encode("utf-16"),
            "a.txt: the capture is UTF-16, not UTF-8. Save it as UTF-8 and import it again.",
        ),
        (
            b"\x00\x00",
            "a.txt: no article text was found in the capture. "
            "Write the article's file by hand, or capture the page again.",
        ),
    ],
)
def test_what_cannot_be_read_is_told(raw, message):
    slug, text, problems = drafted(raw, "a.txt")
    assert (slug, text) == ("", "")
    assert [str(problem) for problem in problems] == [message]


def test_a_markdown_headline_keeps_no_mark_and_an_address_ends_with_a_telling_word():
    body = "A ferry with 120 people on board ran aground on Sunday, the coast guard said."
    head = "Twelve people dead and many more injured as ferry runs aground in the rush hour"
    slug, text, _ = drafted(f"# {head}\n\n{body}\n", "post.md")
    assert text.startswith(f'---\ntitle: "{head}"\n')
    assert slug == "twelve-people-dead-and-many-more-injured-as-ferry-runs"


def test_a_byte_order_mark_is_no_part_of_the_text():
    _, text, _ = drafted(b"\xef\xbb\xbf" + TEXT.encode())
    assert "\ufeff" not in text


WORDS = [
    "# not a heading", "1. not a list", "2) not a list", "- not a list", "+ not a list", "> quoted",
    "*a* and _b_ and __c__ and `d`", "[a](b) ![c](d) [e]: f", "<b>bold</b> <http://a.b>",
    "AT&amp;T &#35; & Co", "---", "===", "~~~ code", "back\\slash \\* end\\", "a_b_c snake",
    "```", "    indented", "tab\there", "a  two  spaces", "*", "_", "1986. A year", "#hash",
    "Ünïcode — “q”",
]  # fmt: skip


@pytest.mark.parametrize("words", WORDS)
def test_escaped_words_render_as_themselves(words):
    text = f'---\ntitle: "T"\n---\n\nBefore.\n\n{escape(words)}\n\nAfter.\n'
    document, problems = load.load(text, "t", "content/t.md")
    assert problems == ()
    assert [block.kind for block in document.blocks] == ["paragraph"] * 3
    assert document.text.split("\n\n")[2].split() == words.split()
    assert all(run.styles == () for run in document.blocks[1].runs)


PAGE = """<html lang="{lang}"><head><link rel="canonical" href="{url}">
<meta property="article:published_time" content="{published}"></head><body>
<h1>Ferry runs aground with 120 on board</h1>
<p>A ferry with 120 on board ran aground \x1b[2J on Sunday, the coast guard said.</p></html>"""


@pytest.mark.parametrize(
    ("lang", "url", "published", "kept"),
    [
        ("en_GB", "https://post.example/a", "2031-03-02", ("en-GB", "https://post.example/a", 1)),
        ("english", "https:///a", "0001-01-01", ("en", "", 0)),
        ("a" * 300, "http://a b/c", "9999-12-31T23:59-12:00", ("en", "", 0)),
        ("", "javascript:alert(1)", "2031-02-30", ("en", "", 0)),
    ],
)
def test_what_a_page_says_of_itself_is_taken_only_where_it_can_be_read_back(
    lang, url, published, kept
):
    slug, text, _ = drafted(PAGE.format(lang=lang, url=url, published=published), "post.html")
    document, problems = load.load(text, slug, "c.md", "en")
    assert problems == ()
    dated = int(document.meta.published is not None)
    assert (document.language, document.meta.url, dated) == kept
