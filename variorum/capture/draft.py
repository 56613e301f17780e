"""One capture -> the draft of a content file, to be finished by hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from variorum.capture import markdown, metadata
from variorum.capture.metadata import Found
from variorum.languages import pack
from variorum.languages.lexicon import lexicon
from variorum.languages.typography import typography
from variorum.model import ARTICLE_ROLES, Role
from variorum.problems import Problem, not_utf8
from variorum.segment import captures, markup
from variorum.segment.layout import Row

_PLAIN = re.compile(r"[^\W\d_][\w .,()/+’é-]*|[\d:T+-]+|\w[\w./-]*")
"""Values that YAML reads as they stand, without quotation marks."""
_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 60
"""Characters of the longest address made from a headline."""
_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word or other packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
)
"""How files begin that hold text in a form of their own."""
_HEADING = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)
"""The marks of a Markdown heading."""
_TELLING = 0.16
"""Weight below which a word (in, with, the) ends no address."""
_WIDE = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def draft(
    raw: bytes, file: str, sha256: str, language: str = "en"
) -> tuple[str, str, tuple[Problem, ...]]:
    """Slug and text of a content file for one capture, and what was wrong or not found.

    ``file`` is the capture's path below the captures' folder, ``sha256`` the hash of
    ``raw``, ``language`` the archive's, which holds where the page names none. Slug and
    text are empty where the capture cannot be read or holds no article.
    """
    text, problem = _decoded(raw, file)
    if problem:
        return "", "", (problem,)
    if file.endswith(".md"):
        text = _HEADING.sub("", text)
    page = markup.properties(text) if markup.is_html(text) else {}
    written = metadata.language(page) or language
    rows = captures.assigned(text, written)
    words = pack(written) or pack("en")
    assert words, "the package carries its English pack"
    body = "\n\n".join(_blocks(rows))
    if not body:
        fault = "no article text was found in the capture"
        remedy = "Write the article's file by hand, or capture the page again"
        return "", "", (Problem(file, 0, fault, remedy),)
    title = next((row.text for row, role in rows if role == "headline"), "")
    found = metadata.read(rows, page, words)
    head = _front(markdown.one_line(title) or PurePosixPath(file).stem, found, file, sha256)
    slug = _slug(title, words.code) or _slug(PurePosixPath(file).stem, words.code) or sha256[:10]
    return slug, f"---\n{head}---\n\n{body}\n", tuple(_missing(title, found, file))


def _decoded(raw: bytes, file: str) -> tuple[str, Problem | None]:
    if not raw.strip():
        return "", Problem(file, 0, "the capture is empty", "Capture the page again")
    for mark, name in _FORMATS:
        if raw.startswith(mark):
            remedy = "Copy its text into a .txt file and import that"
            return "", Problem(file, 0, f"{name} is not read", remedy)
    remedy = "Save it as UTF-8 and import it again"
    for mark, name in _WIDE:
        if raw.startswith(mark):
            return "", Problem(file, 0, f"the capture is {name}, not UTF-8", remedy)
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        return "", not_utf8(file, raw, error)


def _blocks(rows: Sequence[tuple[Row, Role]]) -> Iterator[str]:
    """The article's paragraphs as Markdown, without its headline."""
    for row, role in rows:
        if role not in ARTICLE_ROLES or role == "headline":
            continue
        words = markdown.escape(row.text)
        mark = "- " if row.bullet else "## " if role == "subhead" else ""
        if words:
            yield mark + words


def _front(title: str, found: Found, file: str, sha256: str) -> str:
    lines = [f"title: {_quoted(title)}"]
    if found.outlet:
        lines.append(f"outlet: {_scalar(found.outlet)}")
    if found.authors:
        lines.append(f"authors: [{', '.join(map(_quoted_in_list, found.authors))}]")
    if found.url:
        lines.append(f"url: {_quoted(found.url)}")
    if found.published:
        lines.append(f"published: {found.published}")
    if found.language:
        lines.append(f"language: {_scalar(found.language)}")
    lines += ["captures:", f"  - file: {_scalar(file)}", f"    sha256: {sha256}"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    words = markdown.one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{words}"'


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text == text.strip() else _quoted(text)


def _quoted_in_list(text: str) -> str:
    return _quoted(text) if "," in text else _scalar(text)


def _slug(text: str, language: str) -> str:
    """Small letters, digits and hyphens: as many whole words as an address should have."""
    plain = typography(language).elided
    text = plain.sub(lambda small: small.group()[:-1] + "-", text) if plain else text
    folded = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", ""))
    slug = "-".join(_WORD.findall(folded.encode("ascii", "ignore").decode("ascii").lower()))
    if len(slug) > _LONGEST:
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
        known = lexicon(language)
        while known and "-" in slug and known.entry(slug.rpartition("-")[2]).weight < _TELLING:
            slug = slug.rpartition("-")[0]
    return slug


def _missing(title: str, found: Found, file: str) -> Iterator[Problem]:
    if not title:
        yield Problem(file, 0, "no headline was found", "Write the title by hand", "warning")
    if not found.outlet:
        fault = "the text does not name its outlet"
        yield Problem(file, 0, fault, "Add outlet to the draft", "note")
    if not found.published:
        fault = "the text gives no full date of publication"
        yield Problem(file, 0, fault, "Add published to the draft, bounds will do", "note")
