"""``python -m variorum.evaluate DATA…``: prints the measures, and writes them where asked."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import variorum
from variorum.evaluate import clusters, sets
from variorum.evaluate.report import Results, Row, as_json, as_markdown, as_text, placed


def main(arguments: Sequence[str]) -> int:
    """0 when everything was measured, 2 when something could not be read."""
    options = _options().parse_args(arguments)
    try:
        rows = tuple(_rows(options.data, options.limit))
        results = Results(options.date, variorum.__version__, options.command, rows)
        if options.output:
            options.output.write_text(as_json(results), encoding="utf-8")
        if options.document:
            text = options.document.read_text(encoding="utf-8")
            options.document.write_text(placed(text, as_markdown(results)), encoding="utf-8")
    except (OSError, ValueError) as fault:
        print(f"variorum.evaluate: {fault}", file=sys.stderr)
        return 2
    print(as_json(results) if options.json else as_text(rows), end="")
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m variorum.evaluate",
        description="Measure the engine against annotated data.",
    )
    parser.add_argument(
        "data",
        nargs="+",
        type=_data,
        metavar="[NAME=]DATA",
        help="folder of a cluster (its texts and gold.json), folder of such folders, "
        "or a set: one JSON object a line; NAME is what the results call it",
    )
    parser.add_argument("--limit", type=int, help="read only the first LIMIT items of each set")
    parser.add_argument("--json", action="store_true", help="print the results as JSON")
    parser.add_argument("--output", type=Path, help="write the results file, JSON, here")
    parser.add_argument(
        "--document", type=Path, help="put the table into this Markdown file, between its marks"
    )
    parser.add_argument("--date", default="", help="day of the measurement, for the results file")
    parser.add_argument(
        "--command",
        default="python -m variorum.evaluate DATA…",
        help="what the results file says repeats the measurement",
    )
    return parser


def _data(argument: str) -> tuple[str, Path]:
    """(name or empty, path) of ``NAME=DATA`` or ``DATA``."""
    name, equals, path = argument.partition("=")
    return (name, Path(path)) if equals else ("", Path(argument))


def _rows(data: Sequence[tuple[str, Path]], limit: int | None) -> list[Row]:
    """A row for each cluster and set, and one for the clusters together."""
    folders = [found for name, path in data if path.is_dir() for found in _clusters(name, path)]
    rows = [Row(name, clusters.score(folder)) for name, folder in folders]
    if len(rows) > 1:
        rows.append(Row("mean", clusters.mean(row.measures for row in rows)))
    files = [(name or path.stem, path) for name, path in data if not path.is_dir()]
    return rows + [Row(name, sets.score(path, limit)) for name, path in files]


def _clusters(name: str, path: Path) -> list[tuple[str, Path]]:
    """The folder itself when it is a cluster, else the clusters in it, each with its name."""
    if (path / "gold.json").is_file():
        return [(name or path.name, path)]
    inside = sorted(gold.parent for gold in path.glob("*/gold.json"))
    if not inside:
        raise ValueError(f"{path}: neither it nor a folder in it has a gold.json")
    names = [f"{name} {n}" if name else found.name for n, found in enumerate(inside, 1)]
    return list(zip(names, inside, strict=True))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
