"""The events that bear on a part's status by a day, and the days each may mean.

A date known only to a month or a year leaves several readings of what had happened by
a day within it. The first reading is the one that holds for certain: each event on its
last possible day. The others show which statuses are possible besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import lru_cache
from itertools import chain, combinations

from ai_statecraft import edtf
from ai_statecraft.models import Event
from ai_statecraft.vocabularies import Effect, EventType, Rank, Stage

# What happened on the same day is taken in this order, so that the order in which the
# events were written down never matters. Only a reinstatement presupposes an end.
_ORDER = {
    Effect.RAISES: 0,
    Effect.MASKS: 1,
    Effect.EXTENDS: 2,
    Effect.RESUMES: 3,
    Effect.ENDS: 4,
}
_AFTER_ENDS = 5

MAX_FREE_CHOICES = 5
"""Up to this many inexact dates, every combination of their extremes is read (2⁵ readings)."""


class Which(IntEnum):
    """Which of an event's two dates."""

    DATE = 0
    UNTIL = 1


Choice = tuple[int, Which]
"""A date by the place of its event in the record."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event on one of the days that its date may mean."""

    event: Event
    index: int
    """Place of the event in the record."""
    day: date
    until: date | None
    """Last day, inclusive, of what the event begins; None if open."""

    @property
    def type(self) -> EventType:
        """What happened."""
        return self.event.type


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last days that an event's date and its `until` may mean."""

    event: Event
    index: int
    first: date
    last: date
    until_first: date | None
    until_last: date | None

    def open_choices(self) -> Iterator[Choice]:
        """Its dates that are not known to the day."""
        if self.first < self.last:
            yield self.index, Which.DATE
        if self.until_first != self.until_last:
            yield self.index, Which.UNTIL

    def happening(self, early: frozenset[Choice]) -> Happening:
        """The event on its last possible day and until the last, or the first where chosen."""
        day = self.first if (self.index, Which.DATE) in early else self.last
        until = self.until_first if (self.index, Which.UNTIL) in early else self.until_last
        # `until` before the event itself says nothing; a rule reports it.
        return Happening(self.event, self.index, day, None if until is None else max(until, day))


@lru_cache(maxsize=4096)
def days(text: str) -> tuple[date, date]:
    """The first and last possible day of an EDTF date; an open end is the end of time."""
    parsed = edtf.parse(text)
    return parsed.first or date(edtf.FIRST_YEAR, 1, 1), parsed.last or date.max


def relevant(events: Sequence[Event], part: str | None) -> Iterator[tuple[int, Event]]:
    """The events of a part, with their places: those that name it, and those that name none.

    A deprecated event does not count. Of rivals only the preferred ones do: events of the
    same part and type, and of the same `by` where the type may occur more than once.
    """
    of_part = [
        (index, event)
        for index, event in enumerate(events)
        if event.part in (None, part) and event.rank is not Rank.DEPRECATED
    ]
    decided = {_rivalry(event) for _, event in of_part if event.rank is Rank.PREFERRED}
    for index, event in of_part:
        if event.rank is Rank.PREFERRED or _rivalry(event) not in decided:
            yield index, event


def _rivalry(event: Event) -> tuple[EventType, str | None, str | None]:
    return event.type, event.part, None if event.type.once else event.by


def spans(events: Iterable[tuple[int, Event]], on: date) -> tuple[Span, ...]:
    """The events with an effect on the status that may have happened by the day.

    Events that lie wholly ahead are left out first: nothing later changes what is read.
    Where the dates of two events overlap, the one that the other presupposes came first: a
    measure known to have taken effect in 2022 and to have been rescinded on 5 May 2022 was
    effective by that day.
    """
    found = [
        span
        for index, event in events
        if event.type.effect is not Effect.RECORDS and (span := _span(index, event)).first <= on
    ]
    return tuple(_tightened(span, found) for span in found)


def _span(index: int, event: Event) -> Span:
    first, last = days(event.date)
    if event.until is None:
        return Span(event, index, first, last, None, None)
    until_first, until_last = days(event.until)
    return Span(
        event, index, first, last, until_first, None if until_last == date.max else until_last
    )


def _tightened(span: Span, others: Sequence[Span]) -> Span:
    if span.first == span.last:
        return span
    overlapping = [s for s in others if s.first <= span.last and span.first <= s.last]
    before = [s.first for s in overlapping if _presupposes(span.event.type, s.event.type)]
    after = [s.last for s in overlapping if _presupposes(s.event.type, span.event.type)]
    last = min([span.last, *after])
    return replace(span, first=min(max([span.first, *before]), last), last=last)


def _presupposes(later: EventType, earlier: EventType) -> bool:
    """Whether the one event makes sense only after the other, if both happened close by."""
    if later is EventType.REINSTATED:
        return earlier.effect is Effect.ENDS
    if later.effect is Effect.RESUMES and earlier.effect is Effect.MASKS:
        return True
    operates = earlier.stage is Stage.OPERATING and earlier is not EventType.REINSTATED
    return operates and later.effect is not Effect.RAISES and later is not EventType.WITHDRAWN


def choices(found: Iterable[Span]) -> Iterator[frozenset[Choice]]:
    """Which of the inexact dates to read early, none of them first: the certain reading.

    Every combination of first and last possible days, up to `MAX_FREE_CHOICES` inexact dates;
    beyond that, each date by itself and all together. An event that several parts share is
    read the same way for all of them.
    """
    free = sorted({choice for span in found for choice in span.open_choices()})
    sizes = range(len(free) + 1) if len(free) <= MAX_FREE_CHOICES else (0, 1, len(free))
    return map(frozenset, chain.from_iterable(combinations(free, size) for size in sizes))


def reading(
    found: Iterable[Span], on: date, early: frozenset[Choice] = frozenset()
) -> tuple[Happening, ...]:
    """What had happened by the day, in order of time, with the chosen dates read early."""
    happened = (span.happening(early) for span in found)
    return tuple(sorted((each for each in happened if each.day <= on), key=_place))


def _place(happening: Happening) -> tuple[date, int, date, tuple[str, ...]]:
    event = happening.event
    order = _AFTER_ENDS if event.type is EventType.REINSTATED else _ORDER[event.type.effect]
    # The rest of the key only makes the order total; equal keys are equal claims.
    content = (
        event.type,
        event.date,
        event.until or "",
        event.part or "",
        event.by or "",
        event.note or "",
        *event.cites,
    )
    return happening.day, order, happening.until or date.max, content
