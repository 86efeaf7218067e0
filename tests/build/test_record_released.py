"""Listing the ids that a release carries."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_released import record_released


def test_new_ids_are_added_with_the_version_and_old_ones_keep_theirs(data: Path) -> None:
    assert record_released(data, "0.2.0") == 5
    assert (data / "released.csv").read_text("utf-8").splitlines() == [
        "record,version",
        "actor/sample-ministry,0.2.0",
        "fund/sample-fund,0.0.1",
        "fund/sample-old-fund,0.0.1",
        "restriction/sample-export-order,0.2.0",
        "source/sample-gazette,0.2.0",
        "source/sample-news,0.2.0",
        "target/sample-target,0.2.0",
    ]
    assert record_released(data, "0.3.0") == 0


def test_nothing_is_listed_while_records_have_errors(data: Path) -> None:
    before = (data / "released.csv").read_bytes()
    (data / "funds" / "x.yaml").write_text("id: x\n")
    with pytest.raises(ValueError, match="run `statecraft validate` first"):
        record_released(data, "0.2.0")
    assert (data / "released.csv").read_bytes() == before
