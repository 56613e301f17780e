"""What a first search costs a reader: ``python -m tests.browser.cold [ARTICLES]``.

Builds an archive of invented articles (1,000 unless told), opens its search page in a browser
that holds nothing yet, asks for one word, and prints what was loaded and how long it took.
"""

from __future__ import annotations

import gzip
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from tests.browser import sites

ARTICLES = 1000
SENTENCES = 24
"""Sentences of an article, of about 15 words each."""
RUNS = 5
SETTINGS = "title: An invented archive\nrelations: {publish_at: 1, suggest_at: 1}\n"
WORDS = 12_000
"""Different words of the archive; the first are the most frequent, as in any language."""
PACKED = ("pf_meta", "pf_index", "pf_fragment", "pf_filter", ".pagefind")
"""Files that stand packed on the disk; a server packs the others on their way."""


def main(arguments: list[str]) -> int:
    """Build, search, and print the bytes and seconds of one cold query."""
    program = sites.chromium()
    if not program:
        print("no Chromium found: apt-get install chromium", file=sys.stderr)
        return 1
    articles = int(arguments[0]) if arguments else ARTICLES
    with tempfile.TemporaryDirectory() as room, sync_playwright() as driver:
        started = time.perf_counter()
        archive = _archive(Path(room) / "archive", articles)
        site = sites.build(archive, Path(room) / "public")
        print(f"{articles} articles built in {time.perf_counter() - started:.0f} s", flush=True)
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with sites.served(site) as base:
            for word in (_word(3000), _word(40)):
                _report(word, [_search(browser, base, word) for _ in range(RUNS)])
        browser.close()
    return 0


def _search(browser: Browser, base: str, word: str) -> tuple[int, float, str]:
    """Bytes loaded, seconds from the address to the results, and the line above them."""
    context = browser.new_context()
    page = context.new_page()
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))  # noqa: PLW0108
    started = time.perf_counter()
    page.goto(f"{base}search/index.html?q={word}")
    page.wait_for_selector("#search[data-state=results]")
    seconds = time.perf_counter() - started
    size = sum(_size(response) for response in loaded)
    said = str(page.locator("[data-part=count]").text_content())
    context.close()
    return size, seconds, said


def _size(response: Response) -> int:
    body = response.body()
    return len(body if response.url.endswith(PACKED) else gzip.compress(body, 6))


def _report(word: str, runs: list[tuple[int, float, str]]) -> None:
    size, _, said = runs[0]
    seconds = statistics.median(run[1] for run in runs)
    print(f"{word}: {size / 1000:.0f} KB, {seconds:.2f} s (median of {len(runs)}). {said}")


def _archive(archive: Path, articles: int) -> Path:
    """Articles that tell nothing of each other, so that the search alone is measured."""
    chance = random.Random(1)
    content = archive / "content"
    content.mkdir(parents=True)
    shutil.copytree(sites.ROOT / "templates", archive / "templates")
    (archive / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    for n in range(articles):
        body = [_sentence(chance) for _ in range(SENTENCES)]
        paragraphs = [" ".join(body[at : at + 3]) for at in range(0, SENTENCES, 3)]
        head = f'---\ntitle: "Report {n} on {_word(_rank(chance))}"\noutlet: Outlet {n % 40}\n'
        head += f"published: {2001 + n % 30}-{n % 12 + 1:02}-{n % 28 + 1:02}\n---\n\n"
        text = head + "\n\n".join(paragraphs) + "\n"
        (content / f"report-{n}.md").write_text(text, encoding="utf-8")
    return archive


def _sentence(chance: random.Random) -> str:
    words = [_word(_rank(chance)) for _ in range(11)]
    speaker = f"{_word(_rank(chance)).capitalize()} {_word(_rank(chance)).capitalize()}"
    lead = f"{speaker} said that" if chance.random() < 0.3 else "In the town"
    return f"{lead} {chance.randrange(20, 9000)} {' '.join(words)} were counted."


def _rank(chance: random.Random) -> int:
    """A word's rank: twice as rare, half as often met."""
    return int(WORDS ** chance.random()) - 1


def _word(rank: int) -> str:
    return "".join(sites.SYLLABLES[int(digit)] for digit in f"{rank:05}"[::-1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
