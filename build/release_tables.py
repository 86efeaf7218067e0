"""A release's tables as CSV and Parquet, and the proof that the two hold the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pyarrow.parquet as pq

from ai_statecraft.tables.arrow import read_arrow
from ai_statecraft.tables.schema import ColumnType, TableSchema

if TYPE_CHECKING:
    import pyarrow as pa

DUCKDB_TYPES = {
    ColumnType.TEXT: "VARCHAR",
    ColumnType.INTEGER: "BIGINT",
    ColumnType.NUMBER: "DOUBLE",
    ColumnType.DATE: "DATE",
    ColumnType.BOOLEAN: "BOOLEAN",
}


class UnequalError(Exception):
    """The CSV and the Parquet form of a table differ."""


def write_tables(tables: Mapping[str, tuple[TableSchema, bytes]], folder: Path) -> None:
    """Write each table's CSV bytes, and the same rows as Parquet."""
    (folder / "csv").mkdir()
    (folder / "parquet").mkdir()
    for name, (schema, data) in tables.items():
        (folder / "csv" / f"{name}.csv").write_bytes(data)
        write_parquet(read_arrow(schema, data), folder / "parquet" / f"{name}.parquet")


def write_parquet(table: pa.Table, path: Path) -> None:
    """Write a table so that the same rows and library give the same bytes."""
    with pq.ParquetWriter(
        path, table.schema, version="2.6", compression="zstd", compression_level=9
    ) as writer:
        writer.write_table(table, row_group_size=1 << 20)


def prove_equal(schema: TableSchema, folder: Path) -> None:
    """Raise UnequalError unless a table's CSV and Parquet hold equal values in equal order.

    DuckDB reads both, so that the proof does not rest on the library that wrote them.
    """
    columns = {column.name: DUCKDB_TYPES[column.type] for column in schema.columns}
    csv = folder / "csv" / f"{schema.name}.csv"
    parquet = folder / "parquet" / f"{schema.name}.parquet"
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        written = connection.read_csv(
            str(csv),
            columns=columns,
            header=True,
            null_padding=False,
            quotechar='"',
            escapechar='"',
        ).fetchall()
        copied = connection.read_parquet(str(parquet)).fetchall()
    if len(written) != len(copied):
        raise UnequalError(f"{schema.name}: {len(written)} rows in CSV, {len(copied)} in Parquet")
    for number, (left, right) in enumerate(zip(written, copied, strict=True), 1):
        if left != right:
            raise UnequalError(f"{schema.name}, row {number}: {left} in CSV, {right} in Parquet")
