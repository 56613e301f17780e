"""The number words of a language, as the rules look them up."""

from __future__ import annotations

from functools import cache
from typing import Any

from variorum.claims import nouns
from variorum.languages import pack
from variorum.languages.met import Met
from variorum.languages.typography import typography

VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
"""Fractions written as one sign."""


@cache
def table(language: str) -> dict[str, Any]:
    """The number words of a language; empty without a pack."""
    words = pack(language)
    if words is None:
        return {}
    data = words.table("numbers")
    kinds = ("few", "articled", "rounded", "fractions", "times", "scales")
    articled = frozenset(data["glue"]["half"]).union(*(data[kind] for kind in kinds))
    written = typography(language)
    phrased = {
        kind: {" ".join(written.parts(phrase)): value for phrase, value in data[kind].items()}
        for kind in ("hedges", "after")
    }
    glue, results = data["glue"], data["results"]
    sets = {key: frozenset(results[key]) for key in ("votes", "voting", "voters", "playing")}
    joints = sets["votes"].union(glue["to"], glue["dashes"])
    made: dict[str, Any] = {
        **data,
        **phrased,
        "typography": written,
        "number": {
            "singular": tuple(data["number"]["singular"]),
            "plural": tuple(ending for ending, _ in data["number"]["endings"]),
            "endings": data["number"]["endings"],
            "owned": written.owned,
            "head_first": data["number"]["head_first"],
        },
        "units": {**data["units"], "past": tuple(data["units"]["past"])},
        "changed": frozenset(glue["changed"]),
        "stop": frozenset(data["units"]["stop"]),
        "articled_set": articled,
        "hedge_ends": frozenset(phrase.split(" ")[-1] for phrase in phrased["hedges"]),
        "counting": articled | {data["glue"]["in"]},
        "steps": frozenset(data["steps"]),
        "fates": frozenset(data["happened"].values()),
        "befall": frozenset(data["units"]["befall"]).union(data["happened"]),
        "result_nouns": frozenset(results[sort][2] for sort in ("ballot", "score")),
        "not_counts": {
            **data["not_counts"],
            "one_after_another": frozenset(data["not_counts"]["one_after_another"]),
        },
        "results": {**results, **sets, "joints": joints},
    }
    made["plural"] = Met(lambda word: nouns.plural(word, made))
    return made


@cache
def openers(language: str) -> frozenset[str]:
    """Words that may begin a number, digits aside."""
    data = table(language)
    kinds = ("some_time", "ones", "tens", "ordinals", "vague", "tens_of", "fractions", "scales")
    glue = data["glue"]
    words = {word for kind in kinds for word in data[kind]}
    return frozenset(
        words
        | set(glue["articles"])
        | set(glue["none"])
        | set(glue["half"])
        | set(VULGAR)
        | {glue["within"]}
    )
