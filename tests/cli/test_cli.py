"""The command line, as a contributor meets it."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest

import ai_statecraft
from ai_statecraft.cli import main
from ai_statecraft.provenance.fingerprint import fingerprint

PASSAGE = "The ministry said that the order applies to raw samples from the first of April."


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"statecraft {ai_statecraft.__version__}\n"


def test_validate_reports_every_fault_of_every_file_at_its_place(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fund, target = data / "funds/sample-fund.yaml", data / "targets/sample-target.yaml"
    fund.write_text(fund.read_text("utf-8").replace("stage: registered", "stage: registred"))
    target.write_text(target.read_text("utf-8").replace("binding: expected", "binding: hoped"))
    assert main(["validate", "--data", str(data), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    errors = [f for f in found if f["severity"] == "error"]
    assert [(f["file"], f["line"], f["rule"], f["pointer"]) for f in errors] == [
        ("data/funds/sample-fund.yaml", 13, "MODEL004", "/quantities/0/stage"),
        ("data/targets/sample-target.yaml", 9, "MODEL004", "/binding"),
    ]
    assert errors[0]["remedy"] == "did you mean `registered`?"


def test_validate_of_named_files_shows_their_findings_only(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fund = data / "funds/sample-fund.yaml"
    fund.write_text(fund.read_text("utf-8") + "colour: red\n")
    good = str(data / "targets")
    assert main(["validate", "--data", str(data), good]) == 0
    assert "0 errors" in capsys.readouterr().out
    assert main(["validate", "--data", str(data), str(fund)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("data/funds/sample-fund.yaml:31:1: error MODEL003: `colour`")


def test_an_empty_data_folder_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    assert main(["validate", "--data", str(tmp_path / "data")]) == 1
    assert "PATH001" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["nowhere.yaml", "/"])
def test_wrong_usage_is_status_2(data: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--data", str(data), name]) == 2
    assert capsys.readouterr().err.startswith("statecraft: ")


def test_rules_lists_all_and_explains_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert {"READ001", "MODEL001", "REF001", "WAIVE001"} <= set(listed)
    assert len(set(listed)) == len(listed)
    assert main(["rules", "model004"]) == 0
    assert capsys.readouterr().out.startswith("MODEL004 (error): A vocabulary field")
    assert main(["rules", "MODEL0004"]) == 2
    assert "nearest: MODEL004" in capsys.readouterr().err


def archive(data: Path, text: str) -> Path:
    """An archive in which the sample gazette has this text, and a record that cites it."""
    folder = data.parent / "archive"
    folder.mkdir(exist_ok=True)
    (folder / "sample-gazette.txt").write_text(text, "utf-8")
    fund = data / "funds" / "sample-fund.yaml"
    taken = fingerprint(PASSAGE)
    fund.write_text(
        fund.read_text("utf-8")
        .replace("words: 20", f"words: {taken.words}")
        .replace("0" * 63 + "4", taken.sha256),
        "utf-8",
    )
    for name in (
        "actors/sample-ministry",
        "targets/sample-target",
        "restrictions/sample-export-order",
    ):
        (data / f"{name}.yaml").unlink()
    fund.write_text(
        "\n".join(
            line
            for line in fund.read_text("utf-8").splitlines()
            if "sample-ministry" not in line and "target/" not in line
        )
        .replace("participants:\n", "")
        .replace("links:\n", ""),
        "utf-8",
    )
    return folder


def test_verify_proves_a_passage_and_catches_one_changed_word(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = archive(data, f"Gazette. {PASSAGE} End.")
    assert main(["verify", "--data", str(data), "--archive", str(folder)]) == 0
    assert "1 proved" in capsys.readouterr().out
    (folder / "sample-gazette.txt").write_text(PASSAGE.replace("raw", "fine"), "utf-8")
    assert main(["verify", "--data", str(data), "--archive", str(folder)]) == 1
    assert "not found: fund/sample-fund" in capsys.readouterr().out


def test_coverage_lists_what_no_claim_cites(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = archive(data, f"{PASSAGE} Another 300 samples were left out by the ministry.")
    assert main(["coverage", "--data", str(data), "--archive", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "Another 300 samples were left out by the ministry." in out
    assert "The ministry said" not in out


def test_cite_takes_a_passage_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSAGE))
    assert main(["cite", "--source", "sample-gazette", "--basis", "act", "--label", "c"]) == 0
    taken = fingerprint(PASSAGE)
    assert capsys.readouterr().out == (
        "c: {source: sample-gazette, basis: act, "
        f'fingerprint: {{words: {taken.words}, sha256: "{taken.sha256}"}}}}\n'
    )


def test_cite_refuses_a_passage_that_is_too_short(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p.txt").write_text("too short")
    assert main(["cite", str(tmp_path / "p.txt"), "--source", "x", "--basis", "act"]) == 2
    assert "2 words" in capsys.readouterr().err


def test_validate_changed_shows_the_findings_of_changed_and_new_files_only(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(
            ["git", "-C", str(data.parent), *identity, *arguments], check=True, capture_output=True
        )

    old = data / "funds" / "sample-fund.yaml"
    old.write_text(old.read_text("utf-8") + "colour: red\n")
    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "start")
    changed = data / "targets" / "sample-target.yaml"
    changed.write_text(changed.read_text("utf-8").replace("kind: self_", "kind: shelf_"))
    (data / "actors" / "new.yaml").write_text("id: new\n")
    assert main(["validate", "--data", str(data), "--changed", "main", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {(f["file"], f["rule"]) for f in found} == {
        ("data/targets/sample-target.yaml", "MODEL004"),
        ("data/actors/new.yaml", "MODEL002"),
    }
    assert main(["validate", "--data", str(data), "--changed", "no-such-commit"]) == 2
    assert capsys.readouterr().err.startswith("statecraft: git merge-base: ")


def test_a_rule_that_cannot_be_run_is_named_and_no_traceback_shows(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "bad.sql").write_text(
        "-- BAD001 error: X\n-- why: y\n-- mend: z\nselect 1 from nowhere\n"
    )
    monkeypatch.setattr("ai_statecraft.checks.rules.rules_folder", lambda: folder)
    assert main(["validate", "--data", str(data)]) == 2
    assert capsys.readouterr().err.startswith("statecraft: bad.sql: Catalog Error")
