"""Plain words -> Markdown that renders back to the same words."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*\[<]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,31};)")
_OPENING = re.compile(r"(?=[#>~=+-])|(\d{1,9})(?=[.)])")
_SPACE = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """The words on one line, without control characters; no-break spaces stay."""
    pieces = (_CONTROL.sub("", _SPACE.sub(" ", piece)) for piece in text.split("\u00a0"))
    return "\u00a0".join(pieces).strip()


def escape(text: str) -> str:
    """One paragraph of Markdown that shows the words of ``text`` and nothing else."""
    escaped = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    opening = _OPENING.match(escaped)
    if not opening:
        return escaped
    return f"{escaped[: opening.end()]}\\{escaped[opening.end() :]}"
