"""The method page: what the marks mean, who made what, and how well the program does."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from variorum import quality
from variorum.model import PROGRAM, STATUSES, Status
from variorum.views.frame import METHOD, Page, frame
from variorum.views.index import Index

_MEAN = "mean"
"""The row of the measurement that is left out here: it takes the mean of counts too."""
_NONE = "–"
_ENOUGH = 10
"""Relations judged from which a share says something."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A status, explained and counted."""

    status: Status
    label: str
    text: str
    n: str


@dataclass(frozen=True, slots=True)
class Made:
    """How many of a kind the program and the editors made."""

    label: str
    program: str
    confirmed: str
    """Empty where the kind is not confirmed one by one."""
    editor: str
    total: str


@dataclass(frozen=True, slots=True)
class QualityTable:
    """Measures by set of articles."""

    brief: str
    """How often the program is right and how much it finds, in a sentence; empty when unknown."""
    when: str
    command: str
    """Measures it again."""
    sets: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """(measure, a value for each set)."""


@dataclass(frozen=True, slots=True)
class BandRow:
    """A band of confidence, and what came of the program's published relations in it."""

    name: str
    scores: str
    """From which score to which, in words."""
    judged: str
    right: str
    akin: str
    """Right to relate, whatever the type."""
    share: str
    """What part is right; that too few were judged, where they were."""


@dataclass(frozen=True, slots=True)
class MethodView:
    """Everything the method template shows."""

    meanings: tuple[Meaning, ...]
    counted: str
    """How many claims are counted there, in words."""
    made: tuple[Made, ...]
    reviewed: str
    """How many relations of this archive are an editor's, in a sentence."""
    quality: QualityTable | None
    bands: tuple[BandRow, ...]
    bands_when: str
    """Over how many sets of articles, when and with which version; empty when not measured."""


def method(index: Index) -> Page:
    """How the archive is made."""
    words = index.words
    counted = Counter(index.status(claim.id) for claim in index.archive.claims)
    view = MethodView(
        meanings=tuple(
            Meaning(
                status,
                words.label("status_short", status),
                words.label("status_meaning", status),
                words.number(counted[status]),
            )
            for status in STATUSES
        ),
        counted=words.say("method.counted", claims=words.count("n.claims", counted.total())),
        made=_made(index),
        reviewed=_reviewed(index),
        quality=_quality(index),
        bands=_bands(index),
        bands_when=_bands_when(index),
    )
    around = frame(index, METHOD, words.say("nav.method"), section="method")
    return Page(METHOD, "method.html", around, view)


def _made(index: Index) -> tuple[Made, ...]:
    archive, words = index.archive, index.words
    confirmed = sum(r.made_by == PROGRAM and bool(r.confirmed_by) for r in archive.relations)
    rows = []
    for key, items in (
        ("claims", archive.claims),
        ("relations", archive.relations),
        ("matters", archive.matters),
    ):
        program = sum(item.made_by == PROGRAM for item in items)
        checked = confirmed if key == "relations" else 0
        rows.append(
            Made(
                words.say(f"method.made_{key}"),
                words.number(program - checked),
                words.number(checked) if key == "relations" else "",
                words.number(len(items) - program),
                words.number(len(items)),
            )
        )
    return tuple(rows)


def _reviewed(index: Index) -> str:
    relations = index.archive.relations
    held = sum(r.made_by != PROGRAM or bool(r.confirmed_by) for r in relations)
    total = index.words.number(len(relations))
    return index.words.count("method.reviewed", held, total=total) if relations else ""


def _brief(index: Index, sets: list[dict[str, float]]) -> str:
    """The means of the measures that tell most, out of a hundred, in a sentence."""
    told = {}
    for name in ("claim_precision", "claim_recall", "relation_precision", "must_recall"):
        taken = [value for row in sets if (value := _value(name, row)) is not None]
        if not taken:
            return ""
        told[name] = index.words.number(round(100 * sum(taken) / len(taken)))
    return index.words.say("method.quality_brief", **told)


def _quality(index: Index) -> QualityTable | None:
    found = quality.read()
    if found is None:
        return None
    sets = [(row.cluster, dict(row.measures)) for row in found.rows if row.cluster != _MEAN]
    words = index.words
    named = [name for name in words.table["measure"] if any(name in row for _, row in sets)]
    return QualityTable(
        _brief(index, [row for _, row in sets]),
        words.say(
            "method.quality_when",
            date=words.stamp(found.date),
            version=found.version,
        ),
        found.command,
        tuple(cluster for cluster, _ in sets)
        + ((words.say("method.quality_overall"),) if len(sets) > 1 else ()),
        tuple(
            (words.label("measure", name), _values(index, name, [row for _, row in sets]))
            for name in named
        ),
    )


def _banded() -> list[dict[str, float]]:
    """The measured sets in which published relations were judged by band."""
    found = quality.read()
    rows = [dict(row.measures) for row in found.rows if row.cluster != _MEAN] if found else []
    return [row for row in rows if any(f"published_{band}_judged" in row for band in quality.BANDS)]


def _bands_when(index: Index) -> str:
    found, sets = quality.read(), len(_banded())
    if found is None or not sets:
        return ""
    date = index.words.stamp(found.date)
    return index.words.count("method.bands_when", sets, date=date, version=found.version)


def _bands(index: Index) -> tuple[BandRow, ...]:
    """Each band with what was counted over all sets together."""
    words, sets = index.words, _banded()
    rows = []
    above = ""
    for band, lowest in quality.BANDS.items():
        judged, right, akin = (
            int(sum(row.get(f"published_{band}_{what}", 0) for row in sets))
            for what in ("judged", "right", "akin")
        )
        key = "below" if not lowest else "between" if above else "from"
        share = f"{right / judged:.2f}" if judged >= _ENOUGH else words.say("method.bands_few")
        rows.append(
            BandRow(
                words.label("band", band),
                words.say(f"method.bands_{key}", low=words.number(lowest), high=above),
                words.number(judged),
                words.number(right),
                words.number(akin),
                share,
            )
        )
        above = words.number(lowest)
    return tuple(rows)


def _values(index: Index, name: str, rows: list[dict[str, float]]) -> tuple[str, ...]:
    """A measure for each set, and of several sets the sum of counts or the mean of shares."""
    values = [_value(name, row) for row in rows]
    taken = [value for value in values if value is not None]
    written = tuple(_written(index, value) for value in values)
    if len(rows) == 1:
        return written
    if len(taken) < 2:
        return (*written, _NONE)
    if all(isinstance(value, int) for value in taken):
        return (*written, index.words.say("method.quality_sum", n=index.words.number(sum(taken))))
    mean = _written(index, float(sum(taken)) / len(taken))
    if len(taken) < len(rows):
        mean = index.words.say("method.quality_mean_of", mean=mean, n=len(taken))
    return (*written, mean)


def _value(name: str, row: dict[str, float]) -> float | None:
    """A measure; None where it was not taken, or is a share of nothing found."""
    kind = name.removesuffix("_precision")
    return None if kind != name and row.get(f"{kind}_found") == 0 else row.get(name)


def _written(index: Index, value: float | None) -> str:
    """A count whole, a share to two places, a dash for nothing."""
    if value is None:
        return _NONE
    return index.words.number(value) if isinstance(value, int) else f"{value:.2f}"
