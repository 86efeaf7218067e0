"""The status of a part and of a whole record on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, islice

from ai_statecraft.models import ClaimRecord, Source
from ai_statecraft.status.basis import basis
from ai_statecraft.status.lifecycle import State, state
from ai_statecraft.status.timeline import Span, choices, reading, relevant, spans
from ai_statecraft.vocabularies import EventType, Status, StatusBasis

_STRENGTH = (
    Status.SUSPENDED,
    Status.ENJOINED,
    Status.NOT_ENFORCED,
    Status.ADOPTED,
    Status.ANNOUNCED,
    Status.PROPOSED,
    Status.ENDED,
    Status.WITHDRAWN,
    Status.UNKNOWN,
)
"""Where no part operates, a record has the first of these that one of its parts has."""

_WEAKNESS = (StatusBasis.SCHEDULED, StatusBasis.REPORTED, StatusBasis.ATTESTED)


@dataclass(frozen=True, slots=True)
class StatusOn:
    """The status on a day, what it rests on, and what else it may be.

    >>> status = ds.status("restriction/us-bis-2022-10-advanced-computing", "2022-10-10")
    >>> status.status.value, status.basis.value, status.since
    ('partly_in_force', 'reported', datetime.date(2022, 10, 7))
    """

    status: Status
    """The status that is certain to have been reached by the day: where a date is known only
    to a month, its event counts from the month's last day."""
    basis: StatusBasis | None
    """What it rests on; None if no event decides it."""
    since: date | None
    """First day of the status: of a mask its start, of a record's the last change of a part that
    brought it about. None if no event decides it."""
    event: int | None
    """Place in `record.events` of the event that decides it; None if none does."""
    end: EventType | None
    """How it ended, if it ended; `expired` also where a stated last day of force has passed."""
    possible: frozenset[Status]
    """Every status that the dates, as precise as they are known, allow on the day."""

    @property
    def uncertain(self) -> bool:
        """Whether the dates allow another status on the day.

        >>> ds.status("restriction/us-bis-2022-10-advanced-computing", "2022-10-10").uncertain
        False
        """
        return len(self.possible) > 1


def part_status(
    record: ClaimRecord, part: str | None, on: date, sources: Mapping[str, Source]
) -> StatusOn:
    """The status of one part on a day, by its own events and those that name no part.

    Without a part, only the events that name none count. The status is the highest stage
    reached, unless an end came after it or a mask is open: a suspension, injunction or
    non-enforcement covers each day from its `date` through `until`, of the several that may
    be open the one that began last is shown, and it covers any stage, since a measure can be
    suspended before it operates. Force that is stated `until` a day has ended the day after.
    `sources` are by id; they decide the basis only.
    """
    found = _spans(record, part, on)
    certain = state(reading(found, on), on)
    turn = certain.turn
    return StatusOn(
        status=certain.status,
        basis=None if turn is None else basis(record, part, turn, on, sources),
        since=None if turn is None else turn.since,
        event=None if turn is None else turn.by.index,
        end=certain.end,
        possible=_possible(certain.status, [found], on),
    )


def part_statuses(
    record: ClaimRecord, on: date, sources: Mapping[str, Source]
) -> dict[str | None, StatusOn]:
    """The status of each part on a day, in the record's order of parts.

    If the record has no parts, or no event names one, the whole record is the one part, None.
    """
    return {part: part_status(record, part, on, sources) for part in _parts(record)}


def record_status(record: ClaimRecord, on: date, sources: Mapping[str, Source]) -> StatusOn:
    """The status of a record on a day, from those of its parts.

    What all parts share; else partly in force, if some part operates; else the strongest: a
    mask, then adopted, announced, proposed, ended. The event is that of the part whose change
    brought it about, the end that of the part that ended last; the basis is the weakest.
    """
    parts = tuple(part_statuses(record, on, sources).values())
    if len(parts) == 1:
        return parts[0]
    status = _combined(part.status for part in parts)
    decider = _decider(record, on, status)
    bases = {part.basis for part in parts}
    return StatusOn(
        status=status,
        basis=next((weak for weak in _WEAKNESS if weak in bases), None),
        since=decider and decider.turn and decider.turn.since,
        event=decider and decider.turn and decider.turn.by.index,
        end=_last_end(part for part in parts if part.status is status),
        possible=_possible(status, [_spans(record, part, on) for part in _parts(record)], on),
    )


def _spans(record: ClaimRecord, part: str | None, on: date) -> tuple[Span, ...]:
    return spans(relevant(record.events, part), on)


def _parts(record: ClaimRecord) -> tuple[str | None, ...]:
    named = any(event.part in record.parts for event in record.events)
    return tuple(record.parts) if named else (None,)


def _decider(record: ClaimRecord, on: date, status: Status) -> State | None:
    """The state of the part whose change gave the record the status it has on the day.

    A part may change without changing the record, so that one looks back over the changes.
    """
    decider: State | None = None
    while True:
        found = (_spans(record, part, on) for part in _parts(record))
        states = [state(reading(each, on), on) for each in found]
        turned = [(each.turn.since, each) for each in states if each.turn is not None]
        if _combined(each.status for each in states) is not status or not turned:
            return decider
        since, decider = max(turned, key=lambda pair: pair[0])
        on = since - timedelta(days=1)


def _last_end(alike: Iterable[StatusOn]) -> EventType | None:
    latest = max(alike, key=lambda part: part.since or date.min, default=None)
    return latest and latest.end


def _combined(statuses: Iterable[Status]) -> Status:
    found = set(statuses)
    if len(found) == 1:
        return found.pop()
    if Status.IN_FORCE in found:
        return Status.PARTLY_IN_FORCE
    return next(status for status in _STRENGTH if status in found)


def _possible(certain: Status, parts: Sequence[Sequence[Span]], on: date) -> frozenset[Status]:
    """Every status that the parts' dates allow together, when each is read early or late."""
    others = islice(choices(chain.from_iterable(parts)), 1, None)
    return frozenset({certain}).union(
        _combined(state(reading(found, on, early), on).status for found in parts)
        for early in others
    )
