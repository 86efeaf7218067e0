"""What the tests of the rules share: the base dataset, the cases, and a quick way to check."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from ai_statecraft.checks import registries
from ai_statecraft.checks import validate as validation
from ai_statecraft.checks.rules import SqlRule, load_rules
from ai_statecraft.checks.validate import Validation, validate
from ai_statecraft.tables.csv import Row

BASE = Path(__file__).parent / "base"

Check = Callable[..., Validation]


@pytest.fixture(scope="session", autouse=True)
def registers_read_once() -> Iterator[None]:
    """Reads the registers of codes once, without the thousands of provinces in ISO 3166-2."""

    @cache
    def rows(languages: frozenset[str]) -> tuple[Row, ...]:
        return tuple(
            row
            for row in registries.registry_rows(languages)
            if row["register"] == "bcp-47" or "-" not in str(row["code"])
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(validation, "registry_rows", rows)
        yield


@pytest.fixture(scope="session")
def rules() -> Mapping[str, SqlRule]:
    return {rule.id: rule for rule in load_rules()}


@pytest.fixture
def check(tmp_path: Path, rules: Mapping[str, SqlRule]) -> Check:
    """Validates the base dataset under the given files, by the rules of the given ids or all."""

    def run(files: Mapping[str, str], *wanted: str) -> Validation:
        root = tmp_path / "data"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(BASE, root)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return validate(root, tuple(rules[rule] for rule in wanted or rules))

    return run
