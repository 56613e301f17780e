"""Runs the cases in ``tests/cases/*.md``; their format is told in ``tests/cases/README.md``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

import variorum
from variorum import claims, plain, relations, segment
from variorum.model import Claim, Figure, Relation, When

FOLDER = Path(__file__).parent / "cases"
NEUTRAL_HEADLINE = "Untitled"
BOUNDS = re.compile(
    r"(?P<words>.*?)\s*(?P<low>-|\d[\d,.]*)(?:/(?P<high>-|\d[\d,.]*))?(?:\s+(?P<unit>.*))?"
)


@dataclass(slots=True)
class Case:
    """One case as written: its settings, its passages, and what must hold."""

    title: str
    settings: dict[str, str] = field(default_factory=dict)
    passages: list[str] = field(default_factory=list)
    expected: list[tuple[str, str]] = field(default_factory=list)


def read(text: str) -> list[Case]:
    """The cases of one file, in order."""
    cases: list[Case] = []
    inside = False
    for line in text.splitlines():
        if line.startswith("## "):
            cases.append(Case(line[3:].strip()))
        elif not cases:
            continue
        elif line.startswith(">"):
            words = line[1:].strip()
            if inside:
                joint = "" if cases[-1].passages[-1].endswith("\n") or not words else " "
                cases[-1].passages[-1] += joint + words if words else "\n"
            else:
                cases[-1].passages.append(words)
        elif line.strip() and not line.startswith("#"):
            key, _, value = line.partition(":")
            if cases[-1].passages:
                cases[-1].expected.append((key.strip(), value.strip()))
            else:
                cases[-1].settings[key.strip()] = value.strip()
        inside = line.startswith(">")
    return cases


def found_in(case: Case) -> tuple[Claim, ...]:
    """What the engine finds in the passage of a case."""
    headline = case.settings.get("headline", NEUTRAL_HEADLINE)
    document = plain.document(
        "case", f"{headline}\n{case.passages[0]}", case.settings.get("published", "")
    )
    document = replace(document, language=case.settings.get("language", "en"))
    return claims.find(document, segment.paragraphs(document))


def related(case: Case, a: str, b: str) -> Relation | None:
    """How two passages relate, read in the language of the case."""
    language = case.settings.get("language", "en")
    if language == "en":
        return variorum.compare(a, b)
    documents = tuple(
        replace(plain.document(name, text), language=language)
        for name, text in (("a", a), ("b", b))
    )
    found: list[Claim] = []
    for document in documents:
        body = tuple(replace(p, role="body") for p in segment.paragraphs(document))
        found += claims.find(document, body)
    return relations.compare(documents, found)


def number(words: str) -> float | None:
    """A bound as written in a case."""
    return None if words == "-" else float(words.replace(",", ""))


def has_figure(figures: list[Figure], wanted: str) -> bool:
    """Whether one of the figures has the qualifier, bounds and unit words of a case line."""
    read_line = BOUNDS.fullmatch(wanted)
    assert read_line, f"cannot read the figure {wanted!r}"
    low = number(read_line["low"])
    high = number(read_line["high"]) if read_line["high"] else low
    unit = set((read_line["unit"] or "").lower().split())
    return any(
        (figure.low, figure.high) == (low, high)
        and (not read_line["words"] or figure.qualifier.lower() == read_line["words"].lower())
        and unit <= set(re.findall(r"[\w$€£%'’-]+", f"{figure.unit} {figure.noun}".lower()))
        for figure in figures
    )


def date_of(when: When | None) -> str:
    """A When in the notation of the cases."""
    if when is None:
        return "none"
    if when.precision == "year":
        return when.earliest[:4]
    if when.precision == "month":
        return when.earliest[:7]
    if when.earliest == when.latest:
        return when.earliest
    return f"{when.earliest or '..'}/{when.latest or '..'}"


def holds(key: str, value: str, among: list[Claim], everything: tuple[Claim, ...]) -> bool:
    """Whether one expectation holds for one of the claims in question."""
    figures = [figure for claim in among for figure in claim.figures]
    match key:
        case "no claim":
            return not any(value in claim.quote for claim in everything)
        case "claims":
            return len(everything) == int(value)
        case "figure":
            return has_figure(figures, value)
        case "no figure":
            return bool(among) and not (
                figures if not value else [f for f in figures if f.low == number(value)]
            )
        case "noun":
            return any(figure.noun == value for figure in figures)
        case "measure":
            return any(figure.kind == value for figure in figures)
        case "kind":
            return any(claim.kind == value for claim in among)
        case "when":
            return any(date_of(claim.when) == value for claim in among)
        case "where":
            return any(value in claim.where for claim in among)
        case "no speaker":
            return bool(among) and not any(claim.attributed_to for claim in among)
        case "polarity":
            return any(claim.polarity == value for claim in among)
        case "restates":
            ids = {claim.id for claim in everything if value in claim.quote}
            return any(claim.restates in ids for claim in among)
    raise AssertionError(f"unknown line {key!r}")


def check_passage(case: Case) -> None:
    """Asserts every expectation of a case with one passage."""
    everything = found_in(case)
    absent = [value for key, value in case.expected if key == "no claim"]
    assert all(value in case.passages[0] for value in absent), "words that are not there"
    told = [claim.quote for claim in everything]
    among, speakers = list(everything), 0
    for key, value in case.expected:
        if key == "claim":
            among, speakers = [claim for claim in everything if claim.quote == value], 0
            assert among, f"no claim {value!r} among {told}"
        elif key == "about":
            holding = [claim for claim in everything if value in claim.quote]
            assert holding, f"no claim about {value!r} among {told}"
            among, speakers = [min(holding, key=lambda claim: len(claim.quote))], 0
        elif key == "speaker":
            chains = [claim.attributed_to for claim in among]
            found = [" ".join(chain[speakers : speakers + 1]).lower() for chain in chains]
            assert any(value.lower() in words for words in found), (
                f"speaker {value!r} not at place {speakers} in {chains}"
            )
            speakers += 1
        else:
            assert holds(key, value, among, everything), f"{key}: {value}; found {among}"


def check_pair(case: Case) -> None:
    """Asserts every expectation of a case with two passages, read from both ends."""
    for a, b in (case.passages, reversed(case.passages)):
        relation = related(case, a, b)
        for key, value in case.expected:
            if key == "verdict":
                assert (relation.type if relation else "none") == value, relation
            else:
                assert relation is not None
                told = {
                    "independence": relation.independence or "",
                    "origin": relation.origin,
                    "reason": relation.reason,
                }
                assert value in told[key], relation


CASES = [
    pytest.param(
        case,
        id=f"{file.stem}: {case.title}",
        marks=[pytest.mark.xfail(reason=case.settings["not yet"])]
        if "not yet" in case.settings
        else [],
    )
    for file in sorted(FOLDER.glob("*.md"))
    if file.name != "README.md"
    for case in read(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    """The engine makes of the passage what the case says."""
    assert case.passages, "a case needs a passage"
    assert case.expected, "a case needs an expectation"
    if len(case.passages) == 2:
        check_pair(case)
    else:
        check_passage(case)


def test_titles_are_unique() -> None:
    """No two cases of one file bear one title."""
    ids = [case.id for case in CASES]
    assert len(ids) == len(set(ids))
