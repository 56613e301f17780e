"""Relations with both of their passages, and those of one status gathered round a passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.marks import typographic
from variorum.model import STATUSES, Claim, Figure, Relation, Status
from variorum.views.figures import counted
from variorum.views.frame import METHOD, Link, link, matter_path
from variorum.views.index import Index, other, status_of, when_key
from variorum.views.passages import Quotation, comparison, quotation, report, shown
from variorum.views.people import band, maker, opening, shared_origin

_FEW = 3
"""Relations of one status that stand open wherever they are listed."""
_BRIEF = 48
"""Characters of a passage in a line that only leads to it."""
_MANY = 12
"""Relations of the status that leads a list up to which they stand open."""


@dataclass(frozen=True, slots=True)
class PairView:
    """A relation as it stands beside one of its passages."""

    id: str
    status: Status
    relation: str
    reason: str
    origin: str
    """What both rest on, in words; empty where nothing is known, or the reason says it."""
    maker: str
    band: str
    """How sure the program is, in words; empty where an editor has decided."""
    bands: str
    """Leads to what is known of each band."""
    report: str
    near: str
    """The claim beside which it stands."""
    far: Quotation
    """The passage at the other end."""
    letter: str
    """What both ends are marked with in the two texts; empty where these do not stand here."""
    compare: str
    """Leads to the two texts side by side; empty where they stand here, or both ends in one."""
    matters: tuple[Link, ...]
    """Beside the two texts, the matters in which the relation stands."""


@dataclass(frozen=True, slots=True)
class Hub:
    """A passage and all that is tied to it in one way, so that none is quoted for each tie."""

    at: Quotation
    pairs: tuple[PairView, ...]
    turned: bool
    """Whether it stands on the right of what is tied to it, because its article does."""


@dataclass(frozen=True, slots=True)
class Group:
    """The relations of one status."""

    status: Status
    label: str
    """How many, in words."""
    hubs: tuple[Hub, ...]
    open: bool
    """Whether they stand unfolded."""
    long: bool = False
    """Whether they do so only where there is room."""


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a relation in a few words."""

    outlet: str
    words: str
    """Its figure with what it counts, else its opening words between quotation marks."""
    lang: str
    dir: str
    href: str
    """Leads to the relation of which it is the far end."""
    reason: str = ""
    """Why that relation is stated, where it may be folded."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A passage, and in a line each what is tied to it in one way."""

    status: Status
    at: Side
    far: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims, or relations, have a status."""

    status: Status
    label: str
    n: int


def counts(index: Index, relations: Iterable[Relation]) -> tuple[Count, ...]:
    """Relations counted by status, sharpest first; only those that occur."""
    held = Counter(status_of(relation) for relation in relations)
    return tuple(
        Count(status, index.words.count(f"part.{status}", held[status]), held[status])
        for status in STATUSES
        if held[status]
    )


def pair_id(relation: Relation) -> str:
    """Anchor of a relation where both of its passages are shown."""
    return f"r-{relation.a}-{relation.b}"


def groups(
    index: Index,
    relations: Sequence[Relation],
    here: str,
    letters: Mapping[str, str] | None = None,
) -> tuple[Group, ...]:
    """Relations by status, sharpest first, as shown on the page at ``here``.

    Conflicts always stand open, of the others the first status unless it has too many
    relations, the rest where they have few. ``letters`` are those of the claims in the two
    texts on that page: there each article keeps its side, the earlier the left.
    """
    found: dict[Status, list[Relation]] = {}
    for relation in relations:
        found.setdefault(status_of(relation), []).append(relation)
    made: list[Group] = []
    for count in counts(index, relations):
        held = found[count.status]
        most = _FEW if made else _MANY
        hubs = tuple(_hub(index, claim, tied, here, letters or {}) for claim, tied in _hubs(held))
        opened = count.status == "conflicts" or len(held) <= most
        made.append(Group(count.status, count.label, hubs, opened))
    return tuple(made)


def in_brief(
    index: Index, found: Sequence[Group], figures: Mapping[str, Figure]
) -> tuple[tuple[Brief, ...], tuple[Group, ...]]:
    """A line for each of these relations, in their order, where they are too many to be seen at
    once; and the relations, those that such a line leads to marked as long.

    A claim is told by its figure where ``figures`` has one.
    """
    if sum(map(_size, found)) <= _FEW:
        return (), tuple(found)
    briefs = tuple(
        Brief(
            group.status,
            _side(index, hub.at, figures, ""),
            tuple(_far(index, pair, figures) for pair in hub.pairs),
        )
        for group in found
        for hub in group.hubs
    )
    return briefs, tuple(
        replace(g, long=g.open and _size(g) > _FEW and g.status != "conflicts") for g in found
    )


def where_roomy(found: Sequence[Group]) -> tuple[Group, ...]:
    """These relations, folded where there is little room."""
    return tuple(replace(g, long=g.open) for g in found)


def _size(group: Group) -> int:
    """How many relations it has."""
    return sum(len(hub.pairs) for hub in group.hubs)


def _far(index: Index, pair: PairView, figures: Mapping[str, Figure]) -> Side:
    """The far end of a relation; with the reason unless it conflicts, which is never folded."""
    side = _side(index, pair.far, figures, f"#{pair.id}")
    return side if pair.status == "conflicts" else replace(side, reason=pair.reason)


def _side(index: Index, at: Quotation, figures: Mapping[str, Figure], href: str) -> Side:
    claim = index.claims[at.claim]
    document, figure = index.documents[claim.document], figures.get(claim.id)
    if figure:
        words = shown(index, document, counted(index, claim, figure))
    else:
        words = index.words.quoted(opening(shown(index, document, claim.quote), _BRIEF))
    return Side(at.outlet, words, at.lang, at.dir, href)


def _hubs(relations: Sequence[Relation]) -> list[tuple[str, list[Relation]]]:
    """Each relation once, under the claim with most of those that are left."""
    left = list(relations)
    found: list[tuple[str, list[Relation]]] = []
    while left:
        held = Counter(end for relation in left for end in (relation.a, relation.b))
        claim, n = held.most_common(1)[0]
        tied = [relation for relation in left if claim in (relation.a, relation.b)]
        if n == 1:
            return found + [("", [relation]) for relation in left]
        found.append((claim, tied))
        left = [relation for relation in left if claim not in (relation.a, relation.b)]
    return found


def _hub(
    index: Index, claim: str, tied: Sequence[Relation], here: str, letters: Mapping[str, str]
) -> Hub:
    """A claim with these relations; that of the earlier passage where none is given."""
    near = index.claims[claim] if claim else _earlier(index, tied[0])
    far = index.claims[other(tied[0], near.id)]
    return Hub(
        quotation(index, near, here),
        tuple(_pair(index, relation, near.id, here, letters) for relation in tied),
        bool(letters) and _earlier(index, tied[0]) is far,
    )


def _earlier(index: Index, relation: Relation) -> Claim:
    ends = (index.claims[relation.a], index.claims[relation.b])
    return min(ends, key=lambda c: (when_key(index.documents[c.document]), c.span))


def _pair(
    index: Index, relation: Relation, near: str, here: str, letters: Mapping[str, str]
) -> PairView:
    held = status_of(relation)
    return PairView(
        id=pair_id(relation),
        status=held,
        relation=index.words.label("relation", held),
        reason=typographic(relation.reason),
        origin=shared_origin(index, relation),
        maker=maker(index, relation),
        band=band(index, relation),
        bands=link(here, METHOD, "bands"),
        report=report(index, relation),
        near=near,
        far=quotation(index, index.claims[other(relation, near)], here),
        letter=letters.get(near, ""),
        compare="" if letters else comparison(index, relation, near, here),
        matters=_matters(index, relation, here) if letters else (),
    )


def _matters(index: Index, relation: Relation, here: str) -> tuple[Link, ...]:
    """The matters that hold both ends, each at the relation."""
    return tuple(
        Link(typographic(matter.title), link(here, matter_path(matter.slug), pair_id(relation)))
        for matter in index.matters.get(relation.a, ())
        if relation.b in matter.claims
    )
