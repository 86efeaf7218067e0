"""A record's story: its events in order of time, each with the status it left behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ai_statecraft.claims import PlacedClaim
from ai_statecraft.contents import Contents
from ai_statecraft.models import ClaimRecord, Event, Source
from ai_statecraft.status import StatusOn, part_status, record_status
from ai_statecraft.status.timeline import days


@dataclass(frozen=True, slots=True)
class Moment:
    """An event of a record in its place in time.

    >>> moment = ds.history("restriction/us-bis-2022-10-advanced-computing")[0]
    >>> moment.first, moment.event.type.value, moment.after.status.value
    (datetime.date(2022, 10, 7), 'announced', 'partly_in_force')
    """

    event: Event
    """What happened."""
    claim: PlacedClaim
    """The event as a claim, with its id and place."""
    first: date
    """First day that the event's date may mean."""
    last: date
    """Last day that the event's date may mean, inclusive."""
    ahead: bool
    """Whether it lies after the day that the dataset is seen from."""
    after: StatusOn
    """The status of the event's part, or of the whole record, at the end of its last day."""


def history(record: ClaimRecord, contents: Contents) -> tuple[Moment, ...]:
    """The events of a record by their first, then their last possible days.

    Deprecated events are among them, with their rank; they change no status.
    """
    placed = [claim for claim in contents.claims_of(record) if claim.field == "events"]
    moments = (
        _moment(event, claim, record, contents)
        for event, claim in zip(record.events, placed, strict=True)
    )
    return tuple(sorted(moments, key=lambda moment: (moment.first, moment.last)))


def _moment(event: Event, claim: PlacedClaim, record: ClaimRecord, contents: Contents) -> Moment:
    first, last = days(event.date)
    after = _status(record, event.part, last, contents.sources)
    return Moment(event, claim, first, last, first > contents.day, after)


def _status(
    record: ClaimRecord, part: str | None, on: date, sources: Mapping[str, Source]
) -> StatusOn:
    if part is None:
        return record_status(record, on, sources)
    return part_status(record, part, on, sources)
