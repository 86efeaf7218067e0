"""Rule files say what they are, or are refused by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ai_statecraft.checks.rules import load_rules, parse_rule, rules_folder
from ai_statecraft.findings import Severity

QUERY = "select record, path, 'x' as message from records"


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def rule_text(head: str) -> str:
    return f"-- {head}\n-- why: reason\n-- mend: remedy\n{QUERY}\n"


def test_a_rule_file_gives_its_comments_and_its_query(tmp_path: Path) -> None:
    text = (
        "-- REF001 warning: Something holds\n"
        "-- why: one line\n--   and another\n"
        "-- mend: do this\n--   then that\n"
        "with a as (select 1)\n"
        "-- a comment within the query\n"
        f"{QUERY}\n"
    )
    rule = parse_rule(write(tmp_path, "ref001_something.sql", text))
    assert (rule.id, rule.severity, rule.title) == (
        "REF001",
        Severity.WARNING,
        "Something holds",
    )
    assert rule.why == "one line and another"
    assert rule.remedy == "do this then that"
    assert rule.query == f"with a as (select 1)\n{QUERY}"
    assert rule.file == "ref001_something.sql"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1 is not `-- ID severity: title`"),
        (QUERY, "line 1 is not `-- ID severity: title`"),
        (rule_text("ref001 error: Lower case"), "line 1 is not `-- ID severity: title`"),
        (rule_text("REF001 fatal: Unknown"), "line 1 is not `-- ID severity: title`"),
        (rule_text("REF001 error:"), "line 1 is not `-- ID severity: title`"),
        ("-- REF001 error: A title\n" + QUERY, "the opening comments lack mend and why"),
        (
            "-- REF001 error: A title\n-- why: so\n" + QUERY,
            "the opening comments lack mend",
        ),
    ],
)
def test_a_file_that_is_no_rule_is_refused_by_name(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^broken.sql: {re.escape(message)}$"):
        parse_rule(write(tmp_path, "broken.sql", text))


def test_rules_are_loaded_in_the_order_of_their_ids(tmp_path: Path) -> None:
    write(tmp_path, "a.sql", rule_text("REF002 error: Something holds"))
    write(tmp_path, "b.sql", rule_text("REF001 error: Something holds"))
    assert [rule.id for rule in load_rules(tmp_path)] == ["REF001", "REF002"]


def test_an_id_is_taken_once(tmp_path: Path) -> None:
    write(tmp_path, "a.sql", rule_text("REF001 error: Something holds"))
    write(tmp_path, "b.sql", rule_text("REF001 error: Something holds"))
    with pytest.raises(ValueError, match=r"^b\.sql: the id REF001 is taken by a\.sql$"):
        load_rules(tmp_path)


def test_every_file_in_validators_is_a_rule_named_after_its_id_and_topic() -> None:
    rules = load_rules()
    assert {rule.file for rule in rules} == {path.name for path in rules_folder().iterdir()}
    for rule in rules:
        assert rule.file.startswith(f"{rule.id.lower()}_"), rule.file


def test_every_rule_says_what_holds_without_a_full_stop_and_reads_in_one_line() -> None:
    for rule in load_rules():
        assert not rule.title.endswith("."), rule.id
        assert len(rule.title) <= 100, rule.id


def test_the_rule_about_waivers_runs_behind_all_others() -> None:
    assert load_rules()[-1].id == "WAIVE001"
