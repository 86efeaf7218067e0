"""How long an analyst waits: `make bench`. The figures stand in docs/benchmarks.md.

Measured over the records of the checkout, but for the chain, which runs over generated
links. Fresh interpreters are timed with a warm cache of byte code and files.
"""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from random import Random

import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from ai_statecraft.compile import compile_data
from ai_statecraft.contents import Contents
from ai_statecraft.dataset import Dataset, load
from ai_statecraft.models import ClaimRecord, Link
from ai_statecraft.status.timeline import days
from ai_statecraft.vocabularies import Relation
from tests.invented import citation, restriction, source

LINKS = 100_000
RECORDS = 20_000


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of the checkout as a wheel holds them."""
    folder = tmp_path_factory.mktemp("compiled")
    files, _ = compile_data(Path(__file__).parents[2] / "data")
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def ds(compiled: Path) -> Dataset:
    return load(compiled)


def interpreter(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "code",
    ["pass", "import pydantic.main", "import ai_statecraft"],
    ids=["bare", "pydantic", "own"],
)
def test_import(benchmark: BenchmarkFixture, code: str) -> None:
    benchmark.pedantic(interpreter, (code,), rounds=5, warmup_rounds=1)


def test_cold_load(benchmark: BenchmarkFixture, compiled: Path) -> None:
    code = f"import ai_statecraft; ai_statecraft.load({str(compiled)!r})"
    benchmark.pedantic(interpreter, (code,), rounds=5, warmup_rounds=1)


def test_as_of_over_all_days_with_an_event(benchmark: BenchmarkFixture, ds: Dataset) -> None:
    records = [record for record in ds if isinstance(record, ClaimRecord)]
    dates = [(days(event.date)[1], record) for record in records for event in record.events]

    def statuses() -> int:
        return sum(ds.as_of(valid_on=day).status(record).uncertain for day, record in dates)

    assert benchmark.pedantic(statuses, rounds=1) >= 0


def test_what_was_known_on_a_day(benchmark: BenchmarkFixture, ds: Dataset) -> None:
    assert len(benchmark(lambda: ds.as_of(known_on="2024-03-01"))) > 0


def test_first_table(benchmark: BenchmarkFixture, compiled: Path) -> None:
    code = f"import ai_statecraft; ai_statecraft.load({str(compiled)!r}).table('records')"
    benchmark.pedantic(interpreter, (code,), rounds=5, warmup_rounds=1)


def test_restrictions_of_another_day(benchmark: BenchmarkFixture, ds: Dataset) -> None:
    assert ds.restrictions.to_pandas().shape[0] > 0
    days = iter(pd.date_range("2016-01-01", periods=60, freq="MS").date)
    seen = benchmark.pedantic(
        lambda: ds.as_of(valid_on=next(days)).restrictions.to_pandas(), rounds=20
    )
    assert len(seen) == len(ds.restrictions)


def test_explain_every_claim(benchmark: BenchmarkFixture, ds: Dataset) -> None:
    places = [
        (record, claim.path)
        for record in ds
        if isinstance(record, ClaimRecord)
        for claim in ds.claims(record)
    ]

    def texts() -> int:
        return sum(len(ds.explain(record, path).text) for record, path in places)

    assert benchmark.pedantic(texts, rounds=1) > 0


def test_chain_over_generated_links(benchmark: BenchmarkFixture) -> None:
    random = Random(5)
    ends: list[list[int]] = [[] for _ in range(RECORDS)]
    for a, b in pairwise(range(RECORDS)):
        ends[a].append(b)
    for _ in range(LINKS - RECORDS + 1):
        # Near neighbours only, so that the search has far to go.
        start = random.randrange(RECORDS - 100)
        ends[start].append(start + random.randrange(1, 100))
    template = restriction(citations={"a": citation("news")})
    records = [
        template.model_copy(
            update={
                "id": f"r{number:05}",
                "links": tuple(
                    Link(rel=Relation.IMPLEMENTS, to=f"restriction/r{end:05}", cites=("a",))
                    for end in linked
                ),
            }
        )
        for number, linked in enumerate(ends)
    ]
    generated = Dataset(Contents((*records, source("news"))))
    first, last = records[0], records[-1]
    assert generated.chain(first, last)  # builds the graph
    assert benchmark(lambda: generated.chain(first, last))
