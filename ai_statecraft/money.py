"""Money: yearly average exchange rates, deflators, and the year that a sum belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import prod
from typing import NamedTuple

from ai_statecraft import edtf
from ai_statecraft.contents import Deflator, Rate
from ai_statecraft.models import ClaimRecord, Quantity, Source
from ai_statecraft.origins import carriers
from ai_statecraft.vocabularies import EventType, Rank

DOLLAR = "USD"

_BEGINNINGS = frozenset(
    {EventType.ANNOUNCED, EventType.ADOPTED, EventType.EFFECTIVE, EventType.ESTABLISHED}
)


class Dollars(NamedTuple):
    """A sum in US dollars, and the rate it was converted at."""

    usd: float
    """US dollars of the year of the rate, not rounded."""
    rate: float
    """Units of the currency for one US dollar; 1 for the dollar itself."""


class Exchange(NamedTuple):
    """How a sum goes from one currency to another."""

    factor: float
    """What one unit of the first is worth in the second."""
    rates: tuple[Rate, ...]
    """The rates that were used; none for the same currency."""


class PriceChange(NamedTuple):
    """How prices went from one year to another."""

    factor: float
    """What cost one unit in the first year costs so many in the second."""
    deflators: tuple[Deflator, ...]
    """The yearly changes that were used, in order; none for the same year."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Yearly average exchange rates to the US dollar."""

    rows: tuple[Rate, ...] = ()
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

    def between(self, currency: str, other: str, year: int | None) -> Exchange | None:
        """The exchange of one currency for another at the average rates of a year, over the dollar.

        None without a year or its rates, unless the currencies are the same.
        """
        if currency == other:
            return Exchange(1.0, ())
        if year is None:
            return None
        given, taken = self.usd(1.0, currency, year), self.usd(1.0, other, year)
        if given is None or taken is None:
            return None
        used = (self._by_year.get((code, year)) for code in (currency, other))
        return Exchange(given.usd * taken.rate, tuple(rate for rate in used if rate is not None))


@dataclass(frozen=True, slots=True)
class Deflators:
    """Yearly changes of the GDP deflators of currencies' economies."""

    rows: tuple[Deflator, ...] = ()
    _by_year: Mapping[tuple[str, int], Deflator] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_year", {(r.currency, r.year): r for r in self.rows})

    @property
    def years(self) -> tuple[int, ...]:
        """The years to whose prices sums of some currency can be brought, in order."""
        changed = {row.year for row in self.rows}
        return tuple(sorted(changed | {year - 1 for year in changed}))

    def changes(self, currency: str, year: int | None, to: int | None) -> PriceChange | None:
        """How prices in a currency's economy went from one year to another, also backwards.

        Without `to`, prices stay as they are. None without a year, or if a change is missing.
        """
        if to is None or to == year:
            return PriceChange(1.0, ())
        if year is None:
            return None
        between = range(min(year, to) + 1, max(year, to) + 1)
        found = [self._by_year.get((currency, each)) for each in between]
        known = tuple(change for change in found if change is not None)
        if len(known) < len(found):
            return None
        rise = prod(1 + change.change / 100 for change in known)
        return PriceChange(rise if year < to else 1 / rise, known)


def year_of(quantity: Quantity, record: ClaimRecord, sources: Mapping[str, Source]) -> int | None:
    """The calendar year whose rate converts a sum: that of `day_of`."""
    day = day_of(quantity, record, sources)
    return None if day is None else day.year


def day_of(quantity: Quantity, record: ClaimRecord, sources: Mapping[str, Source]) -> date | None:
    """The first day that a sum may be of.

    The first day of the quantity's `as_of`; without it, of the earliest event that announced,
    adopted or established the record or brought it into force, among those of the quantity's
    part and of no part, or else of the earliest event of any type; without events, the day on
    which the earliest of the cited sources was published. None if nothing is dated: the day on
    which a source was read says nothing of the sum. `sources` are by id.
    """
    if quantity.as_of is not None:
        return _first(quantity.as_of)
    events = [
        event
        for event in record.events
        if event.rank is not Rank.DEPRECATED and event.part in (None, quantity.part)
    ]
    began = [event for event in events if event.type in _BEGINNINGS] or events
    if began:
        return min(_first(event.date) for event in began)
    cited = (c for cite in quantity.cites for c in carriers(cite, record.citations))
    found = (sources[c.source] for c in cited if c.source in sources)
    return min((_first(s.published) for s in found if s.published), default=None)


def _first(text: str) -> date:
    """The first possible day, or the last where the start is open."""
    parsed = edtf.parse(text)
    return parsed.first or parsed.last or date.max
