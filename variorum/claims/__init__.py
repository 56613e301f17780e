"""Document and its paragraphs -> claims, by an ordered list of small rules, one a file."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.claims import (
    attribution,
    clauses,
    dates,
    events,
    figures,
    kinds,
    names,
    places,
    regions,
    restatements,
    timelines,
    trim,
    words,
    worth,
)
from variorum.claims.attribution import Attribution
from variorum.claims.datewords import Mention
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
    Event,
    Figure,
    Paragraph,
    Span,
    claim_id,
)

_UNREAD = Event()
"""The event of a claim before ``events`` has read it."""


def find(document: Document, paragraphs: tuple[Paragraph, ...]) -> tuple[Claim, ...]:
    """The claims of one document, by span; none in a language without a pack."""
    rules = grammar(document.language)
    if rules is None:
        return ()
    read = rules.marked(words.cut(document.text, document.language))
    printed = names.find(document, paragraphs)
    told: defaultdict[int, list[Attribution]] = defaultdict(list)
    quotations = attribution.quoted(document, paragraphs)
    for one in attribution.read(document, paragraphs, printed, quotations):
        told[one.sentence.start].append(one)
    article = timelines.outside(document, read, paragraphs)
    starts = [mention.span.start for mention in printed]
    found: list[Claim] = []
    seen: Counter[str] = Counter()
    before: list[Figure] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.role not in ARTICLE_ROLES:
            continue
        for sentence in article[number]:
            reader = _Sentence(
                document,
                read,
                rules,
                paragraph,
                number,
                sentence,
                told[sentence.start],
                quotations[number],
                printed,
                starts,
                seen,
                before,
            )
            found += reader.claims()
    claims = restatements.mark(tuple(found), paragraphs)
    return events.annotate(document, paragraphs, claims, read)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence and all that its claims are made from."""

    document: Document
    words: Words
    rules: Grammar
    paragraph: Paragraph
    number: int
    span: Span
    told: Sequence[Attribution]
    """Its attributions."""
    quotations: Sequence[Span]
    """What stands between quotation marks in the paragraph."""
    names: Sequence[names.Mention]
    """Every name printed in the document, in order."""
    starts: Sequence[int]
    """Where each name starts."""
    seen: Counter[str]
    """How many claims of the document so far have the same words."""
    before: list[Figure]
    """The figures of the sentence before; replaced by those of this one."""

    def claims(self) -> list[Claim]:
        """The claims of the sentence, by span."""
        span = self.words.within(self.span)
        mentions = dates.find(
            self.words, span, self.document.meta.published, self.document.language
        )
        numbers = self._figures(span, mentions)
        cut: dict[tuple[int, int], tuple[Clause, Region]] = {}
        for region in regions.of(self.words, self.span, self.told, self.rules):
            for edges, clause in self._clauses(region, numbers):
                cut.setdefault(edges, (clause, region))
        made = [self._claim(edges, *cut[edges], mentions, numbers) for edges in sorted(cut)]
        return [claim for claim in made if claim]

    def _figures(self, span: range, mentions: Sequence[Mention]) -> tuple[Figure, ...]:
        """The figures of the sentence; a length of time that only dates a count is none."""
        taken = [False] * len(span)
        for mention in mentions:
            if not mention.lasting:
                for n in range(mention.first, mention.last + 1):
                    taken[n - span.start] = True
        numbers = figures.find(self.words, span, taken, self.document.language, self.before)
        if any(figure.kind in WEIGHTY for figure in numbers):
            periods = [self.words.span(m.first, m.last) for m in mentions if m.lasting]
            numbers = tuple(f for f in numbers if not any(p.covers(f.span) for p in periods))
        self.before[:] = numbers
        return numbers

    def _where(self, edges: tuple[int, int]) -> tuple[str, ...]:
        """The places named from one word to another, each once, in order."""
        named = places.find(self.words, range(edges[0], edges[1] + 1), self.document.language)
        return tuple(dict.fromkeys(place.written for place in named))

    def _names(self, place: Span) -> tuple[str, ...]:
        """The names printed inside a span, each once, in order."""
        first = bisect_left(self.starts, place.start)
        last = bisect_left(self.starts, place.end, first)
        return tuple(dict.fromkeys(mention.text for mention in self.names[first:last]))

    def _clauses(
        self, region: Region, numbers: Sequence[Figure]
    ) -> Iterator[tuple[tuple[int, int], Clause]]:
        """The clauses of a region, each with the first and last word that it states with."""
        edges = trim.edges(self.words, region.first, region.last, self.rules)
        if edges is None:
            return
        for clause in clauses.split(self.words, edges, numbers, region.aside, self.rules):
            edges = trim.edges(self.words, clause.first, clause.last, self.rules)
            if edges is not None:
                yield edges, clause

    def _claim(
        self,
        edges: tuple[int, int],
        clause: Clause,
        region: Region,
        mentions: Sequence[Mention],
        numbers: Sequence[Figure],
    ) -> Claim | None:
        place = self.words.span(*edges)
        mine = tuple(figure for figure in numbers if place.covers(figure.span))
        dated = [m for m in mentions if edges[0] <= m.first <= edges[1]]
        quoted = any(quotation.covers(place) for quotation in self.quotations)
        act = region.act if region.act and place.start < region.act.start < place.end else None
        speakers = (
            attribution.speakers_for(act or place, self.told, act is not None) if self.told else ()
        )
        setting = Setting(
            self.paragraph.role != "body", bool(mine), bool(dated), quoted, not (speakers or quoted)
        )
        if not worth.is_claim(self.words, *edges, self.rules, setting):
            return None
        when = next((m.when for m in dated if m.when), None)
        quote = self.document.quote(place)
        return Claim(
            self._id(quote),
            self.document.slug,
            place,
            quote,
            "statement" if act else kinds.of(self.words, edges, mine, self.rules),
            self.span,
            self.number,
            speakers,
            figures=mine,
            when=when,
            where=self._where(edges),
            names=self._names(place),
            event=_UNREAD,
            rule=clause.rule,
        )

    def _id(self, quote: str) -> str:
        """The id of a claim; the same words a second time get another."""
        words_of = " ".join(quote.split())
        self.seen[words_of] += 1
        return claim_id(self.document.slug, quote, self.seen[words_of] - 1)
