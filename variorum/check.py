"""The whole archive -> what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from variorum import edtf, prose
from variorum.model import (
    Archive,
    Authorities,
    ClaimRuling,
    Document,
    RelationRuling,
    Site,
    Span,
    When,
)
from variorum.problems import Problem

EARLIEST, LATEST = "1450", "2100"
"""Years between which a publication is dated: from the printing press to a slip of the key."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the archive is checked against."""

    captures: Mapping[str, str]
    """sha256 of each raw capture, by path below the captures folder."""
    absent: tuple[tuple[Span, ...], ...]
    """For each document the sentences of its body that its last capture does not hold."""
    languages: frozenset[str]
    """Languages of documents for which there is a pack."""
    rulings: tuple[ClaimRuling | RelationRuling, ...] = ()
    """Every ruling that could be read."""


def check(archive: Archive, evidence: Evidence, authorities_file: str) -> tuple[Problem, ...]:
    """Every problem of captures, bodies, addresses, dates, languages and authorities."""
    problems = list(_addresses(archive.documents))
    for document, absent in zip(archive.documents, evidence.absent, strict=True):
        problems += _captures(document, evidence.captures)
        problems += _absent(document, absent)
        problems += _corrections(document)
        problems += _dates(document)
        if document.language not in evidence.languages:
            line = document.line("language")
            fault = f'there is no language pack for "{document.language}"'
            remedy = "The article is shown and searched; mark its claims in its rulings"
            problems.append(Problem(document.file, line, fault, remedy, "warning"))
    problems += _astray(archive, evidence.rulings)
    problems += _editors(archive.site, evidence.rulings)
    problems += _authorities(archive.authorities, archive.documents, authorities_file)
    return tuple(problems)


def _addresses(documents: Iterable[Document]) -> Iterator[Problem]:
    """Articles whose addresses some file system or server takes for one."""
    owners: dict[str, Document] = {}
    for document in documents:
        key = unicodedata.normalize("NFC", document.slug).casefold()
        owner = owners.setdefault(key, document)
        if owner is not document:
            fault = f'has the same address as {owner.file}: "{key}"'
            yield Problem(document.file, 0, fault, "Rename one of the two files")


def _captures(document: Document, hashes: Mapping[str, str]) -> Iterator[Problem]:
    for n, capture in enumerate(document.meta.captures):
        line = document.line(f"captures.{n}")
        if capture.file not in hashes:
            remedy = "Put the file back, or correct its name"
            fault = f'capture "{capture.file}" is not in the captures folder'
            yield Problem(document.file, line, fault, remedy)
        elif hashes[capture.file] != capture.sha256:
            is_now, was = hashes[capture.file][:12], capture.sha256[:12]
            fault = f'capture "{capture.file}" has changed: its sha256 is {is_now}…, not {was}…'
            yield Problem(document.file, line, fault, "Restore the file as it was captured")


def _absent(document: Document, sentences: Iterable[Span]) -> Iterator[Problem]:
    for span in sentences:
        block = next((block for block in document.blocks if block.span.covers(span)), None)
        words = document.quote(span).removesuffix(".")
        shown = words if len(words) <= 60 else words[:59].rstrip() + "…"
        fault = f'not in the last capture: "{shown}"'
        remedy = "Restore the words of the capture, or list the repair under corrections"
        yield Problem(document.file, block.line if block else 1, fault, remedy)


def _corrections(document: Document) -> Iterator[Problem]:
    for n, correction in enumerate(document.meta.corrections):
        if correction.right not in document.text:
            fault = f'the correction to "{correction.right}" is not in the text'
            line = document.line(f"corrections.{n}")
            yield Problem(document.file, line, fault, "Remove it, or correct it", "warning")


def _dates(document: Document) -> Iterator[Problem]:
    published = document.meta.published
    line = document.line("published")
    years = [end[:4] for end in (published.earliest, published.latest) if end] if published else []
    if any(not EARLIEST <= year <= LATEST for year in years):
        fault = f'published "{published.text if published else ""}" lies out of bounds'
        remedy = f"Dates run from {EARLIEST} to {LATEST}"
        yield Problem(document.file, line, fault, remedy, "warning")
    before: When | None = None
    for n, capture in enumerate(document.meta.captures):
        taken = edtf.read(capture.captured)
        at = document.line(f"captures.{n}")
        if published and taken and _later(published, taken):
            fault = f'captured "{capture.captured}", before it was published'
            yield Problem(document.file, at, fault, "Correct one of the two dates", "warning")
        if before and taken and _later(before, taken):
            fault = "captured before the entry above it"
            yield Problem(document.file, at, fault, "List captures oldest first", "warning")
        before = taken or before


def _later(one: When, other: When) -> bool:
    """Whether one certainly lies on a later day than the other."""
    return bool(one.earliest and other.latest and one.earliest[:10] > other.latest[:10])


def _astray(archive: Archive, rulings: Iterable[ClaimRuling | RelationRuling]) -> Iterator[Problem]:
    """Links of archivists' notes and editors' remarks to what is not there."""
    slugs = frozenset(matter.slug for matter in archive.matters)
    claims = frozenset(claim.id for claim in archive.claims)
    notes = [(d.meta.note, d.file, d.line("note")) for d in archive.documents]
    notes += [(r.note, r.file, r.line) for r in rulings if isinstance(r, ClaimRuling)]
    for note, file, line in notes:
        yield from prose.astray(note, slugs, claims, "the note", file, line)


def _editors(site: Site, rulings: Iterable[ClaimRuling | RelationRuling]) -> Iterator[Problem]:
    """Rulings by somebody whom the settings do not name, where they name anybody."""
    known = {initials for initials, _ in site.editors}
    for ruling in rulings:
        if known and ruling.by not in known:
            fault = f'"{ruling.by}" is not among the editors in the settings'
            remedy = "Add the initials there, or correct them here"
            yield Problem(ruling.file, ruling.line, fault, remedy, "warning")


def _authorities(
    authorities: Authorities, documents: Iterable[Document], file: str
) -> Iterator[Problem]:
    """Names and families of which no form stands anywhere in the archive."""
    words: set[str] = set()
    for document in documents:
        meta = document.meta
        origins = (origin.name for origin in meta.origins)
        for text in (document.text, meta.outlet, *meta.authors, *origins):
            words.update(_WORD.findall(text.casefold()))
    rows = sorted(words)

    def begun(start: str) -> bool:
        """Whether some word begins so: terms are inflected."""
        at = bisect_left(rows, start)
        return at < len(rows) and rows[at].startswith(start)

    for name in authorities.names:
        forms = (_WORD.findall(form.casefold()) for form in (name.name, *name.also))
        if not any(words.issuperset(form) for form in forms):
            fault = f'the name "{name.name}" stands in no article'
            yield Problem(file, name.line, fault, "Remove it, or add the form in use", "warning")
    for family in authorities.terms:
        forms = (_WORD.findall(term.casefold()) for term in family)
        if not any(all(map(begun, form)) for form in forms):
            fault = f'no term of the family "{family[0]}" stands in any article'
            yield Problem(file, 0, fault, "Remove it, or add the form in use", "warning")
