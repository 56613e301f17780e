"""Built pages -> the links among them that lead nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

from variorum.model import File
from variorum.problems import Problem

_OPENING = re.compile(r"<!--|<(script|style)\b[^<>]*>", re.IGNORECASE)
"""What begins a stretch that holds no tags."""
_TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s++|[^<>\"'\s]++|\"[^\"]*+\"|'[^']*+')*+)>")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')\s]+)")
_LOADED = frozenset({"src", "poster", "data"})
_READ = _LOADED | {"id", "href", "xlink:href"}


def check(
    files: Iterable[File], folder: str, base_url: str = "", coming: str = "pagefind/"
) -> tuple[Problem, ...]:
    """Every address inside the site that no file and no id answers.

    ``folder`` is the site's name in messages; ``base_url`` its address, links to which are
    followed too. What begins with ``coming`` is written after the pages and taken as there.
    """
    held = {file.path: file.data for file in files}
    pages = {path: _Page(data) for path, data in held.items() if path.endswith(".html")}
    site = _Site(
        frozenset(held), {path: page.ids for path, page in pages.items()}, base_url, coming
    )
    found = []
    for path, page in pages.items():
        faults = dict.fromkeys(site.fault(path, name, address) for name, address in page.addresses)
        remedy = "Mend the template or the article that makes this link"
        found += [Problem(f"{folder}/{path}", 0, fault, remedy) for fault in faults if fault]
    for path, data in held.items():
        urls = _CSS_URL.findall(data.decode("utf-8", "replace")) if path.endswith(".css") else ()
        faults = dict.fromkeys(site.fault(path, "src", url) for url in urls)
        remedy = "Mend the style sheet"
        found += [Problem(f"{folder}/{path}", 0, fault, remedy) for fault in faults if fault]
    return tuple(found)


class _Page:
    """The addresses and ids of one page."""

    __slots__ = ("addresses", "ids")

    def __init__(self, data: bytes) -> None:
        self.addresses: list[tuple[str, str]] = []
        self.ids: set[str] = {"", "top"}
        for name, value in _attributes(_markup(data.decode("utf-8", "replace"))):
            if name == "id":
                self.ids.add(value)
            else:
                self.addresses.append((name, value.strip()))


def _markup(page: str) -> str:
    """The page without its comments and without what stands inside scripts and styles."""
    kept = []
    at = 0
    while opening := _OPENING.search(page, at):
        name = opening.group(1)
        kept.append(page[at : opening.end() if name else opening.start()])
        close = f"</{name.lower()}" if name else "-->"
        end = page.find(close, opening.end())
        if end < 0:
            return "".join(kept)
        at = end + len(close)
    kept.append(page[at:])
    return "".join(kept)


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for tag in _TAG.finditer(text):
        for name, *values in _ATTRIBUTE.findall(tag.group(2)) if tag.group(2) else ():
            lower = name.lower()
            if lower in _READ:
                yield lower, unescape("".join(values))


@dataclass(frozen=True, slots=True)
class _Site:
    """What the addresses of a site can lead to."""

    files: frozenset[str]
    ids: Mapping[str, set[str]]
    base_url: str
    coming: str

    def fault(self, page: str, attribute: str, address: str) -> str:
        """What is wrong with one address on a page; empty where nothing is."""
        try:
            parts = urlsplit(self._relative(page, address))
        except ValueError:
            return f'the link "{address}" is no address'
        if parts.scheme or parts.netloc:
            outside = attribute in _LOADED and parts.scheme != "data"
            return f'loads "{address}" from outside the site' if outside else ""
        if parts.path.startswith("/"):
            return f'the link "{address}" breaks where the site stands below a path'
        target = _target(page, unquote(parts.path))
        if target is None:
            return f'the link "{address}" leads out of the site'
        if target not in self.files:
            return "" if target.startswith(self.coming) else f'the link "{address}" leads nowhere'
        fragment = unquote(parts.fragment)
        known = fragment.startswith(":~:") or fragment in self.ids.get(target, {fragment})
        return "" if known else f'the link "{address}" leads to no place on its page'

    def _relative(self, page: str, address: str) -> str:
        """The address, made relative where it is the site's own in full."""
        root = self.base_url.rstrip("/") + "/"
        if not self.base_url or not f"{address}/".startswith(root):
            return address
        return ("../" * page.count("/") or "./") + address[len(root) :]


def _target(page: str, path: str) -> str | None:
    """The file a relative path leads to; None where it leaves the site."""
    if not path:
        return page
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if joined == ".." or joined.startswith("../"):
        return None
    last = path.rsplit("/", 1)[-1]
    if last in ("", ".", ".."):
        return "index.html" if joined == "." else f"{joined}/index.html"
    return joined
