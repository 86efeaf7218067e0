"""Sums in US dollars: the rates that are read, and the year whose rate counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from ai_statecraft.findings import Finding, Severity
from ai_statecraft.models import Event, Quantity
from ai_statecraft.money import RATE_RULES, Dollars, Rate, Rates, read_rates, year_of
from ai_statecraft.vocabularies import Basis, CapitalStage, EventType, Measure, Rank
from tests.invented import by_id, citation, event, restriction, source

HEADER = "currency,year,per_usd,source\n"
FILE = "data/reference/exchange-rates.csv"


def read(rows: str) -> tuple[Rates, tuple[Finding, ...]]:
    return read_rates((HEADER + rows).encode(), FILE)


def test_a_sum_is_divided_by_the_rate_of_its_year() -> None:
    rates, findings = read("CNY,2030,8,bank\nCNY,2031,7.5,bank\n")
    assert findings == ()
    assert rates.rows == (Rate("CNY", 2030, 8.0, "bank"), Rate("CNY", 2031, 7.5, "bank"))
    assert rates.usd(344e9, "CNY", 2030) == Dollars(usd=43e9, rate=8.0)
    assert rates.usd(1.5, "CNY", 2031) == Dollars(usd=0.2, rate=7.5)


def test_dollars_stay_and_an_unknown_rate_gives_no_sum() -> None:
    rates, _ = read("CNY,2030,8,bank\n")
    assert rates.usd(5.0, "USD", 1999) == Dollars(usd=5.0, rate=1.0)
    assert rates.usd(5.0, "CNY", 2031) is None
    assert rates.usd(5.0, "EUR", 2030) is None


def test_rates_come_in_order_whatever_the_files() -> None:
    rates, _ = read("KRW,2030,1300,bank\nCNY,2031,7.5,bank\nCNY,2030,8,bank\n")
    assert [(rate.currency, rate.year) for rate in rates.rows] == [
        ("CNY", 2030),
        ("CNY", 2031),
        ("KRW", 2030),
    ]


@pytest.mark.parametrize(
    ("row", "rule", "message"),
    [
        ("CNY,2030,8", "MONEY003", "the row has 3 values instead of 4"),
        ("", "MONEY003", "the row has 0 values instead of 4"),
        ("JPY,2030,1,300,bank", "MONEY003", "the row has 5 values instead of 4"),
        ("yuan,2030,8,bank", "MONEY004", "'yuan' is no currency that needs a rate"),
        ("USD,2030,1,bank", "MONEY004", "'USD' is no currency that needs a rate"),
        ("CNY,30,8,bank", "MONEY005", "'30' is no such year"),
        ("CNY,1066,8,bank", "MONEY005", "'1066' is no such year"),
        ("CNY,2030,0,bank", "MONEY006", "'0' is no positive decimal"),
        ("CNY,2030,-8,bank", "MONEY006", "'-8' is no positive decimal"),
        ("CNY,2030,1e1,bank", "MONEY006", "'1e1' is no positive decimal"),
        ("CNY,2030,inf,bank", "MONEY006", "'inf' is no positive decimal"),
        ("CNY,2030,٨,bank", "MONEY006", "'٨' is no positive decimal"),
        ("CNY,2030,8,", "MONEY007", "'' is no id of a source"),
        ("EUR,2029,0.8,bank", "MONEY008", "EUR has another rate for 2029"),
    ],
)
def test_a_bad_row_is_a_finding_on_its_line_and_is_left_out(
    row: str, rule: str, message: str
) -> None:
    rates, findings = read(f"EUR,2029,0.9,bank\n{row}\nCNY,2031,7.5,bank\n")
    remedy = next(each.remedy for each in RATE_RULES if each.id == rule)
    assert findings == (Finding(FILE, 3, 0, rule, Severity.ERROR, "", message, remedy),)
    assert rates.rows == (Rate("CNY", 2031, 7.5, "bank"), Rate("EUR", 2029, 0.9, "bank"))


def test_every_fault_of_a_row_is_found() -> None:
    _, findings = read("yuan,30,x,!\n")
    assert [finding.rule for finding in findings] == [
        "MONEY004",
        "MONEY005",
        "MONEY006",
        "MONEY007",
    ]


@pytest.mark.parametrize(
    ("content", "rule", "line"),
    [
        (b"\xff\xfe", "MONEY001", 0),
        (HEADER.encode() + b'CNY,2030,"8,bank\n', "MONEY001", 0),
        (b"", "MONEY002", 1),
        (b"currency,year,rate,source\n", "MONEY002", 1),
        (b"\xef\xbb\xbf" + HEADER.encode(), "MONEY002", 1),
    ],
)
def test_a_file_that_is_no_such_table_is_one_finding(content: bytes, rule: str, line: int) -> None:
    rates, findings = read_rates(content, FILE)
    assert rates.rows == ()
    assert [(f.file, f.line, f.rule) for f in findings] == [(FILE, line, rule)]


def test_a_path_is_read_and_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    assert [finding.rule for finding in read_rates(path, FILE)[1]] == ["MONEY001"]
    path.write_text(HEADER + "CNY,2030,8,bank\n")
    assert read_rates(path, FILE) == (Rates((Rate("CNY", 2030, 8.0, "bank"),)), ())


def capital(*, as_of: str | None = None, part: str | None = None) -> Quantity:
    return Quantity(
        measure=Measure.CAPITAL,
        value=1,
        unit="CNY",
        stage=CapitalStage.ANNOUNCED,
        as_of=as_of,
        part=part,
        cites=("a", "b+c"),
    )


EVENTS = (
    event(EventType.AMENDED, "2020-01-01"),
    event(EventType.ANNOUNCED, "2021-01-01", rank=Rank.DEPRECATED),
    event(EventType.EFFECTIVE, "2024-01-01"),
    event(EventType.ADOPTED, "2023-12", part="first"),
    event(EventType.ANNOUNCED, "2022", part="second"),
)


@pytest.mark.parametrize(
    ("quantity", "events", "expected"),
    [
        (capital(as_of="2025-06"), EVENTS, 2025),
        (capital(as_of="2019/2021"), EVENTS, 2019),
        (capital(as_of="../2021"), EVENTS, 2021),
        (capital(), EVENTS, 2024),
        (capital(part="first"), EVENTS, 2023),
        (capital(part="second"), EVENTS, 2022),
        (capital(), EVENTS[:2], 2027),
    ],
)
def test_the_year_is_that_of_the_value_else_of_the_beginning_else_of_the_source(
    quantity: Quantity, events: tuple[Event, ...], expected: int
) -> None:
    record = restriction(
        *events,
        citations={
            "a": citation("late"),
            "b": citation("early", Basis.ESTIMATE),
            "c": citation("undated"),
        },
    )
    sources = by_id(
        source("late", published="2029-05"),
        source("early", published=None, retrieved="2027-02-03"),
        source("undated", published=None),
    )
    assert year_of(quantity, record, sources) == expected


def test_a_sum_without_any_date_has_no_year() -> None:
    assert year_of(capital(), restriction(), {}) is None
