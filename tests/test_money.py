"""Sums in US dollars: the rates that are read, and the year whose rate counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.contents import Deflator, Rate
from ai_statecraft.models import Event, Quantity
from ai_statecraft.money import Deflators, Dollars, Rates, year_of
from ai_statecraft.vocabularies import Basis, CapitalStage, EventType, Measure, Rank
from tests.invented import by_id, citation, event, restriction, source


def rate(currency: str, year: int, per_usd: float) -> Rate:
    return Rate(currency=currency, year=year, per_usd=per_usd, source="bank")


RATES = Rates((rate("CNY", 2030, 8), rate("CNY", 2031, 7.5)))


def test_a_sum_is_divided_by_the_rate_of_its_year() -> None:
    assert RATES.usd(344e9, "CNY", 2030) == Dollars(usd=43e9, rate=8.0)
    assert RATES.usd(1.5, "CNY", 2031) == Dollars(usd=0.2, rate=7.5)


def test_dollars_stay_and_an_unknown_rate_gives_no_sum() -> None:
    assert RATES.usd(5.0, "USD", 1999) == Dollars(usd=5.0, rate=1.0)
    assert RATES.usd(5.0, "CNY", 2032) is None
    assert RATES.usd(5.0, "EUR", 2030) is None


def test_currencies_are_exchanged_over_the_dollar_and_the_rates_are_named() -> None:
    rates = Rates((rate("CNY", 2030, 8), rate("EUR", 2030, 0.5)))
    found = rates.between("CNY", "EUR", 2030)
    assert found is not None
    assert found.factor == 1 / 16
    assert [used.currency for used in found.rates] == ["CNY", "EUR"]
    assert rates.between("CNY", "CNY", None) == (1.0, ())
    assert rates.between("CNY", "EUR", None) is None
    assert rates.between("CNY", "EUR", 2031) is None


CHANGES = st.lists(st.floats(-20, 50), min_size=1, max_size=6)


def deflators(changes: list[float]) -> Deflators:
    return Deflators(
        tuple(
            Deflator(currency="CNY", year=2031 + place, change=change, source="bank")
            for place, change in enumerate(changes)
        )
    )


@given(CHANGES, st.data())
def test_prices_go_back_as_they_came_and_through_any_year_between(
    changes: list[float], data: st.DataObject
) -> None:
    prices = deflators(changes)
    a, b, c = (data.draw(st.sampled_from(prices.years)) for _ in range(3))
    there, back, on, direct = (
        prices.changes("CNY", *way) for way in ((a, b), (b, a), (b, c), (a, c))
    )
    assert there is not None
    assert back is not None
    assert on is not None
    assert direct is not None
    assert there.factor * back.factor == pytest.approx(1)
    assert there.factor * on.factor == pytest.approx(direct.factor)


def test_prices_rise_by_the_changes_after_the_first_year() -> None:
    prices = deflators([10, -40])
    assert prices.years == (2030, 2031, 2032)
    found = prices.changes("CNY", 2030, 2032)
    assert found is not None
    assert (round(found.factor, 9), [d.year for d in found.deflators]) == (0.66, [2031, 2032])
    assert prices.changes("CNY", 2031, None) == (1.0, ())
    assert prices.changes("EUR", 2031, 2031) == (1.0, ())
    assert prices.changes("CNY", 2029, 2031) is None
    assert prices.changes("EUR", 2030, 2031) is None
    assert prices.changes("CNY", None, 2031) is None


def capital(*, as_of: str | None = None, part: str | None = None) -> Quantity:
    return Quantity(
        measure=Measure.CAPITAL,
        value=1,
        unit="CNY",
        stage=CapitalStage.ANNOUNCED,
        as_of=as_of,
        part=part,
        cites=("a", "b+c"),
    )


EVENTS = (
    event(EventType.AMENDED, "2020-01-01"),
    event(EventType.ANNOUNCED, "2021-01-01", rank=Rank.DEPRECATED),
    event(EventType.EFFECTIVE, "2024-01-01"),
    event(EventType.ADOPTED, "2023-12", part="first"),
    event(EventType.ANNOUNCED, "2022", part="second"),
)


@pytest.mark.parametrize(
    ("quantity", "events", "expected"),
    [
        (capital(as_of="2025-06"), EVENTS, 2025),
        (capital(as_of="2019/2021"), EVENTS, 2019),
        (capital(as_of="../2021"), EVENTS, 2021),
        (capital(), EVENTS, 2024),
        (capital(part="first"), EVENTS, 2023),
        (capital(part="second"), EVENTS, 2022),
        (capital(), EVENTS[:2], 2020),
        (capital(), (), 2028),
    ],
)
def test_the_year_is_that_of_the_value_else_of_the_beginning_else_of_the_source(
    quantity: Quantity, events: tuple[Event, ...], expected: int
) -> None:
    record = restriction(
        *events,
        citations={
            "a": citation("late"),
            "b": citation("early", Basis.ESTIMATE),
            "c": citation("undated"),
        },
    )
    sources = by_id(
        source("late", published="2029-05"),
        source("early", published="2028", retrieved="2027-02-03"),
        source("undated", published=None),
    )
    assert year_of(quantity, record, sources) == expected


def test_a_sum_without_any_date_has_no_year() -> None:
    assert year_of(capital(), restriction(), {}) is None
