"""Records that a dataset hands out answer on its day, and are equal wherever they come from."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

import ai_statecraft
from ai_statecraft.errors import DetachedError, NotFoundError
from ai_statecraft.vocabularies import EventType, Status
from tests.invented import restriction

ORDER = "sample-export-order"


def test_a_record_tells_its_status_on_the_day_of_its_dataset_or_on_another(data: Path) -> None:
    ds = ai_statecraft.load(data)
    order = ds.restrictions[ORDER]
    assert order.status() == ds.status(order)
    assert order.status(on="2029-03-15").status is Status.ANNOUNCED
    assert order.status("2029-04-15", part="raw").status is Status.IN_FORCE
    then = ds.as_of(valid_on="2029-03-15").restrictions[ORDER]
    assert then.status().status is Status.ANNOUNCED
    assert order.status().status is Status.PARTLY_IN_FORCE
    with pytest.raises(NotFoundError, match="nearest: raw"):
        order.status(part="raww")


def test_a_record_tells_its_history_as_it_was_known(data: Path) -> None:
    ds = ai_statecraft.load(data)
    assert ds.restrictions[ORDER].history() == ds.history(f"restriction/{ORDER}")
    then = ds.as_of(known_on="2029-03-15").restrictions[ORDER]
    assert EventType.SUSPENDED in [m.event.type for m in ds.restrictions[ORDER].history()]
    assert EventType.SUSPENDED not in [m.event.type for m in then.history()]


def test_whichever_way_a_record_is_taken_it_is_the_same(data: Path) -> None:
    ds = ai_statecraft.load(data)
    order = ds.restrictions[ORDER]
    assert ds.get(order.key) is order
    assert [match.record for match in ds.search("export order")] == [order]
    assert ds.search("export order")[0].record is order
    assert [record for record in ds if record.id == ORDER] == [order]
    assert next(record for record in ds if record.id == ORDER) is order
    assert ds.as_of(valid_on="2029-03-15").restrictions[ORDER] == order
    assert ai_statecraft.load(data).restrictions[ORDER] == order


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda r: pickle.loads(pickle.dumps(r))])
def test_a_stored_record_leaves_its_dataset_behind(data: Path, copied: object) -> None:
    assert callable(copied)
    fund = ai_statecraft.load(data).funds["sample-fund"]
    stored = copied(fund)
    assert stored == fund
    assert len(pickle.dumps(fund)) < 10_000
    with pytest.raises(DetachedError, match="fund/sample-fund was not taken from a dataset"):
        stored.status()


def test_records_can_be_members_of_sets_and_keys(data: Path) -> None:
    ds = ai_statecraft.load(data)
    assert set(ds.in_force("2029-04-01")) == {ds.funds["sample-fund"], ds.restrictions[ORDER]}
    assert str(ds.funds["sample-fund"]) == "fund/sample-fund: Sample fund"


def test_a_record_from_elsewhere_says_whom_to_ask() -> None:
    with pytest.raises(DetachedError, match=r"ask `ds\.get\('restriction/invented'\)`"):
        restriction().history()
