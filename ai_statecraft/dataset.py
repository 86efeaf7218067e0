"""The dataset as Python users see it: typed collections of records, and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from ai_statecraft.contents import Contents
from ai_statecraft.errors import NotFoundError
from ai_statecraft.loading import load_contents
from ai_statecraft.models import (
    Actor,
    Fund,
    Initiative,
    Observation,
    Record,
    Restriction,
    Source,
    Target,
)

if TYPE_CHECKING:
    import pyarrow as pa

    from ai_statecraft.tables.csv import Row

R = TypeVar("R", bound=Record)


class Collection(Generic[R]):
    """The records of one type, in the order of their ids.

    Iterating gives the records; `collection[id]` gives one, and `id in collection` tells
    whether there is one.
    """

    def __init__(self, model: type[R], contents: Contents) -> None:
        self._type = model.type
        self._records = {r.id: r for r in contents.records if isinstance(r, model)}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records."""
        return tuple(self._records)

    def __getitem__(self, key: str) -> R:
        """The record with that id; NotFoundError, a KeyError, names the nearest ones."""
        try:
            return self._records[key]
        except KeyError:
            raise NotFoundError(self._type, key, self._records) from None

    def __iter__(self) -> Iterator[R]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, key: object) -> bool:
        return key in self._records

    def __repr__(self) -> str:
        return f"<{len(self)} records of type {self._type}>"


class Dataset:
    """Typed records by type, and the published tables derived from them.

    >>> ds = load()
    >>> ds.restrictions["us-bis-2022-10-advanced-computing"].kind.value
    'export_control'
    """

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._tables: dict[str, pa.Table] = {}

    @property
    def day(self) -> date:
        """The day for which status and other columns that depend on a day are computed."""
        return self._contents.day

    @cached_property
    def initiatives(self) -> Collection[Initiative]:
        """Plans, laws, organisations, cooperation and programmes."""
        return Collection(Initiative, self._contents)

    @cached_property
    def funds(self) -> Collection[Fund]:
        """Vehicles, subsidies, budget lines, credit and tax relief."""
        return Collection(Fund, self._contents)

    @cached_property
    def targets(self) -> Collection[Target]:
        """Stated goals with deadlines of their own."""
        return Collection(Target, self._contents)

    @cached_property
    def restrictions(self) -> Collection[Restriction]:
        """Binding limits on goods, technology, money or firms."""
        return Collection(Restriction, self._contents)

    @cached_property
    def observations(self) -> Collection[Observation]:
        """Measured or estimated values, and findings in words."""
        return Collection(Observation, self._contents)

    @cached_property
    def actors(self) -> Collection[Actor]:
        """States, authorities, firms, institutes and newsrooms."""
        return Collection(Actor, self._contents)

    @cached_property
    def sources(self) -> Collection[Source]:
        """The documents that claims cite."""
        return Collection(Source, self._contents)

    @cached_property
    def _by_key(self) -> Mapping[str, Record]:
        return {record.key: record for record in self._contents.records}

    def get(self, key: str) -> Record:
        """The record with the key `type/id`; NotFoundError, a KeyError, names the nearest ones.

        A key that was merged or renamed leads to the record that has its content now.
        """
        moved = {redirect.record: redirect.to_record for redirect in self._contents.redirects}
        seen: set[str] = set()
        wanted = key
        while wanted not in self._by_key and wanted not in seen:
            seen.add(wanted)
            wanted = moved.get(wanted) or wanted
        try:
            return self._by_key[wanted]
        except KeyError:
            raise NotFoundError("record", key, self._by_key) from None

    def __iter__(self) -> Iterator[Record]:
        """All records, sorted by type and id."""
        return iter(self._contents.records)

    def __len__(self) -> int:
        return len(self._contents.records)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the published tables, in release order."""
        from ai_statecraft.tables.catalogue import catalogue

        return tuple(catalogue())

    def table(self, name: str) -> pa.Table:
        """One of the published tables as Arrow; `.to_pandas()` makes a DataFrame of it.

        NotFoundError names the nearest tables.
        """
        if name not in self._tables:
            from ai_statecraft.tables.arrow import read_arrow
            from ai_statecraft.tables.catalogue import catalogue
            from ai_statecraft.tables.csv import write_csv

            schema = catalogue().get(name)
            if schema is None:
                raise NotFoundError("table", name, catalogue())
            self._tables[name] = read_arrow(schema, write_csv(schema, self._rows[name]))
        return self._tables[name]

    @cached_property
    def _rows(self) -> Mapping[str, list[Row]]:
        from ai_statecraft.tables.rows import table_rows

        return table_rows(self._contents)

    def __repr__(self) -> str:
        return f"<AI Statecraft: {len(self)} records as of {self.day}>"


def load(path: str | Path | None = None) -> Dataset:
    """The dataset: the package's own, or that of a release folder or a checkout.

    Raises DataError if `path` holds no dataset, or one that is damaged or has errors.
    """
    return Dataset(load_contents(None if path is None else Path(path)))
