"""Who says what: every stretch of an article that it hands on from somebody.

``read`` finds them; ``speakers_for`` asks them about one stretch. A language without a
pack has none. Everything is linear in the text's length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.claims.attribution import (
    cues,
    inheritance,
    introduced,
    posts,
    sentences,
    stretches,
    tokens,
)
from variorum.claims.attribution.lexicon import lexicon
from variorum.claims.attribution.recent import Speaker
from variorum.claims.attribution.records import Attribution, Cue, Style
from variorum.claims.attribution.sentences import Sentence
from variorum.claims.attribution.speakers import Memory
from variorum.claims.attribution.tokens import Tokens
from variorum.claims.names import Mention
from variorum.claims.words import Words
from variorum.model import ARTICLE_ROLES, Document, Paragraph, Span

_SHORT = 120
"""Letters of a sentence that only tells who said the one before, at most."""

__all__ = ["Attribution", "Style", "quoted", "read", "speakers_for"]


def read(
    document: Document,
    paragraphs: tuple[Paragraph, ...],
    printed: tuple[Mention, ...],
    quotations: Sequence[tuple[Span, ...]],
    words: Words,
) -> tuple[Attribution, ...]:
    """Every attribution of a document, by place of its sentence and cue.

    ``printed`` are the names ``names.find`` reads in it, ``quotations`` what ``quoted`` finds
    in each of its paragraphs, ``words`` what ``heads.read`` tells of its words.
    """
    lex = lexicon(document.language)
    if lex is None:
        return ()
    memory = Memory(document, printed, lex)
    text = tokens.read(document.text, lex.typography)
    cued = [words.starts[n] for n in words.cues]
    found: list[Attribution] = []
    running: Attribution | None = None
    heads: tuple[str, ...] = ()
    for paragraph, quotes in zip(paragraphs, quotations, strict=True):
        if paragraph.role in ARTICLE_ROLES:
            memory.open(paragraph.span)
            made = _of_paragraph(text, cued, paragraph, quotes, memory)
            made = inheritance.quoted(paragraph, quotes, made, running)
            made = inheritance.continued(document.text, paragraph, made, lex)
            entry = document.text.startswith(inheritance.BULLETS, paragraph.span.start)
            if entry and heads:
                made = inheritance.listed(paragraph, made, heads)
            elif not entry:
                heads = introduced.heading(paragraph, memory)
            found += made
            running = made[-1] if made else None
            memory.leading = memory.leading or introduced.owner(paragraph, memory)
            if memory.leading:
                running = Attribution(
                    Span(paragraph.span.end, paragraph.span.end),
                    (),
                    memory.leading,
                    paragraph.span,
                    "inherited",
                )
    if posts.HANDLE in document.text:
        told = {one.sentence for one in found}
        shown = posts.read(document, paragraphs)
        found += [one for one in shown if one.sentence not in told]
    return tuple(sorted(found, key=_place))


def _place(one: Attribution) -> tuple[int, int, int, int, tuple[Span, ...]]:
    return one.sentence.start, one.sentence.end, one.cue.start, one.cue.end, one.content


def quoted(document: Document, paragraphs: tuple[Paragraph, ...]) -> list[tuple[Span, ...]]:
    """For each paragraph its quotations; none outside the article."""
    return [
        sentences.quotations(document.text, paragraph.span)
        if paragraph.role in ARTICLE_ROLES
        else ()
        for paragraph in paragraphs
    ]


def _of_paragraph(
    text: Tokens,
    cued: Sequence[int],
    paragraph: Paragraph,
    quotes: tuple[Span, ...],
    memory: Memory,
) -> list[Attribution]:
    """The attributions of a paragraph that have a cue of their own.

    ``cued`` are the places of words without one of which no sentence is looked at.
    """
    made: list[Attribution] = []
    first = 0
    before: Span | None = None
    for span in paragraph.sentences:
        while first < len(quotes) and quotes[first].end <= span.start:
            first += 1
        last = first
        while last < len(quotes) and quotes[last].start < span.end:
            last += 1
        found: list[Attribution] = []
        headline = paragraph.role == "headline"
        labelled = first < last and ":" in text.folded[span.start : quotes[first].start]
        trigger = bisect_left(cued, span.start)
        triggered = trigger < len(cued) and cued[trigger] < span.end
        if headline or labelled or triggered:
            s = sentences.cut(
                text,
                span,
                quotes[first:last],
                memory.lex,
                names=memory.edges(span),
                headline=headline,
            )
            found = [a for piece in sentences.pieces(s) for a in _of_sentence(piece, memory)]
        if (
            triggered
            and not found
            and before is not None
            and not (made and made[-1].sentence == before)
        ):
            found = _shouted(text, before, span, quotes[max(0, first - 1) : last], memory)
        if not found or not memory.recent.personal:
            memory.notice(span, quotes[first:last])
        made += found
        before = span
    return made


def _shouted(
    text: Tokens, said: Span, span: Span, quotes: tuple[Span, ...], memory: Memory
) -> list[Attribution]:
    """Who said the sentence before, where its mark parts it from them: ""Never!" Berg wrote."."""
    closed = next((q.end for q in quotes if q.start < said.end <= q.end <= span.start), None)
    short = span.end - span.start < _SHORT
    if closed is None or not short or text.text[closed - 2 : closed - 1] not in sentences.SHOUTS:
        return []
    whole = Span(said.start, span.end)
    s = sentences.cut(text, whole, quotes, memory.lex, names=memory.edges(span))
    return [
        replace(one, cue=Span(said.start, said.start), content=(said,), sentence=said)
        for one in _of_sentence(s, memory)[:1]
        if one.style == "direct" and one.content[0].start < span.start
    ]


def _of_sentence(s: Sentence, memory: Memory) -> list[Attribution]:
    who: list[tuple[Speaker, ...]] = []
    made: list[Attribution] = []
    cited: tuple[Speaker, ...] = ()
    outer: tuple[int, Speaker] | None = None
    for cue in cues.find(s):
        speakers = _speakers(s, cue, who, memory)
        if cue.cites and not made:
            cited = speakers
            continue
        who.append(speakers)
        speakers, cited = (*cited, *speakers), ()
        if speakers:
            memory.recent.place = s.span.start
            latest = memory.describe(speakers[0], _beside(s, cue))._replace(spoke=True)
            memory.recent.remember(latest)
            if outer is not None and cue.begin < outer[0]:
                # Who tells what another said is who goes on.
                memory.recent.remember(outer[1])
            elif _goes_on(s, cue):
                outer = cue.content[-1][1], latest
            if len(speakers) > 1 and cue.outlet is None and not cue.cites:
                memory.recent.pair(*speakers[:2])
        if cue.cites and made and speakers:
            chain = tuple(dict.fromkeys((speakers[0].name, *made[-1].speakers)))
            made[-1] = replace(made[-1], speakers=chain)
        elif cue.content and speakers:
            made.append(_made(s, cue, speakers))
        elif speakers and s.low[-1] == ":" and cue.end == s.stop:
            memory.leading = tuple(dict.fromkeys(speaker.name for speaker in speakers))
    return made


def _goes_on(s: Sentence, cue: Cue) -> bool:
    """Whether a cue leads into all that follows: "X said that Y wants", not "when X said so, Y"."""
    if cue.style == "according-to" or s.low[0] in s.lex.words.subordinators:
        return False
    return bool(cue.content) and cue.content[-1][0] > cue.begin


def _beside(s: Sentence, cue: Cue) -> tuple[str, ...]:
    """The words of a cue that describe who speaks, up to the verb: behind it stands who listens."""
    first = cue.speaker[1] if cue.speaker else cue.begin
    verb = next((n for n in range(first, cue.end) if s.low[n] in s.lex.verbs), cue.end)
    return s.low[cue.begin : verb]


def _speakers(
    s: Sentence, cue: Cue, who: list[tuple[Speaker, ...]], memory: Memory
) -> tuple[Speaker, ...]:
    """Who a cue names, nearest first."""
    found: list[Speaker] = []
    if cue.style == "headline" and cue.speaker and memory.merely_named(s, *cue.speaker):
        return ()
    if cue.speaker is not None and stretches.share(s, *cue.speaker):
        return ()
    if cue.speaker is not None:
        found += memory.resolve(s, *cue.speaker, [one for said in who for one in said])
    elif cue.follows and who:
        found += who[-1]
    if cue.teller is not None:
        found += memory.resolve(s, *cue.teller)
    if cue.outlet is not None and found:
        outlet = memory.outlet(s, *cue.outlet)
        found += [outlet] if outlet is not None else []
    return tuple(found)


def _made(s: Sentence, cue: Cue, speakers: tuple[Speaker, ...]) -> Attribution:
    style: Style = cue.style or "indirect"
    if not cue.style and sentences.QUOTE in s.low:
        said = {low for a, b in cue.content for low in s.low[a:b]}
        if sentences.QUOTE in said:
            style = "direct" if said <= {sentences.QUOTE, ","} else "mixed"
    return Attribution(
        s.span_of(cue.begin, cue.end),
        tuple([s.span_of(a, b) for a, b in cue.content]),
        tuple(dict.fromkeys([speaker.name for speaker in speakers])),
        s.span,
        style,
        cue.verb,
        cue.presumes or ("act" in cue.groups and "say" not in cue.groups),
        cue.presumes,
        cue.groups == {"belief"},
    )


def _told_of(deed: Attribution, span: Span, holding: list[tuple[int, int, Attribution]]) -> bool:
    """Whether a deed of speech stands in a stretch as something another speaker tells."""
    return (
        deed.act
        and (span.covers(deed.cue) or span in deed.content)
        and any(
            c.covers(deed.cue) for *_, other in holding if other is not deed for c in other.content
        )
    )


def speakers_for(
    span: Span, attributions: Iterable[Attribution], deed: bool = False
) -> tuple[str, ...]:
    """Who says a stretch: the speakers of every attribution whose content holds most of it.

    ``deed`` tells that the stretch is what is said in a claim that also says who did so.

    The narrowest content comes first, so that "X said that Y told Z" gives Y before X.
    """
    holding = []
    for attribution in attributions:
        for content in attribution.content:
            extent = content
            if span.covers(attribution.cue) and attribution.style != "inherited":
                extent = Span(
                    min(content.start, attribution.cue.start), max(content.end, attribution.cue.end)
                )
            told = deed or span.covers(attribution.cue)
            if attribution.presumes and not (told and span.covers(content)):
                continue
            shared = min(span.end, extent.end) - max(span.start, extent.start)
            if 2 * shared >= span.end - span.start:
                holding.append((content.end - content.start, content.start, attribution))
                break
    if len(holding) > 1:
        holding = [h for h in holding if not _told_of(h[2], span, holding)]
    holding.sort(key=lambda h: h[:2])
    return tuple(dict.fromkeys([name for *_, a in holding for name in a.speakers]))
