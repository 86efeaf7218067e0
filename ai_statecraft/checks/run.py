"""Running the rules in a DuckDB that can read the given tables and do nothing else.

Pull requests can edit rules too, so the database is locked before any rule runs: no
files, no network, no extensions, no look into Python's variables, bounded memory and
threads, and the configuration itself locked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ai_statecraft.checks.rules import RuleError, SqlRule
from ai_statecraft.progress import tracked

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

COLUMNS = ("record", "path", "message")
"""The columns that every rule returns."""
RAISED = "raised"
"""Table of what the rules before this one have found: rule, record, path."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that a rule returned."""

    rule: SqlRule
    record: str | None
    path: str | None
    message: str


def run_rules(tables: Mapping[str, pa.Table], rules: Sequence[SqlRule]) -> tuple[Row, ...]:
    """All rows that the rules return over the tables, in the order of the rules' ids.

    The rules run in that order, and each sees in `raised` what those before it found;
    so a rule about findings has an id behind all others. Raises RuleError for a rule
    that DuckDB refuses.
    """
    with TemporaryDirectory() as spill, connect(tables, spill) as connection:
        found: list[Row] = []
        for rule in tracked(sorted(rules, key=lambda rule: rule.id), "checking rules"):
            rows = tuple(_rows(connection, rule))
            connection.execute(
                f"insert into {RAISED} select $1, unnest($2::varchar[]), unnest($3::varchar[])",
                [rule.id, [row.record for row in rows], [row.path for row in rows]],
            )
            found += rows
        return tuple(found)


def connect(tables: Mapping[str, pa.Table], spill: str) -> duckdb.DuckDBPyConnection:
    """A locked in-memory DuckDB that holds copies of the tables; `spill` is for its overflow."""
    import duckdb

    connection = duckdb.connect(
        ":memory:",
        config={
            "threads": 2,
            "memory_limit": "2GB",
            "temp_directory": spill,
            "python_enable_replacements": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )
    for name, table in tables.items():
        connection.register("arrow_table", table)
        connection.execute(f'create table "{name}" as from arrow_table')
        connection.unregister("arrow_table")
    connection.execute(f"create table {RAISED} (rule varchar, record varchar, path varchar)")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def _rows(connection: duckdb.DuckDBPyConnection, rule: SqlRule) -> Iterable[Row]:
    import duckdb

    try:
        # Looked at before it is wrapped: a query could close the wrapping and go on.
        statements = connection.extract_statements(rule.query)
        if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
            raise RuleError(f"{rule.file}: a rule is one query")
        result = connection.execute(f"select * from (\n{rule.query}\n) order by all")
    except duckdb.Error as error:
        raise RuleError(f"{rule.file}: {error}") from error
    names = tuple(column[0] for column in result.description or ())
    if names != COLUMNS:
        raise RuleError(f"{rule.file}: returns {names} instead of {COLUMNS}")
    for record, path, message in result.fetchall():
        if not isinstance(message, str):
            raise RuleError(f"{rule.file}: returns a message that is no text for {record}")
        yield Row(rule, record, path, message)
