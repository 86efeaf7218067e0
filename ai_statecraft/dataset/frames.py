"""Tables as data frames, with the types that their columns have in the data dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ai_statecraft.errors import MissingLibraryError, NotFoundError
from ai_statecraft.tables.arrow import arrow_schema
from ai_statecraft.tables.schema import TableSchema

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Frame:
    """A table of the dataset, ready to become a data frame.

    Columns come in the order of the data dictionary and rows in the order of the release;
    dates are dates, numbers floats, counts integers that can be missing, and the terms of a
    vocabulary categories, all of the vocabulary's, in its order, whether they occur or not.

    >>> ds.frame("events", ["record", "type", "date_first"]).columns
    ('record', 'type', 'date_first')
    """

    def __init__(self, schema: TableSchema, table: pa.Table) -> None:
        self.schema = schema
        """The columns with their types and meanings."""
        self._table = table

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order.

        >>> ds.frame("domains").columns
        ('record', 'domain')
        """
        return self.schema.names

    def __len__(self) -> int:
        return self._table.num_rows

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {self.schema.name}: {', '.join(self.columns)}>"

    def select(self, columns: Sequence[str]) -> Frame:
        """The same rows with these columns only; NotFoundError for one that is not there.

        >>> ds.frame("domains").select(["domain"]).columns
        ('domain',)
        """
        known = {column.name: column for column in self.schema.columns}
        for name in columns:
            if name not in known:
                raise NotFoundError(f"column in {self.schema.name}", name, known)
        schema = replace(self.schema, columns=tuple(known[name] for name in columns))
        return Frame(schema, self._table.select(list(columns)))

    def to_arrow(self) -> pa.Table:
        """As an Arrow table; the terms of vocabularies are dictionary-encoded.

        >>> str(ds.frame("domains").to_arrow().schema.field("domain").type)
        'dictionary<values=string, indices=int32, ordered=0>'
        """
        import pyarrow as pa
        from pyarrow import compute

        table = self._table
        for place, column in enumerate(self.schema.columns):
            if column.vocabulary is not None:
                encoding = pa.dictionary(pa.int32(), pa.string())
                field = pa.field(column.name, encoding, nullable=not column.required)
                terms = pa.array([str(term) for term in column.vocabulary], pa.string())
                values = table.column(column.name).combine_chunks()
                # The stubs leave the types of what pyarrow gives here open.
                places = compute.index_in(values, terms)  # pyright: ignore[reportUnknownMemberType]
                encoded = pa.DictionaryArray.from_arrays(places, terms)  # pyright: ignore
                table = table.set_column(place, field, encoded)  # pyright: ignore
        return table.replace_schema_metadata(arrow_schema(self.schema).metadata)

    def to_pandas(self) -> pd.DataFrame:
        """As a DataFrame with a plain index of row numbers, from 0.

        Text is `string`, dates are `datetime64`, numbers `Float64`, counts `Int64`, truth
        values `boolean`; what is missing is NA, of dates NaT.

        >>> frame = ds.frame("quantities", ["measure", "value", "due_first", "usd_rate_year"])
        >>> [str(kind) for kind in frame.to_pandas().dtypes]
        ['category', 'Float64', 'datetime64[ms]', 'Int64']
        """
        import pandas as pd
        import pyarrow as pa
        from pandas.api.extensions import ExtensionDtype

        kinds: dict[pa.DataType, ExtensionDtype] = {
            pa.string(): pd.StringDtype(),
            pa.int64(): pd.Int64Dtype(),
            pa.float64(): pd.Float64Dtype(),
            pa.bool_(): pd.BooleanDtype(),
        }
        # The stubs leave the type of another, unused parameter open.
        to_pandas = self.to_arrow().to_pandas  # pyright: ignore
        return to_pandas(types_mapper=kinds.get, date_as_object=False)

    def to_polars(self) -> pl.DataFrame:
        """As a polars DataFrame, vocabularies as Enum; MissingLibraryError without polars.

        >>> ds.frame("domains").to_polars().columns
        ['record', 'domain']
        """
        try:
            import polars as pl
        except ModuleNotFoundError as error:
            raise MissingLibraryError("a polars frame", "polars", "polars") from error
        frame = pl.DataFrame(self._table)
        return frame.with_columns(
            pl.col(column.name).cast(pl.Enum([str(term) for term in column.vocabulary]))
            for column in self.schema.columns
            if column.vocabulary is not None
        )
