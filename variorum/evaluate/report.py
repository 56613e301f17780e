"""Measures as a results file for the method page, and as a table for people."""

from __future__ import annotations

import json
from dataclasses import dataclass

START, END = "<!-- figures -->", "<!-- end of figures -->"
"""Between these two lines of a document the table stands."""

Measures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured on one cluster or set."""

    name: str
    measures: Measures


@dataclass(frozen=True, slots=True)
class Results:
    """One run over all the data given."""

    date: str
    """ISO 8601, as given: no clock is read."""
    version: str
    """Of Variorum."""
    command: str
    """What repeats it."""
    rows: tuple[Row, ...]


def as_json(results: Results) -> str:
    """The results file."""
    content = {
        "date": results.date,
        "version": results.version,
        "command": results.command,
        "rows": [{"cluster": row.name, "measures": row.measures} for row in results.rows],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def as_text(rows: tuple[Row, ...]) -> str:
    """For a terminal: one measure a line."""
    lines = []
    for row in rows:
        lines.append(row.name)
        lines += [f"  {name:28} {_shown(value)}" for name, value in row.measures.items()]
    return "\n".join(lines) + "\n"


def as_markdown(results: Results) -> str:
    """Tables of the rows that have the same measures, one column for each row."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in results.rows:
        groups.setdefault(tuple(row.measures), []).append(row)
    parts = [
        f"Measured on {results.date} with Variorum {results.version}:\n\n    {results.command}\n"
    ]
    for measures, rows in groups.items():
        lines = [
            "| measure | " + " | ".join(row.name for row in rows) + " |",
            "| --- |" + " ---: |" * len(rows),
        ]
        for name in measures:
            values = " | ".join(_shown(row.measures[name]) for row in rows)
            lines.append(f"| {name.replace('_', ' ')} | {values} |")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def placed(document: str, table: str) -> str:
    """The document with the table between its two marks; ValueError where it lacks them."""
    before, start, rest = document.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise ValueError(f'it has no lines "{START}" and "{END}"')
    return f"{before}{start}\n\n{table}\n{end}{after}"


def _shown(value: float) -> str:
    """Counts without decimals, shares with as many as they have, three at most."""
    return f"{value:,.0f}" if float(value).is_integer() and value > 1 else f"{value:g}"
