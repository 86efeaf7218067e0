"""Validation collects what reader, models and rules find, at their places, and honours waivers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ai_statecraft.checks.rules import SqlRule, load_rules
from ai_statecraft.checks.validate import Validation, validate
from ai_statecraft.findings import Finding, Severity
from ai_statecraft.reader.yaml import read_yaml

BASE = Path(__file__).parent.parent / "rules" / "base"
PLAN = "initiatives/sample-plan.yaml"


def rule(query: str, severity: Severity = Severity.ERROR) -> SqlRule:
    return SqlRule("ABC001", severity, "title", "why", "mend it", query, "abc001_sample.sql")


EVENT = rule(
    "select record, path || '/date' as path, 'event on ' || date as message "
    "from events where record = 'initiative/sample-plan'"
)
WHOLE = rule("select null as record, null as path, 'the dataset' as message")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(BASE, folder)
    return folder


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def waive(root: Path, *waivers: str) -> None:
    lines = "".join(f"  - {waiver}\n" for waiver in waivers)
    edit(root, PLAN, "curation:", f"waivers:\n{lines}curation:")


def rule_ids(validation: Validation) -> list[str]:
    return [finding.rule for finding in validation.findings]


def test_a_sound_folder_has_no_findings(root: Path) -> None:
    validation = validate(root)
    assert (validation.findings, validation.waived) == ((), ())
    assert validation.is_sound


def test_a_row_becomes_a_finding_at_the_line_and_column_of_the_value(root: Path) -> None:
    assert validate(root, (EVENT,)).findings == (
        Finding(
            file=f"data/{PLAN}",
            line=13,
            column=12,
            rule="ABC001",
            severity=Severity.ERROR,
            pointer="/events/0/date",
            message="event on 2024-03-01",
            remedy="mend it",
        ),
    )


def test_a_finding_about_the_dataset_names_the_folder(root: Path) -> None:
    (finding,) = validate(root, (WHOLE,)).findings
    assert (finding.file, finding.line, finding.pointer) == ("data", 0, "")


def test_a_missing_field_is_placed_at_the_deepest_value_that_is_there(root: Path) -> None:
    query = "select 'initiative/sample-plan' as record, '/events/0/until' as path, 'x' as message"
    (finding,) = validate(root, (rule(query),)).findings
    assert (finding.line, finding.pointer) == (13, "/events/0/until")


def test_warnings_alone_leave_the_data_sound(root: Path) -> None:
    warning = rule(EVENT.query, severity=Severity.WARNING)
    validation = validate(root, (warning,))
    assert rule_ids(validation) == ["ABC001"]
    assert validation.is_sound
    assert not validate(root, (EVENT,)).is_sound


def test_findings_of_reader_and_rules_come_together_in_order_of_place(root: Path) -> None:
    edit(root, "sources/sample-daily.yaml", "kind: newsroom", "kind: newsrom")
    findings = validate(root, (EVENT, WHOLE)).findings
    assert [(f.file, f.rule) for f in findings if f.rule.startswith("ABC")] == [
        ("data", "ABC001"),
        (f"data/{PLAN}", "ABC001"),
    ]
    assert findings == tuple(sorted(findings))
    assert {f.file for f in findings} == {"data", f"data/{PLAN}", "data/sources/sample-daily.yaml"}


def test_a_record_that_cannot_be_read_is_not_called_missing_nor_what_it_uses_unused(
    root: Path,
) -> None:
    edit(root, "sources/sample-daily.yaml", "kind: newsroom", "kind: newsrom")
    assert {f.file for f in validate(root).findings} == {"data/sources/sample-daily.yaml"}
    edit(root, "sources/sample-daily.yaml", "kind: newsrom", "kind: newsroom")
    edit(root, PLAN, "kind: plan", "kind: plann")
    assert {f.file for f in validate(root).findings} == {f"data/{PLAN}"}


@pytest.mark.parametrize(
    "waiver",
    [
        "{rule: ABC001, reason: Known.}",
        "{rule: ABC001, path: /events/0/date, reason: Known.}",
    ],
)
def test_a_waiver_turns_a_finding_into_a_waived_one(root: Path, waiver: str) -> None:
    waive(root, waiver)
    validation = validate(root, (EVENT,))
    assert validation.findings == ()
    assert [f.pointer for f in validation.waived] == ["/events/0/date"]
    assert validation.is_sound


@pytest.mark.parametrize(
    "waiver",
    [
        "{rule: ABC002, reason: Another rule.}",
        "{rule: ABC001, path: /events/1/date, reason: Another place.}",
    ],
)
def test_a_waiver_excuses_only_its_rule_at_its_place(root: Path, waiver: str) -> None:
    waive(root, waiver)
    assert rule_ids(validate(root, (EVENT,))) == ["ABC001"]


def test_a_waiver_of_one_record_excuses_no_other(root: Path) -> None:
    waive(root, "{rule: ABC001, reason: Known here.}")
    everywhere = rule("select record, '/name' as path, 'x' as message from records")
    validation = validate(root, (everywhere,))
    assert f"data/{PLAN}" not in {f.file for f in validation.findings}
    assert [f.file for f in validation.waived] == [f"data/{PLAN}"]
    assert len(validation.findings) == 4


def test_a_stale_waiver_is_an_error_of_its_own(root: Path) -> None:
    waive(root, "{rule: REF001, path: /events/0/by, reason: No longer so.}")
    (finding,) = validate(root, load_rules()).findings
    assert (finding.rule, finding.pointer, finding.message) == (
        "WAIVE001",
        "/waivers/0",
        "nothing is found by REF001 at /events/0/by",
    )


def test_many_findings_in_one_file_read_it_again_only_once(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = "".join(f"  - {{text: name {i}, language: en, use: short}}\n" for i in range(20))
    fund = data / "funds" / "sample-fund.yaml"
    fund.write_text(fund.read_text(encoding="utf-8") + f"names:\n{names}", encoding="utf-8")
    read: list[str] = []

    def counted(content: bytes, file: str) -> object:
        read.append(file)
        return read_yaml(content, file)

    monkeypatch.setattr("ai_statecraft.checks.validate.read_yaml", counted)
    found = [f for f in validate(data).findings if f.rule == "PROV001"]
    lines = fund.read_text(encoding="utf-8").splitlines()
    assert [(f.file, lines[f.line - 1]) for f in found] == [
        ("data/funds/sample-fund.yaml", line) for line in names.splitlines()
    ]
    assert read.count("data/funds/sample-fund.yaml") == 1
