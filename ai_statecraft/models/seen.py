"""The dataset that a record was taken from, which sees it on its own day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from ai_statecraft.errors import DetachedError

if TYPE_CHECKING:
    from ai_statecraft.dataset.history import Moment
    from ai_statecraft.models.records import Record
    from ai_statecraft.status import StatusOn


class View(Protocol):
    """A dataset, as far as a record asks it about itself."""

    def status(
        self, record: str | Record, on: date | str | None = None, *, part: str | None = None
    ) -> StatusOn:
        """The status of a record, or of one of its parts, on a day."""
        ...

    def history(self, record: str | Record) -> tuple[Moment, ...]:
        """The events of a record in order of time."""
        ...

    def get(self, key: str) -> Record:
        """The record with the key `type/id`."""
        ...

    def __contains__(self, key: object) -> bool: ...


class Seen:
    """By which dataset a record is seen, if by any.

    It is no part of what the record says: records that different datasets hand out are equal
    if they say the same, and a copy of one that is stored elsewhere leaves the dataset behind.
    """

    def __init__(self, by: View | None = None) -> None:
        self.by = by

    def view(self, key: str) -> View:
        """The dataset; DetachedError, which names the record, if there is none."""
        if self.by is None:
            raise DetachedError(key)
        return self.by

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Seen)

    def __hash__(self) -> int:
        return hash(Seen)

    def __reduce__(self) -> tuple[type[Seen], tuple[()]]:
        """What is pickled or copied deeply: a record that no dataset sees."""
        return Seen, ()
