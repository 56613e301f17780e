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
    first = next((n for n in claim if small[n] in framing.disowning.accounts), claim.stop)
    for at in errors:
        if not framing.disowning.clause.isdisjoint(small[at + 1 : min(claim.stop, at + 3)]):
            return at  # "it is false that", "falsely claimed that"
        called = small[at - 1] in framing.disowning.calling if at > claim.start else False
        for n in range(at + 1, min(claim.stop, at + 1 + BEFORE)):
            told = small[n + 1 : n + 2]
            if small[n] in framing.disowning.accounts and not (
                framing.disowning.clause.isdisjoint(told) and framing.complement.isdisjoint(told)
            ):
                return n  # "baseless reports that"
        if first < at and (called or at == claim.stop - 1):
            return first  # "reports that … are false", "described claims that … as lies"
    return None


def told(small: Sequence[str], number: int, last: int, framing: Framing) -> int:
    """Up to which word a negation behind a denial takes it back; 0 where no clause follows."""
    for n in range(number + 1, min(last, number + 1 + NEAR)):
        if small[n] in framing.disowning.clause:
            return n + DOUBLE
    return 0


def supposed(
    small: Sequence[str], pauses: Sequence[bool], claim: range, framing: Framing
) -> frozenset[int]:
    """The words of a claim that tell what is only supposed ("if it sank", "accused of sinking")."""
    found = set[int]()
    reach = 0
    for n in claim:
        if reach > 0:
            found.add(n)
        reach = SUPPOSED if small[n] in framing.unreal.supposing else 0 if pauses[n] else reach - 1
    return frozenset(found)


def undone(small: Sequence[str], claim: range, framing: Framing) -> dict[int, bool]:
    """The words of a claim for what is wanted, possible or to come ("to sink", "may be sunk").

    Each with whether it is a verb for sure, by a helping verb before it or by its ending.
    """
    unreal, found = framing.unreal, dict[int, bool]()
    waits = gerund = False
    for n in claim:
        word = small[n]
        if waits or (gerund and word.endswith(unreal.gerunds)):
            helped = small[n - 1] in unreal.between or small[n - 1] in unreal.modal
            found[n] = helped or word.endswith(unreal.participles)
        if word in unreal.deed or word in unreal.gerund:
            waits, gerund = word in unreal.deed, word in unreal.gerund
        elif word in unreal.perfect and small[n - 1] in unreal.infinitive:
            waits = False  # "is believed to have sunk"
        elif word not in unreal.between and not word.endswith(unreal.manner):
            waits = gerund = False
    return found


def replies(small: Sequence[str], claim: range, framing: Framing) -> bool:
    """Whether words reject what they only point at ("denied this", "rejects the allegations")."""
    if framing.disowning.rejection.isdisjoint(small[claim.start : claim.stop - 1]):
        return False
    for number in claim[:-1]:
        if small[number] in framing.disowning.rejection:
            after = small[number + 1 : min(claim.stop, number + 3)]
            behind = after[0] in framing.disowning.charged_after
            if after[0] in framing.disowning.pointing or (
                behind and not framing.disowning.charged.isdisjoint(after[1:])
            ):
                return True
    return False
