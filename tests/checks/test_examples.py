"""The examples that `statecraft rules` shows are those that the tests run."""

from __future__ import annotations

from pathlib import Path

import pytest

from ai_statecraft.checks.examples import examples_of
from ai_statecraft.checks.rules import load_rules
from ai_statecraft.cli import main


def test_every_sql_rule_has_a_good_and_a_bad_example() -> None:
    for rule in load_rules():
        examples = examples_of(rule.id)
        assert examples is not None
        assert examples.good
        assert examples.bad
        assert examples.findings


def test_an_example_is_the_file_and_what_is_found_in_it(tmp_path: Path) -> None:
    (tmp_path / "X001.yaml").write_text(
        "good:\n  funds/a.yaml: |\n    id: a\n"
        "bad:\n  funds/a.yaml: |\n    id: b\n"
        "findings:\n  - {file: data/funds/a.yaml, line: 1, pointer: /id, message: wrong}\n"
    )
    examples = examples_of("X001", tmp_path)
    assert examples is not None
    assert examples.good == (("funds/a.yaml", "id: a\n"),)
    assert examples.bad == (("funds/a.yaml", "id: b\n"),)
    assert examples.findings == ("data/funds/a.yaml:1: wrong",)
    assert examples_of("X002", tmp_path) is None


def test_rules_shows_a_rule_with_its_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "ref001"]) == 0
    out = capsys.readouterr().out
    assert "Found in data/restrictions/sample-rule.yaml:\n\n    id: sample-rule" in out
    assert "data/restrictions/sample-rule.yaml:10: actor/sample-makers is not" in out
    assert "Nothing found in data/restrictions/sample-rule.yaml:" in out
    assert main(["rules", "READ021"]) == 0
    assert "Examples: docs/input-classes.md" in capsys.readouterr().out
