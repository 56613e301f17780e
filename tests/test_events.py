"""Which happening a claim is about, and whether it says so, denies it or leaves it open."""

from __future__ import annotations

import pytest

from variorum import plain, segment
from variorum.claims import events, heads
from variorum.claims.drafts import Draft
from variorum.languages.lexicon import lexicon
from variorum.model import Event, Polarity, Span, When, claim_id

TEXT = """Market bombed in Sarhan
At least 40 people died when a bomb went off in Sarhan on 3 May 2031.
In August 2019 a bomb killed hundreds in Tolva. The rebels denied any part in it.
It is unclear who planted the device."""


def read(*pieces: tuple[str, When | None, tuple[str, ...]]) -> list[tuple[Event, Polarity]]:
    """The event and the polarity of some claims of TEXT: their words, time and places."""
    document = plain.document("a", TEXT, "2031-05-04")
    paragraphs = segment.paragraphs(document)
    made = []
    for quote, when, where in pieces:
        start = document.text.index(quote)
        span = Span(start, start + len(quote))
        number = next(n for n, p in enumerate(paragraphs) if p.span.covers(span))
        sentence = next(s for s in paragraphs[number].sentences if s.covers(span))
        draft = Draft(claim_id("a", quote), "a", span, quote, "event", sentence, number)
        made.append(draft._replace(when=when, where=where))
    return list(events.read(document, made, heads.read(document.text)))


NOW = When("2031-05-03", "2031-05-03", "day")
THEN = When("2019-08-01", "2019-08-31", "month")
MAIN = ("At least 40 people died when a bomb went off in Sarhan on 3 May 2031", NOW, ("Sarhan",))
PAST = ("In August 2019 a bomb killed hundreds in Tolva", THEN, ("Tolva",))
DENIED = ("The rebels denied any part in it", None, ())
OPEN = ("It is unclear who planted the device", None, ())


def test_two_tolls_of_two_attacks_are_two_happenings() -> None:
    (main, _), (past, _) = read(MAIN, PAST)
    assert main.instance == events.MAIN
    assert past.instance not in ("", events.MAIN)


def test_a_claim_without_a_time_keeps_to_the_one_before_in_its_paragraph() -> None:
    _, past, denied, unclear = (event for event, _ in read(MAIN, PAST, DENIED, OPEN))
    assert denied.instance == past.instance
    assert unclear.instance == events.MAIN


def test_families_places_and_participants() -> None:
    ((main, _),) = read(MAIN)
    assert {"death", "explosion"} <= set(main.families)
    assert "sarhan" in main.participants or main.places
    assert list(main.families) == sorted(main.families)


@pytest.mark.parametrize(
    ("piece", "polarity"), [(MAIN, "asserted"), (DENIED, "denied"), (OPEN, "unclear")]
)
def test_polarity(piece: tuple[str, When | None, tuple[str, ...]], polarity: str) -> None:
    assert read(piece)[0][1] == polarity


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


def test_without_a_pack_no_event_is_known() -> None:
    document = plain.document("a", TEXT)
    other = type(document)("a", TEXT, document.meta, language="xx")
    draft = Draft("1", "a", Span(0, 22), TEXT[:22], "event", Span(0, 22), 0)
    assert list(events.read(other, [draft], heads.read(TEXT, "xx"))) == [(Event(), "asserted")]
