"""Who a paragraph that ends in a colon introduces: by what they wrote, or at the head of a list."""

from __future__ import annotations

from variorum.claims.attribution.speakers import Memory
from variorum.model import Paragraph

_REACH = 5
"""Words from whose it is to what it is, at most."""
_MARKS = ':,.;"“”'


def owner(paragraph: Paragraph, memory: Memory) -> tuple[str, ...]:
    """The owner of what is announced ("Here is Anna Holt's full statement:"); else empty."""
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


def heading(paragraph: Paragraph, memory: Memory) -> tuple[str, ...]:
    """Who a paragraph names last, as one that heads a list of what they said."""
    if memory.document.text[paragraph.span.end - 1] != ":":
        return ()
    met = memory.within(paragraph.span.start, paragraph.span.end)
    return tuple([mention.full for mention in met if mention.kind == "person"][-1:])
