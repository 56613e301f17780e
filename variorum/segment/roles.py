"""The rows of a page -> their roles: from their words, their page, and the rows beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from variorum.model import Role
from variorum.segment import page, phrases
from variorum.segment.page import LONGEST_SUBHEAD, REPEATS, Page
from variorum.segment.phrases import LONGEST_CAPTION, Lexicon, Shape

_NEAR = 0.7
"""Share of a line's words that also stand in the headline when it only repeats it."""
_LONGEST_NAME = 5
_SHORTEST_STANDFIRST = 6
_SHORTEST_REPEAT = 10
"""Words of the shortest sentence that is not likely to be said twice."""
_HEADING = 4
"""Words of the longest heading ("Related stories") whose list follows it."""
_BYLINES: frozenset[Role] = frozenset({"byline", "dateline", "source", "comment", "share"})


def assign(shapes: Sequence[Shape], words: Lexicon, mostly: float = page.PAGE) -> list[Role]:
    """One role for each row, in order; ``mostly`` is page.TEXT for texts cleaned before."""
    own = [
        None if shape.row.hint == "headline" else shape.row.hint or phrases.role(shape, words)
        for shape in shapes
    ]
    _mark_repeated(shapes, own)
    _mark_captions(shapes, own, words)
    seen = page.read(shapes, own, mostly)
    if seen.headline is not None:
        _mark_echoes(shapes, own, seen.headline)
    roles: list[Role] = []
    for n in range(len(shapes)):
        roles.append(_role(seen, n, roles))
    return roles


def _mark_repeated(shapes: Sequence[Shape], own: list[Role | None]) -> None:
    """Buttons that stand again and again, and prose that stood before."""
    said = [shape.row.text.casefold() for shape in shapes]
    counted = Counter(said)
    before: set[str] = set()
    for n, shape in enumerate(shapes):
        button = counted[said[n]] >= REPEATS and not shape.ended
        again = shape.words >= _SHORTEST_REPEAT and said[n] in before
        if not own[n] and (button or again):
            own[n] = "duplicate"
        before.add(said[n])


def _mark_captions(shapes: Sequence[Shape], own: list[Role | None], words: Lexicon) -> None:
    """Captions: a scene, a date at its end, a credit under it; any two of the three."""
    for n, shape in enumerate(shapes):
        if own[n] or shape.words > LONGEST_CAPTION:
            continue
        below = shapes[n + 1] if n + 1 < len(shapes) else None
        credited = own[n + 1] == "credit" if below else False
        if phrases.scene(shape, words) + credited >= 2:
            own[n] = "caption"
        elif below and own[n + 1] == "caption" and not shape.ended and shape.bare in below.bare:
            own[n] = "caption"  # The same words stand again with their credit.


def _mark_echoes(shapes: Sequence[Shape], own: list[Role | None], headline: int) -> None:
    """Lines that only repeat the headline, or break off in the middle of it."""
    title = shapes[headline]
    known = set(title.tokens)
    for n, shape in enumerate(shapes):
        if n == headline or own[n] not in (None, "caption") or shape.words < 2:
            continue
        near = shape.words >= 4 and not shape.ended
        near = near and sum(map(known.__contains__, shape.tokens)) >= _NEAR * len(shape.tokens)
        cut = near and (shape.row.bullet or title.bare.startswith(shape.bare))
        if shape.bare == title.bare or (cut and not own[n]):
            own[n] = "duplicate"


def _role(seen: Page, n: int, above: Sequence[Role]) -> Role:
    own = seen.own[n]
    if n == seen.headline:
        return "headline"
    if own:
        return own
    if seen.headline is not None and seen.headline < n < seen.first:
        return _under_headline(seen, n, above)
    if not seen.start <= n < seen.end:
        return "menu" if seen.shapes[n].row.bullet else "other"
    return _prose(seen, n) if seen.shapes[n].prose else _short(seen, n, above)


def _prose(seen: Page, n: int) -> Role:
    if n == seen.first and _before_byline(seen, n):
        return "standfirst"
    return "caption" if _aside(seen, n) else "body"


def _before_byline(seen: Page, n: int) -> bool:
    """Whether byline or date stand right under the first prose."""
    below = next(
        (m for m in range(n + 1, min(n + 4, seen.end)) if seen.own[m] != "duplicate"), None
    )
    return below is not None and seen.own[below] in ("byline", "dateline")


def _under_headline(seen: Page, n: int, above: Sequence[Role]) -> Role:
    """Rows between the headline and the first prose."""
    shape = seen.shapes[n]
    between = set(above[(seen.headline or 0) + 1 :])
    if shape.words <= _LONGEST_NAME and shape.named >= 0.75 and not shape.ended:
        return "byline" if shape.words > 1 else "menu"
    if shape.row.bullet:
        return "menu"
    if shape.ended and shape.row.indent == seen.column:
        return "body"
    if shape.words >= _SHORTEST_STANDFIRST and not between & _BYLINES:
        return "standfirst"
    return "caption" if shape.words >= _SHORTEST_STANDFIRST else "other"


def _aside(seen: Page, n: int) -> bool:
    """Whether a row of prose stands alone, set deeper than the article's column."""
    row = seen.shapes[n].row
    # Only pages printed with their layout set the article itself in from the margin.
    if not 0 < seen.column < row.indent or row.bullet or seen.shapes[n].words > LONGEST_CAPTION:
        return False
    beside = [m for m in (n - 1, n + 1) if 0 <= m < len(seen.shapes)]
    return not row.text.startswith(('"', "“")) and all(
        seen.shapes[m].row.indent != row.indent for m in beside
    )


def _short(seen: Page, n: int, above: Sequence[Role]) -> Role:
    """Rows inside the article that are too short or too broken to be prose by themselves."""
    shape = seen.shapes[n]
    last = above[-1] if above else "other"
    deeper = shape.row.indent > seen.column
    if shape.row.bullet:
        return "body" if last in ("body", "subhead", "standfirst") else last
    if last == "teaser" and deeper and seen.shapes[n - 1].words <= _HEADING:
        return "teaser"
    if shape.ended:
        return "other" if shape.row.indent < seen.column else "body"
    if deeper:
        return "caption" if shape.words >= _LONGEST_NAME else "other"
    follows = n + 1 < seen.end and (seen.prose(n + 1) or seen.shapes[n + 1].row.bullet)
    return "subhead" if follows and shape.words <= LONGEST_SUBHEAD else "body"
