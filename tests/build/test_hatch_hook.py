"""What a wheel carries, and what happens to one whose records are wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

from ai_statecraft.findings import Finding, Severity

ROOT = Path(__file__).parents[2]
RECORDS = b'{"type":"actor","id":"us-bis"}\n'


def finding(severity: Severity, line: int) -> Finding:
    return Finding(
        file="data/actors/us-bis.yaml",
        line=line,
        column=7,
        rule="MODEL001",
        severity=severity,
        pointer="/name",
        message="name is empty",
        remedy="give the body's official name",
    )


def compiling(
    monkeypatch: pytest.MonkeyPatch, records: bytes, findings: tuple[Finding, ...]
) -> list[Path]:
    """Replace the compiler by one with this outcome; return the folders it will be asked for."""
    asked: list[Path] = []

    def compile_data(data: Path) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
        asked.append(data)
        return {"records.jsonl": records}, findings

    module = ModuleType("ai_statecraft.compile")
    module.__dict__["compile_data"] = compile_data
    monkeypatch.setitem(sys.modules, "ai_statecraft.compile", module)
    return asked


def built(folder: Path, version: str = "standard") -> Path:
    builder = WheelBuilder(str(ROOT))
    (artifact,) = builder.build(directory=str(folder), versions=[version])
    return Path(artifact)


def test_a_wheel_carries_the_compiled_records_and_the_rules(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = compiling(monkeypatch, RECORDS, (finding(Severity.WARNING, 3),))
    with ZipFile(built(tmp_path)) as wheel:
        names = wheel.namelist()
        assert wheel.read("ai_statecraft/compiled/records.jsonl") == RECORDS
    assert asked == [ROOT / "data"]
    rules = {f"ai_statecraft/validators/{file.name}" for file in ROOT.glob("validators/*.sql")}
    assert {name for name in names if name.endswith(".sql")} == rules
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"ai_statecraft"}


def test_two_builds_of_a_wheel_have_the_same_bytes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compiling(monkeypatch, RECORDS, ())
    first, second = (built(tmp_path / name).read_bytes() for name in ("a", "b"))
    assert first == second


def test_an_editable_install_compiles_nothing_and_adds_no_folder_beside_the_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = compiling(monkeypatch, RECORDS, ())
    with ZipFile(built(tmp_path, "editable")) as wheel:
        tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"_ai_statecraft.pth"}
    assert asked == []


def test_an_error_in_a_record_ends_the_build_with_the_findings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    findings = (
        finding(Severity.ERROR, 9),
        finding(Severity.WARNING, 5),
        finding(Severity.ERROR, 2),
    )
    compiling(monkeypatch, RECORDS, findings)
    with pytest.raises(SystemExit) as ended:
        built(tmp_path)
    assert ended.value.code == (
        "data/actors/us-bis.yaml:2:7: MODEL001: name is empty\n"
        "    give the body's official name\n"
        "data/actors/us-bis.yaml:9:7: MODEL001: name is empty\n"
        "    give the body's official name\n"
        "The wheel was not built: 2 errors in the records."
    )
    assert list(tmp_path.glob("*.whl")) == []
