"""Renew the screenshots in docs/shots: ``python -m tests.browser.shots`` (or ``make shots``)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser import sites

FOLDER = sites.ROOT / "docs" / "shots"
HEIGHTS = {1440: 1000, 390: 844}
"""What a reader sees without scrolling, by width."""
LARGEST = 150 * 1024
"""Bytes of one picture: a clone of the project should stay small."""


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
                _take(context.new_page(), base, width)
                context.close()
        browser.close()
    return 0


def _take(page: Page, base: str, width: int) -> None:
    page.goto(base)
    _save(page, f"home-{width}")
    matter = page.locator(".mat.conflicts h3 a").first
    claim = page.locator(".mat.conflicts .vs a").first.get_attribute("href")
    matter.click()
    _save(page, f"matter-{width}")
    page.goto(base + str(claim).partition("#")[0])
    _save(page, f"article-{width}")
    page.goto(f"{base}search/index.html?q=exempt")
    page.wait_for_selector("#search[data-state=results]")
    _save(page, f"search-{width}")


def _save(page: Page, name: str) -> None:
    """Picture the window; where that is too large a file, less of its height."""
    page.wait_for_load_state("networkidle")
    page.mouse.move(0, 0)
    size = page.viewport_size or {"width": 0, "height": 0}
    width, height = size["width"], size["height"]
    while True:
        clip = {"x": 0.0, "y": 0.0, "width": float(width), "height": float(height)}
        picture = page.screenshot(clip=clip)
        if len(picture) <= LARGEST or height < 400:
            break
        height -= 50
    (FOLDER / f"{name}.png").write_bytes(picture)
    print(f"{name}: {width} × {height}, {len(picture) // 1024} KB")


if __name__ == "__main__":
    sys.exit(main())
