"""What an editor writes for readers: plain words, and links to matters among them.

A link is written as Markdown writes one, with the matter's slug as its address:
``[how many left](matter:how-many-left)``. Nothing else is markup.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from variorum.problems import Problem

_LINK = re.compile(r"\[([^\[\]]+)\]\(matter:([^\s()]+)\)")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of prose."""

    text: str
    matter: str = ""
    """Slug of the matter it leads to; empty for mere words."""


def read(text: str) -> tuple[Words, ...]:
    """The text as stretches, in order; empty ones left out."""
    found, at = [], 0
    for link in _LINK.finditer(text):
        found += [Words(text[at : link.start()]), Words(link[1], link[2])]
        at = link.end()
    found.append(Words(text[at:]))
    return tuple(words for words in found if words.text)


def plain(text: str) -> str:
    """The text without its links."""
    return "".join(words.text for words in read(text))


def astray(text: str, slugs: Collection[str], what: str, file: str, line: int) -> Iterator[Problem]:
    """The links of a text to matters that are not there; ``what`` names the text."""
    for words in read(text):
        if words.matter and words.matter not in slugs:
            fault = f'{what} links to a matter that is not there: "{words.matter}"'
            close = get_close_matches(words.matter, sorted(slugs), n=1)
            remedy = f'Did you mean "{close[0]}"?' if close else "Write the slug of a matter"
            yield Problem(file, line, fault, remedy)
