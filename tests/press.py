"""A small archive made by hand, for the tests of pages: three reports of an invented flood."""

from __future__ import annotations

from dataclasses import replace

from variorum import edtf
from variorum.model import (
    Archive,
    Block,
    Capture,
    Claim,
    Document,
    Figure,
    Line,
    Matter,
    Metadata,
    Origin,
    Paragraph,
    Relation,
    Run,
    Site,
    Span,
    claim_id,
)

TEXTS = {
    "courier": (
        "Flood leaves 40 dead in Arlen",
        'The flood killed 40 people, the mayor said. "We lost the bridge," she said.',
        "The dam had been inspected in May.",
    ),
    "herald": (
        "Arlen counts its dead",
        "At least 58 people died in the flood. The bridge was swept away.",
    ),
    "wire": (
        "Dam was never inspected",
        "The dam was not inspected, an engineer told the Courier. The bridge was lost.",
    ),
}
DATES = {"courier": "2031-03-02", "herald": "2031-03-04~", "wire": "2031-03-05/.."}
CLAIMS = {
    "killed": ("courier", "The flood killed 40 people", 1, ("the mayor",)),
    "bridge": ("courier", "We lost the bridge", 1, ("the mayor",)),
    "inspected": ("courier", "The dam had been inspected in May", 2, ()),
    "headline": ("courier", "Flood leaves 40 dead", 0, ()),
    "died": ("herald", "At least 58 people died in the flood", 1, ()),
    "swept": ("herald", "The bridge was swept away", 1, ()),
    "never": ("wire", "The dam was not inspected", 1, ("an engineer", "the Courier")),
    "lost": ("wire", "The bridge was lost", 1, ("the Courier",)),
}
TIES = (
    ("killed", "died", "conflicts", None, ""),
    ("inspected", "never", "conflicts", None, ""),
    ("bridge", "swept", "corroborates", "independent", ""),
    ("bridge", "lost", "corroborates", "shared-origin", "the Courier"),
    ("swept", "lost", "corroborates", "unknown", ""),
)


def document(slug: str, **known: object) -> Document:
    """One of the three articles, its metadata changed as given."""
    lines = TEXTS[slug]
    text = "\n\n".join(lines)
    blocks = tuple(Block("paragraph", p.span, (Run(p.span),)) for p in paragraphs(slug)[1:])
    meta = Metadata(
        lines[0],
        outlet=slug.title(),
        published=edtf.read(DATES[slug]),
        origins=(Origin("the Courier"),) if slug == "wire" else (),
        captures=(Capture(f"{slug}.txt", "ab" * 32),),
    )
    return Document(slug, text, replace(meta, **known), "en", blocks, f"content/{slug}.md")


def paragraphs(slug: str) -> tuple[Paragraph, ...]:
    """Its paragraphs, each sentence ending with a full stop."""
    found, start = [], 0
    for place, line in enumerate(TEXTS[slug]):
        sentences, at = [], start
        for part in line.split(". "):
            sentences.append(Span(at, at + len(part)))
            at += len(part) + 2
        role = "body" if place else "headline"
        found.append(Paragraph(Span(start, start + len(line)), role, tuple(sentences)))
        start += len(line) + 2
    return tuple(found)


def claim(name: str, **known: object) -> Claim:
    """One of the claims, by its short name."""
    slug, quote, place, speakers = CLAIMS[name]
    start = "\n\n".join(TEXTS[slug]).index(quote)
    span = Span(start, start + len(quote))
    sentence = next(s for p in paragraphs(slug) for s in p.sentences if s.start <= start < s.end)
    figures = {"killed": ("40 people", 40.0, 40.0), "died": ("At least 58 people", 58.0, None)}
    counted = ()
    if name in figures:
        words, low, high = figures[name]
        at = start + quote.index(words)
        counted = (Figure(Span(at, at + len(words)), low, high, "people", "", "count", "person"),)
    made = Claim(
        claim_id(slug, quote), slug, span, quote, "event", sentence, place, speakers, counted
    )
    return replace(made, **known)


def archive(**known: object) -> Archive:
    """The whole archive; ``known`` replaces its fields."""
    slugs = sorted(TEXTS)
    claims = {name: claim(name) for name in CLAIMS}
    claims["headline"] = replace(claims["headline"], restates=claims["killed"].id)
    relations = []
    for a, b, kind, independence, origin in TIES:
        first, second = sorted((claims[a].id, claims[b].id))
        reason = f"Both speak of it: {a} and {b}."
        relations.append(Relation(first, second, kind, independence, origin, reason, 0.9))
    toll = Matter("toll", "How many died?", (claims["killed"].id, claims["died"].id))
    bridge = Matter(
        "bridge", "What became of the bridge?", tuple(claims[n].id for n in ("bridge", "swept"))
    )
    made = Archive(
        site=Site("Arlen", tagline="Three reports of one flood", contact="desk@example.org"),
        documents=tuple(document(slug) for slug in slugs),
        paragraphs=tuple(paragraphs(slug) for slug in slugs),
        furniture=((Line(3, "Share this", "share"),), (), ()),
        claims=tuple(sorted(claims.values(), key=lambda c: (c.document, c.span))),
        relations=tuple(sorted(relations, key=lambda r: (r.a, r.b))),
        suggestions=(),
        matters=(bridge, toll),
    )
    return replace(made, **known)
