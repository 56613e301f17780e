"""Dates of one sentence, against a Tuesday: 5 March 2024."""

from __future__ import annotations

import pytest

from variorum import edtf
from variorum.claims import dates, heads
from variorum.model import When


def dates_of(text: str, published: str = "2024-03-05") -> list[When | None]:
    """What the dates of a text mean, in order."""
    read = heads.read(text)
    found = dates.find(read, range(len(read.starts)), edtf.read(published), "en")
    return [mention.when for mention in found]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("on 14 March 2019", "2019-03-14", "2019-03-14", "day"),
        ("on March 14, 2019", "2019-03-14", "2019-03-14", "day"),
        ("the 21st of September 2020", "2020-09-21", "2020-09-21", "day"),
        ("in September 2006", "2006-09-01", "2006-09-30", "month"),
        ("in February 2020", "2020-02-01", "2020-02-29", "month"),
        ("in 1987", "1987-01-01", "1987-12-31", "year"),
        ("on Sunday", "2024-03-03", "2024-03-03", "day"),
        ("on Tuesday evening", "2024-03-05", "2024-03-05", "day"),
        ("next Friday", "2024-03-08", "2024-03-08", "day"),
        ("yesterday", "2024-03-04", "2024-03-04", "day"),
        ("last month", "2024-02-01", "2024-02-29", "month"),
        ("last winter", "2023-12-01", "2024-02-29", "span"),
        ("three days ago", "2024-03-02", "2024-03-02", "day"),
        ("a month ago", "2024-02-01", "2024-02-29", "month"),
        ("in November", "2023-11-01", "2023-11-30", "month"),
        ("since November", "2023-11-01", "2024-03-05", "span"),
        ("until 3 May 2024", "", "2024-05-03", "span"),
        ("2014-2016", "2014-01-01", "2016-12-31", "span"),
        ("between 2014 and 2016", "2014-01-01", "2016-12-31", "span"),
        ("2021-07-14", "2021-07-14", "2021-07-14", "day"),
    ],
)
def test_a_date_keeps_its_precision(text: str, earliest: str, latest: str, precision: str) -> None:
    (when,) = dates_of(text)
    assert when is not None
    assert (when.earliest, when.latest, when.precision) == (earliest, latest, precision)


@pytest.mark.parametrize("text", ["on Sunday", "last week", "three days ago", "in November"])
def test_without_a_date_of_publication_nothing_is_invented(text: str) -> None:
    assert dates_of(text, "") == [None]


def test_a_publication_known_only_by_its_year_gives_no_weekday() -> None:
    assert dates_of("on Sunday", "2024") == [None]


@pytest.mark.parametrize(
    "text",
    ["He may go", "they march on", "2000 people died", "31 February 2020 of the", "sat down"],
)
def test_what_is_no_date(text: str) -> None:
    assert [when for when in dates_of(text) if when and when.precision == "day"] == []


def test_hedged_dates_are_approximate() -> None:
    (when,) = dates_of("about 30 years ago")
    assert when is not None
    assert when.approximate


def test_the_words_of_a_date_are_kept() -> None:
    (when,) = dates_of("closed since November")
    assert when is not None
    assert when.text == "since November"
