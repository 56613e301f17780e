"""One plain sentence on why two claims stand side by side, from the language pack's templates."""

from __future__ import annotations

from string import Formatter
from typing import Any

from variorum.languages import Pack, pack
from variorum.model import Claim, When
from variorum.relations.align import Alignment
from variorum.relations.contrasts import contrast
from variorum.relations.independence import Origin
from variorum.relations.judgement import Judgement
from variorum.relations.profile import Profile
from variorum.relations.quoting import LONGEST, bare, number, quoted, shorter, written

SOUGHT = 60
"""Words of a claim among which they are looked for."""
WORDS = 4
"""Shared words named where nothing longer is shared."""
TELLING, LONG = 3, 9
"""Words in a row, a verb among them, that may say what both claims say, and that surely do."""
MOST = 0.6
"""Share of the briefer claim that fewer than these must be."""
_AGREED = frozenset(("figure-equal", "figure-covered"))
"""Reasons of which the words beside the figures are to say what agrees."""


class Reasons:
    """The templates of one language pack."""

    __slots__ = ("_sides", "_slots", "_table")

    def __init__(self, source: Pack) -> None:
        self._table: dict[str, Any] = source.table("reasons")
        self._slots = {
            key: tuple(slot for _, slot, _, _ in Formatter().parse(sentence) if slot)
            for key, sentence in self._table["reasons"].items()
        }
        """Key of a reason -> what is to be filled in."""
        one, other = self._table["words"]["one"], self._table["words"]["other"]
        self._sides = {"A": one[:1].upper() + one[1:], "a": one, "b": other}

    @classmethod
    def told_in(cls, language: str) -> Reasons:
        """The templates in a reader's language; in English where its pack has none."""
        for code in (language, "en"):
            found = pack(code)
            if found is not None and found.has("reasons.toml"):
                return cls(found)
        raise LookupError("languages/en/reasons.toml")

    def reason(self, found: Alignment, judgement: Judgement, origin: Origin | None) -> str:
        """What is the same, what is not, and who says so."""
        key = judgement.reason
        shared = found.run and "what" in self._slots[key]
        run = _longest_run(found.a, found.b) if shared else range(0)
        if key == "same" and not _telling(found, run):
            key = "alike"
        if key == "contrast":
            slots = _parted(found)
        else:
            slots = {slot: self._slot(slot, key, found, run) for slot in self._slots[key]}
        template = str(self._table["reasons"][key])
        if slots.get("what") == "":
            template = template.replace(": {what}", "")  # nothing in common can be named
        sentence = template.format(**slots)
        said = self._said(found, origin)
        return f"{sentence} {said}" if said else sentence

    def label(self, what: str) -> str:
        """What an item of the score is called."""
        return str(self._table["points"][what])

    def say(self, key: str, **values: str | float) -> str:
        """A line of an explanation."""
        return str(self._table["explained"][key]).format(**values)

    def _slot(self, slot: str, key: str, found: Alignment, run: range) -> str:
        """The words of both, a word for a side, or a side's time, period or figure."""
        if slot == "what":
            agreed = found.quantity is not None and key in _AGREED
            return shorter(found) if agreed and not _telling(found, run) else self._what(found, run)
        if slot == "whole":
            return shorter(found)
        if slot in self._sides:
            return str(self._sides[slot])
        side = found.a if slot.endswith("a") else found.b
        if slot.startswith("t"):
            return self._when(side.claim)
        if slot.startswith("p"):
            return side.period.text if side.period else ""
        if found.quantity is None:
            return ""
        counted = found.quantity.a if side is found.a else found.quantity.b
        return number(counted.figure, side)

    def _what(self, found: Alignment, run: range) -> str:
        """What both say: the ``run`` of side a's words that both write, or the words they share."""
        words = bare(found.a, run[:LONGEST])
        small = [n for n in words if found.a.spoken[n].islower()]
        if len(words) > 1 and any(found.a.entries[n].key not in _counted(found) for n in small):
            return quoted(found.a, [found.a.spoken[n] for n in words], len(run) > LONGEST)
        phrases = _phrases(found)
        lone = len(phrases) == 1 or found.quantity is not None
        if lone:  # one common word says nothing
            phrases = [one for one in phrases if not one.islower() or " " in one]
        told = [f"“{phrase}”" for phrase in phrases]
        if len(told) < 2:
            return "".join(told)
        return f"{', '.join(told[:-1])} {self._table['words']['and']} {told[-1]}"

    def _when(self, claim: Claim) -> str:
        when: When | None = claim.when
        if when is None:
            return str(self._table["words"]["undated"])
        return when.text or when.earliest or when.latest

    def _said(self, found: Alignment, origin: Origin | None) -> str:
        said, a, b = self._table["said"], found.a, found.b
        if origin is None:
            apart = a.claim.attributed_to and b.claim.attributed_to
            alike = not (a.speakers.isdisjoint(b.speakers) and a.tellers.isdisjoint(b.tellers))
            key = "parts" if apart and not alike else ""
        else:
            key = origin.why
        if key not in said:
            return ""
        return str(said[key]).format(
            sa="".join(a.claim.attributed_to[:1]),
            sb="".join(b.claim.attributed_to[:1]),
            origin=origin.origin if origin else "",
        )


def _parted(found: Alignment) -> dict[str, str]:
    """The words by which two claims in like words part, as each writes them."""
    place = contrast(found, found.a.words.lexicon)
    if place is None:
        return {}
    a, b = (
        [side.spoken[n] for n in at] for side, at in zip((found.a, found.b), place, strict=True)
    )
    return {"wa": quoted(found.a, a), "wb": quoted(found.b, b)}


def _telling(found: Alignment, run: range) -> bool:
    """Whether a run of words of side a says what both say: it is most of the briefer claim, or
    long, and has a word that is surely a verb."""
    words = [found.a.spoken[n].lower() for n in bare(found.a, run)]
    lexicon = found.a.words.lexicon
    verbs, past = lexicon.framing.asserting.before, lexicon.framing.unreal.participles
    if not any(w in verbs or w.endswith(past) or lexicon.inflected(w) for w in words):
        return False
    briefer = min(len(found.a.order), len(found.b.order))
    return len(words) >= min(LONG, max(TELLING, MOST * briefer))


def _phrases(found: Alignment) -> list[str]:
    """Shared words as side a writes them, neighbours together, names first.

    Without letters that stand alone, and without what figures count that are told anyway.
    """
    a = found.a
    phrases: dict[str, None] = {}
    run: list[str] = []
    last = -1
    keys = [key for key in found.shared - _counted(found) if len(key) > 1]
    for place in sorted([n for key in keys for n in a.positions.get(key, ()) if n < SOUGHT]):
        if run and place > last + 1:
            phrases[written(a, run)] = None
            run = []
        run.append(a.spoken[place])
        last = place
    if run:
        phrases[written(a, run)] = None
    return sorted(phrases, key=_small)[:WORDS]


def _counted(found: Alignment) -> frozenset[str]:
    """Keys of the numbers and of what they count where a reason tells both."""
    match, lexicon = found.quantity, found.a.words.lexicon
    if match is None:
        return frozenset()
    return found.a.numbers | lexicon.numerals | match.a.things | match.b.things


def _small(phrase: str) -> bool:
    return not phrase[0].isupper()


def _longest_run(a: Profile, b: Profile) -> range:
    """The longest run of three words or more that both have, as numbers of side a's words."""
    longest = end = 0
    before: dict[int, int] = {}
    last = -1
    both = a.triples.keys() & b.triples.keys()
    for place in sorted([place for triple in both for place in a.triples[triple]]):
        if place > last + 1:
            before = {}
        before = {m: before.get(m - 1, 2) + 1 for m in b.triples[a.order[place : place + 3]]}
        length, last = max(before.values()), place
        if length > longest:
            longest, end = length, place + 3
    return range(end - longest, end)
