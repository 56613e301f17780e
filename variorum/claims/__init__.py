"""Document and its paragraphs -> claims, by an ordered list of small rules, one a file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from variorum.claims import (
    attribution,
    clauses,
    dates,
    events,
    figures,
    heads,
    kinds,
    names,
    places,
    regions,
    restatements,
    statements,
    timelines,
    trim,
    weights,
    worth,
)
from variorum.claims.attribution import Attribution
from variorum.claims.datewords import Mention
from variorum.claims.drafts import Draft
from variorum.claims.grammar import Grammar, grammar
from variorum.claims.joints import Clause
from variorum.claims.regions import Region
from variorum.claims.weights import WEIGHTY, Weights
from variorum.claims.words import Words
from variorum.claims.worth import Setting
from variorum.model import (
    ARTICLE_ROLES,
    Claim,
    Document,
    Figure,
    Paragraph,
    Span,
    claim_id,
)


def find(document: Document, paragraphs: tuple[Paragraph, ...]) -> tuple[Claim, ...]:
    """The claims of one document, by span; none in a language without a pack."""
    rules = grammar(document.language)
    if rules is None:
        return ()
    words = heads.read(document.text, document.language)
    printed = names.find(document, paragraphs)
    told: defaultdict[int, list[Attribution]] = defaultdict(list)
    quotations = attribution.quoted(document, paragraphs)
    for one in attribution.read(document, paragraphs, printed, quotations, words):
        told[one.sentence.start].append(one)
    article = _Article(
        document, words, rules, printed, [mention.span.start for mention in printed], {}, []
    )
    placed = [
        [words.within(span) for span in paragraph.sentences]
        if paragraph.role in ARTICLE_ROLES
        else []
        for paragraph in paragraphs
    ]
    kept = timelines.kept(document, words, placed)
    drafts = [
        draft
        for number, paragraph in enumerate(paragraphs)
        for span, place in zip(paragraph.sentences, placed[number][: kept[number]], strict=False)
        for draft in _Sentence(
            article,
            paragraph.role,
            number,
            span,
            place,
            told.get(span.start, ()),
            quotations[number],
        ).claims()
    ]
    again = restatements.find(drafts, paragraphs)
    return tuple(
        Claim(*draft[:-1], event, polarity, again.get(n, ""), draft.rule)
        for n, (draft, (event, polarity)) in enumerate(
            zip(drafts, events.read(document, drafts, words), strict=True)
        )
    )


@dataclass(frozen=True, slots=True)
class _Article:
    """What the sentences of one document share."""

    document: Document
    words: Words
    rules: Grammar
    names: Sequence[names.Mention]
    """Every name printed in the document, in order."""
    starts: Sequence[int]
    """Where each name starts."""
    seen: dict[str, int]
    """Id of the first claim in some words -> how many more had them too."""
    before: list[Figure]
    """The figures of the sentence before; replaced by those of this one."""

    def identify(self, quote: str) -> str:
        """The id of a claim; the same words a second time get another."""
        first = claim_id(self.document.slug, quote)
        nth = self.seen[first] = self.seen.get(first, -1) + 1
        return claim_id(self.document.slug, quote, nth) if nth else first

    def named(self, place: Span) -> tuple[str, ...]:
        """The names printed inside a span, each once, in order."""
        first = bisect_left(self.starts, place.start)
        last = bisect_left(self.starts, place.end, first)
        return tuple(dict.fromkeys([mention.text for mention in self.names[first:last]]))


class _Stretch(NamedTuple):
    """A part of a sentence that may be a claim."""

    edges: tuple[int, int]
    """Its first and last word."""
    span: Span
    figures: tuple[Figure, ...]
    dates: Sequence[Mention]


@dataclass(slots=True)
class _Sentence:
    """One sentence and what its claims are made from."""

    article: _Article
    role: str
    number: int
    """Of its paragraph."""
    span: Span
    place: range
    """Its words."""
    told: Sequence[Attribution]
    """Its attributions."""
    quotations: Sequence[Span]
    """What stands between quotation marks in the paragraph."""

    def claims(self) -> Iterator[Draft]:
        """The claims of the sentence, by span."""
        document, words, rules = self.article.document, self.article.words, self.article.rules
        mentions = dates.find(words, self.place, document.meta.published, document.language)
        numbers = self._figures(mentions)
        weighed = weights.of(words, numbers)
        cut: dict[tuple[int, int], tuple[Clause, Region]] = {}
        for region in regions.of(words, self.place, self.told, rules):
            for edges, clause in self._clauses(region, weighed):
                cut.setdefault(edges, (clause, region))
        made, said = [], False
        for edges in sorted(cut):
            clause, region = cut[edges]
            draft = self._draft(self._stretch(edges, mentions, numbers), clause, region.act)
            if draft:
                made.append(draft)
                said = said or not region.speaker
        if not said:
            made += self._statement(mentions, numbers)
        yield from sorted(made, key=attrgetter("span"))

    def _statement(self, mentions: Sequence[Mention], numbers: Sequence[Figure]) -> Iterator[Draft]:
        """The sentence as somebody's statement, where nothing in it is a claim by itself."""
        if self.role != "body" or not (self.told and self.place):
            return
        words, rules = self.article.words, self.article.rules
        edges = trim.edges(words, self.place.start, self.place.stop - 1, rules)
        if edges is None:
            return
        part = self._stretch(edges, mentions, numbers)
        one = statements.told(self.told, self._quoted(part.span))
        if one and not worth.asks(words, *edges):
            yield self._made(part, "said", True, one.speakers)

    def _stretch(
        self, edges: tuple[int, int], mentions: Sequence[Mention], numbers: Sequence[Figure]
    ) -> _Stretch:
        span = self.article.words.span(*edges)
        return _Stretch(
            edges,
            span,
            tuple([one for one in numbers if span.covers(one.span)]) if numbers else (),
            [one for one in mentions if edges[0] <= one.first <= edges[1]] if mentions else (),
        )

    def _figures(self, mentions: Sequence[Mention]) -> tuple[Figure, ...]:
        """The figures of the sentence; a length of time that only dates a count is none."""
        words, before = self.article.words, self.article.before
        taken = {n for m in mentions if not m.lasting for n in range(m.first, m.last + 1)}
        numbers = figures.find(words, self.place, taken, self.article.document.language, before)
        periods = [words.span(m.first, m.last) for m in mentions if m.lasting]
        if periods and any(figure.kind in WEIGHTY for figure in numbers):
            numbers = tuple(f for f in numbers if not any(p.covers(f.span) for p in periods))
        before[:] = numbers
        return numbers

    def _clauses(
        self, region: Region, weighed: Weights
    ) -> Iterator[tuple[tuple[int, int], Clause]]:
        """The clauses of a region, each with the first and last word that it states with."""
        words, rules = self.article.words, self.article.rules
        edges = trim.edges(words, region.first, region.last, rules)
        if edges is None:
            return
        settled = trim.settled(words, edges[1], rules)
        for clause in clauses.split(words, edges, weighed, region.aside, rules):
            own = (clause.first, clause.last)
            kept = edges if settled and own == edges else trim.edges(words, *own, rules)
            if kept is not None:
                yield kept, clause

    def _draft(self, part: _Stretch, clause: Clause, act: Span | None) -> Draft | None:
        """The claim that a part of the sentence makes; None where it makes none."""
        quoted = self._quoted(part.span)
        if act and not part.span.start < act.start < part.span.end:
            act = None
        speakers: tuple[str, ...] = ()
        if self.told:
            speakers = attribution.speakers_for(act or part.span, self.told, act is not None)
        title, narrated = self._titled(*part.edges), not (speakers or quoted)
        counted = clause.rule in clauses.COUNTED
        setting = Setting(title, bool(part.figures), bool(part.dates), quoted, narrated, counted)
        if not worth.is_claim(self.article.words, *part.edges, self.article.rules, setting):
            return None
        return self._made(part, clause.rule, act is not None, speakers)

    def _titled(self, first: int, last: int) -> bool:
        """Whether it stands in a headline, or in a heading that states something."""
        rules, words = self.article.rules, self.article.words
        if self.role == "subhead":
            return rules.has_verb(words, first, last)
        return self.role != "body"

    def _made(self, part: _Stretch, rule: str, act: bool, speakers: tuple[str, ...]) -> Draft:
        """The record of a claim; ``act`` says that its point is that it was said."""
        edges, span, numbers, dated = part
        document, words = self.article.document, self.article.words
        quote = document.quote(span)
        return Draft(
            self.article.identify(quote),
            document.slug,
            span,
            quote,
            "statement" if act else kinds.of(words, edges, numbers, self.article.rules),
            self.span,
            self.number,
            speakers,
            numbers,
            next((m.when for m in dated if m.when), None),
            places.named(words, edges, document.language),
            self.article.named(span),
            rule,
        )

    def _quoted(self, place: Span) -> bool:
        """Whether a quotation of the paragraph holds all of a stretch; they stand in order."""
        quotations = self.quotations
        if not quotations:
            return False
        n = bisect_right(quotations, place.start, key=attrgetter("start"))
        return n > 0 and quotations[n - 1].covers(place)
