"""An archive's own variants of names and terms -> what they are folded to before comparing."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.languages.lexicon import Lexicon
from variorum.model import Authorities

Variants = dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]
"""First key of a variant -> its keys and the words of the preferred form, longest first."""


def variants(authorities: Authorities, lexicon: Lexicon) -> Variants:
    """Every variant of the archive's names and families of terms."""
    found: Variants = {}
    for preferred, others in _groups(authorities):
        words = tuple(lexicon.term.findall(preferred))
        # The preferred form too, lest a variant that is a part of it be replaced within it.
        for form in dict.fromkeys((preferred, *others)):
            keys = tuple(lexicon.entry(word).key for word in lexicon.term.findall(form))
            if keys:
                found.setdefault(keys[0], []).append((keys, words))
    for entries in found.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry))
    return found


def fold(
    found: list[tuple[int, str]], pauses: list[bool], known: Variants, lexicon: Lexicon
) -> tuple[list[tuple[int, str]], list[bool]]:
    """Words with their places and pauses, each variant replaced by its preferred form."""
    keys = [lexicon.entry(word).key for _, word in found]
    out: list[tuple[int, str]] = []
    stops: list[bool] = []
    number = 0
    while number < len(found):
        words: tuple[str, ...] = (found[number][1],)
        size = 1
        for variant, preferred in known.get(keys[number], ()):
            if tuple(keys[number : number + len(variant)]) == variant:
                words, size = preferred, len(variant)
                break
        out += [(found[number][0], word) for word in words]
        stops += [False] * (len(words) - 1) + [pauses[number + size - 1]]
        number += size
    return out, stops


def _groups(authorities: Authorities) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield from ((name.name, name.also) for name in authorities.names)
    yield from ((terms[0], terms[1:]) for terms in authorities.terms if terms)
