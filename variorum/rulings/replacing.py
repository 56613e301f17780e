"""Which of the program's relations and claims give way to the editor's.

An editor who marks a statement settles how it is marked. A claim of the program that for
more than half of its length lies in claims an editor added (by a ruling, or for a relation
or a matter) is the same statement cut in another way, and goes. It stays where something
of its own would be lost with it: a published relation, a matter that includes it, or a
figure where the editor's claims there have no figure as their point.

A relation of the program whose ends lie so in the two ends of one that an editor made or
confirmed is about the same two statements, and waits in the queue before that is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from variorum.model import PROGRAM, Claim, Relation

MOST_OVERLAP = 0.5
"""Share of a program's claim that may lie in editor's claims without its giving way."""


def replaced(
    claims: Sequence[Claim], added: Set[str], relations: Iterable[Relation], kept: Set[str]
) -> dict[str, str]:
    """One article's claims that go -> for each the added claim that most takes its place.

    ``added`` are the claims that an editor added, ``kept`` those that a matter includes.
    """
    related = {end for relation in relations for end in (relation.a, relation.b)}
    editors = [claim for claim in claims if claim.id in added]
    heirs = {}
    for claim in claims:
        if claim.made_by == PROGRAM and claim.id not in added | related | kept:
            heir = _heir(claim, editors)
            if heir:
                heirs[claim.id] = heir
    return heirs


def settled(
    claims: Mapping[str, Claim], published: Iterable[Relation]
) -> frozenset[tuple[str, str]]:
    """The pairs of the program's relations, by ids, that an editor's relation stands for.

    ``claims`` are those of all articles, by id.
    """
    editors: dict[tuple[str, str], list[tuple[Claim, Claim]]] = {}
    alone = []
    for relation in published:
        if relation.made_by == PROGRAM and not relation.confirmed_by:
            alone.append(relation)
        else:
            a, b = claims[relation.a], claims[relation.b]
            editors.setdefault((a.document, b.document), []).append((a, b))
            editors.setdefault((b.document, a.document), []).append((b, a))
    gone = set()
    for relation in alone:
        a, b = claims[relation.a], claims[relation.b]
        for one, other in editors.get((a.document, b.document), ()):
            if _lies(a, one) and _lies(b, other):
                gone.add((relation.a, relation.b))
    return frozenset(gone)


def _lies(claim: Claim, other: Claim) -> bool:
    """Whether more than half of a claim lies in another."""
    return _common(claim, other) > MOST_OVERLAP * (claim.span.end - claim.span.start)


def _heir(claim: Claim, editors: Sequence[Claim]) -> str:
    """The added claim that takes a claim's place; empty where none does."""
    common = [other for other in editors if other.span.overlaps(claim.span)]
    inside = {at for o in common for at in range(o.span.start, o.span.end)}
    share = len(inside & set(range(claim.span.start, claim.span.end)))
    if share <= MOST_OVERLAP * (claim.span.end - claim.span.start):
        return ""
    if claim.kind == "figure" and all(other.kind != "figure" for other in common):
        return ""
    return min(common, key=lambda other: (-_common(claim, other), other.span)).id


def _common(one: Claim, other: Claim) -> int:
    """Characters that two claims share."""
    return min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
