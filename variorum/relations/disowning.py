"""What is told only to be called untrue, or only supposed: "reports that it sank are false"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.languages.framing import Framing

NEAR = 4
"""Words after a denial among which the clause opens in which what is denied is told."""
DOUBLE = 8
"""Words of that clause in which a negation makes an assertion of the denial."""
SUPPOSED = 8
"""Words behind "if" or "threatened" that tell what is only supposed."""
BEFORE = 3
"""Words from one that calls an account untrue to the account ("baseless reports")."""


def account(
    small: Sequence[str], cues: Mapping[int, str], claim: range, framing: Framing
) -> int | None:
    """The word of a claim behind which stands what the claim says is untrue; None without one.

    ``small`` are a document's words in small letters, ``cues`` how they turn what is said.
    """
    errors = [n for n in claim if cues.get(n) == "error"]
    if not errors:
        return None
    for at in errors:
        if small[at + 1 : at + 2] and small[at + 1] in framing.clause and at + 1 < claim.stop:
            return at  # "it is false that", "the myth that"
        called = small[at - 1] in framing.calling if at > claim.start else False
        for n in range(at + 1, min(claim.stop, at + 1 + BEFORE)):
            if small[n] in framing.accounts:
                return n  # "baseless reports that"
        if called or at == claim.stop - 1:
            told = next((n for n in range(claim.start, at) if small[n] in framing.accounts), None)
            if told is not None:
                return told  # "reports that … are false", "described claims that … as lies"
    return None


def told(small: Sequence[str], number: int, last: int, framing: Framing) -> int:
    """Up to which word a negation behind a denial takes it back; 0 where no clause follows."""
    for n in range(number + 1, min(last, number + 1 + NEAR)):
        if small[n] in framing.clause:
            return n + DOUBLE
    return 0


def supposed(
    small: Sequence[str], pauses: Sequence[bool], claim: range, framing: Framing
) -> frozenset[int]:
    """The words of a claim that tell what is only supposed ("if it sank", "whether it sank")."""
    found: set[int] = set()
    reach = 0
    for n in claim:
        if reach > 0:
            found.add(n)
        reach = 0 if pauses[n] else reach - 1
        reach = SUPPOSED if small[n] in framing.doubting else reach
    return frozenset(found)
