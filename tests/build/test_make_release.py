"""Building a release: whole or not at all, and the same bytes every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import make_release
import pyarrow.parquet as pq
import pytest
import release_tables

from ai_statecraft.checks.rules import load_rules
from ai_statecraft.tables.catalogue import FINDINGS, catalogue

ROOT = Path(__file__).parents[2]
TABLES = [*catalogue(), FINDINGS.name]


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist") / "release"
    assert make_release.main(["--data", str(ROOT / "tests/sample/data"), "--to", str(target)]) == 0
    return target


def test_a_release_holds_every_table_twice_the_records_and_their_description(
    release: Path,
) -> None:
    assert set(contents(release)) == {
        *(f"csv/{name}.csv" for name in TABLES),
        *(f"parquet/{name}.parquet" for name in TABLES),
        *("records.jsonl", "datapackage.json", "CITATION.cff", "CHANGES.md", "LICENSE"),
        "SHA256SUMS",
    }


def test_the_descriptor_states_bytes_and_hash_of_every_file_and_keys_of_every_table(
    release: Path,
) -> None:
    package = json.loads((release / "datapackage.json").read_text("utf-8"))
    hashes = contents(release)
    for resource in package["resources"]:
        assert resource["bytes"] == (release / resource["path"]).stat().st_size
        assert resource["hash"] == "sha256:" + hashes[resource["path"]]
    tables = {r["name"]: r["schema"] for r in package["resources"] if r["type"] == "table"}
    assert list(tables) == TABLES
    assert tables["quantities"]["primaryKey"] == ["claim"]
    assert {
        "fields": ["party"],
        "reference": {"resource": "records", "fields": ["record"]},
    } in tables["quantities"]["foreignKeys"]
    assert all(field["description"] for schema in tables.values() for field in schema["fields"])
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert {
        "title": "Gazette of Samples, first issue",
        "path": "https://gazette.example.org/1",
    } in (package["sources"])


def test_the_check_sums_are_those_of_the_files(release: Path) -> None:
    listed = dict(
        reversed(line.split("  ")) for line in (release / "SHA256SUMS").read_text().splitlines()
    )
    hashes = contents(release)
    del hashes["SHA256SUMS"]
    assert listed == hashes


def test_another_folder_zone_locale_and_hash_seed_give_the_same_bytes(
    release: Path, tmp_path: Path
) -> None:
    environment = {
        **os.environ,
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
    }
    command = [sys.executable, str(ROOT / "build" / "make_release.py")]
    where = ["--data", str(ROOT / "tests/sample/data"), "--to", str(tmp_path / "elsewhere")]
    subprocess.run([*command, *where], check=True, env=environment, cwd=tmp_path)
    assert contents(tmp_path / "elsewhere") == contents(release)


def test_findings_leave_the_previous_release_whole(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "release"
    assert make_release.main(["--data", str(data), "--to", str(target)]) == 0
    before = contents(target)
    (data / "funds" / "broken.yaml").write_text("id: broken\nname: [\n")
    capsys.readouterr()
    assert make_release.main(["--data", str(data), "--to", str(target)]) == 1
    said = capsys.readouterr()
    assert "data/funds/broken.yaml:" in said.out
    assert said.err == "No release was written: mend the errors above.\n"
    assert contents(target) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.usefixtures("release")
def test_what_does_not_prove_sound_is_not_published(
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(*_: object) -> None:
        raise release_tables.UnequalError("quantities, row 1: 1 in CSV, 2 in Parquet")

    monkeypatch.setattr(make_release, "prove_equal", refuse)
    target = tmp_path / "release"
    assert make_release.main(["--data", str(data), "--to", str(target)]) == 1
    assert "quantities, row 1" in capsys.readouterr().err
    assert not target.exists()


def test_a_changed_cell_is_caught_in_csv_and_in_parquet(release: Path, tmp_path: Path) -> None:
    schema = catalogue()["rates"]
    for folder in ("csv", "parquet"):
        (tmp_path / folder).mkdir()
        for file in (release / folder).iterdir():
            (tmp_path / folder / file.name).write_bytes(file.read_bytes())
    release_tables.prove_equal(schema, tmp_path)
    csv = tmp_path / "csv" / "rates.csv"
    csv.write_text(csv.read_text().replace(",8,", ",8.000001,"))
    with pytest.raises(release_tables.UnequalError, match="rates, row 1"):
        release_tables.prove_equal(schema, tmp_path)


def test_parquet_carries_no_trace_of_pandas_and_says_what_columns_mean(release: Path) -> None:
    schema = pq.ParquetFile(release / "parquet" / "rates.parquet").schema_arrow
    assert b"pandas" not in (schema.metadata or {})
    meaning = schema.field("per_usd").metadata[b"description"].decode()
    assert meaning == "Units of the currency per US dollar, yearly average."


def test_frictionless_refuses_a_dangling_reference(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even if no rule of ours noticed."""
    monkeypatch.setattr("ai_statecraft.checks.validate.load_rules", tuple)
    assert load_rules()
    file = data / "funds" / "sample-fund.yaml"
    file.write_text(file.read_text("utf-8").replace("target/sample-target", "target/none"), "utf-8")
    assert make_release.main(["--data", str(data), "--to", str(tmp_path / "release")]) == 1
    assert "Foreign" in capsys.readouterr().err
