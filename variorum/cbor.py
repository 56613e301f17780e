"""The part of CBOR (RFC 8949) that Pagefind's metadata uses: counts, texts and lists.

A count is an ``int`` of 0 or more, a text a ``str``, a list a ``tuple``. Everything is
written in its shortest form, so that one value has one encoding.
"""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "int | str | tuple[Value, ...]"

_COUNT, _TEXT, _LIST = 0, 3, 4
"""Major types."""
_DEEPEST = 16
"""Pagefind nests four deep; a bound keeps damaged data from exhausting the stack."""


class FormatError(ValueError):
    """The bytes are not of this part of CBOR; the message says where."""


def encode(value: Value) -> bytes:
    """The bytes of a value."""
    if isinstance(value, int):
        return _head(_COUNT, value)
    if isinstance(value, str):
        data = value.encode("utf-8")
        return _head(_TEXT, len(data)) + data
    return _head(_LIST, len(value)) + b"".join(map(encode, value))


def decode(data: bytes) -> Value:
    """The one value these bytes hold."""
    value, end = _item(data, 0, _DEEPEST)
    if end != len(data):
        raise FormatError(f"{len(data) - end} bytes too many after byte {end}")
    return value


def _head(major: int, count: int) -> bytes:
    if count < 24:
        return bytes([major << 5 | count])
    size = next(size for size in range(4) if count < 1 << (8 << size))
    return bytes([major << 5 | 24 + size]) + count.to_bytes(1 << size, "big")


def _item(data: bytes, at: int, depth: int) -> tuple[Value, int]:
    """The value that starts at byte ``at``, and where it ends."""
    if at >= len(data) or not depth:
        raise FormatError(f"cut short or too deep at byte {at}")
    major, count, at = data[at] >> 5, data[at] & 31, at + 1
    if count >= 24:
        if count > 27:
            raise FormatError(f"open or reserved length at byte {at - 1}")
        size = 1 << (count - 24)
        if at + size > len(data):
            raise FormatError(f"cut short at byte {at}")
        count, at = int.from_bytes(data[at : at + size], "big"), at + size
    if major == _COUNT:
        return count, at
    if major not in (_TEXT, _LIST) or count > len(data) - at:
        raise FormatError(f"unknown kind of value, or cut short, at byte {at}")
    if major == _TEXT:
        try:
            return data[at : at + count].decode("utf-8"), at + count
        except UnicodeDecodeError:
            raise FormatError(f"text that is not UTF-8 at byte {at}") from None
    values = []
    for _ in range(count):
        value, at = _item(data, at, depth - 1)
        values.append(value)
    return tuple(values), at
