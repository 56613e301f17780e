"""Where rulings lie in the documents, and the claims that editors make there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    claim_id,
)
from variorum.problems import Level, Problem
from variorum.quotes import Finder, claim_at

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

    documents: tuple[Document, ...]
    paragraphs: dict[str, tuple[Paragraph, ...]]
    claims: dict[str, tuple[Claim, ...]]
    """For each article its claims, by span."""
    finder: Finder
    problems: list[Problem] = field(default_factory=list)

    def tell(self, ruling: Ruling, fault: str, remedy: str = "", level: Level = "warning") -> None:
        """Add a problem of a ruling."""
        self.problems.append(Problem(ruling.file, ruling.line, fault, remedy, level))

    def span(self, at: Quoted, ruling: Ruling) -> Span | None:
        """Where a quotation stands; None, and a warning, where it has no one place."""
        place = self.finder.place(at)
        if place.span is None:
            self.tell(ruling, f"{place.fault}; the ruling is not applied", place.remedy)
        elif not self.holds(at.article, place.span):
            fault = f'"{at.quote}" runs over more than one paragraph; the ruling is not applied'
            self.tell(ruling, fault, "Quote from one sentence")
            return None
        return place.span

    def holds(self, article: str, span: Span) -> bool:
        """Whether a stretch lies inside one paragraph."""
        return self._paragraph(article, span) is not None

    def claim(self, article: str, span: Span) -> Claim | None:
        """The claim at a place."""
        return claim_at(span, self.claims[article])

    def make(self, wanted: Iterable[Wanted]) -> None:
        """Add the claims that rulings need, each place once."""
        for want in sorted(wanted, key=lambda want: (want.article, want.span, want.on, want.by)):
            if all(claim.span != want.span for claim in self.claims[want.article]):
                self._add(want.article, want.span, want.by)

    def _add(self, article: str, span: Span, by: str) -> None:
        document = next(document for document in self.documents if document.slug == article)
        standing = self.claims[article]
        number = self._paragraph(article, span)
        assert number is not None  # span() let nothing else through
        near = claim_at(span, standing) or next(
            (claim for claim in standing if claim.sentence.overlaps(span)), None
        )
        figures = {
            figure.span: figure
            for claim in standing
            for figure in claim.figures
            if span.covers(figure.span)
        }
        kind: Kind = near.kind if near else "event"
        made = Claim(
            _free_id(document, span, standing),
            article,
            span,
            document.quote(span),
            "figure" if figures and not near else kind,
            self._sentence(article, number, span),
            number,
            attributed_to=near.attributed_to if near else (),
            figures=tuple(figures[at] for at in sorted(figures)),
            when=near.when if near else None,
            where=tuple(w for w in near.where if w in document.quote(span)) if near else (),
            names=tuple(n for n in near.names if n in document.quote(span)) if near else (),
            rule="ruling",
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
