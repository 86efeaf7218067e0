"""What is said of an amount: that it is counted, with the rates used, or why it is not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ai_statecraft.claims import PlacedClaim
from ai_statecraft.contents import Deflator, Rate
from ai_statecraft.vocabularies import CapitalStage, Measure


class Reason(StrEnum):
    """Why an amount was not counted."""

    DEPRECATED = "the claim is deprecated"
    OF_A_PARTY = "it is a party's amount, not the record's own"
    OF_A_PART = "it is the amount of a part of the record, and parts may overlap"
    QUALIFIED = "it is the amount of something that `of` names, not of the whole"
    OTHER_STAGE = "another stage of the same money is counted"
    LATER = "it is of a later day than the one that the dataset is seen from"
    EARLIER = "a later amount is counted"
    RIVAL = "a rival amount is preferred or, where none is, the lower one is counted"
    NO_RATE = "there is no exchange rate for its currency and year"
    NO_DEFLATOR = "no deflators lead from its year to that of the prices"
    FAMILY = "its parts are counted"
    PART_OF_FAMILY = "the family that it is part of is counted"
    FROM_A_FUND = "it comes from a fund that is counted"
    UNKNOWN_PART = "a part of it, not stated how large, comes from a fund that is counted"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that is counted, in the currency asked for.

    >>> print(ds.amounts("CNY", stage="registered").counted[0])
    fund/cn-big-fund-1 /quantities/1: 98,720,000,000, registered
    """

    claim: PlacedClaim
    """The claim that states it."""
    measure: Measure
    """What it is an amount of."""
    stage: CapitalStage | None
    """How far the money has come; None for measures without stages."""
    low: float
    """Lower bound, without what comes from other funds that are counted."""
    high: float
    """Upper bound; equal to the lower one where the claim states one value."""
    year: int | None
    """The year that the sum is of, as `ai_statecraft.money.year_of` finds it; None if it is
    dated by nothing."""
    rates: tuple[Rate, ...]
    """The rates used, each with its source."""
    deflators: tuple[Deflator, ...] = ()
    """The changes of prices used, each with its source; none in the prices of its own year."""
    net: bool = False
    """Whether what came from other funds that are counted was taken out of it."""

    def __str__(self) -> str:
        net = "net " if self.net else ""
        span = net + _span(self.low, self.high)
        stage = "" if self.stage is None else f", {self.stage}"
        used = [f"rate of {year}" for year in sorted({rate.year for rate in self.rates})]
        if self.deflators:
            used.append(f"from prices of {self.year}")
        how = f" ({', '.join(used)})" if used else ""
        return f"{self.claim.record} {self.claim.path}: {span}{stage}{how}"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An amount that is not counted, with the reason.

    >>> print(ds.amounts().left_out[0])
    fund/cn-big-fund /quantities/0: the claim is deprecated
    """

    claim: PlacedClaim
    """The claim that states it."""
    reason: Reason
    """Why it is not counted."""
    low: float | None = None
    """What was left out, lower bound in the currency asked for; None if it was not converted."""
    high: float | None = None
    """The same, upper bound."""

    def __str__(self) -> str:
        span = ""
        if self.low is not None and self.high is not None:
            span = f"{_span(self.low, self.high)}, "
        return f"{self.claim.record} {self.claim.path}: {span}{self.reason.value}"


def _span(low: float, high: float) -> str:
    return f"{low:,.0f}" + ("" if low == high else f" to {high:,.0f}")
