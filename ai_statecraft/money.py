"""Money in US dollars: yearly average exchange rates, and the year that a sum belongs to."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ai_statecraft import edtf
from ai_statecraft.findings import Finding, Severity
from ai_statecraft.models import ClaimRecord, Quantity, Source
from ai_statecraft.models.base import SLUG
from ai_statecraft.origins import carriers
from ai_statecraft.vocabularies import EventType, Rank

HEADER = ("currency", "year", "per_usd", "source")
DOLLAR = "USD"

_BEGINNINGS = frozenset(
    {EventType.ANNOUNCED, EventType.ADOPTED, EventType.EFFECTIVE, EventType.ESTABLISHED}
)
_CURRENCY = re.compile(r"[A-Z]{3}")
_RATE = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,12})?")


@dataclass(frozen=True, slots=True)
class RateRule:
    """One thing that a row of the exchange rates must be."""

    id: str
    title: str
    why: str
    remedy: str


UNREADABLE = RateRule(
    "MONEY001",
    "The exchange rates are a CSV file in UTF-8",
    "without its rates no sum can be given in dollars",
    "save the file as UTF-8, one row a line, without quotation marks",
)
WRONG_HEADER = RateRule(
    "MONEY002",
    "The exchange rates have the columns currency, year, per_usd and source",
    "a rate in a column of another name is read by nobody",
    "write the first line as currency,year,per_usd,source",
)
WRONG_WIDTH = RateRule(
    "MONEY003",
    "Each row has one value for each column",
    "a value too few or too many moves the others under a wrong heading",
    "give currency, year, per_usd and source, without thousands separators",
)
NO_CURRENCY = RateRule(
    "MONEY004",
    "A currency is an ISO 4217 code other than USD",
    "sums name their currency by its code; the dollar needs no rate",
    "write the code, such as CNY, and leave USD out",
)
NO_YEAR = RateRule(
    "MONEY005",
    f"A year lies between {edtf.FIRST_YEAR} and {edtf.LAST_YEAR}",
    "a rate is the average of one calendar year",
    "write the year with four digits",
)
NO_RATE = RateRule(
    "MONEY006",
    "A rate is a positive decimal: units of the currency for one US dollar",
    "a rate of zero, or one the other way round, makes sums that are off by orders",
    "write digits with a decimal point, such as 7.0821",
)
NO_SOURCE = RateRule(
    "MONEY007",
    "A rate names the source it comes from",
    "no number goes without its source",
    "write the id of a record in data/sources",
)
REPEATED = RateRule(
    "MONEY008",
    "A currency has one rate a year",
    "with two rates, which one counts would be chance",
    "delete one of the rows",
)
RATE_RULES = (
    UNREADABLE,
    WRONG_HEADER,
    WRONG_WIDTH,
    NO_CURRENCY,
    NO_YEAR,
    NO_RATE,
    NO_SOURCE,
    REPEATED,
)
"""Every rule of the exchange rates, by id."""


@dataclass(frozen=True, order=True, slots=True)
class Rate:
    """A currency's average rate in one calendar year."""

    currency: str
    """ISO 4217."""
    year: int
    per_usd: float
    """Units of the currency for one US dollar."""
    source: str
    """Id of the source."""


class Dollars(NamedTuple):
    """A sum in US dollars, and the rate it was converted at."""

    usd: float
    """US dollars of the year of the rate, not rounded."""
    rate: float
    """Units of the currency for one US dollar; 1 for the dollar itself."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Yearly average exchange rates to the US dollar."""

    rows: tuple[Rate, ...] = ()
    """In order of currency and year."""
    _by_year: Mapping[tuple[str, int], Rate] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A frozen dataclass sets derived fields this way.
        object.__setattr__(self, "_by_year", {(r.currency, r.year): r for r in self.rows})

    def usd(self, value: float, currency: str, year: int) -> Dollars | None:
        """A sum at the average rate of the year; None if there is no such rate."""
        if currency == DOLLAR:
            return Dollars(value, 1.0)
        rate = self._by_year.get((currency, year))
        return rate and Dollars(value / rate.per_usd, rate.per_usd)


def read_rates(content: bytes | Path, file: str) -> tuple[Rates, tuple[Finding, ...]]:
    """The exchange rates in a CSV file, and what is wrong with it; bad rows are left out.

    `content` is the file's bytes or its path; `file` is the name that findings give it.
    """
    try:
        text = (content.read_bytes() if isinstance(content, Path) else content).decode("utf-8")
        # Strict, so that a stray quotation mark is an error and swallows no lines.
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        lines = [(reader.line_num, row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        return Rates(), (_finding(file, 0, UNREADABLE, f"can't be read: {error}"),)
    if not lines or tuple(lines[0][1]) != HEADER:
        found = ",".join(lines[0][1]) if lines else ""
        return Rates(), (_finding(file, 1, WRONG_HEADER, f"the columns are {found!r}"),)
    return _rates(lines[1:], file)


def _rates(lines: Iterable[tuple[int, list[str]]], file: str) -> tuple[Rates, tuple[Finding, ...]]:
    rates: dict[tuple[str, int], Rate] = {}
    findings: list[Finding] = []
    for line, row in lines:
        faults = list(_faults(row))
        if not faults:
            currency, year, per_usd, source = row
            rate = Rate(currency, int(year), float(per_usd), source)
            if rates.setdefault((currency, rate.year), rate) is not rate:
                faults.append((REPEATED, f"{currency} has another rate for {year}"))
        findings.extend(_finding(file, line, rule, message) for rule, message in faults)
    return Rates(tuple(sorted(rates.values()))), tuple(findings)


def _faults(row: list[str]) -> Iterator[tuple[RateRule, str]]:
    if len(row) != len(HEADER):
        yield WRONG_WIDTH, f"the row has {len(row)} values instead of {len(HEADER)}"
        return
    currency, year, per_usd, source = row
    if not _CURRENCY.fullmatch(currency) or currency == DOLLAR:
        yield NO_CURRENCY, f"{currency!r} is no currency that needs a rate"
    if not re.fullmatch("[0-9]{4}", year) or not (edtf.FIRST_YEAR <= int(year) <= edtf.LAST_YEAR):
        yield NO_YEAR, f"{year!r} is no such year"
    if not _RATE.fullmatch(per_usd) or not float(per_usd):
        yield NO_RATE, f"{per_usd!r} is no positive decimal"
    if not re.fullmatch(SLUG, source):
        yield NO_SOURCE, f"{source!r} is no id of a source"


def _finding(file: str, line: int, rule: RateRule, message: str) -> Finding:
    return Finding(file, line, 0, rule.id, Severity.ERROR, "", message, rule.remedy)


def year_of(quantity: Quantity, record: ClaimRecord, sources: Mapping[str, Source]) -> int | None:
    """The calendar year whose rate converts a sum.

    The first year of the quantity's `as_of`; without it, the year of the earliest event that
    announced, adopted or established the record or brought it into force, among those of the
    quantity's part and of no part; without one, the year in which the earliest of the cited
    sources was published, or else retrieved. None if nothing is dated. `sources` are by id.
    """
    if quantity.as_of is not None:
        return _year(quantity.as_of)
    began = [
        event.date
        for event in record.events
        if event.type in _BEGINNINGS
        and event.rank is not Rank.DEPRECATED
        and event.part in (None, quantity.part)
    ]
    if began:
        return min(map(_year, began))
    cited = (c for cite in quantity.cites for c in carriers(cite, record.citations))
    found = (sources[c.source] for c in cited if c.source in sources)
    dated = [text for source in found if (text := source.published or source.retrieved)]
    return min(map(_year, dated), default=None)


def _year(text: str) -> int:
    """The year of the first possible day, or of the last where the start is open."""
    parsed = edtf.parse(text)
    return (parsed.first or parsed.last or date.max).year
