"""The furniture of a capture -> what it says about its article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from variorum import edtf
from variorum.fields import LANGUAGE, WEB
from variorum.languages import Pack
from variorum.model import ARTICLE_ROLES, Role
from variorum.segment.layout import Row

_NUMBERED = re.compile(
    r"\b(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?"
)
_DAY_FIRST = re.compile(r"\b(\d{1,2})([^\W\d_]{2})? ([^\W\d_]{3,9})\.?,? (\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,9})\.? (\d{1,2})([^\W\d_]{2})?,? (\d{4})\b")
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.]| ?h ?)(\d\d)\s*([AaPp]\.?[Mm]\b\.?)?\s*\(?([A-Z]{3,4}\b)?")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
_MARKS = " .,;:|-–—()[]\"“”'’/"
_NEAR = 20
"""Rows on either side of the headline within which byline and date stand."""
_LONGEST_DATE = 8
"""Words of the longest line that only gives outlet and date."""
_LONGEST_NAME = 6
"""Words of the longest publisher's name."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a capture says; empty where it does not say it."""

    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    """EDTF: a day, or a minute where the time zone is given."""
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    months: Mapping[str, int]
    zones: Mapping[str, str]
    halves: Mapping[str, int]
    endings: frozenset[str]
    """What may stand against a day's digits, nothing included."""
    later: frozenset[str]
    before_outlet: tuple[tuple[str, bool], ...]
    """Phrase, and whether it names the outlet by itself."""
    in_outlet: frozenset[str]
    companies: frozenset[str]
    papers: frozenset[str]
    by: tuple[str, ...]
    joins: re.Pattern[str]
    jobs: frozenset[str]
    agencies: frozenset[str]


@cache
def _words(pack: Pack) -> _Words:
    table = pack.table("metadata")
    joins = "|".join(re.escape(word) for word in table["people"]["and"])
    return _Words(
        table["months"],
        table["zones"],
        table["halves"],
        frozenset(["", *table["dates"]["endings"]]),
        frozenset(table["dates"]["later"]),
        tuple((phrase, True) for phrase in table["outlets"]["before"])
        + tuple((phrase, False) for phrase in table["outlets"]["copyright"]),
        frozenset(table["outlets"]["inside"]),
        frozenset(table["outlets"]["companies"]),
        frozenset(table["outlets"]["papers"]),
        tuple(sorted(table["people"]["by"], key=len, reverse=True)),
        re.compile(rf",|\s(?:{joins})\s", re.IGNORECASE),
        frozenset(pack.table("furniture")["people"]["jobs"]),
        frozenset(pack.lines("agencies")),
    )


def read(rows: Sequence[tuple[Row, Role]], page: Mapping[str, str], pack: Pack) -> Found:
    """What the rows of a capture, and the properties of its page, say about the article."""
    words = _words(pack)
    at = next((n for n, (_, role) in enumerate(rows) if role == "headline"), 0)
    near = rows[max(0, at - _NEAR) : at + _NEAR + 1]
    bylines = [
        row.text for n, (row, role) in enumerate(near) if role == "byline" and _sure(near, n, words)
    ]
    dates = [
        row.text
        for row, role in near
        if role in ("dateline", "byline", "source")
        or (role == "standfirst" and len(row.text.split()) <= _LONGEST_DATE)
    ]
    published = _published([page.get("article:published_time", ""), *dates], words)
    url = page.get("canonical", "") or page.get("og:url", "")
    return Found(
        page.get("og:site_name", "") or _outlet(rows, at, words),
        _authors(bylines, words) or _authors([page.get("author", "")], words),
        published if edtf.read(published) else "",
        url if WEB.fullmatch(url) else "",
        language(page),
    )


def language(page: Mapping[str, str]) -> str:
    """The BCP 47 code of a page's language; empty where it gives none."""
    code = page.get("lang", "").strip().replace("_", "-")
    return code if LANGUAGE.fullmatch(code) else ""


def _sure(rows: Sequence[tuple[Row, Role]], n: int, words: _Words) -> bool:
    """Whether a byline says so, or stands between headline, other bylines and date."""
    row = rows[n][0]
    if row.text.lower().startswith(words.by):
        return True
    beside = {rows[m][1] for m in (n - 1, n + 1) if 0 <= m < len(rows)}
    return not row.bullet and beside <= {"headline", "standfirst", "byline", "dateline"}


def _outlet(rows: Sequence[tuple[Row, Role]], at: int, words: _Words) -> str:
    """The name that its publisher puts on a page.

    A copyright line alone names a company, which often is not the outlet: its name counts
    where it ends as newspapers' names do, or also stands above the headline or in the article.
    """
    said = [row.text for n, (row, role) in enumerate(rows) if n < at or role in ARTICLE_ROLES]
    for row, role in rows:
        if role not in ("prompt", "signoff", "menu", "other"):
            continue
        small = row.text.lower()
        for phrase, known in words.before_outlet:
            here = small.find(phrase) if known or small.startswith(phrase) else -1
            name = _name(row.text[here + len(phrase) :], words) if here >= 0 else ""
            paper = name.lower().rpartition(" ")[2] in words.papers
            if name and (known or paper or any(name in text for text in said)):
                return name
    return ""


def _name(text: str, words: _Words) -> str:
    """The run of capitalised words that opens a text, years and marks before it aside."""
    taken: list[str] = []
    for word in text.lstrip(_MARKS + "©0123456789").split()[: _LONGEST_NAME + 1]:
        bare = word.strip(_MARKS)
        if bare.lower() in words.companies:
            return ""
        if not (bare[:1].isupper() or (taken and bare.lower() in words.in_outlet)):
            break
        taken.append(bare)
        if word[-1] in ".;:|":
            break
    while taken and taken[-1].lower() in words.in_outlet:
        taken.pop()
    name = " ".join(taken)
    return name if len(taken) <= _LONGEST_NAME and name not in words.agencies else ""


def _authors(lines: Sequence[str], words: _Words) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for line in lines:
        text = line.strip(_MARKS)
        opening = next((by for by in words.by if text.lower().startswith(f"{by} ")), "")
        for part in words.joins.split(text[len(opening) :]):
            name = part.strip(_MARKS)
            if _person(name, words):
                found.setdefault(name)
    return tuple(found)


def _person(name: str, words: _Words) -> bool:
    """Whether a name may be a person's: two words or more, capitals, no job and no agency."""
    parts = name.split()
    return (
        bool(_NAME.fullmatch(name))
        and name not in words.agencies
        and all(part[0].isupper() for part in (parts[0], parts[-1]))
        and words.jobs.isdisjoint(part.lower() for part in parts)
        and words.months.keys().isdisjoint(part.lower() for part in parts)
        and not (name.isupper() and len(parts) < 2)
    )


def _published(lines: Sequence[str], words: _Words) -> str:
    """The first date that is no later change, else the first date."""
    dated = [(_date(line, words), line.lower().split()) for line in lines]
    dated = [(found, said) for found, said in dated if found]
    first = [
        found for found, said in dated if words.later.isdisjoint(w.strip(_MARKS) for w in said)
    ]
    return first[0] if first else dated[0][0] if dated else ""


def _date(line: str, words: _Words) -> str:
    if found := _NUMBERED.search(line):
        year, month, day, hour, minute, zone = found.groups()
        at = _clock(int(hour), int(minute), _offset(zone)) if hour and zone else ""
        return _day(int(year), int(month), int(day), at)
    for pattern, day_first in ((_DAY_FIRST, True), (_MONTH_FIRST, False)):
        for found in pattern.finditer(line):
            *named, year = found.groups()
            (day, ending, name) = named if day_first else (named[1], named[2], named[0])
            if name.lower() in words.months and (ending or "").lower() in words.endings:
                return _day(int(year), words.months[name.lower()], int(day), _time(line, words))
    return ""


def _offset(zone: str) -> str:
    return "+00:00" if zone == "Z" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _time(line: str, words: _Words) -> str:
    """The time on a line that also names its zone; without a zone it dates nothing."""
    for found in _CLOCK.finditer(line):
        hour, minute, half, zone = found.groups()
        offset = words.zones.get((zone or "").lower())
        if offset:
            noon = words.halves.get((half or "").lower().replace(".", ""))
            hours = int(hour) if noon is None else int(hour) % 12 + noon
            return _clock(hours, int(minute), offset)
    return ""


def _clock(hours: int, minutes: int, offset: str) -> str:
    try:
        return time(hours, minutes).strftime("T%H:%M") + offset
    except ValueError:
        return ""


def _day(year: int, month: int, day: int, at: str) -> str:
    try:
        return date(year, month, day).isoformat() + at
    except ValueError:
        return ""
