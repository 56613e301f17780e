"""Two claims in like words that part in one are never told to readers as agreement."""

from __future__ import annotations

import pytest

from variorum import analyse

PARTED = [
    ("Gunmen attacked farmers at Lomar.", "Farmers attacked gunmen at Lomar."),
    ("Tessa Vorn sued Paul Rieger over it.", "Paul Rieger sued Tessa Vorn over it."),
    ("Arden bought its rival Pelm for 30m.", "Pelm bought its rival Arden for 30m."),
    ("The treasurer blamed the auditor.", "The auditor blamed the treasurer."),
    ("Tessa Vorn was named clinic head.", "Paul Rieger was named clinic head."),
    ("Seven girls were in the Lomar cave.", "Seven boys were in the Lomar cave."),
    ("Villagers hold the east of Lomar.", "Villagers hold the west of Lomar."),
    ("The siren rang before the flood.", "The siren rang after the flood."),
    ("Half of the wells in Lomar are dry.", "All of the wells in Lomar are dry."),
    ("It was the mill's second strike.", "It was the mill's fourth strike."),
    ("The Arden mill made a loss in 2028.", "The Arden mill made a loss in 2030."),
    ("Paul Rieger was charged with arson.", "Paul Rieger was convicted of arson."),
    ("A quake killed nine people in Lomar.", "A quake killed nine people in Pelm."),
    ("The well at Lomar is safe to use.", "The well at Lomar is unsafe to use."),
    ("The mill fire was caused by oil.", "The mill fire was caused by lightning."),
    ("The pipe at Lomar is 12 kilometres long.", "The pipe at Lomar is 12 miles long."),
    ("The leak cost Arden less than 5 million.", "The leak cost Arden more than 5 million."),
    ("Prices in Lomar rose to 8 percent in May.", "Prices in Lomar fell to 8 percent in May."),
    ("Arden sent 40 men and 12 boats to Lomar.", "Arden sent 60 men and 12 boats to Lomar."),
    ("Tessa Vorn quit the board on Thursday.", "Tessa Vorn quit the board on Tuesday."),
    ("Lomar's goal came in the 71st minute.", "Lomar's goal came in the 72nd minute."),
    ("Rents in Lomar are 900 crowns a month.", "Rents in Lomar are 900 crowns a year."),
    ("The Lomar fire was due to oil rather than hay.", "The Lomar fire was due to hay."),
    ("Some 140 people in Lomar fell ill.", "There are 178 ill people in Lomar."),
]
AGREED = [
    ("A quarter of nurses in Lomar quit.", "Some 24% of nurses in Lomar quit."),
    ("Gunmen attacked the farmers at Lomar.", "The farmers at Lomar were attacked by gunmen."),
    ("Tessa Vorn was named head of the clinic.", "The clinic named Tessa Vorn its head."),
    ("Mayor Rieger opened the Lomar clinic.", "Paul Rieger opened the Lomar clinic."),
    ("The pipe at Lomar is 12 kilometres long.", "The Lomar pipe is 7.5 miles long."),
    ("The flood at Lomar left 40 people homeless.", "Forty lost their homes in the Lomar flood."),
]


def published(one: str, other: str) -> list[str]:
    texts = {"one": f"News from Lomar\n\n{one}", "other": f"The week in Lomar\n\n{other}"}
    dates = {"one": "2031-06-10", "other": "2031-06-10"}
    return [relation.type for relation in analyse(texts, dates).relations]


@pytest.mark.parametrize(("one", "other"), PARTED)
def test_claims_that_part_in_one_word_do_not_agree(one: str, other: str) -> None:
    assert "corroborates" not in published(one, other)
    assert "corroborates" not in published(other, one)


@pytest.mark.parametrize(("one", "other"), AGREED)
def test_the_same_told_in_other_words_agrees(one: str, other: str) -> None:
    assert published(one, other) == ["corroborates"]


def test_an_editor_is_told_by_what_they_part() -> None:
    one, other = PARTED[5]
    texts = {"one": f"News from Lomar\n\n{one}", "other": f"The week in Lomar\n\n{other}"}
    (held,) = (s for s in analyse(texts).suggestions if s.frame == "words × other words")
    assert held.type == "differs"
    assert "“girls”" in held.reason
    assert "“boys”" in held.reason
