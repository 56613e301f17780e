"""One plain sentence on why two claims stand side by side, from the language pack's templates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from variorum.languages import Pack, pack
from variorum.model import Claim, When
from variorum.relations.align import Alignment
from variorum.relations.independence import Origin
from variorum.relations.judgement import Judgement
from variorum.relations.profile import Profile

LEAST_RUN = 3
"""Words in a row worth quoting."""
LONGEST = 12
"""Words quoted at most."""
SOUGHT = 60
"""Words of a claim among which they are looked for."""
WORDS = 4
"""Shared words named where nothing longer is shared."""


class Reasons:
    """The templates of one language pack."""

    __slots__ = ("_sides", "_table")

    def __init__(self, source: Pack) -> None:
        self._table: dict[str, Any] = source.table("reasons")
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
        slots = {
            **self._sides,
            "what": self._what(found),
            "ta": self._when(found.a.claim),
            "tb": self._when(found.b.claim),
            "fa": "",
            "fb": "",
            "pa": found.a.period.text if found.a.period else "",
            "pb": found.b.period.text if found.b.period else "",
        }
        if found.quantity:
            slots["fa"] = _figure(found.quantity.a.figure.span, found.a.claim)
            slots["fb"] = _figure(found.quantity.b.figure.span, found.b.claim)
        sentence = str(self._table["reasons"][judgement.reason]).format(**slots)
        said = self._said(found, origin)
        return f"{sentence} {said}" if said else sentence

    def label(self, what: str) -> str:
        """What an item of the score is called."""
        return str(self._table["points"][what])

    def say(self, key: str, **values: str | float) -> str:
        """A line of an explanation."""
        return str(self._table["explained"][key]).format(**values)

    def _what(self, found: Alignment) -> str:
        run = _longest_run(found.a, found.b) if found.run else ()
        if len(run) >= LEAST_RUN:
            return "“" + _joined(run[:LONGEST]) + "”"
        phrases = _phrases(found)
        if len(phrases) < 2:
            return "".join(phrases) or str(self._table["words"]["something"])
        return f"{', '.join(phrases[:-1])} {self._table['words']['and']} {phrases[-1]}"

    def _when(self, claim: Claim) -> str:
        when: When | None = claim.when
        if when is None:
            return str(self._table["words"]["undated"])
        return when.text or when.earliest or when.latest

    def _said(self, found: Alignment, origin: Origin | None) -> str:
        said = self._table["said"]
        speakers = {
            "sa": "".join(found.a.claim.attributed_to[:1]),
            "sb": "".join(found.b.claim.attributed_to[:1]),
        }
        if origin is None:
            if all(speakers.values()) and not found.a.speakers & found.b.speakers:
                return str(said["parts"]).format(**speakers)
            return ""
        if origin.origin:
            return str(said["shared"]).format(origin=origin.origin)
        return str(said[origin.why]).format(**speakers) if origin.why in said else ""


def _phrases(found: Alignment) -> list[str]:
    """Shared words as side a writes them, neighbours together, names first."""
    phrases: dict[str, None] = {}
    run: list[str] = []
    for key, word in islice(zip(found.a.order, found.a.spoken, strict=True), SOUGHT):
        if key in found.shared:
            run.append(word)
        elif run:
            phrases[_joined(run)] = None
            run = []
    if run:
        phrases[_joined(run)] = None
    return sorted(phrases, key=_small)[:WORDS]


def _small(phrase: str) -> bool:
    return not phrase[0].isupper()


def _joined(words: Sequence[str]) -> str:
    """Words in a row; one that ends in an apostrophe keeps to the next."""
    return " ".join(words).replace("' ", "'").replace("’ ", "’")


def _figure(span: Any, claim: Claim) -> str:
    start = span.start - claim.span.start
    return claim.quote[max(0, start) : span.end - claim.span.start].strip() or claim.quote


def _longest_run(a: Profile, b: Profile) -> tuple[str, ...]:
    """The longest run of words that both have in a row, as side a writes it."""
    best = (0, 0)
    before: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for m, key in enumerate(b.order):
        places.setdefault(key, []).append(m)
    for n, key in enumerate(a.order):
        now = {m: before.get(m - 1, 0) + 1 for m in places.get(key, ())}
        longest = max(now.values(), default=0)
        if longest > best[0]:
            best = (longest, n + 1)
        before = now
    return a.spoken[best[1] - best[0] : best[1]]
