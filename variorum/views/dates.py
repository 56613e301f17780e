"""The days that a page names for what it holds: of its reports, and of the archive itself."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.interface import Words
from variorum.model import Archive, Document, When


def reported(words: Words, documents: Iterable[Document]) -> str:
    """The dates of the earliest and the latest of these reports, in words; the one where they
    agree. Undated ones are counted beside them; empty where none has a date."""
    held = list({document.slug: document for document in documents}.values())
    dated = [w for d in held if (w := d.meta.published) and (w.earliest or w.latest)]
    if not dated:
        return ""
    first, last = min(dated, key=_begin), max(dated, key=_end)
    ends = [words.when(when, "short") for when in (first, last)]
    told = words.say("matter.cite_dates", first=ends[0], last=ends[1])
    undated = len(held) - len(dated)
    told = told if ends[0] != ends[1] else ends[0]
    return words.count("matter.some_undated", undated, dates=told) if undated else told


def _begin(when: When) -> tuple[str, str]:
    return when.earliest or when.latest, when.latest


def _end(when: When) -> tuple[str, str]:
    return when.latest or when.earliest, when.earliest


def as_of(words: Words, archive: Archive) -> str:
    """The day of the archive's newest capture or decision, else of its newest report, in words.

    No clock is read: one archive has one date, whenever it is built. Empty without any date.
    """
    days = [capture.captured for d in archive.documents for capture in d.meta.captures]
    known = [day for day in (*days, archive.decided) if day]
    if known:
        return words.say("frame.as_of", date=words.stamp(max(known, key=_last)))
    published = [w for d in archive.documents if (w := d.meta.published) and _end(w)[0]]
    if not published:
        return ""
    return words.say("frame.newest", date=words.when(max(published, key=_end)))


def _last(day: str) -> str:
    """The last day that an EDTF date tells."""
    return day.removesuffix("/..").rpartition("/")[2]
