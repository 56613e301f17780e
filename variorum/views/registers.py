"""The registers' lists: outlets, origins and speakers, each entry leading to its own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.marks import typographic
from variorum.model import Status
from variorum.views.frame import PAGE, Page, frame, link
from variorum.views.index import Index
from variorum.views.names import KINDS, Kind, Known, Names, alphabetical, letter, path
from variorum.views.shelves import ALONE, Leaf, Place, Row, Shelf, Steps, leaves, row, steps
from variorum.views.shelves import label as page_label

_UNNAMED = "unnamed"
"""The shelf of those who are only described."""
_BAR = 100
"""Width of the longest bar, in units of its drawing."""
_TELLING = 5
"""Articles of the foremost entry from which bars tell more than the numbers beside them."""


@dataclass(frozen=True, slots=True)
class NameRow:
    """An entry in a list."""

    name: str
    href: str
    facts: str
    """How many articles and claims, and of what it is a part where that does not stand above."""
    bar: int
    """Its articles as a share of those of the entry that has most, of 100; 0 where all have few."""
    status: Status
    """``conflicts`` where any of its claims does, otherwise ``unlinked``."""
    conflicts: str
    """How many of its claims conflict with another; empty where none does."""
    parts: tuple[NameRow, ...] = ()
    """Where bodies lead: the parts of this one, whose claims are counted with its own."""


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A page of a register."""

    title: str
    lede: str
    heading: str
    """What part of the register this is, in words; empty where it is all of it."""
    rows: tuple[NameRow, ...]
    unnamed: tuple[NameRow, ...]
    """Those who have no name, where they stand on this page too."""
    unnamed_title: str
    unnamed_lede: str
    steps: Steps


def registers(index: Index, names: Names) -> Iterator[Page]:
    """Every page of the three registers."""
    for kind in KINDS:
        yield from register(index, names, kind)


def register(index: Index, names: Names, kind: Kind) -> Iterator[Page]:
    """A register: those in most articles first; all of it by letter where it is long."""
    entries = names.of(kind).values()
    named = [one for one in entries if one.named]
    heads = [one for one in named if not one.within][:PAGE]
    described = [one for one in entries if not one.named]
    shelves = list(_shelves(named, described))
    here = f"{kind}/index.html"
    long = len(named) > PAGE
    front = RegisterView(
        title=index.words.say(f"{kind}.title"),
        lede=index.words.say(f"{kind}.lede"),
        heading=index.words.say("register.most", n=len(heads)) if long else "",
        rows=_nested(index, names, heads, here),
        unnamed=rows(index, described, here) if len(described) <= PAGE else (),
        unnamed_title=index.words.say(f"{kind}.unnamed"),
        unnamed_lede=index.words.say(f"{kind}.described"),
        steps=Steps(None, None, _letters(index, kind, shelves, here)) if shelves else ALONE,
    )
    yield Page(here, "register.html", frame(index, here, front.title, section=kind), front)
    pages = leaves(kind, shelves)
    for at, leaf in enumerate(pages):
        yield _shelf(index, kind, shelves, pages, at, leaf)


def _shelves(named: list[Known], described: list[Known]) -> Iterator[Shelf[Known]]:
    """The letters of a long register, and a shelf for many voices that have no name."""
    if len(named) > PAGE:
        found: dict[str, list[Known]] = {}
        for one in alphabetical(named):
            found.setdefault(letter(one), []).append(one)
        for key in sorted(found):
            yield Shelf(key, tuple(found[key]))
    if len(described) > PAGE:
        yield Shelf(_UNNAMED, tuple(alphabetical(described)))


def _shelf(
    index: Index,
    kind: Kind,
    shelves: Sequence[Shelf[Known]],
    pages: Sequence[Leaf[Known]],
    at: int,
    leaf: Leaf[Known],
) -> Page:
    """One page of the names under a letter."""
    letters = _letters(index, kind, shelves, leaf.path, leaf.key)
    part = page_label(index, _name(index, kind, leaf.key), leaf.n, leaf.last)
    title = index.words.say("shelf.title", list=index.words.say(f"{kind}.title"), part=part)
    view = RegisterView(
        title=title,
        lede=index.words.say(f"{kind}.described") if leaf.key == _UNNAMED else "",
        heading="",
        rows=rows(index, leaf.items, leaf.path),
        unnamed=(),
        unnamed_title="",
        unnamed_lede="",
        steps=steps(index, pages, at, letters, lambda key: _name(index, kind, key)),
    )
    return Page(leaf.path, "register.html", frame(index, leaf.path, title, section=kind), view)


def _letters(
    index: Index, kind: Kind, shelves: Sequence[Shelf[Known]], here: str, current: str = ""
) -> tuple[Row, ...]:
    counts = {s.key: (_name(index, kind, s.key), len(s.items)) for s in shelves}
    return (row(index, index.words.say("shelf.letters"), kind, counts, here, current),)


def _name(index: Index, kind: Kind, key: str) -> str:
    return index.words.say(f"{kind}.unnamed") if key == _UNNAMED else key.upper()


def rows(index: Index, entries: Iterable[Known], here: str) -> tuple[NameRow, ...]:
    """Entries as listed on the page at ``here``, parts apart from their bodies."""
    listed = list(entries)
    most = max((len(one.documents) for one in listed), default=1)
    return tuple(_row(index, one, most, here) for one in listed)


def _nested(index: Index, names: Names, entries: Sequence[Known], here: str) -> tuple[NameRow, ...]:
    """Entries with their parts under them."""
    most = max((len(one.documents) for one in entries), default=1)

    def nested(one: Known) -> NameRow:
        parts = tuple(nested(names.of(one.kind)[key]) for key in one.parts)
        return replace(_row(index, one, most, here, below=True), parts=parts)

    return tuple(map(nested, entries))


def foremost(index: Index, names: Names, kind: Kind, most: int, here: str) -> Row:
    """The first names of a register as a row of links with their articles, and the way to all."""
    words = index.words
    listed = [one for one in names.of(kind).values() if one.named and not one.within][:most]
    number = words.number
    places = [
        Place(one.name, number(len(one.documents)), link(here, path(kind, one.key)))
        for one in listed
    ]
    whole = Place(total(index, names, kind), "", link(here, f"{kind}/index.html"))
    return Row(words.say(f"nav.{kind}"), (*places, whole), within=False)


def total(index: Index, names: Names, kind: Kind) -> str:
    """How many entries a register has, in words; voices without a name told apart."""
    words, entries = index.words, names.of(kind).values()
    unnamed = sum(not one.named for one in entries) if kind != "outlets" else 0
    n = words.number(len(entries) - unnamed)
    if not unnamed:
        return words.say(f"home.all_{kind}", n=n)
    return words.count(f"home.all_{kind}_some", unnamed, total=n)


def _row(index: Index, one: Known, most: int, here: str, *, below: bool = False) -> NameRow:
    """An entry as listed; ``below`` its body, where it has one."""
    words = index.words
    conflicts = sum(index.status(claim.id) == "conflicts" for claim in one.claims)
    told = words.say(
        "register.facts_whole" if one.parts else "register.facts",
        articles=words.count("n.articles", len(one.documents)),
        claims=words.count("n.claims", len(one.claims)),
    )
    if one.within and not below:
        body = typographic(index.bodies(one.name)[0])
        told = words.say("register.facts_part", facts=told, body=body)
    return NameRow(
        name=typographic(one.name),
        href=link(here, path(one.kind, one.key)),
        facts=told,
        bar=max(1, round(_BAR * len(one.documents) / most)) if most >= _TELLING else 0,
        status="conflicts" if conflicts else "unlinked",
        conflicts=words.say("tally.conflicts", n=words.number(conflicts)) if conflicts else "",
    )
