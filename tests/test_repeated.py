"""Lines that an outlet sets under several articles are furniture; what tells the story is not."""

from __future__ import annotations

from dataclasses import replace

import variorum
from variorum import plain, segment
from variorum.model import Document

STORIES = (
    "Ferry runs aground\n\nA ferry with 120 people on board ran aground off Kolva on Sunday.\n\n"
    "All of them were taken to safety by lifeboats within two hours, the coast guard said.",
    "Mayor resigns\n\nThe mayor of Harran, Ada Brandt, resigned on Monday after a long dispute.\n\n"
    "Her deputy is to lead the town until the election in May, the council decided.",
    "Nurses strike\n\nMore than 3,000 nurses in Eastlea walked out on Tuesday over their pay.\n\n"
    "The ministry offered them four percent; the union had asked for twice as much.",
)
LINE = "This paper is kept alive by its readers and asks them for their help every week."


def articles(line: str, outlet: str = "The Post", count: int = 3) -> tuple[Document, ...]:
    """Articles of one outlet; the line stands under the first ``count`` of them."""
    made = []
    for n, story in enumerate(STORIES):
        text = f"{story}\n\n{line}" if n < count else story
        document = plain.document(f"a{n}", text)
        made.append(replace(document, meta=replace(document.meta, outlet=outlet)))
    return tuple(made)


def role_of(line: str, documents: tuple[Document, ...]) -> set[str]:
    """The roles that the line's paragraphs are given."""
    parts = segment.relabel(documents, tuple(map(segment.paragraphs, documents)))
    return {
        part.role
        for document, its in zip(documents, parts, strict=True)
        for part in its
        if document.quote(part.span) == line
    }


def test_a_line_under_three_articles_of_an_outlet_is_furniture() -> None:
    assert role_of(LINE, articles(LINE)) == {"other"}
    assert role_of(LINE, articles(LINE, outlet="")) == {"other"}


def test_a_line_under_two_articles_stays_text() -> None:
    assert role_of(LINE, articles(LINE, count=2)) == {"body"}


def test_a_line_of_three_outlets_stays_text() -> None:
    documents = tuple(
        replace(document, meta=replace(document.meta, outlet=f"Paper {n}"))
        for n, document in enumerate(articles(LINE))
    )
    assert role_of(LINE, documents) == {"body"}


def test_a_line_with_a_figure_a_quotation_or_a_name_of_the_story_stays_text() -> None:
    for line in (
        "The storm of the past winter had already cost the region some 40 lives and many homes.",
        "The storm of the past winter had already cost the region forty lives and many homes.",
        "The people of the coast say: “We have seen this happen every winter since we were young.”",
        "The port is the largest on the coast between Harran and the border, and it never freezes.",
    ):
        assert role_of(line, articles(line)) == {"body"}, line


def test_copies_of_one_article_stay_text() -> None:
    documents = tuple(plain.document(f"a{n}", f"{STORIES[0]}\n\n{LINE}") for n in range(3))
    assert role_of(LINE, documents) == {"body"}


def test_such_furniture_makes_no_claim() -> None:
    texts = {f"a{n}": f"{story}\n\n{LINE}" for n, story in enumerate(STORIES)}
    assert not [c for c in variorum.analyse(texts).claims if c.quote in LINE]
    assert [c for c in variorum.analyse({"a0": texts["a0"]}).claims if c.quote in LINE]


def test_advertisements_and_reading_times_are_told_from_menus_and_dates() -> None:
    page = "Home\n\nFerry runs aground\n\n3 min read\n\n" + STORIES[0] + "\n\nADVERTISEMENT\n"
    found = {line.text: line.role for line in segment.lines(page)}
    assert found["ADVERTISEMENT"] == "advert"
    assert found["3 min read"] == "other"
    assert found["Home"] == "menu"
