"""Who says what: every stretch of an article that it hands on from somebody.

``read`` finds them; ``speakers_for`` asks them about one stretch. A language without a
pack has none. Everything is linear in the text's length.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from variorum.claims import names
from variorum.claims.attribution import cues, sentences
from variorum.claims.attribution.lexicon import Lexicon, lexicon
from variorum.claims.attribution.speakers import Memory, Speaker
from variorum.model import ARTICLE_ROLES, Document, Paragraph, Span

Style = Literal["direct", "indirect", "mixed", "according-to", "headline", "inherited"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue, who it names and what it hands on."""

    cue: Span
    """The whole lead-in or tail, as trimming removes it: "according to X," or ", X said".
    Empty (start equals end) where the style is ``inherited``."""
    content: tuple[Span, ...]
    """What is said, in order; more than one where the cue stands in the middle."""
    speakers: tuple[str, ...]
    """Nearest speaker first, original outlet last; pronouns resolved to names."""
    sentence: Span
    """The sentence of the cue."""
    style: Style
    verb: str = ""
    """Plain form of the cue verb ("say"), or the phrase ("according to")."""
    act: bool = False
    """Whether saying it is itself a deed (announce, vow, deny): the statement may be the
    point, and the speaker then stays in the claim."""
    belief: bool = False
    """Whether it is believed, hoped or feared rather than said."""


def read(document: Document, paragraphs: tuple[Paragraph, ...]) -> tuple[Attribution, ...]:
    """Every attribution of a document, by place of its sentence and cue."""
    lex = lexicon(document.language)
    if lex is None:
        return ()
    memory = Memory(document, names.find(document, paragraphs), lex)
    article = [(n, p) for n, p in enumerate(paragraphs) if p.role in ARTICLE_ROLES]
    found: list[Attribution] = []
    for s in sentences.of(document.text, article, lex.triggers):
        found += _of_sentence(document, s, memory, lex)
    return tuple(sorted(found, key=lambda a: (a.sentence, a.cue, a.content)))


def _of_sentence(
    document: Document, s: sentences.Sentence, memory: Memory, lex: Lexicon
) -> list[Attribution]:
    cued = cues.find(s, lex) if not lex.triggers.isdisjoint(s.low) else []
    who: list[tuple[Speaker, ...]] = []
    made = []
    for cue in cued:
        speakers = _speakers(s, cue, who, memory)
        who.append(speakers)
        for speaker in speakers[:1]:
            memory.remember(speaker)
        if cue.groups <= {"cite"} and made and speakers:
            old = made[-1]
            chain = tuple(dict.fromkeys((speakers[0].name, *old.speakers)))
            made[-1] = Attribution(
                old.cue, old.content, chain, old.sentence, old.style, old.verb, old.act, old.belief
            )
            continue
        attribution = _made(s, cue, speakers, lex)
        if attribution is not None:
            made.append(attribution)
    if not cued:
        memory.notice(s)
    return made


def _speakers(
    s: sentences.Sentence, cue: cues.Cue, who: list[tuple[Speaker, ...]], memory: Memory
) -> tuple[Speaker, ...]:
    found: list[Speaker] = []
    if cue.speaker is not None:
        one = memory.resolve(s, *cue.speaker)
        if one is not None:
            found.append(one)
    elif 0 <= cue.same < len(who):
        found += who[cue.same]
    if cue.outlet is not None:
        outlet = memory.resolve(s, *cue.outlet)
        if (
            outlet is not None
            and names.fold(outlet.name).removeprefix("the ") in memory.lex.outlets
        ):
            found.append(outlet)
    return tuple(found)


def _made(
    s: sentences.Sentence, cue: cues.Cue, speakers: tuple[Speaker, ...], lex: Lexicon
) -> Attribution | None:
    content = tuple(
        Span(s.start[a], s.end[b - 1]) for a, b in cue.content if 0 <= a < b <= len(s.low)
    )
    if not content or not speakers:
        return None
    quoted = [s.low[a:b] for a, b in cue.content]
    style: Style = "indirect"
    if cue.style == "according-to":
        style = "according-to"
    elif all(set(q) <= {sentences.QUOTE, ","} for q in quoted):
        style = "direct"
    elif any(sentences.QUOTE in q for q in quoted):
        style = "mixed"
    return Attribution(
        Span(s.start[cue.begin], s.end[cue.end - 1]),
        content,
        tuple(dict.fromkeys(speaker.name for speaker in speakers)),
        s.span,
        style,
        cue.verb,
        "act" in cue.groups and "say" not in cue.groups,
        cue.groups == {"belief"},
    )


def speakers_for(span: Span, attributions: Iterable[Attribution]) -> tuple[str, ...]:
    """Who says a stretch: the speakers of every attribution whose content holds most of it.

    The narrowest content comes first, so that "X said that Y told Z" gives Y before X.
    """
    holding = []
    for attribution in attributions:
        for content in attribution.content:
            shared = min(span.end, content.end) - max(span.start, content.start)
            if 2 * shared >= span.end - span.start:
                holding.append((content.end - content.start, content.start, attribution))
                break
    holding.sort(key=lambda h: h[:2])
    return tuple(dict.fromkeys(name for *_, a in holding for name in a.speakers))
