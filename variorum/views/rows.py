"""A matter and an article as one row of a list, and the order of matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.interface import direction
from variorum.marks import typographic
from variorum.model import PROGRAM, STATUSES, Claim, Document, Figure, Matter, Relation, Status
from variorum.views.article import strip
from variorum.views.figures import leading
from variorum.views.frame import article_path, link, matter_path
from variorum.views.index import RANK, Index, status_of
from variorum.views.matter import members, when_reported, within
from variorum.views.pairs import Count, counts
from variorum.views.passages import Quotation, quotation, shown
from variorum.views.people import outlet, outlets


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
    """How many outlets and passages, and when they were reported."""
    quotes: tuple[Quotation, ...]
    """The two passages that differ most; one where there is no relation."""
    relation: str
    """How these two stand to each other, in words; empty where no relation says."""
    tied: Status
    """The status of that relation."""
    reason: str


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


def by_sharpness(index: Index) -> list[Matter]:
    """The editors' matters in their order, then the program's, sharpest first.

    Among those of one status the one with most such relations leads.
    """

    def rank(matter: Matter) -> tuple[int, int]:
        if matter.made_by != PROGRAM:
            return -1, 0
        held = [RANK[status_of(relation)] for relation in within(index, matter)]
        return (held[0], -held.count(held[0])) if held else (len(STATUSES), 0)

    return sorted(index.archive.matters, key=rank)


def matter_rows(index: Index, matters: Sequence[Matter], here: str) -> tuple[MatterRow, ...]:
    """Matters as listed on the page at ``here``, no two with the same passages if it can be."""
    rows: list[MatterRow] = []
    shown: list[set[str]] = []
    for matter in matters:
        rows.append(_matter_row(index, matter, here, shown))
        shown.append({quote.claim for quote in rows[-1].quotes})
    return tuple(rows)


def _matter_row(index: Index, matter: Matter, here: str, shown: list[set[str]]) -> MatterRow:
    relations = within(index, matter)
    claims = members(index, matter)
    held = status_of(relations[0]) if relations else "unlinked"
    ends = _ends(index, claims, relations, held, shown)
    between = next((r for r in relations if {r.a, r.b} == ends), None)
    tied = status_of(between) if between else held
    words = index.words
    published = outlets(index, (index.documents[c.document] for c in claims))
    facts = (
        published,
        words.count("n.passages", len(claims)),
        *when_reported(index, claims),
    )
    return MatterRow(
        title=typographic(matter.title),
        href=link(here, matter_path(matter.slug)),
        status=held,
        tally=counts(index, relations),
        facts=words.say("list.part").join(facts),
        quotes=tuple(quotation(index, c, here) for c in claims if c.id in ends),
        relation=words.label("relation", tied) if between else "",
        tied=tied,
        reason=typographic(between.reason) if between else "",
    )


def _ends(
    index: Index,
    claims: list[Claim],
    relations: list[Relation],
    held: Status,
    shown: list[set[str]],
) -> set[str]:
    """The two sides of a conflict, else two figures that differ, else of any relation.

    Of several relations one that is not yet shown and joins two articles leads.
    """
    ends = [(relation.a, relation.b) for relation in relations if status_of(relation) == held]
    figures = leading(claims) if held not in {"conflicts", "unlinked"} else {}
    if figures and (parted := _furthest(figures, ends)):
        return parted
    if not ends:
        return {c.id for c in claims[:1]}
    best = min(
        ends, key=lambda e: (set(e) in shown, index.document_of(e[0]) is index.document_of(e[1]))
    )
    return set(best)


def _furthest(figures: Mapping[str, Figure], tied: Sequence[tuple[str, str]]) -> set[str]:
    """Two claims whose figures are furthest apart; empty where all are the same.

    Exact figures go before ranges and open ends, and of these such as a relation ties.
    """
    exact = [claim for claim, figure in figures.items() if figure.low == figure.high]
    pairs = [(a, b) for a, b in tied if a in exact and b in exact]
    for ends in (pairs, list(combinations(exact, 2)), list(combinations(figures, 2))):
        apart = [(_gap(figures[a], figures[b]), a, b) for a, b in ends]
        gap, a, b = max(apart, default=(0.0, "", ""))
        if gap:
            return {a, b}
    return set()


def _gap(one: Figure, two: Figure) -> float:
    return max(abs(a - b) for a, b in zip(_value(one), _value(two), strict=True))


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
