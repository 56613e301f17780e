"""Whether a claim denies something is told by its main clause."""

from __future__ import annotations

import pytest

from variorum import claims, plain, segment

ASSERTED = [
    "The board can act even without a vote of the council.",
    "The mill runs with no stock in its three sheds.",
    "The house stayed warm because nobody ever left the kitchen.",
    "Pupils who don't have the books were sent home on Monday.",
    "It was not until Friday that the dam was inspected.",
    "The panel chose engineers and not activists for the inquiry.",
]
DENIED = [
    "The man who won the vote did not appear in Tarn.",
    "The mill has no stock left in its three sheds.",
    "If the dam breaks, the town will not be safe.",
    "The minister denied that the dam had been closed.",
]
UNCLEAR = ["The cause of the fire in Tarn has never been made clear."]


def polarity(sentence: str) -> str:
    """The polarity of the last claim of an article with one sentence."""
    document = plain.document("one", f"News from Tarn\n\n{sentence}")
    *_, claim = claims.find(document, segment.paragraphs(document))
    return claim.polarity


@pytest.mark.parametrize("sentence", ASSERTED)
def test_a_negation_beside_the_main_clause_denies_nothing(sentence: str) -> None:
    assert polarity(sentence) == "asserted"


@pytest.mark.parametrize("sentence", DENIED)
def test_one_in_the_main_clause_denies_it(sentence: str) -> None:
    assert polarity(sentence) == "denied"


@pytest.mark.parametrize("sentence", UNCLEAR)
def test_what_was_never_made_clear_is_left_open(sentence: str) -> None:
    assert polarity(sentence) == "unclear"
