"""What surrounds every page: title, addresses, navigation, and its security policy."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from variorum.interface import direction
from variorum.views.index import Index

PAGE = 50
"""Entries on one page of a list."""
_ALONE = 10
"""Entries from which a list's last page stands alone."""
_SECTIONS = ("home", "matters", "articles", "origins", "compare", "search", "method")
"""Navigation, in order; each names its words and its address."""
_REGISTERS = ("outlets", "origins", "speakers", "timeline", "method")
"""What the foot of each page leads to."""
METHOD = "method/index.html"
"""How the archive is made, and how far to trust it."""
MISSING = "404.html"
"""The page a server shows for an address that is not there."""
_ADDRESS = {
    "home": "index.html",
    "matters": "matters/index.html",
    "articles": "articles/index.html",
    "origins": "origins/index.html",
    "compare": "compare/index.html",
    "search": "search/index.html",
    "method": METHOD,
}


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the frame."""

    label: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a page stands in a list of several."""

    place: str
    """Which page of how many, in words; empty where there is one."""
    pages: tuple[Link, ...]
    """All of them; empty where there is one."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything of a page that is not its own."""

    title: str
    """For the window: the page's name and the archive's."""
    description: str
    lang: str
    dir: str
    root: str
    """Prefix that leads from this page to the root of the site; empty there."""
    canonical: str
    """Absolute address; empty without ``base_url``."""
    address: str
    """The same; without ``base_url`` the page's place in the site."""
    as_of: str
    """Of what day the archive is, in words; empty when nothing tells."""
    policy: str
    """Content-Security-Policy of this page."""
    style: str
    """The one style sheet inside the page, which the policy allows by its hash; or empty."""
    site_title: str
    colophon: str
    nav: tuple[Link, ...]
    footer: tuple[Link, ...]
    home: str
    search: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: where, by which template, from what."""

    path: str
    template: str
    frame: Frame
    view: object


def link(here: str, there: str, fragment: str = "") -> str:
    """A relative link between two files of the site.

    Links name ``index.html``: a folder opened from a disk has no server to add it, and a
    server gives the same page for either address. Being relative, they hold under any
    sub-path.
    """
    return _path(here, there) + (f"#{quote(fragment)}" if fragment else "")


def _path(here: str, there: str) -> str:
    folders, steps = here.split("/")[:-1], there.split("/")
    shared = 0
    while shared < min(len(folders), len(steps) - 1) and folders[shared] == steps[shared]:
        shared += 1
    return "../" * (len(folders) - shared) + quote("/".join(steps[shared:]))


def paged(kind: str, total: int) -> list[str]:
    """Files of a list's pages, at least one."""
    last = len(slices(total))
    return [f"{kind}/index.html", *(f"{kind}/page/{n}/index.html" for n in range(2, last + 1))]


def slices(total: int) -> list[slice]:
    """Which of so many entries stand on each page; too few for a page join the one before."""
    last = max(1, -(-(total - _ALONE + 1) // PAGE))
    starts = range(0, last * PAGE, PAGE)
    return [slice(n, n + PAGE) for n in starts[:-1]] + [slice(starts[-1], total)]


def paging(index: Index, paths: list[str], n: int) -> Paging:
    """What the ``n``-th of these pages says about the others."""
    last = len(paths)
    if last == 1:
        return Paging("", ())
    return Paging(
        index.words.say("articles.page", n=n, last=last),
        tuple(Link(str(i), link(paths[n - 1], path), i == n) for i, path in enumerate(paths, 1)),
    )


def article_path(slug: str) -> str:
    """File of an article's page."""
    return f"articles/{slug}/index.html"


def matter_path(slug: str) -> str:
    """File of a matter's page."""
    return f"matters/{slug}/index.html"


def canonical(index: Index, path: str) -> str:
    """Absolute address of a page; empty without ``base_url``."""
    base = index.archive.site.base_url.rstrip("/")
    return f"{base}/{quote(path.removesuffix('index.html'))}" if base else ""


def policy(style: str = "") -> str:
    """Content-Security-Policy that allows the site itself and one hashed style sheet."""
    hashed = b64encode(sha256(style.encode("utf-8")).digest()).decode() if style else ""
    styles = f"'self' 'sha256-{hashed}'" if hashed else "'self'"
    return (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
        f"style-src {styles}; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
    )


def frame(
    index: Index,
    path: str,
    title: str,
    *,
    section: str = "",
    description: str = "",
    style: str = "",
) -> Frame:
    """The frame of one page.

    A server shows the page for missing addresses at any of them, so its links are absolute
    where the archive knows its own address.
    """
    site, words = index.archive.site, index.words
    base = site.base_url.rstrip("/")
    absolute = path == MISSING
    start = f"{base}/" if absolute and base else ""

    def to(there: str) -> str:
        return start + there if start else link(path, there)

    sections = tuple(
        Link(words.say(f"nav.{name}"), to(_ADDRESS[name]), name == section) for name in _SECTIONS
    )
    return Frame(
        title=words.say("frame.page_title", page=title, site=site.title) if title else site.title,
        description=description or site.description,
        lang=words.language,
        dir=direction(words.language),
        root=start or "../" * path.count("/"),
        canonical="" if absolute else canonical(index, path),
        address="" if absolute else canonical(index, path) or path.removesuffix("index.html"),
        as_of=index.as_of,
        policy=policy(style),
        style=style,
        site_title=site.title,
        colophon=words.say("frame.colophon", site=site.title),
        nav=sections,
        footer=tuple(
            Link(words.say(f"nav.{name}"), to(f"{name}/index.html")) for name in _REGISTERS
        ),
        home=to("index.html"),
        search=to(_ADDRESS["search"]),
    )
