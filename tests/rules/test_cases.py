"""Every rule passes over its good sample and finds exactly what is wrong with its bad one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from ai_statecraft.checks.rules import SqlRule, load_rules
from ai_statecraft.checks.validate import Validation
from ai_statecraft.findings import Finding

CASES = Path(__file__).parent
RULES = load_rules()
Check = Callable[..., Validation]


def case(rule: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((CASES / f"{rule}.yaml").read_text(encoding="utf-8"))
    return loaded


def by(findings: tuple[Finding, ...], rule: str) -> list[Finding]:
    return [finding for finding in findings if finding.rule == rule]


def needed(rule: str) -> tuple[str, ...]:
    """The rule itself; for the rule about waivers, all rules, whose findings it looks at."""
    return () if rule == "WAIVE001" else (rule,)


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == {rule.id for rule in RULES}


def test_the_base_dataset_raises_nothing(check: Check) -> None:
    assert check({}).findings == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_good_sample_passes(rule: SqlRule, check: Check) -> None:
    assert check(case(rule.id)["good"], *needed(rule.id)).findings == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_bad_sample_is_found_where_it_is_wrong(rule: SqlRule, check: Check) -> None:
    sample = case(rule.id)
    found = by(check(sample["bad"], *needed(rule.id)).findings, rule.id)
    expected: list[Mapping[str, object]] = sample["findings"]
    assert [
        {"file": f.file, "line": f.line, "pointer": f.pointer, "message": f.message} for f in found
    ] == expected
    assert {(f.severity, f.remedy) for f in found} == {(rule.severity, rule.remedy)}
