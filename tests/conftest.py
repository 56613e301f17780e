"""What makes the tests quick without making them weaker."""

from __future__ import annotations

from collections.abc import Iterator

import jinja2
import pytest


class Compiled(jinja2.BytecodeCache):
    """Templates by the hash of their text: most tests build sites, and from the same ones.

    Compiling them takes longer than all else that a small site costs. What it is compiled
    from is compared each time, so that a changed template is compiled anew.
    """

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], object] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.code


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Let every environment of this process share one cache."""
    compiled, begin = Compiled(), jinja2.Environment.__init__

    def cached(self: jinja2.Environment, *given: object, **named: object) -> None:
        begin(self, *given, **{"bytecode_cache": compiled, **named})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "__init__", cached)
        yield
