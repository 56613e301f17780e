"""Headline and standfirst claims that only repeat what the body says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from variorum.claims.drafts import Draft
from variorum.claims.weights import WEIGHTY
from variorum.model import Paragraph

_WORD = re.compile(r"\w+")
_STEM = 4
"""Letters by which two words are taken for one."""
_SHORTEST = 4
"""Letters from which a word says something."""
_SHARED = 0.5
"""Part of a heading's words that the body claim must hold."""
_FEWEST = 3
"""Words that both must share, at least, unless the heading has fewer."""
_SHARED_BESIDE = 0.34
"""The same where both also give the same number."""
_TELLING = 10
"""Numbers from this on are taken to tell which count is meant."""
_REPEATED = frozenset({"headline", "standfirst", "subhead"})


class _Told(NamedTuple):
    """A claim of the body."""

    id: str
    text: str
    """Its words in small letters."""
    values: set[float]


def find(drafts: Sequence[Draft], paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """Number of a heading's claim -> id of the body claim that it only repeats.

    Relations belong to the body claim.
    """
    headings = [
        (n, draft)
        for n, draft in enumerate(drafts)
        if paragraphs[draft.paragraph].role in _REPEATED
    ]
    body = [
        _Told(draft.id, draft.quote.lower(), _values(draft))
        for draft in (drafts if headings else ())
        if paragraphs[draft.paragraph].role == "body"
    ]
    return {n: _repeated(heading, body) for n, heading in headings}


def _stems(text: str) -> set[str]:
    return {
        word[:_STEM] for word in _WORD.findall(text) if len(word) >= _SHORTEST or word.isdecimal()
    }


def _values(claim: Draft) -> set[float]:
    """The base numbers of a claim's counts, shares and sums."""
    return {
        value
        for figure in claim.figures
        if figure.kind in WEIGHTY or figure.kind == "bare"
        for value in (figure.low if figure.low is not None else figure.high,)
        if value is not None and value >= _TELLING
    }


def _repeated(heading: Draft, body: Sequence[_Told]) -> str:
    """Id of the body claim that holds most of the heading's words; empty when none does.

    With the same number in both, fewer shared words do.
    """
    wanted, numbers = _stems(heading.quote.lower()), _values(heading)
    if not wanted:
        return ""
    best, share = "", _SHARED
    fewest = min(_FEWEST, len(wanted))
    for claim in body:
        numbered = bool(numbers) and numbers <= claim.values
        # Few hold so many of the stems anywhere in a word, and only those are cut into words.
        if not numbered and sum(map(claim.text.__contains__, wanted)) < fewest:
            continue
        shared = len(wanted & _stems(claim.text))
        if shared < fewest and not numbered:
            continue
        part = shared / len(wanted)
        if numbered and part >= _SHARED_BESIDE:
            part = max(part, _SHARED + part / 10)
        if part > share or (part == share and not best):
            best, share = claim.id, part
    return best
