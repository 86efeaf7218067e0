"""Rows as CSV: the one text form of a table, from which its Arrow form is read.

UTF-8, comma, LF, minimal quotes, a header line; null is the empty field, and no text
is empty; numbers have no exponent; dates are ISO 8601; booleans are true and false.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from io import StringIO

from ai_statecraft.tables.schema import TableSchema

Value = str | int | float | bool | date | None
"""What a cell can hold."""
Row = Mapping[str, Value]
"""A row by column name; a column that is absent is null."""


def write_csv(schema: TableSchema, rows: Iterable[Row]) -> bytes:
    """The rows of a table as CSV; ValueError for a column that the schema lacks."""
    names = schema.names
    known = frozenset(names)
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        if not known.issuperset(row):
            raise ValueError(f"{schema.name} has no column {sorted(row.keys() - known)}")
        writer.writerow([cell(row.get(name)) for name in names])
    return text.getvalue().encode()


def cell(value: Value) -> str:
    """A value as a CSV cell has it."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return plain(value)
        case _:
            return str(value)


def plain(number: float) -> str:
    """The shortest decimal that reads back as the number, without an exponent."""
    if number.is_integer():
        return str(int(number))
    return format(Decimal(repr(number)), "f")
