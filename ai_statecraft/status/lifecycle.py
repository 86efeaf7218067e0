"""How far a part has come: its stages, its end, and the masks that put it out of operation.

One pass over what happened, in order of time. Everything here is exact to the day; what
inexact dates leave open is settled before, in `timeline`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from ai_statecraft.status.timeline import Happening
from ai_statecraft.vocabularies import Effect, EventType, Stage, Status

_DAY = timedelta(days=1)

_BY_STAGE = {
    Stage.PROPOSED: Status.PROPOSED,
    Stage.ANNOUNCED: Status.ANNOUNCED,
    Stage.ADOPTED: Status.ADOPTED,
    Stage.OPERATING: Status.IN_FORCE,
}
_BY_MASK = {
    EventType.SUSPENDED: Status.SUSPENDED,
    EventType.ENJOINED: Status.ENJOINED,
    EventType.NOT_ENFORCED: Status.NOT_ENFORCED,
}


@dataclass(frozen=True, slots=True)
class Turn:
    """What brought about the present state, and the first day of that state."""

    since: date
    by: Happening
    """The event that decides it."""
    lapsed: bool = False
    """Whether it came about without an event, by the day in the event's `until` passing."""


@dataclass(frozen=True, slots=True)
class State:
    """The status of a part on a day, and what decides it."""

    status: Status
    turn: Turn | None = None
    """None if no event decides it."""
    end: EventType | None = None
    """How it ended, if it ended."""


def state(happened: Iterable[Happening], on: date) -> State:
    """The state on a day, by what happened up to that day, given in order of time."""
    life = _Life()
    for happening in happened:
        life.take(happening)
    return life.state(on)


@dataclass(slots=True)
class _Limit:
    """A stated last day, inclusive, and the event that states it."""

    until: date
    stated_by: Happening

    def passed(self) -> Turn:
        return Turn(self.until + _DAY, self.stated_by, lapsed=True)


@dataclass(slots=True)
class _Mask:
    status: Status
    start: Turn
    limit: _Limit | None
    lifted: Turn | None = None
    """The event that ended it before its stated last day."""

    def covers(self, day: date) -> bool:
        """Whether the mask, once begun, is still there on the day."""
        return self.lifted is None and (self.limit is None or day <= self.limit.until)

    def ended(self) -> Turn | None:
        return self.lifted or (self.limit and self.limit.passed())


@dataclass(slots=True)
class _Life:
    """A part's life up to the last event taken."""

    stage: Stage | None = None
    reached: Turn | None = None
    """What first reached the stage."""
    operated: bool = False
    force: _Limit | None = None
    """The stated end of the force."""
    end: EventType | None = None
    ended: Turn | None = None
    masks: list[_Mask] = field(default_factory=list[_Mask])
    """In the order in which they began."""

    def take(self, happening: Happening) -> None:
        """Take the next event in order of time."""
        match happening.type.effect:
            case Effect.RAISES:
                self._lapse(happening.day)
                self._raise(happening)
            case Effect.MASKS:
                self._mask(happening)
            case Effect.EXTENDS:
                self._extend(happening)
            case Effect.RESUMES:
                self._lapse(happening.day)
                self._resume(happening)
            case Effect.ENDS:
                self._lapse(happening.day)
                self._end(happening)
            case Effect.RECORDS:
                pass

    def state(self, on: date) -> State:
        """The state on a day on or after the last event taken."""
        self._lapse(on)
        if self.ended is not None:
            withdrawn = self.end is EventType.WITHDRAWN and not self.operated
            return State(Status.WITHDRAWN if withdrawn else Status.ENDED, self.ended, self.end)
        covering = [mask for mask in self.masks if mask.covers(on)]
        if covering:
            return State(covering[-1].status, covering[-1].start)
        lifts = (mask.ended() for mask in self.masks)
        turns = [turn for turn in (self.reached, *lifts) if turn is not None]
        # A mask may have passed over a part of which nothing else is known.
        status = Status.UNKNOWN if self.stage is None else _BY_STAGE[self.stage]
        return State(status, max(turns, key=lambda turn: turn.since, default=None))

    def _lapse(self, day: date) -> None:
        """End the force if its stated last day lies before the day."""
        if self.ended is None and self.force is not None and self.force.until < day:
            self.end, self.ended = EventType.EXPIRED, self.force.passed()
            self.masks.clear()

    def _raise(self, happening: Happening) -> None:
        stage = happening.type.stage
        if stage is not Stage.OPERATING:
            higher = stage is not None and (self.stage is None or stage > self.stage)
            if self.ended is None and higher:
                self.stage, self.reached = stage, _turn(happening)
            return
        starts = self.ended is not None or self.stage is not Stage.OPERATING
        if starts:
            self.stage, self.reached = stage, _turn(happening)
        if starts or happening.until is not None:
            self.force = _limit(happening)
        if happening.type is EventType.REINSTATED:
            self._lift((m for m in self.masks if m.start.since < happening.day), happening)
        self.ended, self.end, self.operated = None, None, True

    def _mask(self, happening: Happening) -> None:
        if self.ended is None:
            status = _BY_MASK[happening.type]
            self.masks.append(_Mask(status, _turn(happening), _limit(happening)))

    def _extend(self, happening: Happening) -> None:
        """Move a stated end: of a mask that is open or ended the day before, else of the force.

        An extension that comes after a gap takes up the force, or else the last mask, again
        from its own day: that is whose end had been stated.
        """
        eve = happening.day - _DAY
        self._lapse(eve)
        if self.ended is not None:
            if self.ended.lapsed:
                self.reached, self.ended, self.end = _turn(happening), None, None
                self.force = _limit(happening)
            return
        open_masks = [mask for mask in self.masks if mask.covers(eve)]
        lapsed = [mask for mask in self.masks if mask.lifted is None]
        if open_masks:
            mask = max(open_masks, key=lambda mask: (mask.limit is not None, mask.start.since))
            mask.limit = _limit(happening)
        elif lapsed and self.force is None:
            self.masks.append(_Mask(lapsed[-1].status, _turn(happening), _limit(happening)))
        else:
            self.force = _limit(happening)

    def _resume(self, happening: Happening) -> None:
        if self.ended is not None:
            return
        eve = happening.day - _DAY
        self._lift((mask for mask in self.masks if mask.covers(eve)), happening)
        # What is put back into operation operates, whether or not its start is on record.
        if self.stage is not Stage.OPERATING:
            self.stage, self.reached = Stage.OPERATING, _turn(happening)
        self.operated = True

    def _lift(self, masks: Iterable[_Mask], happening: Happening) -> None:
        for mask in masks:
            mask.lifted = _turn(happening)

    def _end(self, happening: Happening) -> None:
        # A stated end that an event confirms on its own day is that event's.
        confirmed = self.ended is not None and self.ended == Turn(
            happening.day, self.ended.by, lapsed=True
        )
        if self.ended is None or confirmed:
            self.end, self.ended = happening.type, _turn(happening)
            self.masks.clear()


def _turn(happening: Happening) -> Turn:
    return Turn(happening.day, happening)


def _limit(happening: Happening) -> _Limit | None:
    return None if happening.until is None else _Limit(happening.until, happening)
