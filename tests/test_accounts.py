"""What is dismissed, doubted, supposed or only planned is never told to readers as agreement."""

from __future__ import annotations

import pytest

from variorum import analyse, claims, plain, segment
from variorum.languages.lexicon import lexicon

STATED = "Guards burned the archive in Tolmin on Monday, two clerks said."
DENIED = [
    "The governor dismissed reports that guards had burned the archive in Tolmin.",
    "The governor rejected the claim that guards had burned the archive in Tolmin.",
    "The governor dismissed as baseless reports that guards had burned the archive in Tolmin.",
    "The governor called reports that guards had burned the archive in Tolmin false.",
    "The governor described claims that guards had burned the archive in Tolmin as lies.",
    "Reports that guards burned the archive in Tolmin are untrue, the governor said.",
    "There is no truth to reports that guards burned the archive in Tolmin, the governor said.",
    "It is false that guards burned the archive in Tolmin, the governor said.",
    "It was a lie that guards had burned the archive in Tolmin, the governor said.",
    "The governor ruled out that guards had burned the archive in Tolmin.",
    "The leaflet falsely claimed that guards had burned the archive in Tolmin.",
    "The clerk withdrew his statement that guards had burned the archive in Tolmin.",
    "The paper retracted a report that guards had burned the archive in Tolmin.",
]
LEFT_OPEN = [
    "The governor could not confirm that guards had burned the archive in Tolmin.",
    "The governor did not exclude that guards had burned the archive in Tolmin.",
    "The governor would not rule out that guards had burned the archive in Tolmin.",
    "The governor could neither confirm nor deny that guards had burned the archive in Tolmin.",
    "The governor did not deny that guards had burned the archive in Tolmin.",
    "The governor doubts that guards burned the archive in Tolmin.",
    "The governor cast doubt on reports that guards had burned the archive in Tolmin.",
    "The governor played down reports that guards had burned the archive in Tolmin.",
    "The governor is investigating claims that guards burned the archive in Tolmin.",
    "There is no evidence that guards burned the archive in Tolmin, the governor said.",
    "Guards had nothing to do with it when the archive in Tolmin burned.",
    "Rumours that guards had burned the archive in Tolmin spread on Monday.",
    "The governor is looking into whether guards burned the archive in Tolmin.",
    "If guards burned the archive in Tolmin, they will be tried, the governor said.",
    "Guards were accused of burning the archive in Tolmin.",
    "Guards threatened to burn the archive in Tolmin on Monday, two clerks said.",
    "Guards wanted to burn the archive in Tolmin on Monday, two clerks said.",
    "Guards may be burning the archive in Tolmin, two clerks said.",
    "Guards nearly burned the archive in Tolmin on Monday, two clerks said.",
    "The governor barred guards from burning the archive in Tolmin on Monday.",
    "Guards have yet to burn the archive in Tolmin, two clerks said.",
    "Guards stopped short of burning the archive in Tolmin on Monday.",
    "Guards refused to burn the archive in Tolmin on Monday.",
    "The governor never said that guards had burned the archive in Tolmin.",
]
SAME = [
    "The governor confirmed that guards had burned the archive in Tolmin.",
    "The governor conceded that guards burned the archive in Tolmin on Monday.",
    "Guards are believed to have burned the archive in Tolmin on Monday.",
    "Witnesses repeated the claim that guards had burned the archive in Tolmin.",
    "Guards, who refused to give their names, burned the archive in Tolmin on Monday.",
]


def test_false_claims_for_money_deny_nothing() -> None:
    one = "The clerk in Tolmin was convicted of making false claims worth 3 million crowns."
    other = "A jury found that the clerk in Tolmin made claims worth 3 million crowns."
    assert "conflicts" not in published(one, other)


def published(other: str, stated: str = STATED) -> list[str]:
    """The types of the relations readers see between two such articles."""
    texts = {"one": f"News from Tolmin\n\n{stated}", "other": f"The week in Tolmin\n\n{other}"}
    dates = {"one": "2031-03-04", "other": "2031-03-04"}
    return [relation.type for relation in analyse(texts, dates).relations]


@pytest.mark.parametrize("other", DENIED)
def test_an_account_said_to_be_untrue_conflicts(other: str) -> None:
    assert published(other) == ["conflicts"]


@pytest.mark.parametrize("other", LEFT_OPEN)
def test_an_account_left_open_is_no_agreement(other: str) -> None:
    assert "corroborates" not in published(other)


@pytest.mark.parametrize("other", SAME)
def test_an_account_handed_on_agrees(other: str) -> None:
    assert published(other) == ["corroborates"]


def test_who_denies_that_it_was_not_so_does_not_say_that_it_was_not() -> None:
    denial = "The owner denied claims that the bridge in Tolmin had not been inspected."
    negation = "The bridge in Tolmin had not been inspected, an engineer said."
    assert "corroborates" not in published(denial, negation)


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor dismissed reports that guards had burned the archive.",
        "The governor is investigating claims that guards burned the archive.",
        "The governor brushed aside allegations that guards had burned the archive.",
        "The governor doubts that guards burned the archive.",
        "The leaflet wrongly claimed that guards had burned the archive.",
    ],
)
def test_what_is_not_handed_on_keeps_its_lead_in(sentence: str) -> None:
    document = plain.document("one", f"News from Tolmin\n\n{sentence}")
    *_, claim = claims.find(document, segment.paragraphs(document))
    assert claim.quote == sentence.rstrip(".")


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("they dismissed reports that it sank", {1: "deny"}),
        ("they dismissed the coach", {}),
        ("the study reports that it sank", {}),
        ("the insurer rejected claims worth nine million", {}),
        ("they examined reports of gunfire", {1: "unclear"}),
        ("they stopped short of firing", {3: "not"}),
        ("it was not ruled out", {2: "not", 4: "deny"}),
        ("they could not rule out a leak", {4: "unclear"}),
        ("no fewer than ten came", {}),
        ("whether they came or not", {}),
    ],
)
def test_which_word_turns_what_is_said(words: str, kinds: dict[int, str]) -> None:
    known = lexicon("en")
    assert known is not None
    assert known.turns(words.split()) == kinds
