"""Whose knowledge a claim is, decided once for every page, list and file.

``whence`` is the only place that says so; all that is written of it is made from what it
finds, so that no two pages can tell it differently.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.model import Claim
from variorum.views.index import Index
from variorum.views.people import outlet, with_bodies


@dataclass(frozen=True, slots=True)
class Whence:
    """What a claim rests on; names as the authorities prefer them."""

    speakers: tuple[str, ...]
    """Who says so by the claim's own sentence, nearest first; empty where the article does."""
    origins: tuple[str, ...]
    """Where the knowledge comes from; never the article's own outlet."""
    through: tuple[str, ...]
    """By whom it reached the article, beside the speakers."""
    names: tuple[str, ...]
    """Everybody without whose word the article would not have it."""


def whence(index: Index, claim: Claim) -> Whence:
    """Whose knowledge a claim is, as far as its article and its links tell.

    The original at the end of its chain of speakers; without one, what the article says its
    paragraph rests on, else the whole of it. A link that names an origin of both its claims
    adds that one, unless the claim names it, or a part of it, already. What an article rests
    on where its sentence names somebody else is the way by which it has that; the body of that
    somebody is the original.
    """
    found = index.whence.get(claim.id)
    if found is None:
        found = index.whence[claim.id] = _whence(index, claim)
    return found


def _whence(index: Index, claim: Claim) -> Whence:
    own = index.listed(outlet(index, index.documents[claim.document]))
    speakers = tuple(dict.fromkeys(map(index.name, claim.attributed_to)))
    followed = _followed(index, claim, own)
    bodies = with_bodies(index, speakers[-1:])[1:]
    direct = [name for name in followed if name in bodies] or list(speakers[-1:] or followed)
    for relation in index.relations.get(claim.id, ()):
        name = index.name(relation.origin)
        if name and index.listed(name) != own and name not in with_bodies(index, direct):
            direct.append(name)
    known = with_bodies(index, (*speakers, *direct))
    return Whence(
        speakers,
        tuple(direct),
        tuple(name for name in followed if speakers and name not in known),
        tuple(dict.fromkeys((*direct, *followed))),
    )


def origins_of(index: Index, claim: Claim) -> tuple[str, ...]:
    """Everything a claim rests on, as lists know it."""
    return tuple(dict.fromkeys(map(index.listed, whence(index, claim).names)))


def origin_of(index: Index, claim: Claim) -> str:
    """Everything a claim rests on, in words; empty where nothing is known."""
    found = whence(index, claim)
    return _through(index, index.words.listing(found.origins), found)


def voice(index: Index, claim: Claim) -> str:
    """Who says so, from whom and through whom; empty where the article says so itself."""
    found = whence(index, claim)
    told = ""
    for speaker in found.speakers:
        told = index.words.say("frame.via", speaker=told, outlet=speaker) if told else speaker
    known = index.words.listing(name for name in found.origins if name not in found.speakers)
    if told and known:
        told = index.words.say("frame.via", speaker=told, outlet=known)
    elif known:
        told = index.words.say("frame.after", names=known)
    return _through(index, told, found)


def teller(index: Index, claim: Claim) -> str:
    """Who says so, with the outlet named where no speaker is: never empty."""
    found = whence(index, claim)
    if found.speakers:
        return voice(index, claim)
    name = outlet(index, index.documents[claim.document])
    if found.origins:
        known = index.words.listing(found.origins)
        return index.words.say("frame.via", speaker=name, outlet=known)
    return index.words.say("frame.outlet_itself", outlet=name)


def _through(index: Index, told: str, found: Whence) -> str:
    if not found.through:
        return told
    names = index.words.listing(found.through)
    return index.words.say("frame.through", told=told, names=names)


def _followed(index: Index, claim: Claim, own: str) -> tuple[str, ...]:
    """What the article says the claim's paragraph rests on, else what the whole of it does."""
    for whole in (False, True):
        found = dict.fromkeys(_article_origins(index, claim, whole=whole))
        if names := tuple(name for name in found if index.listed(name) != own):
            return names
    return ()


def _article_origins(index: Index, claim: Claim, *, whole: bool) -> Iterator[str]:
    document = index.documents[claim.document]
    paragraphs = index.paragraphs.get(claim.document, ())
    at = paragraphs[claim.paragraph].span if claim.paragraph < len(paragraphs) else None
    for origin in document.meta.origins:
        covered = at is not None and any(
            document.text.startswith(opening, at.start, at.end) for opening in origin.covers
        )
        if (whole and not origin.covers) or (not whole and covered):
            yield index.name(origin.name)
