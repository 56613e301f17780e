"""The search index: Pagefind over a staged folder, verified and made the same every time.

Pagefind exits with 0 on a full disk and hands filter values out in random order, so
neither its exit code nor its bytes are believed. Sizes and faults were measured with
Pagefind 1.5.2; a bundle of another shape is refused, not guessed at.
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
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from variorum import cbor
from variorum.problems import Problem

BUNDLE = "pagefind"
"""Where the index stands below the site's root."""
PAGES = "articles/*/index.html"
"""The pages that are indexed, where they carry ``data-pagefind-body``."""

_MARK = b"pagefind_dcd"
"""What every unpacked file of Pagefind's begins with."""
_BODY = b"data-pagefind-body"
_ENTRY = "pagefind-entry.json"
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.*.pagefind")
"""Stock interfaces (300 KB; the search page is our own) and programs for other languages."""


class _BundleError(Exception):
    """What Pagefind wrote cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One language of a bundle, as the entry file names it."""

    hash: str
    """Name of its metadata file: ``pagefind.HASH.pf_meta``."""
    wasm: str
    """Name of its program: ``wasm.WASM.pagefind``."""
    pages: int


@dataclass(frozen=True, slots=True)
class _Metadata:
    """The unpacked metadata of one language."""

    version: cbor.Value
    pages: tuple[cbor.Value, ...]
    """[fragment, number of words] for each page."""
    chunks: tuple[cbor.Value, ...]
    """[first word, last word, chunk]."""
    filters: tuple[cbor.Value, ...]
    """[name, file]."""
    sorts: tuple[cbor.Value, ...]
    """[name, page numbers in order]."""
    rest: tuple[cbor.Value, ...]
    """What later fields there are, untouched."""


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
        _normalise(bundle)
        _verify(bundle, expected)
    except (_BundleError, cbor.FormatError, OSError) as fault:
        shutil.rmtree(bundle, ignore_errors=True)
        return (_problem(str(fault)),)
    return ()


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


def _languages(bundle: Path) -> dict[str, _Entry]:
    """What the entry file says of each language."""
    try:
        entry = json.loads((bundle / _ENTRY).read_text(encoding="utf-8"))
        return {
            code: _Entry(about["hash"], about["wasm"] or "unknown", about["page_count"])
            for code, about in sorted(entry["languages"].items())
        }
    except FileNotFoundError:
        raise _BundleError(f"{_ENTRY} is missing") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _BundleError(f"{_ENTRY} cannot be read") from None


def _verify(bundle: Path, expected: int) -> None:
    """Follow every name from the entry file on, and unpack every file it leads to."""
    languages = _languages(bundle)
    pages = sum(about.pages for about in languages.values())
    if pages != expected:
        raise _BundleError(f"{pages} of {expected} pages are in it")
    for name in ("pagefind.js", "pagefind-worker.js"):
        if not (bundle / name).stat().st_size:
            raise _BundleError(f"{name} is empty")
    for about in languages.values():
        _unpack(bundle / f"wasm.{about.wasm}.pagefind")
        _verify_language(bundle, _metadata(bundle, about.hash), about.pages)


def _metadata(bundle: Path, name: str) -> _Metadata:
    """Read ``pagefind.NAME.pf_meta``."""
    fields = cbor.decode(_unpack(bundle / f"pagefind.{name}.pf_meta"))
    if not isinstance(fields, tuple) or len(fields) < 5:
        raise _BundleError("its metadata has another shape than Pagefind 1.5 gives it")
    version, *lists = fields
    if not all(isinstance(field, tuple) for field in lists):
        raise _BundleError("its metadata has another shape than Pagefind 1.5 gives it")
    pages, chunks, filters, sorts, *rest = cast(list[tuple[cbor.Value, ...]], lists)
    return _Metadata(version, pages, chunks, filters, sorts, tuple(rest))


def _verify_language(bundle: Path, language: _Metadata, count: int) -> None:
    """Unpack every file the metadata names."""
    if len(language.pages) != count:
        raise _BundleError(f"its metadata lists {len(language.pages)} of {count} pages")
    for fragment, *_ in _rows(language.pages):
        try:
            json.loads(_unpack(bundle / "fragment" / f"{fragment}.pf_fragment"))
        except ValueError:
            raise _BundleError(f"fragment {fragment} cannot be read") from None
    for *_, chunk in _rows(language.chunks):
        _unpack(bundle / "index" / f"{chunk}.pf_index")
    for _, name in _rows(language.filters):
        cbor.decode(_unpack(bundle / "filter" / f"{name}.pf_filter"))


def _rows(values: tuple[cbor.Value, ...]) -> tuple[tuple[cbor.Value, ...], ...]:
    """The values, each of which must be a list of its own."""
    if not all(isinstance(value, tuple) for value in values):
        raise _BundleError("its metadata has another shape than Pagefind 1.5 gives it")
    return cast(tuple[tuple[cbor.Value, ...], ...], values)


def _normalise(bundle: Path) -> None:
    """Put into order what Pagefind left to chance, and drop what the site does not use."""
    languages = _languages(bundle)
    entry = json.loads((bundle / _ENTRY).read_text(encoding="utf-8"))
    for code, about in languages.items():
        old = _metadata(bundle, about.hash)
        filters = tuple(
            sorted(
                (name, _sorted_filter(bundle, code, str(file))) for name, file in _rows(old.filters)
            )
        )
        sorts = tuple(sorted(_rows(old.sorts)))
        data = cbor.encode((old.version, old.pages, old.chunks, filters, sorts, *old.rest))
        new = f"{code}_{_digest(data, 10)}"
        (bundle / f"pagefind.{about.hash}.pf_meta").unlink()
        _pack(bundle / f"pagefind.{new}.pf_meta", data)
        entry["languages"][code]["hash"] = new
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (bundle / _ENTRY).write_text(text, encoding="utf-8")
    used = {f"wasm.{about.wasm}.pagefind" for about in languages.values()}
    for pattern in _UNUSED:
        for path in bundle.glob(pattern):
            if path.name not in used:
                path.unlink()


def _sorted_filter(bundle: Path, code: str, file: str) -> str:
    """Rewrite one filter with its values in order; its new name."""
    old = bundle / "filter" / f"{file}.pf_filter"
    content = cbor.decode(_unpack(old))
    if not (isinstance(content, tuple) and len(content) == 2 and isinstance(content[1], tuple)):
        raise _BundleError("a filter has another shape than Pagefind 1.5 gives it")
    name, values = content
    data = cbor.encode((name, tuple(sorted(cast(tuple[tuple[str, cbor.Value], ...], values)))))
    old.unlink()
    new = f"{code}_{_digest(data, 7)}"
    _pack(old.with_name(f"{new}.pf_filter"), data)
    return new


def _digest(data: bytes, length: int) -> str:
    return hashlib.sha256(data).hexdigest()[:length]


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
