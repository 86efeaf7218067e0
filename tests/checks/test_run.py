"""Rules run over the tables and can reach nothing else."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from ai_statecraft.checks.rules import SqlRule
from ai_statecraft.checks.run import Row, RuleError, connect, run_rules
from ai_statecraft.findings import Severity

RECORDS = pa.table({"record": ["fund/b", "fund/a"], "name": ["B", "A"]})
TABLES = {"records": RECORDS}


def rule(query: str, name: str = "REF001") -> SqlRule:
    file = f"{name.lower()}_sample.sql"
    return SqlRule(name, Severity.ERROR, "title", "why", "mend", query, file)


def refusal(query: str) -> str:
    with pytest.raises(RuleError) as raised:
        run_rules(TABLES, (rule(query),))
    assert str(raised.value).startswith("ref001_sample.sql: ")
    return str(raised.value)


def test_rows_come_back_in_order_with_their_rule() -> None:
    good = rule("select record, '/name' as path, name as message from records")
    assert run_rules(TABLES, (good,)) == (
        Row(good, "fund/a", "/name", "A"),
        Row(good, "fund/b", "/name", "B"),
    )


def test_rules_run_in_the_order_of_their_ids_and_see_what_earlier_ones_raised() -> None:
    later = rule("select record, path, rule as message from raised", "ZED001")
    first = rule("select record, null as path, 'x' as message from records limit 1", "ABC001")
    silent = rule("select record, path, rule as message from raised", "ABC000")
    rows = run_rules(TABLES, (later, first, silent))
    assert [(row.rule.id, row.record, row.message) for row in rows] == [
        ("ABC001", "fund/b", "x"),
        ("ZED001", "fund/b", "ABC001"),
    ]


def test_a_comment_at_the_end_of_a_query_does_not_swallow_the_wrapping() -> None:
    assert run_rules(TABLES, (rule("select 'a' as record, 'b' as path, 'c' as message -- x"),))


@pytest.mark.parametrize(
    "query",
    [
        "select record, name from records",
        "select record, name as message, null as path from records",
        "select record, null as path, name as message, 1 as line from records",
    ],
)
def test_a_rule_returns_record_path_and_message_and_nothing_else(query: str) -> None:
    assert "instead of ('record', 'path', 'message')" in refusal(query)


def test_a_rule_that_duckdb_cannot_run_is_named() -> None:
    assert "no_such_table" in refusal("select * from no_such_table")


def test_no_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("message\nsecret\n", encoding="utf-8")
    for source in (
        f"read_text('{secret}')",
        f"read_csv('{secret}')",
        f"read_blob('{secret}')",
        f"glob('{tmp_path}/*')",
        f"'{secret}'",
    ):
        message = refusal(f"select null as record, null as path, 'x' as message from {source}")
        assert "disabled" in message or "does not exist" in message, message


def test_nothing_is_fetched() -> None:
    refusal(
        "select null as record, null as path, content as message "
        "from read_text('https://rules.example/x')"
    )


def test_no_variable_of_python_is_seen() -> None:
    hidden = pa.table({"record": ["x"], "path": ["y"], "message": ["z"]})
    assert hidden.num_rows == 1
    assert "hidden" in refusal("select * from hidden")


@pytest.mark.parametrize(
    "statement",
    [
        "install httpfs",
        "load httpfs",
        "attach 'other.db'",
        "copy records to 'out.csv'",
        "set memory_limit = '1TB'",
        "pragma enable_profiling",
        "create table extra (a integer)",
        "delete from records",
        "select 1; select 2",
        "select null as record, null as path, 'x' as message; drop table records",
    ],
)
def test_a_rule_is_a_query(statement: str) -> None:
    refusal(statement)


def test_a_rule_cannot_close_the_wrapping_and_go_on() -> None:
    refusal(
        "select null as record, null as path, 'x' as message); delete from records; "
        "select * from (select null as record, null as path, 'y' as message"
    )


@pytest.mark.parametrize(
    "statement",
    [
        "set enable_external_access = true",
        "set lock_configuration = false",
        "set memory_limit = '1TB'",
        "set threads = 64",
        "install httpfs",
        "load httpfs",
        "attach 'other.db'",
        "copy records to 'out.csv'",
    ],
)
def test_even_a_statement_could_not_unlock_the_database(tmp_path: Path, statement: str) -> None:
    with connect(TABLES, str(tmp_path)) as connection, pytest.raises(duckdb.Error):
        connection.execute(statement)


def test_the_tables_are_copies(tmp_path: Path) -> None:
    with connect(TABLES, str(tmp_path)) as connection:
        connection.execute("delete from records")
    assert RECORDS.num_rows == 2
