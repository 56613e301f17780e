"""A new folder beside the site, and the one step that puts it in the site's place."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from variorum.store import MARK, StoreError

try:
    import fcntl
except ImportError:  # not a POSIX system
    fcntl = None  # type: ignore[assignment]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""linux/fs.h: exchange source and target in one step."""
_RENAME_SWAP = 2
"""sys/stdio.h of macOS: the same."""


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """A new, empty folder beside ``output``, gone when the block ends.

    First heals what an interrupted run left behind: a site moved aside goes back to its
    place, a half-written one is removed. One build at a time may stage beside a site.
    """
    place = output.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    with _alone(place.parent):
        heal(place)
        new = _beside(place, "new")
        new.mkdir()
        (new / MARK).touch()
        try:
            yield new
        finally:
            with contextlib.suppress(OSError):
                _remove(new)


def heal(place: Path) -> None:
    """Undo what a run that was cut short left beside the site."""
    new, old = _beside(place, "new"), _beside(place, "old")
    if (old / MARK).is_file() and not place.exists():
        old.rename(place)
    for left in (new, old):
        if (left / MARK).is_file():
            _remove(left)
        elif left.is_dir() and not any(left.iterdir()):
            left.rmdir()
        elif left.exists():
            raise StoreError(f"{left.name} stands where the build works; move it away")


def _remove(folder: Path) -> None:
    """Remove a folder of ours, its mark last: a removal cut short is known for ours and ended."""
    for entry in tuple(os.scandir(folder)):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        elif entry.name != MARK:
            os.unlink(entry.path)
    (folder / MARK).unlink(missing_ok=True)
    folder.rmdir()


def swap(new: Path, output: Path) -> None:
    """Put the folder ``new`` in the place of ``output``; the old site is removed.

    One atomic step where the system has it. Elsewhere the old site is first moved aside;
    ``heal`` moves it back should the run end between the two steps.
    """
    place = output.resolve()
    if not place.exists() or not any(place.iterdir()):
        if place.exists():
            place.rmdir()
        new.rename(place)
        return
    if _exchange(new, place):
        _remove(new)
        return
    old = _beside(place, "old")
    place.rename(old)
    try:
        new.rename(place)
    except OSError:
        old.rename(place)
        raise
    _remove(old)


def _beside(place: Path, word: str) -> Path:
    return place.with_name(f"{place.name}.variorum-{word}")


def _exchange(a: Path, b: Path) -> bool:
    """Exchange two folders in one step; False where system or file system cannot."""
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        first, second = os.fsencode(a), os.fsencode(b)
        if sys.platform == "darwin":
            return bool(library.renamex_np(first, second, _RENAME_SWAP) == 0)
        exchange: Callable[..., int] = library.renameat2
        return exchange(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0
    return False


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a lock on a folder, where the system can lock one."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreError("another build is writing here; wait for it") from error
        yield
    finally:
        os.close(handle)
