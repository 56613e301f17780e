"""Headline and standfirst claims that only repeat what the body says."""

from __future__ import annotations

import re
from dataclasses import replace

from variorum.claims.weights import WEIGHTY
from variorum.model import Claim, Paragraph

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


def mark(claims: tuple[Claim, ...], paragraphs: tuple[Paragraph, ...]) -> tuple[Claim, ...]:
    """The claims with ``restates`` filled for headings; relations belong to the body claim."""
    if not any(paragraphs[claim.paragraph].role in _REPEATED for claim in claims):
        return claims
    body = [
        (claim, _stems(claim.quote), _values(claim))
        for claim in claims
        if paragraphs[claim.paragraph].role == "body"
    ]
    return tuple(
        replace(claim, restates=_repeated(claim, body))
        if paragraphs[claim.paragraph].role in _REPEATED
        else claim
        for claim in claims
    )


def _stems(text: str) -> set[str]:
    return {
        word[:_STEM]
        for word in _WORD.findall(text.lower())
        if len(word) >= _SHORTEST or word.isdecimal()
    }


def _values(claim: Claim) -> set[float]:
    """The base numbers of a claim's counts, shares and sums."""
    return {
        value
        for figure in claim.figures
        if figure.kind in WEIGHTY or figure.kind == "bare"
        for value in (figure.low if figure.low is not None else figure.high,)
        if value is not None and value >= _TELLING
    }


def _repeated(heading: Claim, body: list[tuple[Claim, set[str], set[float]]]) -> str:
    """Id of the body claim that holds most of the heading's words; empty when none does.

    With the same number in both, fewer shared words do.
    """
    wanted, numbers = _stems(heading.quote), _values(heading)
    if not wanted:
        return ""
    best, share = "", _SHARED
    for claim, held, values in body:
        shared = len(wanted & held)
        if shared < min(_FEWEST, len(wanted)) and not (numbers and numbers <= values):
            continue
        part = shared / len(wanted)
        if numbers and numbers <= values and part >= _SHARED_BESIDE:
            part = max(part, _SHARED + part / 10)
        if part > share or (part == share and not best):
            best, share = claim.id, part
    return best
