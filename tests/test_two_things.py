"""Claims that share a number, a noun or a verb, but tell of two things: readers see no relation."""

from __future__ import annotations

import pytest

from variorum import analyse

APART = [
    (
        "What is allowed and what is there",
        "Guards at the border",
        "In May the minister paid for up to 4,000 guards on the border with Norland.",
        "About 2,100 guards were already on the border with Norland in May.",
    ),
    (
        "Two fates of as many",
        "Collision in Ostrel",
        "Two trams collided in Ostrel; five others were injured.",
        "Of nine people hit by the trams in Ostrel, five died and four were injured.",
    ),
    (
        "Shares of two wholes",
        "Election in Delmar",
        "Ruzic won 81 percent of rural voters in Delmar.",
        "In Delmar 29 percent of voters were rural.",
    ),
    (
        "Shares of two groups, years apart",
        "Election in Delmar",
        "Polls in Delmar had Ruzic winning 71 percent of young voters in 2027.",
        "Polls in Delmar had Kolb winning 93 percent of older voters in 2030.",
    ),
    (
        "One order and another",
        "Registrar in Maren",
        "The judge ordered Ines Kolb to prison on Thursday.",
        "The judge ordered Ines Kolb to open the register on Monday.",
    ),
    (
        "Pages given out, pages read",
        "Papers in Maren",
        "The bank released 14 pages of the Kolb papers on Monday.",
        "The inquiry has read 51,000 pages of the Kolb papers.",
    ),
]


@pytest.mark.parametrize(("head", "one", "other"), [c[1:] for c in APART], ids=lambda c: c)
def test_two_things_are_not_set_side_by_side(head: str, one: str, other: str) -> None:
    found = analyse({"one": f"{head}\n\n{one}", "other": f"{head}\n\n{other}"})
    told = {claim.id for claim in found.claims if claim.paragraph}
    assert [r for r in found.relations if {r.a, r.b} <= told] == []


def test_a_total_of_the_year_does_not_clash_with_one_blast() -> None:
    texts = {
        "one": "Blast in Kirana\n\nA bomb in Kirana killed Sergeant Paul Ruiz, bringing the number"
        " of foreign soldiers killed in Norland this year to 23.",
        "other": "Blast in Kirana\n\nA bomb in Kirana killed nine people, among them a soldier.",
    }
    dates = dict.fromkeys(texts, "2031-05-10")
    assert "conflicts" not in {r.type for r in analyse(texts, dates).relations}
