"""Document and its paragraphs -> claims, by an ordered list of small rules, one a file."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
from variorum.claims.attribution.sentences import quotations
from variorum.claims.datewords import Mention
from variorum.claims.grammar import Grammar, grammar
from variorum.claims.joints import Clause
from variorum.claims.regions import Region
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
    read = words.cut(document.text)
    told = regions.by_paragraph(attribution.read(document, paragraphs), paragraphs)
    article = timelines.outside(document, read, paragraphs)
    printed = names.find(document, paragraphs)
    found: dict[Span, Claim] = {}
    for number, paragraph in enumerate(paragraphs):
        if paragraph.role not in ARTICLE_ROLES:
            continue
        quotes = quotations(document.text, paragraph.span)
        for sentence in article[number]:
            reader = _Sentence(
                document, read, rules, paragraph, number, sentence, told[number], quotes, printed
            )
            for claim in reader.claims():
                found.setdefault(claim.span, claim)
    claims = _named(document.slug, [found[span] for span in sorted(found)])
    claims = restatements.mark(claims, paragraphs)
    return events.annotate(document, paragraphs, claims)


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
    quotations: Sequence[Span]
    """What stands between quotation marks in the paragraph."""
    names: Sequence[names.Mention]
    """Every name printed in the document, in order."""

    def claims(self) -> list[Claim]:
        """The claims of the sentence, in order."""
        span = self.words.within(self.span)
        mentions = dates.find(
            self.words, span, self.document.meta.published, self.document.language
        )
        taken = [False] * len(span)
        for mention in mentions:
            for n in range(mention.first, mention.last + 1):
                taken[n - span.start] = True
        numbers = figures.find(self.words, span, taken, self.document.language)
        return [
            claim
            for region in regions.of(self.words, self.span, self.told, self.rules)
            for claim in self._region(region, mentions, numbers)
        ]

    def _where(self, edges: tuple[int, int]) -> tuple[str, ...]:
        """The places named from one word to another, each once, in order."""
        named = places.find(self.words, range(edges[0], edges[1] + 1), self.document.language)
        return tuple(dict.fromkeys(place.written for place in named))

    def _region(
        self, region: Region, mentions: Sequence[Mention], numbers: Sequence[Figure]
    ) -> list[Claim]:
        edges = trim.edges(self.words, region.first, region.last, self.rules)
        if edges is None:
            return []
        cut = clauses.split(self.words, edges, numbers, region.aside, self.rules)
        made = (self._claim(clause, region, mentions, numbers) for clause in cut)
        return [claim for claim in made if claim]

    def _claim(
        self, clause: Clause, region: Region, mentions: Sequence[Mention], numbers: Sequence[Figure]
    ) -> Claim | None:
        edges = trim.edges(self.words, clause.first, clause.last, self.rules)
        if edges is None:
            return None
        place = self.words.span(*edges)
        mine = tuple(figure for figure in numbers if place.covers(figure.span))
        dated = [m for m in mentions if edges[0] <= m.first <= edges[1]]
        quoted = any(quotation.covers(place) for quotation in self.quotations)
        act = region.act if region.act and place.overlaps(region.act) else None
        speakers = attribution.speakers_for(act or place, self.told)
        setting = Setting(
            self.paragraph.role != "body", bool(mine), bool(dated), quoted, not (speakers or quoted)
        )
        if not worth.is_claim(self.words, *edges, self.rules, setting):
            return None
        when = next((m.when for m in dated if m.when), None)
        return Claim(
            "",
            self.document.slug,
            place,
            self.document.quote(place),
            "statement" if act else kinds.of(self.words, edges, mine, self.rules),
            self.span,
            self.number,
            speakers,
            figures=mine,
            when=when,
            where=self._where(edges),
            names=_within(self.names, place),
            rule=clause.rule,
        )


def _within(printed: Sequence[names.Mention], place: Span) -> tuple[str, ...]:
    """The names printed inside a span, each once, in order."""
    first = bisect_left(printed, place.start, key=lambda mention: mention.span.start)
    last = bisect_left(printed, place.end, key=lambda mention: mention.span.start)
    return tuple(dict.fromkeys(mention.text for mention in printed[first:last]))


def _named(slug: str, found: list[Claim]) -> tuple[Claim, ...]:
    """The claims with their ids; the same words a second time get another."""
    seen: Counter[str] = Counter()
    out = []
    for claim in found:
        words_of = " ".join(claim.quote.split())
        out.append(replace(claim, id=claim_id(slug, claim.quote, seen[words_of])))
        seen[words_of] += 1
    return tuple(out)
