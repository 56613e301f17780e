"""The search index: Pagefind over a staged folder, verified, and told what the claims are.

Pagefind exits with 0 on a full disk, so neither its exit code nor its bytes are believed.
Sizes and faults were measured with Pagefind 1.5.2; a bundle of another shape is refused, not
guessed at. What it found is then rewritten: each word leads to the claims it stands in
(``positions``), and pages are numbered as the search page's catalogue has them. Nothing else
of a page is kept, because the search page reads the articles' files of claims.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeAlias, cast
from urllib.parse import unquote

from variorum import cbor, occurrences, positions
from variorum.problems import Problem

BUNDLE = "pagefind"
"""Where the index stands below the site's root."""
PAGES = "articles/*/index.html"
"""The pages that are indexed, where they carry ``data-pagefind-body``."""
CLAIMS, CATALOGUE = "search/claims", "search/catalogue.json"
"""What the search page reads of each article, and of all of them."""

_MARK = b"pagefind_dcd"
"""What every unpacked file of Pagefind's begins with."""
_BODY = b"data-pagefind-body"
_ENTRY = "pagefind-entry.json"
_NAME = "site"
"""What the metadata and the program are called in every site: the search page asks for both at
once (``assets/search.js``), without waiting for the entry."""
_PROGRAM = f"wasm.{_NAME}.pagefind"
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js", "wasm.*.pagefind")
"""Stock interfaces (300 KB; the search page is our own), its use in a worker, and programs for
other languages."""
_CHUNK = 24_000
"""Bytes of an unpacked chunk of words, more or less: about 14 KB packed. A search waits for the
chunk of each of its words, and for the list of all chunks, which grows as they shrink."""


_ANOTHER = "another shape than Pagefind 1.5 gives it"
_Rows: TypeAlias = "tuple[tuple[Any, ...], ...]"
"""Lists of values, as each part of the bundle has them."""


class _BundleError(Exception):
    """What Pagefind wrote cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """The language of a bundle, as the entry file names it."""

    code: str
    hash: str
    """Name of its metadata file: ``pagefind.HASH.pf_meta``."""
    wasm: str
    """Name of its program: ``wasm.WASM.pagefind``."""
    pages: int


@dataclass(frozen=True, slots=True)
class _Metadata:
    """The unpacked metadata of one language."""

    version: cbor.Value
    pages: _Rows
    """[fragment, number of words] for each page."""
    chunks: _Rows
    """[first word, last word, chunk]."""
    fields: cbor.Value
    """Names of the metadata that are searched."""


def index(folder: Path, language: str = "en") -> tuple[Problem, ...]:
    """Write the search index of a staged site into ``folder``/pagefind.

    ``language`` (BCP 47) decides how words are stemmed, for all pages alike. Whatever
    goes wrong is told as an error, and then no bundle is left behind. A site without
    a page to index gets no bundle and no problem.
    """
    bundle = folder / BUNDLE
    try:
        shutil.rmtree(bundle, ignore_errors=True)
        expected = sum(_BODY in page.read_bytes() for page in folder.glob(PAGES))
        if not expected:
            return ()
        _run(folder, language)
        return _rewrite(bundle, _verified(bundle, expected), _Articles(folder))
    except (_BundleError, cbor.FormatError, OSError) as fault:
        shutil.rmtree(bundle, ignore_errors=True)
        return (_problem(str(fault)),)


def _problem(fault: str) -> Problem:
    remedy = "Check that there is room on the disk and that requirements.txt is installed"
    return Problem(BUNDLE, 0, f"the search index could not be built: {fault}", remedy)


def _run(folder: Path, language: str) -> None:
    """Call Pagefind; settings from the environment or a file of the user's do not reach it."""
    command = [sys.executable, "-P", "-m", "pagefind_bin", "--site", ".", "--silent"]
    command += ["--glob", PAGES, "--force-language", language.partition("-")[0].lower()]
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    done = subprocess.run(
        command, cwd=folder, env=clean, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    if done.returncode:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        last = said[-1].strip() if said else "no message"
        raise _BundleError(f"Pagefind ended with code {done.returncode} ({last})")


def _verified(bundle: Path, expected: int) -> _Entry:
    """The one language of the bundle, when every page is in it and its programs are whole."""
    try:
        entry = json.loads((bundle / _ENTRY).read_text(encoding="utf-8"))
        ((code, about),) = entry["languages"].items()
        found = _Entry(code, about["hash"], about["wasm"] or "unknown", about["page_count"])
    except FileNotFoundError:
        raise _BundleError(f"{_ENTRY} is missing") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _BundleError(f"{_ENTRY} cannot be read") from None
    if found.pages != expected:
        raise _BundleError(f"{found.pages} of {expected} pages are in it")
    if not (bundle / "pagefind.js").stat().st_size:
        raise _BundleError("pagefind.js is empty")
    _unpack(bundle / f"wasm.{found.wasm}.pagefind")
    return found


class _Articles:
    """The articles' files of claims, by the names of the articles."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / CLAIMS
        self.reader = positions.Reader(_json((folder / CATALOGUE).read_bytes(), CATALOGUE))
        self._numbers: dict[str, int] = {}
        for path in self._folder.glob("*.json"):
            self._numbers[_json(path.read_bytes(), path.name)["slug"]] = int(path.stem)

    def page(self, fragment: dict[str, Any]) -> tuple[int, str, positions.Page]:
        """The number and name of an article, and its page as it is to be indexed."""
        slug = unquote(fragment["url"]).strip("/").split("/")[-1]
        if slug not in self._numbers:
            raise _BundleError(f"the claims of {slug} are missing")
        number = self._numbers[slug]
        claims = _json((self._folder / f"{number}.json").read_bytes(), f"{number}.json")
        return number, slug, self.reader.page(fragment["content"], claims)


def _rewrite(bundle: Path, entry: _Entry, articles: _Articles) -> tuple[Problem, ...]:
    """Teach the index what the claims are, and drop what the site does not use."""
    old = _metadata(bundle, entry)
    found, problems = [], []
    for fragment, _ in old.pages:
        path = bundle / "fragment" / f"{fragment}.pf_fragment"
        number, slug, page = articles.page(_json(_unpack(path), path.name))
        found.append((number, page))
        if page.lost:
            problems.append(_unread(slug, page.lost))
    placed, groups = occurrences.placed(found, articles.reader)
    chunks = tuple(_chunks(bundle / "index", entry.code, old.chunks, placed))
    for path in (*(bundle / "index").iterdir(), *bundle.glob("*.pf_meta")):
        if path.stem not in {str(row[2]) for row in chunks}:
            path.unlink()
    for folder in ("fragment", "filter"):
        shutil.rmtree(bundle / folder, ignore_errors=True)
    pages = tuple((f"{group.first} {group.stride}", group.words) for group in groups)
    data = cbor.encode((old.version, pages, chunks, (), (), old.fields))
    _pack(bundle / f"pagefind.{_NAME}.pf_meta", data)
    _tidy(bundle, entry)
    return tuple(problems)


def _unread(slug: str, lost: int) -> Problem:
    return Problem(
        f"articles/{slug}",
        0,
        f"{lost} of its sentences cannot be searched: the page shows them otherwise",
        "Restore article.html and indexed.html from the templates folder beside build.py",
        "warning",
    )


def _chunks(
    folder: Path, code: str, old: _Rows, pages: list[occurrences.Placed]
) -> Iterator[tuple[str, str, str]]:
    """Write all words anew, in order; (first word, last word, name) of each file."""
    rows = (
        row
        for _, _, name in sorted(old)
        for row in occurrences.rewritten(_words(folder / f"{name}.pf_index"), pages)
    )
    gained = occurrences.gained(pages)
    words: list[str] = []
    held: list[bytes] = []
    size = 0
    for word, row in merge(rows, gained, key=itemgetter(0)):
        data = cbor.encode(row)
        if held and size + len(data) > _CHUNK:
            yield _chunk(folder, code, words, held)
            words, held, size = [], [], 0
        words.append(word)
        held.append(data)
        size += len(data)
    if held:
        yield _chunk(folder, code, words, held)


def _chunk(folder: Path, code: str, words: list[str], rows: list[bytes]) -> tuple[str, str, str]:
    data = cbor.joined([cbor.joined(rows)])
    name = f"{code}_{_digest(data, 7)}"
    _pack(folder / f"{name}.pf_index", data)
    return words[0], words[-1], name


def _words(path: Path) -> _Rows:
    """The words of one chunk, each with its occurrences and with those of its spellings."""
    content = cbor.decode(_unpack(path))
    if not (isinstance(content, tuple) and len(content) == 1):
        raise _BundleError(f"{path.name} has {_ANOTHER}")
    return _rows(content[0])


def _metadata(bundle: Path, entry: _Entry) -> _Metadata:
    """Read the metadata of the bundle."""
    fields = cbor.decode(_unpack(bundle / f"pagefind.{entry.hash}.pf_meta"))
    if not isinstance(fields, tuple) or len(fields) != 6:
        raise _BundleError(f"its metadata has {_ANOTHER}")
    version, pages, chunks, _filters, _sorts, names = fields
    found = _Metadata(version, _rows(pages), _rows(chunks), names)
    if len(found.pages) != entry.pages:
        raise _BundleError(f"its metadata lists {len(found.pages)} of {entry.pages} pages")
    return found


def _rows(values: cbor.Value) -> _Rows:
    """The values, each of which must be a list of its own."""
    if not (isinstance(values, tuple) and all(isinstance(value, tuple) for value in values)):
        raise _BundleError(f"a part of it has {_ANOTHER}")
    return cast(_Rows, values)


def _tidy(bundle: Path, entry: _Entry) -> None:
    """Name metadata and program in the entry, and drop programs that the site does not use."""
    path = bundle / _ENTRY
    about = json.loads(path.read_text(encoding="utf-8"))
    about["languages"][entry.code] |= {"hash": _NAME, "wasm": _NAME}
    text = json.dumps(about, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text, encoding="utf-8")
    (bundle / f"wasm.{entry.wasm}.pagefind").rename(bundle / _PROGRAM)
    for unused in (path for pattern in _UNUSED for path in bundle.glob(pattern)):
        if unused.name != _PROGRAM:
            unused.unlink()


def _digest(data: bytes, length: int) -> str:
    return hashlib.sha256(data).hexdigest()[:length]


def _json(data: bytes, name: str) -> dict[str, Any]:
    try:
        return cast(dict[str, Any], json.loads(data))
    except ValueError:
        raise _BundleError(f"{name} cannot be read") from None


def _unpack(path: Path) -> bytes:
    """The contents of one packed file of the bundle."""
    try:
        data = gzip.decompress(path.read_bytes())
    except FileNotFoundError:
        raise _BundleError(f"{path.name} is missing") from None
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise _BundleError(f"{path.name} does not unpack") from None
    if not data.startswith(_MARK):
        raise _BundleError(f"{path.name} is empty or no file of Pagefind's")
    return data[len(_MARK) :]


def _pack(path: Path, data: bytes) -> None:
    path.write_bytes(gzip.compress(_MARK + data, mtime=0))
