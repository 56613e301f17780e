"""Claims that answer one question, grouped."""

from __future__ import annotations

import itertools
import random

from hand import claim, document, relation

from variorum import matters
from variorum.model import MatterRuling, Quoted

SLUGS = ("alpha", "bravo", "chart", "delta", "echo", "foxtrot")
DATES = dict(zip(SLUGS, ("2020-05", "2020-03", "", "2020-01", "2020-06", "2020-07"), strict=True))
DOCUMENTS = tuple(
    document(slug, "One thing happened. Another thing followed. A third came last.",
             published=DATES[slug])
    for slug in SLUGS
)  # fmt: skip


def claims_of(words, **fields):
    return [claim(made, words, **fields) for made in DOCUMENTS]


ONE, OTHER = claims_of("One thing happened"), claims_of("Another thing followed")
THIRD = claims_of("A third came last")
ALL = [*ONE, *OTHER, *THIRD]


def group(relations, rulings=(), claims=ALL):
    made, problems = matters.group(DOCUMENTS, claims, relations, rulings)
    return made, [str(problem) for problem in problems]


def groups(relations):
    return {frozenset(matter.claims) for matter in group(relations)[0]}


def ids(*claims):
    return frozenset(one.id for one in claims)


def test_no_relations_no_matters():
    assert group([]) == ((), [])


def test_related_claims_make_one_matter_in_order_of_publication():
    made, _ = group([relation(ONE[0], ONE[1]), relation(ONE[1], ONE[2]), relation(ONE[0], ONE[2])])
    assert [m.claims for m in made] == [(ONE[1].id, ONE[0].id, ONE[2].id)]
    assert made[0].made_by == "program"


def test_a_chain_of_single_links_does_not_make_one_matter():
    chain = [relation(a, b, score=0.9) for a, b in itertools.pairwise(ONE)]
    assert max(map(len, groups(chain))) <= 3


def test_a_single_link_does_not_join_two_groups():
    links = [
        relation(ONE[0], ONE[1]),
        relation(OTHER[2], OTHER[3]),
        relation(ONE[0], OTHER[2], score=0.7),
    ]
    assert groups(links) == {ids(ONE[0], ONE[1]), ids(OTHER[2], OTHER[3])}


def test_claims_of_one_article_need_not_be_related_to_each_other():
    links = [relation(ONE[0], ONE[1]), relation(ONE[0], OTHER[1]), relation(ONE[0], THIRD[1])]
    assert groups(links) == {ids(ONE[0], ONE[1], OTHER[1], THIRD[1])}


def test_the_order_of_relations_changes_nothing():
    links = [relation(a, b) for a in ONE[:4] for b in OTHER[2:] if a.document != b.document]
    expected = group(links)
    for seed in range(10):
        random.Random(seed).shuffle(links)
        assert group(links) == expected


def test_conflicts_come_first_then_the_largest():
    made, _ = group([
        relation(ONE[0], ONE[1]), relation(ONE[0], ONE[2]), relation(ONE[1], ONE[2]),
        relation(OTHER[0], OTHER[1]),
        relation(THIRD[0], THIRD[1], "conflicts", score=0.7),
    ])  # fmt: skip
    assert [frozenset(m.claims) for m in made] == [
        ids(THIRD[0], THIRD[1]), ids(*ONE[:3]), ids(OTHER[0], OTHER[1]),
    ]  # fmt: skip


def titled(*said):
    """The title of the matter that claims of these words and names make."""
    made = [document(slug, f"{words}.") for slug, (words, _) in zip(SLUGS, said, strict=False)]
    found = [
        claim(one, words, names=names, families=("fallover",))
        for one, (words, names) in zip(made, said, strict=False)
    ]
    pairs = [relation(a, b) for a, b in itertools.combinations(found, 2)]
    (matter,), _ = matters.group(made, found, pairs, ())
    return matter.title


def test_a_matter_is_named_by_words_that_stand_in_its_claims():
    assert (
        titled(
            ("Inspectors rated the bridge at Marrow Point as safe in 2023", ("Marrow Point",)),
            ("A 2023 report rated the Marrow Point bridge as safe", ("Marrow Point",)),
        )
        == "Marrow Point: rated, bridge, safe, 2023"
    )


def test_a_matter_whose_claims_share_little_is_named_by_the_one_that_shares_most():
    assert (
        titled(("at 5.20pm, about 60 vehicles", ()), ("some 60 vehicles fell", ()))
        == "at 5.20pm, about 60 vehicles"
    )
    assert group([relation(ONE[0], ONE[1])])[0][0].title == "One thing happened"


def test_an_address_is_kept_when_a_matter_grows():
    small, _ = group([relation(ONE[0], ONE[1])])
    newcomer = max(ONE[2:], key=lambda one: one.id)
    grown, _ = group([
        relation(ONE[0], ONE[1]), relation(ONE[0], newcomer), relation(ONE[1], newcomer),
    ])  # fmt: skip
    expected = min(ONE[0].id, ONE[1].id, newcomer.id)
    assert grown[0].slug == f"m-{expected}"
    if expected != newcomer.id:
        assert grown[0].slug == small[0].slug


def ruling(slug, *quoted, excludes=(), line=1):
    return MatterRuling(slug, slug.title(), quoted, excludes, "S.", "content/matters.yaml", line)


def test_an_editors_matter_holds_exactly_what_it_includes_and_comes_first():
    links = [relation(a, b) for a in ONE[:3] for b in ONE[:3] if a.id < b.id]
    links.append(relation(OTHER[0], OTHER[1], "conflicts"))
    made, problems = group(
        links,
        [
            ruling("second", Quoted("delta", "A third came last")),
            ruling("first", *(Quoted(slug, "One thing happened") for slug in ("alpha", "bravo"))),
        ],
    )
    assert problems == []
    assert [(m.slug, m.claims, m.made_by) for m in made[:2]] == [
        ("second", (THIRD[3].id,), "editor"),
        ("first", (ONE[1].id, ONE[0].id), "editor"),
    ]
    assert made[1].summary == "S."
    assert [frozenset(m.claims) for m in made[2:]] == [ids(OTHER[0], OTHER[1])]


def test_what_a_matter_names_in_vain_is_told():
    made, problems = group(
        [],
        [
            ruling("lost", Quoted("alpha", "No such words"), Quoted("zulu", "One thing"), line=3),
            ruling("torn", Quoted("alpha", "One thing happened"),
                   excludes=(Quoted("alpha", "One thing happened"),), line=7),
        ],
    )  # fmt: skip
    assert [m.slug for m in made] == ["torn"]
    assert problems == [
        'content/matters.yaml:3: warning: "No such words" does not stand in alpha; the matter goes '
        "without it. Copy the words from the article as it is now.",
        'content/matters.yaml:3: warning: there is no article "zulu"; the matter goes without it. '
        "Write the name of a content file without its ending.",
        'content/matters.yaml:3: warning: the matter "Lost" holds no claim and is left out. '
        "Include at least one claim of the articles as they are now.",
        'content/matters.yaml:7: "One thing happened" is both included and excluded. '
        "Keep it in one of the two lists.",
    ]


def test_a_claim_cut_a_little_otherwise_is_followed_and_told():
    made, problems = group([], [ruling("m", Quoted("alpha", "third came last"))])
    assert made[0].claims == (THIRD[0].id,)
    assert problems == [
        'content/matters.yaml:1: warning: "third came last" is marked as "A third came last"; the '
        "matter follows it. Quote the claim as it is marked now."
    ]


def test_words_that_are_no_claim_are_told():
    _, problems = group([], [ruling("m", Quoted("alpha", "thing"))])
    assert problems[0] == (
        'content/matters.yaml:1: warning: "thing" stands 2 times in alpha; the matter goes without '
        "it. Add the words before or after: prefix, suffix."
    )
    _, problems = group([], [ruling("m", Quoted("alpha", "One thing"))])
    assert problems[0] == (
        'content/matters.yaml:1: warning: "One thing" is no claim of alpha; the nearest is "One '
        'thing happened"; the matter goes without it. '
        "Quote a marked claim, or add it in the article's rulings."
    )
    _, problems = group([], [ruling("m", Quoted("alpha", "followed"))])
    assert problems[0] == (
        'content/matters.yaml:1: warning: "followed" is no claim of alpha; the matter goes without '
        "it. Quote a marked claim, or add it in the article's rulings."
    )
