"""The first archive: its articles against their captures, its rulings against its articles.

These checks read the files by themselves, so that a fault of the package cannot hide one here.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from variorum import config, pipeline, store
from variorum.model import Archive, Claim

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
SLUGS = sorted(path.stem for path in CONTENT.glob("*.md"))
TYPES = {"corroborates", "conflicts", "differs"}
QUOTE_MARKS = str.maketrans(dict.fromkeys("\"'‘’“”«»„", ""))
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~?%]?")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)")

MOST_OVERLAP = 0.8


def read(words: str) -> Any:
    """YAML in which every scalar stays a string."""
    return yaml.load(words, yaml.BaseLoader)


@cache
def front_matter(slug: str) -> Any:
    return read(source(slug).split("---\n", 2)[1])


@cache
def source(slug: str) -> str:
    return (CONTENT / f"{slug}.md").read_text(encoding="utf-8")


def paragraphs(slug: str) -> list[str]:
    return source(slug).split("---\n", 2)[2].strip().split("\n\n")


def text(slug: str) -> str:
    return "\n\n".join([front_matter(slug)["title"], *paragraphs(slug)])


def capture(slug: str) -> bytes:
    file: str = front_matter(slug)["captures"][-1]["file"]
    return (ROOT / "seeds" / file).read_bytes()


def plain(words: str) -> str:
    """The words without quote marks and with single spaces."""
    return " ".join(words.translate(QUOTE_MARKS).split())


@cache
def decided(key: str) -> list[tuple[str, Any]]:
    """(slug of the file, entry) of every ruling on ``claims`` or ``relations``."""
    return [
        (path.name.removesuffix(".rulings.yaml"), entry)
        for path in sorted(CONTENT.glob("*.rulings.yaml"))
        for entry in read(path.read_text(encoding="utf-8")).get(key, [])
    ]


def relations() -> list[tuple[str, Any]]:
    return decided("relations")


@cache
def matters() -> Any:
    return read((CONTENT / "matters.yaml").read_text(encoding="utf-8"))


def quoted() -> Iterator[tuple[str, Any]]:
    """(slug of the article, quotation) of every passage that a ruling or a matter names."""
    yield from decided("claims")
    for slug, entry in relations():
        yield slug, entry["here"]
        yield entry["there"]["article"], entry["there"]
    for matter in matters():
        for passage in (*matter["includes"], *matter.get("excludes", [])):
            yield passage["article"], passage


@pytest.fixture(scope="module")
def built() -> pipeline.Built:
    data, _ = store.read_settings(ROOT / "site.yaml")
    site, _ = config.read(data.decode("utf-8"), "site.yaml")
    assert site is not None
    inputs, _ = store.read(ROOT, site)
    return pipeline.build(inputs)


def is_edtf(date: str) -> bool:
    ends = date.split("/")
    known = [end for end in ends if end != ".."]
    return bool(INSTANT.fullmatch(date)) or (
        len(ends) <= 2 and bool(known) and all(DATE.fullmatch(end) for end in known)
    )


def test_every_capture_has_one_article() -> None:
    files = [front_matter(slug)["captures"][-1]["file"] for slug in SLUGS]
    assert sorted(files) == sorted(path.name for path in (ROOT / "seeds").iterdir())


@pytest.mark.parametrize("slug", SLUGS)
def test_hash_is_that_of_the_capture(slug: str) -> None:
    assert front_matter(slug)["captures"][-1]["sha256"] == hashlib.sha256(capture(slug)).hexdigest()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_sentence_stands_in_the_capture_in_its_order(slug: str) -> None:
    raw = capture(slug).decode("utf-8")
    for correction in front_matter(slug).get("corrections", []):
        assert correction["from"] in raw
        raw = raw.replace(correction["from"], correction["to"])
    words, place = plain(raw), 0
    for paragraph in [front_matter(slug)["title"], *paragraphs(slug)]:
        for sentence in re.split(r"(?<=[.!?])\s+", plain(paragraph)):
            found = words.find(sentence, place)
            assert found >= 0, sentence
            place = found + len(sentence)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_furniture_is_left_in_the_body(slug: str) -> None:
    furniture = ("Read more", "Picture:", "Image:", "(AP)", "Getty", "Related video", "Source:")
    assert not [word for word in furniture if word in "\n".join(paragraphs(slug))]
    assert front_matter(slug)["title"] not in paragraphs(slug)


@pytest.mark.parametrize("slug", SLUGS)
def test_dates_are_edtf(slug: str) -> None:
    meta = front_matter(slug)
    dates = [meta.get("published", ""), *(one.get("captured", "") for one in meta["captures"])]
    assert all(is_edtf(date) for date in dates if date), dates


@pytest.mark.parametrize("slug", SLUGS)
def test_origins_cover_paragraphs_that_exist(slug: str) -> None:
    for origin in front_matter(slug).get("origins", []):
        if origin["covers"] != "all":
            for words in origin["covers"]:
                assert sum(one.startswith(words) for one in paragraphs(slug)) == 1, words


def test_what_the_officials_article_credits_to_nobody_rests_on_no_origin() -> None:
    (origin,) = front_matter("officials-run-away")["origins"]
    starts = ("And this", "Interestingly", "“We saw", "Georgia and", "And the new ambassador")
    for words in starts:
        (one,) = (text for text in paragraphs("officials-run-away") if text.startswith(words))
        assert not [first for first in origin["covers"] if one.startswith(first)]


def test_quotations_stand_exactly_once() -> None:
    for slug, passage in quoted():
        words = passage.get("prefix", "") + passage["quote"] + passage.get("suffix", "")
        assert text(slug).count(words) == 1, (slug, words)
        assert not passage["quote"].endswith("."), "a claim ends before its full stop"


def test_each_pair_is_decided_once_in_the_file_that_sorts_first() -> None:
    pairs: Counter[frozenset[tuple[str, str]]] = Counter()
    for slug, entry in relations():
        there = entry["there"]["article"]
        assert slug <= there
        pairs[frozenset({(slug, entry["here"]["quote"]), (there, entry["there"]["quote"])})] += 1
    assert not [pair for pair, count in pairs.items() if count > 1]


def test_relations_say_what_their_type_needs() -> None:
    for slug, entry in relations():
        if entry["ruling"] == "reject":
            continue
        assert entry["type"] in TYPES
        assert slug != entry["there"]["article"] or entry["type"] == "conflicts"
        assert ("independence" in entry) == (entry["type"] == "corroborates"), entry
        assert ("origin" in entry) == (entry.get("independence") == "shared-origin"), entry


def test_reasons_are_single_sentences_of_their_own() -> None:
    reasons = [entry["reason"] for _, entry in relations() if entry["ruling"] != "reject"]
    assert not [one for one in reasons if not one.endswith(".") or not one[0].isupper()]
    assert not [one for one in reasons if re.search(r"[.!?][\"”’]?\s", one)]
    assert not [one for one, count in Counter(reasons).items() if count > 1]


def test_rulings_are_signed_and_dated() -> None:
    for _, entry in (*decided("claims"), *relations()):
        assert entry["by"] == "ed"
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", entry["on"])


def test_claims_name_speakers_who_stand_in_their_article() -> None:
    words = {slug: plain(text(slug)).casefold() for slug in SLUGS}
    records = read((CONTENT / "authorities.yaml").read_text(encoding="utf-8"))["names"]
    variants = {record["name"]: record.get("also", []) for record in records}
    for slug, entry in decided("claims"):
        for speaker in entry.get("attributed_to", []):
            forms = [speaker, *variants.get(speaker, [])]
            lasts = [plain(form).casefold().split()[-1] for form in forms]
            assert any(last in words[slug] for last in lasts), (slug, speaker)


def test_shared_origins_have_an_authority_record() -> None:
    records = read((CONTENT / "authorities.yaml").read_text(encoding="utf-8"))
    names = {record["name"] for record in records["names"]}
    assert {entry["origin"] for _, entry in relations() if "origin" in entry} <= names
    assert {record["part_of"] for record in records["names"] if "part_of" in record} <= names


def test_matters_are_questions_with_addresses_and_conflicts_first() -> None:
    slugs = [matter["slug"] for matter in matters()]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)
    assert all(matter["title"].endswith("?") and matter["summary"] for matter in matters())
    conflicts = [
        {entry["here"]["quote"], entry["there"]["quote"]}
        for _, entry in relations()
        if entry.get("type") == "conflicts" and entry["ruling"] != "reject"
    ]
    torn = [
        any(pair <= {passage["quote"] for passage in matter["includes"]} for pair in conflicts)
        for matter in matters()
    ]
    assert torn == sorted(torn, reverse=True)


def test_every_related_passage_belongs_to_a_matter() -> None:
    gathered = {one["quote"] for matter in matters() for one in matter["includes"]}
    related = {
        side["quote"]
        for _, entry in relations()
        if entry["ruling"] != "reject"
        for side in (entry["here"], entry["there"])
    }
    assert not related - gathered


def test_the_build_has_nothing_to_complain_of(built: pipeline.Built) -> None:
    assert not [str(problem) for problem in built.problems if problem.level != "note"]


def test_every_relation_that_is_wanted_is_published_between_its_words(
    built: pipeline.Built,
) -> None:
    archive: Archive = built.archive
    quotes = {claim.id: claim.quote for claim in archive.claims}
    published = {relation.reason: relation for relation in archive.relations}
    for _, entry in relations():
        if entry["ruling"] == "reject":
            continue
        relation = published[entry["reason"]]
        assert relation.type == entry["type"]
        assert relation.independence == entry.get("independence")
        ends = {quotes[relation.a], quotes[relation.b]}
        for words in (entry["here"]["quote"], entry["there"]["quote"]):
            assert any(words in end or end in words for end in ends), (words, ends)


def test_every_relation_that_is_rejected_stays_away(built: pipeline.Built) -> None:
    quotes = {claim.id: claim.quote for claim in built.archive.claims}
    shown = [frozenset({quotes[one.a], quotes[one.b]}) for one in built.archive.relations]
    for _, entry in relations():
        if entry["ruling"] == "reject":
            assert frozenset({entry["here"]["quote"], entry["there"]["quote"]}) not in shown


def overlap(one: Claim, other: Claim) -> float:
    """Share of two claims' length that they have in common; 0 in different articles."""
    if one.document != other.document:
        return 0
    common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    return common / (max(one.span.end, other.span.end) - min(one.span.start, other.span.start))


def test_no_relation_is_published_on_the_word_of_the_program_alone(built: pipeline.Built) -> None:
    assert not [
        one for one in built.archive.relations if not one.confirmed_by and one.made_by == "program"
    ]


def test_no_two_claims_mark_the_same_words(built: pipeline.Built) -> None:
    pairs = itertools.combinations(built.archive.claims, 2)
    assert not [(a.quote, b.quote) for a, b in pairs if overlap(a, b) > MOST_OVERLAP]


def test_no_two_relations_join_one_pair(built: pipeline.Built) -> None:
    claims = {claim.id: claim for claim in built.archive.claims}
    joined = [(claims[one.a], claims[one.b]) for one in built.archive.relations]
    for (a, b), (c, d) in itertools.combinations(joined, 2):
        straight = min(overlap(a, c), overlap(b, d))
        crossed = min(overlap(a, d), overlap(b, c))
        assert max(straight, crossed) <= MOST_OVERLAP, (a.quote, b.quote)


def test_independence_is_stated_only_of_named_sources(built: pipeline.Built) -> None:
    claims = {claim.id: claim for claim in built.archive.claims}
    for one in built.archive.relations:
        if one.independence == "independent":
            speakers = [claims[end].attributed_to for end in (one.a, one.b)]
            assert all(speakers), one.reason
            assert not set(speakers[0]) & set(speakers[1]), one.reason
