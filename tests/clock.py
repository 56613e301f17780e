"""How long a piece of work keeps the processor busy."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Spent:
    """Seconds of processor time; 0 until the work is done."""

    seconds = 0.0


@contextmanager
def busy() -> Iterator[Spent]:
    """Times its body; garbage of other tests is not collected at its expense."""
    spent = Spent()
    gc.disable()
    began = time.process_time()
    try:
        yield spent
    finally:
        spent.seconds = time.process_time() - began
        gc.enable()
