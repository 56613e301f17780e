"""Two captures of one article -> what its outlet changed between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from variorum.model import Change, Wording

_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})
"""How a quotation mark is drawn is no change of wording."""
_TOKEN = re.compile(r"\w+(?:[.,'’-]\w+)*|\s+|[^\w\s]")
_SENTENCES = 250_000
"""Pairs of sentences up to which their order is compared; beyond, only which are there."""
_STRETCH = 100
"""Pairs of sentences of one stretch up to which each is laid beside what it became."""
_CHARACTERS = 4_000_000
"""Pairs of characters up to which two sentences are compared word by word."""
_ALIKE = 0.5
"""Share in common from which a sentence is reworded; below, one went and another came."""


def between(earlier: Sequence[str], later: Sequence[str]) -> tuple[Change, ...]:
    """The passages that differ, in the order of the text; each capture as its sentences."""
    old, new = (tuple(map(_key, sentences)) for sentences in (earlier, later))
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    earlier, later = earlier[start : start + len(old)], later[start : start + len(new)]
    if len(old) * len(new) > _SENTENCES:
        return _unordered(earlier, later, frozenset(old), frozenset(new))
    return tuple(
        _change(before, after)
        for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag != "equal"
        for before, after in _beside(earlier[i:j], later[k:m])
    )


def _key(sentence: str) -> str:
    return " ".join(sentence.translate(_PLAIN).split())


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many sentences both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _unordered(
    earlier: Sequence[str], later: Sequence[str], old: frozenset[str], new: frozenset[str]
) -> tuple[Change, ...]:
    gone = (Change((Wording(s, True),), ()) for s in earlier if _key(s) not in new)
    come = (Change((), (Wording(s, True),)) for s in later if _key(s) not in old)
    return (*gone, *come)


def _beside(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """The sentences of a stretch in their order, each with what it became.

    Empty where it came new, or where nothing became of it.
    """
    likeness = {
        (i, j): SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio()
        for i, a in enumerate(old)
        for j, b in enumerate(new)
        if len(old) * len(new) <= _STRETCH and len(a) * len(b) <= _CHARACTERS
    }
    pairs: list[tuple[int, int]] = []
    for (i, j), ratio in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
        if ratio >= _ALIKE and all((i - a) * (j - b) > 0 for a, b in pairs):
            pairs.append((i, j))
    found: list[tuple[str, str]] = []
    i = j = 0
    for end in [*sorted(pairs), (len(old), len(new))]:
        found += [(sentence, "") for sentence in old[i : end[0]]]
        found += [("", sentence) for sentence in new[j : end[1]]]
        found += [(old[end[0]], new[end[1]])] if end in likeness else []
        i, j = end[0] + 1, end[1] + 1
    return found


def _change(before: str, after: str) -> Change:
    """What became of a sentence, word by word where it was reworded."""
    if not (before and after):
        return Change(*((Wording(text, True),) if text else () for text in (before, after)))
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    kept = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return Change(
        _wordings(old, ((m.a, m.a + m.size) for m in kept)),
        _wordings(new, ((m.b, m.b + m.size) for m in kept)),
    )


def _wordings(tokens: Sequence[str], kept: Iterable[tuple[int, int]]) -> tuple[Wording, ...]:
    """The tokens as stretches that changed and stretches that did not."""
    changed = [True] * len(tokens)
    for start, end in kept:
        changed[start:end] = [False] * (end - start)
    for n in range(1, len(tokens) - 1):
        # A blank between two changed words has changed with them.
        if tokens[n].isspace() and changed[n - 1] and changed[n + 1]:
            changed[n] = True
    marked = groupby(zip(changed, tokens, strict=True), key=lambda pair: pair[0])
    return tuple(Wording("".join(t for _, t in group), flag) for flag, group in marked)
