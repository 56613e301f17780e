"""Claims -> relations: candidates, comparison, verdict, independence, reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.languages import pack
from variorum.model import Authorities, Claim, Document, Relation, Span, claim_id
from variorum.relations import candidates, choose, independence, lone, passages, score
from variorum.relations.align import Alignment, align
from variorum.relations.answers import answers
from variorum.relations.bench import READER, Bench
from variorum.relations.choose import Scored
from variorum.relations.profile import Profile

COMPARE_AT = 0.58
"""Score from which two passages on their own are said to be about one matter."""
COMPARE_FIGURED = 0.46
"""The same where both name one and give a number that they share or that excludes the other's."""
COMPARE_REDATED = 0.34
"""The same where one says what the other says, but of another date."""
COMPARE_DATED = 0.2
"""The same where both name one and one gives a date of which the other replaces a part."""
NEVER = 2.0
SHOWN = 8
"""Pairs of each claim that an editor is shown, more only where the other claim asks for them."""
_NO_AUTHORITIES = Authorities()


@dataclass(frozen=True, slots=True)
class Related:
    """What the stage returns."""

    relations: tuple[Relation, ...]
    """Published, by (a, b)."""
    suggestions: tuple[Relation, ...]
    """Held back, best first."""


def relate(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    *,
    publish_at: float,
    suggest_at: float,
    authorities: Authorities = _NO_AUTHORITIES,
    reader: str = READER,
) -> Related:
    """The relations between the claims of different documents in one language.

    Words of two languages are never compared; a document in a language without a pack has
    no relations of the program's. ``reader`` is the language reasons are told in.
    """
    parts = [
        _within(bench, publish_at, suggest_at)
        for bench in _benches(documents, claims, authorities, reader)
    ]
    if len(parts) == 1:
        return parts[0]
    held = [relation for part in parts for relation in part.suggestions]
    return Related(
        tuple(sorted((r for part in parts for r in part.relations), key=lambda r: (r.a, r.b))),
        tuple(sorted(held, key=lambda r: (-r.score, r.a, r.b))),
    )


def _benches(
    documents: Sequence[Document], claims: Sequence[Claim], authorities: Authorities, reader: str
) -> Iterator[Bench]:
    """One bench for each language with a pack, by its code."""
    codes = {d.slug: found.code for d in documents if (found := pack(d.language))}
    for code in sorted(set(codes.values())):
        here = [document for document in documents if codes.get(document.slug) == code]
        mine = [claim for claim in claims if codes.get(claim.document) == code]
        yield Bench(here, mine, authorities, reader=reader)


def _within(bench: Bench, publish_at: float, suggest_at: float) -> Related:
    """The relations between the documents of one language."""
    found = _likely(bench, suggest_at)
    bench.copying = independence.copying(one.aligned for one in found if one.copied)
    published, held = choose.choose(found, lambda one: bench.published(one, publish_at), suggest_at)
    return Related(
        tuple(sorted(map(bench.relation, published), key=lambda r: (r.a, r.b))),
        tuple([bench.relation(one, told=False) for one in _foremost(held)]),
    )


def _foremost(held: Sequence[Scored]) -> list[Scored]:
    """Of pairs in the order worth reading, those among the first of either claim."""
    met: defaultdict[str, int] = defaultdict(int)
    found = []
    for one in held:
        a, b = one.aligned.a.claim.id, one.aligned.b.claim.id
        if met[a] < SHOWN or met[b] < SHOWN:
            found.append(one)
        met[a] += 1
        met[b] += 1
    return found


def _likely(bench: Bench, suggest_at: float) -> list[Scored]:
    """The pairs worth an editor's time."""
    found = []
    for a, b in candidates.pairs(bench.profiles, bench.stories.tied):
        x, y = bench.profiles[a], bench.profiles[b]
        if y.claim.id < x.claim.id:
            x, y = y, x
        within = x.claim.document == y.claim.document
        if within and not _may_contradict(x, y):
            continue
        aligned = align(x, y, bench.lexicon)
        sure = score.score(aligned)
        if sure >= suggest_at:
            one = bench.scored(sure, aligned)
            # Inside one article only what contradicts it is a relation.
            if not within or one.verdict.type == "conflicts":
                found.append(one)
    return found


def _may_contradict(x: Profile, y: Profile) -> bool:
    """Whether two claims of one article are worth a comparison: they deny, count or oppose."""
    if answers(x, y):
        return True
    if bool(x.said.denied) != bool(y.said.denied) or not x.against.isdisjoint(y.belongs):
        return True
    return bool(x.counted and y.counted)


def compare(documents: Sequence[Document], claims: Sequence[Claim]) -> Relation | None:
    """How two documents of one passage each relate; None when not about the same matter.

    ``claims`` are those found in both; each passage also counts as one claim of its own.
    """
    whole = [passage(document, claims) for document in documents]
    if any(not claim.quote.strip() for claim in whole):
        return None
    bench = Bench(documents, (*whole, *claims), _NO_AUTHORITIES, alone=True)
    sides = [[p for p in bench.profiles if p.claim.document == d.slug] for d in documents]
    both = [lone.paired(x, y, bench.lexicon.framing) for x in sides[0] for y in sides[1]]
    pairs = [align(x, y, bench.lexicon) for x, y in both]
    dated = [found for found in pairs if found.rival in lone.DATED]
    # Among equals whatever parts the passages; the last by their words, whichever side they are.
    best = max(
        dated or pairs,
        key=lambda found: (
            score.score(found),
            bool(found.rival),
            sorted((found.a.claim.quote, found.b.claim.quote)),
        ),
    )
    sure = score.score(best)
    return bench.relation(bench.scored(sure, best)) if sure >= _least(best) else None


def _least(found: Alignment) -> float:
    """The score from which two passages on their own are held to be about one matter.

    Above 1, which none reaches, where they share nothing but a name.
    """
    if found.rival in lone.DATED:
        return COMPARE_DATED
    if passages.redated(found):
        return COMPARE_REDATED
    if passages.figured(found):
        return COMPARE_FIGURED
    return COMPARE_AT if any(found.words) else NEVER


def passage(document: Document, claims: Sequence[Claim]) -> Claim:
    """A passage as one claim with everything that was found in it."""
    mine = [claim for claim in claims if claim.document == document.slug]
    span = Span(0, len(document.text))
    figures = {figure.span: figure for claim in mine for figure in claim.figures}
    return Claim(
        claim_id(document.slug, document.text),
        document.slug,
        span,
        document.text,
        mine[0].kind if mine else "event",
        span,
        0,
        attributed_to=mine[0].attributed_to if mine else (),
        figures=tuple(figures[place] for place in sorted(figures)),
        when=next((claim.when for claim in mine if claim.when), None),
    )


def explain(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    a: Claim,
    b: Claim,
    *,
    publish_at: float,
    suggest_at: float,
    authorities: Authorities = _NO_AUTHORITIES,
) -> tuple[str, ...]:
    """What is compared between two of the claims and what it counts, one line each, and the sum.

    ``claims`` are those of both documents at least: a pair is held against its rivals.
    """
    # A restating claim is never related; why its words would or would not be still shows.
    asked = {one.id: replace(one, restates="") for one in (a, b)}
    here = {a.document, b.document}
    mine = [asked.get(claim.id, claim) for claim in claims if claim.document in here]
    bench = Bench([d for d in documents if d.slug in here], mine, authorities)
    x, y = sorted((p for p in bench.profiles if p.claim.id in asked), key=lambda p: p.claim.id)
    rivals = choose.Rivals(_likely(bench, suggest_at), suggest_at)
    aligned = align(x, y, bench.lexicon)
    one = rivals.beside(bench.scored(score.score(aligned), aligned))
    return (*bench.relation(one).evidence, *bench.total(one, publish_at, suggest_at))
