"""A sentence without a claim of its own that somebody says: that it was said is the claim."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.claims.attribution import Attribution

LEAST = 45
"""Letters handed on below which nothing is said that anybody would look for elsewhere."""


def told(attributions: Sequence[Attribution], quoted: bool) -> Attribution | None:
    """The attribution by which a sentence is somebody's statement; None where it is nobody's.

    ``attributions`` are those of the sentence, ``quoted`` says whether it stands wholly between
    quotation marks: only then may its speaker be named in the sentence before.
    """
    own = [one for one in attributions if quoted or one.style != "inherited"]
    said = sum(part.end - part.start for one in own for part in one.content)
    return own[0] if own and said >= LEAST else None
