"""Records that are made from their lines when somebody asks for them.

A release has many more sources than a caller will look at: most programs ask for one
type, and pay for that type alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

from ai_statecraft.models import Record

R = TypeVar("R", bound=Record)
Line = tuple[type[Record], bytes, int]
"""A record's type, its JSON without the type, and the number of its line."""


class RecordsOnDemand(Sequence[Record]):
    """The records of a file, each made by `make` from its line at the first access."""

    def __init__(self, lines: Sequence[Line], make: Callable[[Line], Record]) -> None:
        self._lines = lines
        self._make = make
        self._made: dict[int, Record] = {}
        self._places: dict[type[Record], list[int]] = {}
        for place, (kind, _, _) in enumerate(lines):
            self._places.setdefault(kind, []).append(place)

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Record, ...]: ...
    def __getitem__(self, index: int | slice) -> Record | tuple[Record, ...]:
        """One record, or those of a slice."""
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        place = range(len(self))[index]
        if place not in self._made:
            self._made[place] = self._make(self._lines[place])
        return self._made[place]

    def __iter__(self) -> Iterator[Record]:
        return (self[place] for place in range(len(self)))

    def of(self, model: type[R]) -> Iterator[R]:
        """The records of a type or of those derived from it; the others are not made."""
        kinds = [kind for kind in self._places if issubclass(kind, model)]
        for place in sorted(place for kind in kinds for place in self._places[kind]):
            record = self[place]
            assert isinstance(record, model)
            yield record
