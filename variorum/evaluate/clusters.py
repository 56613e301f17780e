"""Scores of one annotated cluster of articles: a folder with its texts and ``gold.json``."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from pathlib import Path

import variorum
from variorum.evaluate import bands
from variorum.evaluate.gold import Matched, annotation, match
from variorum.evaluate.matching import balance, fold, key_words, share
from variorum.evaluate.stability import stability
from variorum.model import Analysis, Claim

Measures = dict[str, float]

TYPES = ("corroborates", "conflicts", "differs")
BANDS = (0.9, 0.8, 0.7, 0.5, 0.3)
"""Lowest score of each confidence band, surest first."""
QUEUE = 3
"""How many suggestions an editor is thought to read, for each relation annotated."""
COUNTS = frozenset(
    {"documents", "gold_claims", "found_claims", "lost_quotes", "gold_relations", "gold_must"}
    | {"found_relations", "called_independent", "seconds"}
    | {f"{kind}_found" for kind in TYPES}
    | {f"band_{band}_{what}" for band in BANDS for what in ("found", "right")}
    | set(bands.NAMES)
)
"""Measures that are added up over clusters; all others are averaged."""


def score(folder: Path) -> Measures:
    """All measures of one cluster."""
    raw = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    documents = raw["documents"]
    texts = {
        each["file"]: (folder / each["file"]).read_text(encoding="utf-8") for each in documents
    }
    dates = {each["file"]: each["published"] for each in documents if each.get("published")}
    began = time.perf_counter()
    cleaned = {name: variorum.clean(text) for name, text in texts.items()}
    found = variorum.analyse(cleaned, dates)
    seconds = time.perf_counter() - began
    folded = {name: fold(text) for name, text in texts.items()}
    matched = match(annotation(raw, folded), found, folded)
    length = sum(len(text.split()) for text in texts.values())
    return {
        "documents": len(texts),
        **_claim_measures(matched),
        **_figure_measures(matched),
        **_speaker_measures(matched),
        **_relation_measures(matched, found),
        **_band_measures(matched, found),
        **bands.published(matched, found),
        "stability": stability(cleaned, dates, found),
        "seconds": round(seconds, 3),
        "ms_per_500_words": round(seconds * 1000 * 500 / max(1, length), 2),
    }


def mean(rows: Iterable[Measures]) -> Measures:
    """Counts added up, everything else averaged; a band's precision is that of all its pairs."""
    listed = list(rows)
    out = {
        name: round(sum(row[name] for row in listed) / (1 if name in COUNTS else len(listed)), 3)
        for name in listed[0]
    }
    for band in BANDS:
        found, right = out[f"band_{band}_found"], out[f"band_{band}_right"]
        out[f"band_{band}_precision"] = share(right, found)
    return out


def _claim_measures(matched: Matched) -> Measures:
    """``span_fit``: of the annotated claims found, how well the best span fits."""
    gold, places = matched.gold.claims, matched.places
    recall = share(len(matched.to_found), len(gold))
    precision = share(sum(map(bool, matched.to_gold.values())), len(places))
    fits = [
        max(gold[name].at.fit(places[mine]) for mine in found)
        for name, found in matched.to_found.items()
    ]
    return {
        "gold_claims": len(gold),
        "found_claims": len(places),
        "claim_recall": recall,
        "claim_precision": precision,
        "claim_f1": balance(precision, recall),
        "lost_quotes": sum(place.lost for place in places.values()),
        "span_fit": share(sum(fits), len(fits)),
    }


def _figure_measures(matched: Matched) -> Measures:
    """Figures of claims that were found: the same interval, and a word of the unit in common."""
    wanted = right = with_unit = units = made = true = 0
    for name, found in matched.to_found.items():
        mine = [figure for claim in found for figure in matched.claims[claim].figures]
        for low, high, unit in matched.gold.claims[name].figures:
            same = [figure for figure in mine if (figure.low, figure.high) == (low, high)]
            wanted, right = wanted + 1, right + bool(same)
            if unit:
                with_unit += 1
                units += any(unit & key_words(figure.unit) for figure in same)
    for claim, names in matched.to_gold.items():
        if not names:
            continue
        gold = {(low, high) for name in names for low, high, _ in matched.gold.claims[name].figures}
        made += len(matched.claims[claim].figures)
        true += sum((figure.low, figure.high) in gold for figure in matched.claims[claim].figures)
    return {
        "figures_right": share(right, wanted),
        "figures_precision": share(true, made),
        "units_right": share(units, with_unit),
    }


def _speaker_measures(matched: Matched) -> Measures:
    """Speakers of claims that were found: a word of the name in common."""
    wanted = told = said = right = 0
    for name, found in matched.to_found.items():
        speakers = matched.gold.claims[name].speakers
        if speakers:
            wanted += 1
            told += any(speakers & _speakers(matched.claims[claim]) for claim in found)
    for claim, names in matched.to_gold.items():
        if names and matched.claims[claim].attributed_to:
            said += 1
            mine = _speakers(matched.claims[claim])
            right += any(mine & matched.gold.claims[name].speakers for name in names)
    return {"attribution_right": share(told, wanted), "attribution_precision": share(right, said)}


def _speakers(claim: Claim) -> frozenset[str]:
    return key_words(" ".join(claim.attributed_to))


def _relation_measures(matched: Matched, found: Analysis) -> Measures:
    """A relation is right when both ends and its type are; ``untyped``: when both ends are."""
    gold = matched.gold.relations
    typed = [matched.relations(relation, typed=True) for relation in found.relations]
    loose = [matched.relations(relation, typed=False) for relation in found.relations]
    hit, met = frozenset().union(*typed), frozenset().union(*loose)
    must = frozenset(number for number, relation in enumerate(gold) if relation.must)
    precision, recall = share(sum(map(bool, typed)), len(typed)), share(len(hit), len(gold))
    queue = found.suggestions[: QUEUE * len(gold)]
    queued = met.union(*(matched.relations(relation, typed=False) for relation in queue))
    out = {
        "gold_relations": len(gold),
        "gold_must": len(must),
        "found_relations": len(typed),
        "relation_precision": precision,
        "relation_precision_untyped": share(sum(map(bool, loose)), len(loose)),
        "must_recall": share(len(must & hit), len(must)),
        "must_recall_untyped": share(len(must & met), len(must)),
        "relation_recall": recall,
        "relation_f1": balance(precision, recall),
        "queue_must_recall": share(len(must & queued), len(must)),
    }
    for kind in TYPES:
        mine = [
            right
            for relation, right in zip(found.relations, typed, strict=True)
            if relation.type == kind
        ]
        wanted = {number for number, relation in enumerate(gold) if relation.type == kind}
        out[f"{kind}_found"] = len(mine)
        out[f"{kind}_precision"] = share(sum(map(bool, mine)), len(mine))
        out[f"{kind}_recall"] = share(len(wanted & hit), len(wanted))
    return out | _independence_measures(matched, found, typed)


def _independence_measures(
    matched: Matched, found: Analysis, typed: list[frozenset[int]]
) -> Measures:
    """Of the corroborations that are right: whether their independence is."""
    judged = [
        (relation.independence or "unknown", matched.gold.relations[number].independence)
        for relation, numbers in zip(found.relations, typed, strict=True)
        for number in sorted(numbers)
        if matched.gold.relations[number].type == "corroborates"
    ]
    bold = [gold for mine, gold in judged if mine == "independent"]
    return {
        "independence_right": share(sum(mine == gold for mine, gold in judged), len(judged)),
        "called_independent": len(bold),
        "false_independent": share(sum(gold != "independent" for gold in bold), len(bold)),
    }


def _band_measures(matched: Matched, found: Analysis) -> Measures:
    """How many relations and suggestions have a score in each band, and how many are right."""
    out: Measures = {}
    ceiling = float("inf")
    for band in BANDS:
        inside = [
            bool(matched.relations(relation, typed=True))
            for relation in (*found.relations, *found.suggestions)
            if band <= relation.score < ceiling
        ]
        out[f"band_{band}_found"] = len(inside)
        out[f"band_{band}_right"] = sum(inside)
        out[f"band_{band}_precision"] = share(sum(inside), len(inside))
        ceiling = band
    return out
