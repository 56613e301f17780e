"""One name in several registers: how many claims it has in each, and which are the same."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.marks import typographic
from variorum.views.frame import Link, link
from variorum.views.index import Index
from variorum.views.names import KINDS, Known, Names, path


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same name in another register, and how what it has there stands to what it has here."""

    link: Link
    """Leads there; says how much it has."""
    rest: str
    """How many of these claims are others, in words; empty where that is no question."""


def elsewhere(index: Index, names: Names, one: Known, here: str) -> tuple[Elsewhere, ...]:
    """The same name in the other registers, as told on the page at ``here``."""
    found = []
    words = index.words
    for kind in KINDS:
        other = names.of(kind).get(one.key)
        if kind != one.kind and other is not None:
            n = len(other.documents if kind == "outlets" else other.claims)
            claims = words.count("n.claims", len(other.claims))
            name = typographic(other.name)
            label = words.count(f"register.as_{kind}", n, claims=claims, name=name)
            there = Link(label, link(here, path(kind, one.key)))
            rest = "" if "outlets" in {kind, one.kind} else _rest(index, one, other)
            found.append(Elsewhere(there, rest))
    return tuple(found)


def _rest(index: Index, one: Known, other: Known) -> str:
    """How the claims attributed to a name stand to those that rest on it."""
    here, there = ({claim.id for claim in each.claims} for each in (one, other))
    words, key, name = index.words, f"register.beside_{one.kind}", typographic(one.name)
    if here == there:
        return words.say(f"{key}.same")
    if there < here:
        return words.count(f"{key}.fewer", len(here - there), name=name)
    if here < there:
        return words.count(f"{key}.more", len(there - here), name=name)
    if here.isdisjoint(there):
        return words.say(f"{key}.none")
    return words.count(f"{key}.among", len(here & there))
