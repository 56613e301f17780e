"""The rows of a page -> where on it the article runs, and which row is its headline.

Few features with round weights: every row is worth its words when it is prose and takes
something away when it is not, and the article is the run of rows with the greatest sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Role
from variorum.segment.phrases import Shape

_WORTH = 40
"""A row of prose counts for its words, up to so many: one long row is no article."""
_COSTS = {
    "comment": 40.0,
    "teaser": 15.0,
    "prompt": 12.0,
    "signoff": 10.0,
    "menu": 10.0,
    "advert": 10.0,
}
"""What a row of furniture takes away; comments cost most because they read like prose."""
_BULLET_COST, _PLAIN_COST = 6.0, 5.0
_ENOUGH = 200
"""The first run worth so many words is the article, however long the comments below it run."""
_LITTLE = 50
"""A run worth fewer words is no article with comments below it."""
PAGE, TEXT = 0.9, 0.5
"""Share of prose in the words from which a capture, or a text that was cleaned before, is
taken for an article with hardly anything around it."""
_BOX = 10
"""Rows of the longest box of links that stands inside an article."""
_UNDER = 5
"""Rows within which a heading speaks for what follows it."""
_REACH = 25
"""A headline stands at most so many rows above the first prose."""
_FULL = 6
"""Words of a headline from which more words make it no likelier."""
_PATH = ("»", "›", " / ", " > ")
"""Marks between the names of the sections a page stands in."""
_CLOSE = 0.75
"""A row just above the likeliest headline is the headline if it is nearly as likely."""
LONGEST_HEADLINE = 40
LONGEST_SUBHEAD = 14
REPEATS = 3
"""A line without an end that stands so often on a page is a button, not a headline."""


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of one page and what is known of it as a whole."""

    shapes: Sequence[Shape]
    own: Sequence[Role | None]
    """The furniture role each row shows by itself."""
    start: int
    """First row of the article, headline aside."""
    end: int
    """One past its last row."""
    column: int
    """Indent at which most of its words stand."""
    first: int
    """First row of prose in it; ``end`` when there is none."""
    headline: int | None

    def prose(self, n: int) -> bool:
        """Whether row ``n`` is running text and nothing marks it as furniture."""
        return self.shapes[n].prose and not self.own[n]


def read(shapes: Sequence[Shape], own: Sequence[Role | None], mostly: float) -> Page:
    """Find the article among the rows of a page; ``mostly`` is PAGE or TEXT."""
    column = _column(shapes, own, range(len(shapes)))
    worth = [_worth(shape, role, column) for shape, role in zip(shapes, own, strict=True)]
    if _prose_share(shapes, own) >= mostly:
        start, end = 0, len(shapes)
    else:
        start, end = _run(worth, own)
        column = _column(shapes, own, range(start, end))
        start, end = _widened(shapes, own, column, start, end)
    first = next((n for n in range(start, end) if shapes[n].prose and not own[n]), end)
    return Page(shapes, own, start, end, column, first, _headline(shapes, own, first, end))


def _prose_share(shapes: Sequence[Shape], own: Sequence[Role | None]) -> float:
    prose = sum(s.words for s, role in zip(shapes, own, strict=True) if s.prose and not role)
    return prose / max(1, sum(shape.words for shape in shapes))


def _widened(
    shapes: Sequence[Shape], own: Sequence[Role | None], column: int, start: int, end: int
) -> tuple[int, int]:
    """The run with the prose set in its column that a box of links cut off from it."""

    def belongs(n: int) -> bool:
        shape = shapes[n]
        return shape.prose and not own[n] and not shape.row.bullet and shape.row.indent == column

    reach = start
    for n in range(start - 1, -1, -1):
        if reach - n > _BOX or own[n] == "comment":
            break
        if belongs(n):
            reach = n
    start = reach
    for n in range(end, len(shapes)):
        if n - end > _BOX or own[n] in ("comment", "signoff"):
            break
        ends = n == end and shapes[n].ended and shapes[n].row.indent == column and not own[n]
        if belongs(n) or ends:
            end = n + 1
    return start, end


def _worth(shape: Shape, own: Role | None, column: int) -> float:
    if own:
        return -_COSTS.get(own, _PLAIN_COST)
    if shape.prose:
        aside = shape.row.bullet or shape.row.indent != column
        return min(shape.words, _WORTH) / (2 if aside else 1)
    return -_BULLET_COST if shape.row.bullet else -_PLAIN_COST


def _run(worth: Sequence[float], own: Sequence[Role | None]) -> tuple[int, int]:
    """The first run of rows worth enough, or the best there is (Kadane's algorithm)."""
    runs: list[tuple[float, int, int]] = []
    best, end = 0.0, 0
    total, begin = 0.0, 0
    for n, value in enumerate(worth):
        total += value
        if total > best:
            best, end = total, n + 1
        if total < 0:
            if best:
                runs.append((best, begin, end))
            best, total, begin = 0.0, 0.0, n + 1
    if best:
        runs.append((best, begin, end))
    # What opens under the heading of the comments is comments, however much there is of it.
    articles: list[tuple[float, int, int]] = []
    for run in runs:
        under = own[max(0, run[1] - _UNDER) : run[1]]
        if "comment" not in under or not any(total >= _LITTLE for total, _, _ in articles):
            articles.append(run)
    enough = min(_ENOUGH, max(articles)[0] / 2) if articles else 0.0
    return next(
        ((begin, end) for total, begin, end in articles if total >= enough), (0, len(worth))
    )


def _column(shapes: Sequence[Shape], own: Sequence[Role | None], among: range) -> int:
    words: Counter[int] = Counter()
    for n in among:
        if shapes[n].prose and not own[n]:
            words[shapes[n].row.indent] += shapes[n].words
    return min(words, key=lambda indent: (-words[indent], indent), default=0)


def _headline(
    shapes: Sequence[Shape], own: Sequence[Role | None], first: int, end: int
) -> int | None:
    """The row above the prose that most looks like the title, if none is marked as it."""
    marked = [n for n, shape in enumerate(shapes) if shape.row.hint == "headline"]
    if len(marked) == 1:
        return marked[0]
    below = range(first, min(end, first + _REACH))
    vocabulary = set().union(*(shapes[n].tokens for n in below if not own[n]))
    counted = Counter(shape.bare for shape in shapes)
    scores: dict[int, float] = {}
    for n in range(max(0, first - _REACH), min(first, len(shapes))):
        if not own[n]:
            scores[n] = _title(shapes[n], vocabulary, counted[shapes[n].bare])
            scores[n] += n == 0  # Most texts that are no page begin with their headline.
    best = max(scores, key=lambda n: (scores[n], -n), default=None)
    if best is None or scores[best] <= 0:
        return None
    # A standfirst shares more words with the article than the headline above it, and so
    # does a line of links that ends in the headline.
    for n in (best - 2, best - 1):
        if scores.get(n, 0) >= _CLOSE * scores[best] and shapes[best].bare not in shapes[n].bare:
            return n
    return best


def _title(shape: Shape, vocabulary: set[str], times: int) -> float:
    """How much a row looks like the headline: length, and words shared with the article."""
    if shape.words > LONGEST_HEADLINE or not shape.tokens:
        return 0.0
    shared = sum(token in vocabulary for token in shape.tokens) / len(shape.tokens)
    path = any(mark in shape.row.text for mark in _PATH) or shape.row.text.isupper()
    score = (1 + shared) * min(shape.words, _FULL) / 2 + 2 * (1 < times < REPEATS)
    return score - 3 * (shape.row.bullet + path) - 2 * (shape.ended + shape.row.text.endswith(")"))
