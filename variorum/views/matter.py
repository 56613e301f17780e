"""The matter page: one question, its passages, its figures, its relations and its origins."""

from __future__ import annotations

from dataclasses import dataclass

from variorum import charts
from variorum.marks import typographic
from variorum.model import EDITOR, PROGRAM, Claim, Figure, Matter, Relation, Status
from variorum.views.dates import reported
from variorum.views.figures import FigureRow, covers, is_day, leading, plot, rows, written
from variorum.views.frame import Link, Page, article_path, canonical, frame, link, matter_path
from variorum.views.index import RANK, Index, other, status_of, when_key
from variorum.views.names import Names
from variorum.views.nearby import related, steps
from variorum.views.origins import Origins, origins
from variorum.views.pairs import Brief, Count, Group, counts, groups, in_brief, where_roomy
from variorum.views.passages import Quotation, comparison, quotation
from variorum.views.people import apart
from variorum.views.prose import Block, blocks, first
from variorum.views.shelves import Steps
from variorum.views.standing import standing
from variorum.views.whence import teller

_NAMED = frozenset({"count", "bare", "money"})
"""Kinds of figures that need no unit beside them: their sentence, or their sign, names it."""
_DATED = 3
"""Dated claims from which a matter without figures gets a line of dates."""


@dataclass(frozen=True, slots=True)
class Card:
    """A passage of the matter."""

    at: Quotation
    figure: str
    """The figure that answers the matter's question; empty without one."""
    unit: str
    """Of what it is a share or a measure; empty where the figure itself or its sentence says."""
    covers: str
    """The day or period it is about; empty when unknown."""
    covers_label: str
    """Whether that is the day its figure is as of, what it covers or what it concerns, in words."""
    says: str
    beside: tuple[Link, ...]
    """The other articles it is tied to here, each leading to the two side by side."""


@dataclass(frozen=True, slots=True)
class Report:
    """An article, and what it says of the matter."""

    outlet: str
    date: str
    href: str
    cards: tuple[Card, ...]
    """In the order of its text."""


@dataclass(frozen=True, slots=True)
class MatterView:
    """Everything the matter template shows."""

    eyebrow: str
    title: str
    summary: tuple[Block, ...]
    standing: str
    """How many reports and origins, and what is known of their independence, in words."""
    tally: tuple[Count, ...]
    """Its relations by status."""
    made: str
    citation: str
    plot: str
    """SVG in three widths; empty without figures to compare."""
    plot_title: str
    plot_log: bool
    rows: tuple[FigureRow, ...]
    table_caption: str
    dates: str
    """What happened when, as SVG, where dates tell more than figures; otherwise empty."""
    reports: tuple[Report, ...]
    """By date."""
    brief: tuple[Brief, ...]
    """Those in a line each, where they are many."""
    apart: tuple[Group, ...]
    """Where they conflict, or differ in scope."""
    agree: tuple[Group, ...]
    """Where they say the same; folded where there is little room."""
    origins: Origins
    related: tuple[Link, ...]
    """Matters that share claims, relations or paragraphs with it."""
    steps: Steps
    """The matters before and after it in the list."""


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


def matter(index: Index, names: Names, ranked: list[Matter], place: int) -> Page:
    """The page of the ``place``-th matter of the list, counted from 1."""
    found = ranked[place - 1]
    words, path = index.words, matter_path(found.slug)
    claims = members(index, found)
    relations = within(index, found)
    figures = leading(claims)
    parting = groups(index, [r for r in relations if r.type != "corroborates"], path)
    brief, parted = in_brief(index, parting, figures)
    drawn, log = plot(index, claims, figures, relations, path, found.title)
    whence = origins(index, claims, path, names)
    cards = [_card(index, claim, figures.get(claim.id), relations, path) for claim in claims]
    facts = (
        words.say("matter.eyebrow", n=place, last=len(ranked)),
        words.count("n.passages", len(claims)),
        words.count("n.articles", len({c.document for c in claims})),
        words.count("n.relations", len(relations)),
        *when_reported(index, claims),
    )
    view = MatterView(
        eyebrow=words.say("list.part").join(facts),
        title=typographic(found.title),
        summary=blocks(index, found.summary, path),
        standing=standing(index, whence, relations),
        tally=counts(index, relations),
        made=_made(index, found),
        citation=_citation(index, found),
        plot=drawn,
        plot_title=words.say(
            "matter.figures_on_axis", figures=words.count("n.figures", len(figures))
        ),
        plot_log=log,
        rows=rows(index, claims, figures, path),
        table_caption=words.say(
            "matter.table_caption", figures=words.count("n.figures", len(figures))
        ),
        dates="" if figures else _dates(index, claims, path),
        reports=_reports(claims, cards, path),
        brief=brief,
        apart=parted,
        agree=where_roomy(groups(index, [r for r in relations if r.type == "corroborates"], path)),
        origins=whence,
        related=related(index, found),
        steps=steps(ranked, place),
    )
    around = frame(
        index, path, found.title, section="matters", description=first(found.summary) or found.title
    )
    return Page(path, "matter.html", around, view)


def when_reported(index: Index, claims: list[Claim]) -> tuple[str, ...]:
    """When the articles of these claims were published, in words; nothing where nobody knows."""
    told = reported(index.words, (index.documents[c.document] for c in claims))
    return (index.words.say("matter.reported", dates=told),) if told else ()


def _made(index: Index, found: Matter) -> str:
    """Who gathered it, in words."""
    if found.made_by == PROGRAM:
        return index.words.say("matter.made_by_program")
    editors = list(index.editors)
    by = editors[0] if found.made_by == EDITOR and len(editors) == 1 else found.made_by
    if by not in index.editors:
        return index.words.say("matter.made_by_editors")
    return index.words.say("matter.made_by", name=index.editor(by))


def _citation(index: Index, found: Matter) -> str:
    """Its title, who gathered it and from what, the archive and its address; its name there
    without one."""
    words = index.words
    documents = {c.document: index.documents[c.document] for c in members(index, found)}
    return words.say(
        "matter.cite_text",
        made=_made(index, found),
        articles=words.count("n.articles", len(documents)),
        dates=reported(words, documents.values()) or words.when(None, "short"),
        title=typographic(found.title).rstrip("."),
        site=index.archive.site.title,
        page=canonical(index, matter_path(found.slug))
        or words.say("matter.cite_page", slug=found.slug),
    )


def _reports(claims: list[Claim], cards: list[Card], here: str) -> tuple[Report, ...]:
    """The cards of these claims by article."""
    held: dict[str, list[Card]] = {}
    for claim, card in zip(claims, cards, strict=True):
        held.setdefault(claim.document, []).append(card)
    return tuple(
        Report(said[0].at.outlet, said[0].at.date, link(here, article_path(slug)), tuple(said))
        for slug, said in held.items()
    )


def _card(
    index: Index, claim: Claim, figure: Figure | None, relations: list[Relation], path: str
) -> Card:
    at = quotation(index, claim, path)
    dated = claim.when is not None and is_day(claim.when)
    label = "concerns" if figure is None else "as_of" if dated else "covers"
    shown = written(index, claim, figure) if figure else ""
    named = figure is None or figure.kind in _NAMED or shown.endswith("%")
    return Card(
        at=at,
        figure=shown,
        unit="" if named or figure is None else figure.unit,
        covers=index.words.when(claim.when, "short")
        if claim.when
        else covers(index, claim, figure),
        covers_label=index.words.say(f"matter.{label}_label"),
        says=teller(index, claim),
        beside=_beside(index, claim, relations, path),
    )


def _beside(index: Index, claim: Claim, relations: list[Relation], here: str) -> tuple[Link, ...]:
    """The articles that these relations tie a claim to, by date; two of an outlet by theirs."""
    tied = {
        index.document_of(other(r, claim.id)).slug: r for r in relations if claim.id in (r.a, r.b)
    }
    far = sorted((index.documents[slug] for slug in tied), key=when_key)
    names = [apart(index, document) for document in far]
    dates = [index.words.when(document.meta.published, "short") for document in far]
    return tuple(
        Link(f"{name}, {date}" if names.count(name) > 1 else name, href)
        for document, name, date in zip(far, names, dates, strict=True)
        if (href := comparison(index, tied[document.slug], claim.id, here))
    )


def _dates(index: Index, claims: list[Claim], here: str) -> str:
    """What happened when, as SVG; empty with fewer than three dated claims."""
    dated = [c for c in claims if c.when and (c.when.earliest or c.when.latest)]
    if len(dated) < _DATED:
        return ""
    items = []
    for claim in dated:
        when, at = claim.when, quotation(index, claim, here)
        assert when is not None
        told = index.words.when(when, "short")
        items.append(
            charts.Dated(
                when.earliest,
                when.latest,
                when.precision in {"day", "minute"} and not when.approximate,
                at.outlet,
                at.short,
                at.href,
                index.words.say("matter.plot_row", who=at.outlet, date=told, figure=at.quote),
            )
        )
    months = index.words.table["date"]["short"]["months"]
    return charts.timeline(items, months, " ".join(item.label for item in items))
