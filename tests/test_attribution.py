"""Who says what: cues, what they hand on, and who is meant."""

from __future__ import annotations

import time

import pytest

from variorum import plain
from variorum.claims import attribution, heads, names
from variorum.claims.attribution import Attribution
from variorum.languages import pack
from variorum.model import Document, Paragraph, Span
from variorum.segment.sentences import split

HEAD = "A quiet day"


def _article(*lines: str) -> tuple[Document, tuple[Paragraph, ...]]:
    """A document whose first line is its headline and every other a body paragraph."""
    document = plain.document("a", "\n".join(lines))
    paragraphs, at = [], 0
    for n, line in enumerate(lines):
        start = document.text.index(line, at)
        span = Span(start, start + len(line))
        inside = split(document.text, span.start, span.end, pack("en")) if n else (span,)
        paragraphs.append(Paragraph(span, "body" if n else "headline", tuple(inside)))
        at = span.end
    return document, tuple(paragraphs)


def attributed(document: Document, paragraphs: tuple[Paragraph, ...]) -> tuple[Attribution, ...]:
    printed, quoted = names.find(document, paragraphs), attribution.quoted(document, paragraphs)
    words = heads.read(document.text, document.language)
    return attribution.read(document, paragraphs, printed, quoted, words)


def _read(*lines: str) -> list[tuple[Attribution, str, list[str]]]:
    """(attribution, words of its cue, words of its content) of an article."""
    document, paragraphs = _article(*lines)
    return [
        (a, document.quote(a.cue), [document.quote(c) for c in a.content])
        for a in attributed(document, paragraphs)
    ]


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "speakers", "style"),
    [
        (
            "Officials said that two ferries had sunk.",
            "Officials said that",
            ["two ferries had sunk"],
            ("officials",),
            "indirect",
        ),
        (
            "Two ferries had sunk, the mayor said.",
            ", the mayor said",
            ["Two ferries had sunk"],
            ("the mayor",),
            "indirect",
        ),
        (
            "Two ferries had sunk, said Ines Dorval, a pilot.",
            ", said Ines Dorval, a pilot",
            ["Two ferries had sunk"],
            ("Ines Dorval",),
            "indirect",
        ),
        (
            "According to the fire service, two ferries had sunk.",
            "According to the fire service,",
            ["two ferries had sunk"],
            ("the fire service",),
            "according-to",
        ),
        (
            "Two ferries had sunk, according to Ines Dorval.",
            ", according to Ines Dorval",
            ["Two ferries had sunk"],
            ("Ines Dorval",),
            "according-to",
        ),
        (
            '"Two ferries sank," Ines Dorval said.',
            "Ines Dorval said",
            ['"Two ferries sank,"'],
            ("Ines Dorval",),
            "direct",
        ),
        (
            'Ines Dorval said the two ferries "sank like stones" on Monday.',
            "Ines Dorval said",
            ['the two ferries "sank like stones" on Monday'],
            ("Ines Dorval",),
            "mixed",
        ),
        (
            "The ferries, Ines Dorval said, had been repaired.",
            ", Ines Dorval said",
            ["The ferries", "had been repaired"],
            ("Ines Dorval",),
            "indirect",
        ),
    ],
)
def test_cue_content_and_speaker(
    sentence: str, cue: str, content: list[str], speakers: tuple[str, ...], style: str
) -> None:
    ((found, words, said),) = _read(HEAD, sentence)
    assert (words, said, found.speakers, found.style) == (cue, content, speakers, style)


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge was closed on Monday after two cables broke.",
        "Officials would not say how many cables broke.",
        "The said bridge has four cables.",
        "The state has 12 provinces and 3 million people.",
        "Their report was 40 pages long.",
        "He is said to own three bridges.",
    ],
)
def test_no_cue(sentence: str) -> None:
    assert _read(HEAD, sentence) == []


def test_a_deed_of_speech_is_told_from_plain_saying() -> None:
    ((denied, *_),) = _read(HEAD, "The company denied that its trucks had carried the waste.")
    ((said, *_),) = _read(HEAD, "The company said that its trucks had carried the waste.")
    assert (denied.act, denied.verb) == (True, "deny")
    assert (said.act, said.verb) == (False, "say")


def test_a_belief_is_told_from_saying() -> None:
    ((found, *_),) = _read(HEAD, "Police believe that the fire was laid.")
    assert (found.belief, found.act) == (True, False)


def test_facts_inside_a_deed_are_not_its_speakers() -> None:
    sentence = "France condemned the raid that killed 10 people in Norda."
    document, paragraphs = _article(HEAD, sentence)
    told = attributed(document, paragraphs)
    start = document.text.index("killed 10")
    inner = Span(start, start + len("killed 10 people in Norda"))
    whole = paragraphs[1].span
    assert attribution.speakers_for(inner, told) == ()
    assert attribution.speakers_for(whole, told) == ("France",)


def test_the_nearest_speaker_comes_first() -> None:
    sentence = "The Norda Times reported that a nurse said 17 beds had been empty."
    document, paragraphs = _article(HEAD, sentence)
    start = document.text.index("17 beds")
    span = Span(start, start + len("17 beds had been empty"))
    told = attributed(document, paragraphs)
    assert attribution.speakers_for(span, told) == ("a nurse", "the Norda Times")


def test_a_second_speaker_ends_what_the_first_says() -> None:
    found = _read(HEAD, "Police said 100 people came, but organisers said 400 people came.")
    assert [(a.speakers, said) for a, _, said in found] == [
        (("police",), ["100 people came"]),
        (("organisers",), ["400 people came"]),
    ]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    found = _read(HEAD, '"The ice was thin," Ulla Storm said.', '"Then it broke in two places."')
    assert [(a.speakers, a.style) for a, *_ in found] == [
        (("Ulla Storm",), "direct"),
        (("Ulla Storm",), "inherited"),
    ]


def test_an_account_ends_with_its_paragraph() -> None:
    found = _read(HEAD, "The union said 30 mines had closed.", "They are in the north.")
    assert len(found) == 1


def test_a_pronoun_takes_the_person_its_gender_fits() -> None:
    found = _read(HEAD, "Mr. Reyes met Mrs. Klein. She said the beds were full.")
    assert found[0][0].speakers == ("Klein",)


def test_a_pronoun_without_anybody_stays_a_pronoun() -> None:
    ((found, *_),) = _read(HEAD, "She said the beds were full.")
    assert found.speakers == ("she",)


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Police: 3 dead in crash", "police"),
        ("3 dead in crash: police", "police"),
        ("Ferry sank in minutes, survivors say", "survivors"),
    ],
)
def test_headlines(headline: str, speaker: str) -> None:
    ((found, *_),) = _read(headline, "The road was wet.")
    assert found.speakers == (speaker,)


def test_spans_lie_inside_their_sentence_and_nothing_is_empty() -> None:
    document, paragraphs = _article(
        HEAD,
        '"A. B had gone," said Ulla Storm. "C went, too." According to her, D came. E said: F!',
        "He said, she said, they said that it said nothing; X, Y, said Z, according to.",
    )
    for found in attributed(document, paragraphs):
        assert found.speakers
        assert all(found.sentence.covers(c) and c.start < c.end for c in found.content)
        assert found.sentence.covers(found.cue)


def test_a_language_without_a_pack_has_none() -> None:
    document, paragraphs = _article(HEAD, "Officials said that two ferries had sunk.")
    foreign = Document("a", document.text, document.meta, language="tlh")
    assert attributed(foreign, paragraphs) == ()


@pytest.mark.parametrize(
    "run",
    [
        "said ",
        "the ",
        "he said, ",
        '"',
        '" "',
        "'a ' ",
        "X, ",
        "( ",
        "according to ",
        "and said that ",
        "who said ",
        "Brown's claim that ",
        "was quoted ",
        "A of the B ",
        ", saying ",
        "\u200ba",
        "5,000 ",
        "SAID POLICE ",
        "-- ",
    ],
)
def test_time_grows_with_the_text_only(run: str) -> None:
    text = (run * (100_000 // len(run))).strip()
    document = plain.document("a", f"{HEAD}\n{text}")
    span = Span(document.text.index(text), len(document.text))
    paragraphs = (Paragraph(span, "body", (span,)),)
    began = time.process_time()
    attributed(document, paragraphs)
    assert time.process_time() - began < 8
