"""Registers of the archive: its outlets, the origins it rests on, its speakers, its dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from variorum.model import Claim
from variorum.views.article import tally
from variorum.views.frame import PAGE, Page, Paging, frame, link, paged, paging
from variorum.views.index import RANK, Index, when_key
from variorum.views.lists import ArticleRow, article_row, timeline
from variorum.views.pairs import Count
from variorum.views.passages import Quotation, quotation
from variorum.views.people import origins_of, outlet

_SHOWN = 40
"""Passages listed under one entry; the search finds the others."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An outlet, an origin or a speaker, with what rests on it."""

    id: str
    name: str
    named: bool
    """Whether it is somebody's name, not only what the article calls its source."""
    facts: str
    """How many claims in how many articles."""
    alone: str
    """How many agreements rest on it and nothing else; empty where none does."""
    tally: tuple[Count, ...]
    articles: tuple[ArticleRow, ...]
    passages: tuple[Quotation, ...]
    further: str
    """How many passages more, in words; empty when all are listed."""
    search: str
    """The search for everything it has, under every way its name is written."""


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A page of a register."""

    title: str
    lede: str
    entries: tuple[Entry, ...]
    """Named ones first."""
    folded: bool
    """Whether each opens when asked."""
    paging: Paging


@dataclass(frozen=True, slots=True)
class Day:
    """What the sources say happened on a day, in a month or over a period."""

    date: str
    passages: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A page of the timeline."""

    coverage: str
    """When the articles were published: SVG."""
    days: tuple[Day, ...]
    none: str
    """What stands instead where there are no days."""
    paging: Paging


def outlets(index: Index) -> list[Page]:
    """Every outlet with its articles."""
    return _register(
        index, "outlets", lambda c: [outlet(index, index.documents[c.document])], articles=True
    )


def origins(index: Index) -> list[Page]:
    """Every origin with the passages that rest on it, those most rest on first."""
    return _register(index, "origins", lambda c: list(origins_of(index, c)), articles=False)


def speakers(index: Index) -> list[Page]:
    """Everybody to whom a passage is attributed."""
    return _register(
        index, "speakers", lambda c: [index.name(s) for s in c.attributed_to], articles=False
    )


def dates(index: Index) -> list[Page]:
    """What happened when, as the sources tell it."""
    dated: dict[tuple[str, str], list[Claim]] = {}
    for claim in index.archive.claims:
        if claim.when and (claim.when.earliest or claim.when.latest) and not claim.restates:
            key = (claim.when.earliest or claim.when.latest, claim.when.latest)
            dated.setdefault(key, []).append(claim)
    keys = sorted(dated)
    documents = sorted(index.archive.documents, key=when_key)
    pages = []
    for n, path in enumerate(paths := paged("timeline", len(keys)), 1):
        rows = keys[(n - 1) * PAGE : n * PAGE]
        view = TimelineView(
            timeline(index, documents, path) if n == 1 else "",
            tuple(_day(index, dated[key], path) for key in rows),
            index.words.say("timeline.none" if documents else "home.empty"),
            paging(index, paths, n),
        )
        title = index.words.say("timeline.title")
        pages.append(Page(path, "timeline.html", frame(index, path, title), view))
    return pages


def _day(index: Index, claims: list[Claim], here: str) -> Day:
    ordered = sorted(claims, key=lambda c: (RANK[index.status(c.id)], c.document, c.span))
    return Day(
        index.words.when(claims[0].when, "short"),
        tuple(quotation(index, c, here) for c in ordered[:_SHOWN]),
    )


def _register(
    index: Index, kind: str, names: Callable[[Claim], list[str]], *, articles: bool
) -> list[Page]:
    found: dict[str, list[Claim]] = {}
    written: dict[str, dict[str, None]] = {}
    for claim in index.archive.claims:
        for name in names(claim):
            if name:
                written.setdefault(name.casefold(), {})[name] = None
                found.setdefault(name.casefold(), []).append(claim)
    named = {key for key in found if articles or _is_name(index, next(iter(written[key])))}
    alone = Counter(index.name(r.origin).casefold() for r in index.archive.relations if r.origin)
    keys = sorted(
        found,
        key=lambda k: (k not in named, -len({c.document for c in found[k]}), -len(found[k]), k),
    )
    pages = []
    for n, path in enumerate(paths := paged(kind, len(keys)), 1):
        rows = enumerate(keys[(n - 1) * PAGE : n * PAGE], (n - 1) * PAGE + 1)
        view = RegisterView(
            index.words.say(f"{kind}.title"),
            index.words.say(f"{kind}.lede"),
            tuple(
                _entry(
                    index,
                    f"e-{place}",
                    kind,
                    list(written[key]),
                    found[key],
                    path,
                    alone=None if articles else alone[key],
                )
                for place, key in rows
            ),
            not articles,
            paging(index, paths, n),
        )
        title = index.words.say(f"{kind}.title")
        pages.append(Page(path, "register.html", frame(index, path, title), view))
    return pages


def _is_name(index: Index, written: str) -> bool:
    """Whether a source is named, not only described.

    It is in the authorities, begins with a capital, or does so but for one word before it
    ("the Courier", not "a friend in Arlen"); scripts without capitals count as naming.
    """
    if written.casefold() in index.preferred or not written[:1].islower():
        return True
    rest = written.split()[1:]
    return bool(rest) and not (rest[0][:1].islower() or rest[-1][:1].islower())


def _search(here: str, kind: str, names: Iterable[str]) -> str:
    """The address of a search; a facet is named as its register is, in the singular."""
    query = urlencode([(kind.removesuffix("s"), name) for name in names])
    return f"{link(here, 'search/index.html')}?{query}"


def _entry(
    index: Index,
    place: str,
    kind: str,
    forms: list[str],
    claims: list[Claim],
    here: str,
    *,
    alone: int | None,
) -> Entry:
    """The entry of a name in its forms; where ``alone`` is None with articles, else passages."""
    words, articles = index.words, alone is None
    slugs = sorted({c.document for c in claims}, key=lambda s: when_key(index.documents[s]))
    ranked = sorted(claims, key=lambda c: (when_key(index.documents[c.document]), c.span))
    kept = () if articles else ranked[:_SHOWN]
    rest = 0 if articles else len(ranked) - len(kept)
    return Entry(
        id=place,
        name=forms[0],
        named=_is_name(index, forms[0]),
        facts=words.say(
            "register.facts",
            articles=words.count("n.articles", len(slugs)),
            claims=words.count("n.claims", len(claims)),
        ),
        alone=words.count("register.alone", alone) if alone else "",
        tally=tally(index, tuple(claims)),
        articles=tuple(article_row(index, index.documents[s], here) for s in slugs)
        if articles
        else (),
        passages=tuple(quotation(index, c, here) for c in kept),
        further=words.say("register.further", n=words.number(rest)) if rest else "",
        search=_search(here, kind, forms),
    )
