"""What the rules find does not depend on the order of the records."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pyarrow as pa
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ai_statecraft.checks.rules import SqlRule, load_rules
from ai_statecraft.checks.run import Row, run_rules
from ai_statecraft.checks.validate import rule_tables
from ai_statecraft.reader.data import read_data
from ai_statecraft.tables.catalogue import catalogue
from ai_statecraft.tables.csv import write_csv
from ai_statecraft.tables.rows import table_rows

HERE = Path(__file__).parent
# The rule about waivers looks at findings, not at records alone.
RULES = tuple(rule for rule in load_rules() if rule.id != "WAIVE001")


@cache
def bad_sample(rule: SqlRule) -> tuple[Mapping[str, pa.Table], tuple[Row, ...]]:
    files: dict[str, str] = yaml.safe_load((HERE / f"{rule.id}.yaml").read_text("utf-8"))["bad"]
    with TemporaryDirectory() as folder:
        root = Path(folder) / "data"
        shutil.copytree(HERE / "base", root)
        for name, text in files.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, "utf-8")
        read = read_data(root)
        rows = table_rows(read.contents)
        tables = rule_tables(read, {n: write_csv(catalogue()[n], r) for n, r in rows.items()})
    return tables, run_rules(tables, (rule,))


def shuffled(table: pa.Table, random: Random) -> pa.Table:
    places = list(range(table.num_rows))
    random.shuffle(places)
    return table.take(places) if places else table


@given(rule=st.sampled_from(RULES), random=st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_findings_do_not_depend_on_the_order_of_rows(rule: SqlRule, random: Random) -> None:
    tables, found = bad_sample(rule)
    mixed = {
        name: table if name == "registries" else shuffled(table, random)
        for name, table in tables.items()
    }
    assert run_rules(mixed, (rule,)) == found
    assert found
