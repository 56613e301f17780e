"""What a first search costs a reader: ``python -m tests.browser.cold [ARTICLES [DELAY]]``.

Makes the search of an archive of invented articles (1,000 unless told), opens its search page
in a browser that holds nothing yet, asks for one word, and prints what was loaded and how long
it took, with a delay of so many milliseconds before each answer of the server. The browser is
one as a reader has it, led from another site, and no tool looks into it: watching each request
doubles the time. The page's own clock is read, from the navigation to the frame in which the
first results stand, counts and facets with them, and to that with all twenty. An empty page,
measured so, is the floor. The claims are invented with the articles and only what a search loads
is made, so that 10,000 articles take minutes instead of an hour.
"""

from __future__ import annotations

import gzip
import multiprocessing
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from tests.browser import sites
from variorum import plain, render, search
from variorum.model import (
    PROGRAM,
    STATUSES,
    Archive,
    Claim,
    Document,
    Matter,
    Paragraph,
    Relation,
    Site,
    Span,
    claim_id,
)
from variorum.views import hits
from variorum.views import search as search_page
from variorum.views.index import Index, build

ARTICLES = 1000
SENTENCES = 24
"""Sentences of an article, of about 15 words each."""
RELATED = 0.3
"""Share of the claims that have a relation."""
RUNS = 5
WORDS = 12_000
"""Different words of the archive; the first are the most frequent, as in any language."""
PACKED = ("pf_meta", "pf_index", ".pagefind")
"""Files that stand packed on the disk; a server packs the others on their way."""
KINDS = ("event", "figure", "status", "statement", "forecast")


_EMPTY, _TOLD, _START = "empty.html", "/told", "/start"
_SEEN = """<script>{
const tell = (name) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel(); // its message comes when the frame has been drawn
  port1.onmessage = () => {
    const said = document.querySelector("[data-part=count]")?.textContent || "";
    fetch(`/told?${new URLSearchParams({ name, at: performance.now(), said })}`);
  };
  port2.postMessage("");
});
addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("search");
  if (!form) return tell("first"), tell("all");
  let stands = false;
  new MutationObserver(() => {
    const done = ["results", "none"].includes(form.dataset.state);
    const list = form.querySelector("[data-part=results]");
    const some = done || (!list.hidden && list.querySelector("li"));
    if (some && !stands) tell("first", (stands = true));
    if (done) tell("all");
  }).observe(form, { subtree: true, attributeFilter: ["data-state", "hidden"] });
});
}</script>"""
"""Stands before the policy of the page that is measured."""
_LEAD = (
    "<!doctype html><title>Start</title><script>setTimeout(() => (location = {0!r}), 3000)</script>"
)
"""Waits until the browser has begun."""


@dataclass(frozen=True, slots=True)
class _Run:
    """One search, or the opening of an empty page."""

    first: float
    """Seconds from the navigation until the first results stood."""
    whole: float
    loaded: dict[str, int]
    """Bytes of each file, packed."""
    said: str


def main(arguments: list[str]) -> int:
    """Build, search, and print the bytes and seconds of cold queries."""
    program = sites.chromium()
    if not program:
        print("no Chromium found: apt-get install chromium", file=sys.stderr)
        return 1
    articles = int(arguments[0]) if arguments else ARTICLES
    delay = float(arguments[1]) / 1000 if len(arguments) > 1 else 0
    with tempfile.TemporaryDirectory() as room:
        started = time.perf_counter()
        site = _site(build(_archive(articles)), Path(room))
        print(f"{articles} articles made in {time.perf_counter() - started:.0f} s", flush=True)
        measure(site, program, delay)
    return 0


def measure(site: Path, program: str, delay: float = 0) -> None:
    """Print what cold queries of a site cost, and the speed of the machine."""
    (site / _EMPTY).write_text("<!doctype html><head><title>Empty</title><p>Empty", "utf-8")
    rare, common = _word(3000), _word(40)
    slip = f"{rare[:5]}{rare[6]}{rare[5]}{rare[7:]}"
    print(f"counting to ten million: {_counting():.2f} s", flush=True)
    with _served(site, delay) as (told, base):
        visit = partial(_visit, program, site, told, base)
        _report("an empty page", [visit(_EMPTY) for _ in range(RUNS)])
        for words in (rare, common, _word(0), f"{rare} {common}", slip):
            path = f"search/index.html?q={quote(words)}"
            _report(words, [visit(path) for _ in range(RUNS)])


def _counting() -> float:
    started = time.perf_counter()
    for _ in range(10_000_000):
        pass
    return time.perf_counter() - started


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that is ended breaks its connections off."""


class _Watched(sites._Below):
    """Keeps its connections, as web servers do; says what was loaded, and what the page told."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def __init__(self, *args: Any, told: Any, delay: float, **options: Any) -> None:
        self._told, self._delay = told, delay
        super().__init__(*args, **options)

    def do_GET(self) -> None:  # noqa: N802
        path, _, query = self.path.partition("?")
        if path == _TOLD:
            found = parse_qs(query)
            said = found.get("said", [""])[0]
            self._told.put((found["name"][0], float(found["at"][0]) / 1000, said))
            self._send("")
            return
        if path == _START:
            self._send(_LEAD.format(unquote(query)))
            return
        time.sleep(self._delay)
        if path.startswith(sites.SUB_PATH):
            self._told.put(("loaded", 0.0, path.removeprefix(sites.SUB_PATH)))
        if path.endswith(".html"):
            text = Path(self.translate_path(path)).read_text("utf-8")
            self._send(text.replace("<head>", f"<head>{_SEEN}", 1))
        else:
            super().do_GET()

    def _send(self, text: str) -> None:
        data = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def _served(folder: Path, delay: float) -> Iterator[tuple[Any, str]]:
    """What the pages of a folder tell, and the address at which a process of its own serves it."""
    process = multiprocessing.get_context("fork")
    told = process.Queue()
    handler = partial(_Watched, told=told, delay=delay, directory=str(folder))
    server = _Server(("127.0.0.1", 0), handler)
    serving = process.Process(target=server.serve_forever, daemon=True)
    serving.start()
    server.socket.close()
    try:
        yield told, f"{server.server_port}{sites.SUB_PATH}"
    finally:
        serving.terminate()
        serving.join()


def _visit(program: str, site: Path, told: Any, base: str, path: str) -> _Run:
    """Open a page in a browser that holds nothing, from a page of another site."""
    times: dict[str, float] = {}
    loaded: dict[str, int] = {}
    said = ""
    address = quote(f"http://127.0.0.1:{base}{path}")
    start = f"http://localhost:{base.partition('/')[0]}{_START}?{address}"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = ["--headless", "--no-sandbox", "--no-first-run", "--disable-component-update"]
        options += ["--disable-background-networking", f"--user-data-dir={profile}"]
        browser = subprocess.Popen(
            [program, *options, start], stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            while not {"first", "all"} <= times.keys():
                name, at, text = told.get(timeout=60)
                if name == "loaded":
                    loaded[text] = _size(site / text)
                else:
                    times[name], said = at, text
        finally:
            os.killpg(browser.pid, signal.SIGKILL)
            browser.wait()
    while not told.empty():
        told.get()
    return _Run(times["first"], times["all"], loaded, said)


def _size(path: Path) -> int:
    body = path.read_bytes()
    return len(body if path.name.endswith(PACKED) else gzip.compress(body, 6))


def _report(asked: str, runs: list[_Run]) -> None:
    sizes = runs[0].loaded
    first = sorted(run.first for run in runs)
    middle, whole = statistics.median(first), statistics.median(run.whole for run in runs)
    print(f"{asked}: {sum(sizes.values()) / 1000:.0f} KB, first {middle:.2f} s", end=" ")
    print(f"({first[0]:.2f} to {first[-1]:.2f}), all {whole:.2f} s. {runs[0].said}", flush=True)
    if len(sizes) == 1:
        return
    parts: dict[str, int] = {}
    for path, size in sizes.items():
        kind = "search/claims/" if "/claims/" in path else path.rpartition("/")[2]
        kind = kind.rpartition(".")[2] if kind.endswith(PACKED) else kind
        parts[kind] = parts.get(kind, 0) + size
    for kind, size in sorted(parts.items(), key=lambda row: -row[1]):
        print(f"    {size / 1000:6.1f} KB {kind}")


def _site(index: Index, folder: Path) -> Path:
    """All that a search loads: its page, its data, and the index of plain article pages."""
    root = sites.ROOT / "templates"
    templates = {path.name: path.read_text("utf-8") for path in root.glob("*.html")}
    assets = (path for path in root.glob("assets/**/*") if path.is_file())
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in assets}
    files |= {file.path: file.data for file in hits.files(index)}
    page = search_page.search(index)
    environment = render._environment("templates", templates)
    files[page.path] = render._page(environment, index.archive, page)
    for document in index.archive.documents:
        files[f"articles/{document.slug}/index.html"] = _page(index, document)
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    problems = search.index(folder)
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    return folder


def _page(index: Index, document: Document) -> bytes:
    hidden = hits.indexed(index, document)
    title, *paragraphs = document.text.split("\n\n")
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    names = f'<p data-pagefind-weight="0.5">{escape(hidden.names)}</p>' if hidden.names else ""
    also = f'<p data-pagefind-weight="0.5">{escape(hidden.also)}</p>' if hidden.also else ""
    words = f"<h1>{escape(title)}</h1>{body}{names}{also}"
    return f'<html lang="en"><body data-pagefind-body>{words}</body></html>'.encode()


def _archive(articles: int) -> Archive:
    """Articles with a claim in every sentence, some of them attributed, some related."""
    chance = random.Random(1)
    documents, paragraphs, claims = [], [], []
    for n in range(articles):
        document, its = _document(chance, n)
        documents.append(document)
        paragraphs.append(its)
        claims += _claims(chance, document, its)
    order = sorted(range(articles), key=lambda n: documents[n].slug)
    return Archive(
        site=Site("An invented archive"),
        documents=tuple(documents[n] for n in order),
        paragraphs=tuple(paragraphs[n] for n in order),
        furniture=((),) * articles,
        claims=tuple(claims),
        relations=tuple(_relations(chance, claims)),
        suggestions=(),
        matters=tuple(_matters(chance, claims)),
    )


def _document(chance: random.Random, n: int) -> tuple[Document, tuple[Paragraph, ...]]:
    title = f"Report {n} on {_word(_rank(chance))}"
    text, found = title, [Paragraph(Span(0, len(title)), "headline", (Span(0, len(title)),))]
    for _ in range(0, SENTENCES, 3):
        text += "\n\n"
        start, spans = len(text), []
        for place in range(3):
            sentence = _sentence(chance)
            text += " " * bool(place)
            spans.append(Span(len(text), len(text) + len(sentence)))
            text += sentence
        found.append(Paragraph(Span(start, len(text)), "body", tuple(spans)))
    date = f"{2001 + n % 30}-{n % 12 + 1:02}-{n % 28 + 1:02}"
    made = plain.document(f"report-{n}", text, date)
    return replace(made, meta=replace(made.meta, outlet=f"Outlet {n % 40}")), tuple(found)


def _claims(
    chance: random.Random, document: Document, paragraphs: tuple[Paragraph, ...]
) -> Iterator[Claim]:
    for place, paragraph in enumerate(paragraphs[1:], 1):
        for sentence in paragraph.sentences:
            quote = document.text[sentence.start : sentence.end - 1]
            speaker, said, rest = quote.partition(" said that ")
            kind = chance.choice(KINDS)
            span = Span(sentence.end - 1 - len(rest or quote), sentence.end - 1)
            words = document.quote(span)
            speakers = (speaker,) if said else ()
            made = claim_id(document.slug, words)
            yield Claim(
                made, document.slug, span, words, kind, sentence, place, attributed_to=speakers
            )


def _relations(chance: random.Random, claims: list[Claim]) -> Iterator[Relation]:
    types = [("conflicts", None), ("differs", None)]
    types += [("corroborates", "unknown"), ("corroborates", "independent")]
    assert len(STATUSES) == len(types) + 2
    for _ in range(int(len(claims) * RELATED / 2)):
        a, b = sorted(chance.sample(claims, 2), key=lambda claim: claim.id)
        kind, independence = chance.choice(types)
        yield Relation(a.id, b.id, kind, independence, "", "Both speak of it.", 0.9)


def _matters(chance: random.Random, claims: list[Claim]) -> Iterator[Matter]:
    """Two matters for five articles, as the program finds them in real ones."""
    for n in range(0, len(claims), SENTENCES * 5 // 2):
        title = " ".join(_word(_rank(chance)) for _ in range(6)).capitalize()
        yield Matter(f"matter-{n}", title, tuple(c.id for c in claims[n : n + 4]), PROGRAM)


def _sentence(chance: random.Random) -> str:
    words = [_word(_rank(chance)) for _ in range(11)]
    names = [_word(int(_rank(chance) ** 0.7)).capitalize() for _ in range(2)]
    lead = f"{' '.join(names)} said that" if chance.random() < 0.3 else "In the town"
    return f"{lead} {chance.randrange(20, 9000)} {' '.join(words)} were counted."


def _rank(chance: random.Random) -> int:
    """A word's rank: twice as rare, half as often met."""
    return int(WORDS ** chance.random()) - 1


def _word(rank: int) -> str:
    return "".join(sites.SYLLABLES[int(digit)] for digit in f"{rank:05}"[::-1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
