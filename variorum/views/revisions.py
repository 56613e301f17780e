"""What an outlet changed between the captures of an article, as shown."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model import Change, Document, Revision, Wording
from variorum.views.index import Index
from variorum.views.passages import shown


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A passage of two wordings."""

    what: str
    """Whether it was added, removed or reworded, in words."""
    before: tuple[Wording, ...]
    after: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class RevisionView:
    """From one capture to the next."""

    title: str
    summary: str
    """How many passages changed, in words; that none did."""
    changes: tuple[ChangeView, ...]


def revisions(index: Index, document: Document) -> tuple[RevisionView, ...]:
    """What changed from capture to capture; of an excerpt, only how much."""
    return tuple(_revision(index, document, one) for one in index.revisions.get(document.slug, ()))


def changed(index: Index, document: Document) -> int:
    """How many passages changed in all."""
    return sum(len(revision.changes) for revision in index.revisions.get(document.slug, ()))


def _revision(index: Index, document: Document, revision: Revision) -> RevisionView:
    words = index.words
    captures = document.meta.captures[revision.earlier : revision.earlier + 2]
    old, new = (
        words.say(
            "revision.capture",
            n=revision.earlier + n,
            taken=words.say("source.captured", date=words.stamp(capture.captured))
            if capture.captured
            else words.say("source.captured_unknown"),
        )
        for n, capture in enumerate(captures, 1)
    )
    kinds = [_kind(change) for change in revision.changes]
    parts = [words.count(f"revision.{kind}", kinds.count(kind)) for kind in _KINDS if kind in kinds]
    excerpt = index.excerpt(document)
    key = "revision.none" if not kinds else "revision.hidden" if excerpt else "revision.some"
    return RevisionView(
        words.say("revision.title", old=old, new=new),
        words.say(key, parts=words.listing(parts)),
        () if excerpt else tuple(_change(index, document, change) for change in revision.changes),
    )


_KINDS = ("removed", "added", "reworded")


def _kind(change: Change) -> str:
    if change.before and change.after:
        return "reworded"
    return "removed" if change.before else "added"


def _change(index: Index, document: Document, change: Change) -> ChangeView:
    return ChangeView(
        index.words.say(f"revision.is_{_kind(change)}"),
        _shown(index, document, change.before),
        _shown(index, document, change.after),
    )


def _shown(index: Index, document: Document, wordings: tuple[Wording, ...]) -> tuple[Wording, ...]:
    """The stretches with the quotation marks of the whole, which may stand astride them."""
    whole = shown(index, document, "".join(wording.text for wording in wordings))
    out, at = [], 0
    for wording in wordings:
        out.append(Wording(whole[at : at + len(wording.text)], wording.changed))
        at += len(wording.text)
    return tuple(out)
