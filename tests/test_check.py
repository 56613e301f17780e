"""What is wrong with an archive, and the links of its pages."""

from __future__ import annotations

import time
from dataclasses import replace

from hand import document

from variorum import check, links
from variorum.check import Evidence
from variorum.model import (
    Archive,
    Authorities,
    Block,
    Capture,
    Correction,
    File,
    Name,
    Site,
    Span,
)

HASH, OTHER = "a" * 64, "b" * 64
DOC = replace(
    document("post", "The ferry Astrid sank.", published="2019-03-05"), file="content/post.md"
)


def faults(*documents, captures=None, absent=None, languages=("en",), authorities=None):
    archive = Archive(
        Site("A"), documents, ((),) * len(documents), ((),) * len(documents), (), (), (), (),
        authorities or Authorities(),
    )  # fmt: skip
    evidence = Evidence(captures or {}, absent or ((),) * len(documents), frozenset(languages))
    return [str(p) for p in check.check(archive, evidence, "content/authorities.yaml")]


def with_meta(**fields):
    lines = (("captures.0", 5), ("captures.1", 8), ("published", 3), ("corrections.0", 12))
    return replace(DOC, meta=replace(DOC.meta, **fields), lines=lines)


def test_a_sound_archive_has_no_problems():
    held = with_meta(captures=(Capture("a.txt", HASH, "2019-03-05"),))
    assert faults(held, captures={"a.txt": HASH}) == []


def test_captures_are_there_and_unchanged():
    held = with_meta(captures=(Capture("a.txt", HASH), Capture("b.txt", HASH)))
    assert faults(held, captures={"b.txt": OTHER}) == [
        'content/post.md:5: capture "a.txt" is not in the captures folder. '
        "Put the file back, or correct its name.",
        'content/post.md:8: capture "b.txt" has changed: its sha256 is bbbbbbbbbbbb…, not '
        "aaaaaaaaaaaa…. Restore the file as it was captured.",
    ]


def test_absent_sentences_are_told_with_their_line():
    span = Span(DOC.text.index("The"), len(DOC.text))
    shown = replace(DOC, blocks=(Block("paragraph", span, (), line=9),))
    assert faults(shown, absent=((span,),)) == [
        'content/post.md:9: not in the last capture: "The ferry Astrid sank". '
        "Restore the words of the capture, or list the repair under corrections."
    ]


def test_addresses_that_differ_in_case_or_composition_only_are_one():
    decomposed = replace(DOC, slug="cafe\u0301", file="content/cafe\u0301.md")
    composed = replace(DOC, slug="Caf\u00e9", file="content/Caf\u00e9.md")
    assert faults(composed, decomposed) == [
        'content/cafe\u0301.md: has the same address as content/Caf\u00e9.md: "caf\u00e9". '
        "Rename one of the two files."
    ]


def test_dates_out_of_bounds_and_out_of_order():
    late = with_meta(captures=(Capture("a", HASH, "2019-03-04"), Capture("b", HASH, "2019-02")))
    assert [f.split(". ")[0] for f in faults(late, captures={"a": HASH, "b": HASH})] == [
        'content/post.md:5: warning: captured "2019-03-04", before it was published',
        'content/post.md:8: warning: captured "2019-02", before it was published',
        "content/post.md:8: warning: captured before the entry above it",
    ]
    slip = replace(
        document("post", "W.", published="0202-03-05"), file="f", lines=(("published", 3),)
    )
    assert faults(slip) == [
        'f:3: warning: published "0202-03-05" lies out of bounds. Dates run from 1450 to 2100.'
    ]


def test_a_language_without_a_pack_is_told():
    assert faults(replace(DOC, language="xh")) == [
        'content/post.md:1: warning: there is no language pack for "xh". '
        "The article is shown and searched; mark its claims in its rulings."
    ]


def test_a_correction_that_corrects_nothing_is_told():
    held = with_meta(corrections=(Correction("Astrd", "Ingrid", "slip"), Correction("x", "", "y")))
    assert faults(held) == [
        'content/post.md:12: warning: the correction to "Ingrid" is not in the text. '
        "Remove it, or correct it."
    ]


def test_unused_authorities_are_told():
    held = Authorities(
        (Name("MS Astrid", "organisation", ("Astrid",), line=3), Name("Ingrid", "person", line=4)),
        (("ferr", "boat"), ("train", "railway")),
    )
    assert faults(DOC, authorities=held) == [
        'content/authorities.yaml:4: warning: the name "Ingrid" stands in no article. '
        "Remove it, or add the form in use.",
        'content/authorities.yaml: warning: no term of the family "train" stands in any article. '
        "Remove it, or add the form in use.",
    ]


def site(base_url="", **pages):
    files = [File(path, text.encode()) for path, text in pages.items()]
    return [str(problem) for problem in links.check(files, "public", base_url)]


def link(address, **others):
    others = {"b/index.html": '<p id="x">', "style.css": "", **others}
    return [f.split(": ", 1)[1].split(". ")[0]
            for f in site(**{"a/index.html": f'<a href="{address}">', **others})]  # fmt: skip


def test_links_that_hold():
    for address in (
        "../b/", "../b/index.html", "../b/#x", "../b/index.html#x", "#", "#top", "", "./",
        "../style.css?v=1", "https://example.org/", "mailto:a@e.org", "../pagefind/pagefind.js",
    ):  # fmt: skip
        assert link(address) == [], address


def test_links_that_do_not():
    assert link("../c/") == ['the link "../c/" leads nowhere']
    assert link("../b/#y") == ['the link "../b/#y" leads to no place on its page']
    assert link("#y") == ['the link "#y" leads to no place on its page']
    assert link("../../b/") == ['the link "../../b/" leads out of the site']
    assert link("/b/") == ['the link "/b/" breaks where the site stands below a path']
    assert link("../b") == ['the link "../b" leads nowhere']
    assert link("http://[") == ['the link "http://[" is no address']


def test_links_to_the_sites_own_address_are_followed():
    pages = {"a/index.html": '<a href="https://e.org/s/b/">', "b/index.html": ""}
    assert site("https://e.org/s/", **pages) == []
    assert site("https://e.org/s", **pages) == []
    assert site("https://e.org/s", **{"index.html": '<a href="https://e.org/st/">'}) == []
    assert site("https://e.org/s/", **{"index.html": '<a href="https://e.org/s">'}) == []
    del pages["b/index.html"]
    assert 'the link "https://e.org/s/b/" leads nowhere' in site("https://e.org/s", **pages)[0]


def test_nothing_is_loaded_from_elsewhere():
    assert "from outside the site" in site(**{"index.html": '<img src="https://e.org/x.png">'})[0]
    assert "from outside the site" in site(**{"s.css": "a{background:url(//e.org/x)}"})[0]
    assert "leads nowhere" in site(**{"s.css": 'a{background:url("x.svg")}'})[0]


def test_only_tags_count():
    page = (
        '<!-- <a href="no/"> --><script>x = \'<a href="no/">\'</script><pre>href="no/"</pre>'
        '<p data-href="no/" title="a > b" class=\'x\'>&lt;a href="no/"></p>'
    )
    assert site(**{"index.html": page}) == []
    assert "leads nowhere" in site(**{"index.html": '<p title="a > b"><a href=no/>'})[0]


def test_pages_of_odd_signs_are_read_in_time():
    begun = time.process_time()
    for text in (
        "<a " * 50000,
        '<a href="' * 20000,
        "<!--" * 50000,
        "<script>" * 20000,
        "<" * 90000,
    ):
        site(**{"index.html": text})
    assert time.process_time() - begun < 5
