"""The status on a day: a table worked out by hand, and the laws that hold for any events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.edtf import parse
from ai_statecraft.models import Citation, Event, Restriction, Source
from ai_statecraft.status import StatusOn, part_status, part_statuses, record_status
from ai_statecraft.vocabularies import Basis, EventType, Rank, SourceKind, Status, StatusBasis
from tests.invented import by_id, citation, event, restriction, source

# BaseLoader's values are texts, lists and mappings as the file writes them.
STORIES = cast(
    "list[dict[str, Any]]",
    yaml.load(
        (Path(__file__).parent / "truth_table.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
    ),
)


@dataclass(frozen=True)
class RecordDay:
    story: str
    record: Restriction
    sources: Mapping[str, Source]
    part: str | None
    on: date
    expected: str


def told(story: Mapping[str, Any]) -> tuple[Restriction, dict[str, Source]]:
    """The invented record of a story, and its sources."""
    events: list[Event] = []
    citations: dict[str, Citation] = {}
    sources: dict[str, Source] = {}
    for place, given_event in enumerate(story["events"]):
        fields = dict(given_event)
        published = fields.pop("published", None) or str(parse(fields["date"]).last)
        kind = SourceKind(fields.pop("kind", "official_text"))
        basis = Basis(fields.pop("basis", "act"))
        cites: list[str] = []
        for number, day in enumerate([published] if isinstance(published, str) else published):
            label = f"e{place}-{number}"
            sources[label] = source(label, kind, published=day)
            citations[label] = citation(label, basis)
            cites.append(label)
        type_ = EventType(fields.pop("type"))
        rank = Rank(fields.pop("rank")) if "rank" in fields else None
        events.append(event(type_, fields.pop("date"), rank=rank, cites=cites, **fields))
    return restriction(*events, parts=story.get("parts", ()), citations=citations), sources


def record_days() -> list[RecordDay]:
    found: list[RecordDay] = []
    for story in STORIES:
        record, sources = told(story)
        for day, expected in story["days"].items():
            args = (story["story"], record, sources, None, date.fromisoformat(day), expected)
            found.append(RecordDay(*args))
        for part_and_day, expected in story.get("part_days", {}).items():
            part, day = part_and_day.split()
            args = (story["story"], record, sources, part, date.fromisoformat(day), expected)
            found.append(RecordDay(*args))
    return found


def written(status: StatusOn) -> str:
    """A status as the truth table writes it."""
    others = sorted(status.possible - {status.status})
    end = f"/{status.end}" if status.end else ""
    words = [f"{status.status}{end}"]
    if status.basis is not None:
        words += [status.basis, str(status.since)]
    for other in others:
        words += ["or", other]
    assert status.uncertain == bool(others)
    return " ".join(words)


RECORD_DAYS = record_days()


@pytest.mark.parametrize(
    "day", RECORD_DAYS, ids=[f"{d.story}: {d.part or ''} {d.on}" for d in RECORD_DAYS]
)
def test_a_record_has_the_status_that_was_worked_out_by_hand(day: RecordDay) -> None:
    if day.part is None:
        found = record_status(day.record, day.on, day.sources)
    else:
        found = part_status(day.record, day.part, day.on, day.sources)
    assert written(found) == day.expected


def test_the_truth_table_holds_at_least_a_hundred_record_days() -> None:
    assert len(RECORD_DAYS) >= 100


def test_the_status_names_the_deciding_event() -> None:
    record = restriction(
        event(EventType.RESUMED, "2030-06-10"),
        event(EventType.EFFECTIVE, "2030-01-01"),
        event(EventType.ENJOINED, "2030-05-28"),
    )
    deciding = {
        day: record_status(record, date.fromisoformat(day), {}).event
        for day in ("2029-12-31", "2030-01-01", "2030-05-28", "2030-06-10")
    }
    assert deciding == {"2029-12-31": None, "2030-01-01": 1, "2030-05-28": 2, "2030-06-10": 0}


def test_parts_are_listed_in_the_records_order_and_the_whole_is_none() -> None:
    effective = event(EventType.EFFECTIVE, "2030-01-01", part="b")
    parted = part_statuses(restriction(effective, parts=["b", "a"]), date(2030, 1, 1), {})
    assert {part: status.status for part, status in parted.items()} == {
        "b": Status.IN_FORCE,
        "a": Status.UNKNOWN,
    }
    assert list(parted) == ["b", "a"]
    whole = part_statuses(
        restriction(event(EventType.EFFECTIVE, "2030-01-01"), parts=["b"]), date(2030, 1, 1), {}
    )
    assert list(whole) == [None]


@pytest.mark.parametrize(
    ("published", "retrieved", "expected"),
    [
        ("2030-01", None, StatusBasis.SCHEDULED),
        ("2030-02", None, StatusBasis.ATTESTED),
        (None, "2030-01-31", StatusBasis.SCHEDULED),
        (None, "2030-03-01", StatusBasis.ATTESTED),
        (None, None, StatusBasis.ATTESTED),
    ],
)
def test_an_imprecise_or_missing_publication_counts_by_its_last_possible_day(
    published: str | None, retrieved: str | None, expected: StatusBasis
) -> None:
    record = restriction(
        event(EventType.EFFECTIVE, "2030-02-10", cites=["a"]),
        citations={"a": citation("text", Basis.ACT)},
    )
    text = source("text", SourceKind.GAZETTE, published=published, retrieved=retrieved)
    assert record_status(record, date(2030, 3, 1), by_id(text)).basis is expected


@pytest.mark.parametrize(
    ("kind", "basis", "expected"),
    [
        (SourceKind.NEWSROOM, Basis.ACT, StatusBasis.ATTESTED),
        (SourceKind.NEWSROOM, Basis.OWN, StatusBasis.ATTESTED),
        (SourceKind.FILING, Basis.RELAY, StatusBasis.ATTESTED),
        (SourceKind.NEWSROOM, Basis.RELAY, StatusBasis.REPORTED),
        (SourceKind.GAZETTE, Basis.DENIAL, StatusBasis.REPORTED),
    ],
)
def test_an_event_is_attested_by_the_act_ones_own_word_or_a_primary_source(
    kind: SourceKind, basis: Basis, expected: StatusBasis
) -> None:
    record = restriction(
        event(EventType.EFFECTIVE, "2030-01-01", cites=["a"]), citations={"a": citation("t", basis)}
    )
    sources = by_id(source("t", kind, published="2030-01-02"))
    assert record_status(record, date(2030, 3, 1), sources).basis is expected


# The laws. Dates are crowded into a few months, so that events meet on days and overlap.

START = date(2030, 1, 1)
DAYS = st.integers(0, 120).map(lambda days: START + timedelta(days=days))
DATES = st.one_of(
    DAYS.map(str),
    st.sampled_from(["2030", "2030-01", "2030-02", "2030-33", "2030-02/2030-03", "2030-03/.."]),
)
PARTS = st.sampled_from([None, "a", "b"])
EVENTS = st.builds(
    event,
    st.sampled_from(EventType),
    DATES,
    until=st.none() | DAYS.map(lambda day: str(day + timedelta(days=60))) | st.just("2030-06"),
    part=PARTS,
)


def outcome(events: Sequence[Event], on: date) -> tuple[StatusOn | Event | None, ...]:
    """Everything the record and its parts answer, with the deciding events for their places."""
    record = restriction(*events, parts=["a", "b"])
    parts = [part_status(record, part, on, {}) for part in (None, "a", "b")]
    answers = [record_status(record, on, {}), *parts]
    return tuple(
        found
        for answer in answers
        for found in (
            StatusOn(answer.status, answer.basis, answer.since, None, answer.end, answer.possible),
            None if answer.event is None else record.events[answer.event],
        )
    )


@given(
    st.lists(EVENTS, max_size=5).flatmap(lambda es: st.tuples(st.just(es), st.permutations(es))),
    DAYS,
)
def test_the_order_in_which_events_are_written_does_not_matter(
    orders: tuple[list[Event], list[Event]], on: date
) -> None:
    assert outcome(orders[0], on) == outcome(orders[1], on)


@given(st.lists(EVENTS, max_size=4), EVENTS, DAYS)
def test_an_event_that_lies_ahead_changes_nothing(
    events: list[Event], future: Event, on: date
) -> None:
    first = parse(future.date).first
    assert first is not None
    on = min(on, first - timedelta(days=1))
    assert outcome([*events, future], on) == outcome(events, on)


@given(st.lists(EVENTS, max_size=4), DAYS)
def test_events_known_to_the_day_leave_nothing_uncertain(events: list[Event], on: date) -> None:
    exact = [e for e in events if parse(e.date).is_day and e.until != "2030-06"]
    record = restriction(*exact, parts=["a", "b"])
    found = record_status(record, on, {})
    assert found.possible == {found.status}
    assert not found.uncertain


@given(st.lists(EVENTS, max_size=4), DAYS)
def test_what_is_certain_is_among_what_is_possible_and_began_by_the_day(
    events: list[Event], on: date
) -> None:
    found = record_status(restriction(*events, parts=["a", "b"]), on, {})
    assert found.status in found.possible
    assert found.since is None or found.since <= on
    assert (found.end is not None) == (found.status in (Status.ENDED, Status.WITHDRAWN))


@given(st.lists(EVENTS, max_size=4), DAYS)
def test_the_status_has_held_since_its_first_day(events: list[Event], on: date) -> None:
    exact = [e for e in events if parse(e.date).is_day]
    record = restriction(*exact, parts=["a", "b"])
    found = record_status(record, on, {})
    if found.since is not None and not found.uncertain:
        assert record_status(record, found.since, {}).status is found.status


def test_a_source_read_after_a_stated_end_does_not_confirm_it() -> None:
    record = restriction(
        event(EventType.EFFECTIVE, "2029-01-01", cites=["a"]),
        event(EventType.SUSPENDED, "2030-01-01", until="2030-01-31", cites=["b", "c"]),
        citations={"a": citation("act", Basis.ACT), "b": citation("note"), "c": citation("news")},
    )
    sources = by_id(
        source("act", published="2029-01-01"),
        source("note", published=None, retrieved="2031-01-01"),
        source("news", published="2030-01-02"),
    )
    status = record_status(record, date(2030, 3, 1), sources)
    assert (status.status, status.basis) == (Status.IN_FORCE, StatusBasis.SCHEDULED)
