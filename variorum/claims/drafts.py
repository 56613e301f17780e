"""What the sentences of an article hand to the rules that read it as a whole."""

from __future__ import annotations

from typing import NamedTuple

from variorum.model import Figure, Kind, Span, When


class Draft(NamedTuple):
    """A claim before its event is known; its fields are those of ``Claim``, in their order."""

    id: str
    document: str
    span: Span
    quote: str
    kind: Kind
    sentence: Span
    paragraph: int
    attributed_to: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    when: When | None = None
    where: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    rule: str = ""
