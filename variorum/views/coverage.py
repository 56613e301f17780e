"""When the articles were published: each by itself, or counted by month where they are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from variorum import charts
from variorum.model import Document
from variorum.views.frame import PAGE, article_path, link
from variorum.views.index import Index
from variorum.views.people import outlet
from variorum.views.shelves import UNDATED, Shelf, month, period, shelf_path

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Coverage:
    """When articles were published."""

    drawing: str
    """SVG."""
    bars: bool
    """Whether months or years are drawn, and not each article."""
    undrawn: str
    """How many have no known month, in words; empty where all are drawn."""


def coverage(
    index: Index, documents: Sequence[Document], shelves: Sequence[Shelf[Document]], here: str
) -> Coverage | None:
    """When these articles, sorted by date, were published; None where no date is known.

    Where there are shelves of years and months, these are counted.
    """
    if not shelves:
        drawing = timeline(index, documents, here)
        return Coverage(drawing, bars=False, undrawn="") if drawing else None
    held = Counter(month(document.meta.published) for document in documents)
    return bars(index, "articles", held, shelves, here)


def bars(
    index: Index, folder: str, held: Counter[str], shelves: Sequence[Shelf[T]], here: str
) -> Coverage | None:
    """How many entries of a list fall into each month and year, each bar leading to its page."""
    words = index.words
    pages = {shelf.key for shelf in shelves}
    years = Counter({key[:4]: 0 for key in held if key != UNDATED})
    for key, n in held.items():
        if key != UNDATED:
            years[key[:4]] += n

    def drawn(keys: Iterable[tuple[str, int]]) -> dict[str, charts.Period]:
        return {
            key: charts.Period(
                key,
                n,
                link(here, shelf_path(folder, key if key in pages else key[:4])),
                words.say(f"{folder}.bar", part=period(index, key), n=words.number(n)),
            )
            for key, n in sorted(keys)
        }

    if not years:
        return None
    known = {key: n for key, n in held.items() if key != UNDATED and len(key) > 4}
    first, last = (period(index, key) for key in (min(known or years), max(known or years)))
    drawing = charts.coverage(
        drawn(known.items()),
        drawn(years.items()),
        words.table["date"]["short"]["months"],
        words.say(f"{folder}.bars", first=first, last=last),
    )
    vague = sum(held.values()) - sum(known.values())
    undrawn = words.count(f"{folder}.undrawn", vague) if vague else ""
    return Coverage(drawing, bars=True, undrawn=undrawn)


def timeline(index: Index, documents: Iterable[Document], here: str) -> str:
    """When these articles were published, as SVG."""
    words = index.words
    items = []
    for document in documents:
        when = document.meta.published
        if when is None:
            continue
        name = outlet(index, document)
        claims = len(index.claims_of.get(document.slug, ()))
        items.append(
            charts.Dated(
                when.earliest,
                when.latest,
                when.precision in {"day", "minute"} and not when.approximate,
                name,
                words.count("n.claims", claims),
                link(here, article_path(document.slug)),
                f"{name}, {words.when(when)}",
            )
        )
    label = "; ".join(item.label for item in items[:PAGE])
    return charts.timeline(items, words.table["date"]["short"]["months"], label)
