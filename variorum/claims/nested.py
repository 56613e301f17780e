"""Clauses inside another, which goes on around them: each can be checked by itself."""

from __future__ import annotations

from variorum.claims import referents
from variorum.claims.joints import Clause, Joints

_SHORTEST = 3
"""Fewest words before such a clause, and of it."""
_SHORTEST_DEED = 5
"""The same of a second verb that shares its subject with the first."""
_CLOSE = 5
"""Words after a comma within which "of them" must follow the number it belongs to."""
_BORDERS = frozenset(",;:—")
_DASHES = frozenset("–—")
_LONGEST_ASIDE = 25
"""Words of a relative clause between commas, at most."""


def at(joints: Joints, begin: int, n: int, complete: bool) -> Clause | None:
    """The clause inside the one from word ``begin`` that word ``n`` opens; None where none does.

    ``complete``: the outer clause has its finite verb. One without a comma reaches as far
    as the outer clause does.
    """
    join, word = joints.grammar.words["join"], joints.words.folded[n]
    if word in join["subsets"]:
        return _subset(joints, begin, n)
    if word == ",":
        return _part(joints, begin, n)
    if joints.words.folded[n - 1] == ",":
        return _aside(joints, n) if word in join["aside"] else None
    if min(n - begin, joints.last - n) <= _SHORTEST:
        return None
    if word in join["restricting"]:
        return _relative(joints, begin, n)
    if word in join["dating"]:
        return None if _ahead(joints, begin, n) else _dating(joints, n, complete)
    return _deed(joints, begin, n) if complete and word in join["deeds"] else None


def interrupts(joints: Joints, n: int) -> bool:
    """Whether word ``n`` opens an aside: "whether the driver, who survived, had been drinking"."""
    aside = joints.grammar.words["join"]["aside"]
    return joints.words.folded[n] in aside and joints.words.folded[n - 1] == ","


def _subset(joints: Joints, begin: int, n: int) -> Clause | None:
    """ "72 people including nine children were killed": some of them, counted apart."""
    if not (joints.figured(begin, n - 1) and joints.figured(n + 1, n + 1)):
        return None
    folded, last = joints.words.folded, n + 1
    while last < joints.last and not joints.words.finite[last + 1] and folded[last + 1] != ",":
        last += 1
    return Clause(n, last, "subset figure")


def _part(joints: Joints, begin: int, n: int) -> Clause | None:
    """ "31 people were treated, nine of them police": some of them, told after a comma."""
    if not (joints.figured(n + 1, n + 2) and joints.figured(begin, n - 1)):
        return None
    folded, join = joints.words.folded, joints.grammar.words["join"]
    near = range(n + 2, min(n + _CLOSE, joints.last))
    of = next((k for k in near if folded[k] in join["linking"]), 0)
    if not of or folded[of + 1] not in join["parted"]:
        return None
    last = of + 1
    while last < joints.last and folded[last + 1] not in _BORDERS:
        last += 1
    return Clause(n + 1, last, "part figure")


def _ahead(joints: Joints, begin: int, n: int) -> bool:
    """Whether what word ``n`` opens is to come with the outer clause: "after they have met"."""
    words, grammar = joints.words, joints.grammar
    if grammar.words["kinds"]["forecast"].isdisjoint(words.folded[begin:n]):
        return False
    verb = next((k for k in range(n + 1, joints.last + 1) if words.finite[k]), n)
    return grammar.form(words.folded[verb]) != "past"


def _dating(joints: Joints, n: int, complete: bool) -> Clause | None:
    """ "Work stopped after the pump failed", or "in the weeks since the war began, ..."."""
    start = joints.start(n)
    head = joints.words.folded[start]
    dated = head.isdecimal() or head in joints.grammar.words["join"]["bygone"]
    if dated or not joints.subject(start):
        return None
    last = joints.last if complete else _until_comma(joints, n)
    return Clause(n + 1, last, "nested clause") if last - n > _SHORTEST else None


def _aside(joints: Joints, n: int) -> Clause | None:
    """ "Georgia, which has a border with Russia, said": a relative clause between commas."""
    last = _until_comma(joints, n)
    if last - n < _SHORTEST:
        return None
    return Clause(joints.antecedent(n - 2), last, "nested relative")


def _until_comma(joints: Joints, n: int) -> int:
    """The last word before the comma or dash that closes the clause opened at ``n``; else -1."""
    verb = False
    for k in range(n + 1, min(n + _LONGEST_ASIDE, joints.last)):
        if verb and (joints.words.folded[k] == "," or joints.words.folded[k] in _DASHES):
            return k - 1
        verb = verb or joints.words.finite[k]
    return -1


def _relative(joints: Joints, begin: int, n: int) -> Clause | None:
    """ "The 2013 treaty which averted a war": with the words it is said of."""
    before = joints.words.folded[n - 1]
    led = not before.isalpha() or before in joints.grammar.words["join"]["prepositions"]
    if led or not (joints.words.finite[n + 1] or joints.subject(n + 1)):
        return None
    first = referents.agreeing(joints.words, begin, joints.antecedent(n - 1), n, joints.grammar)
    return Clause(first, joints.last, "nested relative") if first > begin else None


def _deed(joints: Joints, begin: int, n: int) -> Clause | None:
    """ "Police searched the house and brought three women out": a second deed."""
    if min(n - begin, joints.last - n) < _SHORTEST_DEED:
        return None
    words, grammar, start = joints.words, joints.grammar, joints.start(n)
    if start > joints.last or grammar.auxiliary(words.folded[n - 1]):
        return None
    word = words.folded[start]
    form = grammar.form(word)
    done = words.finite[start] and form in ("past", "third")
    if word in grammar.words["kinds"]["statement"]:
        return None
    if form == "past" and _helped(joints, begin, n):
        return None
    return Clause(n + 1, joints.last, "second deed") if done else None


def _helped(joints: Joints, begin: int, n: int) -> bool:
    """Whether the verb before word ``n`` needs a helping one ("was bound and beaten")."""
    for k in range(n - 1, max(begin, n - _LONGEST_ASIDE) - 1, -1):
        if joints.words.finite[k]:
            return joints.grammar.form(joints.words.folded[k]) == "finite"
    return False
