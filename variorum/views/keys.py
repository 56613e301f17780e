"""A name as part of an address, and how alike two names are written."""

from __future__ import annotations

import unicodedata
from functools import cache
from hashlib import sha256

_LONGEST = 100
"""Bytes of a name in an address; a file system takes 255."""


@cache
def key(name: str, passed_over: tuple[str, ...]) -> str:
    """Small letters and digits with hyphens between words.

    One of the words ``passed_over`` is left out where the name begins with it. Letters of
    every script are kept; accents on Latin ones are not.
    """
    out: list[str] = []
    base = ""
    for c in unicodedata.normalize("NFKD", name.casefold()):
        if unicodedata.category(c).startswith("M"):
            if not base.isascii():
                out.append(c)
        elif c.isalnum():
            out.append(c)
            base = c
        elif c not in "'’":
            out.append(" ")
    parts = unicodedata.normalize("NFC", "".join(out)).split()
    if len(parts) > 1 and parts[0] in passed_over:
        del parts[0]
    made = "-".join(parts)
    if made and len(made.encode("utf-8")) <= _LONGEST:
        return made
    digest = sha256(name.encode("utf-8")).hexdigest()[:10]
    cut = made.encode("utf-8")[: _LONGEST - 11].decode("utf-8", "ignore")
    return f"{cut}-{digest}".lstrip("-")
