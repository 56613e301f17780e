"""Sentences, roles, and what of a capture an article left out."""

from __future__ import annotations

import clock
import pytest

from variorum import plain, segment
from variorum.capture.clean import clean
from variorum.languages import pack
from variorum.model import ARTICLE_ROLES
from variorum.segment.sentences import LONGEST, split


def sentences(text):
    return [text[s.start : s.end] for s in split(text, 0, len(text), pack("en"))]


@pytest.mark.parametrize(
    "parts",
    [
        ["Gov. J. K. Marsh of the U.S. Navy met Dr. A. Holm on Nov. 13 at 5 p.m. Monday.", "Then?"],
        ["He paid $1.65 million for No. 10.", "She left."],
        ['"I am here.', 'I am free now."', "She left the U.S.", "The end."],
        ["The firm, Holm & Co. Ltd., fell 2.5 percent.", "(It rose.)", "It closed at 4 a.m."],
        ['He waited … alone, "and where is she?" he asked.', "Nobody knew."],
        ["1. First item.", "It was built in 2003.", "10 people came."],
        ["He said no.", "The answer stood."],
        ["北京。", "上海。"],
    ],
)
def test_sentences_end_where_they_end(parts):
    joined = "".join(parts) if parts[0].endswith("。") else " ".join(parts)
    assert sentences(joined) == parts


def test_a_lost_space_still_ends_a_sentence_but_an_address_does_not():
    assert sentences("The war was over.He said so. See www.Post.Org or Post9.com now.") == [
        "The war was over.",
        "He said so.",
        "See www.Post.Org or Post9.com now.",
    ]


def test_list_marks_belong_to_no_sentence():
    assert sentences("— In the north, ten died.") == ["In the north, ten died."]


def test_without_a_pack_no_abbreviation_is_known():
    text = "Dr. Holm came."
    assert [text[s.start : s.end] for s in split(text, 0, len(text), None)] == ["Dr.", "Holm came."]


CAPTURE = """\
    * Home
    * News
    * Sport
      Search

        Ferry runs aground off the north coast

          By Ilse Brandt
          3 March 2019, 16:05 GMT
          * Facebook
          * Twitter

            A ferry off the coast on Sunday. Photograph: Holm/Reuters

        A ferry with 120 people on board ran aground on Sunday, the coast guard said.

        All of them were taken to safety by lifeboats within two hours, it added.

        Read more: Why ferries run aground

        Long night

        The captain told the Post that he had seen no light on the rocks before the ship struck.

        The Associated Press contributed to this report.

      Comments

          Anna says:
          I was on that ferry and it was terrible, I can tell you that for sure.

    Sign up for our newsletter
    © 2019 The Post
"""


def roles(raw):
    return {line.text.strip(" *"): line.role for line in segment.lines(raw) if line.text.strip()}


def test_every_line_of_a_page_has_its_role():
    found = roles(CAPTURE)
    assert found["Ferry runs aground off the north coast"] == "headline"
    assert found["By Ilse Brandt"] == "byline"
    assert found["3 March 2019, 16:05 GMT"] == "dateline"
    assert found["Facebook"] == "share"
    assert found["A ferry off the coast on Sunday. Photograph: Holm/Reuters"] == "caption"
    assert found["Read more: Why ferries run aground"] == "teaser"
    assert found["Long night"] == "subhead"
    assert found["The Associated Press contributed to this report."] == "signoff"
    assert found["Comments"] == "comment"
    assert found["Sign up for our newsletter"] == "prompt"
    assert found["Home"] == "menu"
    assert [line.number for line in segment.lines(CAPTURE)] == list(
        range(1, CAPTURE.count("\n") + 2)
    )


def test_clean_keeps_the_article_and_nothing_else():
    assert clean(CAPTURE).split("\n\n") == [
        "Ferry runs aground off the north coast",
        "A ferry with 120 people on board ran aground on Sunday, the coast guard said.",
        "All of them were taken to safety by lifeboats within two hours, it added.",
        "Long night",
        "The captain told the Post that he had seen no light on the rocks before the ship struck.",
    ]


def test_hard_breaks_are_joined():
    raw = (
        "Ferry runs aground\n\nA ferry with 120 people on board ran aground on Sunday, the\n"
        "coast guard said, and all of them were taken to safety by\nlifeboats.\n\n"
        "It was built in 1971 in a yard that has since been closed.\n"
    )
    assert clean(raw).split("\n\n")[1] == (
        "A ferry with 120 people on board ran aground on Sunday, the coast guard said, and all "
        "of them were taken to safety by lifeboats."
    )


def test_a_caption_printed_twice_and_the_headline_again_are_furniture():
    raw = (
        "Ferry runs aground off the coast\n\nFerry runs aground off the coast\n\n"
        "The ferry on the rocks\nThe ferry on the rocks. Picture: Alamy\n\n"
        "A ferry with 120 people on board ran aground on Sunday, the coast guard said.\n"
    )
    named = [line.role for line in segment.lines(raw) if line.text]
    assert named == ["headline", "duplicate", "caption", "caption", "body"]


def paragraphs(text):
    document = plain.document("x", text)
    return [
        (part.role, [document.quote(sentence) for sentence in part.sentences])
        for part in segment.paragraphs(document)
    ]


def test_a_dateline_belongs_to_no_sentence():
    found = paragraphs("Ferry aground\nHARWICK, England (Reuters) - A ferry ran aground. It sank.")
    assert found[1] == ("body", ["A ferry ran aground.", "It sank."])


def test_what_damage_ran_into_a_paragraph_is_set_apart():
    found = paragraphs(
        "Ten die as ferry sinks\nPosted on April 4 2017 by The Post Ten die as ferry sinks "
        "Ten people died on Tuesday when a ferry sank in the strait, officials said."
    )
    assert [role for role, _ in found] == ["headline", "duplicate", "body"]
    assert found[2][1] == [
        "Ten people died on Tuesday when a ferry sank in the strait, officials said."
    ]


def test_spans_lie_in_order_within_their_paragraphs():
    document = plain.document("x", CAPTURE)
    end = 0
    for part in segment.paragraphs(document):
        assert part.span.start >= end
        end = part.span.end
        for sentence in part.sentences:
            assert part.span.covers(sentence)
            assert document.quote(sentence) == document.quote(sentence).strip()


def test_no_prose_of_a_clean_text_is_lost():
    body = [f"On day {n} the crew of the ferry waited for help on deck." for n in range(30)]
    body.insert(10, "Join the conversation")
    found = paragraphs("\n".join(["Waiting", *body]))
    kept = [words for role, said in found for words in said if role in ARTICLE_ROLES]
    assert set(body) - set(kept) == {"Join the conversation"}


def test_furniture_lists_what_the_article_left_out():
    body = clean(CAPTURE)
    left = [(line.number, line.role) for line in segment.furniture(CAPTURE, body)]
    assert (17, "teaser") not in left
    assert {role for _, role in left} >= {"menu", "byline", "dateline", "share", "comment"}
    texts = [line.text for line in segment.furniture(CAPTURE, body)]
    assert not any("120 people" in text or "seen no light" in text for text in texts)
    assert all(text.strip() for text in texts)


def test_of_a_line_that_stands_in_part_the_rest_is_furniture():
    raw = "Ferry\n\nA ferry ran aground on Sunday off the coast. Nobody was hurt in the accident."
    left = segment.furniture(raw, "A ferry ran aground on Sunday off the coast.")
    assert [line.text for line in left] == ["Nobody was hurt in the accident."]


def test_absent_folds_space_breaks_and_quotation_marks():
    raw = "He said: “The ferry\nran   aground.” It sank[4] on Sunday in the strait."
    said = ['He said: "The ferry ran aground."', "It sank on Sunday in the strait."]
    assert segment.absent(raw, said) == ()
    assert segment.absent(raw, [*said, "It sank on Monday in the strait."]) == (2,)


HTML = """<!DOCTYPE html><html lang="en"><head><title>Post</title><style>p {}</style></head><body>
<nav><ul><li>Home<li>News</ul></nav><h1>Ferry runs
aground</h1><script>if (a < b) document.write("<p>No</p>")</script>
<figure><figcaption>A ferry</figcaption></figure>
<p>A ferry with 120 people on board ran <b>aground</b> on Sunday &mdash; the third this year.</p>
<!-- <p>hidden</p> --><aside>Another ferry sank in the strait last year, killing ten.</aside>
</body></html>"""


def test_html_is_read_without_its_markup():
    found = [(line.number, line.role, line.text) for line in segment.lines(HTML)]
    assert found == [
        (2, "menu", "Home"),
        (2, "menu", "News"),
        (2, "headline", "Ferry runs aground"),
        (4, "caption", "A ferry"),
        (
            5,
            "body",
            "A ferry with 120 people on board ran aground on Sunday — the third this year.",
        ),
        (6, "teaser", "Another ferry sank in the strait last year, killing ten."),
    ]


LONG = 40_000
HARD = [
    "a", "word ", "word\n", "\n", "\0", "\u200b", ". ", 'He said. "', "[", "[12]", "(", "* ", "\t",
    "* item\n", "a\r\n", "12 ", "STOP ", "http://a.", "a/", "— ", "click here ", "1. ",
    "A. ", "... ",
    "Привет 你好 שלום ", "The crew of the ferry waited for help on the deck.\n",
]  # fmt: skip
BROKEN = ["<", "<!--", "<a ", "</", "<![", "<?", "<p>x", "<nav>x", '<a "', "<script>", "&", "<svg>"]


@pytest.mark.parametrize("piece", [*HARD, *("<html>" + piece for piece in BROKEN)])
def test_any_text_takes_linear_time(piece):
    text = piece.removeprefix("<html>") * (LONG // len(piece))
    text = "<html>" + text if piece.startswith("<html>") else text

    def seconds(raw):
        with clock.busy() as spent:
            segment.furniture(raw, clean(raw))
            segment.absent(raw, [raw[:200]])
            segment.paragraphs(plain.document("x", raw))
        return spent.seconds

    def linear():
        short, long = seconds(text[: LONG // 10]), seconds(text)
        # Ten times the text: quadratic work would take a hundred times as long.
        return long < 0.1 or long < 40 * short

    # A busy machine may hold up one measurement, not three.
    assert any(linear() for _ in range(3))


def test_paragraphs_of_one_length_are_not_taken_for_broken_lines():
    body = [f"In year {n} the ferry carried ten thousand people." for n in range(10, 40)]
    assert len(paragraphs("\n".join(["Ferries", *body]))) == 31


def test_a_sentence_without_an_end_is_cut_at_a_pause():
    found = sentences("the bridge fell, " * 400)
    assert len(found) > 2
    assert all(len(sentence) <= LONGEST for sentence in found)
    assert all(sentence.endswith("fell,") for sentence in found)


def test_an_endless_word_is_cut_and_nothing_of_it_lost():
    assert sum(map(len, sentences("a" * 5000))) == 5000
