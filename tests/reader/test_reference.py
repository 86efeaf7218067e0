"""Reading what stands beside the records: rates, redirects, released ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from ai_statecraft.reader.reference import (
    read_deflators,
    read_rates,
    read_redirects,
    read_released,
)

HEADER = "currency,year,per_usd,source\n"
FILE = "data/reference/exchange-rates.csv"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data" / "reference").mkdir(parents=True)
    return tmp_path / "data"


def write(root: Path, text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    (root / "reference" / "exchange-rates.csv").write_bytes(data)


def test_rates_come_in_order_of_currency_and_year(root: Path) -> None:
    write(root, HEADER + "KRW,2030,1300,bank\nCNY,2031,7.5,bank\nCNY,2030,8,bank\n")
    rates, findings = read_rates(root)
    assert findings == ()
    assert [(r.currency, r.year, r.per_usd) for r in rates] == [
        ("CNY", 2030, 8),
        ("CNY", 2031, 7.5),
        ("KRW", 2030, 1300),
    ]


def test_deflators_come_in_order_and_may_fall(root: Path) -> None:
    file = root / "reference" / "gdp-deflators.csv"
    file.write_text("currency,year,change,source\nUSD,2031,2,bank\nCNY,2031,-0.5,bank\n", "utf-8")
    deflators, findings = read_deflators(root)
    assert findings == ()
    assert [(d.currency, d.year, d.change) for d in deflators] == [
        ("CNY", 2031, -0.5),
        ("USD", 2031, 2),
    ]
    file.write_text("currency,year,change,source\nCNY,2031,-80,bank\n", "utf-8")
    (finding,) = read_deflators(root)[1]
    assert (finding.file, finding.line, finding.message) == (
        "data/reference/gdp-deflators.csv",
        2,
        "change: Input should be greater than -50",
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("CNY,2030,8", "the row has 3 cells, the header 4"),
        ("JPY,2030,1,300,bank", "the row has 5 cells, the header 4"),
        ("yuan,2030,8,bank", "currency: String should match pattern '^[A-Z]{3}$'"),
        ("CNY,1066,8,bank", "year: Input should be greater than or equal to 1990"),
        ("CNY,2030,0,bank", "per_usd: Input should be greater than 0"),
        ("CNY,2030,-8,bank", "per_usd: Input should be greater than 0"),
        ("CNY,2030,1e1,bank", "per_usd: Input should be a valid number"),
        ("CNY,2030,inf,bank", "per_usd: Input should be a valid number"),
        ("CNY,2030,٨,bank", "per_usd: Input should be a valid number"),
        ("CNY,2030,8,", "source: Field required"),
    ],
)
def test_a_bad_row_is_a_finding_on_its_line_and_the_others_are_read(
    root: Path, row: str, message: str
) -> None:
    write(root, f"{HEADER}EUR,2029,0.9,bank\n{row}\nCNY,2031,7.5,bank\n")
    rates, findings = read_rates(root)
    assert [(f.file, f.line, f.rule, f.message) for f in findings] == [
        (FILE, 3, "MODEL013", message)
    ]
    assert [r.currency for r in rates] == ["CNY", "EUR"]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "MODEL013"),
        (b"currency,year,rate,source\n", "MODEL013"),
        (b"\xff\xfe", "READ002"),
        (HEADER.encode() + b'CNY,2030,"8,bank\n', "MODEL013"),
    ],
)
def test_a_file_that_is_no_such_table_is_a_finding(root: Path, data: bytes, rule: str) -> None:
    write(root, data)
    rates, findings = read_rates(root)
    assert rates == ()
    assert rule in {f.rule for f in findings}


def test_a_missing_file_is_an_empty_table(root: Path) -> None:
    assert read_rates(root) == ((), ())
    assert read_redirects(root) == ((), ())
    assert read_released(root) == ((), ())


def test_a_redirect_says_where_the_content_is_now_and_why(root: Path) -> None:
    (root / "redirects.yaml").write_text(
        "fund/old: {to_record: fund/new, reason: merged, date: 2030-01-01, note: One fund.}\n"
        "fund/wrong: {reason: withdrawn, date: 2030-01-01, note: It never existed.}\n"
    )
    redirects, findings = read_redirects(root)
    assert findings == ()
    assert [(r.record, r.to_record, r.reason) for r in redirects] == [
        ("fund/old", "fund/new", "merged"),
        ("fund/wrong", None, "withdrawn"),
    ]


def test_a_list_of_redirects_may_be_empty(root: Path) -> None:
    (root / "redirects.yaml").write_text("# none yet\n")
    assert read_redirects(root) == ((), ())


def test_a_bad_redirect_is_a_finding_at_its_place(root: Path) -> None:
    (root / "redirects.yaml").write_text(
        "fund/old: {reason: lost, date: 2030-01-01, note: x}\nfund/b: gone\n"
    )
    redirects, findings = read_redirects(root)
    assert redirects == ()
    assert [(f.file, f.line, f.column, f.rule) for f in findings] == [
        ("data/redirects.yaml", 1, 20, "MODEL004"),
        ("data/redirects.yaml", 2, 1, "MODEL005"),
    ]
