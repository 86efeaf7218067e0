"""No column that names a record, and no table's key, is forgotten by the rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import pyarrow as pa

from ai_statecraft.checks.registries import REGISTRIES
from ai_statecraft.checks.rules import SqlRule
from ai_statecraft.checks.run import run_rules
from ai_statecraft.checks.validate import UNREAD
from ai_statecraft.tables.arrow import read_arrow
from ai_statecraft.tables.catalogue import catalogue
from ai_statecraft.tables.csv import Row, Value, write_csv
from ai_statecraft.tables.schema import ColumnType, TableSchema

SCHEMAS: Mapping[str, TableSchema] = {
    **catalogue(),
    REGISTRIES.name: REGISTRIES,
    UNREAD.name: UNREAD,
}
SAMPLES: Mapping[ColumnType, Value] = {
    ColumnType.TEXT: "sample",
    ColumnType.INTEGER: 2024,
    ColumnType.NUMBER: 7.5,
    ColumnType.DATE: date(2024, 3, 1),
    ColumnType.BOOLEAN: True,
}


def sample_row(schema: TableSchema, **values: Value) -> Row:
    required = {c.name: SAMPLES[c.type] for c in schema.columns if c.required}
    return {**required, **values}


def table(name: str, rows: list[Row]) -> pa.Table:
    return read_arrow(SCHEMAS[name], write_csv(SCHEMAS[name], rows))


EMPTY = {name: table(name, []) for name in SCHEMAS}


def tables(**rows: list[Row]) -> dict[str, pa.Table]:
    return EMPTY | {name: table(name, of_table) for name, of_table in rows.items()}


REFERENCES = [
    (schema.name, column.name)
    for schema in catalogue().values()
    for column in schema.columns
    # A row's own record is there, or the row would not be.
    if column.table == "records" and column.name != "record"
]


def test_a_dangling_reference_is_found_in_every_column_that_names_a_record(
    rules: Mapping[str, SqlRule],
) -> None:
    missing = {place: f"actor/missing-{number}" for number, place in enumerate(REFERENCES)}
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for (name, column), record in missing.items():
        rows[name].append(sample_row(SCHEMAS[name], **{column: record}))
    found = run_rules(tables(**rows), (rules["REF001"], rules["REF005"]))
    for (name, column), record in missing.items():
        ids = [row.rule.id for row in found if re.search(rf"{record}\b", row.message)]
        assert ids == ["REF005" if name == "redirects" else "REF001"], f"{name}.{column}"


def test_a_key_that_comes_twice_is_found_in_every_table(rules: Mapping[str, SqlRule]) -> None:
    twice = {name: [sample_row(SCHEMAS[name])] * 2 for name in catalogue()}
    found = run_rules(tables(**twice), (rules["KEY001"],))
    assert sorted(row.message.rpartition(" ")[2] for row in found) == sorted(catalogue())
    assert all("stands 2 times in the table" in row.message for row in found)


def test_keys_that_differ_in_any_part_are_two(rules: Mapping[str, SqlRule]) -> None:
    others: Mapping[ColumnType, Value] = {
        ColumnType.TEXT: "other",
        ColumnType.INTEGER: 2025,
        ColumnType.BOOLEAN: False,
    }
    differing = {
        name: [sample_row(schema)]
        + [sample_row(schema, **{key: others[schema.column(key).type]}) for key in schema.key]
        for name, schema in catalogue().items()
    }
    assert run_rules(tables(**differing), (rules["KEY001"],)) == ()


def test_rules_find_nothing_in_an_empty_dataset(rules: Mapping[str, SqlRule]) -> None:
    assert run_rules(tables(), tuple(rules.values())) == ()
