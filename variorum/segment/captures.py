"""Raw captures -> lines with their roles, and what of them stands in an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.languages import Pack, pack
from variorum.model import ARTICLE_ROLES, Line, Role
from variorum.segment import layout, markup, phrases, roles, sentences
from variorum.segment.layout import Row

_LANGUAGE = "en"
"""The pack whose words mark furniture where the capture's own language has none."""
_QUOTES = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "´": "'"}
    | dict.fromkeys("\x00\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)
_LINK_MARK = re.compile(r"\[\d{1,3}\]")
_RUN = 3
"""Words in a row by which a sentence is known again."""
_KNOWN = 0.5
"""Share of a sentence's runs that must stand in the article for it to be the same sentence,
with an archivist's corrections in it."""


def rows(raw: str) -> list[Row]:
    """What stands on a capture's lines, without its markup."""
    return markup.rows(raw) if markup.is_html(raw) else layout.rows(raw)


def _words(language: str) -> Pack:
    """The pack of a BCP 47 tag, or the one that stands in for it."""
    words = pack(language) or pack(_LANGUAGE)
    assert words, "the package carries its English pack"
    return words


def assigned(raw: str, language: str = _LANGUAGE) -> list[tuple[Row, Role]]:
    """The rows of a capture in a language, each with its role."""
    found = rows(raw)
    named = roles.assign(list(map(phrases.measure, found)), phrases.lexicon(_words(language)))
    return list(zip(found, named, strict=True))


def lines(raw: str, language: str = _LANGUAGE) -> tuple[Line, ...]:
    """Every line of a raw capture with the role it plays on its page.

    Of an HTML capture, every stretch of its text with the line it begins on.
    """
    found = assigned(raw, language)
    if markup.is_html(raw):
        return tuple(Line(row.number, row.text, role) for row, role in found)
    named = {number: role for row, role in found for number in range(row.number, row.last + 1)}
    return tuple(
        Line(number, text, named.get(number, "other"))
        for number, text in enumerate(layout.physical(raw), 1)
    )


def article(raw: str) -> tuple[str, ...]:
    """The article's paragraphs in a capture, headline first, their words as captured."""
    found = [(role, row.text) for row, role in assigned(raw) if role in ARTICLE_ROLES]
    headline = [text for role, text in found if role == "headline"]
    return (*headline, *(text for role, text in found if role != "headline"))


def wording(raw: str) -> tuple[str, ...]:
    """The article's sentences in a capture, headline first."""
    english = pack(_LANGUAGE)
    return tuple(
        paragraph[part.start : part.end]
        for paragraph in article(raw)
        for part in sentences.split(paragraph, 0, len(paragraph), english)
    )


def furniture(raw: str, body: str, language: str = _LANGUAGE) -> tuple[Line, ...]:
    """The lines of a capture that an article left out, each with its role.

    White space, quotation marks and small corrections make no difference, and blank lines
    are not listed. Of a line that stands in the body in part, the rest is given.
    """
    kept = _fold(body)
    runs = _runs(kept.split())
    words_of = _words(language)
    found: list[Line] = []
    for line in lines(raw, language):
        if not line.text.strip() or line.role == "headline":
            continue
        if line.role not in ARTICLE_ROLES:
            folded = _fold(line.text)
            if line.role == "duplicate" or folded.count(" ") < _RUN or folded not in kept:
                found.append(line)
            continue
        parts = sentences.split(line.text, 0, len(line.text), words_of)
        words = [line.text[part.start : part.end] for part in parts] or [line.text.strip()]
        left = [part for part in words if not _stands(part, kept, runs)]
        if left:
            text = line.text if len(left) == len(words) else " ".join(left)
            found.append(replace(line, text=text, role="other"))
    return tuple(found)


def absent(raw: str, passages: Sequence[str]) -> tuple[int, ...]:
    """The places of the passages that do not stand in a capture, white space, hard breaks
    and quotation marks aside."""
    text = " ".join(row.text for row in rows(raw)) if markup.is_html(raw) else raw
    whole = _fold(text)
    runs = _runs(whole.split())
    found: list[int] = []
    at = 0
    for n, passage in enumerate(passages):
        folded = _fold(passage)
        # The words at both ends may be glued to others in the capture.
        if not _runs(folded.split()[1:-1]) <= runs:
            found.append(n)
            continue
        here = whole.find(folded, at)
        if here < 0:
            here = whole.find(folded)
        if here < 0:
            found.append(n)
        else:
            at = here + len(folded)
    return tuple(found)


def _fold(text: str) -> str:
    return " ".join(_LINK_MARK.sub("", text).translate(_QUOTES).split())


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    columns: Iterable[Sequence[str]] = (words[n:] for n in range(_RUN))
    return set(zip(*columns, strict=False))


def _stands(passage: str, kept: str, runs: set[tuple[str, ...]]) -> bool:
    folded = _fold(passage)
    own = _runs(folded.split())
    if not own:
        return folded in kept
    return len(own & runs) >= _KNOWN * len(own)
