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
    worth,
)
from variorum.claims.attribution import Attribution
from variorum.claims.datewords import Mention
from variorum.claims.drafts import Draft
from variorum.claims.grammar import Grammar, grammar
from variorum.claims.joints import Clause
from variorum.claims.regions import Region
from variorum.claims.weights import WEIGHTY
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
    for one in attribution.read(document, paragraphs, printed, quotations):
        told[one.sentence.start].append(one)
    article = _Article(
        document, words, rules, printed, [mention.span.start for mention in printed], {}, []
    )
    kept = timelines.outside(document, words, paragraphs)
    drafts = [
        draft
        for number, paragraph in enumerate(paragraphs)
        if paragraph.role in ARTICLE_ROLES
        for span in kept[number]
        for draft in _Sentence(
            article, paragraph.role, number, span, told.get(span.start, ()), quotations[number]
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
    """Words of the claims so far -> how many claims before had them too."""
    before: list[Figure]
    """The figures of the sentence before; replaced by those of this one."""

    def identify(self, quote: str) -> str:
        """The id of a claim; the same words a second time get another."""
        words = " ".join(quote.split())
        nth = self.seen[words] = self.seen.get(words, -1) + 1
        return claim_id(self.document.slug, words, nth)

    def named(self, place: Span) -> tuple[str, ...]:
        """The names printed inside a span, each once, in order."""
        first = bisect_left(self.starts, place.start)
        last = bisect_left(self.starts, place.end, first)
        return tuple(dict.fromkeys([mention.text for mention in self.names[first:last]]))


class _Sentence(NamedTuple):
    """One sentence and what its claims are made from."""

    article: _Article
    role: str
    number: int
    """Of its paragraph."""
    span: Span
    told: Sequence[Attribution]
    """Its attributions."""
    quotations: Sequence[Span]
    """What stands between quotation marks in the paragraph."""

    def claims(self) -> Iterator[Draft]:
        """The claims of the sentence, by span."""
        document, words, rules = self.article.document, self.article.words, self.article.rules
        span = words.within(self.span)
        mentions = dates.find(words, span, document.meta.published, document.language)
        numbers = self._figures(span, mentions)
        cut: dict[tuple[int, int], tuple[Clause, Region]] = {}
        for region in regions.of(words, self.span, self.told, rules):
            for edges, clause in self._clauses(region, numbers):
                cut.setdefault(edges, (clause, region))
        made = [
            draft
            for edges in sorted(cut)
            for clause, region in (cut[edges],)
            if (draft := self._draft(edges, clause, region.act, mentions, numbers))
        ]
        yield from made or self._statement(span, mentions, numbers)

    def _statement(
        self, span: range, mentions: Sequence[Mention], numbers: Sequence[Figure]
    ) -> Iterator[Draft]:
        """The sentence as somebody's statement, where nothing in it is a claim by itself."""
        words, rules = self.article.words, self.article.rules
        edges = trim.edges(words, span.start, span.stop - 1, rules) if span else None
        if self.role != "body" or not self.told or edges is None:
            return
        one = statements.told(self.told, self._quoted(words.span(*edges)))
        if one and not worth.asks(words, *edges):
            yield self._made(edges, "said", True, one.speakers, mentions, numbers)

    def _figures(self, span: range, mentions: Sequence[Mention]) -> tuple[Figure, ...]:
        """The figures of the sentence; a length of time that only dates a count is none."""
        words, before = self.article.words, self.article.before
        taken = {n for m in mentions if not m.lasting for n in range(m.first, m.last + 1)}
        numbers = figures.find(words, span, taken, self.article.document.language, before)
        if any(figure.kind in WEIGHTY for figure in numbers):
            periods = [words.span(m.first, m.last) for m in mentions if m.lasting]
            numbers = tuple(f for f in numbers if not any(p.covers(f.span) for p in periods))
        before[:] = numbers
        return numbers

    def _clauses(
        self, region: Region, numbers: Sequence[Figure]
    ) -> Iterator[tuple[tuple[int, int], Clause]]:
        """The clauses of a region, each with the first and last word that it states with."""
        words, rules = self.article.words, self.article.rules
        edges = trim.edges(words, region.first, region.last, rules)
        if edges is None:
            return
        for clause in clauses.split(words, edges, numbers, region.aside, rules):
            edges = trim.edges(words, clause.first, clause.last, rules)
            if edges is not None:
                yield edges, clause

    def _draft(
        self,
        edges: tuple[int, int],
        clause: Clause,
        act: Span | None,
        mentions: Sequence[Mention],
        numbers: Sequence[Figure],
    ) -> Draft | None:
        """The claim between two words, both included; None where they make none."""
        words, rules = self.article.words, self.article.rules
        place = words.span(*edges)
        figured = any(place.covers(figure.span) for figure in numbers)
        dated = any(edges[0] <= m.first <= edges[1] for m in mentions)
        quoted = self._quoted(place)
        if act and not place.start < act.start < place.end:
            act = None
        speakers = (
            attribution.speakers_for(act or place, self.told, act is not None) if self.told else ()
        )
        title, narrated = self.role != "body", not (speakers or quoted)
        setting = Setting(title, figured, dated, quoted, narrated)
        if not worth.is_claim(words, *edges, rules, setting):
            return None
        return self._made(edges, clause.rule, act is not None, speakers, mentions, numbers)

    def _made(
        self,
        edges: tuple[int, int],
        rule: str,
        act: bool,
        speakers: tuple[str, ...],
        mentions: Sequence[Mention],
        numbers: Sequence[Figure],
    ) -> Draft:
        """The record of a claim; ``act`` says that its point is that it was said."""
        document, words = self.article.document, self.article.words
        place = words.span(*edges)
        mine = tuple([figure for figure in numbers if place.covers(figure.span)])
        dated = [m for m in mentions if edges[0] <= m.first <= edges[1]]
        quote = document.quote(place)
        return Draft(
            self.article.identify(quote),
            document.slug,
            place,
            quote,
            "statement" if act else kinds.of(words, edges, mine, self.article.rules),
            self.span,
            self.number,
            speakers,
            mine,
            next((m.when for m in dated if m.when), None),
            places.named(words, edges, document.language),
            self.article.named(place),
            rule,
        )

    def _quoted(self, place: Span) -> bool:
        """Whether a quotation of the paragraph holds all of a stretch; they stand in order."""
        quotations = self.quotations
        n = bisect_right(quotations, place.start, key=attrgetter("start")) if quotations else 0
        return n > 0 and quotations[n - 1].covers(place)
