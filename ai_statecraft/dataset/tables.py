"""The published tables of a dataset, made when first asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from ai_statecraft.contents import Contents
from ai_statecraft.errors import MissingLibraryError, NotFoundError, QueryError
from ai_statecraft.models import Record
from ai_statecraft.tables.catalogue import DATED, catalogue
from ai_statecraft.tables.csv import Row, write_csv
from ai_statecraft.tables.schema import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa


_WORD = re.compile(r"\w+")
_MISSING_TABLE = re.compile(r"Table with name (\S+) does not exist")


class Tables:
    """The tables that follow from a dataset's contents."""

    def __init__(self, contents: Contents, whole: Tables | None = None) -> None:
        self._contents = contents
        self.whole = whole
        """The tables of the same records on the release's own day, if these are of another."""
        self._made: dict[str, pa.Table] = {}

    def schema(self, name: str) -> TableSchema:
        """What a table holds; NotFoundError names the nearest tables."""
        try:
            return catalogue()[name]
        except KeyError:
            raise NotFoundError("table", name, catalogue()) from None

    def table(self, name: str) -> pa.Table:
        """One of the tables as Arrow, as it is published: from the release's file, if it has one.

        For another day than the release's own, the table is derived from the records.
        """
        schema = self.schema(name)
        if self.whole is not None and name not in DATED:
            return self.whole.table(name)
        if name not in self._made:
            stored = self._stored(schema)
            self._made[name] = self._derived(schema) if stored is None else stored
        return self._made[name]

    def of_type(self, model: type[Record]) -> tuple[TableSchema, pa.Table]:
        """The rows of `records` for one type, with the columns that are particular to it."""
        from pyarrow import compute

        from ai_statecraft.tables.arrow import arrow_schema

        shared, own = self.schema("records"), self.schema(model.folder)
        particular = tuple(c for c in own.columns if c.name not in shared.names)
        # What both have is the type's own where it says more, as its vocabulary of kinds.
        columns = (
            own.column(c.name) if c.name in own.names and c.vocabulary is None else c
            for c in shared.columns
        )
        schema = TableSchema(model.folder, own.description, (*columns, *particular), shared.key)
        # Both tables have a row a record, in the same order.
        found = self.table("records").filter(compute.field("record_type") == model.type)
        details = self.table(model.folder)
        for column in particular:
            found = found.append_column(column.name, details.column(column.name))
        return schema, found.cast(arrow_schema(schema))

    def _stored(self, schema: TableSchema) -> pa.Table | None:
        release = self._contents.release
        if release is None or self._contents.whole is not None:
            return None
        return release.table(schema.name)

    def _derived(self, schema: TableSchema) -> pa.Table:
        from ai_statecraft.tables.arrow import read_arrow

        return read_arrow(schema, write_csv(schema, self._rows[schema.name]))

    def sql(self, query: str) -> pa.Table:
        """The answer of DuckDB to one query over the tables; see `Dataset.sql`."""
        try:
            import duckdb
        except ModuleNotFoundError as error:
            extra = "ai-statecraft[curation]"
            raise MissingLibraryError("a query in SQL", "duckdb", extra) from error
        with duckdb.connect(
            ":memory:",
            config={"python_enable_replacements": False, "enable_external_access": False},
        ) as connection:
            try:
                statements = connection.extract_statements(query)
                if [each.type for each in statements] != [duckdb.StatementType.SELECT]:
                    raise QueryError("give one query that begins with select, from or with")
                # Only what is named is made: it costs more than the query.
                for name in set(_WORD.findall(query.casefold())) & set(catalogue()):
                    connection.register(name, self.table(name))
                return connection.sql(query).to_arrow_table()
            except duckdb.CatalogException as error:
                if missing := _MISSING_TABLE.search(str(error)):
                    raise NotFoundError("table", missing[1], catalogue()) from error
                raise QueryError(str(error)) from error
            except duckdb.Error as error:
                raise QueryError(str(error)) from error

    @cached_property
    def _rows(self) -> Mapping[str, list[Row]]:
        from ai_statecraft.tables.rows import dated_rows, table_rows

        if self.whole is not None:
            return dated_rows(self.whole._rows, self._contents)
        return table_rows(self._contents)
