"""What an origin is worth here, in plain sentences: who rests on it, what confirms it, and
whether it has what it tells from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from variorum.marks import typographic
from variorum.model import Status
from variorum.views.index import Index
from variorum.views.names import Known
from variorum.views.people import with_bodies
from variorum.views.whence import Whence, whence

_MOST = 1 / 2
"""Share of an origin's claims beyond which another's part in them is told."""


def reliance(index: Index, one: Known) -> str:
    """How many articles rest on an origin, what of it is confirmed, and by whom it is told."""
    told = (verdict(index, one), _unknown(index, one), _borrowed(index, one))
    return " ".join(sentence for sentence in told if sentence)


def verdict(index: Index, one: Known) -> str:
    """How many articles rest on it, and how much of it is confirmed independently."""
    words, confirmed = index.words, held(index, one, "corroborates")
    return words.say(
        "verdict.whole",
        articles=words.count("verdict.rest", len(one.documents)),
        confirmed=words.count("verdict.confirmed", confirmed)
        if confirmed
        else words.say("verdict.none"),
    )


def held(index: Index, one: Known, status: Status) -> int:
    """How many of its claims have a mark, whatever others they have."""
    return sum(
        status in index.statuses[claim.id] for claim in one.claims if claim.id not in index.restates
    )


def _unknown(index: Index, one: Known) -> str:
    return index.words.say("verdict.unknown") if held(index, one, "corroborates-unknown") else ""


def _borrowed(index: Index, one: Known) -> str:
    """That most of its claims come from one other, or are known through one other only."""
    return _shared(index, one, "from", lambda found: found.origins) or _shared(
        index, one, "through", lambda found: found.through
    )


def _shared(index: Index, one: Known, key: str, of: Callable[[Whence], tuple[str, ...]]) -> str:
    near = {one.name, *index.bodies(one.name)}
    counted = Counter(
        name for claim in one.claims for name in _others(index, of(whence(index, claim)), near)
    )
    for name, n in sorted(counted.items(), key=lambda row: (-row[1], row[0])):
        if n > _MOST * len(one.claims):
            words, called = index.words, typographic(name)
            if n == len(one.claims):
                return words.say(f"verdict.all_{key}", name=called)
            total = words.number(len(one.claims))
            return words.count(f"verdict.{key}", n, name=called, total=total)
    return ""


def _others(index: Index, names: tuple[str, ...], near: set[str]) -> set[str]:
    """Those of these names that are neither the entry itself, nor its bodies or parts."""
    listed = {index.listed(name) for name in names}
    return {name for name in listed if near.isdisjoint(with_bodies(index, (name,)))}
