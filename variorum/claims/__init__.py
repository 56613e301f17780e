"""Document and its paragraphs -> claims, by an ordered list of small rules, one a file."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from variorum.claims import clauses, dates, figures, kinds, trim, words, worth
from variorum.claims.grammar import Grammar, grammar
from variorum.claims.words import Words
from variorum.model import (
    ARTICLE_ROLES,
    Claim,
    Document,
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
    found: dict[Span, Claim] = {}
    for number, paragraph in enumerate(paragraphs):
        if paragraph.role not in ARTICLE_ROLES:
            continue
        for sentence in paragraph.sentences:
            for claim in _sentence(document, read, sentence, number, paragraph.role, rules):
                found.setdefault(claim.span, claim)
    return _named(document.slug, [found[span] for span in sorted(found)])


def _sentence(
    document: Document, read: Words, sentence: Span, number: int, role: str, rules: Grammar
) -> list[Claim]:
    span = read.within(sentence)
    mentions = dates.find(read, span, document.meta.published, document.language)
    taken = [False] * len(span)
    for mention in mentions:
        for n in range(mention.first, mention.last + 1):
            taken[n - span.start] = True
    numbers = figures.find(read, span, taken, document.language)
    out = []
    edges = trim.edges(read, span.start, span.stop - 1, rules) if span else None
    if edges is None:
        return []
    for clause in clauses.split(read, *edges, numbers, rules):
        kept = trim.edges(read, clause.first, clause.last, rules)
        if kept is None:
            continue
        place = read.span(*kept)
        mine = tuple(figure for figure in numbers if place.covers(figure.span))
        title = role != "body"
        if worth.is_claim(read, *kept, rules, title=title, figured=bool(mine)):
            when = next(
                (m.when for m in mentions if kept[0] <= m.first <= kept[1] and m.when), None
            )
            out.append(
                Claim(
                    "",
                    document.slug,
                    place,
                    document.quote(place),
                    kinds.of(read, *kept, mine, rules),
                    sentence,
                    number,
                    figures=mine,
                    when=when,
                    rule=clause.rule,
                )
            )
    return out


def _named(slug: str, found: list[Claim]) -> tuple[Claim, ...]:
    """The claims with their ids; the same words a second time get another."""
    seen: Counter[str] = Counter()
    out = []
    for claim in found:
        words_of = " ".join(claim.quote.split())
        out.append(replace(claim, id=claim_id(slug, claim.quote, seen[words_of])))
        seen[words_of] += 1
    return tuple(out)
