"""How much money there is, without counting a sum twice."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ai_statecraft.contents import Contents, Deflator, Rate
from ai_statecraft.dataset import Dataset
from ai_statecraft.dataset.amount import Reason
from ai_statecraft.errors import AmountError
from ai_statecraft.models import Fund, Link, Participant, Quantity
from ai_statecraft.vocabularies import CapitalStage, FundKind, Measure, Rank, Relation, Role
from tests.invented import CURATION, source

STAGE = CapitalStage.REGISTERED


def capital(
    value: float | None,
    unit: str = "USD",
    *,
    stage: CapitalStage | None = STAGE,
    rank: Rank | None = None,
    as_of: str | None = None,
    party: str | None = None,
    part: str | None = None,
    of: str | None = None,
    measure: Measure = Measure.CAPITAL,
    low: float | None = None,
    high: float | None = None,
) -> Quantity:
    return Quantity(
        measure=measure,
        value=value,
        low=low,
        high=high,
        unit=unit,
        stage=stage,
        rank=rank,
        as_of=as_of,
        party=party,
        part=part,
        of=of,
    )


def fund(
    name: str, *quantities: Quantity, part_of: str | None = None, investors: Sequence[str] = ()
) -> Fund:
    links = () if part_of is None else (Link(rel=Relation.PART_OF, to=f"fund/{part_of}"),)
    return Fund(
        id=name,
        name=name,
        kind=FundKind.VEHICLE,
        quantities=quantities,
        links=links,
        participants=tuple(Participant(party=f"fund/{i}", role=Role.INVESTOR) for i in investors),
        curation=CURATION,
    )


RATES = (
    Rate(currency="CNY", year=2030, per_usd=8, source="rates"),
    Rate(currency="EUR", year=2030, per_usd=0.5, source="rates"),
)
DEFLATORS = (
    Deflator(currency="CNY", year=2030, change=25, source="prices"),
    Deflator(currency="CNY", year=2031, change=10, source="prices"),
)


def dataset(*funds: Fund) -> Dataset:
    return Dataset(Contents((*funds, source("rates")), RATES, deflators=DEFLATORS))


def counted(ds: Dataset, **options: str | int | None) -> dict[str, float]:
    found = ds.amounts(**options)  # pyright: ignore[reportArgumentType]
    return {a.claim.record.removeprefix("fund/"): a.low for a in found.counted}


def left_out(ds: Dataset) -> list[tuple[str, Reason]]:
    return [
        (each.claim.record.removeprefix("fund/") + each.claim.path, each.reason)
        for each in ds.amounts().left_out
    ]


@pytest.mark.parametrize(
    ("quantities", "value", "reason"),
    [
        ([capital(1), capital(9, stage=CapitalStage.PLANNED)], 1, Reason.OTHER_STAGE),
        ([capital(9, stage=CapitalStage.DEPLOYED), capital(1)], 1, Reason.OTHER_STAGE),
        ([capital(1, stage=CapitalStage.PAID_IN), capital(9)], 1, Reason.OTHER_STAGE),
        ([capital(9, as_of="2029"), capital(1, as_of="2030-06")], 1, Reason.EARLIER),
        ([capital(9), capital(1, as_of="2030")], 1, Reason.EARLIER),
        ([capital(9), capital(1, rank=Rank.PREFERRED)], 1, Reason.RIVAL),
        ([capital(9), capital(1)], 1, Reason.RIVAL),
        ([capital(9, rank=Rank.DEPRECATED), capital(1)], 1, Reason.DEPRECATED),
        ([capital(9, party="actor/x"), capital(1)], 1, Reason.OF_A_PARTY),
        ([capital(9, part="x"), capital(1)], 1, Reason.OF_A_PART),
        ([capital(9, of="chips"), capital(1)], 1, Reason.QUALIFIED),
        ([capital(9, "JPY", as_of="2030")], None, Reason.NO_RATE),
        ([capital(9, "CNY", as_of="2029")], None, Reason.NO_RATE),
        ([capital(9, "CNY")], None, Reason.NO_RATE),
    ],
)
def test_of_each_fund_one_amount_is_counted_and_the_rest_is_said(
    quantities: list[Quantity], value: float | None, reason: Reason
) -> None:
    ds = dataset(fund("f", *quantities))
    assert counted(ds) == ({} if value is None else {"f": value})
    assert [why for _, why in left_out(ds)] == [reason]


def test_amounts_are_converted_at_the_rates_of_their_year_which_are_named() -> None:
    ds = dataset(fund("f", capital(16, "CNY", as_of="2030-05")))
    (amount,) = ds.amounts("EUR").counted
    assert (amount.low, amount.high, amount.year) == (1.0, 1.0, 2030)
    assert [(rate.currency, rate.source) for rate in amount.rates] == [
        ("CNY", "rates"),
        ("EUR", "rates"),
    ]
    assert ds.amounts("CNY").counted[0].rates == ()
    assert str(ds.amounts("USD")) == (
        "capital: 2 USD in 1 records\n"
        "counted fund/f /quantities/0: 2, registered (rate of 2030)\n"
        "rate CNY 2030: 8.0 per USD (source/rates)"
    )


def test_amounts_are_brought_to_prices_of_a_year_in_their_own_currency_then_converted() -> None:
    ds = dataset(
        fund("a", capital(100, "CNY", as_of="2029")),
        fund("b", capital(110, "CNY", as_of="2031")),
        fund("c", capital(7, "USD", as_of="2028")),
        fund("d", capital(9, "CNY")),
        fund("e", capital(5, "USD", as_of="2030")),
    )
    found = ds.amounts("USD", prices=2030)
    # 100 x 1.25 / 8; 110 / 1.1 / 8; no change of dollar prices is known, nor the year of the last.
    assert [(a.claim.record, a.low) for a in found.counted] == [
        ("fund/a", 15.625),
        ("fund/b", 12.5),
        ("fund/e", 5.0),
    ]
    assert [(each.claim.record, each.reason) for each in found.left_out] == [
        ("fund/c", Reason.NO_DEFLATOR),
        ("fund/d", Reason.NO_DEFLATOR),
    ]
    assert [(d.currency, d.year, d.change, d.source) for d in found.deflators] == [
        ("CNY", 2030, 25, "prices"),
        ("CNY", 2031, 10, "prices"),
    ]
    assert [(rate.currency, rate.year) for rate in found.rates] == [("CNY", 2030)]
    assert str(found).splitlines()[:2] == [
        "capital: 33 USD in 3 records, in prices of 2030",
        "counted fund/a /quantities/0: 16, registered (rate of 2030, from prices of 2029)",
    ]
    assert str(found).splitlines()[-1] == "change of prices CNY 2031: 10.0 % (source/prices)"


def test_what_came_from_a_fund_is_taken_out_in_the_same_prices() -> None:
    ds = dataset(
        fund("mother", capital(1000, "CNY", as_of="2029")),
        fund(
            "daughter",
            capital(100, "CNY", as_of="2029"),
            capital(40, "CNY", as_of="2029", party="fund/mother"),
            investors=["mother"],
        ),
    )
    found = ds.amounts("CNY", prices=2030)
    assert {a.claim.record: a.low for a in found.counted} == {
        "fund/mother": 1250,
        "fund/daughter": 75,
    }


def test_amounts_show_what_is_counted_and_left_out_in_a_notebook() -> None:
    ds = dataset(fund("f", capital(16, "CNY", as_of="2030"), capital(9, stage=None)))
    html = ds.amounts("USD")._repr_html_()
    assert "capital: 2 USD in 1 records" in html
    assert "<td>fund/f</td><td>/quantities/1</td><td></td><td>another stage" in html


def test_ranges_give_ranges() -> None:
    ds = dataset(
        fund("a", capital(None, low=1, high=3)),
        fund("b", capital(None, low=10)),
        fund("c", capital(None, high=100)),
    )
    found = ds.amounts()
    assert (found.low, found.high) == (111, 113)
    assert str(found).startswith("capital: 111 to 113 USD in 3 records")


def test_a_family_or_its_parts_are_counted_never_both() -> None:
    ds = dataset(
        fund("family", capital(100)),
        fund("phase", capital(30), part_of="family"),
        fund("tranche", capital(10), part_of="phase"),
        fund("vehicle", capital(5), part_of="empty"),
        fund("empty", part_of="family"),
    )
    assert counted(ds) == {"tranche": 10, "vehicle": 5}
    assert left_out(ds) == [
        ("family/quantities/0", Reason.FAMILY),
        ("phase/quantities/0", Reason.FAMILY),
    ]
    assert counted(ds, families="whole") == {"family": 100}
    assert len(ds.amounts(aggregate=False).counted) == 4
    assert ds.amounts(aggregate=False).low is None


def test_a_family_without_amounts_of_its_parts_is_counted() -> None:
    assert counted(dataset(fund("family", capital(100)), fund("part", part_of="family"))) == {
        "family": 100
    }


def test_a_fund_of_funds_is_counted_once() -> None:
    ds = dataset(
        fund("mother", capital(100)),
        fund("stated", capital(60), capital(50, party="fund/mother"), investors=["mother"]),
        fund(
            "share",
            capital(40),
            capital(25, "percent", stage=None, party="fund/mother", measure=Measure.OWNERSHIP),
            investors=["mother"],
        ),
        fund("unknown", capital(20), investors=["mother"]),
        fund("all", capital(7), capital(7, party="fund/mother"), investors=["mother"]),
        fund("other", capital(3), investors=["nowhere"]),
    )
    found = ds.amounts()
    assert counted(ds) == {"mother": 100, "stated": 10, "share": 30, "other": 3}
    assert found.low == 143
    lost = {
        each.claim.record: each.low for each in found.left_out if each.reason is Reason.FROM_A_FUND
    }
    assert lost == {"fund/stated": 50, "fund/share": 10, "fund/all": 7}
    assert [(e.claim.record, e.low) for e in found.left_out if e.reason is Reason.UNKNOWN_PART] == [
        ("fund/unknown", 20)
    ]


@pytest.mark.parametrize("currency", ["CNY", "USD", "EUR"])
@pytest.mark.parametrize("prices", [None, 2030])
def test_rates_and_prices_of_other_days_make_no_new_money(
    currency: str, prices: int | None
) -> None:
    """An investor's sum of one year and the fund's capital of another are the same yuan."""
    ds = dataset(
        fund("mother", capital(1000, "CNY", as_of="2030")),
        fund(
            "daughter",
            capital(100, "CNY", as_of="2030"),
            capital(100, "CNY", as_of="2031", party="fund/mother"),
            investors=["mother"],
        ),
    )
    assert set(counted(ds, currency=currency, prices=prices)) == {"mother"}


def test_of_several_sums_of_an_investor_the_one_of_the_stage_counted_is_taken() -> None:
    ds = dataset(
        fund("mother", capital(1000)),
        fund(
            "daughter",
            capital(100),
            capital(90, party="fund/mother", stage=CapitalStage.PLANNED, as_of="2031"),
            capital(80, party="fund/mother", rank=Rank.DEPRECATED),
            capital(60, party="fund/mother"),
            capital(40, party="fund/mother", rank=Rank.PREFERRED),
            investors=["mother"],
        ),
    )
    found = ds.amounts()
    assert [(a.claim.record, a.low, a.net) for a in found.counted] == [
        ("fund/mother", 1000, False),
        ("fund/daughter", 60, True),
    ]
    assert "counted fund/daughter /quantities/0: net 60, registered" in str(found)
    assert "left out fund/daughter /quantities/0: 40, it comes from a fund" in str(found)


def test_stages_that_are_added_up_are_told_apart() -> None:
    ds = dataset(fund("a", capital(2)), fund("b", capital(3, stage=CapitalStage.PLANNED)))
    assert str(ds.amounts()).splitlines()[:3] == [
        "capital: 5 USD in 2 records",
        "of which planned: 3 USD",
        "of which registered: 2 USD",
    ]


def test_amounts_of_later_days_do_not_count_on_an_earlier_one() -> None:
    ds = dataset(fund("f", capital(5, as_of="2030-03"), capital(8, as_of="2031-06-01")))
    assert counted(ds) == {"f": 8}
    then = ds.as_of(valid_on="2031-05-31")
    assert counted(then) == {"f": 5}
    assert [each.reason for each in then.amounts().left_out] == [Reason.LATER]
    assert counted(ds.as_of(valid_on="2030-02-28")) == {}


def test_an_investor_counts_also_by_its_family() -> None:
    ds = dataset(
        fund("family"),
        fund("phase", capital(30), part_of="family"),
        fund("local", capital(5), investors=["family"]),
    )
    assert counted(ds) == {"phase": 30}


def test_a_stage_may_be_asked_for() -> None:
    ds = dataset(fund("f", capital(1), capital(9, stage=CapitalStage.DEPLOYED)), fund("g"))
    assert counted(ds, stage="deployed") == {"f": 9}
    assert counted(ds, stage="planned") == {}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"measure": "tariff_rate"}, "tariff_rate is not measured in money; these are: capital,"),
        ({"measure": "captial"}, "captial is not measured in money"),
        ({"measure": "market_size"}, "do not add up: ask with aggregate=False"),
        ({"currency": "JPY"}, "no rates for 'JPY'; there are rates for CNY, EUR, USD"),
        ({"prices": 2033}, "no deflators lead to prices of 2033: they reach those of 2029 to 2031"),
        ({"families": "both"}, "'both' is no way to count families: give 'parts' or 'whole'"),
        ({"stage": "payed"}, "'payed' is no stage of capital; these are: planned, announced"),
    ],
)
def test_what_cannot_be_added_up_says_why(options: dict[str, str | int], message: str) -> None:
    with pytest.raises(AmountError, match=message):
        counted(dataset(fund("f", capital(1))), **options)
