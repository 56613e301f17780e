"""The part of CBOR (RFC 8949) that Pagefind uses: whole numbers, texts and lists.

A number is an ``int``, a text a ``str``, a list a ``tuple``. Everything is written in its
shortest form, so that one value has one encoding.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Value: TypeAlias = "int | str | tuple[Value, ...]"

_COUNT, _NEGATIVE, _TEXT, _LIST = 0, 1, 3, 4
"""Major types."""
_DEEPEST = 16
"""Pagefind nests eight deep; a bound keeps damaged data from exhausting the stack."""


class FormatError(ValueError):
    """The bytes are not of this part of CBOR; the message says where."""


def encode(value: Value) -> bytes:
    """The bytes of a value."""
    out = bytearray()
    _write(out, value)
    return bytes(out)


def joined(values: Sequence[bytes]) -> bytes:
    """The list of values that are encoded already."""
    out = bytearray()
    _head(out, _LIST, len(values))
    return bytes(out) + b"".join(values)


def decode(data: bytes) -> Value:
    """The one value these bytes hold."""
    value, end = _item(data, 0, _DEEPEST)
    if end != len(data):
        raise FormatError(f"{len(data) - end} bytes too many after byte {end}")
    return value


def _write(out: bytearray, value: Value) -> None:
    if isinstance(value, int):
        _head(out, *((_COUNT, value) if value >= 0 else (_NEGATIVE, -1 - value)))
    elif isinstance(value, str):
        data = value.encode("utf-8")
        _head(out, _TEXT, len(data))
        out += data
    else:
        _head(out, _LIST, len(value))
        for each in value:
            # Nearly all of an index is small numbers: written here, they cost half.
            if isinstance(each, int) and 0 <= each < 24:
                out.append(each)
            else:
                _write(out, each)


def _head(out: bytearray, major: int, count: int) -> None:
    if count < 24:
        out.append(major << 5 | count)
    else:
        size = next(size for size in range(4) if count < 1 << (8 << size))
        out.append(major << 5 | 24 + size)
        out += count.to_bytes(1 << size, "big")


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
    if major == _NEGATIVE:
        return -1 - count, at
    if major not in (_TEXT, _LIST) or count > len(data) - at:
        raise FormatError(f"unknown kind of value, or cut short, at byte {at}")
    if major == _TEXT:
        try:
            return data[at : at + count].decode("utf-8"), at + count
        except UnicodeDecodeError:
            raise FormatError(f"text that is not UTF-8 at byte {at}") from None
    values = []
    for _ in range(count):
        if at < len(data) and data[at] < 24:
            values.append(data[at])
            at += 1
            continue
        value, at = _item(data, at, depth - 1)
        values.append(value)  # type: ignore[arg-type]
    return tuple(values), at
