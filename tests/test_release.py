"""What is read from a release folder: its tables as files, each proved before it is parsed."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from make_release import build_release

import ai_statecraft
from ai_statecraft import DataError
from ai_statecraft.contents import Contents
from tests.conftest import SAMPLE


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist") / "release"
    assert build_release(SAMPLE, folder).is_sound
    return folder


@pytest.fixture
def release(built: Path, tmp_path: Path) -> Path:
    """A copy of a release of the sample data that a test may damage."""
    return Path(shutil.copytree(built, tmp_path / "release"))


def no_rows(_: Contents) -> None:
    raise AssertionError("tables were derived")


def restate(release: Path, name: str) -> None:
    """Have the descriptor state the hash that a changed file has now."""
    descriptor = release / "datapackage.json"
    described = json.loads(descriptor.read_text("utf-8"))
    for resource in described["resources"]:
        if resource["path"] == name:
            resource["hash"] = f"sha256:{sha256((release / name).read_bytes()).hexdigest()}"
    descriptor.write_text(json.dumps(described), "utf-8")


def test_tables_of_a_release_are_its_parquet_files_and_equal_those_of_the_records(
    data: Path, release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = ai_statecraft.load(data)
    expected = {name: checkout.table(name) for name in checkout.tables}
    funds = checkout.funds.to_arrow()
    monkeypatch.setattr("ai_statecraft.tables.rows.table_rows", no_rows)
    stored = ai_statecraft.load(release)
    for name, table in expected.items():
        assert stored.table(name).equals(table, check_metadata=True), name
    assert stored.funds.to_arrow().equals(funds, check_metadata=True)


def test_the_tables_of_another_day_are_derived(release: Path) -> None:
    seen = ai_statecraft.load(release).as_of(valid_on="2029-02-02")
    (status,) = seen.sql("select status from records where record = 'fund/sample-fund'").to_pylist()
    assert status == {"status": "unknown"}


def test_a_parquet_file_that_differs_from_the_descriptor_is_refused_before_parsing(
    release: Path,
) -> None:
    file = release / "parquet" / "events.parquet"
    file.write_bytes(b"not even Parquet")
    ds = ai_statecraft.load(release)
    with pytest.raises(DataError, match=r"events\.parquet differs from the hash in datapackage"):
        ds.table("events")
    with pytest.raises(DataError, match=r"events\.parquet differs from the hash in datapackage"):
        ds.sql("select * from events")


@pytest.mark.parametrize("kept", [0, 4, 100, -1])
def test_a_truncated_parquet_file_is_named_with_what_to_do(release: Path, kept: int) -> None:
    file = release / "parquet" / "events.parquet"
    file.write_bytes(file.read_bytes()[:kept])
    restate(release, "parquet/events.parquet")
    ds = ai_statecraft.load(release)
    with pytest.raises(
        DataError, match=r"events\.parquet is truncated or no Parquet file: get the release again"
    ):
        ds.table("events")
    assert ds.table("quantities").num_rows > 0


def test_tables_of_another_version_are_derived_from_the_records(data: Path, release: Path) -> None:
    descriptor = release / "datapackage.json"
    described = json.loads(descriptor.read_text("utf-8"))
    descriptor.write_text(json.dumps({**described, "version": "0.0.1"}), "utf-8")
    older = pq.read_table(release / "parquet" / "events.parquet").drop_columns(["support"])
    pq.write_table(older, release / "parquet" / "events.parquet")
    found = ai_statecraft.load(release).table("events")
    assert found.equals(ai_statecraft.load(data).table("events"))


def test_a_release_without_parquet_gives_the_same_tables(data: Path, release: Path) -> None:
    (release / "parquet" / "events.parquet").unlink()
    found = ai_statecraft.load(release).table("events")
    assert isinstance(found, pa.Table)
    assert found.equals(ai_statecraft.load(data).table("events"))
