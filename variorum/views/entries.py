"""The page of one outlet, origin or speaker: all that the archive has from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from variorum.interface import direction
from variorum.marks import typographic
from variorum.model import Claim, Document, Matter
from variorum.views.article import tally
from variorum.views.elsewhere import Elsewhere, elsewhere
from variorum.views.frame import Link, Page, article_path, frame, link, paged, slices
from variorum.views.index import Index
from variorum.views.matter import status
from variorum.views.matter_links import MatterLinks, Ranked, matter_links
from variorum.views.names import KINDS, Kind, Known, Names, key_of, path, search
from variorum.views.pairs import Count
from variorum.views.passages import Quotation, quotation, shown
from variorum.views.people import keeper, outlet, speakers_of, with_bodies
from variorum.views.reliance import reliance
from variorum.views.rows import ArticleRow, article_row
from variorum.views.shelves import Steps, flat
from variorum.views.shelves import label as page_label
from variorum.views.whence import origins_of

_SHOWN = 8
"""Names beside an entry that its page lists."""


_DRAWN: tuple[tuple[Kind, str, Callable[[Index, Claim], tuple[str, ...]]], ...] = (
    ("origins", "register.outlets_origins", origins_of),
    ("speakers", "register.outlets_speakers", speakers_of),
)
"""Whom an outlet draws on: the register, the title, and where a claim tells."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A name beside an entry, and how many of the entry's claims it shares."""

    name: str
    href: str
    n: str


@dataclass(frozen=True, slots=True)
class Facet:
    """The names that share most claims with an entry."""

    title: str
    names: tuple[Counted, ...]
    further: str
    """How many names more, in words; empty where all are listed."""


@dataclass(frozen=True, slots=True)
class Group:
    """Passages of one article."""

    title: str
    lang: str
    dir: str
    href: str
    outlet: str
    date: str
    passages: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """Everything the template of an entry shows."""

    eyebrow: Link
    """The register, and the way back to it."""
    name: str
    also: str
    """The other ways in which the name is written; empty where there is one."""
    taken: str
    """The other names that the authorities hold for it; empty without any."""
    caution: str
    """That the words may mean several people; empty for a name."""
    reliance: str
    """What an origin is worth as a source, in a sentence or two; empty for others."""
    lede: str
    """How much the archive has from it, in a sentence."""
    own: str
    """How many of its claims are not those of its parts, in a sentence; empty where it has no
    parts."""
    alone: str
    """How many agreements rest on it and nothing else, in a sentence; empty where none does."""
    tally: tuple[Count, ...]
    """Its claims by their sharpest status, together they are all of them."""
    search: Link | None
    """Leads to a search that finds these claims and no others."""
    within: Link | None
    """The body it is a part of."""
    elsewhere: tuple[Elsewhere, ...]
    """The same name in the other registers."""
    facets: tuple[Facet, ...]
    matters: MatterLinks
    articles: tuple[ArticleRow, ...]
    """Of an outlet, which they do not name again; others have passages."""
    groups: tuple[Group, ...]
    steps: Steps


def entries(index: Index, names: Names, ranked: Sequence[Matter]) -> Iterator[Page]:
    """Every page of every entry of the three registers; ``ranked`` are the matters."""
    matters = {m.slug: (place, status(index, m)) for place, m in enumerate(ranked)}
    alone = Counter(
        key_of(index, name)
        for relation in index.archive.relations
        if relation.origin
        for name in with_bodies(index, (index.listed(relation.origin),))
    )
    for kind in KINDS:
        for one in names.of(kind).values():
            yield from _entry(
                index, names, matters, one, alone[one.key] if kind == "origins" else 0
            )


def _entry(index: Index, names: Names, ranked: Ranked, one: Known, alone: int) -> Iterator[Page]:
    """One entry's pages: an outlet's articles, otherwise passages, fifty to a page."""
    items: Sequence[Document | Claim] = one.documents if one.kind == "outlets" else one.claims
    paths = paged(f"{one.kind}/{one.key}", len(items))
    for n, here in enumerate(paths, 1):
        some = slices(len(items))[n - 1]
        view = EntryView(
            eyebrow=Link(
                index.words.say(f"{one.kind}.title"), link(here, f"{one.kind}/index.html")
            ),
            name=typographic(one.name),
            also=_forms(index, one, "also"),
            taken=_forms(index, one, "taken"),
            caution="" if one.named else index.words.say(f"{one.kind}.described"),
            reliance=reliance(index, one) if one.kind == "origins" else "",
            lede=_lede(index, one),
            own=_own(index, names, one),
            alone=index.words.count("register.alone", alone) if alone else "",
            tally=tally(index, one.claims),
            search=_search(index, one, here),
            within=_within(index, one, here),
            elsewhere=elsewhere(index, names, one, here),
            facets=_facets(index, names, one, here) if n == 1 else (),
            matters=matter_links(index, ranked, one.claims, here) if n == 1 else MatterLinks(),
            articles=tuple(_article(index, one, d, here) for d in one.documents[some])
            if one.kind == "outlets"
            else (),
            groups=() if one.kind == "outlets" else _groups(index, one.claims[some], here),
            steps=flat(index, paths, n),
        )
        title = page_label(index, _title(index, one), n, len(paths))
        yield Page(here, "entry.html", frame(index, here, title, section=one.kind), view)


def _title(index: Index, one: Known) -> str:
    return index.words.say("shelf.title", list=index.words.say(f"{one.kind}.title"), part=one.name)


def _lede(index: Index, one: Known) -> str:
    words = index.words
    return words.count(
        f"register.lede_{one.kind}",
        len(one.documents) if one.kind == "outlets" else len(one.claims),
        articles=words.count("n.articles", len(one.documents)),
        claims=words.count("n.claims", len(one.claims)),
        name=typographic(one.name),
    )


def _own(index: Index, names: Names, one: Known) -> str:
    if not one.parts or one.own == len(one.claims):
        return ""
    if not one.own:
        own = index.words.say("register.own_none")
    else:
        own = index.words.count(f"register.own_{one.kind}", one.own, name=typographic(one.name))
    known = names.of(one.kind)
    once = one.own + sum(len(known[key].claims) for key in one.parts) == len(one.claims)
    return own if once else index.words.say("register.own_several", own=own)


def _forms(index: Index, one: Known, key: Literal["also", "taken"]) -> str:
    """Other spellings of the name, which differ in no letter, or other names that an editor
    holds for it; in words."""
    alike = key == "also"
    found = [typographic(form) for form in one.also if (key_of(index, form) == one.key) == alike]
    names, by = index.words.listing(found), keeper(index)
    return index.words.count(f"register.{key}", len(found), names=names, by=by) if found else ""


def _search(index: Index, one: Known, here: str) -> Link | None:
    if not one.claims:
        return None
    return Link(index.words.count("register.search", len(one.claims)), search(one, here))


def _within(index: Index, one: Known, here: str) -> Link | None:
    if not one.within:
        return None
    label = index.words.say("register.within", body=typographic(index.bodies(one.name)[0]))
    return Link(label, link(here, path(one.kind, one.within)))


def _article(index: Index, one: Known, document: Document, here: str) -> ArticleRow:
    """An article of an outlet, which the row names again only where it is a part of it."""
    own = index.listed(outlet(index, document)) == one.name
    row = article_row(index, document, here)
    return replace(row, outlet="") if own else row


def _facets(index: Index, names: Names, one: Known, here: str) -> tuple[Facet, ...]:
    """The parts of a body, and who shares its claims: whom an outlet draws on, or who draws on
    an origin or a speaker."""
    found = []
    if one.parts:
        held = {key: len(names.of(one.kind)[key].claims) for key in one.parts}
        found.append((one.kind, "register.parts", held))
    if one.kind != "outlets":
        beside = (index.listed(outlet(index, index.documents[c.document])) for c in one.claims)
        title = f"register.{one.kind}_outlets"
        found.append(("outlets", title, Counter(key_of(index, name) for name in beside)))
    else:
        for kind, title, names_of in _DRAWN:
            keys = (
                key
                for claim in one.claims
                for key in {key_of(index, n) for n in with_bodies(index, names_of(index, claim))}
            )
            found.append((kind, title, Counter(keys)))
    facets = (_facet(index, names, kind, title, held, here) for kind, title, held in found)
    return tuple(facet for facet in facets if facet.names)


def _facet(
    index: Index, names: Names, kind: Kind, title: str, counted: Mapping[str, int], here: str
) -> Facet:
    ranked = sorted(counted, key=lambda key: (-counted[key], key))
    rest = len(ranked) - _SHOWN
    rows = tuple(
        Counted(
            typographic(names.of(kind)[key].name),
            link(here, path(kind, key)),
            index.words.count("n.claims", counted[key]),
        )
        for key in ranked[:_SHOWN]
    )
    further = index.words.count("register.further", rest) if rest > 0 else ""
    return Facet(index.words.say(title), rows, further)


def _groups(index: Index, claims: Sequence[Claim], here: str) -> tuple[Group, ...]:
    """Passages by article, in the order of their dates."""
    found = []
    for slug, inside in groupby(claims, key=lambda claim: claim.document):
        document = index.documents[slug]
        found.append(
            Group(
                title=shown(index, document, document.meta.title),
                lang=document.language,
                dir=direction(document.language),
                href=link(here, article_path(slug)),
                outlet=outlet(index, document, short=False),
                date=index.words.when(document.meta.published, "short"),
                passages=tuple(quotation(index, claim, here) for claim in inside),
            )
        )
    return tuple(found)
