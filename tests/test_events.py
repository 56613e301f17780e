"""Which happening a claim is about, and whether it says so, denies it or leaves it open."""

from __future__ import annotations

import pytest

from variorum import plain, segment
from variorum.claims import events, words
from variorum.languages.lexicon import lexicon
from variorum.model import Claim, Span, When, claim_id

TEXT = """Market bombed in Sarhan
At least 40 people died when a bomb went off in Sarhan on 3 May 2031.
In August 2019 a bomb killed hundreds in Tolva. The rebels denied any part in it.
It is unclear who planted the device."""


def annotated(*pieces: tuple[str, When | None, tuple[str, ...]]) -> list[Claim]:
    document = plain.document("a", TEXT, "2031-05-04")
    paragraphs = segment.paragraphs(document)
    made = []
    for quote, when, where in pieces:
        start = document.text.index(quote)
        span = Span(start, start + len(quote))
        number = next(n for n, p in enumerate(paragraphs) if p.span.covers(span))
        sentence = next(s for s in paragraphs[number].sentences if s.covers(span))
        made.append(
            Claim(
                claim_id("a", quote),
                "a",
                span,
                quote,
                "event",
                sentence,
                number,
                when=when,
                where=where,
            )
        )
    return list(events.annotate(document, paragraphs, tuple(made), words.cut(document.text)))


NOW = When("2031-05-03", "2031-05-03", "day")
THEN = When("2019-08-01", "2019-08-31", "month")
MAIN = ("At least 40 people died when a bomb went off in Sarhan on 3 May 2031", NOW, ("Sarhan",))
PAST = ("In August 2019 a bomb killed hundreds in Tolva", THEN, ("Tolva",))
DENIED = ("The rebels denied any part in it", None, ())
OPEN = ("It is unclear who planted the device", None, ())


def test_two_tolls_of_two_attacks_are_two_happenings() -> None:
    main, past = annotated(MAIN, PAST)
    assert main.event.instance == events.MAIN
    assert past.event.instance not in ("", events.MAIN)


def test_a_claim_without_a_time_keeps_to_the_one_before_in_its_paragraph() -> None:
    _, past, denied, unclear = annotated(MAIN, PAST, DENIED, OPEN)
    assert denied.event.instance == past.event.instance
    assert unclear.event.instance == events.MAIN


def test_families_places_and_participants() -> None:
    (main,) = annotated(MAIN)
    assert {"death", "explosion"} <= set(main.event.families)
    assert "sarhan" in main.event.participants or main.event.places
    assert list(main.event.families) == sorted(main.event.families)


@pytest.mark.parametrize(
    ("piece", "polarity"), [(MAIN, "asserted"), (DENIED, "denied"), (OPEN, "unclear")]
)
def test_polarity(piece: tuple[str, When | None, tuple[str, ...]], polarity: str) -> None:
    assert annotated(piece)[0].polarity == polarity


@pytest.mark.parametrize(
    ("words", "cues"),
    [
        ("They did not come", {"not"}),
        ("Not only did they come", set()),
        ("No fewer than ten came", set()),
        ("He didn't come", {"not"}),
        ("The army denied it", {"deny"}),
        ("It may have been a bomb", {"unclear"}),
        ("It is not clear", {"unclear"}),
    ],
)
def test_cues(words: str, cues: set[str]) -> None:
    known = lexicon("en")
    assert known is not None
    assert set(known.turns(words.split()).values()) == cues


def test_without_a_pack_nothing_is_annotated() -> None:
    document = plain.document("a", TEXT)
    other = type(document)("a", TEXT, document.meta, language="xx")
    assert events.annotate(other, (), (), words.cut(TEXT)) == ()
