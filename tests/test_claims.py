"""What must hold for the claims of any text, whatever it says."""

from __future__ import annotations

import clock
import pytest

from variorum import claims, plain, segment
from variorum.model import Claim

ARTICLE = "\n".join(
    (
        "Dam bursts above Harran, 14 dead",
        "HARRAN - The dam above Harran burst on Sunday night, killing 14 people and leaving 600 "
        "families homeless.",
        "The mayor, Ivo Brandt, said that the spillway had been repaired in 2019. "
        '"The gates were opened too late in Harran," he said.',
        "But the operator denied that the gates had failed. Who gave the order? "
        "It has not published its log since June.",
        "More rain is expected on Thursday, according to the weather service.",
    )
)


def found(text: str, published: str = "2024-03-05") -> tuple[Claim, ...]:
    """The claims of an article given as plain text."""
    document = plain.document("x", text, published)
    return claims.find(document, segment.paragraphs(document))


def test_quotes_are_the_words_of_their_spans_inside_one_sentence() -> None:
    document = plain.document("x", ARTICLE, "2024-03-05")
    made = claims.find(document, segment.paragraphs(document))
    assert len(made) > 5
    for claim in made:
        assert claim.quote == document.quote(claim.span)
        assert claim.sentence.covers(claim.span)
        for figure in claim.figures:
            assert claim.span.covers(figure.span)


def test_claims_are_sorted_and_their_spans_and_ids_are_unique() -> None:
    made = found(ARTICLE)
    spans = [claim.span for claim in made]
    assert spans == sorted(set(spans))
    assert len({claim.id for claim in made}) == len(made)


def test_the_same_text_gives_the_same_claims() -> None:
    assert found(ARTICLE) == found(ARTICLE)


def test_an_id_depends_on_no_other_words_of_the_article() -> None:
    before = {claim.quote: claim.id for claim in found(ARTICLE)}
    lines = ARTICLE.split("\n")
    moved = "\n".join([lines[0], lines[2], lines[1], *lines[3:], "The road to Kolva is closed."])
    after = {claim.quote: claim.id for claim in found(moved)}
    shared = before.keys() & after.keys()
    assert len(shared) >= len(before) - 1
    assert all(before[quote] == after[quote] for quote in shared)


def test_the_same_words_twice_have_two_ids() -> None:
    made = found("Title\nThe dam burst on Sunday. Nobody slept. The dam burst on Sunday.")
    twins = [claim for claim in made if claim.quote == "The dam burst on Sunday"]
    assert len(twins) == 2
    assert twins[0].id != twins[1].id


def test_a_heading_on_the_same_topic_restates_nothing() -> None:
    made = found("Senate memo divides parties\nThe council will publish a memo on the flood soon.")
    assert made
    assert not any(claim.restates for claim in made)


def test_furniture_makes_no_claims() -> None:
    document = plain.document("x", "Dam bursts\nThe dam burst on Sunday night in Harran.")
    paragraphs = segment.paragraphs(document)
    assert claims.find(document, paragraphs)
    as_menu = tuple(type(p)(p.span, "menu", p.sentences) for p in paragraphs)
    assert claims.find(document, as_menu) == ()


def test_a_language_without_a_pack_has_no_claims() -> None:
    document = plain.document("x", ARTICLE)
    foreign = type(document)(document.slug, document.text, document.meta, "xx")
    assert claims.find(foreign, segment.paragraphs(foreign)) == ()


def test_a_chronology_is_left_out() -> None:
    entries = [
        "March 15 2011 Protests begin in the capital.",
        "July 4 2011 Troops enter the northern city.",
        "August 21 2013 The palace burns down.",
        "January 2 2015 Both sides sign a truce.",
    ]
    made = found("Truce holds\nThe truce has held for a week. " + " ".join(entries))
    assert any("has held" in claim.quote for claim in made)
    assert not any("Troops" in claim.quote for claim in made)


HARD = {
    "no punctuation": "the dam burst and the town was flooded " * 1000,
    "figures in a row": "1,000 " * 2000,
    "number words in a row": "twenty " * 2000,
    "conjunctions": "and " * 3000,
    "relative words": "which who that " * 1500,
    "commas": "a, " * 3000,
    "open brackets": "( " * 3000,
    "told and told": '"It fell by 3," he said, "it rose by 4," she said, ' * 400,
    "according and according": "According to the mayor 3 houses burned, and " * 600,
    "quotations": '"The dam burst," he said. ' * 800,
    "open quotes": '" the dam burst ' * 1000,
    "capitals": "THE DAM BURST ON SUNDAY " * 1500,
    "zero width": "the\u200b dam\u200b burst\u200b " * 1000,
    "dashes": "3-" * 3000,
    "months": "May " * 3000,
    "colons": "12:" * 3000,
    "one word": "a" * 30000,
    "digits": "9" * 30000,
    "semicolons": "; " * 3000,
    "ordinals": "the third " * 1500,
    "dotted capital": "İstanbul'da 5 kişi öldü. " * 500,
    "empty": "",
    "mixed": "\u202eабв 三百人 ٣٤ people died " * 500,
}


@pytest.mark.parametrize("name", sorted(HARD))
def test_any_text_takes_time_in_proportion_to_its_length(name: str) -> None:
    text = HARD[name]

    def seconds(body: str) -> float:
        document = plain.document("x", "Title\n" + body)
        paragraphs = segment.paragraphs(document)
        with clock.busy() as spent:
            claims.find(document, paragraphs)
        return spent.seconds

    once, thrice = seconds(text[: len(text) // 3]), seconds(text)
    # Three times the length, with room for a busy machine; a square would be nine.
    assert thrice < 5 * once + 0.1


@pytest.mark.parametrize(
    ("sentence", "foreseen"),
    [
        ("The ferry is about to leave the harbour.", True),
        ("The council argued about tomorrow's timetable.", False),
        ("The two pilots were undergoing tests at the clinic.", False),
    ],
)
def test_a_phrase_of_what_is_to_come_is_made_of_whole_words(sentence: str, foreseen: bool) -> None:
    (claim,) = (claim for claim in found(f"Ferries\n{sentence}") if claim.quote in sentence)
    assert (claim.kind == "forecast") == foreseen
