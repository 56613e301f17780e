"""What a reason quotes of a claim: its words as it writes them, a number with what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from variorum.languages.lexicon import Entry
from variorum.model import Figure
from variorum.relations.align import Alignment
from variorum.relations.profile import Profile

LONGEST = 18
"""Words quoted at most."""
SPARED = 3
"""So few words more are quoted with the others; no quotation is cut behind so short a word."""
LITTLE = 0.06
"""Commoner words (in, the, was) are left off the ends of a quotation."""
GAP = 4
"""Letters and signs between two words of one phrase, at most."""
UNIT = 4
"""Words behind a number among which stands what is counted."""
_MARKS = dict.fromkeys(map(ord, '"“”„«»'))
"""Quotation marks inside what is quoted are left out."""


def quoted(side: Profile, words: Sequence[str], cut: bool = False) -> str:
    """Words of a claim in quotation marks, as it writes them; ``cut`` where more would follow."""
    return f"“{written(side, words)}{'…' if cut else ''}”"


def written(side: Profile, words: Sequence[str]) -> str:
    """Words in a row with the signs between them."""
    quote, at = side.claim.quote, 0
    while words and (start := quote.find(words[0], at)) >= 0:
        end = at = start + len(words[0])
        for word in words[1:]:
            place = quote.find(word, end, end + GAP + len(word))
            if place < 0:
                break
            end = place + len(word)
        else:
            return quote[start:end].translate(_MARKS)
    return _joined(words)


def shorter(found: Alignment) -> str:
    """The beginning of the claim of fewer words, the first of two alike."""
    side = min((found.a, found.b), key=lambda one: (one.last - one.first, one.claim.id))
    size = side.last - side.first
    if size <= LONGEST + SPARED:
        return quoted(side, side.spoken)
    end = LONGEST
    while end > 1 and (_says_little(side.entries[end - 1]) or len(side.spoken[end - 1]) <= SPARED):
        end -= 1
    return quoted(side, side.spoken[:end], True)


def bare(side: Profile, run: range) -> range:
    """A run of words without the small ones at its ends: "in the market at" is "market"."""
    entries, first, last = side.entries, run.start, run.stop
    while first < last and _says_little(entries[first]):
        first += 1
    while first < last and _says_little(entries[last - 1]):
        last -= 1
    return range(first, last)


def _says_little(entry: Entry) -> bool:
    return entry.weight < LITTLE and not entry.cue


def _joined(words: Sequence[str]) -> str:
    """Words in a row: one that ends in an apostrophe keeps to the next, initials have points."""
    told: list[str] = []
    for word in words:
        if len(word) == 1 and word.isupper() and told and _initials(told[-1]):
            told[-1] = f"{told[-1].rstrip('.')}.{word}."
        elif not told or told[-1].lower() != word.lower():
            told.append(word)
    return " ".join(told).replace("' ", "'").replace("’ ", "’")


def _initials(word: str) -> bool:
    return word.isupper() and (len(word) == 1 or word.endswith("."))


def number(figure: Figure, side: Profile) -> str:
    """A figure with what it counts as the claim writes it, where that stands right behind it.

    Without the capital that only opens its sentence.
    """
    claim, span = side.claim, figure.span
    start, end = max(0, span.start - claim.span.start), span.end - claim.span.start
    lexicon = side.words.lexicon
    counted = {lexicon.stem(word) for word in figure.unit.split()}
    for match in islice(lexicon.term.finditer(claim.quote, end), UNIT):
        if match.start() - end > 1 or lexicon.stem(match.group()) not in counted:
            break
        if match.group() not in lexicon.framing.complement:
            end = match.end()  # "15 percent", not "15 percent of"
    words = claim.quote[start:end].strip() or claim.quote
    opens = span.start in (claim.sentence.start, claim.span.start) and not words[1:2].isupper()
    return words[:1].lower() + words[1:] if opens else words
