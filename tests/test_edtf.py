"""Dates as precise as they are known."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.edtf import EdtfDate, parse

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-07", "2025-07-01", "2025-07-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2100-02", "2100-02-01", "2100-02-28"),
        ("2025-07-26", "2025-07-26", "2025-07-26"),
        ("2025-33", "2025-01-01", "2025-03-31"),
        ("2025-34", "2025-04-01", "2025-06-30"),
        ("2025-35", "2025-07-01", "2025-09-30"),
        ("2025-36", "2025-10-01", "2025-12-31"),
        ("2025-40", "2025-01-01", "2025-06-30"),
        ("2025-41", "2025-07-01", "2025-12-31"),
        ("2025-01/2025-03", "2025-01-01", "2025-03-31"),
        ("2021/2025", "2021-01-01", "2025-12-31"),
        ("2025-07/2025", "2025-07-01", "2025-12-31"),
        ("2025-33/2026-40", "2025-01-01", "2026-06-30"),
        ("2025-01-01/..", "2025-01-01", None),
        ("../2025", None, "2025-12-31"),
        ("1900", "1900-01-01", "1900-12-31"),
        ("2199-12-31", "2199-12-31", "2199-12-31"),
    ],
)
def test_a_date_has_a_first_and_a_last_possible_day(
    text: str, first: str | None, last: str | None
) -> None:
    expected = EdtfDate(
        text,
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-02-30", "'2025-02-30' is not a day of the calendar"),
        ("2023-02-29", "'2023-02-29' is not a day of the calendar"),
        ("2025-00-10", "'2025-00-10' is not a day of the calendar"),
        ("2025Q3", "'2025Q3': write a quarter as 2025-35"),
        ("2025-H2", "'2025-H2': write a half-year as 2025-41"),
        (
            "2025-13",
            "'2025-13': 13 is no month (01 to 12), quarter (33 to 36) or half-year (40, 41)",
        ),
        (
            "2025-37",
            "'2025-37': 37 is no month (01 to 12), quarter (33 to 36) or half-year (40, 41)",
        ),
        ("1899", "'1899': the year must be from 1900 to 2199"),
        ("2200-01-01", "'2200-01-01': the year must be from 1900 to 2199"),
        ("2025-01/", "'2025-01/' lacks an end: write `..` for an open one, as in 2025-01/.."),
        ("/2025-01", "'/2025-01' lacks an end: write `..` for an open one, as in 2025-01/.."),
        ("../..", "'../..' is open at both ends and says nothing: leave the date out"),
        (
            "2025/2026/2027",
            "'2025/2026/2027' has more than one slash: an interval is start/end",
        ),
        ("2025-03/2025-02", "'2025-03/2025-02' ends before it starts"),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_write(text: str, message: str) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the whole message is asserted
        parse(text)
    assert str(raised.value) == message


@pytest.mark.parametrize("text", ["2025-21", "2025-24", "2025-22/2025-23"])
def test_seasons_are_refused_since_their_days_depend_on_who_counts(text: str) -> None:
    with pytest.raises(ValueError, match="is a season, whose days depend on who counts"):
        parse(text)


@pytest.mark.parametrize("text", ["2025~", "2025-07?", "202X", "2025%", "2025-07-26~/2025-08"])
def test_marks_of_uncertainty_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="have no agreed bounds"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 2025",
        "2025\n",
        "2025-7",
        "2025-07-2",
        "20250726",
        "2025-W30",
        "２０２５",
        "٢٠٢٥",
        "2025-07-26T10:00",
        "2025--2026",
        "July 2025",
        "-2025",
        "2025-07-26 ",
        "\x1b[31m" * 1000,
    ],
)
def test_other_shapes_are_refused_with_examples_and_without_an_echo_of_escapes(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date: write 2025, 2025-07, ") as raised:
        parse(text)
    assert str(raised.value).isprintable()
    assert len(str(raised.value)) < 400


@given(DAYS)
def test_every_day_is_read_as_itself(day: date) -> None:
    assert parse(day.isoformat()) == EdtfDate(day.isoformat(), day, day)


@given(st.lists(DAYS, min_size=2, max_size=2).map(sorted))
def test_an_interval_runs_from_the_first_day_to_the_last(days: list[date]) -> None:
    start, end = days
    text = f"{start.isoformat()}/{end.isoformat()}"
    assert parse(text) == EdtfDate(text, start, end)


@given(st.text(max_size=20) | st.from_regex(r"[0-9./~-]{1,12}", fullmatch=True))
def test_no_text_raises_anything_but_a_value_error(text: str) -> None:
    try:
        read = parse(text)
    except ValueError:
        return
    assert read.text == text
    assert (read.first or date.min) <= (read.last or date.max)


@given(st.integers(1900, 2199), st.integers(1, 12))
def test_months_agree_with_the_edtf_library(year: int, month: int) -> None:
    text = f"{year}-{month:02}"
    ours = parse(text)
    assert ours.first is not None
    assert ours.last is not None
    assert (ours.first, ours.last) == _bounds_by_library(text)
    assert ours.last.day == monthrange(year, month)[1]


@pytest.mark.parametrize(
    "text",
    ["2025", "2024-02", "2025-07-26", "2021/2025", "2025-01/2025-03", "2025-01-31/2025-02"]
    + [f"2024-{code}" for code in (33, 34, 35, 36, 40, 41)],
)
def test_what_the_edtf_library_covers_has_the_bounds_it_gives(text: str) -> None:
    ours = parse(text)
    assert (ours.first, ours.last) == _bounds_by_library(text)


def test_dates_sort_by_first_day_then_by_last_with_open_ends_outermost() -> None:
    texts = ["../2025", "2025-01-01", "2025-01", "2025", "2025-01/..", "2025-01-02", "2026"]
    assert [d.text for d in sorted(map(parse, reversed(texts)))] == texts


def test_equal_dates_are_one_in_a_set() -> None:
    assert {parse("2025-07"), parse("2025-07")} == {parse("2025-07")}


def test_a_date_tells_whether_it_is_a_day_or_an_interval() -> None:
    kinds = {t: (parse(t).is_day, parse(t).is_interval) for t in ("2025-07-26", "2025", "2025/..")}
    assert kinds == {
        "2025-07-26": (True, False),
        "2025": (False, False),
        "2025/..": (False, True),
    }


def test_a_date_may_be_any_day_between_its_bounds_and_no_other() -> None:
    quarter, open_end, open_start = parse("2025-35"), parse("2025-07/.."), parse("../2025-06")
    day = date(2025, 7, 1)
    before = day - timedelta(days=1)
    assert [d.may_be(day) for d in (quarter, open_end, open_start)] == [True, True, False]
    assert [d.may_be(before) for d in (quarter, open_end, open_start)] == [False, False, True]


def test_a_date_prints_as_it_was_written() -> None:
    assert str(parse("2025-01/..")) == "2025-01/.."


def _bounds_by_library(text: str) -> tuple[date, date]:
    parsed = edtf.parse_edtf(text)
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
