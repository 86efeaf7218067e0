"""Validation: everything that is checked of a data folder, as findings at their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ai_statecraft.checks.registries import REGISTRIES, registry_rows
from ai_statecraft.checks.rules import SqlRule, load_rules
from ai_statecraft.checks.run import Row, run_rules
from ai_statecraft.findings import Finding
from ai_statecraft.models import ClaimRecord, Source
from ai_statecraft.reader.data import ReadData, read_data
from ai_statecraft.reader.nodes import Mapping as Tree
from ai_statecraft.reader.nodes import find
from ai_statecraft.reader.yaml import read_yaml
from ai_statecraft.tables.arrow import read_arrow
from ai_statecraft.tables.catalogue import catalogue
from ai_statecraft.tables.csv import Row as TableRow
from ai_statecraft.tables.csv import write_csv
from ai_statecraft.tables.rows import table_rows
from ai_statecraft.tables.schema import TableSchema, text

if TYPE_CHECKING:
    import pyarrow as pa

UNREAD = TableSchema(
    "unread",
    "Keys of records whose files have errors, so that no rule calls them missing or unused.",
    (text("record", "The record that the file would hold."),),
    ("record",),
)


@dataclass(frozen=True)
class Validation:
    """What validating a data folder found."""

    read: ReadData
    tables: Mapping[str, bytes]
    """The published tables as CSV."""
    findings: tuple[Finding, ...]
    """What stands against the data, sorted by place."""
    waived: tuple[Finding, ...]
    """What the records themselves accept, with a reason."""

    @cached_property
    def is_sound(self) -> bool:
        """Whether no finding is an error."""
        return not any(finding.severity == "error" for finding in self.findings)


def validate(root: Path, rules: tuple[SqlRule, ...] | None = None) -> Validation:
    """Check a data folder by the reader, the models and the rules; never stops at a finding."""
    read = read_data(root)
    tables = {
        name: write_csv(catalogue()[name], rows) for name, rows in table_rows(read.contents).items()
    }
    rows = run_rules(rule_tables(read, tables), load_rules() if rules is None else rules)
    places = _Places(read)
    findings: list[Finding] = list(read.findings)
    waived: list[Finding] = []
    waivers = {
        (record.key, waiver.rule, waiver.path)
        for record in read.contents.records
        for waiver in record.waivers
    }
    for row in rows:
        excused = {(row.record, row.rule.id, None), (row.record, row.rule.id, row.path)}
        (waived if excused & waivers else findings).append(places.finding(row))
    return Validation(read, tables, tuple(sorted(set(findings))), tuple(sorted(set(waived))))


def rule_tables(read: ReadData, tables: Mapping[str, bytes]) -> Mapping[str, pa.Table]:
    """What the rules see: the published tables, the registers, and the files left unread."""
    languages = frozenset(_languages(read))
    extra: dict[str, tuple[TableSchema, Iterator[TableRow]]] = {
        REGISTRIES.name: (REGISTRIES, registry_rows(languages)),
        UNREAD.name: (UNREAD, ({"record": record} for record in read.unread)),
    }
    return {name: read_arrow(catalogue()[name], data) for name, data in tables.items()} | {
        name: read_arrow(schema, write_csv(schema, rows)) for name, (schema, rows) in extra.items()
    }


def _languages(read: ReadData) -> Iterator[str]:
    for record in read.contents.records:
        match record:
            case Source():
                yield record.language
            case ClaimRecord():
                yield from (name.language for name in record.names)
            case _:
                pass


class _Places:
    """Finds line and column of a record's value; reads a file again only when asked, and once."""

    def __init__(self, read: ReadData) -> None:
        self._root = read.root
        self._files = read.files
        self._trees: dict[str, Tree | None] = {}

    def finding(self, row: Row) -> Finding:
        file = self._files.get(row.record or "", "")
        line, column = self._place(file, row.path or "") if file else (0, 0)
        return Finding(
            file=file or self._root.name,
            line=line,
            column=column,
            rule=row.rule.id,
            severity=row.rule.severity,
            pointer=row.path or "",
            message=row.message,
            remedy=row.rule.remedy,
        )

    def _place(self, file: str, path: str) -> tuple[int, int]:
        if file not in self._trees:
            name = Path(file)
            data = (self._root / name.parent.name / name.name).read_bytes()
            self._trees[file], _ = read_yaml(data, file)
        tree = self._trees[file]
        return find(tree, path) if tree is not None else (0, 0)
