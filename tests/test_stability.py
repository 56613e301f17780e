"""The measure of how far relations hold when an article joins the others."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import variorum
from variorum.evaluate.stability import stability
from variorum.model import Analysis, Claim, Relation, Span

TEXTS = {"a": "A.", "b": "B.", "c": "C."}


def claims(names: Mapping[str, str]) -> tuple[Claim, ...]:
    nowhere = Span(0, 1)
    return tuple(Claim(n, n, nowhere, names[n], "event", nowhere, 0) for n in sorted(names))


def tie(a: str, b: str, verdict: str = "differs") -> Relation:
    return Relation(a, b, verdict, None, "", "", 0.8)  # type: ignore[arg-type]


def test_what_no_newcomer_moves_is_stable(monkeypatch: pytest.MonkeyPatch) -> None:
    def analyse(texts: Mapping[str, str], _dates: Mapping[str, str]) -> Analysis:
        ties = [tie(a, b) for a in sorted(texts) for b in sorted(texts) if a < b]
        return Analysis(claims(texts), tuple(ties), ())

    monkeypatch.setattr(variorum, "analyse", analyse)
    assert stability(TEXTS, {}, analyse(TEXTS, {})) == 1


def test_a_relation_that_goes_or_turns_counts_against_it(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Analysis(claims(TEXTS), (tie("a", "b"), tie("a", "c"), tie("b", "c")), ())
    apart = {
        frozenset("ab"): (tie("a", "b"),),
        frozenset("ac"): (tie("a", "c", "conflicts"),),
        frozenset("bc"): (),
    }

    def analyse(texts: Mapping[str, str], _dates: Mapping[str, str]) -> Analysis:
        return Analysis(claims(texts), apart[frozenset(texts)], ())

    monkeypatch.setattr(variorum, "analyse", analyse)
    assert stability(TEXTS, {}, whole) == 0.333


def test_where_nothing_is_published_nothing_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = Analysis((), (), ())
    monkeypatch.setattr(variorum, "analyse", lambda _texts, _dates: nothing)
    assert stability(TEXTS, {}, nothing) == 1
