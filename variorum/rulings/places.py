"""Where rulings lie in the documents, and the claims that editors make there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.model import (
    Claim,
    ClaimRuling,
    Document,
    Kind,
    Paragraph,
    Quoted,
    RelationRuling,
    Span,
    When,
    claim_id,
)
from variorum.problems import Level, Problem
from variorum.quotes import Finder, Named, claim_at, named

RULE = "ruling"
"""What a claim that the program did not mark names as the rule that proposed it."""

NOT_APPLIED = "the ruling is not applied"
FOLLOWS = "the ruling follows it"

Ruling = ClaimRuling | RelationRuling


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim that an editor needs and the program did not make."""

    article: str
    span: Span
    by: str
    on: str = ""


@dataclass(slots=True)
class Ground:
    """The documents with the claims standing so far, and the problems met."""

    documents: Mapping[str, Document]
    """By slug."""
    paragraphs: dict[str, tuple[Paragraph, ...]]
    claims: dict[str, tuple[Claim, ...]]
    """For each article its claims, by span."""
    finder: Finder
    problems: list[Problem] = field(default_factory=list)

    def tell(self, ruling: Ruling, fault: str, remedy: str = "", level: Level = "warning") -> None:
        """Add a problem of a ruling."""
        self.problems.append(Problem(ruling.file, ruling.line, fault, remedy, level))

    def span(self, at: Quoted, ruling: Ruling) -> Span | None:
        """Where a quotation stands; None where it has no one place. What changed is told."""
        place = self.finder.place(at)
        if place.span is None:
            self.tell(ruling, f"{place.fault}; {NOT_APPLIED}", place.remedy)
        elif not self.holds(at.article, place.span):
            fault = f'"{at.quote}" runs over more than one paragraph; {NOT_APPLIED}'
            self.tell(ruling, fault, "Quote from one sentence")
            return None
        elif place.fault:
            self.tell(ruling, f"{place.fault}; {FOLLOWS}", place.remedy)
        return place.span

    def holds(self, article: str, span: Span) -> bool:
        """Whether a stretch lies inside one paragraph."""
        return self._paragraph(article, span) is not None

    def named(self, article: str, span: Span) -> Named:
        """The claim that the words at a place name."""
        document = self.documents[article]
        return named(span, document.quote(span), self.claims[article], document.language)

    def claim(self, article: str, span: Span, ruling: Ruling) -> Claim | None:
        """The same; told where it is marked otherwise than it was quoted."""
        found = self.named(article, span)
        if found.claim and found.near:
            words = self.documents[article].quote(span)
            fault = f'"{words}" is marked as "{found.near.quote}"; {FOLLOWS}'
            self.tell(ruling, fault, "Quote the claim as it is marked now")
        return found.claim

    def unmarked(self, article: str, span: Span, ruling: Ruling) -> None:
        """Tell that the words at a place are no claim; the nearest may say another thing."""
        fault = f'"{self.documents[article].quote(span)}" is no claim'
        near = self.named(article, span).near
        if near:
            remedy = "Quote the claim as it is marked now, or remove the ruling"
            self.tell(ruling, f'{fault}; the nearest is "{near.quote}"; {NOT_APPLIED}', remedy)
        elif ruling.ruling == "reject":
            fault = f"{fault}, so there is nothing to reject"
            self.tell(ruling, fault, "The ruling can stay or go", "note")
        else:
            whole = isinstance(ruling, ClaimRuling)
            remedy = "Add the claim" if whole else "Give it a type and a reason"
            self.tell(ruling, f"{fault}; {NOT_APPLIED}", f"{remedy}, or remove the ruling")

    def make(self, wanted: Iterable[Wanted]) -> None:
        """Add the claims that rulings need, each place once."""
        for want in sorted(wanted, key=lambda want: (want.article, want.span, want.on, want.by)):
            if all(claim.span != want.span for claim in self.claims[want.article]):
                self._add(want.article, want.span, want.by)

    def _add(self, article: str, span: Span, by: str) -> None:
        document = self.documents[article]
        standing = self.claims[article]
        number = self._paragraph(article, span)
        assert number is not None  # span() let nothing else through
        words = document.quote(span)
        sentence = self._sentence(article, number, span)
        beside = [claim for claim in standing if claim.sentence.overlaps(sentence)]
        near = claim_at(span, standing) or next((c for c in beside if c.span.covers(span)), None)
        figures = {f.span: f for claim in beside for f in claim.figures if span.covers(f.span)}
        kind: Kind = near.kind if near else "figure" if figures else "event"
        made = Claim(
            _free_id(document, span, standing),
            article,
            span,
            words,
            kind,
            sentence,
            number,
            attributed_to=near.attributed_to if near else (),
            figures=tuple(figures[at] for at in sorted(figures)),
            when=_when(words, near, beside),
            where=_inside(words, (claim.where for claim in beside)),
            names=_inside(words, (claim.names for claim in beside)),
            rule=RULE,
            made_by=by,
        )
        self.claims[article] = by_span((*standing, made))

    def _paragraph(self, article: str, span: Span) -> int | None:
        numbered = enumerate(self.paragraphs[article])
        return next((n for n, paragraph in numbered if paragraph.span.covers(span)), None)

    def _sentence(self, article: str, number: int, span: Span) -> Span:
        """The sentence a span stands in, or all of those it touches."""
        paragraph = self.paragraphs[article][number]
        touched = [sentence for sentence in paragraph.sentences if sentence.overlaps(span)]
        ends = [span, *touched]
        return Span(min(end.start for end in ends), max(end.end for end in ends))


def _free_id(document: Document, span: Span, standing: Sequence[Claim]) -> str:
    taken = {claim.id for claim in standing}
    nth = 0
    while (made := claim_id(document.slug, document.quote(span), nth)) in taken:
        nth += 1
    return made


def _when(words: str, near: Claim | None, beside: Sequence[Claim]) -> When | None:
    """The date that a claim's own words give, else the one its surroundings lend it."""
    own = (claim.when for claim in beside if claim.when and claim.when.text in words)
    lent = near.when if near and near.when and near.when.text not in near.quote else None
    return next(own, lent)


def _inside(words: str, names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The names that stand in the words, in the order in which they were met."""
    return tuple(dict.fromkeys(name for some in names for name in some if name in words))


def by_span(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in the order of their text."""
    return tuple(sorted(claims, key=lambda claim: (claim.span, claim.id)))


def earliest(rulings: Iterable[Ruling]) -> Ruling:
    """Of rulings that say the same, the one that counts."""
    return min(rulings, key=lambda ruling: (ruling.on, ruling.by, ruling.file, ruling.line))


def contradiction(ground: Ground, one: Ruling, other: Ruling, about: str) -> None:
    """Tell that two rulings cannot both hold."""
    first, second = sorted((one, other), key=lambda ruling: (ruling.file, ruling.line))
    ground.tell(
        second,
        f"contradicts the ruling at {first.file}:{first.line} on the same {about}",
        "Keep one of the two",
        "error",
    )
