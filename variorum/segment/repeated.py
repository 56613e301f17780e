"""Furniture that only the corpus betrays: a line in the same words under an outlet's articles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from variorum.languages import pack
from variorum.model import Document, Paragraph

_ARTICLES = 3
"""Articles of one outlet from which a line in the same words is furniture."""
_COPY = 0.5
"""Share of its text from which an article that repeats others is their copy."""
_QUOTED = frozenset('"“”„«»')
_RUNNING = frozenset({"body", "subhead", "standfirst"})
_NUMBERS = ("ones", "tens", "scales", "vague")
"""Tables of a pack's numbers whose words tell a figure."""
_WORD = re.compile(r"\w+")

Paragraphs = tuple[Paragraph, ...]


def relabel(
    documents: Sequence[Document], paragraphs: Sequence[Paragraphs]
) -> tuple[Paragraphs, ...]:
    """The paragraphs, those that an outlet sets under several articles as furniture.

    Articles whose outlet is unknown are taken together. A line that holds a figure, a
    quotation or a name of its article's story stays text, and so does what one article
    copies from others at length.
    """
    outlets: defaultdict[str, list[int]] = defaultdict(list)
    for n, document in enumerate(documents):
        outlets[document.meta.outlet].append(n)
    out = list(paragraphs)
    for members in outlets.values():
        if len(members) >= _ARTICLES:
            _relabel(documents, out, members)
    return tuple(out)


def _relabel(documents: Sequence[Document], out: list[Paragraphs], members: Sequence[int]) -> None:
    """Relabels the paragraphs of one outlet's articles in place."""
    lines = {n: [_line(documents[n], part) for part in out[n]] for n in members}
    counted = Counter(line for n in members for line in set(lines[n]))
    again = {line for line, articles in counted.items() if line and articles >= _ARTICLES}
    if not again:
        return
    # An article that mostly repeats others is their copy, and no witness.
    witnesses = [n for n in members if not _is_copy(lines[n], again)]
    seen: Counter[str] = Counter()
    told: set[str] = set()
    for n in witnesses:
        mine = again.intersection(lines[n])
        seen.update(mine)
        said = set(_WORD.findall(" ".join(line for line in lines[n] if line not in again)))
        told.update(line for line in mine if _tells(line, said, documents[n].language))
    furniture = {line for line, articles in seen.items() if articles >= _ARTICLES} - told
    for n in witnesses:
        out[n] = tuple(
            replace(part, role="other") if line in furniture else part
            for part, line in zip(out[n], lines[n], strict=True)
        )


def _line(document: Document, paragraph: Paragraph) -> str:
    """The words by which a paragraph is known again; empty for one that is no running text."""
    if paragraph.role not in _RUNNING:
        return ""
    return " ".join(document.text[paragraph.span.start : paragraph.span.end].split())


def _is_copy(lines: Sequence[str], again: set[str]) -> bool:
    repeated = sum(len(line) for line in lines if line in again)
    return repeated > _COPY * sum(map(len, lines))


def _tells(line: str, said: set[str], language: str) -> bool:
    """Whether a line holds a figure, a quotation, or a name that the article ``said`` too."""
    if not _QUOTED.isdisjoint(line) or any(map(str.isdecimal, line)):
        return True
    words = _WORD.findall(line)
    if not _numbers(language).isdisjoint(map(str.lower, words)):
        return True
    return any(word[0].isupper() and word in said for word in words[1:])


@cache
def _numbers(language: str) -> frozenset[str]:
    """The number words of a language; none without a pack."""
    words = pack(language)
    table = words.table("numbers") if words else {}
    return frozenset(word for kind in _NUMBERS for word in table.get(kind, ()))
