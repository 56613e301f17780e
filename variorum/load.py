"""Text of one content file -> Document, or every problem in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from variorum import body, edtf, fields, strictyaml
from variorum.fields import WEB, Fields, Shape
from variorum.model import Capture, Correction, Document, Metadata, Origin
from variorum.problems import Problem
from variorum.strictyaml import Pairs

_FENCE = "---"
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
Record = TypeVar("Record", Origin, Capture, Correction)
_LINE_END = re.compile(r"\r\n?")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What no page may hold and no reader sees; line ends of older systems are read as spaces."""

ARTICLE = Shape(
    "the front matter",
    (
        "title",
        "outlet",
        "authors",
        "url",
        "published",
        "language",
        "tags",
        "note",
        "rights",
        "display",
        "origins",
        "captures",
        "corrections",
    ),
    ("title",),
)
ORIGIN = Shape("an origin", ("name", "covers"), ("name",))
CAPTURE = Shape("a capture", ("file", "sha256", "captured"), ("file", "sha256"))
CORRECTION = Shape("a correction", ("from", "to", "why"), ("from", "why"))


def load(
    text: str, slug: str, path: str, language: str = "en"
) -> tuple[Document | None, tuple[Problem, ...]]:
    """The article that a content file holds, and every problem of the file.

    ``language`` is that of an article which names none. The Document is None where there
    is no title or no text; one that comes with errors serves for finding further problems.
    """
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    front, markdown, first, problems = _parted(text, path)
    if front is None:
        return None, tuple(problems)
    problems += _hidden(markdown, path, first)
    tree, faults = strictyaml.read(front, path, 2)
    problems += faults
    if tree is None and not faults:
        tree = Pairs((), 1)
    found = fields.of(tree, ARTICLE, path, problems) if tree else None
    lines: dict[str, int] = {}
    meta = _metadata(found, lines) if found else None
    title = meta.title if meta else ""
    words, blocks, faults = body.parse(markdown, path, first, f"{title}\n\n")
    problems += faults
    if not blocks:
        fault = "no text below the front matter"
        line = min(first, text.count("\n") + 1)
        problems.append(Problem(path, line, fault, "Add the article's words"))
    if found is None or meta is None or not title or not blocks:
        return None, tuple(problems)
    tongue = found.language("language") or language
    document = Document(slug, words, meta, tongue, blocks, path, tuple(sorted(lines.items())))
    return document, tuple(problems)


def _parted(text: str, path: str) -> tuple[str | None, str, int, list[Problem]]:
    """Front matter, body, and the number of the body's first line."""
    if not text.strip():
        return None, "", 1, [Problem(path, 0, "the file is empty", "Write or remove it")]
    rows = text.split("\n")
    if rows[0].rstrip() != _FENCE:
        remedy = 'Begin with a line "---", the keys below it, and "---" after them'
        return None, "", 1, [Problem(path, 1, "no front matter", remedy)]
    for number, row in enumerate(rows[1:], 2):
        if row.rstrip() == _FENCE:
            return "\n".join(rows[1 : number - 1]), "\n".join(rows[number:]), number + 1, []
    remedy = 'Put a line "---" between the keys and the text'
    return None, "", 1, [Problem(path, 1, "the front matter does not end", remedy)]


def _hidden(markdown: str, path: str, first_line: int) -> Iterator[Problem]:
    """A problem for every line of the body that holds a control character."""
    for number, row in enumerate(markdown.split("\n"), first_line):
        if found := CONTROL.search(row):
            fault = f"holds a control character (U+{ord(found[0]):04X})"
            yield Problem(path, number, fault, "Remove it; it does not show")


def _metadata(found: Fields, lines: dict[str, int]) -> Metadata:
    """What the front matter says; ``lines`` is told on which line it says so."""
    lines.update((key, line) for key, (line, _) in found.entries.items())
    url = found.text("url")
    if url and not WEB.fullmatch(url):
        found.fault(
            found.line_of("url"),
            f'url "{url}" is no web address',
            "Write it whole: https://example.org/page",
        )

    def records(key: str, shape: Shape) -> tuple[Fields, ...]:
        entries = found.records(key, shape)
        lines.update((f"{key}.{n}", entry.line) for n, entry in enumerate(entries))
        return entries

    display = found.choice("display", ("full", "excerpt", "private"))
    return Metadata(
        title=found.text("title"),
        outlet=found.text("outlet"),
        authors=found.texts("authors"),
        url=url,
        published=edtf.read(found.date("published")),
        tags=found.texts("tags"),
        note=found.text("note"),
        rights=found.text("rights"),
        display=display,  # type: ignore[arg-type]
        origins=_whole(_origin, records("origins", ORIGIN)),
        captures=_whole(_capture, records("captures", CAPTURE)),
        corrections=_whole(_correction, records("corrections", CORRECTION)),
    )


def _whole(make: Callable[[Fields], Record], entries: tuple[Fields, ...]) -> tuple[Record, ...]:
    """The records of the entries that lack nothing; the others are examined all the same."""
    made = [(entry, make(entry)) for entry in entries]
    return tuple(record for entry, record in made if entry.complete)


def _origin(entry: Fields) -> Origin:
    covers = entry.texts("covers")
    return Origin(entry.text("name"), () if covers == ("all",) else covers)


def _capture(entry: Fields) -> Capture:
    file, sha256 = entry.text("file"), entry.text("sha256").lower()
    if file.startswith("/") or "\\" in file or ".." in file.split("/"):
        entry.fault(
            entry.line_of("file"),
            f'capture "{file}" does not lie in the captures folder',
            "Give its path below that folder",
        )
    if sha256 and not _HASH.fullmatch(sha256):
        entry.fault(
            entry.line_of("sha256"),
            f'sha256 "{sha256}" is not 64 hexadecimal digits',
            "Run sha256sum on the capture and copy what it says",
        )
    return Capture(file, sha256, entry.date("captured"))


def _correction(entry: Fields) -> Correction:
    return Correction(entry.text("from"), entry.text("to"), entry.text("why"))
