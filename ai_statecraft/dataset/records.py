"""The records of a dataset, by type and by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import TypeVar

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

R = TypeVar("R", bound=Record)


class Records:
    """Typed records: a collection for each type, and any record by its key.

    >>> "fund/cn-big-fund" in ds
    True
    """

    def __init__(self, contents: Contents, whole: Tables | None = None) -> None:
        self._contents = contents
        self._tables = Tables(contents, whole)

    @cached_property
    def initiatives(self) -> Collection[Initiative]:
        """Plans, laws, organisations, cooperation and programmes.

        >>> ds.initiatives["cn-new-generation-ai-plan"].kind.value
        'plan'
        """
        return Collection(Initiative, self._contents, self._tables, self._seen)

    @cached_property
    def funds(self) -> Collection[Fund]:
        """Vehicles, subsidies, budget lines, credit and tax relief.

        >>> "cn-big-fund-3" in ds.funds
        True
        """
        return Collection(Fund, self._contents, self._tables, self._seen)

    @cached_property
    def targets(self) -> Collection[Target]:
        """Stated goals with deadlines of their own.

        >>> ds.targets["cn-research-spending-2025"].milestones[0].due
        '2025'
        """
        return Collection(Target, self._contents, self._tables, self._seen)

    @cached_property
    def restrictions(self) -> Collection[Restriction]:
        """Binding limits on goods, technology, money or firms.

        >>> [rule.id for rule in ds.restrictions if rule.kind.value == "guardrail"][:1]
        ['us-congress-2022-08-chips-act-guardrails']
        """
        return Collection(Restriction, self._contents, self._tables, self._seen)

    @cached_property
    def observations(self) -> Collection[Observation]:
        """Measured or estimated values, and findings in words.

        >>> ds.observations["smic-wafer-capacity"].quantities[0].unit
        'wafers/month'
        """
        return Collection(Observation, self._contents, self._tables, self._seen)

    @cached_property
    def actors(self) -> Collection[Actor]:
        """States, authorities, firms, institutes and newsrooms.

        >>> ds.actors["smic"].jurisdictions
        ('CN',)
        """
        return Collection(Actor, self._contents, self._tables, self._seen)

    @cached_property
    def sources(self) -> Collection[Source]:
        """The documents that claims cite.

        >>> ds.sources["datasets-exchange-rates-annual"].kind.tier.value
        'primary'
        """
        return Collection(Source, self._contents, self._tables, self._seen)

    def get(self, key: str) -> Record:
        """The record with the key `type/id`; NotFoundError, a KeyError, names the nearest ones.

        A key that was merged or renamed leads to the record that has its content now.

        >>> ds.get("actor/us-bis").key
        'actor/us-bis'
        """
        moved = {redirect.record: redirect.to_record for redirect in self._contents.redirects}
        followed: set[str] = set()
        wanted = key
        while wanted not in self and wanted not in followed:
            followed.add(wanted)
            wanted = moved.get(wanted) or wanted
        found = self._find(wanted)
        if found is None:
            raise NotFoundError("record", key, (record.key for record in self._contents.records))
        return found

    def _find(self, key: str) -> Record | None:
        type_, _, id_ = key.partition("/")
        collection = self._collections.get(type_)
        return collection[id_] if collection is not None and id_ in collection else None

    @cached_property
    def _collections(self) -> Mapping[str, Collection[Record]]:
        """The collections by type, in the order of the records; each is filled when asked."""
        return {
            collection.type: collection
            for collection in (
                self.actors,
                self.funds,
                self.initiatives,
                self.observations,
                self.restrictions,
                self.sources,
                self.targets,
            )
        }

    def _seen(self, record: R) -> R:
        """The record as it is handed out."""
        return record

    def __iter__(self) -> Iterator[Record]:
        """All records, sorted by type and id."""
        return chain.from_iterable(self._collections.values())

    def __len__(self) -> int:
        return len(self._contents.records)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._find(key) is not None
