"""Text of the rulings files -> rulings, or every problem in them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import get_args

from variorum import fields, strictyaml
from variorum.fields import Fields, Shape
from variorum.model import (
    ClaimRuling,
    Independence,
    Kind,
    MatterRuling,
    Quoted,
    RelationRuling,
    Verdict,
)
from variorum.problems import Problem
from variorum.strictyaml import Items

_QUOTE = ("quote", "prefix", "suffix")
_FILE = Shape("the rulings file", ("claims", "relations"))
_CLAIM = Shape(
    "a claim's ruling",
    ("ruling", *_QUOTE, "kind", "attributed_to", "restates", "by", "on", "note"),
    ("ruling", "quote", "by", "on"),
)
_RELATION = Shape(
    "a relation's ruling",
    ("ruling", "here", "there", "type", "independence", "origin", "reason", "by", "on"),
    ("ruling", "here", "there", "by", "on"),
)
_HERE = Shape('"here"', _QUOTE, ("quote",))
_THERE = Shape('"there"', ("article", *_QUOTE), ("article", "quote"))
_MATTER = Shape(
    "a matter", ("title", "slug", "includes", "excludes", "summary"), ("title", "includes")
)
_MEMBER = Shape("a matter's claim", ("article", *_QUOTE), ("article", "quote"))
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST = 100
"""Characters of the longest slug of a matter."""
_TAKEN = frozenset({"page", "under"})
"""Names that stand beside the matters' addresses: the parts of a long list of them."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the editors decided on the claims and relations of one or more articles."""

    claims: tuple[ClaimRuling, ...] = ()
    relations: tuple[RelationRuling, ...] = ()


def read(text: str, slug: str, path: str) -> tuple[Rulings, tuple[Problem, ...]]:
    """The sound rulings of one article's file, and every problem of the others."""
    problems: list[Problem] = []
    tree, faults = strictyaml.read(text, path)
    problems += faults
    found = fields.of(tree, _FILE, path, problems) if tree else None
    if found is None:
        return Rulings(), tuple(problems)
    claims = [_claim(entry, slug) for entry in found.records("claims", _CLAIM)]
    relations = [_relation(entry, slug) for entry in found.records("relations", _RELATION)]
    return (
        Rulings(
            tuple(ruling for ruling in claims if ruling),
            tuple(ruling for ruling in relations if ruling),
        ),
        tuple(problems),
    )


def _claim(entry: Fields, slug: str) -> ClaimRuling | None:
    before = len(entry.problems)
    ruling = entry.choice("ruling", ("add", "amend", "reject"))
    kind = entry.choice("kind", get_args(Kind))
    keys = ("kind", "attributed_to", "restates", "note")
    decided = [key for key in keys if key in entry.entries]
    if ruling == "amend" and not decided:
        remedy = "Add kind, attributed_to, restates or note"
        entry.fault(entry.line, "an amended claim says nothing new", remedy)
    if ruling == "reject" and set(decided) - {"note"}:
        remedy = "Leave them out, or amend the claim"
        entry.fault(entry.line, f"a rejected claim has a {decided[0]}", remedy)
    made = ClaimRuling(
        ruling,  # type: ignore[arg-type]
        _quoted(entry, slug),
        entry.text("by"),
        entry.date("on"),
        kind or None,  # type: ignore[arg-type]
        entry.texts("attributed_to") if "attributed_to" in entry.entries else None,
        entry.text("restates"),
        entry.text("note"),
        entry.path,
        entry.line,
    )
    return made if entry.complete and len(entry.problems) == before else None


def _relation(entry: Fields, slug: str) -> RelationRuling | None:
    before = len(entry.problems)
    here, there = entry.record("here", _HERE), entry.record("there", _THERE)
    made = RelationRuling(
        entry.choice("ruling", ("accept", "amend", "reject", "add")),  # type: ignore[arg-type]
        _quoted(here, slug) if here else Quoted(slug, ""),
        _quoted(there, there.text("article")) if there else Quoted("", ""),
        entry.text("by"),
        entry.date("on"),
        entry.choice("type", get_args(Verdict)) or None,  # type: ignore[arg-type]
        entry.choice("independence", get_args(Independence)) or None,  # type: ignore[arg-type]
        entry.text("origin"),
        entry.text("reason"),
        entry.path,
        entry.line,
    )
    if len(entry.problems) == before:
        _agree(entry, made)
    return made if entry.complete and len(entry.problems) == before else None


def _agree(entry: Fields, made: RelationRuling) -> None:
    """Add the problems of a ruling whose parts do not go together."""
    decided = made.type or made.independence or made.origin or made.reason
    if made.ruling == "add" and not (made.type and made.reason):
        missing = "type" if not made.type else "reason"
        entry.fault(entry.line, f'an added relation has no "{missing}"', f'Add "{missing}"')
    if made.ruling == "amend" and not decided:
        remedy = "Add type, independence, origin or reason"
        entry.fault(entry.line, "an amended relation says nothing new", remedy)
    if made.type not in (None, "corroborates") and made.independence:
        fault = f'independence belongs to "corroborates", not to "{made.type}"'
        entry.fault(entry.line_of("independence"), fault, "Leave it out")
    if made.origin and made.independence not in (None, "shared-origin"):
        fault = f'an origin belongs to "shared-origin", not to "{made.independence}"'
        entry.fault(entry.line_of("origin"), fault, "Leave it out")
    if made.ruling == "add" and made.independence == "shared-origin" and not made.origin:
        remedy = "Add origin: the outlet, agency, person or document both rest on"
        entry.fault(entry.line_of("independence"), "a shared origin is not named", remedy)
    alone = made.here.article == made.there.article
    if alone and made.ruling != "reject" and made.type not in (None, "conflicts"):
        fault = f'"{made.type}" between two claims of one article'
        entry.fault(entry.line, fault, "Within one article only conflicts are stated")


def _quoted(entry: Fields, article: str) -> Quoted:
    return Quoted(article, *(entry.text(key) for key in _QUOTE))


def read_matters(text: str, path: str) -> tuple[tuple[MatterRuling, ...], tuple[Problem, ...]]:
    """The sound matters of matters.yaml in its order, and every problem of the others."""
    problems: list[Problem] = []
    tree, faults = strictyaml.read(text, path)
    problems += faults
    if tree is None:
        return (), tuple(problems)
    if not isinstance(tree, Items):
        remedy = "Begin each matter with a dash:  - title: …"
        return (), (*problems, Problem(path, tree.line, "the matters are not a list", remedy))
    entries = (fields.of(value, _MATTER, path, problems) for value in tree.values)
    matters = []
    taken: dict[str, int] = {}
    for entry in filter(None, entries):
        before = len(problems)
        made = _matter(entry)
        if made.slug in taken:
            fault = f'slug "{made.slug}" is taken by the matter on line {taken[made.slug]}'
            entry.fault(entry.line_of("slug"), fault, "Give each matter a slug of its own")
        elif made.slug:
            taken[made.slug] = made.line
        if entry.complete and len(problems) == before:
            matters.append(made)
    return tuple(matters), tuple(problems)


def _matter(entry: Fields) -> MatterRuling:
    title = entry.text("title")
    slug = _address(entry, title)
    members = {
        key: tuple(
            _quoted(member, member.text("article")) for member in entry.records(key, _MEMBER)
        )
        for key in ("includes", "excludes")
    }
    return MatterRuling(
        slug,
        title,
        members["includes"],
        members["excludes"],
        entry.lines("summary"),
        entry.path,
        entry.line,
    )


def _address(entry: Fields, title: str) -> str:
    """The slug given, else one made of the title's words; empty, and a problem, if neither is."""
    line, slug = entry.line_of("slug"), entry.text("slug")
    if not slug:
        made = _slug(title)
        if title and not made:
            fault = f'no address can be made of the title "{title}"'
            entry.fault(line, fault, "Add slug: small letters a to z, digits and single hyphens")
        return made
    if not _SLUG.fullmatch(slug):
        remedy = "Use small letters a to z, digits and single hyphens"
        entry.fault(line, f'slug "{slug}" cannot be an address', remedy)
    elif len(slug) > _LONGEST:
        entry.fault(line, f"this slug has more than {_LONGEST} characters", "Shorten it")
    elif slug in _TAKEN:
        entry.fault(line, f'slug "{slug}" is an address of the list of matters', "Choose another")
    return slug


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    if len(slug) > _LONGEST:
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return f"{slug}-1" if slug in _TAKEN else slug
