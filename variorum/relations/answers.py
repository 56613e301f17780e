"""Denials of what was said right before them: "the ministry denies this"."""

from __future__ import annotations

from variorum.relations.profile import Profile

GAP = 2
"""Characters between two sentences that follow each other, also over the end of a paragraph."""


def answers(a: Profile, b: Profile) -> bool:
    """Whether one of two claims denies what the other says in the sentence right before it."""
    if a.replies == b.replies or a.claim.document != b.claim.document:
        return False
    said, reply = (a.claim, b.claim) if b.replies else (b.claim, a.claim)
    return 0 <= reply.sentence.start - said.sentence.end <= GAP
