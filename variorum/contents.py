"""Files of the content folder -> everything they say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from variorum import authorities, load, rulings
from variorum.model import (
    Authorities,
    Document,
    File,
    MatterRuling,
    Quoted,
    RelationRuling,
    Site,
)
from variorum.problems import Problem, not_utf8
from variorum.rulings import Rulings

AUTHORITIES, MATTERS = "authorities.yaml", "matters.yaml"
_ARTICLE, _RULINGS = ".md", ".rulings.yaml"
_SLUG = re.compile(r"\w[\w.-]*")
TAKEN = frozenset({"index.html", "page", "under"})
"""Names that stand beside the articles' addresses: their list, and the parts of a long one."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What the content folder holds."""

    documents: tuple[Document, ...]
    """Those that could be read, by slug."""
    authorities: Authorities
    rulings: Rulings
    """Those on articles that could be read, or that do not exist at all."""
    matters: tuple[MatterRuling, ...]
    unread: tuple[str, ...]
    """Slugs of the articles that stand there but cannot be read."""
    problems: tuple[Problem, ...]


def read(files: tuple[File, ...], site: Site, progress: Callable[[int, int], None]) -> Contents:
    """Read every file, whatever is wrong with the others.

    ``progress`` is told how many files are read, and how many there are.
    """
    reader = _Reader(site)
    for done, file in enumerate(files):
        progress(done, len(files))
        reader.take(file)
    return reader.contents()


def rulings_of(path: str) -> str:
    """The rulings file that goes with an article's file."""
    return path.removesuffix(_ARTICLE) + _RULINGS


class _Reader:
    """Takes one file after the other and sorts it by its name."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.documents: list[Document] = []
        self.unread: set[str] = set()
        self.authorities = Authorities()
        self.rulings: list[tuple[str, str, Rulings]] = []
        self.matters: tuple[MatterRuling, ...] = ()
        self.problems: list[Problem] = []

    def take(self, file: File) -> None:
        """Read one file."""
        name = file.path.rsplit("/", 1)[-1]
        text = self._text(file)
        if name.endswith(_ARTICLE):
            self._article(file.path, name.removesuffix(_ARTICLE), text)
        elif text is None:
            return
        elif name == AUTHORITIES:
            self.authorities, faults = authorities.read(text, file.path)
            self.problems += faults
        elif name == MATTERS:
            self.matters, faults = rulings.read_matters(text, file.path)
            self.problems += faults
        elif name.endswith(_RULINGS):
            slug = name.removesuffix(_RULINGS)
            ruled, faults = rulings.read(text, slug, file.path)
            self.problems += faults
            self.rulings.append((slug, file.path, ruled))
        else:
            remedy = f"Articles end in {_ARTICLE}, rulings in {_RULINGS}"
            self.problems.append(Problem(file.path, 0, "this file is not read", remedy, "warning"))

    def contents(self) -> Contents:
        """Everything taken, without decisions on articles that stand there but cannot be read."""
        known = {document.slug for document in self.documents} | self.unread
        for slug, path, _ in self.rulings:
            if slug not in known:
                remedy = "Name it after its article, or remove it"
                fault = f'rulings on an article "{slug}" that does not exist'
                self.problems.append(Problem(path, 0, fault, remedy, "warning"))
        files = [ruled for slug, _, ruled in self.rulings if slug in known]
        return Contents(
            tuple(sorted(self.documents, key=lambda document: document.slug)),
            self.authorities,
            Rulings(
                tuple(r for ruled in files for r in ruled.claims if self._readable(r.at)),
                tuple(r for ruled in files for r in ruled.relations if self._stands(r)),
            ),
            tuple(matter for matter in self.matters if self._readable(*matter.includes)),
            tuple(sorted(self.unread)),
            tuple(self.problems),
        )

    def _stands(self, ruling: RelationRuling) -> bool:
        return self._readable(ruling.here, ruling.there)

    def _readable(self, *quoted: Quoted) -> bool:
        return all(at.article not in self.unread for at in quoted)

    def _article(self, path: str, slug: str, text: str | None) -> None:
        document = None
        if not _SLUG.fullmatch(slug):
            remedy = "Use letters, digits, hyphens, dots and underscores only"
            fault = "the name of this file cannot be an address"
            self.problems.append(Problem(path, 0, fault, remedy))
        elif slug.casefold() in TAKEN:
            fault = f'"{slug}" is an address of the list of articles'
            self.problems.append(Problem(path, 0, fault, "Rename this file"))
        elif text is not None:
            document, faults = load.load(text, slug, path, self.site.language)
            self.problems += faults
        if document:
            self.documents.append(document)
        else:
            self.unread.add(slug)

    def _text(self, file: File) -> str | None:
        try:
            return file.data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.problems.append(not_utf8(file.path, file.data, error))
            return None
