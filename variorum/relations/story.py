"""Document × document: whether two articles tell one story, by the rare words both live on.

A feature of the pair alone: both are measured against the language's background frequencies,
never against the archive, so no third article moves it; and it reads the same from both sides.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from variorum.languages.lexicon import Entry

RARE = 0.3
"""Words commoner than this stand in articles on anything."""
ONE_STORY = 0.22
"""Likeness from which two articles are held to tell one story, so that what ties their claims
may be published: every pair of articles of one event that was tried lies well above it, few
pairs drawn at random do, and lower values let no more through that was right."""
KINDRED = 0.12
"""Likeness from which their claims are compared for an editor at all; lower, since an archive's
articles are there because somebody held them to belong together."""
MOST = 32
"""Articles with whose claims those of one are compared at most, the most alike first, so that
the work grows as the archive does."""
LATER = 45
"""Days between two articles from which they must be more alike to tell one story."""
LATER_STORY = 0.45
"""The likeness that they must have then."""


class Story:
    """What one article lives on: its rare words and names, each weighed by how often it comes."""

    __slots__ = ("_published", "weights")

    def __init__(self, entries: Iterable[Entry], published: str) -> None:
        self._published = published
        rare = [(e.key, e.weight) for e in entries if e.weight >= RARE and e.kind != "number"]
        weights: dict[str, float] = {}
        for (key, told), count in Counter(rare).items():
            weights[key] = max((1 + math.log(count)) * told, weights.get(key, 0.0))
        size = math.sqrt(math.fsum(w * w for w in weights.values()))
        self.weights = {key: w / size for key, w in weights.items()}

    def likeness(self, other: Story) -> float:
        """The cosine of both, 0 to 1."""
        a, b = self.weights, other.weights
        return round(math.fsum(a[key] * b[key] for key in a.keys() & b.keys()), 4)

    def least(self, other: Story) -> float:
        """The likeness from which the two are held to tell one story."""
        try:
            apart = date.fromisoformat(self._published) - date.fromisoformat(other._published)
        except ValueError:
            return ONE_STORY
        return LATER_STORY if abs(apart.days) > LATER else ONE_STORY


class Stories:
    """The articles of one run, and which of them are alike."""

    __slots__ = ("_having", "_known", "_stories")

    def __init__(self, stories: Mapping[str, Story]) -> None:
        self._stories = stories
        self._known: dict[str, dict[str, bool]] = {}
        self._having: dict[str, list[tuple[str, float]]] = {}
        """Word -> the articles that have it, with its weight there."""
        for slug, story in stories.items():
            for word, weight in story.weights.items():
                self._having.setdefault(word, []).append((slug, weight))

    def one(self, a: str, b: str) -> bool:
        """Whether two articles tell one story."""
        known = self._known.get(a, {}).get(b)
        if known is None:
            mine, other = self._stories[a], self._stories[b]
            known = mine.likeness(other) >= mine.least(other)
        return known

    def tied(self, slug: str) -> Mapping[str, bool]:
        """The articles of which it is worth an editor's time to compare what they claim with
        what one does, and whether they tell one story."""
        known = self._known.get(slug)
        if known is None:
            mine = self._stories[slug]
            alike = [(-mine.likeness(self._stories[b]), b) for b in self._likeliest(slug)]
            known = self._known[slug] = {
                b: -unlike >= mine.least(self._stories[b])
                for unlike, b in sorted(alike)
                if -unlike >= KINDRED
            }
        return known

    def _likeliest(self, slug: str) -> list[str]:
        """The articles that may be most like one: the sums depend a little on the order."""
        sums: defaultdict[str, float] = defaultdict(float)
        for word, weight in self._stories[slug].weights.items():
            for other, its in self._having[word]:
                sums[other] += weight * its
        sums.pop(slug, None)
        near = [(-round(like, 4), other) for other, like in sums.items() if like > KINDRED / 2]
        return [other for _, other in sorted(near)[:MOST]]
