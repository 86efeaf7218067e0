"""The dataset seen from another day, and with what could be known by another day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ai_statecraft
from ai_statecraft.claims import Knowledge
from ai_statecraft.contents import Contents
from ai_statecraft.dataset import Dataset
from ai_statecraft.errors import DayError, NoClaimsError, NotFoundError
from ai_statecraft.models import Citation, Event, Record, Restriction, Source
from ai_statecraft.vocabularies import EventType, Rank, Status, StatusBasis
from tests.invented import citation, event, restriction, source

KEY = "restriction/invented"
A_DAY = date(2030, 1, 1)


def dataset(*records: Record) -> Dataset:
    return Dataset(Contents(tuple(sorted(records, key=lambda record: record.key))))


def rule(*events: Event, **cited: str) -> Restriction:
    """A restriction whose citation labels lead to the named sources."""
    return restriction(*events, citations={k: citation(v) for k, v in cited.items()})


def known(ds: Dataset) -> dict[str, Knowledge | None]:
    return {claim.path: claim.known for claim in ds.claims(KEY) if claim.path}


def test_a_status_is_that_of_the_day_asked_for_in_methods_and_tables(data: Path) -> None:
    ds = ai_statecraft.load(data)
    seen = ds.as_of(valid_on="2029-04-15")
    order = "restriction/sample-export-order"
    assert (ds.status(order).status, seen.status(order).status) == (
        Status.PARTLY_IN_FORCE,
        Status.PARTLY_IN_FORCE,
    )
    parts = {row["part"]: row for row in seen.table("parts").to_pylist()}
    assert parts["raw"]["status"] == "in_force"
    assert parts["fine"]["status"] == "announced"
    assert seen.day == date(2029, 4, 15)
    assert ds.day == date(2030, 1, 3)


def test_a_date_known_to_a_month_makes_the_status_uncertain_within_it(data: Path) -> None:
    ds = ai_statecraft.load(data).as_of(valid_on="2029-05-20")
    status = ds.status("restriction/sample-export-order", part="fine")
    assert status.status is Status.ANNOUNCED
    assert status.possible == {Status.ANNOUNCED, Status.IN_FORCE}
    rows = {row["part"]: row["status_uncertain"] for row in ds.table("parts").to_pylist()}
    assert rows == {"raw": False, "fine": True}


def test_what_no_source_had_said_by_the_day_is_not_there() -> None:
    ds = dataset(
        source("early", published="2030-01-01"),
        source("late", published="2031-01-01"),
        rule(
            event(EventType.ANNOUNCED, "2030-01-01", cites=["a"]),
            event(EventType.EFFECTIVE, "2030-02-01", cites=["b", "a+b"]),
            event(EventType.AMENDED, "2030-03-01", cites=["a", "b"]),
            a="early",
            b="late",
        ),
    )
    then = ds.as_of(known_on="2030-06-01")
    (record,) = then.restrictions
    assert [(e.type, e.cites) for e in record.events] == [
        (EventType.ANNOUNCED, ("a",)),
        (EventType.AMENDED, ("a",)),
    ]
    assert set(record.citations) == {"a"}
    assert then.sources.ids == ("early",)
    assert then.status(KEY, "2030-06-01").status is Status.ANNOUNCED
    assert [claim.path for claim in then.claims(KEY)] == ["", "/events/0", "/events/2"]
    assert then.claims(KEY)[2].id == ds.claims(KEY)[3].id
    assert ds.as_of(known_on="2031-01-01").get(KEY) == ds.get(KEY)
    assert then.as_of(known_on="2031-01-01").get(KEY) == ds.get(KEY)


def test_a_record_of_which_nothing_was_known_drops_out() -> None:
    announced = event(EventType.ANNOUNCED, "2030-01-01", cites=["a"])
    ds = dataset(source("late", published="2031-01-01"), rule(announced, a="late"))
    then = ds.as_of(known_on="2030-12-31")
    assert len(then) == 0
    assert then.day == ds.day
    with pytest.raises(NotFoundError):
        then.status(KEY)


def test_an_event_known_to_lie_ahead_stays_as_a_schedule() -> None:
    planned = event(EventType.EFFECTIVE, "2030-06-01", cites=["a"])
    ds = dataset(source("early", published="2030-01-01"), rule(planned, a="early"))
    then = ds.as_of(known_on="2030-02-01", valid_on="2030-02-01")
    assert then.status(KEY).status is Status.UNKNOWN
    assert [moment.ahead for moment in then.history(KEY)] == [True]
    later = then.as_of(valid_on="2030-07-01").status(KEY)
    assert (later.status, later.basis) == (Status.IN_FORCE, StatusBasis.SCHEDULED)


def test_a_rank_counts_from_the_day_its_denial_was_out() -> None:
    slip = event(EventType.EFFECTIVE, "2030-01-01", rank=Rank.DEPRECATED, cites=["a"]).model_copy(
        update={"against": ("b",), "rank_reason": "denied"}
    )
    ds = dataset(
        source("early", published="2030-01-01"),
        source("denial", published="2030-03-01"),
        rule(slip, a="early", b="denial"),
    )
    before, after = ds.as_of(known_on="2030-02-28"), ds.as_of(known_on="2030-03-01")
    (event_before,) = before.restrictions["invented"].events
    assert (event_before.rank, event_before.rank_reason, event_before.against) == (None, None, ())
    assert before.status(KEY).status is Status.IN_FORCE
    assert after.restrictions["invented"].events == (slip,)
    assert after.status(KEY).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (source("s", published="2030-01-01"), Knowledge.KNOWN),
        (source("s", published="2030"), Knowledge.POSSIBLY),
        (source("s", published="2030-07"), None),
        (source("s", published=None, retrieved="2030-01-01"), Knowledge.KNOWN),
        (source("s", published=None, retrieved="2031-01-01"), Knowledge.POSSIBLY),
        (source("s", published=None), Knowledge.POSSIBLY),
        (source("s", published=None, copy_of="late"), None),
        (source("s", published=None, derived_from=["early"]), Knowledge.POSSIBLY),
    ],
)
def test_a_claim_is_known_possibly_known_or_not_by_its_sources_dates(
    document: Source, expected: Knowledge | None
) -> None:
    ds = dataset(
        document,
        source("early", published="2029-01-01"),
        source("late", published="2031-01-01"),
        rule(event(EventType.ANNOUNCED, "2030-01-01", cites=["a"]), a="s"),
    )
    then = ds.as_of(known_on="2030-06-01")
    assert (known(then) if KEY in then else {}) == ({"/events/0": expected} if expected else {})
    sure = then.as_of(certainly=True)
    assert (KEY in sure) is (expected is Knowledge.KNOWN)


def test_an_undated_source_is_no_older_than_what_it_tells_of() -> None:
    ds = dataset(
        source("undated", published=None),
        source("copy", published=None, copy_of="undated"),
        rule(
            event(EventType.ANNOUNCED, "2030-01-01", cites=["a"]),
            event(EventType.SIGNED, "2030-06-01", cites=["a"]),
            event(EventType.PUBLISHED, "2031-06-01", rank=Rank.DEPRECATED, cites=["a"]),
            event(EventType.EFFECTIVE, "2032-01-01", cites=["b"]),
            a="undated",
            b="copy",
        ),
    )
    assert KEY not in ds.as_of(known_on="2030-05-31")
    assert set(known(ds.as_of(known_on="2030-06-01")).values()) == {Knowledge.POSSIBLY}


def test_a_history_is_in_order_of_time_with_the_status_each_event_left(data: Path) -> None:
    story = ai_statecraft.load(data).history("restriction/sample-export-order")
    assert [(m.event.date, m.event.type, m.event.part, m.after.status) for m in story] == [
        ("2029-03-01", EventType.ANNOUNCED, None, Status.ANNOUNCED),
        ("2029-04-01", EventType.EFFECTIVE, "raw", Status.IN_FORCE),
        ("2029-05", EventType.EFFECTIVE, "fine", Status.IN_FORCE),
        ("2029-06-15", EventType.SUSPENDED, "fine", Status.SUSPENDED),
    ]
    assert story[2].first, story[2].last == (date(2029, 5, 1), date(2029, 5, 31))
    assert [m.claim.path for m in story] == [f"/events/{n}" for n in range(4)]


def test_what_is_in_force_is_asked_for_a_day(data: Path) -> None:
    ds = ai_statecraft.load(data)
    assert [r.key for r in ds.in_force("2029-02-03")] == ["fund/sample-fund"]
    assert [r.key for r in ds.in_force("2029-04-01")] == [
        "fund/sample-fund",
        "restriction/sample-export-order",
    ]


@pytest.mark.parametrize(
    "wrong",
    ["2024-3-1", "2024-02-30", "20240301", "2024-W01-1", "٢٠٢٤-01-01", "March 2024", "", 2024],
)
def test_what_is_no_day_is_refused_with_what_to_give(data: Path, wrong: str) -> None:
    with pytest.raises(DayError, match="is not a day: give a date, or a text such as '2024-03-01'"):
        ai_statecraft.load(data).as_of(valid_on=wrong)


def test_a_day_may_be_a_date_or_a_time(data: Path) -> None:
    ds = ai_statecraft.load(data)
    assert ds.as_of(valid_on=A_DAY).day == ds.as_of(valid_on=datetime(2030, 1, 1, 12)).day == A_DAY  # noqa: DTZ001


def test_a_source_has_no_status_and_an_unknown_part_is_named(data: Path) -> None:
    ds = ai_statecraft.load(data)
    with pytest.raises(NoClaimsError, match="source/sample-news makes no claims"):
        ds.status("source/sample-news")
    with pytest.raises(NotFoundError, match=r"no part in restriction/.* 'raww'; nearest: raw"):
        ds.status("restriction/sample-export-order", part="raww")


# The laws, over invented records.

DATES = st.sampled_from(
    ["2030", "2030-02", "2030-01-15", "2030-02-10", "2030-03-01", "2030-33", "2031-01-01"]
)
DAYS = st.dates(date(2029, 12, 1), date(2031, 2, 1))
LABELS = ("a", "b", "c")


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    sources = [
        source(
            label,
            published=draw(st.none() | DATES),
            retrieved=draw(st.none() | DATES),
            derived_from=draw(st.lists(st.sampled_from(LABELS), max_size=1)),
        )
        for label in LABELS
    ]
    cites = st.lists(st.sampled_from([*LABELS, "a+b", "b+c"]), max_size=3, unique=True)
    events = [
        event(
            draw(st.sampled_from(list(EventType))),
            draw(DATES),
            until=draw(st.none() | DATES),
            part=draw(st.sampled_from([None, "x"])),
            rank=draw(st.none() | st.sampled_from(list(Rank))),
            cites=draw(cites),
        ).model_copy(update={"against": tuple(draw(st.sets(st.sampled_from(LABELS), max_size=2)))})
        for _ in range(draw(st.integers(0, 4)))
    ]
    labels: dict[str, Citation] = {label: citation(label) for label in LABELS}
    return dataset(*sources, restriction(*events, parts=["x"], citations=labels))


def claim_ids(ds: Dataset) -> set[str]:
    return {c.id for r in ds.restrictions for c in ds.claims(r) if c.path}


def answers(ds: Dataset) -> object:
    found = [
        (ds.claims(r), ds.status(r), ds.status(r, part="x"), ds.history(r)) for r in ds.restrictions
    ]
    return list(ds), found, ds.day, ds.known_on


@settings(max_examples=30, deadline=None)
@given(datasets(), DAYS, DAYS, st.booleans())
def test_law_asking_twice_is_asking_once(
    ds: Dataset, valid: date, knowing: date, certainly: bool
) -> None:
    once = ds.as_of(valid_on=valid, known_on=knowing, certainly=certainly)
    assert answers(once.as_of(valid_on=valid, known_on=knowing)) == answers(once)


@settings(max_examples=60, deadline=None)
@given(datasets(), DAYS, DAYS, st.booleans())
def test_law_what_is_known_stays_known(ds: Dataset, a: date, b: date, certainly: bool) -> None:
    first, last = sorted((a, b))
    early = ds.as_of(known_on=first, certainly=certainly)
    late = ds.as_of(known_on=last, certainly=certainly)
    assert claim_ids(early) <= claim_ids(late) <= claim_ids(ds)
    assert {record.key for record in early} <= {record.key for record in late}
    surely_late = {c.id for r in late.restrictions for c in late.claims(r) if c.known == "known"}
    surely_early = {c.id for r in early.restrictions for c in early.claims(r) if c.known == "known"}
    assert surely_early <= surely_late


@settings(max_examples=30, deadline=None)
@given(datasets(), DAYS, DAYS)
def test_law_a_later_day_never_changes_what_an_earlier_one_returns(
    ds: Dataset, a: date, b: date
) -> None:
    first, last = sorted((a, b))
    early = ds.as_of(valid_on=first)
    assert answers(ds.as_of(valid_on=last).as_of(valid_on=first)) == answers(early)
    record = ds.restrictions["invented"]
    assert ds.as_of(valid_on=last).status(record, first) == early.status(record)
    # Nor do events that are added later.
    added = event(EventType.RESCINDED, (last.replace(year=last.year + 1)).isoformat(), cites=["a"])
    longer = record.model_copy(update={"events": (*record.events, added)})
    again = dataset(*ds.sources, longer).as_of(valid_on=first)
    assert again.status(longer) == early.status(record)
