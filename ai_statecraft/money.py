"""Money in US dollars: yearly average exchange rates, and the year that a sum belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ai_statecraft import edtf
from ai_statecraft.contents import Rate
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


def year_of(quantity: Quantity, record: ClaimRecord, sources: Mapping[str, Source]) -> int | None:
    """The calendar year whose rate converts a sum.

    The first year of the quantity's `as_of`; without it, the year of the earliest event that
    announced, adopted or established the record or brought it into force, among those of the
    quantity's part and of no part, or else of the earliest event of any type; without events, the
    year in which the earliest of the cited sources was published. None if nothing is dated: the
    day on which a source was read says nothing of the sum. `sources` are by id.
    """
    if quantity.as_of is not None:
        return _year(quantity.as_of)
    events = [
        event
        for event in record.events
        if event.rank is not Rank.DEPRECATED and event.part in (None, quantity.part)
    ]
    began = [event for event in events if event.type in _BEGINNINGS] or events
    if began:
        return min(_year(event.date) for event in began)
    cited = (c for cite in quantity.cites for c in carriers(cite, record.citations))
    found = (sources[c.source] for c in cited if c.source in sources)
    return min((_year(s.published) for s in found if s.published), default=None)


def _year(text: str) -> int:
    """The year of the first possible day, or of the last where the start is open."""
    parsed = edtf.parse(text)
    return (parsed.first or parsed.last or date.max).year
