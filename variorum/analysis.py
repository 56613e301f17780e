"""Plain texts for analysis: reading them, and printing what was found."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from variorum.capture.clean import clean
from variorum.model import Analysis, Claim, Relation
from variorum.problems import Problem, not_utf8, shown

_PAGES = (".html", ".htm")
"""Files of which the tags and what frames the article are taken off."""
_TEXTS = (".txt", ".md", *_PAGES)
"""Files of a folder that are analysed."""


def read(paths: Sequence[Path]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Each text by its name: the file's without its ending, or its path where two share one.

    Of a folder, the texts and pages that lie in it.
    """
    texts: dict[str, str] = {}
    problems = []
    files = []
    for path in paths:
        inside = _inside(path) if path.is_dir() else [path]
        if not inside:
            fault = "holds no text to analyse"
            remedy = f"Name files, or a folder with files in {', '.join(_TEXTS)}"
            problems.append(Problem(path.as_posix(), 0, fault, remedy))
        files += inside
    stems = [path.stem for path in files]
    for path, stem in zip(files, stems, strict=True):
        name = stem if stems.count(stem) == 1 else path.as_posix()
        try:
            data = path.read_bytes()
            text = data.decode("utf-8-sig")
            texts[name] = clean(text) if path.suffix.lower() in _PAGES else text
        except OSError as error:
            fault = f"cannot be read: {error.strerror}"
            problems.append(Problem(path.as_posix(), 0, fault, "Name a text file"))
        except UnicodeDecodeError as error:
            problems.append(not_utf8(path.as_posix(), data, error))
    return texts, tuple(problems)


def _inside(folder: Path) -> list[Path]:
    """The texts and pages of a folder, by name; not those of folders inside it."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in _TEXTS)


def as_json(found: Analysis) -> str:
    """The analysis with every field of its records."""
    return json.dumps(asdict(found), indent=1)


def as_text(found: Analysis, limit: int) -> str:
    """One line a claim, three a relation; of the suggestions the first ``limit``."""
    by_id = {claim.id: claim for claim in found.claims}
    rows = [f"claims ({len(found.claims)})"]
    rows += [_claim(claim) for claim in found.claims]
    rows.append(f"relations ({len(found.relations)})")
    rows += [_relation(relation, by_id) for relation in found.relations]
    rows.append(f"suggestions ({len(found.suggestions)})")
    rows += [_relation(relation, by_id) for relation in found.suggestions[:limit]]
    more = len(found.suggestions) - limit
    if more > 0:
        rows.append(f"  and {more} more; --limit {len(found.suggestions)} prints them all")
    return "\n".join(shown(line) for row in rows for line in row.split("\n"))


def _claim(claim: Claim) -> str:
    speakers = f"  [{' < '.join(claim.attributed_to)}]" if claim.attributed_to else ""
    return f"  {claim.id}  {claim.document}  {claim.kind}: {claim.quote}{speakers}"


def _relation(relation: Relation, claims: dict[str, Claim]) -> str:
    a, b = claims[relation.a], claims[relation.b]
    independence = f", {relation.independence}" if relation.independence else ""
    return (
        f"  {a.id} {b.id}  {relation.score:.2f} {relation.type}{independence}: {relation.reason}\n"
        f"      {a.document}: {a.quote}\n      {b.document}: {b.quote}"
    )


def named(found: Analysis, start: str) -> Claim | None:
    """The one claim whose id begins so; None where there is none or more than one."""
    hits = [claim for claim in found.claims if claim.id.startswith(start)]
    return hits[0] if len(hits) == 1 else None
