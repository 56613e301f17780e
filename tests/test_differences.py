"""Which differences reach readers: pairs of small articles on one story."""

from __future__ import annotations

import pytest

from variorum import analyse

DIFFER = [
    pytest.param(
        "Blast in Tolva",
        "At least 14 people were killed in the blast at the Tolva market on Monday, police said.",
        "At least 20 people were killed in the blast at the Tolva market on Monday, a doctor said.",
        id="a-toll-that-rises",
    ),
    pytest.param(
        "Troops for the border",
        "The ministry plans to send at least 800 troops to the border with Norland in May.",
        "The ministry will send 5,200 troops to the border with Norland, an envoy said.",
        id="a-plan-that-grows",
    ),
]
ALONE = [
    pytest.param(
        "Telephone records",
        "The ministry secretly read the records of the Harbour Post for two months last spring.",
        "By the end of Monday lawyers of the Harbour Post said that the ministry secretly read"
        " two months of its records.",
        id="one-length-of-time",
    ),
    pytest.param(
        "Polls in Velden",
        "Mayor Rosa Tamm leads Ivo Lund by six points in the vote for the senate in Velden.",
        "Mayor Rosa Tamm leads Ivo Lund by three points in the vote for the senate.",
        id="points-of-two-polls",
    ),
    pytest.param(
        "Delegates in Norland",
        "If he wins in Kolva, Ivo Lund may take all 82 delegates of the state.",
        "Ivo Lund needs 400 delegates of all states to win the nomination.",
        id="what-he-may-win-and-what-he-needs",
    ),
    pytest.param(
        "West of Tolva",
        "About 600,000 Norwegians live on the land west of the Tolva river, the ministry says.",
        "About 900,000 Danes live on the land west of the Tolva river, the ministry says.",
        id="two-peoples",
    ),
    pytest.param(
        "Blast in Kolva",
        "The blast in Kolva on Thursday brought the troops killed in Norland this year to 16.",
        "The blast in Kolva on Thursday killed twelve people, the Green Brigade said.",
        id="a-year-and-a-day",
    ),
    pytest.param(
        "Trial of the bankers",
        "Banker Ivo Lund is accused of conspiracy to commit fraud and of seven counts of fraud.",
        "All three bankers have been charged with conspiracy to commit fraud in Kolva.",
        id="counts-and-persons",
    ),
    pytest.param(
        "Arms for the rebels",
        "Norland has begun sending arms to the rebels of Tolva, who have started to make gains.",
        "Norland is sending arms to the rebels of Tolva, who have begun to roll back gains.",
        id="opposite-words-of-other-things",
    ),
]


def differences(head: str, one: str, other: str) -> list[str]:
    """The frames of the differences that readers of two such articles see."""
    texts = {"one": f"{head}\n\n{one}", "other": f"{head}\n\n{other}"}
    found = analyse(texts, {"one": "2031-03-04", "other": "2031-03-05"})
    return [relation.frame for relation in found.relations if relation.type == "differs"]


@pytest.mark.parametrize(("head", "one", "other"), DIFFER)
def test_readers_see_the_difference(head: str, one: str, other: str) -> None:
    assert differences(head, one, other)


@pytest.mark.parametrize(("head", "one", "other"), ALONE)
def test_readers_see_no_difference(head: str, one: str, other: str) -> None:
    assert differences(head, one, other) == []
