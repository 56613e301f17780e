"""Claims + relations + the editor's matters -> matters.

An editor's matter holds exactly the claims it includes, in the order of publication. The
program groups what is left by published relations: a claim joins a group only where it
is related to at least half of those claims there that it could be related to, so that
no chain of single links strings unlike things together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from variorum import prose
from variorum.languages.lexicon import YEAR_WEIGHT, Entry, Lexicon, lexicon
from variorum.model import EDITOR, Claim, Document, Matter, MatterRuling, Quoted, Relation
from variorum.problems import Problem
from variorum.quotes import Finder, named

LEAST_TIES = 0.5
"""Share of the possible pairs between two groups that must be related for them to join."""

_WITHOUT, _FOLLOWS = "the matter goes without it", "the matter follows it"

FEWEST_TERMS = 3
"""Shared words and year that make a title where no name heads it; fewer say too little."""
MOST_NAMES, MOST_TERMS = 2, 3
"""Shared names and words that a title holds."""
TELLING = 0.3
"""Weight from which a shared word tells what a matter is about."""

MOST_WORDS = 12
"""Words of a claim that serve as a title where what is shared does not."""


def group(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    relations: Sequence[Relation],
    rulings: Sequence[MatterRuling],
) -> tuple[tuple[Matter, ...], tuple[Problem, ...]]:
    """The editor's matters in their order, then the program's, conflicts first."""
    problems: list[Problem] = []
    by_id = {claim.id: claim for claim in claims}
    order = _reading_order(documents, claims)
    finder = _Claims(documents, claims, problems)
    edited = [
        Matter(ruling.slug, ruling.title, _ordered(members, order), EDITOR, ruling.summary)
        for ruling in rulings
        if (members := finder.members(ruling))
    ]
    taken = {claim for matter in edited for claim in matter.claims}
    free = [r for r in relations if r.a not in taken and r.b not in taken]
    conflicts = {end for r in free if r.type == "conflicts" for end in (r.a, r.b)}
    groups = sorted(
        (_ordered(members, order) for members in _groups(free, by_id)),
        key=lambda members: (not conflicts & set(members), -len(members), order[members[0]]),
    )
    written = {document.slug: document.language for document in documents}
    made = []
    for ids in groups:
        told = [by_id[i] for i in ids]
        known = lexicon(written[told[0].document])
        made.append(Matter(f"m-{min(ids)}", _title(told, known), ids))
    matters = (*edited, *made)
    slugs = {matter.slug for matter in matters}
    for ruling in rulings:
        what = f'the summary of "{ruling.title}"'
        problems += prose.astray(ruling.summary, slugs, by_id, what, ruling.file, ruling.line)
    return matters, tuple(problems)


class _Claims:
    """The claims that quotations name."""

    def __init__(
        self, documents: Sequence[Document], claims: Sequence[Claim], problems: list[Problem]
    ) -> None:
        self._documents = {document.slug: document for document in documents}
        self._finder = Finder(tuple(documents))
        self._claims: dict[str, list[Claim]] = {}
        for claim in claims:
            self._claims.setdefault(claim.document, []).append(claim)
        self._problems = problems

    def members(self, ruling: MatterRuling) -> set[str]:
        """Ids of the claims a matter includes; each that cannot be found is told."""
        included = self._ids(ruling, ruling.includes)
        excluded = self._ids(ruling, ruling.excludes)
        for quote in sorted(quote for quote in included if quote in excluded):
            remedy = "Keep it in one of the two lists"
            fault = f'"{included[quote]}" is both included and excluded'
            self._problems.append(Problem(ruling.file, ruling.line, fault, remedy))
        if not included:
            fault = f'the matter "{ruling.title}" holds no claim and is left out'
            remedy = "Include at least one claim of the articles as they are now"
            self._problems.append(Problem(ruling.file, ruling.line, fault, remedy, "warning"))
        return set(included)

    def _ids(self, ruling: MatterRuling, quoted: Iterable[Quoted]) -> dict[str, str]:
        found = {}
        for at in quoted:
            place = self._finder.place(at)
            if place.span is None:
                self._tell(ruling, f"{place.fault}; {_WITHOUT}", place.remedy)
                continue
            document = self._documents[at.article]
            words = document.quote(place.span)
            standing = self._claims.get(at.article, ())
            met = named(place.span, words, standing, document.language)
            if place.fault:
                self._tell(ruling, f"{place.fault}; {_FOLLOWS}", place.remedy)
            if met.claim is None:
                nearest = f'; the nearest is "{met.near.quote}"' if met.near else ""
                remedy = "Quote a marked claim, or add it in the article's rulings"
                fault = f'"{words}" is no claim of {at.article}{nearest}; {_WITHOUT}'
                self._tell(ruling, fault, remedy)
                continue
            if met.near:
                fault = f'"{words}" is marked as "{met.near.quote}"; {_FOLLOWS}'
                self._tell(ruling, fault, "Quote the claim as it is marked now")
            found[met.claim.id] = at.quote
        return found

    def _tell(self, ruling: MatterRuling, fault: str, remedy: str) -> None:
        self._problems.append(Problem(ruling.file, ruling.line, fault, remedy, "warning"))


def _reading_order(documents: Sequence[Document], claims: Sequence[Claim]) -> dict[str, int]:
    """Each claim's place in the order of publication, then of the text; undated ones last."""
    dates = {
        document.slug: (when.earliest or when.latest) if (when := document.meta.published) else ""
        for document in documents
    }
    rank = sorted(
        claims,
        key=lambda c: (not dates[c.document], dates[c.document], c.document, c.span, c.id),
    )
    return {claim.id: place for place, claim in enumerate(rank)}


def _ordered(ids: Iterable[str], order: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=order.__getitem__))


def _groups(relations: Sequence[Relation], claims: Mapping[str, Claim]) -> list[frozenset[str]]:
    """Groups of claims, grown from the surest relation to the least sure."""
    ties: dict[str, set[str]] = {}
    for relation in relations:
        ties.setdefault(relation.a, set()).add(relation.b)
        ties.setdefault(relation.b, set()).add(relation.a)
    home = {claim: frozenset([claim]) for claim in ties}
    for relation in sorted(relations, key=lambda r: (-r.score, r.a, r.b)):
        one, other = home[relation.a], home[relation.b]
        if one != other and _belong_together(one, other, ties, claims):
            both = one | other
            home.update(dict.fromkeys(both, both))
    return sorted({members for members in home.values() if len(members) > 1}, key=sorted)


def _belong_together(
    one: frozenset[str],
    other: frozenset[str],
    ties: Mapping[str, set[str]],
    claims: Mapping[str, Claim],
) -> bool:
    """Whether enough of the pairs between two groups are related.

    Claims of one article count only where they are related: agreeing is nothing that an
    article does with itself.
    """
    tied = possible = 0
    for a, b in product(one, other):
        if b in ties[a]:
            tied += 1
            possible += 1
        elif claims[a].document != claims[b].document:
            possible += 1
    return tied >= LEAST_TIES * possible


def _title(claims: Sequence[Claim], known: Lexicon | None) -> str:
    """What the claims share, in words that stand in them: names, telling words, the year.

    Where that is little, the words of the claim that shares most with the others.
    """
    if known is None:
        return _clipped(claims[0])
    said = [_said(claim, known) for claim in claims]
    every = dict.fromkeys(name for claim in claims for name in claim.names)
    spaced = [_spaced(claim, known) for claim in claims]
    names = _shared([[n for n in every if f" {n} " in said_in] for said_in in spaced])[:MOST_NAMES]
    inside = {known.entry(part).key for name in names for part in known.term.findall(name)}
    common = [key for key in _shared(said) if key not in inside]
    entries = {key: next(words[key] for words in said if key in words) for key in common}
    words = [word for word, entry in entries.values() if entry.kind == "word"]
    years = [word for word, entry in entries.values() if entry.kind == "number"]
    head = " · ".join(names)
    about = ", ".join([*words[:MOST_TERMS], *years[:1]])
    if words and (names or len(words) + len(years[:1]) >= FEWEST_TERMS):
        return f"{head}: {about}" if head else about[:1].upper() + about[1:]
    rank = [sum(key in mine for key in common) for mine in said]
    return _clipped(claims[rank.index(max(rank))])


def _said(claim: Claim, known: Lexicon) -> dict[str, tuple[str, Entry]]:
    """The telling words and years of a claim, by what two claims share when they share one."""
    found: dict[str, tuple[str, Entry]] = {}
    for word in known.term.findall(claim.quote):
        entry = known.entry(word)
        telling = entry.kind == "word" and entry.weight >= TELLING and word[0].islower()
        if telling or (entry.kind == "number" and entry.weight == YEAR_WEIGHT and len(word) == 4):
            found.setdefault(entry.key, (word, entry))
    return found


def _spaced(claim: Claim, known: Lexicon) -> str:
    """The words of a claim, a space before and after each."""
    return f" {' '.join(known.term.findall(claim.quote))} "


def _clipped(claim: Claim) -> str:
    words = claim.quote.split()
    return " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")


def _shared(lists: Sequence[Iterable[str]]) -> list[str]:
    """What at least half of the lists have, and more than one, the commonest first."""
    written: dict[str, str] = {}
    for words in lists:
        for word in words:
            written.setdefault(word.casefold(), word)
    counts = Counter(word for words in lists for word in {word.casefold() for word in words})
    place = {word: n for n, word in enumerate(written)}
    least = max(2, (len(lists) + 1) // 2)
    most = [(-count, place[word], word) for word, count in counts.items() if count >= least]
    return [written[word] for _, _, word in sorted(most)]
