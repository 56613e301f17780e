"""What the pages of an archive weigh and cost: ``python -m tests.weigh [ARTICLES…]``.

Makes every page of archives of so many invented articles (5, 600 and 5,000 unless told) and
prints for each kind how many there are, how heavy the heaviest is (packed, as a web server sends
it) and the seconds of one core that they took. Claims, relations and matters are invented with
the articles, so that only the pages are measured.
"""

from __future__ import annotations

import gzip
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from variorum import edtf, plain, render
from variorum.model import (
    Archive,
    Claim,
    Document,
    Figure,
    Matter,
    Paragraph,
    Relation,
    Site,
    Span,
    claim_id,
)
from variorum.views import Page, pages

COUNTS = (5, 600, 5000)
TEMPLATES = Path(__file__).parents[1] / "templates"
SYLLABLES = ("bar", "den", "fol", "gam", "kel", "lin", "mor", "nes", "por", "rav", "sel", "tan")
TOLD = (1, 1, 2, 3, 5, 9)
"""By how many articles an event is told."""


@dataclass
class Weight:
    """What the pages of one template come to."""

    pages: int = 0
    seconds: float = 0.0
    heaviest: int = 0
    """Packed bytes of the heaviest page."""
    path: str = ""
    """That page."""


def main(arguments: list[str]) -> int:
    """Print a table for each number of articles."""
    for count in [int(argument) for argument in arguments] or COUNTS:
        archive = invented(count)
        held = f"{len(archive.claims):,} claims, {len(archive.relations):,} relations"
        print(f"\n{count:,} articles, {held}, {len(archive.matters):,} matters\n")
        print("| template | pages | seconds | heaviest, packed | which |")
        print("| --- | ---: | ---: | ---: | --- |")
        for template, weight in sorted(weigh(archive, pages(archive)).items()):
            size = f"{weight.heaviest / 1000:.1f} KB"
            row = (template, f"{weight.pages:,}", f"{weight.seconds:.2f}", size, weight.path)
            print(f"| {' | '.join(row)} |", flush=True)
    return 0


def weigh(archive: Archive, made: Iterator[Page]) -> dict[str, Weight]:
    """These pages of an archive, made one after the other, by template."""
    texts = {path.name: path.read_text("utf-8") for path in TEMPLATES.glob("*.html")}
    environment = render._environment("templates", texts)
    for name in texts:
        environment.get_template(name)
    found: dict[str, Weight] = {}
    while True:
        started = time.process_time()
        page = next(made, None)
        if page is None:
            return found
        data = render._page(environment, archive, page)
        weight = found.setdefault(page.template, Weight())
        weight.seconds += time.process_time() - started
        weight.pages += 1
        packed = len(gzip.compress(data, 6))
        if packed > weight.heaviest:
            weight.heaviest, weight.path = packed, page.path


def invented(articles: int) -> Archive:
    """Articles on events of six years, each told by a few outlets that do not all agree."""
    chance = random.Random(3)
    outlets = [f"{_word(chance)} Post" for _ in range(max(4, articles // 40))]
    speakers = [f"{_word(chance)} {_word(chance)}" for _ in range(max(8, articles // 3))]
    documents: list[tuple[Document, tuple[Paragraph, ...]]] = []
    claims: list[Claim] = []
    relations: list[Relation] = []
    matters: list[Matter] = []
    while len(documents) < articles:
        tellers = min(chance.choice(TOLD), articles - len(documents), len(outlets))
        told = list(_event(chance, len(documents), chance.sample(outlets, tellers), speakers))
        documents += [(document, paragraphs) for document, paragraphs, _ in told]
        claims += [claim for *_, its in told for claim in its]
        found = list(_relations([its for *_, its in told]))
        relations += found
        if found:
            ids = tuple(its[0].id for *_, its in told)
            matters.append(Matter(f"m-{ids[0]}", f"How many at {told[0][0].slug}?", ids))
    documents.sort(key=lambda row: row[0].slug)
    return Archive(
        site=Site("An invented archive"),
        documents=tuple(document for document, _ in documents),
        paragraphs=tuple(paragraphs for _, paragraphs in documents),
        furniture=((),) * articles,
        claims=tuple(sorted(claims, key=lambda claim: (claim.document, claim.span))),
        relations=tuple(sorted(relations, key=lambda relation: (relation.a, relation.b))),
        suggestions=(),
        matters=tuple(matters),
        revisions=((),) * articles,
    )


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=2)).capitalize()


def _event(
    chance: random.Random, first: int, outlets: list[str], speakers: list[str]
) -> Iterator[tuple[Document, tuple[Paragraph, ...], list[Claim]]]:
    """One event in the articles of these outlets, each with its three claims."""
    place, hurt = _word(chance), chance.randrange(5, 900)
    day = (
        f"{2025 + chance.randrange(6)}-{1 + chance.randrange(12):02}-{1 + chance.randrange(28):02}"
    )
    voices = chance.sample(speakers, 3)
    for n, outlet in enumerate(outlets, first):
        count = hurt if chance.random() < 0.6 else hurt + chance.randrange(1, 90)
        quotes = (
            f"{count} people were hurt in the fire at {place}",
            f"The fire at {place} began in a warehouse by the harbour",
            f"The council of {place} had refused to inspect the warehouse",
        )
        title = f"Fire at {place}"
        text = f"{title}\n\n{'. '.join(quotes)}."
        made = plain.document(f"fire-{n:05}", text, day)
        document = replace(made, meta=replace(made.meta, outlet=outlet))
        spans = []
        for quote in quotes:
            start = text.index(quote)
            spans.append(Span(start, start + len(quote)))
        body = Paragraph(Span(len(title) + 2, len(text)), "body", tuple(spans))
        head = Paragraph(Span(0, len(title)), "headline", (Span(0, len(title)),))
        figure = Figure(
            Span(spans[0].start, spans[0].start + len(f"{count} people")),
            float(count), float(count), "people", "", "count", "person",
        )  # fmt: skip
        yield document, (head, body), [
            Claim(
                claim_id(document.slug, quote), document.slug, span, quote,
                "event" if nth else "figure", span, 1,
                attributed_to=(chance.choice(voices),),
                figures=() if nth else (figure,),
                when=edtf.read(day),
            )
            for nth, (quote, span) in enumerate(zip(quotes, spans, strict=True))
        ]  # fmt: skip


def _relations(told: list[list[Claim]]) -> Iterator[Relation]:
    """The claims of the articles on one event, each with the same one of every other."""
    for n, mine in enumerate(told):
        for other in told[n + 1 :]:
            for one, two in zip(mine, other, strict=True):
                a, b = sorted((one.id, two.id))
                if one.figures and one.figures[0].low != two.figures[0].low:
                    yield Relation(a, b, "conflicts", None, "", "Two counts of one fire.", 0.9)
                elif one.attributed_to == two.attributed_to:
                    name = one.attributed_to[0]
                    yield Relation(a, b, "corroborates", "shared-origin", name, "One source.", 0.9)
                else:
                    yield Relation(a, b, "corroborates", "unknown", "", "The same.", 0.9)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
