"""Names as an article prints them: found, freed of titles, resolved."""

from __future__ import annotations

import time

import pytest

from variorum import plain
from variorum.claims import names
from variorum.model import Document, Paragraph, Span


def _article(*lines: str) -> tuple[Document, tuple[Paragraph, ...]]:
    """A document whose first line is its headline and every other a paragraph of one sentence."""
    document = plain.document("a", "\n".join(lines))
    paragraphs, at = [], 0
    for n, line in enumerate(lines):
        start = document.text.index(line, at)
        span = Span(start, start + len(line))
        paragraphs.append(Paragraph(span, "body" if n else "headline", (span,)))
        at = span.end
    return document, tuple(paragraphs)


def _found(*lines: str) -> list[tuple[str, str]]:
    """(words as printed, fullest form) of every name."""
    return [(m.text, m.full) for m in names.find(*_article(*lines))]


HEAD = "A quiet day"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Yesterday Prime Minister Olga Brandt left the city of Tarnow.",
            ["Olga Brandt", "Tarnow"],
        ),
        ("We met Dr. Hanna Lie and Gen. Paul Grant.", ["Hanna Lie", "Paul Grant"]),
        ("They asked Louisiana Gov. Bobby Hale about it.", ["Bobby Hale"]),
        ("It was the Ministry of Health, not the army.", ["Ministry of Health"]),
        ("She studied at the University of Tarn in May.", ["University of Tarn"]),
        ("On Monday in October the Swiss team won.", []),
        ("The president met the prime minister.", []),
        ("Most people will leave.", []),
        ("The book by Maria de la Cruz sold well.", ["Maria de la Cruz"]),
        ("The speech of Karl Weiss's brother was short.", ["Karl Weiss"]),
        ("The U.S. and the WHO agreed.", ["U.S", "WHO"]),
    ],
)
def test_names_in_a_sentence(sentence: str, expected: list[str]) -> None:
    document, paragraphs = _article(HEAD, sentence)
    assert [m.text for m in names.find(document, paragraphs)] == expected
    for mention in names.find(document, paragraphs):
        assert document.quote(mention.span) == mention.text


def test_a_last_name_takes_the_full_name() -> None:
    assert ("Hartl", "Josef Hartl") in _found(HEAD, "Farmer Josef Hartl left.", "Then Hartl spoke.")


def test_a_last_name_before_the_full_name_takes_it_too() -> None:
    assert ("Hartl", "Josef Hartl") in _found(HEAD, "Then Hartl spoke.", "We met Josef Hartl.")


def test_a_title_tells_two_people_of_one_name_apart() -> None:
    found = _found(HEAD, "We saw Anna Berg and Karl Berg.", "Then Mrs. Berg spoke to Mr. Berg.")
    assert found[2:] == [("Berg", "Anna Berg"), ("Berg", "Karl Berg")]


def test_a_last_name_that_two_bear_stays_as_it_stands() -> None:
    two = _found(HEAD, "Viktor Halm left.", "Greta Halm stayed.", "We asked Halm about it.")
    assert two[-1] == ("Halm", "Halm")
    one = _found(HEAD, "Jo Halm left.", "Joseph Halm stayed.", "We asked Halm about it.")
    assert one[-1] == ("Halm", "Joseph Halm")


def test_a_country_is_no_last_name() -> None:
    found = _found(HEAD, "We met at the Stade de France.", "Then France won.")
    assert ("France", "France") in found


def test_common_words_that_begin_a_sentence_are_no_names() -> None:
    assert _found(HEAD, "Protesters left.", "Most stayed.", "However it rained.") == []


def test_a_given_name_that_is_a_common_word_counts_before_another_name() -> None:
    assert _found(HEAD, "Will Hunter opened it.") == [("Will Hunter", "Will Hunter")]


@pytest.mark.parametrize(
    "headline", ["Brandt Leaves Tarnow After Long Day", "BRANDT LEAVES TARNOW AFTER LONG DAY"]
)
def test_a_line_of_capitals_names_only_what_the_article_names(headline: str) -> None:
    found = _found(headline, "Yesterday Olga Brandt left the city of Tarnow.")
    assert [(text.lower(), full) for text, full in found[:2]] == [
        ("brandt", "Olga Brandt"),
        ("tarnow", "Tarnow"),
    ]
    assert len(found) == 4


def test_kind_and_gender() -> None:
    document, paragraphs = _article(
        HEAD, "We met Mrs. Berg, Karl Weiss and the Tarn Council in Poland."
    )
    told = [(m.text, m.kind, m.gender) for m in names.find(document, paragraphs)]
    assert told == [
        ("Berg", "person", "f"),
        ("Karl Weiss", "person", "m"),
        ("Tarn Council", "organisation", ""),
        ("Poland", "place", ""),
    ]


def test_keys_fold_diacritics_and_apostrophes() -> None:
    assert names.fold("François  O’Hara") == "francois o'hara"


def test_furniture_names_nobody() -> None:
    document, paragraphs = _article(HEAD, "Photo by Karl Weiss")
    menu = tuple(Paragraph(p.span, "credit", p.sentences) for p in paragraphs)
    assert names.find(document, menu) == ()


@pytest.mark.parametrize(
    "run", ["Anna Berg ", "BERG ", "A. ", "of The ", "Berg's ", "Berg Anna Berg, ", "Ä"]
)
def test_time_grows_with_the_text_only(run: str) -> None:
    text = run * (200_000 // len(run))
    document, paragraphs = _article(HEAD, text.strip())
    began = time.process_time()
    names.find(document, paragraphs)
    assert time.process_time() - began < 8
