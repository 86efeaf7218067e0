"""Which of a record's claims about one measure of money is counted, and why not the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ai_statecraft import edtf
from ai_statecraft.claims import PlacedClaim
from ai_statecraft.dataset.amount import Amount, LeftOut, Reason
from ai_statecraft.dataset.conversion import Conversion
from ai_statecraft.models import ClaimRecord, Quantity
from ai_statecraft.money import day_of
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


def amounts_of(
    record: ClaimRecord, measure: Measure, stage: CapitalStage | None, conversion: Conversion
) -> tuple[Amount | None, list[LeftOut]]:
    """The one amount of a record that is counted, if any, and those that are not.

    The record's own amount of the highest stage (or of the stage asked for), of these the
    latest, of rivals the preferred one. Seen from a day that was asked for, amounts of later
    days do not count.
    """
    contents = conversion.contents
    left_out: list[LeftOut] = []
    able: list[tuple[PlacedClaim, Quantity]] = []
    for claim in contents.claims_of(record):
        if isinstance(claim.item, Quantity) and claim.item.measure is measure:
            reason = _unfit(claim.item)
            of = day_of(claim.item, record, contents.sources)
            if reason is None and contents.valid_on and of and of > contents.valid_on:
                reason = Reason.LATER
            if reason is not None:
                left_out.append(LeftOut(claim, reason))
            else:
                able.append((claim, claim.item))
    able = list(_by_stage(able, stage, left_out))
    able = list(_latest(able, left_out))
    able = list(_preferred(able, left_out))
    found: list[Amount] = []
    for claim, quantity in able:
        match conversion.amount(claim, quantity, record):
            case Amount() as amount:
                found.append(amount)
            case reason:
                left_out.append(LeftOut(claim, reason))
    found.sort(key=lambda amount: (amount.high, amount.low))
    left_out += [LeftOut(a.claim, Reason.RIVAL, a.low, a.high) for a in found[1:]]
    return (found[0] if found else None), left_out


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
    latest = max((until(quantity) for _, quantity in able), default=date.min)
    for claim, quantity in able:
        if until(quantity) == latest:
            yield claim, quantity
        else:
            left_out.append(LeftOut(claim, Reason.EARLIER))


def until(quantity: Quantity) -> date:
    """The last day that an amount holds for, by its `as_of`; the first of all days without."""
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
