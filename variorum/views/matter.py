"""The matter page: one question, its passages, its figures, its relations and its origins."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from variorum import charts
from variorum.marks import typographic
from variorum.model import PROGRAM, Claim, Figure, FigureKind, Matter, Relation, Status
from variorum.views.frame import Page, frame, matter_path
from variorum.views.index import RANK, Index, status_of, when_key
from variorum.views.origins import Origins, origins
from variorum.views.pairs import PairView, pair
from variorum.views.passages import Quotation, quotation
from variorum.views.people import origin_of

_DRAWN: dict[FigureKind, str] = {
    "count": "count",
    "bare": "count",
    "share": "share",
    "money": "money",
    "duration": "duration",
    "distance": "distance",
    "measure": "measure",
}
"""Kinds of figures that share an axis; ages and ordinals count nothing."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in the table."""

    figure: str
    unit: str
    low: str
    high: str
    covers: str
    at: Quotation
    origin: str


@dataclass(frozen=True, slots=True)
class Card:
    """A passage of the matter."""

    at: Quotation
    label: str
    """Its status in words."""
    covers: str
    """The period it is about; empty when unknown."""
    says: str


@dataclass(frozen=True, slots=True)
class MatterView:
    """Everything the matter template shows."""

    eyebrow: str
    title: str
    summary: str
    status: Status
    label: str
    made: str
    plot: str
    """SVG in three widths; empty without figures to compare."""
    plot_title: str
    plot_log: bool
    rows: tuple[FigureRow, ...]
    table_caption: str
    cards: tuple[Card, ...]
    pairs: tuple[PairView, ...]
    origins: Origins


def within(index: Index, matter: Matter) -> list[Relation]:
    """Relations between the matter's own claims, sharpest first."""
    members = set(matter.claims)
    found = {
        (r.a, r.b): r
        for claim in matter.claims
        for r in index.relations.get(claim, ())
        if r.a in members and r.b in members
    }
    place = {claim: n for n, claim in enumerate(matter.claims)}
    return sorted(
        found.values(),
        key=lambda r: (RANK[status_of(r)], *sorted((place[r.a], place[r.b]))),
    )


def status(index: Index, matter: Matter) -> Status:
    """The sharpest status among the matter's own relations."""
    relations = within(index, matter)
    return status_of(relations[0]) if relations else "unlinked"


def members(index: Index, matter: Matter) -> list[Claim]:
    """The matter's claims by date of publication, then by place."""
    claims = [index.claims[claim] for claim in matter.claims if claim in index.claims]
    return sorted(claims, key=lambda c: (when_key(index.documents[c.document]), c.span))


def matter(index: Index, found: Matter, place: int, last: int) -> Page:
    """The page of one matter, the ``place``-th of ``last``."""
    words, path = index.words, matter_path(found.slug)
    claims = members(index, found)
    relations = within(index, found)
    rows = _figures(index, claims, path)
    plot, log = _plot(index, claims, relations, path, found.title)
    sharpest = status(index, found)
    facts = (
        words.say("matter.eyebrow", n=place, last=last),
        words.count("n.passages", len(claims)),
        words.count("n.articles", len({c.document for c in claims})),
        words.count("n.relations", len(relations)),
    )
    view = MatterView(
        eyebrow=words.say("list.part").join(facts),
        title=typographic(found.title),
        summary=typographic(found.summary),
        status=sharpest,
        label=words.label("status", sharpest),
        made=_made(index, found),
        plot=plot,
        plot_title=words.say(
            "matter.figures_on_axis", figures=words.count("n.figures", plot.count("<rect") // 3)
        ),
        plot_log=log,
        rows=tuple(rows),
        table_caption=words.say(
            "matter.table_caption", figures=words.count("n.figures", len(rows))
        ),
        cards=tuple(_card(index, claim, path) for claim in claims),
        pairs=tuple(pair(index, relation, path) for relation in relations),
        origins=origins(index, claims, path),
    )
    around = frame(
        index, path, found.title, section="matters", description=found.summary or found.title
    )
    return Page(path, "matter.html", around, view)


def _made(index: Index, found: Matter) -> str:
    """Who gathered it, in words."""
    if found.made_by == PROGRAM:
        return index.words.say("matter.made_by_program")
    if found.made_by not in index.editors:
        return index.words.say("matter.made_by_editors")
    return index.words.say("matter.made_by", name=index.editor(found.made_by))


def _card(index: Index, claim: Claim, path: str) -> Card:
    at = quotation(index, claim, path)
    return Card(
        at=at,
        label=index.words.label("status_short", at.status),
        covers=index.words.when(claim.when, "short") if claim.when else "",
        says=at.says or index.words.say("matter.says_self", outlet=at.outlet),
    )


def _figures(index: Index, claims: list[Claim], path: str) -> list[FigureRow]:
    return [_figure(index, claim, f, path) for claim in claims for f in claim.figures]


def _figure(index: Index, claim: Claim, figure: Figure, path: str) -> FigureRow:
    words = index.words
    opened = words.say("matter.open")
    return FigureRow(
        figure=index.documents[claim.document].quote(figure.span),
        unit=figure.unit,
        low=opened if figure.low is None else words.number(figure.low),
        high=opened if figure.high is None else words.number(figure.high),
        covers=words.when(claim.when, "short") if claim.when else "",
        at=quotation(index, claim, path),
        origin=origin_of(index, claim) or words.say("matter.origin_none"),
    )


def _comparable(claims: list[Claim]) -> list[tuple[Claim, Figure]]:
    """The figures of the kind that most claims state; none if fewer than two claims do.

    What is counted is not compared: that these claims answer one question is what the
    matter says, and each row leads to its sentence.
    """
    found = [
        (claim, figure)
        for claim in claims
        for figure in claim.figures
        if figure.kind in _DRAWN and (figure.low, figure.high) != (None, None)
    ]
    kinds = Counter(_DRAWN[figure.kind] for _, figure in found)
    if not kinds:
        return []
    chosen = max(sorted(kinds), key=lambda kind: kinds[kind])
    kept = [(claim, figure) for claim, figure in found if _DRAWN[figure.kind] == chosen]
    return kept if len({claim.id for claim, _ in kept}) > 1 else []


def _plot(
    index: Index, claims: list[Claim], relations: list[Relation], path: str, title: str
) -> tuple[str, bool]:
    """The plot, and whether its axis is logarithmic."""
    rival = {c for r in relations if r.type == "conflicts" for c in (r.a, r.b)}
    bars = [_bar(index, claim, figure, path, rival) for claim, figure in _comparable(claims)]
    if not bars:
        return "", False
    rows = " ".join(
        index.words.say("matter.plot_row", who=b.who, date=b.detail, figure=b.figure) for b in bars
    )
    return (
        charts.figures(bars, title, index.words.say("matter.plot_desc", rows=rows)),
        charts.axis(bars).log,
    )


def _bar(index: Index, claim: Claim, figure: Figure, path: str, rival: set[str]) -> charts.Bar:
    at = quotation(index, claim, path)
    written = index.documents[claim.document].quote(figure.span)
    date = index.words.when(claim.when, "short") if claim.when else at.date
    return charts.Bar(
        low=figure.low,
        high=figure.high,
        hedged=written == figure.qualifier
        or (bool(figure.qualifier) and figure.low == figure.high),
        figure=written,
        who=at.outlet,
        detail=f"{date} · {at.says}" if at.says else date,
        href=at.href,
        conflicts=claim.id in rival,
    )
