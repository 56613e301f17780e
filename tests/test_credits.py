"""Which agency a whole article is credited to, and what follows for independence."""

from __future__ import annotations

import time

import pytest

import variorum
from variorum.relations.credits import credits_of


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("HARRAN (Reuters) - Two ferries collided on Monday.", {"Reuters"}),
        ("ST. ODO, Vt. (AP) — Two ferries collided on Monday.", {"Associated Press"}),
        ("HARRAN (Reuters/AP) — Two ferries collided.", {"Reuters", "Associated Press"}),
        ("Two ferries collided on Monday. (AFP)", {"Agence France-Presse"}),
        ("Two ferries collided — AP", {"Associated Press"}),
        ("Agence France-Presse contributed to this report.", {"Agence France-Presse"}),
        ("Staff writer Ida Holm and The Associated Press contributed.", set()),
        ("By Ida Holm, Associated Press", {"Associated Press"}),
        ("Source: AFP", {"Agence France-Presse"}),
        ("Via Reuters", {"Reuters"}),
        ("PA Media", {"Press Association"}),
        ("AFP/Reuters", {"Agence France-Presse", "Reuters"}),
        # Named, but no credit.
        ("A guard told Reuters that the gate was open.", set()),
        ("By then Reuters had left the square.", set()),
        ("The ferries collided (Reuters was told so).", set()),
        # Credits of pictures.
        ("(Reuters photo: Ida Holm)", set()),
        ("Photograph: Ida Holm/AP", set()),
        ("(Ida Holm/Reuters)", set()),
    ],
)
def test_credit(line: str, agencies: set[str]) -> None:
    assert credits_of("en").within(line) == agencies


def test_agency_known_by_any_of_its_names() -> None:
    known = credits_of("en")
    assert known.named("the Associated Press") == known.named("AP") == "Associated Press"
    assert known.named("the Harbour Post") == ""


def test_no_pack_knows_no_credit() -> None:
    assert credits_of("xx").within("HARRAN (Reuters) - Two ferries collided.") == frozenset()


@pytest.mark.parametrize("line", ["(Reuters" * 50_000, "Reuters " * 50_000, "- AP " * 50_000])
def test_long_line_takes_linear_time(line: str) -> None:
    started = time.process_time()
    credits_of("en").within(line)
    assert time.process_time() - started < 1


_A = "Ferries collide\n\n{}Two ferries collided off Harran on Monday, and 12 sailors drowned.{}"
_B = "Collision at sea\n\n{}Off Harran, 12 sailors drowned when two ferries collided on Monday.{}"


def _independence(a: str, b: str) -> set[tuple[str | None, str]]:
    found = variorum.analyse({"a": a, "b": b})
    return {
        (r.independence, r.origin)
        for r in (*found.relations, *found.suggestions)
        if r.type == "corroborates"
    }


def test_one_agency_behind_both_is_their_origin() -> None:
    found = _independence(_A.format("HARRAN (Reuters) - ", ""), _B.format("", "\n\n(Reuters)"))
    assert ("shared-origin", "Reuters") in found


def test_two_agencies_are_not_one_origin() -> None:
    found = _independence(_A.format("HARRAN (Reuters) - ", ""), _B.format("HARRAN (AP) - ", ""))
    assert found
    assert not {origin for _, origin in found} & {"Reuters", "Associated Press"}


def test_credit_does_not_speak_for_a_named_source() -> None:
    a = _A.format("HARRAN (Reuters) - ", "").replace("Monday,", "Monday, Ida Holm said,")
    b = _B.format("HARRAN (Reuters) - ", "").replace("Monday.", "Monday, Per Lund said.")
    assert "Reuters" not in {origin for _, origin in _independence(a, b)}


def test_what_an_agency_is_quoted_with_shares_its_credit() -> None:
    a = _A.format("HARRAN (AP) - ", "")
    b = _B.format("", "").replace("Monday.", "Monday, the Associated Press reported.")
    assert ("shared-origin", "Associated Press") in _independence(a, b)
