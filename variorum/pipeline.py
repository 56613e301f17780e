"""The stages of a build in their order; ``engine`` has those that plain texts go through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from variorum import (
    check,
    claims,
    contents,
    links,
    matters,
    paths,
    proofs,
    relations,
    render,
    rulings,
    segment,
)
from variorum.languages import pack
from variorum.model import (
    Archive,
    Authorities,
    Document,
    File,
    Inputs,
    Span,
)
from variorum.problems import Problem, not_utf8, ordered
from variorum.rulings import Ruled

_ASSETS = "assets/"
_NO_TEMPLATES = (
    "this folder is missing or empty",
    "Copy the templates folder that stands beside build.py",
)

Progress = Callable[[str, int, int], None]
"""Told the name of a stage, how many of its items are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site, not yet written."""

    archive: Archive
    files: tuple[File, ...]
    problems: tuple[Problem, ...]
    """All that were found; the site is sound where none is an error."""


def build(inputs: Inputs, progress: Progress = lambda _stage, _done, _all: None) -> Built:
    """The site that the archive makes, and everything wrong with the archive."""
    site = inputs.site
    held = contents.read(inputs.content, site, lambda done, count: progress("load", done, count))
    documents = held.documents
    paragraphs = segment.relabel(
        documents, tuple(map(segment.paragraphs, _counted("segment", documents, progress)))
    )
    parts = zip(_counted("claims", documents, progress), paragraphs, strict=True)
    found = tuple(claim for document, its in parts for claim in claims.find(document, its))
    progress("relate", 0, 1)
    related = relations.relate(
        documents,
        found,
        publish_at=site.publish_at,
        suggest_at=site.suggest_at,
        authorities=held.authorities,
        reader=site.language,
    )
    progress("rule", 0, 1)
    proposed = Ruled(found, related.relations, related.suggestions)
    ruled, lost = rulings.apply(documents, paragraphs, proposed, held.rulings, held.matters)
    progress("group", 0, 1)
    grouped, unplaced = matters.group(documents, ruled.claims, ruled.relations, held.matters)
    progress("check", 0, 1)
    proved = [
        proofs.furniture_and_absent(document, its, inputs.captures)
        for document, its in zip(documents, paragraphs, strict=True)
    ]
    archive = Archive(
        site,
        documents,
        paragraphs,
        tuple(furniture for furniture, _ in proved),
        ruled.claims,
        ruled.relations,
        ruled.suggestions,
        grouped,
        held.authorities,
        tuple(proofs.changes(document, inputs.captures) for document in documents),
        max(_decided(held.rulings), default=""),
    )
    absent = tuple(absent for _, absent in proved)
    faults = _checked(archive, held, inputs.captures, absent)
    progress("render", 0, 1)
    files, broken = _rendered(archive, inputs)
    return Built(archive, files, ordered((*held.problems, *lost, *unplaced, *faults, *broken)))


def _decided(ruled: rulings.Rulings) -> tuple[str, ...]:
    """The days of the editors' decisions."""
    return (*(each.on for each in ruled.claims), *(each.on for each in ruled.relations))


def _checked(
    archive: Archive,
    held: contents.Contents,
    captures: Mapping[str, bytes],
    absent: tuple[tuple[Span, ...], ...],
) -> tuple[Problem, ...]:
    """What is wrong with the archive as a whole."""
    evidence = check.Evidence(
        proofs.hashes(archive.documents, captures),
        absent,
        frozenset(document.language for document in archive.documents if pack(document.language)),
        (*held.rulings.claims, *held.rulings.relations),
    )
    # What an unread article says is unknown, so no name can be said to be unused.
    checked = replace(archive, authorities=Authorities()) if held.unread else archive
    return check.check(checked, evidence, f"{archive.site.content}/{contents.AUTHORITIES}")


def without_broken(
    inputs: Inputs, problems: Iterable[Problem]
) -> tuple[Inputs, tuple[Problem, ...]]:
    """The inputs without the content files that hold errors, and those errors as warnings.

    An article goes together with its rulings; rulings go alone.
    """
    errors = [problem for problem in problems if problem.level == "error"]
    faulty = {problem.file for problem in errors} & {file.path for file in inputs.content}
    gone = faulty | {contents.rulings_of(path) for path in faulty}
    kept = tuple(file for file in inputs.content if file.path not in gone)
    told = tuple(
        replace(problem, fault=f"left out: {problem.fault}", level="warning")
        for problem in errors
        if problem.file in faulty
    )
    return replace(inputs, content=kept), told


def _counted(stage: str, documents: tuple[Document, ...], progress: Progress) -> Iterator[Document]:
    """The documents one by one, each told to ``progress``."""
    progress(stage, 0, len(documents))
    for done, document in enumerate(documents):
        progress(stage, done, len(documents))
        yield document


def _rendered(archive: Archive, inputs: Inputs) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """Every file of the site, with the problems of templates, links and paths."""
    site = archive.site
    templates: dict[str, str] = {}
    assets: dict[str, bytes] = {}
    problems: list[Problem] = []
    if not inputs.templates:
        # That the folder is missing or empty is told once, not for every page.
        return (), (Problem(site.templates, 0, *_NO_TEMPLATES),)
    for file in inputs.templates:
        if file.path.startswith(_ASSETS):
            assets[file.path.removeprefix(_ASSETS)] = file.data
            continue
        try:
            templates[file.path] = file.data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problems.append(not_utf8(f"{site.templates}/{file.path}", file.data, error))
    files, faults = render.render(archive, templates, assets)
    # A template that cannot be read is not missing.
    unread = {problem.file for problem in problems}
    faults = tuple(fault for fault in faults if fault.file not in unread)
    if site.publish_captures:
        files = (*files, *_published(archive, inputs.captures))
    faults = (*problems, *faults) or paths.check(files, site.output)
    return files, faults or links.check(files, site.output, site.base_url)


def _published(archive: Archive, captures: Mapping[str, bytes]) -> Iterator[File]:
    """The captures of the articles that are shown in full; the others would give them away."""
    named = {
        capture.file
        for document in archive.documents
        for capture in document.meta.captures
        if (document.meta.display or archive.site.display) == "full"
    }
    return (File(f"captures/{name}", captures[name]) for name in sorted(named & captures.keys()))
