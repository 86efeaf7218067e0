"""Claim ids: stable while the claim is about the same thing."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.claims import claims
from ai_statecraft.models import Fund, Quantity
from ai_statecraft.vocabularies import CapitalStage, FundKind, Measure
from tests.invented import CURATION


def fund(*quantities: Quantity) -> Fund:
    return Fund(
        id="invented",
        name="An invented fund",
        kind=FundKind.VEHICLE,
        quantities=quantities,
        curation=CURATION,
    )


def capital(value: float, stage: CapitalStage = CapitalStage.REGISTERED) -> Quantity:
    return Quantity(measure=Measure.CAPITAL, value=value, unit="CNY", stage=stage)


def ids(*quantities: Quantity) -> list[str]:
    return [claim.id for claim in claims(fund(*quantities))]


def test_an_edit_of_the_value_keeps_the_id() -> None:
    assert ids(capital(1)) == ids(capital(2))


def test_an_insertion_before_keeps_the_id() -> None:
    planned = capital(9, CapitalStage.PLANNED)
    assert ids(planned, capital(1))[1:] == ids(capital(1))


def test_a_rival_appended_keeps_the_first_id_and_gets_its_own() -> None:
    (alone,) = ids(capital(1))
    first, rival = ids(capital(1), capital(2))
    assert first == alone
    assert rival != alone


def test_another_stage_is_another_claim() -> None:
    assert ids(capital(1)) != ids(capital(1, CapitalStage.PAID_IN))


@given(st.lists(st.integers(0, 3), max_size=6))
def test_no_two_claims_of_a_record_share_an_id(values: list[int]) -> None:
    found = ids(*(capital(value) for value in values))
    assert len(set(found)) == len(values)


def test_the_path_leads_to_the_claim_in_the_file() -> None:
    placed = claims(fund(capital(1), capital(2, CapitalStage.PLANNED)))
    assert [claim.path for claim in placed] == ["/quantities/0", "/quantities/1"]
    assert {claim.table for claim in placed} == {"quantities"}
    assert Path(placed[0].record).parts == ("fund", "invented")
