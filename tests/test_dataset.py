"""Loading and using the dataset from Python."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ai_statecraft
from ai_statecraft import DataError, NotFoundError
from ai_statecraft.compile import compile_data


@pytest.fixture
def compiled(data: Path, tmp_path: Path) -> Path:
    """A folder as a wheel or release holds it."""
    files, findings = compile_data(data)
    assert not [finding for finding in findings if finding.severity == "error"]
    folder = tmp_path / "compiled"
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_a_compiled_folder_gives_the_same_tables_as_the_checkout(
    data: Path, compiled: Path
) -> None:
    checkout, release = ai_statecraft.load(data), ai_statecraft.load(compiled)
    assert list(checkout) == list(release)
    for name in checkout.tables:
        assert checkout.table(name).equals(release.table(name), check_metadata=True), name


def test_records_come_as_written_with_the_type_first_sorted(compiled: Path) -> None:
    lines = [json.loads(line) for line in (compiled / "records.jsonl").read_text().splitlines()]
    assert [(line["type"], line["id"]) for line in lines] == sorted(
        (line["type"], line["id"]) for line in lines
    )
    assert all(next(iter(line)) == "type" for line in lines)
    order = next(line for line in lines if line["id"] == "sample-export-order")
    assert order["scope"][0]["codes"] == ["8542.10", "8542.31"]
    assert order["quantities"][0]["value"] == 16


def test_a_collection_is_iterated_indexed_counted_and_asked(data: Path) -> None:
    ds = ai_statecraft.load(data)
    assert [fund.name for fund in ds.funds] == ["Sample fund"]
    assert ds.funds["sample-fund"].quantities[0].value == 344e9
    assert len(ds.sources) == 2
    assert "sample-fund" in ds.funds
    assert "no-such-fund" not in ds.funds
    assert ds.funds.ids == ("sample-fund",)


def test_a_missing_id_is_a_key_error_that_names_the_nearest(data: Path) -> None:
    ds = ai_statecraft.load(data)
    with pytest.raises(KeyError) as caught:
        ds.funds["sampel-fund"]
    assert str(caught.value) == "no fund 'sampel-fund'; nearest: sample-fund"
    with pytest.raises(NotFoundError) as missing:
        ds.get("fund/sampel-fund")
    assert missing.value.nearest[0] == "fund/sample-fund"
    with pytest.raises(NotFoundError, match="nearest: quantities"):
        ds.table("quantitis")


def test_a_redirect_leads_to_the_record_that_has_the_content_now(data: Path) -> None:
    assert ai_statecraft.load(data).get("fund/sample-old-fund").key == "fund/sample-fund"


def test_a_checkout_with_errors_is_refused_with_its_findings(data: Path) -> None:
    file = data / "funds" / "sample-fund.yaml"
    file.write_text(file.read_text("utf-8").replace("kind: vehicle", "kind: vehicel"), "utf-8")
    with pytest.raises(DataError) as caught:
        ai_statecraft.load(data)
    (finding,) = caught.value.findings
    assert (finding.file, finding.line, finding.rule) == (
        "data/funds/sample-fund.yaml",
        4,
        "MODEL004",
    )
    assert finding.remedy == "did you mean `vehicle`?"


def test_a_folder_without_a_dataset_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="holds neither a release"):
        ai_statecraft.load(tmp_path)


def test_a_file_that_differs_from_the_descriptor_is_refused_before_parsing(
    compiled: Path,
) -> None:
    descriptor = {"resources": [{"path": "records.jsonl", "hash": "sha256:" + "0" * 64}]}
    (compiled / "datapackage.json").write_text(json.dumps(descriptor))
    (compiled / "records.jsonl").write_bytes(b"\x00 not even JSON")
    with pytest.raises(DataError, match="differs from the hash"):
        ai_statecraft.load(compiled)


def test_a_release_of_a_newer_major_version_is_refused_with_what_to_do(compiled: Path) -> None:
    descriptor = {"version": "99.0.0", "resources": []}
    (compiled / "datapackage.json").write_text(json.dumps(descriptor))
    with pytest.raises(DataError, match=r"is release 99\.0\.0.*pip install --upgrade"):
        ai_statecraft.load(compiled)


def test_a_line_of_another_version_is_refused_with_its_number(compiled: Path) -> None:
    with (compiled / "records.jsonl").open("a") as file:
        file.write('{"type":"spaceship","id":"x"}\n')
    with pytest.raises(DataError, match=r"records\.jsonl, line 7: not a record"):
        ai_statecraft.load(compiled)


@pytest.mark.parametrize("kept", [0, 300])
def test_a_truncated_file_of_records_is_refused(compiled: Path, kept: int) -> None:
    file = compiled / "records.jsonl"
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(DataError, match=r"records\.jsonl is truncated: get the release again"):
        ai_statecraft.load(compiled)


def test_what_is_no_text_is_no_id(data: Path) -> None:
    ds = ai_statecraft.load(data)
    with pytest.raises(NotFoundError, match="no fund '0'"):
        ds.funds[0]  # pyright: ignore[reportArgumentType]
    assert 0 not in ds.funds


def test_a_missing_file_of_a_release_is_named(compiled: Path) -> None:
    shutil.rmtree(compiled / "csv")
    with pytest.raises(DataError, match=r"rates\.csv cannot be read"):
        ai_statecraft.load(compiled)


def test_loading_needs_neither_pandas_nor_the_extras(compiled: Path) -> None:
    code = (
        "import sys, ai_statecraft\n"
        "assert not {'pydantic', 'pandas', 'pyarrow'} & set(sys.modules)\n"
        f"ds = ai_statecraft.load({str(compiled)!r})\n"
        "assert len(ds) == 6\n"
        "assert not {'pandas', 'pyarrow', 'yaml', 'duckdb', 'frictionless'} & set(sys.modules)\n"
        "ds.table('quantities')\n"
        "assert not {'pandas', 'yaml', 'duckdb', 'frictionless'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_package_names_its_version_and_what_it_offers() -> None:
    assert ai_statecraft.__version__.count(".") == 2
    assert all(getattr(ai_statecraft, name) is not None for name in ai_statecraft.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'lod'"):
        _ = ai_statecraft.lod  # pyright: ignore[reportAttributeAccessIssue]
