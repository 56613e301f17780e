"""The archive's records by their ids: what every page looks up, built once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import TYPE_CHECKING

from variorum.interface import Words, words
from variorum.marks import typographic
from variorum.model import (
    PROGRAM,
    STATUSES,
    Archive,
    Claim,
    Document,
    Line,
    Matter,
    Paragraph,
    Relation,
    Revision,
    Status,
)
from variorum.views.dates import as_of
from variorum.views.keys import key
from variorum.views.named import Callings, callings, is_name
from variorum.views.variants import Families

if TYPE_CHECKING:
    from variorum.views.whence import Whence

RANK: dict[Status, int] = {status: rank for rank, status in enumerate(STATUSES)}
"""Place of a status, sharpest first."""


def status_of(relation: Relation) -> Status:
    """The status that a relation gives to both of its claims."""
    if relation.type != "corroborates":
        return relation.type
    if relation.independence == "independent":
        return "corroborates"
    return "same-origin" if relation.independence == "shared-origin" else "corroborates-unknown"


@dataclass(frozen=True, slots=True)
class Index:
    """Lookups over one archive."""

    archive: Archive
    words: Words
    documents: dict[str, Document]
    paragraphs: dict[str, tuple[Paragraph, ...]]
    furniture: dict[str, tuple[Line, ...]]
    revisions: dict[str, tuple[Revision, ...]]
    """What changed between the captures of an article."""
    claims: dict[str, Claim]
    claims_of: dict[str, tuple[Claim, ...]]
    """Claims of an article in the order in which they end, as their numbers stand in it."""
    number: dict[str, int]
    """A claim's place in its article, from 1."""
    relations: dict[str, tuple[Relation, ...]]
    """A claim's relations, sharpest first, then by the other article's date."""
    statuses: dict[str, tuple[Status, ...]]
    """Every status a claim holds, sharpest first; never empty. A claim that only repeats
    another and has no relation of its own holds the other's."""
    restates: dict[str, str]
    """A claim that only repeats another of its article -> that other."""
    matters: dict[str, tuple[Matter, ...]]
    """The matters a claim belongs to."""
    preferred: dict[str, str]
    """Folded name or variant -> the preferred name of the authorities."""
    wholes: dict[str, str]
    """A preferred name -> the preferred name of what it is part of."""
    forms: dict[str, tuple[str, ...]]
    """A preferred name -> its other forms."""
    passed_over: tuple[str, ...]
    """Words before a name that its address leaves out."""
    listed_as: dict[str, str]
    """A preferred name -> the spelling under which lists and the search know it, where that is
    another."""
    callings: Callings
    """Words that name nobody by themselves, in the languages of the articles."""
    families: Families
    """Names and terms of the authorities that stand for each other."""
    editors: dict[str, str]
    """Initials -> name."""
    as_of: str
    """The day of the archive's newest capture or decision, in words."""
    nameless: int
    """Articles of which neither outlet nor site is known."""
    whence: dict[str, Whence] = field(default_factory=dict)
    """What a claim rests on, kept once it has been asked: some forty places of a site tell it."""

    def status(self, claim: str) -> Status:
        """The sharpest status of a claim."""
        return self.statuses[claim][0]

    def document_of(self, claim: str) -> Document:
        """The article a claim stands in."""
        return self.documents[self.claims[claim].document]

    def editor(self, initials: str) -> str:
        """An editor's name; the initials where the settings give none."""
        return typographic(self.editors.get(initials, initials))

    def excerpt(self, document: Document) -> bool:
        """Whether only the sentences that hold claims may be shown of an article."""
        return shows(self.archive, document) == "excerpt"

    def name(self, written: str) -> str:
        """The preferred form of a name."""
        return self.preferred.get(written.casefold(), written)

    def named(self, written: str) -> bool:
        """Whether a source is named, by the authorities or by its words, not only described."""
        return written.casefold() in self.preferred or is_name(written, self.callings)

    def listed(self, written: str) -> str:
        """The one spelling under which lists and the search know a name."""
        name = self.name(written)
        return self.listed_as.get(name, name)

    def bodies(self, name: str) -> tuple[str, ...]:
        """The bodies of the authorities a preferred name belongs to, the largest last."""
        found = {name: None}
        while (above := self.wholes.get(name, name)) not in found:
            found[above] = None
            name = above
        return tuple(found)[1:]

    def whole(self, name: str) -> str:
        """The largest body of the authorities a preferred name belongs to; itself where none."""
        return (name, *self.bodies(name))[-1]


def other(relation: Relation, claim: str) -> str:
    """The far end of a relation."""
    return relation.b if relation.a == claim else relation.a


def when_key(document: Document) -> tuple[str, str]:
    """Sorts articles by the first day they can have been published; undated ones last."""
    published = document.meta.published
    day = (published.earliest or published.latest) if published else ""
    return (day or "9999", document.slug)


def shows(archive: Archive, document: Document) -> str:
    """How much of an article may be shown: ``full``, ``excerpt`` or ``private``."""
    return document.meta.display or archive.site.display


def published(archive: Archive) -> Archive:
    """The archive without its private articles and all that was found in them.

    Every page is made from this, so that no page, list or count tells of them.
    """
    public = [shows(archive, document) != "private" for document in archive.documents]
    if all(public):
        return archive
    slugs = {d.slug for d, kept in zip(archive.documents, public, strict=True) if kept}
    claims = tuple(claim for claim in archive.claims if claim.document in slugs)
    ids = {claim.id for claim in claims}
    kept_matters = (_without(matter, ids) for matter in archive.matters)
    return replace(
        archive,
        documents=tuple(compress(archive.documents, public)),
        paragraphs=tuple(compress(archive.paragraphs, public)),
        furniture=tuple(compress(archive.furniture, public)),
        revisions=tuple(compress(archive.revisions, public)),
        claims=claims,
        relations=tuple(r for r in archive.relations if r.a in ids and r.b in ids),
        suggestions=(),
        matters=tuple(matter for matter in kept_matters if matter and matter.claims),
    )


def _without(matter: Matter, public: set[str]) -> Matter | None:
    """The matter without private claims, and without words that may tell of them.

    The program names a matter in the words of its claims; an editor sums them up.
    """
    if public.issuperset(matter.claims):
        return matter
    if matter.made_by == PROGRAM:
        return None
    return replace(matter, claims=tuple(c for c in matter.claims if c in public), summary="")


def build(archive: Archive) -> Index:
    """Every lookup the pages need."""
    archive = published(archive)
    documents = {document.slug: document for document in archive.documents}
    claims = {claim.id: claim for claim in archive.claims}
    claims_of: dict[str, list[Claim]] = defaultdict(list)
    for claim in archive.claims:
        claims_of[claim.document].append(claim)
    for claims_here in claims_of.values():
        claims_here.sort(key=lambda c: (c.span.end, c.span.start))
    matters: dict[str, list[Matter]] = defaultdict(list)
    for matter in archive.matters:
        for member in matter.claims:
            matters[member].append(matter)
    relations = _relations(archive, claims, documents)
    slugs = [document.slug for document in archive.documents]
    restates = {c.id: c.restates for c in archive.claims if c.restates in claims}
    preferred = {
        form.casefold(): entry.name
        for entry in archive.authorities.names
        for form in (entry.name, *entry.also)
    }
    frame = words(archive.site.language)
    passed_over = tuple(frame.table["shelf"]["pass_over"])
    return Index(
        archive=archive,
        words=frame,
        documents=documents,
        paragraphs=dict(zip(slugs, archive.paragraphs, strict=False)),
        furniture=dict(zip(slugs, archive.furniture, strict=False)),
        revisions=dict(zip(slugs, archive.revisions, strict=False)),
        claims=claims,
        claims_of={slug: tuple(found) for slug, found in claims_of.items()},
        number={c.id: n for found in claims_of.values() for n, c in enumerate(found, 1)},
        relations=relations,
        statuses={claim: _statuses(relations, restates, claim) for claim in claims},
        restates=restates,
        matters={claim: tuple(found) for claim, found in matters.items()},
        preferred=preferred,
        wholes={n.name: n.part_of for n in archive.authorities.names if n.part_of},
        forms={entry.name: entry.also for entry in archive.authorities.names},
        passed_over=passed_over,
        listed_as=_listed(archive, preferred, passed_over),
        callings=callings(sorted({document.language for document in archive.documents})),
        families=Families(archive.authorities, archive.site.language),
        editors=dict(archive.site.editors),
        as_of=as_of(frame, archive),
        nameless=sum(not (d.meta.outlet or d.meta.url) for d in archive.documents),
    )


def _listed(
    archive: Archive, preferred: dict[str, str], passed_over: tuple[str, ...]
) -> dict[str, str]:
    """Spellings that differ in nothing but capitals, accents, signs and the article -> one of
    them: that of the authorities, else an outlet's own, else the commonest."""
    outlets = {document.meta.outlet for document in archive.documents}
    known = set(preferred.values())
    alike: dict[str, Counter[str]] = defaultdict(Counter)
    for written in _written(archive):
        name = preferred.get(written.casefold(), written)
        alike[key(name, passed_over)][name] += 1
    found = {}
    for forms in alike.values():
        one, *others = sorted(
            forms, key=lambda form: (form not in known, form not in outlets, -forms[form], form)
        )
        found.update(dict.fromkeys(others, one))
    return found


def _written(archive: Archive) -> Iterator[str]:
    """Every name the archive gives an outlet, an origin or a speaker."""
    for document in archive.documents:
        if document.meta.outlet:
            yield document.meta.outlet
        yield from (origin.name for origin in document.meta.origins)
    for claim in archive.claims:
        yield from claim.attributed_to
    yield from (relation.origin for relation in archive.relations if relation.origin)


def _relations(
    archive: Archive, claims: dict[str, Claim], documents: dict[str, Document]
) -> dict[str, tuple[Relation, ...]]:
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in archive.relations:
        found[relation.a].append(relation)
        found[relation.b].append(relation)

    def sharpness(claim: str, relation: Relation) -> tuple[int, tuple[str, str], int]:
        far = claims[other(relation, claim)]
        return RANK[status_of(relation)], when_key(documents[far.document]), far.span.start

    return {
        claim: tuple(sorted(rows, key=lambda row: sharpness(claim, row)))
        for claim, rows in found.items()
    }


def _statuses(
    relations: dict[str, tuple[Relation, ...]], restates: dict[str, str], claim: str
) -> tuple[Status, ...]:
    held = {
        status_of(r) for r in relations.get(claim) or relations.get(restates.get(claim, ""), ())
    }
    return tuple(status for status in STATUSES if status in held) or ("unlinked",)
