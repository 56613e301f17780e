"""The files of the site: addresses that resolve, a policy that holds, faults that are told."""

from __future__ import annotations

import posixpath
import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import press

from variorum.model import Site
from variorum.render import render

FOLDER = Path(__file__).parent.parent / "templates"
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "path", "circle", "rect", "use", "wbr"}


@cache
def shipped() -> tuple[dict[str, str], dict[str, bytes]]:
    files = [p for p in FOLDER.rglob("*") if p.is_file()]
    assets = FOLDER / "assets"
    return (
        {str(p.relative_to(FOLDER)): p.read_text() for p in files if assets not in p.parents},
        {str(p.relative_to(assets)): p.read_bytes() for p in files if assets in p.parents},
    )


@cache
def site() -> dict[str, str]:
    """The pages of the small archive by path."""
    files, problems = render(press.archive(), *shipped())
    assert problems == ()
    return {f.path: f.data.decode() for f in files if f.path.endswith(".html")}


class Reader(HTMLParser):
    """Collects ids, links and faults of nesting."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value)
            elif name == "href" and tag != "link":
                self.links.append(value)
            elif name in {"src", "href", "action"}:
                self.sources.append(value)

    def handle_endtag(self, tag):
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.faults.append(tag)


def test_every_link_leads_somewhere():
    read = {path: Reader(text) for path, text in site().items()}
    files = {f.path for f in render(press.archive(), *shipped())[0]}
    for path, page in read.items():
        for href in (*page.links, *page.sources):
            parts = urlsplit(href)
            if parts.scheme:
                continue
            there = (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
                if parts.path
                else path
            )
            assert there in files, (path, href)
            if parts.fragment:
                assert unquote(parts.fragment) in read[there].ids, (path, href)


def test_a_relation_leads_to_the_passage_and_back():
    killed, died = press.claim("killed").id, press.claim("died").id
    assert f'href="../herald/index.html#c-{died}"' in site()["articles/courier/index.html"]
    assert f'id="c-{died}"' in site()["articles/herald/index.html"]
    assert f'href="../courier/index.html#c-{killed}"' in site()["articles/herald/index.html"]


def test_ids_are_unique_and_tags_nest():
    for path, text in site().items():
        page = Reader(text)
        assert len(page.ids) == len(set(page.ids)), path
        assert page.faults == [], path
        assert page.open == [], path


def test_the_policy_allows_what_each_page_holds_and_nothing_else():
    for path, text in site().items():
        assert "style" not in Reader(text).attributes, path
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), path
        assert not re.search(r"\son[a-z]+=", re.sub(r">[^<]*<", "><", text)), path
        styles = re.findall(r"<style>(.*?)</style>", text, re.S)
        assert len(styles) <= 1
        for style in styles:
            digest = b64encode(sha256(style.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in text.replace("&#39;", "'")


def test_no_request_leaves_the_site():
    for path, text in site().items():
        assert not [s for s in Reader(text).sources if urlsplit(s).scheme], path
    style = shipped()[1]["style.css"].decode()
    assert "url(http" not in style
    assert "@import" not in style


def test_each_note_hangs_on_its_claim_and_on_the_note_before_it():
    (style,) = re.findall(r"<style>(.*?)</style>", site()["articles/courier/index.html"])
    chain = re.findall(r"--n:--n(\d+);--p:--n(\d+)", style)
    assert chain == [(str(i), str(i - 1)) for i in range(1, len(chain) + 1)]
    assert len(chain) == 4


def test_the_text_of_an_article_is_all_there():
    text = site()["articles/courier/index.html"]
    body = text[text.index('<div class="body"') : text.index('<div class="after"')]
    notes = re.sub(r'<div class="side".*?</div>\s*</div>', "", body, flags=re.S)
    shown = re.sub(r"<a class=\"ref.*?</a>|<[^>]+>|\u2060", "", notes, flags=re.S)
    for line in press.TEXTS["courier"][1:]:
        assert line.replace(' "', " “").replace(',"', ",”") in shown


def test_the_same_archive_gives_the_same_bytes():
    first, second = (render(press.archive(), *shipped())[0] for _ in range(2))
    assert first == second
    assert [f.path for f in first] == sorted(f.path for f in first)


def test_addresses_of_the_base_are_written_where_it_is_known():
    archive = press.archive(site=Site("Arlen", base_url="https://example.org/flood/"))
    pages = {
        f.path: f.data.decode() for f in render(archive, *shipped())[0] if f.path.endswith("html")
    }
    assert (
        '<link rel="canonical" href="https://example.org/flood/articles/courier/">'
        in pages["articles/courier/index.html"]
    )
    assert 'href="https://example.org/flood/assets/style.css"' in pages["404.html"]


def test_source_text_cannot_become_markup():
    hostile = replace(
        press.document("herald"),
        meta=replace(press.document("herald").meta, outlet="<script>x</script>", note="<b>"),
    )
    archive = press.archive(documents=(press.document("courier"), hostile, press.document("wire")))
    for file in render(archive, *shipped())[0]:
        if file.path.endswith(".html"):
            assert b"<script>x" not in file.data, file.path


def told(name: str, text: str) -> list[str]:
    templates, assets = shipped()
    files, problems = render(press.archive(), {**templates, name: text}, assets)
    assert "method/index.html" in {f.path for f in files} or name == "method.html"
    return [str(p) for p in problems]


def test_a_fault_in_a_template_is_told_once_with_its_line():
    (fault,) = told(
        "article.html",
        "{% extends 'base.html' %}\n{% block main %}\n{{ page.nothing }}{% endblock %}",
    )
    assert fault.startswith("templates/article.html:3: ")
    assert "nothing" in fault
    (fault,) = told("method.html", "\n{% if %}")
    assert fault.startswith("templates/method.html:2: ")
    (fault,) = told("method.html", "{% include 'absent.html' %}")
    assert "templates/absent.html" in fault
    (fault,) = told("method.html", "one\n{{ 1 // 0 }}")
    assert fault.startswith("templates/method.html:2: ")


def test_a_missing_template_is_told_with_its_place():
    templates, assets = shipped()
    without = {name: text for name, text in templates.items() if name != "matter.html"}
    _, problems = render(press.archive(), without, assets)
    assert [p.file for p in problems] == ["templates/matter.html"]


def test_headers_name_what_a_page_cannot():
    (headers,) = [f for f in render(press.archive(), *shipped())[0] if f.path == "_headers"]
    assert b"frame-ancestors 'self'" in headers.data
    assert b"X-Content-Type-Options: nosniff" in headers.data
