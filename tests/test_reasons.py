"""What readers are told about why two claims stand side by side."""

from __future__ import annotations

import pytest

from variorum import analyse

DAY = "2031-03-04"


def reasons(head: str, one: str, other: str) -> list[str]:
    """The reasons of the relations that readers of two such articles see, headlines aside."""
    texts = {"one": f"{head}\n\n{one}", "other": f"{head}\n\n{other}"}
    found = analyse(texts, dict.fromkeys(texts, DAY))
    heads = {claim.id for claim in found.claims if claim.quote == head}
    return [r.reason for r in found.relations if not {r.a, r.b} & heads]


ALIKE = [
    pytest.param(
        "Levy in Kolva",
        "Governor Anna Holt has ordered a twenty-crown levy on salt in Kolva, her office wrote.",
        "In Kolva Governor Anna Holt ordered a twenty-crown levy on salt from the mines.",
        "twenty-crown levy on salt",
        id="as-written",
    ),
    pytest.param(
        "Salt board of Velden",
        "Members of the Velden salt board can apply for renewal of their licences in May.",
        "In May the licences of Velden salt board members come up for renewal.",
        "the shorter in these words: “",
        id="names-say-nothing",
    ),
    pytest.param(
        "Fire in Maren",
        "Twelve clerks were hurt in the fire at the Maren hotel on Monday.",
        "The fire at the Maren hotel on Monday hurt twelve clerks.",
        "Both give the same figure, twelve clerks:",
        id="figure-with-what-it-counts",
    ),
    pytest.param(
        "Speech in Ostrel",
        "Minister Rosa Tamm said that the old harbour of Ostrel will be closed to all ships"
        " from Norland and Belmora until the last of the mines is found.",
        "The old harbour of Ostrel will be closed to all ships from Norland and Belmora until"
        " the last of the mines is found, minister Rosa Tamm said.",
        "…”",
        id="a-long-quotation-is-cut",
    ),
]


@pytest.mark.parametrize(("head", "one", "other", "told"), ALIKE)
def test_a_reason_says_what_both_report(head: str, one: str, other: str, told: str) -> None:
    found = reasons(head, one, other)
    assert any(told in reason for reason in found), found


@pytest.mark.parametrize(
    ("who", "named"), [("harbour workers", ""), ("the harbour office", "the harbour office")]
)
def test_an_origin_is_named_only_where_it_is_somebody(who: str, named: str) -> None:
    one = f"The great crane of Maren had been broken for five weeks, {who} said on Monday."
    other = f"On Monday {who} said that the great crane of Maren had been broken for five weeks."
    texts = {"one": f"Crane of Maren\n\n{one}", "other": f"The crane\n\n{other}"}
    found = analyse(texts, dict.fromkeys(texts, DAY)).relations
    assert [r.origin for r in found if r.independence == "shared-origin"] == [named]
