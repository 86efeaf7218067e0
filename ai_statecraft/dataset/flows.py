"""Money that funds have from each other: families and their parts, funds of funds.

What is counted is changed in place, and each amount taken out of it is given with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Literal

from ai_statecraft.dataset.amount import Amount, LeftOut, Reason
from ai_statecraft.dataset.chosen import until
from ai_statecraft.dataset.conversion import Conversion
from ai_statecraft.models import ClaimRecord, Fund, Quantity
from ai_statecraft.vocabularies import CapitalStage, Measure, Rank, Relation, Role

Families = Literal["parts", "whole"]


def parents_of(funds: Mapping[str, Fund]) -> Mapping[str, frozenset[str]]:
    """The families, at any remove, that each fund is part of."""
    direct = {
        key: frozenset(
            link.to
            for link in fund.links
            if link.rel is Relation.PART_OF and link.rank is not Rank.DEPRECATED
        )
        for key, fund in funds.items()
    }
    above: dict[str, frozenset[str]] = {}
    for key in funds:
        found: set[str] = set()
        ahead = [key]
        while ahead:
            new = direct.get(ahead.pop(), frozenset()) - found
            found |= new
            ahead += new
        above[key] = frozenset(found - {key})
    return above


def family_members(
    counted: dict[str, Amount], parents: Mapping[str, frozenset[str]], families: Families
) -> Iterator[LeftOut]:
    """Take out of what is counted the families whose parts are counted, or the other way."""
    keys = frozenset(counted)
    with_parts = keys & {parent for key in keys for parent in parents[key]}
    in_families = {key for key in keys if parents[key] & keys}
    for key in sorted(with_parts if families == "parts" else in_families):
        amount = counted.pop(key)
        reason = Reason.FAMILY if families == "parts" else Reason.PART_OF_FAMILY
        yield LeftOut(amount.claim, reason, amount.low, amount.high)


def from_other_funds(
    counted: dict[str, Amount], funds: Mapping[str, Fund], conversion: Conversion
) -> Iterator[LeftOut]:
    """Take out of what is counted the capital that comes from funds that are counted."""
    parents = parents_of(funds)
    keys = frozenset(counted)
    for key in sorted(keys):
        investors = [fund for fund in _investors(funds[key]) if _is_counted(fund, keys, parents)]
        amount = counted[key]
        parts = [_part_of(investor, amount, funds[key], conversion) for investor in investors]
        if None in parts:
            del counted[key]
            yield LeftOut(amount.claim, Reason.UNKNOWN_PART, amount.low, amount.high)
        elif known := min(sum(part for part in parts if part is not None), 1.0):
            low, high = amount.low * known, amount.high * known
            net = replace(amount, low=amount.low - low, high=amount.high - high, net=True)
            if net.high:
                counted[key] = net
            else:
                del counted[key]
            yield LeftOut(amount.claim, Reason.FROM_A_FUND, low, high)


def _investors(fund: ClaimRecord) -> Iterable[str]:
    return dict.fromkeys(
        party.party
        for party in fund.participants
        if party.role is Role.INVESTOR
        and party.party is not None
        and party.rank is not Rank.DEPRECATED
    )


def _is_counted(fund: str, counted: frozenset[str], parents: Mapping[str, frozenset[str]]) -> bool:
    """Whether a fund, a family that it is part of, or a part of it is counted."""
    above = parents.get(fund, frozenset())
    return bool(({fund} | above) & counted) or any(fund in parents[key] for key in counted)


def _part_of(
    investor: str, amount: Amount, fund: ClaimRecord, conversion: Conversion
) -> float | None:
    """Which part of a fund's amount an investor put in, from 0; None if nothing says so.

    As stated for the investor: of the same stage before others, preferred before other, later
    before earlier; else by its ownership. A stated sum is compared with the whole in the
    currency they share, so that no change of rates or prices between their days comes in.
    """
    whole = amount.claim.item
    stated: list[Quantity] = []
    owned: list[Quantity] = []
    for claim in conversion.contents.claims_of(fund):
        quantity = claim.item
        if isinstance(quantity, Quantity) and quantity.party == investor:
            if quantity.rank is Rank.DEPRECATED:
                continue
            if quantity.measure is amount.measure:
                stated.append(quantity)
            elif quantity.measure is Measure.OWNERSHIP and quantity.value is not None:
                owned.append(quantity)
    if stated and isinstance(whole, Quantity):
        best = max(stated, key=lambda quantity: _fitness(quantity, amount.stage))
        part = conversion.ratio(best, whole, fund)
        if part is not None:
            return part
    best = max(owned, key=lambda quantity: _fitness(quantity, None), default=None)
    return None if best is None or best.value is None else best.value / 100


def _fitness(quantity: Quantity, stage: CapitalStage | None) -> tuple[bool, bool, date]:
    return quantity.stage is stage, quantity.rank is Rank.PREFERRED, until(quantity)
