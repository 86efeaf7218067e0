"""The records of a dataset, by type and by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from ai_statecraft.contents import Contents
from ai_statecraft.dataset.collection import Collection
from ai_statecraft.dataset.tables import Tables
from ai_statecraft.errors import NotFoundError
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


class Records:
    """Typed records: a collection for each type, and any record by its key.

    >>> "fund/cn-big-fund" in ds
    True
    """

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._tables = Tables(contents)

    @cached_property
    def initiatives(self) -> Collection[Initiative]:
        """Plans, laws, organisations, cooperation and programmes."""
        return Collection(Initiative, self._contents, self._tables)

    @cached_property
    def funds(self) -> Collection[Fund]:
        """Vehicles, subsidies, budget lines, credit and tax relief."""
        return Collection(Fund, self._contents, self._tables)

    @cached_property
    def targets(self) -> Collection[Target]:
        """Stated goals with deadlines of their own."""
        return Collection(Target, self._contents, self._tables)

    @cached_property
    def restrictions(self) -> Collection[Restriction]:
        """Binding limits on goods, technology, money or firms."""
        return Collection(Restriction, self._contents, self._tables)

    @cached_property
    def observations(self) -> Collection[Observation]:
        """Measured or estimated values, and findings in words."""
        return Collection(Observation, self._contents, self._tables)

    @cached_property
    def actors(self) -> Collection[Actor]:
        """States, authorities, firms, institutes and newsrooms."""
        return Collection(Actor, self._contents, self._tables)

    @cached_property
    def sources(self) -> Collection[Source]:
        """The documents that claims cite."""
        return Collection(Source, self._contents, self._tables)

    def get(self, key: str) -> Record:
        """The record with the key `type/id`; NotFoundError, a KeyError, names the nearest ones.

        A key that was merged or renamed leads to the record that has its content now.

        >>> ds.get("actor/us-bis").key
        'actor/us-bis'
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

    @cached_property
    def _by_key(self) -> Mapping[str, Record]:
        return {record.key: record for record in self._contents.records}

    def __iter__(self) -> Iterator[Record]:
        """All records, sorted by type and id."""
        return iter(self._contents.records)

    def __len__(self) -> int:
        return len(self._contents.records)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key
