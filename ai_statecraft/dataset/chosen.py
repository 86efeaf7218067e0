"""Which of a record's claims about one measure of money is counted, and why not the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ai_statecraft import edtf
from ai_statecraft.claims import PlacedClaim
from ai_statecraft.contents import Contents, Rate
from ai_statecraft.models import ClaimRecord, Quantity
from ai_statecraft.money import DOLLAR, Rates, year_of
from ai_statecraft.vocabularies import CapitalStage, Measure, Rank

# Deployed money is a part of the capital on its way out, and counted only if asked for.
_STAGES = (
    CapitalStage.PAID_IN,
    CapitalStage.SUBSCRIBED,
    CapitalStage.REGISTERED,
    CapitalStage.ANNOUNCED,
    CapitalStage.PLANNED,
    CapitalStage.UNSPECIFIED,
    None,
    CapitalStage.DEPLOYED,
)


class Reason(StrEnum):
    """Why an amount was not counted."""

    DEPRECATED = "the claim is deprecated"
    OF_A_PARTY = "it is a party's amount, not the record's own"
    OF_A_PART = "it is the amount of a part of the record, and parts may overlap"
    QUALIFIED = "it is the amount of something that `of` names, not of the whole"
    OTHER_STAGE = "another stage of the same money is counted"
    EARLIER = "a later amount is counted"
    RIVAL = "a rival amount is preferred or, where none is, the lower one is counted"
    NO_RATE = "there is no exchange rate for its currency and year"
    FAMILY = "its parts are counted"
    PART_OF_FAMILY = "the family that it is part of is counted"
    FROM_A_FUND = "it comes from a fund that is counted"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that is counted, in the currency asked for.

    >>> print(ds.amounts("CNY", stage="registered").counted[0])
    fund/cn-big-fund-1 /quantities/1: 98,720,000,000, registered
    """

    claim: PlacedClaim
    measure: Measure
    stage: CapitalStage | None
    low: float
    """Lower bound, without what comes from other funds that are counted."""
    high: float
    """Upper bound; equal to the lower one where the claim states one value."""
    year: int | None
    """The year of the rates; None if none was needed."""
    rates: tuple[Rate, ...]
    """The rates used, each with its source."""

    def __str__(self) -> str:
        span = f"{self.low:,.0f}" + ("" if self.low == self.high else f" to {self.high:,.0f}")
        stage = "" if self.stage is None else f", {self.stage}"
        year = "" if self.year is None else f" (rate of {self.year})"
        return f"{self.claim.record} {self.claim.path}: {span}{stage}{year}"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An amount that is not counted, with the reason.

    >>> print(ds.amounts().left_out[0])
    fund/cn-big-fund /quantities/0: the claim is deprecated
    """

    claim: PlacedClaim
    reason: Reason
    low: float | None = None
    """What was left out, lower bound in the currency asked for; None if it was not converted."""
    high: float | None = None

    def __str__(self) -> str:
        return f"{self.claim.record} {self.claim.path}: {self.reason.value}"


def amounts_of(
    record: ClaimRecord,
    contents: Contents,
    measure: Measure,
    stage: CapitalStage | None,
    currency: str,
) -> tuple[Amount | None, list[LeftOut]]:
    """The one amount of a record that is counted, if any, and those that are not.

    The record's own amount of the highest stage (or of the stage asked for), of these the
    latest, of rivals the preferred one.
    """
    left_out: list[LeftOut] = []
    able: list[tuple[PlacedClaim, Quantity]] = []
    for claim in contents.claims_of(record):
        if isinstance(claim.item, Quantity) and claim.item.measure is measure:
            if reason := _unfit(claim.item):
                left_out.append(LeftOut(claim, reason))
            else:
                able.append((claim, claim.item))
    able = list(_by_stage(able, stage, left_out))
    able = list(_latest(able, left_out))
    able = list(_preferred(able, left_out))
    converted = [(claim, in_currency(claim, record, contents, currency)) for claim, _ in able]
    left_out += [LeftOut(claim, Reason.NO_RATE) for claim, amount in converted if amount is None]
    found = sorted(
        (amount for _, amount in converted if amount is not None), key=lambda a: (a.high, a.low)
    )
    left_out += [LeftOut(a.claim, Reason.RIVAL, a.low, a.high) for a in found[1:]]
    return (found[0] if found else None), left_out


def in_currency(
    claim: PlacedClaim, record: ClaimRecord, contents: Contents, currency: str
) -> Amount | None:
    """A claim's amount at the average rates of its year; None without such rates, or a value."""
    item = claim.item
    if not isinstance(item, Quantity):
        return None
    low = item.value if item.value is not None else item.low
    high = item.value if item.value is not None else item.high
    low, high = (high if low is None else low), (low if high is None else high)
    year = None if item.unit == currency else year_of(item, record, contents.sources)
    if low is None or high is None or (item.unit != currency and year is None):
        return None
    rates = Rates(contents.rates)
    factor, used = 1.0, list[Rate]()
    if year is not None:
        source, target = rates.usd(1.0, item.unit, year), rates.usd(1.0, currency, year)
        if source is None or target is None:
            return None
        factor = source.usd * target.rate
        wanted = {(code, year) for code in (item.unit, currency) if code != DOLLAR}
        used = [rate for rate in contents.rates if (rate.currency, rate.year) in wanted]
    return Amount(claim, item.measure, item.stage, low * factor, high * factor, year, tuple(used))


def _unfit(quantity: Quantity) -> Reason | None:
    if quantity.rank is Rank.DEPRECATED:
        return Reason.DEPRECATED
    if quantity.party is not None:
        return Reason.OF_A_PARTY
    if quantity.part is not None:
        return Reason.OF_A_PART
    return None if quantity.of is None else Reason.QUALIFIED


def _by_stage(
    able: Sequence[tuple[PlacedClaim, Quantity]],
    stage: CapitalStage | None,
    left_out: list[LeftOut],
) -> Iterator[tuple[PlacedClaim, Quantity]]:
    """Those of the stage asked for, else of the highest stage that there is."""
    there = {quantity.stage for _, quantity in able}
    wanted = stage if stage is not None else next((s for s in _STAGES if s in there), None)
    for claim, quantity in able:
        if quantity.stage is wanted:
            yield claim, quantity
        else:
            left_out.append(LeftOut(claim, Reason.OTHER_STAGE))


def _latest(
    able: Sequence[tuple[PlacedClaim, Quantity]], left_out: list[LeftOut]
) -> Iterator[tuple[PlacedClaim, Quantity]]:
    """Those of the latest day that they hold for; undated ones only if none is dated."""
    latest = max((_until(quantity) for _, quantity in able), default=date.min)
    for claim, quantity in able:
        if _until(quantity) == latest:
            yield claim, quantity
        else:
            left_out.append(LeftOut(claim, Reason.EARLIER))


def _until(quantity: Quantity) -> date:
    if quantity.as_of is None:
        return date.min
    return edtf.parse(quantity.as_of).last or date.max


def _preferred(
    able: Sequence[tuple[PlacedClaim, Quantity]], left_out: list[LeftOut]
) -> Iterator[tuple[PlacedClaim, Quantity]]:
    """The preferred ones, if there are any."""
    preferred = any(quantity.rank is Rank.PREFERRED for _, quantity in able)
    for claim, quantity in able:
        if quantity.rank is Rank.PREFERRED or not preferred:
            yield claim, quantity
        else:
            left_out.append(LeftOut(claim, Reason.RIVAL))
