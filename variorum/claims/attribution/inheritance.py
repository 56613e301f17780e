"""Sentences without a cue that a speaker named nearby still says."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from variorum.claims.attribution.lexicon import Lexicon
from variorum.claims.attribution.records import Attribution
from variorum.claims.names import fold
from variorum.model import Paragraph, Span

MOSTLY = 0.8
"""Share of a sentence that must be quoted for it to be a quotation."""
SHORT = 6
"""Sentences a paragraph may have for an account in it to be taken as going on."""
BULLETS = ("- ", "--", "– ", "— ", "• ", "* ", "· ", "•")
"""Beginnings of a paragraph that is one entry of a list."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def quoted(
    paragraph: Paragraph,
    quotes: tuple[Span, ...],
    made: list[Attribution],
    running: Attribution | None,
) -> list[Attribution]:
    """Adds the sentences of a paragraph that are quotation and have no cue of their own.

    They are said by the quoted speaker beside them in the paragraph or, where the whole
    paragraph is quotation, by ``running``, the last one of the paragraph before.
    """
    quoting = [a for a in made if a.style in ("direct", "mixed")]
    whole = bool(quotes) and not made and share(paragraph.span, quotes) > MOSTLY
    if not quoting and not (whole and running is not None):
        return made
    cued = {a.sentence for a in made}
    added: list[Attribution] = []
    source = quoting[0] if quoting else running
    later = iter([*quoting, None])
    following = next(later)
    for sentence in paragraph.sentences:
        while following is not None and following.sentence.start <= sentence.start:
            source, following = following, next(later)
        if source is not None and sentence not in cued and share(sentence, quotes) > MOSTLY:
            added.append(_inherited(source, sentence))
    return sorted([*made, *added], key=lambda a: (a.sentence, a.cue))


def continued(
    text: str, paragraph: Paragraph, made: list[Attribution], lex: Lexicon
) -> list[Attribution]:
    """Adds the sentences that plainly go on with what somebody was just said to say.

    An outlet's account goes on to the end of a short paragraph; another only in sentences
    that open by pointing back.
    """
    if not made or len(paragraph.sentences) > SHORT:
        return made
    out: list[Attribution] = []
    last: Attribution | None = None
    rest = iter([*made, None])
    following = next(rest)
    for sentence in paragraph.sentences:
        here: list[Attribution] = []
        while following is not None and following.sentence.start <= sentence.start:
            here.append(following)
            following = next(rest)
        out += here
        if here:
            last = here[-1] if not (here[-1].act or here[-1].belief) else None
        elif last is not None and _goes_on(text, sentence, last, lex):
            out.append(_inherited(last, sentence))
        else:
            last = None
    return out


def listed(
    paragraph: Paragraph, made: list[Attribution], heads: tuple[str, ...]
) -> list[Attribution]:
    """Adds the sentences of one entry in a list that somebody's name heads."""
    cued = {a.sentence for a in made}
    entry = Attribution(paragraph.span, (), heads, paragraph.span, "inherited")
    added = [_inherited(entry, s) for s in paragraph.sentences if s not in cued]
    return sorted([*made, *added], key=lambda a: (a.sentence, a.cue))


def _goes_on(text: str, sentence: Span, last: Attribution, lex: Lexicon) -> bool:
    """Whether a sentence still belongs to the account of the one before."""
    printed = _WORD.findall(text[sentence.start : sentence.end])
    words = [word.lower() for word in printed]
    if not words or any(w in lex.words.negatives for w in words) or text[sentence.end - 1] == "?":
        return False
    if words[0] in lex.words.pointing and printed[1:2] and printed[1][0].islower():
        # After "Ines Berg said", "she" is Ines Berg, of whom the article goes on to tell.
        own = words[0] in lex.words.singular and lex.words.nouns.isdisjoint(
            fold(last.speakers[0]).split()
        )
        return not own
    told = [w.lower() for w in _WORD.findall(text[last.cue.start : last.cue.end])]
    outlet = fold(last.speakers[-1]).split()
    outlet = outlet[1:] if outlet[:1] and outlet[0] in lex.words.definite else outlet
    return (
        not lex.words.objects.isdisjoint(told[-1:])
        or " ".join(outlet) in lex.outlets
        or not lex.words.outlet_words.isdisjoint(outlet)
    )


def share(span: Span, quotes: tuple[Span, ...]) -> float:
    """How much of a stretch is quoted, 0 to 1; ``quotes`` are in order and apart."""
    first = bisect_right(quotes, span.start, key=attrgetter("end"))
    last = bisect_left(quotes, span.end, key=attrgetter("start"))
    shared = sum([min(q.end, span.end) - max(q.start, span.start) for q in quotes[first:last]])
    return shared / max(1, span.end - span.start)


def _inherited(source: Attribution, sentence: Span) -> Attribution:
    nothing = Span(sentence.start, sentence.start)
    return Attribution(nothing, (sentence,), source.speakers, sentence, "inherited", source.verb)
