"""How much money there is, without counting the same sum twice.

Of each record one claim is counted (`ai_statecraft.dataset.chosen`); then families against
their parts, and capital that comes from another fund against that fund. Nothing is left
out silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import Literal, get_args

from ai_statecraft.contents import Deflator, Rate
from ai_statecraft.dataset.amount import Amount, LeftOut, Reason
from ai_statecraft.dataset.chosen import amounts_of
from ai_statecraft.dataset.conversion import Conversion
from ai_statecraft.errors import AmountError
from ai_statecraft.models import ClaimRecord, Fund, Quantity
from ai_statecraft.vocabularies import CapitalStage, Measure, Rank, Relation, Role
from ai_statecraft.vocabularies.measures import MONEY

Families = Literal["parts", "whole"]


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was counted, in one currency, and what was left out.

    >>> found = ds.amounts("CNY", stage="registered")
    >>> found.measure.value, found.currency, found.aggregated
    ('capital', 'CNY', True)
    """

    measure: Measure
    currency: str
    prices: int | None
    """The year in whose prices the amounts are; None if each is in those of its own year."""
    counted: tuple[Amount, ...]
    left_out: tuple[LeftOut, ...]
    aggregated: bool
    """Whether the counted amounts may be added up."""

    @property
    def low(self) -> float | None:
        """The sum in the currency, of the lower bounds; None if not aggregated.

        >>> ds.amounts(aggregate=False).low is None
        True
        """
        return sum(amount.low for amount in self.counted) if self.aggregated else None

    @property
    def high(self) -> float | None:
        """The sum in the currency, of the upper bounds; None if not aggregated.

        >>> ds.amounts().high >= ds.amounts().low
        True
        """
        return sum(amount.high for amount in self.counted) if self.aggregated else None

    @property
    def rates(self) -> tuple[Rate, ...]:
        """The exchange rates used, each with its source, by currency and year.

        >>> rate = ds.amounts("USD").rates[0]
        >>> rate.currency, rate.source
        ('CNY', 'datasets-exchange-rates-annual')
        """
        used = {rate for amount in self.counted for rate in amount.rates}
        return tuple(sorted(used, key=lambda rate: (rate.currency, rate.year)))

    @property
    def deflators(self) -> tuple[Deflator, ...]:
        """The yearly changes of prices used, each with its source, by currency and year.

        >>> ds.amounts("USD").deflators
        ()
        """
        used = {deflator for amount in self.counted for deflator in amount.deflators}
        return tuple(sorted(used, key=lambda change: (change.currency, change.year)))

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _repr_html_(self) -> str:
        """What was counted and what was left out as tables, for notebooks."""
        from ai_statecraft.cards import table

        counted = (
            (a.claim.record, a.claim.path, a.stage or "", f"{a.low:,.0f}", f"{a.high:,.0f}")
            for a in self.counted
        )
        left_out = ((o.claim.record, o.claim.path, o.reason.value) for o in self.left_out)
        return (
            f"<p>{escape(self._heading())}</p>"
            + table(("counted", "claim", "stage", "low", "high"), counted)
            + table(("left out", "claim", "because"), left_out)
        )

    def _heading(self) -> str:
        total = f"{len(self.counted)} records"
        if self.low is not None and self.high is not None:
            span = "" if self.low == self.high else f" to {self.high:,.0f}"
            total = f"{self.low:,.0f}{span} {self.currency} in {total}"
        prices = "" if self.prices is None else f", in prices of {self.prices}"
        return f"{self.measure}: {total}{prices}"

    def _lines(self) -> Iterator[str]:
        yield self._heading()
        yield from (f"counted {amount}" for amount in self.counted)
        yield from (f"left out {each}" for each in self.left_out)
        for rate in self.rates:
            yield f"rate {rate.currency} {rate.year}: {rate.per_usd} per USD (source/{rate.source})"
        for each in self.deflators:
            change = f"{each.currency} {each.year}: {each.change} %"
            yield f"change of prices {change} (source/{each.source})"


def amounts(
    conversion: Conversion,
    measure: Measure | str,
    *,
    aggregate: bool,
    stage: CapitalStage | str | None,
    families: Families,
) -> Amounts:
    """The money of the funds in the contents; see `Dataset.amounts`."""
    wanted = _money(measure)
    if families not in get_args(Families):
        raise AmountError(f"{families!r} is no way to count families: give 'parts' or 'whole'")
    if aggregate and not wanted.additive:
        raise AmountError(f"amounts of {wanted} do not add up: ask with aggregate=False")
    funds = {r.key: r for r in conversion.contents.of(Fund)}
    counted: dict[str, Amount] = {}
    left_out: list[LeftOut] = []
    for fund in funds.values():
        chosen, others = amounts_of(fund, wanted, _stage(stage), conversion)
        left_out += others
        if chosen is not None:
            counted[fund.key] = chosen
    if aggregate:
        left_out += _family_members(counted, _parents(funds), families)
        left_out += _from_other_funds(counted, funds, conversion)
    left_out.sort(key=_by_place)
    return Amounts(
        wanted,
        conversion.currency,
        conversion.prices,
        tuple(counted.values()),
        tuple(left_out),
        aggregate,
    )


def _by_place(left_out: LeftOut) -> tuple[str, int]:
    return left_out.claim.record, int(left_out.claim.path.rpartition("/")[2])


def _money(measure: Measure | str) -> Measure:
    money = [str(each) for each in Measure if each.units == MONEY]
    if str(measure) not in money:
        raise AmountError(f"{measure!s} is not measured in money; these are: {', '.join(money)}")
    return Measure(measure)


def _stage(stage: CapitalStage | str | None) -> CapitalStage | None:
    try:
        return None if stage is None else CapitalStage(stage)
    except ValueError:
        known = ", ".join(each.value for each in CapitalStage)
        raise AmountError(f"{stage!r} is no stage of capital; these are: {known}") from None


def _parents(funds: Mapping[str, Fund]) -> Mapping[str, frozenset[str]]:
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


def _family_members(
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


def _from_other_funds(
    counted: dict[str, Amount], funds: Mapping[str, Fund], conversion: Conversion
) -> Iterator[LeftOut]:
    """Take out of what is counted the capital that comes from funds that are counted."""
    parents = _parents(funds)
    keys = frozenset(counted)
    for key in sorted(keys):
        investors = [fund for fund in _investors(funds[key]) if _is_counted(fund, keys, parents)]
        amount = counted[key]
        shares = [_share(investor, amount, funds[key], conversion) for investor in investors]
        if any(share is None for share in shares):
            del counted[key]
            yield LeftOut(amount.claim, Reason.FROM_A_FUND, amount.low, amount.high)
        elif known := [share for share in shares if share is not None]:
            low, high = (min(sum(found), amount.high) for found in zip(*known, strict=True))
            net = replace(amount, low=max(amount.low - high, 0.0), high=max(amount.high - low, 0.0))
            counted[key] = net
            if not net.high:
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


def _share(
    investor: str, amount: Amount, fund: ClaimRecord, conversion: Conversion
) -> tuple[float, float] | None:
    """What an investor put into a fund: as stated for it, or by its share; None if unknown."""
    for claim in conversion.contents.claims_of(fund):
        quantity = claim.item
        if not isinstance(quantity, Quantity) or quantity.party != investor:
            continue
        if quantity.rank is Rank.DEPRECATED:
            continue
        if quantity.measure is amount.measure:
            converted = conversion.amount(claim, quantity, fund)
            if isinstance(converted, Amount):
                return converted.low, converted.high
        if quantity.measure is Measure.OWNERSHIP and quantity.value is not None:
            share = quantity.value / 100
            return amount.low * share, amount.high * share
    return None
