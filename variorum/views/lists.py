"""Home, and the lists of articles and matters."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from variorum import charts
from variorum.interface import direction
from variorum.marks import typographic
from variorum.model import PROGRAM, Claim, Document, Figure, Matter, Relation, Status
from variorum.views.article import strip
from variorum.views.figures import leading
from variorum.views.frame import (
    PAGE,
    Link,
    Page,
    Paging,
    article_path,
    frame,
    link,
    matter_path,
    paged,
    paging,
)
from variorum.views.index import RANK, Index, status_of, when_key
from variorum.views.matter import members, status, within
from variorum.views.pairs import Count, counts
from variorum.views.passages import Quotation, quotation, shown
from variorum.views.people import outlet, outlets

_HOME = 12
"""Matters, and articles, that the home page shows of a large archive."""


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter in a list."""

    title: str
    href: str
    status: Status
    """Its sharpest."""
    tally: tuple[Count, ...]
    """Its relations by status."""
    facts: str
    """How many outlets and passages."""
    quotes: tuple[Quotation, ...]
    """The two passages that differ most; one where there is no relation."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list."""

    title: str
    lang: str
    dir: str
    href: str
    date: str
    outlet: str
    relies: str
    """What it rests on, in words; empty when nothing is named."""
    strip: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of the archive."""

    n: str
    label: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything the home template shows."""

    title: str
    tagline: str
    description: str
    facts: tuple[Fact, ...]
    matters: tuple[MatterRow, ...]
    all_matters: Link | None
    timeline: str
    articles: tuple[ArticleRow, ...]
    all_articles: Link | None


@dataclass(frozen=True, slots=True)
class ListView:
    """A page of a list."""

    matters: tuple[MatterRow, ...]
    articles: tuple[ArticleRow, ...]
    timeline: str
    paging: Paging


def home(index: Index) -> Page:
    """The first page of the site."""
    site = index.archive.site
    path = "index.html"
    documents = sorted(index.archive.documents, key=when_key)
    ranked = by_sharpness(index)
    some = documents if len(documents) <= _HOME else documents[-_HOME:]
    view = HomeView(
        title=site.title,
        tagline=site.tagline,
        description=site.description,
        facts=_facts(index),
        matters=tuple(matter_row(index, m, path) for m in ranked[:_HOME]),
        all_matters=_all(index, path, "matters", len(ranked)),
        timeline=timeline(index, documents, path),
        articles=tuple(article_row(index, d, path) for d in some),
        all_articles=_all(index, path, "articles", len(documents)),
    )
    around = frame(index, path, "", section="home", description=site.description)
    return Page(path, "home.html", around, view)


def article_lists(index: Index) -> list[Page]:
    """Every article by date, fifty to a page."""
    documents = sorted(index.archive.documents, key=when_key)
    pages = []
    for n, here in enumerate(paths := paged("articles", len(documents)), 1):
        rows = documents[(n - 1) * PAGE : n * PAGE]
        view = ListView(
            (),
            tuple(article_row(index, d, here) for d in rows),
            timeline(index, rows, here),
            paging(index, paths, n),
        )
        title = index.words.say("articles.title")
        around = frame(index, here, title, section="articles")
        pages.append(Page(here, "articles.html", around, view))
    return pages


def matter_lists(index: Index) -> list[Page]:
    """Every matter, fifty to a page."""
    ranked = by_sharpness(index)
    pages = []
    for n, here in enumerate(paths := paged("matters", len(ranked)), 1):
        rows = ranked[(n - 1) * PAGE : n * PAGE]
        view = ListView(
            tuple(matter_row(index, m, here) for m in rows),
            (),
            "",
            paging(index, paths, n),
        )
        title = index.words.say("matters.title")
        around = frame(index, here, title, section="matters")
        pages.append(Page(here, "matters.html", around, view))
    return pages


def by_sharpness(index: Index) -> list[Matter]:
    """The editors' matters in their order, then the program's, sharpest first."""
    return sorted(
        index.archive.matters,
        key=lambda m: RANK[status(index, m)] if m.made_by == PROGRAM else -1,
    )


def matter_row(index: Index, matter: Matter, here: str) -> MatterRow:
    """A matter as listed on the page at ``here``."""
    relations = within(index, matter)
    claims = members(index, matter)
    held = status(index, matter)
    ends = _ends(claims, relations, held)
    words = index.words
    published = outlets(index, (index.documents[c.document] for c in claims))
    facts = (published, words.count("n.passages", len(claims)))
    return MatterRow(
        title=typographic(matter.title),
        href=link(here, matter_path(matter.slug)),
        status=held,
        tally=counts(index, relations),
        facts=words.say("list.part").join(facts),
        quotes=tuple(quotation(index, c, here) for c in claims if c.id in ends),
    )


def _ends(claims: list[Claim], relations: list[Relation], held: Status) -> set[str]:
    """The two sides of a conflict, else the lowest and the highest figure, else of any relation."""
    figures = leading(claims) if held not in {"conflicts", "unlinked"} else {}
    by_value = sorted(figures, key=lambda claim: _value(figures[claim]))
    if by_value and _value(figures[by_value[0]]) != _value(figures[by_value[-1]]):
        return {by_value[0], by_value[-1]}
    return {relations[0].a, relations[0].b} if relations else {c.id for c in claims[:1]}


def _value(figure: Figure) -> tuple[float, float]:
    low = figure.high if figure.low is None else figure.low
    high = figure.low if figure.high is None else figure.high
    assert low is not None
    assert high is not None
    return low, high


def article_row(index: Index, document: Document, here: str) -> ArticleRow:
    """An article as listed on the page at ``here``."""
    names = [index.name(origin.name) for origin in document.meta.origins]
    relies = index.words.say("home.relies", names=index.words.listing(names)) if names else ""
    return ArticleRow(
        title=shown(index, document, document.meta.title),
        lang=document.language,
        dir=direction(document.language),
        href=link(here, article_path(document.slug)),
        date=index.words.when(document.meta.published, "short"),
        outlet=outlet(index, document, short=False),
        relies=relies,
        strip=strip(index, index.claims_of.get(document.slug, ())),
    )


def timeline(index: Index, documents: list[Document], here: str) -> str:
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


def _facts(index: Index) -> tuple[Fact, ...]:
    archive, words = index.archive, index.words
    held = Counter(status_of(relation) for relation in archive.relations)
    within_one = sum(
        relation.type == "conflicts"
        and index.document_of(relation.a) is index.document_of(relation.b)
        for relation in archive.relations
    )
    conflicts = "conflicts_within" if within_one else "conflicts"
    facts = [
        ("articles", len(archive.documents)),
        ("claims", len(archive.claims)),
        ("relations", len(archive.relations)),
        (conflicts, held["conflicts"]),
        ("independent", held["corroborates"]),
        ("unknown", held["corroborates-unknown"]),
        ("repeats", held["same-origin"]),
        ("differs", held["differs"]),
    ]
    inside = words.number(within_one)
    return tuple(Fact(words.number(n), words.say(f"home.{key}", n=inside)) for key, n in facts)


def _all(index: Index, here: str, kind: str, total: int) -> Link | None:
    if total <= _HOME:
        return None
    label = index.words.say(f"home.all_{kind}", n=index.words.number(total))
    return Link(label, link(here, f"{kind}/index.html"))
