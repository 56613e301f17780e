"""Dates in a text: explicit ones, and those told relative to the article's own date."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from variorum.claims import bounds, numberwords, periods, relative
from variorum.claims.datewords import Mention, Reader
from variorum.claims.words import Words, among
from variorum.languages import pack
from variorum.languages.typography import typography
from variorum.model import When

_IF_REACH = 20
"""Words looked back through for the "if" that opens a date's clause."""


@cache
def _table(language: str) -> dict[str, Any]:
    source = pack(language)
    if source is None:
        return {}
    table = source.table("dates")
    parts = typography(language).parts
    led = [parts(phrase) for phrase in table["words"]["ago_before"]]
    glue = table["words"]
    words = {**glue, "ago_before": led, "future": frozenset(glue["future"])}
    words["have"] = frozenset(glue["have"])
    words["agos"] = frozenset([*glue["ago"], *(phrase[0] for phrase in led)])
    relative = {*glue["last"], *glue["next"], *glue["this"]}
    if glue["last_after"] or glue["next_after"]:
        relative |= set(table["parts"])
    named = table["months"].keys() | table["weekdays"].keys() | table["days"].keys()
    return {**table, "words": words, "named": named, "relative": relative}


@cache
def openers(language: str) -> frozenset[str]:
    """Words that may begin a date, digits aside."""
    data = _table(language)
    keys = ("last", "next", "this", "articles")
    words = {word for key in keys for word in data["words"][key]}
    for table in ("months", "weekdays", "days"):
        words |= set(data[table])
    words |= {phrase[0] for phrase in data["words"]["ago_before"]}
    if data["words"]["last_after"] or data["words"]["next_after"]:
        words |= set(data["parts"])
    counts = numberwords.table(language)
    words |= set(counts["ones"]) | set(counts["tens"]) | set(counts["vague"])
    return frozenset(words)


def may_open(words: Words, n: int, language: str) -> bool:
    """Whether a date written out may begin at word ``n``."""
    data = _table(language)
    return words.folded[n].isdecimal() or words.folded[n] in data.get("months", ())


def find(words: Words, span: range, published: When | None, language: str) -> tuple[Mention, ...]:
    """The dates among the words of a sentence, in order, joined to spans where it says so."""
    heads = among(words.dates, span)
    if not heads:
        return ()
    data = _table(language)
    reader = Reader(words, data, _anchor(published), span)
    the, relatives = data["words"]["the"], data["relative"]
    back = not data["words"]["agos"].isdisjoint(words.folded[span.start : span.stop])
    found: list[Mention] = []
    last = -1
    for n in heads:
        if n <= last:
            continue
        mention = periods.lasting(reader, n, language) if words.folded[n - 1] in the else None
        mention = mention or reader.at(n)
        if mention is None and (back or words.folded[n] in relatives):
            mention = relative.read(reader, n, language)
        if mention and mention.last < span.stop:
            if _unreal(words, span, data) and _supposed(words, span, mention, data):
                mention = Mention(mention.first, mention.last, None)
            found.append(bounds.bounded(words, data, reader.anchor, mention))
            last = mention.last
    return tuple(_joined(words, found, data))


def _anchor(published: When | None) -> date | None:
    """The day relative dates are counted from: the last day the article may be from."""
    if published is None or not published.latest:
        return None
    if published.earliest[:7] != published.latest[:7]:
        return None
    return date.fromisoformat(published.latest[:10])


def _unreal(words: Words, span: range, data: dict[str, Any]) -> bool:
    """Whether a sentence tells what would have happened."""
    glue, folded = data["words"], words.folded
    if glue["have"].isdisjoint(folded[span.start : span.stop]):
        return False
    return any(
        folded[n] in glue["unreal"] and words.folded[n + 1] in glue["have"]
        for n in range(span.start, span.stop - 1)
    )


def _supposed(words: Words, span: range, mention: Mention, data: dict[str, Any]) -> bool:
    """Whether a date belongs to what did not happen: told by "ago", or in an "if" clause."""
    glue, folded = data["words"], words.folded
    if folded[mention.last] in glue["ago"]:
        return True
    for n in range(mention.first - 1, max(span.start, mention.first - _IF_REACH) - 1, -1):
        if folded[n] in glue["if"]:
            return True
        if folded[n] == ",":
            break
    return False


def _joined(words: Words, found: list[Mention], data: dict[str, Any]) -> list[Mention]:
    """ "From A to B" and "between A and B" as one span."""
    out: list[Mention] = []
    for mention in found:
        before = out[-1] if out else None
        gap = words.folded[mention.first - 1]
        if (
            before
            and before.last == mention.first - 2
            and before.when
            and mention.when
            and (gap in data["words"]["to"] or gap in data["words"]["and"])
            and before.when.earliest < mention.when.latest
        ):
            opening = words.folded[before.first - 1]
            spanning = opening in data["words"]["from"] + data["words"]["between"]
            if spanning or gap in "-–—":
                when = When(before.when.earliest, mention.when.latest, "span")
                out[-1] = Mention(before.first, mention.last, when)
                continue
        out.append(mention)
    return out
