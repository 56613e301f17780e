"""Figures of one clause: bounds, kinds and what is counted, straight from the rule."""

from __future__ import annotations

import pytest

from variorum.claims import figures, heads, numerals
from variorum.model import Figure


def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a text without dates."""
    read = heads.read(text)
    return figures.find(read, range(len(read.starts)), frozenset(), "en")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,650", 1650),
        ("1.2m", 1_200_000),
        ("300k", 300_000),
        ("2.5 million", 2_500_000),
        ("1.6bn", 1_600_000_000),
        ("twenty-five", 25),
        ("three hundred and ten", 310),
        ("two million", 2_000_000),
        ("4 1/2", 4.5),
        ("half a dozen", 6),
        ("a hundred thousand", 100_000),
    ],
)
def test_a_number_is_read_as_written(text: str, value: float) -> None:
    read = heads.read(text)
    numeral = numerals.read(read, 0, "en")
    assert numeral is not None
    assert (numeral.low, numeral.high) == (value, value)
    assert numeral.last == len(read.starts) - 1


@pytest.mark.parametrize("text", ["12,34", "1.2.3", "9" * 40, "and", "of the people"])
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert numerals.read(heads.read(text), 0, "en") is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("more than 260,000 people", 260_000, None),
        ("about ten people", 10, 10),
        ("thousands of people", 2000, None),
        ("hundreds of thousands of people", 200_000, None),
        ("dozens of people", 24, None),
        ("20–30 percent of people", 20, 30),
        ("between 5 and 7 people", 5, 7),
        ("no more than 200 people", None, 200),
        ("up to 200 people", None, 200),
        ("as many as 20-30 people", 20, 30),
        ("1-2 million people", 1_000_000, 2_000_000),
        ("50 people or more", 50, None),
        ("50 or more people", 50, None),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None) -> None:
    (figure,) = figures_of(text)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "kind", "noun"),
    [
        ("12 soldiers", "count", "soldier"),
        ("12 percent of soldiers", "share", "soldier"),
        ("$12", "money", "usd"),
        ("a 12-year-old boy", "age", "age"),
        ("12 years", "duration", "year"),
        ("12 miles", "distance", "mile"),
        ("12 tonnes", "measure", "tonne"),
        ("the third attack", "ordinal", "attack"),
        ("12 women", "count", "woman"),
        ("12 lives", "count", "life"),
    ],
)
def test_kinds_are_told_apart(text: str, kind: str, noun: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.kind, figure.noun) == (kind, noun)


@pytest.mark.parametrize(
    "text",
    [
        "Boeing 747 jets",
        "the F-16",
        "Covid-19",
        "call 0800",
        "one of them",
        "Room 12",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert figures_of(text) == ()


def test_the_span_holds_qualifier_and_number() -> None:
    text = "killing more than 40 people"
    (figure,) = figures_of(text)
    assert text[figure.span.start : figure.span.end] == "more than 40"


def test_a_share_is_a_share_of_something() -> None:
    (figure,) = figures_of("30 percent of the teachers")
    assert figure.unit == "percent of teachers"
