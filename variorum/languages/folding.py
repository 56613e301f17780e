"""Words and names -> the plain form under which their spellings meet."""

from __future__ import annotations

import unicodedata
from functools import cache

_LONG_NAME = 5
"""Letters from which a name is reduced to its consonants; shorter ones would collide."""
_VOWELS = frozenset("aeiouy")


def plain(word: str) -> str:
    """Lower case, without accents and apostrophes."""
    word = word.lower().replace("’", "").replace("'", "")
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFKD", word)
    return "".join(c for c in marks if not unicodedata.combining(c))


@cache
def name_key(name: str) -> str:
    """One key for the spellings of a name: long ones keep their first letter and consonants."""
    word = plain(name)
    if len(word) < _LONG_NAME:
        return word
    word = word.replace("ph", "f").replace("ck", "k").replace("q", "k").replace("w", "v")
    key = word[0]
    for letter in word[1:]:
        if letter not in _VOWELS and letter != key[-1] and letter != "h":
            key += letter
    return key if len(key) > 2 else word
