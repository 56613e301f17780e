"""What an editor writes for readers: paragraphs and lists of plain words, with links.

All markup is Markdown's: a blank line parts paragraphs, a line that begins with a dash and a
blank is an item of a list, ``**words**`` are strong, and a link leads to a matter by its slug,
``[how many left](matter:how-many-left)``, or to a passage by the permalink that its article
gives it: ``[a spokesman said so](#c-d9ad214ade)``. Nothing else is markup.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from variorum.problems import Problem

_MARKED = re.compile(
    r"\[(?P<words>[^\[\]]+)\]\((?:matter:(?P<slug>[^\s()]+)|#c-(?P<claim>[^\s()]+))\)"
    r"|\*\*(?P<strong>[^\s*](?:[^*]*[^\s*])?)\*\*"
)
_ITEM = "- "


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of prose."""

    text: str
    matter: str = ""
    """Slug of the matter it leads to; else empty."""
    claim: str = ""
    """Id of the claim it leads to; else empty."""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a list."""

    items: tuple[tuple[Words, ...], ...]
    """The items of the list; of a paragraph, itself."""
    listed: bool = False


def read(text: str) -> tuple[Words, ...]:
    """The text of one paragraph as stretches, in order; empty ones left out."""
    found, at = [], 0
    for mark in _MARKED.finditer(text):
        found.append(Words(text[at : mark.start()]))
        found.append(
            Words(mark["strong"], strong=True)
            if mark["strong"]
            else Words(mark["words"], mark["slug"] or "", mark["claim"] or "")
        )
        at = mark.end()
    found.append(Words(text[at:]))
    return tuple(words for words in found if words.text)


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs and lists of a text, in order."""
    found: list[tuple[bool, list[str]]] = []
    fresh = True
    for line in text.splitlines():
        words = line.strip()
        listed = words.startswith(_ITEM)
        if listed and not (found and found[-1][0]):
            found.append((True, []))
        if listed:
            found[-1][1].append(words.removeprefix(_ITEM).lstrip())
        elif words and fresh:
            found.append((False, [words]))
        elif words:
            found[-1][1][-1] += f" {words}"
        fresh = not words
    return tuple(Block(tuple(map(read, items)), listed) for listed, items in found)


def plain(text: str) -> str:
    """The text without its markup, in one line."""
    return " ".join("".join(words.text for words in item) for item in _items(text))


def first(text: str) -> str:
    """Its first paragraph, or the first item of the list it begins with, without markup."""
    return next(("".join(words.text for words in item) for item in _items(text)), "")


def astray(
    text: str, slugs: Collection[str], claims: Collection[str], what: str, file: str, line: int
) -> Iterator[Problem]:
    """The links of a text to matters and claims that are not there; ``what`` names the text."""
    for words in (words for item in _items(text) for words in item):
        if words.matter and words.matter not in slugs:
            fault = f'{what} links to a matter that is not there: "{words.matter}"'
            close = get_close_matches(words.matter, sorted(slugs), n=1)
            remedy = f'Did you mean "{close[0]}"?' if close else "Write the slug of a matter"
            yield Problem(file, line, fault, remedy)
        if words.claim and words.claim not in claims:
            fault = f'{what} links to a claim that is not there: "#c-{words.claim}"'
            remedy = "Copy the permalink from the table of claims under its article"
            yield Problem(file, line, fault, remedy, "warning")


def _items(text: str) -> Iterator[tuple[Words, ...]]:
    """Every paragraph and every item of a list."""
    return (item for block in blocks(text) for item in block.items)
