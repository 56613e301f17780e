"""Claims drawn in the text: whatever overlaps, the words stay as they are."""

from __future__ import annotations

import random
import re
from itertools import pairwise

import clock

from variorum import marks
from variorum.marks import Mark, html, typographic
from variorum.model import STATUSES, Run, Span

TEXT = 'It said: "no one & nothing left" <b> before the 3 of us did.'


def mark(name: str, start: int, end: int, status: str = "differs", after: str = "") -> Mark:
    return Mark(name, Span(start, end), status, status, after or f"[{name}]")


def bare(made: str) -> str:
    """The HTML without what the marks added."""
    return re.sub(r"</?span[^>]*>|\[\w+\]", "", made)


def test_taking_the_marks_away_gives_the_same_html():
    chance = random.Random(7)
    for _ in range(300):
        cuts = sorted(chance.sample(range(1, len(TEXT)), chance.randint(0, 4)))
        edges = [0, *cuts, len(TEXT)]
        styles = [(), ("em",), ("strong", "em"), ("a",), ("code",)]
        runs = [
            Run(Span(a, b), chance.choice(styles), "https://example.org/")
            for a, b in pairwise(edges)
        ]
        spans = [
            sorted(chance.sample(range(len(TEXT) + 1), 2)) for _ in range(chance.randint(0, 6))
        ]
        found = [mark(f"m{i}", a, b, chance.choice(STATUSES)) for i, (a, b) in enumerate(spans)]
        assert bare(html(TEXT, runs, found)) == html(TEXT, runs, [])


def test_every_tag_that_opens_closes_in_order():
    runs = [Run(Span(0, 20), ("em",)), Run(Span(20, len(TEXT)))]
    made = html(TEXT, runs, [mark("a", 3, 30), mark("b", 10, 25), mark("c", 25, 40)])
    stack = []
    for closing, tag in re.findall(r"<(/?)(\w+)[^>]*>", made):
        if closing:
            assert stack.pop() == tag
        else:
            stack.append(tag)
    assert stack == []


def test_only_the_first_piece_of_a_claim_carries_its_id():
    runs = [Run(Span(0, 12)), Run(Span(12, 20), ("em",)), Run(Span(20, len(TEXT)))]
    made = html(TEXT, runs, [mark("a", 3, 30)])
    assert made.count('id="c-a"') == 1
    assert made.count('data-part="a"') == 2
    assert made.count("[a]") == 1


def test_a_number_never_stands_inside_a_link():
    made = html(TEXT, [Run(Span(0, len(TEXT)), ("a",), "https://example.org/")], [mark("a", 3, 9)])
    assert made.endswith("</a>[a]")


def test_where_claims_overlap_only_the_sharpest_draws_its_line():
    made = html(TEXT, [Run(Span(0, 30))], [mark("a", 0, 30), mark("b", 5, 9, "conflicts")])
    assert 'class="claim differs beneath" data-part="a"' in made
    assert 'class="claim conflicts" id="c-b"' in made


def test_numbers_of_claims_that_end_together_stand_in_their_order():
    made = html(TEXT, [Run(Span(0, 30))], [mark("a", 0, 30), mark("b", 5, 30)])
    assert made.endswith("[a][b]")


def test_short_hyphenated_words_of_a_headline_keep_together():
    assert marks.whole("A call-up & <more>") == (
        'A <span class="nb">call-up</span> &amp; &lt;more&gt;'
    )
    assert "<span" not in marks.whole("an extraordinarily-long word")
    assert '<span class="nb">20–30</span>' in marks.whole("as many as 20–30 percent")


def test_short_hyphenated_words_keep_together_inside_marks_but_not_in_code():
    text = "A 20-year-old call-up"
    made = html(text, [Run(Span(0, 13)), Run(Span(13, 21), ("code",))], [mark("a", 2, 13)])
    assert '<span class="nb">20-year-old</span></span>' in made
    assert "<code> call-up</code>" in made


def test_words_and_addresses_are_escaped():
    made = html('<i>&"', [Run(Span(0, 5), ("a",), 'https://example.org/?a="&b')], [])
    assert "&lt;i&gt;&amp;" in made
    assert 'href="https://example.org/?a=&quot;&amp;b"' in made


def test_quotation_marks_become_curly_one_for_one():
    before = '"It\'s \'so\'," ("he") said—"yes"'
    after = typographic(before)
    assert after == "“It’s ‘so’,” (“he”) said—“yes”"
    assert len(after) == len(before)


def test_a_claim_without_relations_has_its_number_and_a_ring():
    lonely = marks.number("a", 12, "unlinked", "#c-a", "Claim 12")
    assert ">12<i></i>" in lonely
    assert "<svg" not in lonely
    assert ">12<svg" in marks.number("a", 12, "differs same-origin", "#n-a", "Claim 12")


def test_many_marks_in_one_paragraph_take_time_in_proportion():
    def seconds(count: int) -> float:
        text = "word " * (3 * count)
        made = [mark(f"c{n}", 15 * n, 15 * n + 9) for n in range(count)]
        runs = [Run(Span(50 * n, 50 * n + 50)) for n in range(len(text) // 50)]
        with clock.busy() as spent:
            assert html(text, runs, made).count('id="c-') == count
        return spent.seconds

    seconds(10)
    assert any(seconds(4000) < 25 * max(seconds(400), 0.002) for _ in range(3))
