"""A date made a period by "since" or "until" before it."""

from __future__ import annotations

from datetime import date
from typing import Any

from variorum.claims.datewords import Mention
from variorum.claims.words import Words
from variorum.model import When

_EVENT_REACH = 8
"""Words of the event between "since" and its date, at most."""


def bounded(words: Words, data: dict[str, Any], anchor: date | None, mention: Mention) -> Mention:
    """The mention as "since" or "until" before it makes it, with its words.

    ``anchor`` is the article's day, at which what began and has not ended is cut off.
    """
    glue = data["words"]
    when = mention.when
    first = mention.first - (words.folded[mention.first - 1] in glue["before_day"])
    before = words.folded[first - 1]
    since = _since(words, data, first) if when else -1
    if when and since >= 0:
        latest = anchor.isoformat() if anchor else ""
        if not latest or when.earliest <= latest:
            when, first = When(when.earliest, latest, "span"), since
    elif when and before in glue["until"]:
        when, first = When("", when.latest, "span"), first - 1
    if when is None:
        return mention
    text = words.text[words.starts[first] : words.ends[mention.last]]
    dated = When(when.earliest, when.latest, when.precision, when.approximate, text)
    return Mention(mention.first, mention.last, dated, mention.lasting)


def _since(words: Words, data: dict[str, Any], first: int) -> int:
    """The "since" before word ``first``: at once, or before the event that it dates.

    "Since the invasion in February" begins in February; after a comma "since" gives a
    reason. -1 where there is none.
    """
    glue, folded = data["words"], words.folded
    if words.folded[first - 1] in glue["since"]:
        return first - 1
    if words.folded[first - 1] not in glue["dating"]:
        return -1
    for n in range(first - 2, max(first - 2 - _EVENT_REACH, 0), -1):
        if folded[n] in glue["since"]:
            return n if folded[n - 1] != "," else -1
        if not folded[n][0].isalpha() and folded[n] not in "'’":
            return -1
    return -1
