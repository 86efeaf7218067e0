"""Tables as Arrow, read from their CSV form by their own schema.

Reading CSV needs only pyarrow: building arrays from Python objects would import pandas
wherever that is installed, which costs more than all else together.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from ai_statecraft.tables.schema import ColumnType, TableSchema

if TYPE_CHECKING:
    import pyarrow as pa


def arrow_schema(schema: TableSchema) -> pa.Schema:
    """The Arrow schema of a table: nullability from the columns, meanings as metadata."""
    import pyarrow as pa

    types = {
        ColumnType.TEXT: pa.string(),
        ColumnType.INTEGER: pa.int64(),
        ColumnType.NUMBER: pa.float64(),
        ColumnType.DATE: pa.date32(),
        ColumnType.BOOLEAN: pa.bool_(),
    }
    return pa.schema(
        [
            pa.field(
                column.name,
                types[column.type],
                nullable=not column.required,
                metadata={"description": column.description},
            )
            for column in schema.columns
        ],
        metadata={"name": schema.name, "description": schema.description},
    )


def read_arrow(schema: TableSchema, data: bytes) -> pa.Table:
    """The table that CSV bytes hold; pyarrow.ArrowInvalid if they do not fit the schema."""
    import pyarrow as pa
    from pyarrow import csv

    wanted = arrow_schema(schema)
    table = csv.read_csv(
        BytesIO(data),
        read_options=csv.ReadOptions(use_threads=False, block_size=max(len(data), 1)),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=wanted,
            null_values=[""],
            true_values=["true"],
            false_values=["false"],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )
    if table.column_names != wanted.names:
        raise pa.ArrowInvalid(f"{schema.name} has columns {table.column_names}")
    return table.cast(wanted)
