"""What a status rests on: an official word, others' reports, or a schedule not yet confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ai_statecraft.models import Citation, ClaimRecord, Event, Source
from ai_statecraft.status.lifecycle import Turn
from ai_statecraft.status.timeline import days, relevant
from ai_statecraft.vocabularies import Basis, StatusBasis, Tier


def basis(
    record: ClaimRecord, part: str | None, turn: Turn, on: date, sources: Mapping[str, Source]
) -> StatusBasis:
    """What a part's present state rests on.

    Scheduled: all that speaks of the deciding event was published before its first possible
    day, and so was all that speaks of the part's events from that day through `on`. A state
    that came about by an `until` passing is judged by the day after it. Otherwise attested, if
    a citation of the deciding event is the act, its author's own word or a primary source;
    else reported. A source without a date of publication confirms nothing, and alone makes a
    schedule only of an `until` that passed.
    """
    decider = turn.by.event
    day = turn.since if turn.lapsed else days(decider.date)[0]
    own = tuple(supporting(record, (decider,)))
    later = supporting(record, _later(record, part, day, on))
    before = [_published_before(citation, day, sources) for citation in own]
    # An end that was stated ahead is a plan, unless somebody wrote of it afterwards.
    planned = False not in before and (turn.lapsed or True in before)
    if planned and not any(_published_before(c, day, sources) is False for c in later):
        return StatusBasis.SCHEDULED
    official = any(_is_official(citation, sources) for citation in own)
    return StatusBasis.ATTESTED if official else StatusBasis.REPORTED


def supporting(record: ClaimRecord, events: Iterable[Event]) -> Iterator[Citation]:
    """The citations that carry the events; a denial carries nothing."""
    for event in events:
        for cite in event.cites:
            for label in cite.split("+"):
                citation = record.citations.get(label)
                if citation is not None and citation.basis is not Basis.DENIAL:
                    yield citation


def _later(record: ClaimRecord, part: str | None, day: date, on: date) -> Iterator[Event]:
    for _, event in relevant(record.events, part):
        first, last = days(event.date)
        if day <= first and last <= on:
            yield event


def _published_before(citation: Citation, day: date, sources: Mapping[str, Source]) -> bool | None:
    """Whether the source was certainly published before the day; None if that is unknown.

    A source was published by the day on which it was read; one read later may be older.
    """
    source = sources.get(citation.source)
    if source is None:
        return None
    if source.published:
        return days(source.published)[1] < day
    return True if source.retrieved and days(source.retrieved)[1] < day else None


def _is_official(citation: Citation, sources: Mapping[str, Source]) -> bool:
    source = sources.get(citation.source)
    return citation.basis in (Basis.ACT, Basis.OWN) or (
        source is not None and source.kind.tier is Tier.PRIMARY
    )
