"""How the formatter's time grows with a file's comments: twice as many, twice as long."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from ai_statecraft.writing.formatting import format_record


@pytest.mark.parametrize("comments", [5_000, 10_000, 20_000])
def test_a_file_with_a_comment_on_every_line(benchmark: BenchmarkFixture, comments: int) -> None:
    lines = [b"id: x", *(b"k%d: v # c\n# d" % number for number in range(comments))]
    data = b"\n".join(lines) + b"\n"
    text, _ = benchmark(format_record, data, Path("data/funds/x.yaml"))
    assert text is not None
