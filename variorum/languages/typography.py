"""How a language writes its words and numbers: what every reader of a text cuts it by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from variorum.languages import Pack, pack

# Most words are plain letters before a space or stop, which need not be looked at more closely.
_LETTERS = r"[A-Za-z]++(?![^\s,.])|[^\W\d_]+(?:['’][^\W\d_]+)*"
_DIGITS = r"\d+(?:[.,]\d+)*"
_SIGN = r"[^\w\s]"
_INNER = r"(?:['’.&\-]|(?<=\d),(?=\d))"
"""Marks inside a token of ``token``."""


@dataclass(frozen=True, slots=True)
class Typography:
    """One language's ``typography.toml``, ready to be used."""

    word: re.Pattern[str]
    """A word with its inner apostrophes, a numeral or one sign."""
    term: re.Pattern[str]
    """The same without signs."""
    token: re.Pattern[str]
    """A word with its inner hyphens and abbreviating points as well, or one sign."""
    elided: re.Pattern[str] | None
    """A small word that has lost its vowel to the word after its apostrophe ("l'")."""
    clitics: dict[str, str]
    """What hangs on a verb by a hyphen, with its hyphen ("-t-il") -> the word it is ("il")."""
    possessives: tuple[tuple[str, str], ...]
    """Endings of an owner in small letters with a plain apostrophe, and what of each stays."""
    thousands: tuple[str, ...]
    """Marks that part a number into groups of three digits."""
    decimal: str
    """The mark before a number's fraction."""
    closers: str
    """Closing quotation marks before which a space may stand."""
    acronyms: re.Pattern[str] | None = None
    """Names in capitals that would be small words without ("WHO"), where all is not capitals."""

    def value(self, word: str) -> float | None:
        """What digits with their marks say; None where they are no number."""
        head, point, tail = word.partition(self.decimal)
        for mark in self.thousands:
            groups = head.split(mark)
            if any(len(group) != 3 for group in groups[1:]) or mark in tail:
                return None
            head = "".join(groups)
        if self.decimal in tail:
            return None
        try:
            return float(head + (point and ".") + tail)
        except (ValueError, OverflowError):
            return None

    def numeral(self, word: str) -> str:
        """Digits without the marks that only part them into groups."""
        for mark in self.thousands:
            word = word.replace(mark, "")
        return word

    def owned(self, word: str) -> str:
        """A word without the ending of an owner."""
        return word[: len(word) - self.owner(word)]

    def owner(self, word: str) -> int:
        """How many code points of a word only say that something belongs to it."""
        if not self.possessives:
            return 0
        end = word[-2:].lower().replace("’", "'")
        for ending, stays in self.possessives:
            if end.endswith(ending):
                return len(ending) - len(stays)
        return 0

    def parts(self, phrase: str) -> tuple[str, ...]:
        """The words of a phrase of the pack as texts are cut into them."""
        return tuple(match.group() for match in self.word.finditer(phrase.replace("’", "'")))


@cache
def typography(language: str) -> Typography:
    """The typography of a BCP 47 tag; without a pack, words are cut at spaces and signs."""
    source = pack(language)
    return _made(source) if source else _PLAIN


def _made(source: Pack) -> Typography:
    table = source.table("typography")
    words, numbers = table["words"], table["numbers"]
    spaces = "".join(mark for mark in numbers["thousands"] if mark.isspace())
    digits = _DIGITS
    if spaces:
        # Only groups of three make a space part of a number.
        fraction = rf"(?:{re.escape(numbers['decimal'])}\d+)?"
        digits = rf"\d{{1,3}}(?:[{spaces}]\d{{3}})+(?!\d){fraction}|{digits}"
    elided = rf"(?i:{_either(words['elisions'])})['’](?=[^\W\d_])" if words["elisions"] else ""
    joined = rf"(?i:{_either(words['joined'])})(?![^\W_])" if words["joined"] else ""
    hanging = rf"(?:{_either(words['clitics'])})(?![^\W_])" if words["clitics"] else ""
    clear = f"(?!{hanging})" if hanging else ""
    token = rf"[^\W_]+(?:{clear}{_INNER}[^\W_]+)*['’]?"
    return Typography(
        re.compile("|".join(filter(None, (joined, elided, _LETTERS, _SIGN, digits, "_")))),
        re.compile("|".join(filter(None, (joined, elided, _LETTERS, digits)))),
        re.compile("|".join(filter(None, (elided, hanging, token, _SIGN)))),
        re.compile(elided) if elided else None,
        dict(words["clitics"]),
        tuple((ending, stays) for ending, stays in words["possessives"]),
        tuple(numbers["thousands"]),
        numbers["decimal"],
        table["quotes"]["spaced"],
        _alone(words["acronyms"]) if words["acronyms"] else None,
    )


def _alone(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some forms in capitals, where no neighbour is in capitals too."""
    return re.compile(rf"(?<![A-Z]{{2}} )\b(?:{_either(forms)})\b(?! [A-Z]{{2}})")


def _either(forms: Iterable[str]) -> str:
    """A pattern for any of some forms, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


_PLAIN = Typography(
    re.compile(f"{_LETTERS}|{_SIGN}|{_DIGITS}|_"),
    re.compile(f"{_LETTERS}|{_DIGITS}"),
    re.compile(rf"[^\W_]+(?:{_INNER}[^\W_]+)*['’]?|{_SIGN}"),
    None,
    {},
    (),
    (),
    ".",
    "",
)
