"""Loading the reference tables of a release."""

from __future__ import annotations

from pathlib import Path

import pytest

from ai_statecraft.compile import compile_data
from ai_statecraft.errors import DataError
from ai_statecraft.loading import load_contents


def compiled(data: Path) -> Path:
    folder = data.parent / "compiled"
    for name, content in compile_data(data)[0].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_a_note_of_two_lines_comes_back_from_a_release_as_it_was_written(data: Path) -> None:
    (data / "redirects.yaml").write_text(
        "fund/old:\n  reason: withdrawn\n  date: 2030-01-02\n  note: |-\n    One.\n    Two.\n",
        encoding="utf-8",
    )
    (redirect,) = load_contents(compiled(data)).redirects
    assert redirect.note == "One.\nTwo."


@pytest.mark.parametrize("damage", [b"\xff\xfe", b"record,version\nfund/x\r\r,1\n"])
def test_a_damaged_table_is_named(data: Path, damage: bytes) -> None:
    folder = compiled(data)
    (folder / "csv" / "released.csv").write_bytes(damage)
    with pytest.raises(DataError, match=r"csv/released\.csv is damaged"):
        load_contents(folder)
