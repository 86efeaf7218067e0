"""The records of one type, by their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from ai_statecraft.contents import Contents
from ai_statecraft.dataset.tables import Tables
from ai_statecraft.errors import NotFoundError
from ai_statecraft.models import Record

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from ai_statecraft.dataset.frames import Frame

R_co = TypeVar("R_co", bound=Record, covariant=True)


class Collection(Generic[R_co]):
    """The records of one type, in the order of their ids.

    Iterating gives the records; `collection[id]` gives one, and `id in collection` tells
    whether there is one.

    >>> ds.funds["cn-big-fund-3"].kind.value
    'vehicle'
    >>> "cn-big-fund-30" in ds.funds
    False
    """

    def __init__(
        self, model: type[R_co], contents: Contents, tables: Tables, seen: Callable[[R_co], R_co]
    ) -> None:
        self.type: str = model.type
        """The name of the records' type."""
        self._model = model
        self._contents = contents
        self._tables = tables
        self._seen = seen

    @cached_property
    def _records(self) -> Mapping[str, R_co]:
        return {record.id: record for record in self._contents.of(self._model)}

    @cached_property
    def _handed_out(self) -> dict[str, R_co]:
        return {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records.

        >>> [name for name in ds.funds.ids if name.startswith("cn-big-fund-")]
        ['cn-big-fund-1', 'cn-big-fund-2', 'cn-big-fund-3']
        """
        return tuple(self._records)

    @cached_property
    def frame(self) -> Frame:
        """The table of these records: what all records have, then what is particular to them.

        >>> ds.targets.frame.columns[-1]
        'binding'
        """
        from ai_statecraft.dataset.frames import Frame

        return Frame(*self._tables.of_type(self._model))

    def to_pandas(self) -> pd.DataFrame:
        """A row a record as a pandas DataFrame; see `Frame.to_pandas` for the types.

        >>> str(ds.funds.to_pandas()["status"].dtype)
        'category'
        """
        return self.frame.to_pandas()

    def to_arrow(self) -> pa.Table:
        """A row a record as an Arrow table; see `Frame.to_arrow` for the types.

        >>> ds.funds.to_arrow().num_rows == len(ds.funds)
        True
        """
        return self.frame.to_arrow()

    def to_polars(self) -> pl.DataFrame:
        """A row a record as a polars DataFrame; see `Frame.to_polars` for the types.

        >>> ds.funds.to_polars().height == len(ds.funds)
        True
        """
        return self.frame.to_polars()

    def __getitem__(self, key: str) -> R_co:
        """The record with that id; NotFoundError, a KeyError, names the nearest ones."""
        if key not in self:
            raise NotFoundError(self.type, key, self._records)
        if key not in self._handed_out:
            self._handed_out[key] = self._seen(self._records[key])
        return self._handed_out[key]

    def __iter__(self) -> Iterator[R_co]:
        return (self[key] for key in self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._records

    def __repr__(self) -> str:
        return f"<{len(self)} records of type {self.type}>"

    def _repr_html_(self) -> str:
        """The collection as a table, for notebooks."""
        from ai_statecraft.cards import records_table

        return records_table(self)
