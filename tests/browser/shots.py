"""Renew the screenshots in docs/shots: ``python -m tests.browser.shots`` (or ``make shots``)."""

from __future__ import annotations

import sys
import tempfile
from base64 import b64decode, b64encode
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser import sites

FOLDER = sites.ROOT / "docs" / "shots"
HEIGHTS = {1440: 1100, 390: 844}
"""What a reader sees without scrolling, by width."""
PALETTE = Path(__file__).with_name("palette.js")
"""Makes a picture small; runs in a page of its own, which no policy restricts."""


def main() -> int:
    """Picture home, article, matter and search, wide and narrow."""
    program = sites.chromium()
    if not program:
        print("no Chromium found: apt-get install chromium", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as room, sync_playwright() as driver:
        site = sites.build(sites.ROOT, Path(room) / "public")
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with sites.served(site) as base:
            for width, height in HEIGHTS.items():
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    reduced_motion="reduce",
                    color_scheme="light",
                )
                _take(context.new_page(), context.new_page(), base, width)
                context.close()
        browser.close()
    return 0


def _take(page: Page, press: Page, base: str, width: int) -> None:
    page.goto(base)
    _save(page, press, f"home-{width}")
    matter = page.locator(".mat.conflicts h3 a").first
    claim = page.locator(".mat.conflicts .vs a").first.get_attribute("href")
    matter.click()
    _save(page, press, f"matter-{width}")
    page.goto(base + str(claim).partition("#")[0])
    _save(page, press, f"article-{width}")
    page.goto(f"{base}search/index.html?q=exempt")
    page.wait_for_selector("#search[data-state=results]")
    _save(page, press, f"search-{width}")


def _save(page: Page, press: Page, name: str) -> None:
    """Picture the window, and keep it with a palette: a clone should stay small."""
    page.wait_for_load_state("networkidle")
    page.mouse.move(0, 0)
    picture = b64encode(page.screenshot()).decode("ascii")
    small = b64decode(press.evaluate(PALETTE.read_text(encoding="utf-8"), picture))
    (FOLDER / f"{name}.png").write_bytes(small)
    print(f"{name}: {len(small) // 1024} KB")


if __name__ == "__main__":
    sys.exit(main())
