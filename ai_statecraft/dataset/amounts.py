"""How much money there is, without counting the same sum twice.

Of each record one claim is counted (`ai_statecraft.dataset.chosen`); then families against
their parts, and capital that comes from another fund against that fund. Nothing is left
out silently.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import get_args

from ai_statecraft.contents import Deflator, Rate
from ai_statecraft.dataset.amount import Amount, LeftOut
from ai_statecraft.dataset.chosen import amounts_of
from ai_statecraft.dataset.conversion import Conversion
from ai_statecraft.dataset.flows import Families, family_members, from_other_funds, parents_of
from ai_statecraft.errors import AmountError
from ai_statecraft.models import Fund
from ai_statecraft.vocabularies import CapitalStage, Measure
from ai_statecraft.vocabularies.measures import MONEY


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was counted, in one currency, and what was left out.

    >>> found = ds.amounts("CNY", stage="registered")
    >>> found.measure.value, found.currency, found.aggregated
    ('capital', 'CNY', True)
    """

    measure: Measure
    """What was asked for."""
    currency: str
    """ISO 4217 code of the currency that all amounts are in."""
    prices: int | None
    """The year in whose prices the amounts are; None if each is in those of its own year."""
    counted: tuple[Amount, ...]
    """One amount of each fund that has any."""
    left_out: tuple[LeftOut, ...]
    """All other amounts of the funds, each with the reason."""
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
        left_out = (
            (o.claim.record, o.claim.path, "" if o.high is None else f"{o.high:,.0f}", o.reason)
            for o in self.left_out
        )
        stages = (f"<p>{escape(line)}</p>" for line in self._stages())
        return (
            f"<p>{escape(self._heading())}</p>"
            + "".join(stages)
            + table(("counted", "claim", "stage", "low", "high"), counted)
            + table(("left out", "claim", "up to", "because"), left_out)
        )

    def _stages(self) -> Iterator[str]:
        """The upper bounds by stage, where there are several: they are not the same money."""
        found: dict[str, float] = {}
        for amount in self.counted:
            stage = str(amount.stage or "of no stage")
            found[stage] = found.get(stage, 0.0) + amount.high
        if self.aggregated and len(found) > 1:
            for stage, high in sorted(found.items()):
                yield f"of which {stage}: {high:,.0f} {self.currency}"

    def _heading(self) -> str:
        total = f"{len(self.counted)} records"
        if self.low is not None and self.high is not None:
            span = "" if self.low == self.high else f" to {self.high:,.0f}"
            total = f"{self.low:,.0f}{span} {self.currency} in {total}"
        prices = "" if self.prices is None else f", in prices of {self.prices}"
        return f"{self.measure}: {total}{prices}"

    def _lines(self) -> Iterator[str]:
        yield self._heading()
        yield from self._stages()
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
        left_out += family_members(counted, parents_of(funds), families)
        left_out += from_other_funds(counted, funds, conversion)
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
