"""The figures of a matter: which one of each claim answers its question, as table and plot."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from variorum import charts
from variorum.model import Claim, Figure, FigureKind, Relation, When
from variorum.views.index import Index
from variorum.views.passages import Quotation, quotation
from variorum.views.whence import origin_of

_COUNTED: frozenset[FigureKind] = frozenset({"count", "bare"})
"""Kinds that share an axis whatever is counted: that the claims answer one question, the
matter says."""
_MEASURED: frozenset[FigureKind] = frozenset({"share", "money", "duration", "distance", "measure"})
"""Kinds that share an axis where their units agree; ages and ordinals count nothing."""
_RIVALS = 2
"""Claims that state figures of one kind from which a matter is a question of figures, and
from which a plot shows what its table does not."""
_LEAST_SHARE = 1 / 4
"""Share of the claims that must state such a figure: fewer answer another question."""

_REACH = 28
"""Characters after a figure within which the words of its unit are looked for."""
_BEFORE = 40
"""Characters that tell what a figure without a unit is of: those that lead up to it."""
_WORD = re.compile(r"\w[\w-]*")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in the table."""

    figure: str
    unit: str
    low: str
    high: str
    covers: str
    at: Quotation
    says: str
    """Who says so; never empty."""
    origin: str


def leading(claims: list[Claim]) -> dict[str, Figure]:
    """The figure of each claim that can stand on one axis with the others'; one a claim.

    A duration beside a count is left out where most claims count. None of them stands
    there unless two claims have a number as their point, or count the same thing, and
    they are a fair part of all: else the question is not one of figures.
    """
    found = [(claim, key, f) for claim in claims for f in claim.figures if (key := _axis(f))]
    holders: dict[tuple[str, str], set[str]] = {}
    points: dict[tuple[str, str], set[str]] = {}
    nouns: dict[tuple[tuple[str, str], str], set[str]] = {}
    for claim, key, figure in found:
        holders.setdefault(key, set()).add(claim.id)
        if claim.kind == "figure":
            points.setdefault(key, set()).add(claim.id)
        if figure.noun:
            nouns.setdefault((key, figure.noun), set()).add(claim.id)
    asked = {key for key, ids in points.items() if len(ids) >= _RIVALS}
    asked |= {key for (key, _), ids in nouns.items() if len(ids) >= _RIVALS}
    if not asked:
        return {}
    chosen = max(sorted(asked), key=lambda key: len(holders[key]))
    if len(holders[chosen]) < _LEAST_SHARE * len(claims):
        return {}
    kept: dict[str, Figure] = {}
    for claim, key, figure in found:
        if key == chosen:
            first = kept.setdefault(claim.id, figure)
            shared, known = (nouns.get((key, f.noun), ()) for f in (figure, first))
            if len(shared) > len(known):
                kept[claim.id] = figure
    return kept


def _axis(figure: Figure) -> tuple[str, str] | None:
    """What a figure must share with another to stand on one axis; None where it cannot."""
    if figure.low is None and figure.high is None:
        return None
    if figure.kind in _COUNTED:
        return "count", ""
    if figure.kind == "share":
        return "share", ""
    return (figure.kind, figure.noun) if figure.kind in _MEASURED else None


def written(index: Index, claim: Claim, figure: Figure) -> str:
    """The figure as it stands in the article, with the sign that follows it."""
    text = index.documents[claim.document].text
    end = figure.span.end
    return text[figure.span.start : end + (text[end : end + 1] == "%")]


def counted(index: Index, claim: Claim, figure: Figure) -> str:
    """The figure with what it counts, in the article's own words as far as these follow it.

    "700,000 men", "hundreds of thousands of people"; else with its unit as the archive reads it
    ("261,000 people"), or with the words before it.
    """
    shown = written(index, claim, figure)
    start = figure.span.start - claim.span.start
    end = start + len(shown)
    after = claim.quote[end:]
    if any(unicodedata.category(c) == "Sc" for c in shown):
        return shown
    if figure.kind == "money" and (word := _WORD.search(after, 0, _REACH)):
        return shown + after[: word.end()]
    if reached := _reached(after, figure.unit):
        return shown + after[:reached]
    if figure.unit:
        return shown if shown.endswith(("%", figure.unit)) else f"{shown} {figure.unit}"
    before = claim.quote[:end]
    if start <= 0 or len(before) <= _BEFORE:
        return before
    return "…" + before[-_BEFORE:].split(" ", 1)[-1]


def _reached(after: str, unit: str) -> int:
    """Where the words of a unit end in what follows its figure; 0 where none of them is near.

    They may stand with others between them: "percent of these staff".
    """
    at = 0
    for word in _WORD.findall(unit):
        near = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
        met = near.search(after, at, at + _REACH)
        at = met.end() if met else at
    return at


def is_day(when: When) -> bool:
    """Whether a date is a day: then a figure is as of it, else it covers a period."""
    return when.precision in {"day", "minute"}


def covers(index: Index, claim: Claim, figure: Figure | None = None) -> str:
    """The day the claim is as of, or the period it covers, in words; empty when unknown.

    A claim without a date that says in how long its ``figure`` came about is quoted on that.
    """
    if claim.when is None:
        return _lasting(index, claim, figure) if figure else ""
    date = index.words.when(claim.when, "short")
    if is_day(claim.when):
        return index.words.say("matter.as_of", date=date)
    return date


def _lasting(index: Index, claim: Claim, figure: Figure) -> str:
    """The one duration told after the figure ("in just four days"), in the claim's own words."""
    told = [f for f in claim.figures if f.kind == "duration" and f.span.start > figure.span.end]
    if figure.kind not in _COUNTED or len(told) != 1:
        return ""
    words = f"{written(index, claim, told[0])} {told[0].unit}".strip()
    return index.words.quoted(words)


def rows(
    index: Index, claims: list[Claim], figures: dict[str, Figure], here: str
) -> tuple[FigureRow, ...]:
    """The table: each claim's leading figure, in the order of the claims."""
    return tuple(
        _row(index, claim, figures[claim.id], here) for claim in claims if claim.id in figures
    )


def _row(index: Index, claim: Claim, figure: Figure, here: str) -> FigureRow:
    words, at = index.words, quotation(index, claim, here)
    opened = words.say("matter.open")
    return FigureRow(
        figure=written(index, claim, figure),
        unit=figure.unit,
        low=opened if figure.low is None else words.number(figure.low),
        high=opened if figure.high is None else words.number(figure.high),
        covers=covers(index, claim, figure) or words.say("matter.covers_none"),
        at=at,
        says=at.says or words.say("frame.outlet_itself", outlet=at.outlet),
        origin=origin_of(index, claim) or words.say("matter.origin_none"),
    )


def plot(
    index: Index,
    claims: list[Claim],
    figures: dict[str, Figure],
    relations: list[Relation],
    here: str,
    title: str,
) -> tuple[str, bool]:
    """The plot of these figures, and whether its axis is logarithmic; empty for a single one."""
    rival = {c for r in relations if r.type == "conflicts" for c in (r.a, r.b)}
    bars = [
        _bar(index, claim, figures[claim.id], here, conflicts=claim.id in rival)
        for claim in claims
        if claim.id in figures
    ]
    if len(bars) < _RIVALS:
        return "", False
    told = " ".join(
        index.words.say("matter.plot_row", who=b.who, date=b.detail, figure=b.figure) for b in bars
    )
    return (
        charts.figures(bars, title, index.words.say("matter.plot_desc", rows=told)),
        charts.axis(bars).log,
    )


def _bar(index: Index, claim: Claim, figure: Figure, here: str, *, conflicts: bool) -> charts.Bar:
    at = quotation(index, claim, here)
    shown = written(index, claim, figure)
    about = covers(index, claim, figure)
    if about and not (claim.when and is_day(claim.when)):
        about = index.words.say("matter.covering", date=about)
    vague = shown.casefold() == figure.qualifier
    unsaid = index.words.say("matter.vague") if vague else ""
    return charts.Bar(
        low=figure.low,
        high=figure.high,
        hedged=vague or (bool(figure.qualifier) and figure.low == figure.high),
        vague=vague,
        figure=shown,
        who=at.outlet,
        detail=" · ".join(part for part in (at.date, unsaid, about, at.says) if part),
        href=at.href,
        conflicts=conflicts,
    )
