"""A text cut into words, and what is told of each: what it may be or begin."""

from __future__ import annotations

import pytest

from variorum.claims import heads
from variorum.claims.words import BEYOND, Words, among, cut, holds
from variorum.languages import met
from variorum.languages.met import Met

TEXT = "On 3 June 2031 two ferries sank off Malta; nobody who was aboard is known to have died."


def words_of(numbers: list[int], words: Words) -> list[str]:
    return [words.written[n] for n in numbers]


def test_every_word_stands_where_it_is_said_to() -> None:
    text = "L’été: “1,650” people\u200b,  \nİstanbul'da 5½ km."
    words = cut(text)
    printed = [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]
    assert words.written == printed + [""] * BEYOND
    assert "".join(words.written) == "".join(text.split())


def test_a_word_is_marked_by_what_may_begin_there() -> None:
    words = heads.read(TEXT)
    assert words_of(words.dates, words)[:3] == ["3", "June", "2031"]
    assert words_of(words.numbers, words) == ["3", "2031", "two"]
    assert words_of(words.places, words) == ["Malta"]
    finite = [word for word, verb in zip(words.written, words.finite, strict=True) if verb]
    assert finite == ["sank", "was", "is"]
    assert {";", "who"} <= set(words_of(words.joints, words))
    assert "nobody" in words_of(words.turning, words)


def test_without_a_pack_words_are_bare() -> None:
    words = heads.read(TEXT, "xx")
    assert words.written
    assert words.finite == words.dates == words.numbers == []


@pytest.mark.parametrize(
    ("span", "held"), [((0, 9), True), ((3, 6), True), ((4, 9), False), ((0, 5), False)]
)
def test_a_phrase_counts_only_with_all_its_words(span: tuple[int, int], held: bool) -> None:
    assert holds(range(*span), [range(3, 6)]) is held
    assert not holds(range(*span), [])


def test_numbers_are_picked_from_a_stretch() -> None:
    assert among([1, 4, 5, 9], range(4, 9)) == [4, 5]


def test_what_is_told_of_words_is_kept_but_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(met, "_MOST", 2)
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    known = Met(length)
    assert [known[word] for word in ("a", "bc", "a", "def", "a")] == [1, 2, 1, 3, 1]
    assert asked == ["a", "bc", "def", "a"]
    assert len(known) <= 2
