"""Bringing sums to one currency, in the prices of their own years or of one year.

To the prices of one year a sum is brought in its own currency, by the GDP deflator of that
currency's economy, and only then converted, at that year's rate: a change of the exchange rate
between the two years does not count as a change of prices.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ai_statecraft.claims import PlacedClaim
from ai_statecraft.contents import Contents
from ai_statecraft.dataset.amount import Amount, Reason
from ai_statecraft.errors import AmountError
from ai_statecraft.models import ClaimRecord, Quantity
from ai_statecraft.money import DOLLAR, Deflators, Rates, year_of


@dataclass(frozen=True)
class Conversion:
    """How the sums of some contents are brought to one currency.

    Raises AmountError for a currency without rates, or a year whose prices no deflator reaches.
    """

    contents: Contents
    currency: str
    prices: int | None = None
    """The year whose prices are asked for; None leaves each sum in those of its own year."""

    def __post_init__(self) -> None:
        known = sorted({DOLLAR, *(rate.currency for rate in self.contents.rates)})
        if self.currency not in known:
            raise AmountError(
                f"no rates for {self.currency!r}; there are rates for {', '.join(known)}"
            )
        years = self._deflators.years
        if self.prices is not None and self.prices not in years:
            reach = f"those of {years[0]} to {years[-1]}" if years else "no year"
            raise AmountError(f"no deflators lead to prices of {self.prices}: they reach {reach}")

    def amount(
        self, claim: PlacedClaim, quantity: Quantity, record: ClaimRecord
    ) -> Amount | Reason:
        """The sum that a claim of the record states, converted, or why it cannot be."""
        year = year_of(quantity, record, self.contents.sources)
        low, high = _bounds(quantity)
        deflated = self._deflators.changes(quantity.unit, year, self.prices)
        if deflated is None:
            return Reason.NO_DEFLATOR
        converted = self._rates.between(quantity.unit, self.currency, self.prices or year)
        if converted is None:
            return Reason.NO_RATE
        factor = deflated.factor * converted.factor
        return Amount(
            claim,
            quantity.measure,
            quantity.stage,
            low * factor,
            high * factor,
            year,
            converted.rates,
            deflated.deflators,
        )

    def ratio(self, part: Quantity, whole: Quantity, record: ClaimRecord) -> float | None:
        """What a sum is of another one of the record, upper bounds compared; None if unknown.

        Sums in different currencies are compared at the rates of the whole's year.
        """
        year = year_of(whole, record, self.contents.sources)
        exchange = self._rates.between(part.unit, whole.unit, year)
        total = _bounds(whole)[1]
        return None if exchange is None or not total else _bounds(part)[1] * exchange.factor / total

    @cached_property
    def _rates(self) -> Rates:
        return Rates(self.contents.rates)

    @cached_property
    def _deflators(self) -> Deflators:
        return Deflators(self.contents.deflators)


def _bounds(quantity: Quantity) -> tuple[float, float]:
    """The lower and the upper bound; equal for one value or where only one bound is stated."""
    stated = [v for v in (quantity.value, quantity.low, quantity.high) if v is not None]
    return min(stated), max(stated)
