"""What a first search costs a reader: ``python -m tests.browser.cold [ARTICLES]``.

Makes the search of an archive of invented articles (1,000 unless told), opens its search page
in a browser that holds nothing yet, asks for one word, and prints what was loaded and how long
it took from the address to the results. The claims are invented with the articles and only
what a search loads is made, so that 10,000 articles take minutes instead of an hour.
"""

from __future__ import annotations

import gzip
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

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


def main(arguments: list[str]) -> int:
    """Build, search, and print the bytes and seconds of cold queries."""
    program = sites.chromium()
    if not program:
        print("no Chromium found: apt-get install chromium", file=sys.stderr)
        return 1
    articles = int(arguments[0]) if arguments else ARTICLES
    with tempfile.TemporaryDirectory() as room, sync_playwright() as driver:
        started = time.perf_counter()
        site = _site(build(_archive(articles)), Path(room))
        print(f"{articles} articles made in {time.perf_counter() - started:.0f} s", flush=True)
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with sites.served(site) as base:
            rare, common = _word(3000), _word(40)
            slip = f"{rare[:5]}{rare[6]}{rare[5]}{rare[7:]}"
            for word in (rare, common, _word(0), f"{rare} {common}", slip):
                _report(word, [_search(browser, base, word) for _ in range(RUNS)])
        browser.close()
    return 0


def _search(browser: Browser, base: str, word: str) -> tuple[dict[str, int], float, str]:
    """Bytes of each file loaded, seconds from the address to the results, and their count."""
    context = browser.new_context()
    page = context.new_page()
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))  # noqa: PLW0108
    started = time.perf_counter()
    page.goto(f"{base}search/index.html?q={word}", wait_until="commit")
    page.wait_for_selector("#search:is([data-state=results],[data-state=none])")
    seconds = time.perf_counter() - started
    sizes = {response.url.removeprefix(base): _size(response) for response in loaded}
    said = str(page.locator("[data-part=count]").text_content())
    context.close()
    return sizes, seconds, said


def _size(response: Response) -> int:
    body = response.body()
    return len(body if response.url.endswith(PACKED) else gzip.compress(body, 6))


def _report(word: str, runs: list[tuple[dict[str, int], float, str]]) -> None:
    sizes, _, said = runs[0]
    seconds = statistics.median(run[1] for run in runs)
    total = sum(sizes.values()) / 1000
    print(f"{word}: {total:.0f} KB, {seconds:.2f} s (median of {len(runs)}). {said}")
    parts: dict[str, int] = {}
    for path, size in sizes.items():
        name = path.split("?")[0]
        kind = "search/claims/" if "/claims/" in name else name.rpartition("/")[2]
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
