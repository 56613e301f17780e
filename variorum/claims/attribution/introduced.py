"""Who a paragraph introduces by what they wrote: "Here is Anna Holt's full statement:"."""

from __future__ import annotations

from variorum.claims.attribution.speakers import Memory
from variorum.model import Paragraph

_REACH = 5
"""Words from whose it is to what it is, at most."""
_MARKS = ':,.;"“”'


def introduced(paragraph: Paragraph, memory: Memory) -> tuple[str, ...]:
    """The owner of what is announced right before a colon; empty where none is."""
    text, span = memory.document.text, paragraph.span
    if text[span.end - 1] != ":":
        return ()
    words = memory.lex.words
    for mention in reversed(memory.within(span.start, span.end)):
        rest = text[mention.span.end : span.end].lower()
        owned = rest.startswith(("'", "’"))
        told = {word.strip(_MARKS) for word in rest.split()[: _REACH + 1]}
        if owned and not told.isdisjoint(words.documents | words.statements):
            return (mention.full,)
    return ()
