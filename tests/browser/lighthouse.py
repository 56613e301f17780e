"""Lighthouse over the first archive: ``python -m tests.browser.lighthouse [PATH…]``.

Builds the archive, serves it, and prints the four scores of home, an article, a matter and the
search page, or of the pages told, with whatever of them lies below 95. Needs npx, which fetches
Lighthouse. A score of performance is worth something on a quiet machine only: the speed that
Lighthouse found the processor to have stands beside it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browser import sites

PAGES = (
    "index.html",
    "articles/meduza-government-workers/index.html",
    "matters/how-many-left/index.html",
    "search/index.html",
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
MARK = 0.95
TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")


def main(paths: list[str]) -> int:
    """Print a row for each page; 1 where a score is below the mark."""
    program, npx = sites.chromium(), shutil.which("npx")
    if not (program and npx):
        print("needs Chromium and npx: apt-get install chromium npm", file=sys.stderr)
        return 1
    print(f"| page | {' | '.join(CATEGORIES)} | paint, largest, blocked | processor |")
    print("| --- | ---: | ---: | ---: | ---: | --- | ---: |")
    low: list[str] = []
    with tempfile.TemporaryDirectory() as room:
        site = sites.build(sites.ROOT, Path(room) / "public")
        with sites.served(site) as base:
            for path in paths or PAGES:
                low += _run(npx, program, base, path)
    print("\n".join(low))
    return 1 if low else 0


def _run(npx: str, program: str, base: str, path: str) -> list[str]:
    """Print a page's row; what of it lies below the mark."""
    flags = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]
    done = subprocess.run(
        [npx, "--yes", "lighthouse", base + path, *flags],
        env={**os.environ, "CHROME_PATH": program},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    report = json.loads(done.stdout)
    audits = report["audits"]
    scores = {name: report["categories"][name]["score"] for name in CATEGORIES}
    shown = " | ".join(f"{100 * score:.0f}" for score in scores.values())
    times = ", ".join(audits[name]["displayValue"] for name in TIMES)
    processor = report["environment"]["benchmarkIndex"]
    print(f"| {path} | {shown} | {times} | {processor:.0f} |", flush=True)
    return [
        f"{path}: {name}: {audits[row['id']]['title']}"
        for name, score in scores.items()
        for row in report["categories"][name]["auditRefs"]
        if score < MARK and row["weight"] and (audits[row["id"]]["score"] or 0) < MARK
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
