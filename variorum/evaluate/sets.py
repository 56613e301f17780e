"""Scores of a set of single passages or pages: one JSON object a line.

A set is recognised by the keys of its first line.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import variorum
from variorum.evaluate.matching import OVERLAP, Stretch, balance, fold, key_words, locate, share

Measures = dict[str, float]
Item = dict[str, Any]

VERDICTS = ("corroborates", "conflicts", "neutral")
RUN = 4
"""Words in a row by which two cleaned pages are compared."""


class UnknownSetError(ValueError):
    """No scorer knows the keys of this set."""


def score(path: Path, limit: int | None = None) -> Measures:
    """All measures of one set, of its first ``limit`` items where that is given."""
    with path.open(encoding="utf-8") as lines:
        items = [json.loads(line) for line in islice(lines, limit)]
    keys = items[0].keys() if items else set()
    for needed, scorer in _SCORERS:
        if needed <= keys:
            return scorer(items)
    raise UnknownSetError(f"{path}: no scorer knows a set with the keys {', '.join(sorted(keys))}")


def attribution(items: Sequence[Item]) -> Measures:
    """Who said it: the same content by half its length, and a word of the speaker in common."""
    gold_count = found_count = hit = right = with_figure = figure_hit = 0
    for item in items:
        text = fold(item["text"])
        claims = variorum.analyse({"x": item["text"]}).claims
        found = [
            (locate("x", text, claim.quote), key_words(" ".join(claim.attributed_to)))
            for claim in claims
            if claim.attributed_to
        ]
        gold = [
            (locate("x", text, quote), speaker, any(map(str.isdigit, quote)))
            for quote, speaker in _annotated(item)
        ]
        gold_count, found_count = gold_count + len(gold), found_count + len(found)
        for place, speaker, figure in gold:
            said = any(_same_saying(place, speaker, *other) for other in found)
            hit, with_figure = hit + said, with_figure + figure
            figure_hit += said and figure
        right += sum(
            any(_same_saying(place, speaker, *other) for place, speaker, _ in gold)
            for other in found
        )
    precision, recall = share(right, found_count), share(hit, gold_count)
    return {
        "gold": gold_count,
        "found": found_count,
        "precision": precision,
        "recall": recall,
        "f1": balance(precision, recall),
        "recall_with_figure": share(figure_hit, with_figure),
    }


def _annotated(item: Item) -> list[tuple[str, frozenset[str]]]:
    """(first stretch of the content, words of the speaker) of every complete annotation."""
    out = []
    for each in item["attributions"]:
        if each["source"] and each["content"]:
            start, end = each["content"][0]
            named = each["source_text"]
            speaker = named if isinstance(named, str) else " ".join(named)
            out.append((item["text"][start:end], key_words(speaker)))
    return out


def _same_saying(
    place: Stretch, speaker: frozenset[str], other: Stretch, other_speaker: frozenset[str]
) -> bool:
    return place.overlap(other) >= OVERLAP and bool(speaker & other_speaker)


def pairs(items: Sequence[Item]) -> Measures:
    """One passage against another; *differs* counts as neutral, but as related."""
    table: Counter[tuple[str, str]] = Counter()
    related: Counter[str] = Counter()
    for item in items:
        label = item["label"]
        if label in VERDICTS:
            relation = variorum.compare(item["a"], item["b"])
            verdict = relation.type if relation and relation.type in VERDICTS else "neutral"
            table[label, verdict] += 1
            related[label] += relation is not None
    out: Measures = {}
    for kind in VERDICTS:
        precision = share(table[kind, kind], sum(table[gold, kind] for gold in VERDICTS))
        recall = share(table[kind, kind], sum(table[kind, mine] for mine in VERDICTS))
        out[f"{kind}_precision"], out[f"{kind}_recall"] = precision, recall
        out[f"{kind}_f1"] = balance(precision, recall)
    out["macro_f1"] = share(sum(out[f"{kind}_f1"] for kind in VERDICTS), len(VERDICTS))
    out["accuracy"] = share(sum(table[kind, kind] for kind in VERDICTS), table.total())
    out["pairs"] = table.total()
    for kind in VERDICTS:
        out[f"{kind}_called_related"] = share(
            related[kind], sum(table[kind, mine] for mine in VERDICTS)
        )
    return out


def cleaning(items: Sequence[Item]) -> Measures:
    """A page's text against the article in it, or against lines to keep and to drop."""
    sums: Counter[str] = Counter()
    for item in items:
        mine = variorum.clean(item["raw"])
        if "clean" in item:
            got, wanted = _runs(mine), _runs(item["clean"])
            common = (got & wanted).total()
            precision, recall = common / max(1, got.total()), common / max(1, wanted.total())
            both = balance(precision, recall)
            measured = {"precision": precision, "recall": recall, "f1": both}
        else:
            text = fold(mine)
            keep, drop = item["must_keep"], item["must_drop"]
            measured = {
                "kept": sum(fold(line) in text for line in keep) / max(1, len(keep)),
                "dropped": sum(fold(line) not in text for line in drop) / max(1, len(drop)),
            }
        for name, value in measured.items():
            sums[name] += value  # type: ignore[assignment]
    return {name: share(value, len(items)) for name, value in sums.items()} | {"items": len(items)}


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))


def detection(items: Sequence[Item]) -> Measures:
    """For each label, the share of its sentences that became a claim."""
    seen: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for item in items:
        text = "\n\n".join(item["sentences"])
        folded = fold(text)
        claims = [
            locate("x", folded, claim.quote) for claim in variorum.analyse({"x": text}).claims
        ]
        after = 0
        for sentence, label in zip(item["sentences"], item["labels"], strict=True):
            words = fold(sentence)
            start = folded.find(words, after)
            place = Stretch("x", start, start + len(words))
            after = max(after, start)
            seen[label] += 1
            made[label] += any(place.overlap(claim) >= OVERLAP for claim in claims)
    return {label: share(made[label], seen[label]) for label in sorted(seen)}


_SCORERS: tuple[tuple[frozenset[str], Callable[[Sequence[Item]], Measures]], ...] = (
    (frozenset({"text", "attributions"}), attribution),
    (frozenset({"a", "b", "label"}), pairs),
    (frozenset({"raw", "clean"}), cleaning),
    (frozenset({"raw", "must_keep", "must_drop"}), cleaning),
    (frozenset({"sentences", "labels"}), detection),
)
