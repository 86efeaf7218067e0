"""What the commands that show the dataset share: which data, seen from when, and in what form."""

from __future__ import annotations

import csv
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ai_statecraft.tables.csv import Value, cell

if TYPE_CHECKING:
    from ai_statecraft.dataset import Dataset

Row = Mapping[str, Value]

FORMATS = ("text", "json", "csv")


def add_view_options(parser: ArgumentParser, default: str = "text") -> None:
    """Add the options that say which data to show, as of when, and in what form."""
    parser.add_argument("--format", choices=FORMATS, default=default, help=f"default: {default}")
    parser.add_argument(
        "--from",
        dest="origin",
        type=Path,
        metavar="DIR",
        help="a release folder or a checkout (default: the package's own data)",
    )
    parser.add_argument("--valid-on", metavar="DAY", help="compute every status for this day")
    parser.add_argument(
        "--known-on", metavar="DAY", help="only what could be known by the end of this day"
    )
    parser.add_argument(
        "--certainly", action="store_true", help="leave out what was only possibly known by then"
    )


def viewed(options: Namespace) -> Dataset:
    """The dataset that the options ask for."""
    from ai_statecraft.dataset import load

    return load(options.origin).as_of(
        valid_on=options.valid_on, known_on=options.known_on, certainly=options.certainly
    )


def print_rows(rows: Sequence[Row], style: str, columns: Sequence[str]) -> None:
    """Print rows as aligned text, as a JSON array of objects, or as CSV with a heading."""
    if style == "json":
        print_json([{name: row.get(name) for name in columns} for row in rows])
    elif style == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([cell(row.get(name)) for name in columns] for row in rows)
    else:
        texts = [[cell(row.get(name)) for name in columns] for row in rows]
        widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
        for line in texts:
            padded = (text.ljust(width) for text, width in zip(line, widths, strict=True))
            print("  ".join(padded).rstrip())


def print_json(value: object) -> None:
    """Print a value as JSON, days as text."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_as_text))


def _as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON is known for {type(value).__name__}")
