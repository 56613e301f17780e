"""Two articles side by side: what ties them, and what only one of them says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from variorum import marks
from variorum.interface import direction
from variorum.marks import Mark
from variorum.model import Claim, Document, Relation, Status
from variorum.views.blocks import words_of
from variorum.views.frame import Page, Paging, article_path, frame, link, paged, paging, slices
from variorum.views.groups import together
from variorum.views.index import RANK, Index, other, status_of, when_key
from variorum.views.origins import origins
from variorum.views.pairs import Count, Group, counts, groups, pair_id
from variorum.views.passages import compare_path, shown
from variorum.views.people import apart, outlet
from variorum.views.standing import standing
from variorum.views.text import displayed, excerpted, pieces, rebased, within


@dataclass(frozen=True, slots=True)
class Words:
    """A block of one column."""

    tag: str
    html: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Alone:
    """A claim that nothing in the other article speaks to."""

    claim: str
    quote: str
    href: str


@dataclass(frozen=True, slots=True)
class Column:
    """One of the two articles."""

    outlet: str
    date: str
    title: str
    href: str
    lang: str
    dir: str
    relies: str
    blocks: tuple[Words, ...]
    excerpt: bool
    """Whether only the sentences that hold claims may be shown."""
    only: tuple[Alone, ...]
    only_label: str


@dataclass(frozen=True, slots=True)
class CompareView:
    """Everything the compare template shows."""

    lede: str
    standing: str
    """How many origins there are, and what is known of their independence, in words."""
    tally: tuple[Count, ...]
    columns: tuple[Column, Column]
    ties: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two articles in the list of comparisons."""

    href: str
    left: str
    """Outlet and date of the earlier article."""
    right: str
    titles: str
    tally: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class ComparisonsView:
    """A page of the list of comparisons."""

    rows: tuple[PairRow, ...]
    paging: Paging


def pairs_of(index: Index) -> dict[tuple[str, str], list[Relation]]:
    """Relations by the two articles they tie, the articles by date; sharpest pairs first."""
    found: dict[tuple[str, str], list[Relation]] = {}
    for relation in index.archive.relations:
        first, second = index.document_of(relation.a), index.document_of(relation.b)
        if first.slug != second.slug:
            one, two = sorted((first, second), key=when_key)
            found.setdefault((one.slug, two.slug), []).append(relation)
    for relations in found.values():
        relations.sort(key=lambda r: (RANK[status_of(r)], r.a, r.b))

    def weight(pair: tuple[str, str]) -> tuple[int, int, tuple[str, str]]:
        return RANK[status_of(found[pair][0])], -len(found[pair]), pair

    return {key: found[key] for key in sorted(found, key=weight)}


def compare(index: Index, slugs: tuple[str, str], relations: list[Relation]) -> Page:
    """The two articles, the earlier on the left."""
    words, path = index.words, compare_path(*slugs)
    documents = [index.documents[slug] for slug in slugs]
    letters = _letters(index, relations)
    names = [outlet(index, d) for d in documents]
    columns = [_column(index, d, relations, letters, path) for d in documents]
    claims = sorted((index.claims[claim] for claim in letters), key=lambda c: (c.document, c.span))
    tied = [sum(claim.document == slug for claim in claims) for slug in slugs]
    view = CompareView(
        lede=words.say(
            "compare.counts",
            ties=words.count("n.ties", len(relations)),
            left=words.count("n.claims", tied[0]),
            right=words.count("n.claims", tied[1]),
            first=apart(index, documents[0]),
            second=apart(index, documents[1]),
        ),
        standing=standing(index, origins(index, claims, path), relations),
        tally=counts(index, relations),
        columns=(columns[0], columns[1]),
        ties=groups(index, relations, path, letters),
    )
    title = words.say("compare.pair", left=names[0], right=names[1])
    return Page(path, "compare.html", frame(index, path, title, section="compare"), view)


def comparisons(index: Index, pairs: dict[tuple[str, str], list[Relation]]) -> list[Page]:
    """The list of all comparisons, fifty to a page."""
    keys = list(pairs)
    pages = []
    for n, path in enumerate(paths := paged("compare", len(keys)), 1):
        rows = keys[slices(len(keys))[n - 1]]
        view = ComparisonsView(
            tuple(_row(index, key, pairs[key], path) for key in rows), paging(index, paths, n)
        )
        around = frame(index, path, index.words.say("compare.title"), section="compare")
        pages.append(Page(path, "comparisons.html", around, view))
    return pages


def _row(index: Index, slugs: tuple[str, str], relations: list[Relation], here: str) -> PairRow:
    left, right = (index.documents[slug] for slug in slugs)
    return PairRow(
        href=link(here, compare_path(*slugs)),
        left=_dated(index, left),
        right=_dated(index, right),
        titles=index.words.say("list.part").join(
            shown(index, d, d.meta.title) for d in (left, right)
        ),
        tally=counts(index, relations),
    )


def _dated(index: Index, document: Document) -> str:
    return f"{outlet(index, document)}, {index.words.when(document.meta.published, 'short')}"


def _column(
    index: Index,
    document: Document,
    relations: list[Relation],
    letters: dict[str, str],
    path: str,
) -> Column:
    claims = index.claims_of.get(document.slug, ())
    excerpt = index.excerpt(document)
    only = tuple(
        Alone(
            c.id,
            index.words.quoted(shown(index, document, c.quote)),
            link(path, article_path(document.slug), f"c-{c.id}"),
        )
        for c in claims
        if c.id not in letters
    )
    names = index.words.listing(index.name(o.name) for o in document.meta.origins)
    name = outlet(index, document)
    return Column(
        outlet=name,
        date=index.words.when(document.meta.published, "short"),
        title=shown(index, document, document.meta.title),
        href=link(path, article_path(document.slug)),
        lang=document.language,
        dir=direction(document.language),
        relies=index.words.say("home.relies", names=names) if names else "",
        blocks=_blocks(index, document, _marks(index, claims, relations, letters), path),
        excerpt=excerpt,
        only=only,
        only_label=index.words.say(
            "compare.only", name=name, claims=index.words.count("n.claims", len(only))
        ),
    )


def _blocks(index: Index, document: Document, found: list[Mark], path: str) -> tuple[Words, ...]:
    """The article's blocks; of an excerpt, only the sentences that hold claims."""
    text = displayed(document, shown(index, document, document.text))
    claims = index.claims_of.get(document.slug, ())
    blocks = pieces(document, index.paragraphs.get(document.slug, ()))
    kept = None
    if index.excerpt(document):
        blocks = excerpted(blocks, claims)
        kept = sorted({c.sentence for c in claims})
    home = article_path(document.slug)
    return tuple(
        Words(
            piece.tag,
            words_of(index, text, rebased(piece, home, path), here, kept),
            piece.before,
            piece.after,
        )
        for piece, here in zip(blocks, within(blocks, found), strict=True)
        if piece.tag != "hr"
    )


def _marks(
    index: Index,
    claims: tuple[Claim, ...],
    relations: list[Relation],
    letters: dict[str, str],
) -> list[Mark]:
    """The tied claims of one article, each with its letter."""
    ties: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        ties[relation.a].append(relation)
        ties[relation.b].append(relation)
    return [_mark(index, c, ties[c.id], letters[c.id]) for c in claims if c.id in letters]


def _mark(index: Index, claim: Claim, ties: list[Relation], letter: str) -> Mark:
    sharpest = ties[0]
    status: Status = status_of(sharpest)
    label = index.words.say(
        "compare.tie", letter=letter, relation=index.words.label("relation", status)
    )
    held = " ".join(dict.fromkeys(map(status_of, ties)))
    ends = claim.id, other(sharpest, claim.id)
    href = f"#{pair_id(sharpest)}"
    after = marks.tie(letter, ends, href, status, label)
    return Mark(claim.id, claim.span, status, held, after)


def _letters(index: Index, relations: list[Relation]) -> dict[str, str]:
    """A letter for each claim: one for all that hang together, in the order of the left text."""
    group = together((relation.a, relation.b) for relation in relations)
    ordered = sorted(group, key=lambda c: (when_key(index.document_of(c)), index.claims[c].span, c))
    named: dict[str, str] = {}
    for claim in ordered:
        named.setdefault(group[claim], _letter(len(named)))
    return {claim: named[stands] for claim, stands in group.items()}


def _letter(place: int) -> str:
    """A, B … Z, AA, AB …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
