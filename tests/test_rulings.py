"""The editor's decisions, read and applied."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import pytest
from hand import claim, document, paragraphs, relation

from variorum import rulings
from variorum.model import (
    ClaimRuling,
    Figure,
    MatterRuling,
    Quoted,
    RelationRuling,
    Span,
    When,
    claim_id,
)
from variorum.rulings import Ruled, Rulings

POST = document(
    "post",
    "Two people were injured. The ferry carried 214 passengers.",
    "“All were calm,” said a man. Two people were injured.",
)
RADIO = document("radio", "Nine people were injured on Tuesday. The ship’s engine had failed.")
DOCUMENTS = (POST, RADIO)

TWO = claim(POST, "Two people were injured")
AGAIN = claim(POST, "Two people were injured", 1)
CARRIED = claim(POST, "The ferry carried 214 passengers", kind="figure")
NINE = claim(
    RADIO, "Nine people were injured on Tuesday", kind="figure", attributed_to=("a nurse",)
)
ENGINE = claim(RADIO, "The ship’s engine had failed")
CLAIMS = (TWO, CARRIED, AGAIN, NINE, ENGINE)

CONFLICT = relation(CARRIED, NINE, "differs", score=0.9)
HELD = relation(CARRIED, ENGINE, "corroborates", score=0.4)


def apply(*decided, claims=CLAIMS, relations=(CONFLICT,), suggestions=(HELD,), matters=()):
    ruled, problems = rulings.apply(
        DOCUMENTS,
        tuple(map(paragraphs, DOCUMENTS)),
        Ruled(claims, relations, suggestions),
        Rulings(
            tuple(r for r in decided if isinstance(r, ClaimRuling)),
            tuple(r for r in decided if isinstance(r, RelationRuling)),
        ),
        matters,
    )
    return ruled, [str(problem) for problem in problems]


def on_claim(ruling, quote, line=1, article="post", by="am", **fields):
    prefix, suffix = fields.pop("prefix", ""), fields.pop("suffix", "")
    at = Quoted(article, quote, prefix, suffix)
    return ClaimRuling(ruling, at, by, "2026-01-05", file="r.yaml", line=line, **fields)


def on_relation(ruling, here, there, line=1, by="am", **fields):
    here = here if isinstance(here, Quoted) else Quoted("post", here)
    there = there if isinstance(there, Quoted) else Quoted("radio", there)
    return RelationRuling(ruling, here, there, by, "2026-01-05", file="r.yaml", line=line, **fields)


def by_quote(ruled, quote):
    return [found for found in ruled.claims if found.quote == quote]


def test_nothing_ruled_changes_nothing():
    ruled, problems = apply()
    assert ruled == Ruled(tuple(sorted(CLAIMS, key=lambda c: (c.document, c.span))),
                          (CONFLICT,), (HELD,))  # fmt: skip
    assert problems == []


def test_an_added_claim_has_its_words_its_sentence_and_its_maker():
    ruled, problems = apply(on_claim("add", "214 passengers", kind="figure", note="n"))
    (made,) = by_quote(ruled, "214 passengers")
    assert problems == []
    assert POST.quote(made.span) == made.quote
    assert POST.quote(made.sentence) == "The ferry carried 214 passengers."
    assert (made.made_by, made.kind, made.note) == ("am", "figure", "n")
    assert made.id == claim_id("post", "214 passengers")


def test_white_space_and_quotation_marks_are_folded_and_nothing_else():
    ruled, _ = apply(on_claim("add", '"All  were\ncalm,"'))
    assert by_quote(ruled, "“All were calm,”")
    _, problems = apply(on_claim("add", "all were calm"))
    assert len(problems) == 1


def test_words_in_two_places_need_what_stands_beside_them():
    _, problems = apply(on_claim("amend", "Two people were injured", kind="status"))
    assert problems == [
        'r.yaml:1: warning: "Two people were injured" stands 2 times in post; the ruling is not '
        "applied. Add the words before or after: prefix, suffix."
    ]
    ruled, problems = apply(
        on_claim("amend", "Two people were injured", prefix="said a man.", kind="status")
    )
    assert problems == []
    assert [c.kind for c in by_quote(ruled, "Two people were injured")] == ["event", "status"]
    ruled, _ = apply(
        on_claim("amend", "Two people were injured", suffix=". The ferry", kind="status")
    )
    assert [c.kind for c in by_quote(ruled, "Two people were injured")] == ["status", "event"]


def test_a_quote_never_stands_inside_a_word_or_number():
    _, problems = apply(on_claim("add", "14 passengers"))
    assert problems[0].startswith('r.yaml:1: warning: "14 passengers" does not stand in post;')


def test_lost_words_are_told_and_not_applied():
    ruled, problems = apply(
        on_claim("reject", "Three people were injured", article="radio"),
        on_relation("add", "The ferry", "No such words", line=5, type="conflicts", reason="R."),
        on_relation("add", "The ferry", Quoted("star", "Nine"), 9, type="differs", reason="R."),
    )
    assert len(ruled.claims) == len(CLAIMS)
    assert ruled.relations == (CONFLICT,)
    assert problems == [
        'r.yaml:1: warning: "Three people were injured" does not stand in radio; the nearest words '
        'are "Nine people were injured"; the ruling is not applied. '
        "Look whether it still holds; copy the words as they are now, or remove it.",
        'r.yaml:5: warning: "No such words" does not stand in radio; the ruling is not applied. '
        "Copy the words from the article as it is now.",
        'r.yaml:9: warning: there is no article "star"; the ruling is not applied. '
        "Write the name of a content file without its ending.",
    ]


@pytest.mark.parametrize("ruling", [{"kind": "event"}, {}], ids=["amend", "reject"])
def test_a_claim_of_other_words_is_neither_amended_nor_rejected(ruling):
    decided = on_claim("amend" if ruling else "reject", "The ferry carried 214", **ruling)
    ruled, problems = apply(decided)
    assert by_quote(ruled, CARRIED.quote) == [CARRIED]
    assert problems == [
        'r.yaml:1: warning: "The ferry carried 214" is no claim; the nearest is "The ferry carried '
        '214 passengers"; the ruling is not applied. '
        "Quote the claim as it is marked now, or remove the ruling."
    ]


FOLLOWED = (
    'r.yaml:1: warning: "{}" is marked as "{}"; the ruling follows it. '
    "Quote the claim as it is marked now."
)


@pytest.mark.parametrize(
    "decided",
    [
        on_claim("amend", "ferry carried 214 passengers", kind="event"),
        on_claim("reject", "ferry carried 214 passengers"),
        on_relation("accept", "ferry carried 214 passengers", NINE.quote),
        on_relation("reject", "ferry carried 214 passengers", NINE.quote),
        on_relation("add", "ferry carried 214 passengers", NINE.quote, type="differs", reason="R."),
    ],
    ids=lambda ruling: f"{ruling.ruling} {type(ruling).__name__}",
)
def test_every_ruling_follows_a_claim_that_is_cut_a_little_otherwise(decided):
    ruled, problems = apply(decided)
    exact, _ = apply(
        replace(decided, at=Quoted("post", CARRIED.quote))
        if isinstance(decided, ClaimRuling)
        else replace(decided, here=Quoted("post", CARRIED.quote))
    )
    assert ruled == exact
    assert FOLLOWED.format("ferry carried 214 passengers", CARRIED.quote) in problems


SHIP = document(
    "ship",
    "The ferry Astrid carried 214 passengers, but on Tuesday it may not sail.",
    "A calm day.",
)


@pytest.mark.parametrize(
    ("quote", "now"),
    [
        ("The ferry Astrid then carried some 214 passengers", None),
        ("A ferry Astrid carried 215 passengers", "The ferry Astrid carried 214 passengers"),
        ("The ferry Ingrid carried 214 passengers", "The ferry Astrid carried 214 passengers"),
        ("but on Monday it may not sail", "but on Tuesday it may not sail"),
        ("but on Tuesday it will not sail", "but on Tuesday it may not sail"),
        ("but on Tuesday it may never sail", "but on Tuesday it may not sail"),
        ("The ferry Astrid carried more than 214 passengers", None),
    ],
)
def test_what_decides_a_statement_may_not_have_changed(quote, now):
    """Number, name, day, modal, negation or hedge: the editor is asked, with both wordings."""
    _, problems = rulings.apply(
        (SHIP,), (paragraphs(SHIP),), Ruled((), (), ()),
        Rulings((on_claim("add", quote, article="ship"),)),
    )  # fmt: skip
    (told,) = map(str, problems)
    assert f'"{quote}" does not stand in ship' in told
    assert "the ruling is not applied" in told
    if now:
        assert f'; the nearest words are "{now}";' in told


@pytest.mark.parametrize(
    ("quote", "now"),
    [
        ("the ferry Astrid had carried 214 passengers", "The ferry Astrid carried 214 passengers"),
        ("The ferry “Astrid” carries 214 passengers", "The ferry Astrid carried 214 passengers"),
        ("yet on Tuesday it may not sail", "but on Tuesday it may not sail"),
    ],
)
def test_words_that_changed_in_nothing_that_decides_are_followed(quote, now):
    ruled, problems = rulings.apply(
        (SHIP,), (paragraphs(SHIP),), Ruled((), (), ()),
        Rulings((on_claim("add", quote, article="ship"),)),
    )  # fmt: skip
    assert [claim.quote for claim in ruled.claims] == [now]
    assert list(map(str, problems)) == [
        f'r.yaml:1: warning: "{quote}" now reads "{now}"; the ruling follows it. '
        "Copy the words from the article as it is now."
    ]


def test_nothing_is_followed_in_a_language_without_a_pack():
    ship = replace(SHIP, language="xh")
    ruled, problems = rulings.apply(
        (ship,), (paragraphs(ship),), Ruled((), (), ()),
        Rulings((on_claim("add", "but at Tuesday it may not sail", article="ship"),)),
    )  # fmt: skip
    assert ruled.claims == ()
    assert "the ruling is not applied" in str(problems[0])


def test_the_one_place_of_the_words_is_followed_whatever_stands_beside_it():
    ruled, problems = apply(
        on_claim("amend", CARRIED.quote, prefix="no such words", kind="event"),
        on_claim("amend", TWO.quote, prefix="no such words", kind="event"),
    )
    assert [claim.kind for claim in by_quote(ruled, CARRIED.quote)] == ["event"]
    assert problems == [
        f'r.yaml:1: warning: the words before or after "{CARRIED.quote}" have changed; '
        "the ruling follows it. Correct prefix and suffix, or remove them.",
        f'r.yaml:1: warning: "{TWO.quote}" stands 2 times in post, nowhere between these; '
        "the ruling is not applied. Add the words before or after: prefix, suffix.",
    ]


def test_a_claim_is_named_by_its_words_whatever_quotation_marks_stand_round_it():
    calm = claim(POST, "All were calm")
    ruled, problems = apply(on_claim("reject", '"All were  calm'), claims=(*CLAIMS, calm))
    assert (by_quote(ruled, calm.quote), problems) == ([], [])


def test_amending_what_is_not_marked_is_told():
    ruled, problems = apply(on_claim("amend", "214", kind="figure"))
    assert by_quote(ruled, "214") == []
    assert problems == [
        'r.yaml:1: warning: "214" is no claim; the ruling is not applied. '
        "Add the claim, or remove the ruling."
    ]


def test_an_added_claim_replaces_what_the_program_cut_otherwise():
    ruled, problems = apply(
        on_claim("add", "Nine people were injured", article="radio", kind="figure"),
        on_claim("add", "engine had failed", article="radio"),
        suggestions=(),
        relations=(),
    )
    assert problems == []
    assert [c.quote for c in ruled.claims if c.document == "radio"] == [
        "Nine people were injured",
        "engine had failed",
    ]


def test_claims_added_side_by_side_replace_one_that_spans_both():
    whole = claim(RADIO, "Nine people were injured on Tuesday")
    ruled, _ = apply(
        on_claim("add", "Nine people", article="radio"),
        on_claim("add", "on Tuesday", article="radio"),
        claims=(whole,),
        relations=(),
        suggestions=(),
    )
    assert [c.quote for c in ruled.claims] == ["Nine people", "on Tuesday"]


def test_what_would_be_lost_stays_beside_an_added_claim():
    def left(*decided, **found):
        ruled, _ = apply(*decided, **found)
        return bool(by_quote(ruled, CARRIED.quote))

    added = on_claim("add", "ferry carried 214 passengers", kind="figure")
    assert not left(added, relations=(), suggestions=())
    assert left(added)  # its relation is published
    assert not left(added, on_relation("reject", CARRIED.quote, NINE.quote))
    matter = MatterRuling("m", "M?", (Quoted("post", CARRIED.quote),))
    assert left(added, relations=(), suggestions=(), matters=(matter,))
    other = on_claim("add", "ferry carried 214 passengers", kind="event")
    assert left(other, relations=(), suggestions=())  # its point is a figure, the other's is not
    amended = on_claim("amend", "The ferry carried 214 passengers", kind="figure")
    assert left(added, amended, relations=(), suggestions=())


def test_a_relation_an_editor_made_stands_for_the_program_s_between_parts_of_its_ends():
    whole, part = "Nine people were injured on Tuesday", "Nine people were injured"
    cut = claim(RADIO, part, kind="figure")
    found = {
        "claims": (TWO, CARRIED, AGAIN, cut, ENGINE),
        "relations": (relation(CARRIED, cut, "differs", score=0.9),),
    }
    decided = (
        on_claim("add", whole, article="radio", kind="figure"),
        on_relation("add", CARRIED.quote, whole, type="conflicts", reason="Of one crossing."),
    )
    ruled, problems = apply(*decided, **found)
    assert problems == []
    assert [(one.type, one.made_by) for one in ruled.relations] == [("conflicts", "am")]
    assert by_quote(ruled, whole)
    assert not by_quote(ruled, part)
    apart = on_relation("add", CARRIED.quote, ENGINE.quote, type="conflicts", reason="Apart.")
    ruled, _ = apply(decided[0], apart, **found, suggestions=())
    assert [one.type for one in ruled.relations if one.made_by == "program"] == ["differs"]


def test_a_headline_repeats_the_claim_that_took_the_place_of_another():
    headline = claim(POST, "Two people were injured", restates=CARRIED.id)
    ruled, _ = apply(
        on_claim("add", "ferry carried 214 passengers", kind="figure"),
        claims=(headline, CARRIED),
        relations=(),
        suggestions=(),
    )
    (kept,) = by_quote(ruled, headline.quote)
    (made,) = by_quote(ruled, "ferry carried 214 passengers")
    assert kept.restates == made.id


def test_a_ruling_says_which_claim_a_headline_repeats():
    headline = on_claim("amend", TWO.quote, suffix=". The", restates=CARRIED.quote)
    ruled, problems = apply(headline)
    assert problems == []
    assert [c.restates for c in by_quote(ruled, TWO.quote)] == [CARRIED.id, ""]
    _, problems = apply(replace(headline, restates="a man"))
    assert problems == [
        'r.yaml:1: warning: "a man" is no other claim; nothing restates it. '
        "Quote a claim as it is marked."
    ]


def test_an_editors_claim_leads_with_what_it_counts():
    weeks = Figure(Span(0, 3), 5, 5, "weeks", kind="duration")
    people = Figure(Span(30, 36), 214, 214, "passengers")
    long = claim(POST, CARRIED.quote, figures=(weeks, people))
    ruled, _ = apply(on_claim("add", CARRIED.quote), claims=(long,), relations=(), suggestions=())
    assert [c.figures for c in ruled.claims] == [(people, weeks)]


def test_a_made_claim_has_the_date_of_its_own_words_or_of_its_surroundings():
    tuesday = When("2026-01-06", "2026-01-06", "day", text="on Tuesday")
    dated = claim(RADIO, NINE.quote, when=tuesday)
    decided = on_claim("add", "Nine people", article="radio")
    ruled, _ = apply(decided, claims=(dated,), relations=(), suggestions=())
    assert by_quote(ruled, "Nine people")[0].when is None
    decided = on_claim("add", "injured on Tuesday", article="radio")
    ruled, _ = apply(decided, claims=(dated,), relations=(), suggestions=())
    assert by_quote(ruled, "injured on Tuesday")[0].when == tuesday


def test_a_rejected_claim_takes_its_relations_along_and_says_so():
    ruled, problems = apply(on_claim("reject", CARRIED.quote, line=7))
    assert by_quote(ruled, CARRIED.quote) == []
    assert (ruled.relations, ruled.suggestions) == ((), ())
    assert problems == ["r.yaml:7: note: rejecting this claim also removes a relation."]


def test_rejecting_what_is_not_marked_is_noted():
    _, problems = apply(on_claim("reject", "214"))
    assert problems == [
        'r.yaml:1: note: "214" is no claim, so there is nothing to reject. '
        "The ruling can stay or go."
    ]


def test_accepting_confirms_what_is_published_and_publishes_what_is_held_back():
    ruled, problems = apply(
        on_relation("accept", CARRIED.quote, NINE.quote),
        on_relation("accept", CARRIED.quote, ENGINE.quote),
    )
    assert problems == []
    assert ruled.suggestions == ()
    assert len(ruled.relations) == 2
    assert {(r.confirmed_by, r.made_by, r.score) for r in ruled.relations} == {("am", "program", 1)}


def test_accepting_holds_when_the_program_changes_its_mind():
    accepted = on_relation(
        "accept", CARRIED.quote, NINE.quote, type="conflicts", reason="They cannot both be."
    )
    ruled, problems = apply(accepted)
    (kept,) = ruled.relations
    assert (kept.type, kept.made_by, kept.reason) == ("conflicts", "am", "They cannot both be.")
    assert problems == [
        'r.yaml:1: note: accepted as "conflicts", which the program now calls "differs". '
        "The ruling holds; look whether it still should."
    ]
    ruled, problems = apply(accepted, relations=(), suggestions=())
    assert [r.type for r in ruled.relations] == ["conflicts"]
    assert problems == []


def test_accepting_nothing_is_told():
    ruled, problems = apply(on_relation("accept", AGAIN.quote, ENGINE.quote), relations=())
    assert ruled.relations == ()
    assert "stands 2 times" in problems[0]
    _, problems = apply(on_relation("accept", "a man", ENGINE.quote, line=3))
    assert problems == [
        'r.yaml:3: warning: "a man" is no claim; the ruling is not applied. '
        "Give it a type and a reason, or remove the ruling."
    ]
    _, problems = apply(on_relation("accept", CARRIED.quote, NINE.quote, line=4), relations=())
    assert problems == [
        "r.yaml:4: warning: there is no relation to accept between these words; the ruling is not "
        "applied. Give it a type and a reason, or remove it."
    ]


def test_amending_changes_what_it_names_and_keeps_the_rest():
    ruled, _ = apply(on_relation("amend", CARRIED.quote, ENGINE.quote, origin="Northline"))
    made = next(r for r in ruled.relations if ENGINE.id in (r.a, r.b))
    assert (made.type, made.independence, made.origin) == (
        "corroborates", "shared-origin", "Northline",
    )  # fmt: skip
    assert (made.reason, made.made_by, made.score) == ("Because.", "am", 1)
    ruled, _ = apply(on_relation("amend", CARRIED.quote, ENGINE.quote, type="differs"))
    made = next(r for r in ruled.relations if ENGINE.id in (r.a, r.b))
    assert (made.type, made.independence) == ("differs", None)


def test_rejecting_a_relation_removes_it_from_both_lists():
    ruled, problems = apply(
        on_relation("reject", CARRIED.quote, NINE.quote),
        on_relation("reject", CARRIED.quote, ENGINE.quote),
        on_relation("reject", "a man", ENGINE.quote),
    )
    assert (ruled.relations, ruled.suggestions) == ((), ())
    assert problems == [
        'r.yaml:1: note: "a man" is no claim, so there is nothing to reject. '
        "The ruling can stay or go."
    ]
    assert len(ruled.claims) == len(CLAIMS)


def test_adding_makes_the_relation_and_the_claims_it_lacks():
    ruled, problems = apply(
        on_relation("add", "said a man", ENGINE.quote, type="corroborates", reason="Both say so.")
    )
    assert problems == []
    (man,) = by_quote(ruled, "said a man")
    made = next(r for r in ruled.relations if man.id in (r.a, r.b))
    assert (made.a, made.b) == tuple(sorted((man.id, ENGINE.id)))
    assert (made.type, made.independence, made.reason) == (
        "corroborates", "unknown", "Both say so.",
    )  # fmt: skip
    assert (made.made_by, made.score) == ("am", 1)


def test_a_conflict_inside_one_article():
    ruled, problems = apply(
        on_relation("add", CARRIED.quote, Quoted("post", "a man"), type="conflicts", reason="R.")
    )
    assert problems == []
    assert sum(r.type == "conflicts" for r in ruled.relations) == 1


def test_two_quotations_of_one_claim_are_no_relation():
    _, problems = apply(
        on_relation("add", CARRIED.quote, Quoted("post", "ferry carried 214 passengers"),
                    type="conflicts", reason="R.")
    )  # fmt: skip
    assert any("both quotations name the same claim;" in problem for problem in problems)
    assert FOLLOWED.format("ferry carried 214 passengers", CARRIED.quote) in problems


def test_words_over_two_paragraphs_are_no_claim():
    _, problems = apply(on_claim("add", "214 passengers. “All were"))
    assert "runs over more than one paragraph" in problems[0]


@pytest.mark.parametrize(
    ("first", "second", "about"),
    [
        (on_claim("reject", "214", 1), on_claim("add", "214", 2), "claim"),
        (on_claim("add", "214", 1, kind="figure"), on_claim("amend", "214", 2, kind="event"),
         "claim"),
        (on_claim("reject", CARRIED.quote, 1),
         on_relation("add", CARRIED.quote, ENGINE.quote, 2, type="differs", reason="R."), "claim"),
        (on_relation("reject", CARRIED.quote, NINE.quote, 1),
         on_relation("accept", CARRIED.quote, NINE.quote, 2), "two claims"),
        (on_relation("add", CARRIED.quote, NINE.quote, 1, type="differs", reason="R."),
         on_relation("add", CARRIED.quote, NINE.quote, 2, type="conflicts", reason="R."),
         "two claims"),
    ],
)  # fmt: skip
def test_rulings_that_contradict_each_other_name_both_lines(first, second, about):
    for decided in ((first, second), (second, first)):
        _, problems = apply(*decided)
        assert (
            f"r.yaml:2: contradicts the ruling at r.yaml:1 on the same {about}. "
            "Keep one of the two." in problems
        )


def test_the_same_ruling_twice_is_one_ruling():
    once = on_relation("reject", CARRIED.quote, NINE.quote, 1)
    again = on_relation("reject", CARRIED.quote, NINE.quote, 2, by="bo")
    ruled, problems = apply(once, again)
    assert (ruled.relations, problems) == ((), [])


def test_the_order_of_rulings_changes_nothing():
    decided = [
        on_claim("add", "a man", 1),
        on_claim("amend", CARRIED.quote, 2, kind="event"),
        on_claim("add", "Two people were injured", 3, suffix=". The", attributed_to=("police",)),
        on_claim("reject", ENGINE.quote, 4, article="radio"),
        on_relation("add", "a man", NINE.quote, 5, type="differs", reason="R."),
        on_relation("add", "said a man", NINE.quote, 6, type="conflicts", reason="S."),
        on_relation("amend", CARRIED.quote, NINE.quote, 7, reason="T."),
        on_relation("reject", "calm", ENGINE.quote, 8),
    ]
    outcomes = set()
    shuffle = random.Random(1)
    for _ in range(30):
        shuffle.shuffle(decided)
        ruled, problems = apply(*decided)
        outcomes.add((ruled, tuple(sorted(problems))))
    assert len(outcomes) == 1


def test_ids_stay_apart_where_the_same_words_are_added_twice():
    decided = [
        on_claim("add", "injured", 1, prefix="Two people were", suffix=". The"),
        on_claim("add", "injured", 2, prefix="a man. Two people were"),
    ]
    for order in itertools.permutations(decided):
        ruled, problems = apply(*order)
        assert problems == []
        assert [c.id for c in by_quote(ruled, "injured")] == [
            claim_id("post", "injured", nth) for nth in (0, 1)
        ]


def test_a_matter_makes_the_claims_it_includes():
    matter = MatterRuling("m", "M?", (Quoted("post", "a man"), Quoted("post", CARRIED.quote)))
    ruled, problems = apply(matters=(matter,))
    assert problems == []
    assert [c.made_by for c in by_quote(ruled, "a man")] == ["editor"]
    assert len(ruled.claims) == len(CLAIMS) + 1


def test_a_file_reads_as_written():
    text = """
claims:
  - ruling: add
    quote: exact words
    prefix: before
    suffix: after
    kind: figure
    attributed_to: [a federal employee, Post]
    restates: other words
    by: am
    on: 2026-11-25
    note: why
  - {ruling: amend, quote: words, attributed_to: [], by: am, on: 2026}
relations:
  - ruling: accept
    here: {quote: exact words}
    there: {article: radio, quote: other words, prefix: p}
    type: corroborates
    independence: shared-origin
    origin: Post
    reason: one sentence
    by: am
    on: 2026-11-25
"""
    found, problems = rulings.read(text, "post", "content/post.rulings.yaml")
    assert problems == ()
    assert found.claims == (
        ClaimRuling(
            "add", Quoted("post", "exact words", "before", "after"), "am", "2026-11-25", "figure",
            ("a federal employee", "Post"), "other words", "why", "content/post.rulings.yaml", 3,
        ),
        ClaimRuling("amend", Quoted("post", "words"), "am", "2026", None, (), "", "",
                    "content/post.rulings.yaml", 13),
    )  # fmt: skip
    assert found.relations == (
        RelationRuling(
            "accept", Quoted("post", "exact words"), Quoted("radio", "other words", "p"), "am",
            "2026-11-25", "corroborates", "shared-origin", "Post", "one sentence",
            "content/post.rulings.yaml", 15,
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("claims: [{ruling: amend, quote: a, by: b, on: 2026}]",
         "1: an amended claim says nothing new. Add kind, attributed_to, restates or note."),
        ("claims: [{ruling: reject, quote: a, kind: event, by: b, on: 2026}]",
         "1: a rejected claim has a kind. Leave them out, or amend the claim."),
        ("relations: [{ruling: add, PAIR, by: c, on: 2026}]",
         '1: an added relation has no "type". Add "type".'),
        ("relations: [{ruling: amend, PAIR, by: c, on: 2026}]",
         "1: an amended relation says nothing new. Add type, independence, origin or reason."),
        ("relations: [{ruling: add, PAIR, by: c, on: 2026,"
         " type: differs, reason: r, independence: unknown}]",
         '1: independence belongs to "corroborates", not to "differs". Leave it out.'),
        ("relations: [{ruling: add, PAIR, by: c, on: 2026,"
         " type: corroborates, reason: r, independence: shared-origin}]",
         "1: a shared origin is not named. "
         "Add origin: the outlet, agency, person or document both rest on."),
    ],
)  # fmt: skip
def test_faults_of_a_file(entry, fault):
    pair = "here: {quote: a}, there: {article: x, quote: b}"
    _, problems = rulings.read(entry.replace("PAIR", pair), "post", "r.yaml")
    assert [str(problem) for problem in problems] == [f"r.yaml:{fault}"]


def test_matters_read_in_their_order_with_a_slug_from_the_title():
    text = """
- title: Why did the Café close?
  includes: [{article: post, quote: a}]
  excludes: [{article: post, quote: b, prefix: c}]
  summary: Nobody knows.
- {title: Second, slug: first-of-all, includes: [{article: post, quote: a}]}
"""
    found, problems = rulings.read_matters(text, "content/matters.yaml")
    assert problems == ()
    assert [(m.slug, m.title, m.line) for m in found] == [
        ("why-did-the-cafe-close", "Why did the Café close?", 2),
        ("first-of-all", "Second", 6),
    ]
    assert found[0].excludes == (Quoted("post", "b", "c"),)
    assert found[0].summary == "Nobody knows."


def test_the_lines_of_a_summary_stand_where_yaml_keeps_them():
    text = """
- title: Why?
  includes: [{article: post, quote: a}]
  summary: |
    Nobody   knows.

    - One.
"""
    assert rulings.read_matters(text, "m.yaml")[0][0].summary == "Nobody knows.\n\n- One."
    folded = text.replace("|", ">")
    assert rulings.read_matters(folded, "m.yaml")[0][0].summary == "Nobody knows.\n- One."
    _, (problem,) = rulings.read_matters(
        "- {title: A, includes: [{article: p, quote: a}], summary: [b]}", "m"
    )
    assert "holds a list" in problem.fault


def matters(*entries):
    rows = (f"- {{{entry}, includes: [{{article: post, quote: a}}]}}" for entry in entries)
    found, problems = rulings.read_matters("\n".join(rows), "m.yaml")
    return [matter.slug for matter in found], [str(problem) for problem in problems]


def test_every_matter_has_an_address_of_its_own_that_a_folder_can_have():
    assert matters('title: "Why?"', 'title: "Why!"', "title: 日本", 'title: " "') == (
        ["why"],
        [
            'm.yaml:2: slug "why" is taken by the matter on line 1. '
            "Give each matter a slug of its own.",
            'm.yaml:3: no address can be made of the title "日本". '
            "Add slug: small letters a to z, digits and single hyphens.",
            'm.yaml:4: a matter has no "title". Add "title".',
        ],
    )
    assert matters("title: A, slug: under", f"title: B, slug: {'b' * 101}")[1] == [
        'm.yaml:1: slug "under" is an address of the list of matters. Choose another.',
        "m.yaml:2: this slug has more than 100 characters. Shorten it.",
    ]


def test_a_slug_made_from_a_long_title_ends_with_a_whole_word():
    (slug,), problems = matters(f"title: {'Who said so and when? ' * 20}")
    assert problems == []
    assert len(slug) <= 100
    assert set(slug.split("-")) == {"who", "said", "so", "and", "when"}
