"""The margin notes of an article: one for each claim that has relations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.interface import direction
from variorum.marks import typographic
from variorum.model import Claim, Relation, Status
from variorum.views.figures import counted
from variorum.views.fit import SUMMARY, line_height, passage_height, summary_height
from variorum.views.frame import Link, link, matter_path
from variorum.views.index import Index, other, status_of
from variorum.views.origins import voices
from variorum.views.passages import SHORT, Passage, foremost, passage, shown, source_line
from variorum.views.people import apart, opening, outlets
from variorum.views.prose import Stretch, linked

_SHOWN = 2
"""Passages an open note shows at once; the others fold away under them."""
_NAMED = 2
"""Outlets up to which a closed note names each."""
_FAN = 3
"""Reports from which a shared origin is drawn as a tree."""


@dataclass(frozen=True, slots=True)
class Branch:
    """An origin and the reports that rest on it."""

    origin: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginTree:
    """How many reports rest on how many origins."""

    label: str
    """Such as "3 reports, 1 origin"."""
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Echo:
    """The claim that a headline or standfirst only repeats."""

    label: str
    quote: str
    """Its opening words between quotation marks."""
    lang: str
    dir: str
    href: str


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin beside a claim."""

    claim: str
    number: int
    status: Status
    statuses: str
    label: str
    """Its sharpest status in words."""
    who: str
    """The outlet of the far passages of that status, two of them, or how many; else which claim
    it repeats."""
    gist: str
    """Figures or opening words of the same passages, for the closed note."""
    counts: bool = False
    """Whether these are figures: then none of it may be cut away."""
    detail: str = ""
    """How a corroboration stands: how many independent, or that nobody knows; else empty."""
    first: tuple[Passage, ...] = ()
    """The sharpest passages."""
    more: tuple[Passage, ...] = ()
    """The others, folded."""
    more_label: str = ""
    tree: OriginTree | None = None
    matters: tuple[Link, ...] = ()
    remark: tuple[Stretch, ...] = ()
    """The editor's remark on the claim."""
    repeats: Echo | None = None
    """The claim that this one only repeats."""
    repeated: tuple[Link, ...] = ()
    """Leads to what only repeats this one: its headline."""
    open: bool = False
    leads: bool = False
    """Whether it shows as soon as the notes of its paragraph are unfolded."""


def noted(index: Index, claim: Claim) -> bool:
    """Whether a claim has a note: it has relations, or what it repeats has."""
    return claim.id in index.relations or index.restates.get(claim.id) in index.relations


def note(index: Index, claim: Claim, here: str) -> Note:
    """The note of a claim that is ``noted``, closed."""
    relations = index.relations.get(claim.id, ())
    if not relations:
        return _repeating(index, claim, here)
    passages = tuple(passage(index, relation, claim.id, here) for relation in relations)
    status = index.status(claim.id)
    sharpest = [p for p in passages if p.status == status]
    figures = _figures(index, claim, sharpest)
    first = _first(passages)
    more = passages[len(first) :]
    return Note(
        claim=claim.id,
        number=index.number[claim.id],
        status=status,
        statuses=" ".join(index.statuses[claim.id]),
        label=index.words.label("note_label", status),
        detail=_detail(index, status, claim, relations),
        who=_who(index, claim, [r for r in relations if status_of(r) == status]),
        gist=figures or sharpest[0].far.quote,
        counts=bool(figures),
        first=first,
        more=more,
        more_label=index.words.say("article.also", parts=parts(index, [p.status for p in more])),
        tree=_tree(index, claim, relations),
        matters=tuple(
            Link(typographic(matter.title), link(here, matter_path(matter.slug)))
            for matter in index.matters.get(claim.id, ())
        ),
        remark=linked(index, claim.note, here),
        repeats=_repeats(index, claim),
        repeated=_repeated(index, claim),
    )


def _repeating(index: Index, claim: Claim, here: str) -> Note:
    """The note of a claim that only repeats one with relations: it leads there."""
    status, repeats = index.status(claim.id), _repeats(index, claim)
    return Note(
        claim=claim.id,
        number=index.number[claim.id],
        status=status,
        statuses=" ".join(index.statuses[claim.id]),
        label=index.words.label("note_label", status),
        detail=_held(index, status),
        who=index.words.say("article.repeats", other=index.number[index.restates[claim.id]]),
        gist=repeats.quote if repeats else "",
        remark=linked(index, claim.note, here),
        repeats=repeats,
    )


def _repeats(index: Index, claim: Claim) -> Echo | None:
    target = index.claims.get(index.restates.get(claim.id, ""))
    if target is None:
        return None
    document = index.documents[claim.document]
    return Echo(
        label=index.words.say("article.repeats", other=index.number[target.id]),
        quote=index.words.quoted(opening(shown(index, document, target.quote), SHORT)),
        lang=document.language,
        dir=direction(document.language),
        href=f"#c-{target.id}",
    )


def _repeated(index: Index, claim: Claim) -> tuple[Link, ...]:
    """Links to the claims that only repeat this one, told by where they stand."""
    found = []
    for each in index.claims_of[claim.document]:
        if index.restates.get(each.id) == claim.id:
            role = index.paragraphs[claim.document][each.paragraph].role
            key = "article.repeated_headline" if role == "headline" else "article.repeated_claim"
            label = index.words.say(key, n=index.number[each.id])
            found.append(Link(label, f"#c-{each.id}"))
    return tuple(found)


def showing(index: Index, note: Note, passages: int) -> Note:
    """The note, open with so many of its sharpest passages and the others folded away."""
    first, more = note.first[:passages], (*note.first[passages:], *note.more)
    label = index.words.say("article.also", parts=parts(index, [p.status for p in more]))
    return replace(note, first=first, more=more, more_label=label, open=True)


def closed_height(note: Note) -> float:
    """Its estimated height when closed, in rem."""
    return summary_height(f"{note.who}: {note.gist}" if note.counts else "")


def heights(note: Note) -> tuple[float, ...]:
    """Its estimated height when open, in rem: with one passage, with two, as many as it may."""
    below = [*(matter.label for matter in note.matters), *(each.label for each in note.repeated)]
    below += ["".join(words.label for words in note.remark)] if note.remark else []
    below += [f"{note.repeats.label}: {note.repeats.quote}"] if note.repeats else []
    if note.tree:
        below += [note.tree.label, *(branch.origin for branch in note.tree.branches)]
        below += [name for branch in note.tree.branches for name in branch.reports]
    end = SUMMARY + sum(map(line_height, below))
    passages = [passage_height(source_line(p), p.far.quote, p.reason) for p in note.first]
    fold = line_height(note.more_label)
    return tuple(
        end + sum(passages[:n]) + (fold if note.more or n < len(passages) else 0)
        for n in range(min(1, len(passages)), len(passages) + 1)
    )


def _who(index: Index, claim: Claim, relations: Sequence[Relation]) -> str:
    """Whose passages are tied to a claim, first those of its own article."""
    documents = [index.document_of(other(r, claim.id)) for r in relations]
    elsewhere = [document for document in documents if document.slug != claim.document]
    named = list(dict.fromkeys(apart(index, document) for document in elsewhere))
    if len(named) > _NAMED:
        named = [outlets(index, elsewhere)]
    if len(elsewhere) < len(documents):
        named.insert(0, index.words.say("article.within"))
    return index.words.listing(named)


def _held(index: Index, status: Status) -> str:
    """What is not known of a corroboration, in words."""
    return index.words.say("article.by_unknown") if status == "corroborates-unknown" else ""


def _detail(index: Index, status: Status, claim: Claim, relations: tuple[Relation, ...]) -> str:
    if status == "corroborates":
        far = [index.claims[other(r, claim.id)] for r in relations if status_of(r) == status]
        return index.words.say("article.by_independent", n=voices(index, far))
    return _held(index, status)


def parts(index: Index, statuses: list[Status]) -> str:
    """Relations counted by status, in words: "1 conflicts, 2 repeat the same origin"."""
    counted = {status: statuses.count(status) for status in dict.fromkeys(statuses)}
    return index.words.say("list.join").join(
        index.words.count(f"part.{status}", n) for status, n in counted.items()
    )


def _first(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The sharpest passages; one where they conflict, because such a note is always open."""
    sharpest = passages[0].status
    return passages[:1] if sharpest == "conflicts" else passages[:_SHOWN]


def _figures(index: Index, claim: Claim, passages: Sequence[Passage]) -> str:
    """The figures of these passages, each with what it counts; empty where the claim has none."""
    told = [index.claims[p.far.claim] for p in passages] if claim.figures else []
    figures = dict.fromkeys(
        shown(index, index.documents[each.document], counted(index, each, figure))
        for each in told
        if (figure := foremost(each))
    )
    return "; ".join(figures)


def _tree(index: Index, claim: Claim, relations: tuple[Relation, ...]) -> OriginTree | None:
    """Shared origins and their reports, drawn from three reports on."""
    here = apart(index, index.documents[claim.document])
    mine = index.words.say("article.chain_here", outlet=here)
    reports: dict[str, dict[str, str]] = {}
    for relation in relations:
        if status_of(relation) == "same-origin" and relation.origin:
            document = index.document_of(other(relation, claim.id))
            branch = reports.setdefault(index.name(relation.origin), {claim.document: mine})
            branch[document.slug] = apart(index, document)
    slugs = {slug for branch in reports.values() for slug in branch}
    if len(slugs) < _FAN:
        return None
    words = index.words
    named = sum(map(index.named, reports))
    sources = [
        words.count(key, n)
        for key, n in (("n.origins", named), ("origin.described", len(reports) - named))
        if n
    ]
    label = words.say(
        "note.origins",
        reports=words.count("n.reports", len(slugs)),
        origins=words.say("list.join").join(sources),
    )
    return OriginTree(
        label, tuple(Branch(name, tuple(names.values())) for name, names in reports.items())
    )
