"""One Chromium and one build of each site for all browser tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.browser import sites

REQUIRED = os.environ.get("VARIORUM_BROWSER") == "required"
"""Whether a missing browser is a failure, as it is where the project is checked."""

playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed (requirements-dev.txt)"
)


@dataclass
class Watch:
    """What went wrong on the pages of one test."""

    base: str
    faults: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()
    """Parts of faults that the test provokes itself."""

    def on(self, page: playwright.Page) -> None:
        for event, listener in self._listeners().items():
            page.on(event, listener)

    def off(self, page: playwright.Page) -> None:
        for event, listener in self._listeners().items():
            page.remove_listener(event, listener)

    def _listeners(self) -> dict[str, Callable[..., None]]:
        return {
            "console": self._console,
            "pageerror": self._error,
            "request": self._request,
            "response": self._response,
        }

    def _error(self, error: playwright.Error) -> None:
        self.faults.append(f"script: {error}")

    def _console(self, message: playwright.ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def _request(self, request: playwright.Request) -> None:
        if not request.url.startswith((self.base, "blob:", "data:", "file:")):
            self.faults.append(f"request leaves the site: {request.url}")

    def _response(self, response: playwright.Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")

    def unexpected(self) -> list[str]:
        return [f for f in self.faults if not any(part in f for part in self.expected)]


@pytest.fixture(scope="session")
def browser() -> Iterator[playwright.Browser]:
    program = sites.chromium()
    if not program:
        message = "no Chromium found: apt-get install chromium"
        if REQUIRED:
            pytest.fail(message)
        pytest.skip(message)
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield found
        found.close()


def _site(archive: Path, room: Path) -> Iterator[str]:
    with sites.served(sites.build(archive, room / "public")) as base:
        yield base


@pytest.fixture(scope="session")
def first_site(
    browser: playwright.Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The project's own archive."""
    yield from _site(sites.ROOT, tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="session")
def strait(browser: playwright.Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Four invented articles whose relations are all set by rulings."""
    room = tmp_path_factory.mktemp("strait")
    yield from _site(sites.with_templates(sites.STRAIT, room), room)


@pytest.fixture(scope="session")
def extremes(
    browser: playwright.Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Articles that are hard to set."""
    room = tmp_path_factory.mktemp("extremes")
    yield from _site(sites.with_templates(sites.EXTREMES, room), room)


@pytest.fixture(scope="session")
def weir(browser: playwright.Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One article that was captured three times."""
    room = tmp_path_factory.mktemp("weir")
    yield from _site(sites.with_templates(sites.WEIR, room), room)


@pytest.fixture(scope="session")
def cluster(browser: playwright.Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Four articles that only the program has related."""
    room = tmp_path_factory.mktemp("cluster")
    yield from _site(sites.cluster(room), room)


@pytest.fixture(scope="session")
def strait_folder(strait: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a folder on the disk."""
    return next(tmp_path_factory.getbasetemp().glob("strait[0-9]*/public"))


@pytest.fixture(scope="session")
def dense(browser: playwright.Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An article with 400 claims, every one of them in conflict with another article."""
    room = tmp_path_factory.mktemp("dense")
    yield from _site(sites.dense(room, 400), room)


@pytest.fixture
def watch() -> Watch:
    return Watch("")


OpenPage = Callable[..., playwright.Page]


class Pages:
    """Pages that tests take and give back: a new one costs more than most tests."""

    def __init__(self, browser: playwright.Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[playwright.Page]] = {}

    def take(self, options: dict[str, object]) -> playwright.Page:
        """A page of a context with these options, as new."""
        free = self._free.setdefault(repr(sorted(options.items())), [])
        if free:
            return free.pop()
        context = self._browser.new_context(reduced_motion="reduce", **options)
        context.set_default_timeout(8000)
        return context.new_page()

    def give_back(self, page: playwright.Page, options: dict[str, object]) -> None:
        """Take away what the test left: what was kept, rerouted or emulated."""
        page.unroute_all()
        if options.get("java_script_enabled", True) and page.url.startswith("http"):
            page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        page.goto("about:blank")
        page.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce")
        self._free[repr(sorted(options.items()))].append(page)


@pytest.fixture(scope="session")
def pages(browser: playwright.Browser) -> Pages:
    return Pages(browser)


@pytest.fixture
def open_page(pages: Pages, watch: Watch) -> Iterator[OpenPage]:
    """``open_page(base, path, width=1440, **context)``: a page of a site, watched for faults."""
    taken = []

    def opened(base: str, path: str = "index.html", width: int = 1440, **options: object) -> object:
        watch.base = base
        page = pages.take(options)
        taken.append((page, options))
        page.set_viewport_size({"width": width, "height": 900})
        watch.on(page)
        page.goto(base + path)
        return page

    yield opened
    for page, options in taken:
        watch.off(page)
        pages.give_back(page, options)
    assert watch.unexpected() == []
