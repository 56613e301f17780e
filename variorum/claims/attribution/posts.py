"""Posts shown in an article, which their writers sign: "… — Ana Costa (@anacosta) May 3, 2031"."""

from __future__ import annotations

import re

from variorum.claims.attribution.records import Attribution
from variorum.model import ARTICLE_ROLES, Document, Paragraph, Span

HANDLE = "(@"
"""Opens the name by which a platform knows a writer."""
_SIGNED = re.compile(r" \(@\w{1,30}\),? (?:[^\W\d_]{3,12}\.? )?\d")
"""That name and the begin of a date; the writer's own name stands before it."""
_DASHES = "—–"
_LONGEST = 60
"""Letters of the longest name of a writer."""
_WORDS = 6
"""Words of one."""


def read(document: Document, paragraphs: tuple[Paragraph, ...]) -> list[Attribution]:
    """What the signed posts of an article say."""
    found: list[Attribution] = []
    before: Paragraph | None = None
    for paragraph in paragraphs:
        signatures = list(_signatures(document.text, paragraph))
        if signatures and before is not None and signatures[0][0].start == paragraph.span.start:
            writer = signatures.pop(0)[1]
            found += [_said(line, line, writer) for line in before.sentences]
        first = paragraph.span.start
        for signed, writer in signatures:
            for line in paragraph.sentences if paragraph.role in ARTICLE_ROLES else ():
                if first <= line.start < signed.start:
                    words = Span(line.start, min(line.end, signed.start))
                    found.append(_said(line, words, writer))
            first = signed.end
        before = paragraph if paragraph.role in ARTICLE_ROLES and not signatures else None
    return found


def _signatures(text: str, paragraph: Paragraph) -> list[tuple[Span, str]]:
    """Each signature of a paragraph, its dash included, and the writer's name."""
    found = []
    lines = iter(paragraph.sentences)
    line = next(lines, None)
    for handle in _SIGNED.finditer(text, paragraph.span.start, paragraph.span.end):
        while line is not None and line.end < handle.start():
            line = next(lines, None)
        if line is None:
            break
        begin = max(line.start, handle.start() - _LONGEST)
        dash = max(text.rfind(sign, begin, handle.start()) for sign in _DASHES)
        if dash < 0 and begin > line.start:
            continue
        name = text[max(begin, dash + 1) : handle.start()].strip()
        if name and not name[0].islower() and len(name.split()) <= _WORDS:
            found.append((Span(dash if dash >= 0 else begin, handle.end()), name))
    return found


def _said(line: Span, words: Span, writer: str) -> Attribution:
    return Attribution(Span(line.start, line.start), (words,), (writer,), line, "inherited")
