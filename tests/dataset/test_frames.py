"""Tables as data frames with real types, and queries in SQL."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pyarrow as pa
import pytest

import ai_statecraft
from ai_statecraft.dataset import Dataset
from ai_statecraft.errors import MissingLibraryError, NotFoundError, QueryError, StatecraftError
from ai_statecraft.loading import load_contents
from ai_statecraft.tables.schema import ColumnType
from ai_statecraft.vocabularies import EventType, Measure, RestrictionKind


@pytest.fixture(scope="module")
def ds() -> Dataset:
    return ai_statecraft.load(Path(__file__).parents[1] / "sample")


PANDAS = {
    ColumnType.TEXT: "string",
    ColumnType.INTEGER: "Int64",
    ColumnType.NUMBER: "Float64",
    ColumnType.DATE: "datetime64[ms]",
    ColumnType.BOOLEAN: "boolean",
}


def test_every_column_of_every_table_has_its_type_in_pandas(ds: Dataset) -> None:
    for name in ds.tables:
        frame = ds.frame(name)
        found = frame.to_pandas()
        assert tuple(found.columns) == frame.columns
        assert list(found.index) == list(range(len(frame)))
        for column in frame.schema.columns:
            expected = "category" if column.vocabulary else PANDAS[column.type]
            assert str(found[column.name].dtype) == expected, f"{name}.{column.name}"


def test_categories_are_the_whole_vocabulary_in_its_order(ds: Dataset) -> None:
    terms = [str(term) for term in EventType]
    pandas = ds.frame("events").to_pandas()["type"]
    assert list(pandas.cat.categories) == terms
    assert list(pandas) == [
        "established",
        "announced",
        "effective",
        "effective",
        "suspended",
        "announced",
    ]
    polars = ds.frame("events").to_polars()["type"]
    assert polars.dtype == pl.Enum(terms)
    assert polars.to_list() == list(pandas)


def test_what_is_missing_is_missing_and_dates_are_dates(ds: Dataset) -> None:
    columns = ["measure", "value", "due_first", "usd_rate_year", "stated_agrees"]
    frame = ds.frame("quantities", columns)
    rows = frame.to_polars().rows()
    milestone = next(row for row in rows if row[2] is not None)
    assert milestone == (Measure.SELF_SUFFICIENCY, 70.0, date(2035, 1, 1), None, True)
    pandas = frame.to_pandas()
    assert int(pandas["usd_rate_year"].isna().sum()) == sum(row[3] is None for row in rows)
    assert int(pandas["due_first"].isna().sum()) == len(rows) - 1


def test_arrow_holds_the_same_values_with_terms_encoded(ds: Dataset) -> None:
    frame = ds.frame("records")
    found = frame.to_arrow()
    assert pa.dictionary(pa.int32(), pa.string()) in found.select(["status"]).schema.types
    assert found.to_pylist() == ds.table("records").to_pylist()
    assert (found.schema.metadata or {})[b"name"] == b"records"


def test_a_collection_is_a_frame_with_what_is_particular_to_its_type(ds: Dataset) -> None:
    found = ds.targets.to_pandas()
    assert list(found["record"]) == ["target/sample-target"]
    assert list(found["binding"]) == ["expected"]
    assert list(found["status"]) == ["announced"]
    assert ds.targets.to_polars()["binding"].to_list() == ["expected"]
    assert ds.sources.to_arrow().column("publisher").to_pylist() == [
        "Ministry of Samples",
        "Daily Samples",
    ]


@pytest.mark.parametrize("day", ["2000-01-01", "2029-04-15", "2029-05-20", "2031-06-01"])
def test_the_tables_of_a_day_are_those_that_its_records_give(day: str) -> None:
    contents = load_contents(Path(__file__).parents[1] / "sample")
    seen = Dataset(contents).as_of(valid_on="1999-01-01").as_of(valid_on=day)
    alone = Dataset(replace(contents, valid_on=date.fromisoformat(day)))
    for name in seen.tables:
        assert seen.table(name).equals(alone.table(name)), name


def test_the_kinds_of_a_collection_are_those_of_its_type(ds: Dataset) -> None:
    kinds = ds.restrictions.to_pandas()["kind"]
    assert list(kinds.cat.categories) == [str(kind) for kind in RestrictionKind]
    assert list(kinds) == ["export_control"]


def test_an_unknown_table_or_column_is_named_with_the_nearest(ds: Dataset) -> None:
    with pytest.raises(NotFoundError, match="no table 'event'; nearest: events"):
        ds.frame("event")
    with pytest.raises(NotFoundError, match="no column in events 'dat'; nearest: date"):
        ds.frame("events", ["dat"])


def test_without_polars_or_duckdb_the_error_says_what_to_install(
    ds: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    for library in ("polars", "duckdb"):
        monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingLibraryError, match="pip install 'polars'"):
        ds.frame("events").to_polars()
    with pytest.raises(ImportError, match=r"needs duckdb: pip install 'ai-statecraft\[curation\]'"):
        ds.sql("select 1")


def test_sql_joins_the_tables(ds: Dataset) -> None:
    found = ds.sql(
        """
        with starts as (select * from events where type = 'established')
        select r.name, s.date_first from starts as s join records as r using (record)
        """
    )
    assert found.to_pylist() == [{"name": "Sample fund", "date_first": date(2029, 2, 3)}]


def test_sql_sees_the_dataset_as_of_the_day(ds: Dataset) -> None:
    query = "select status from records where record = 'fund/sample-fund'"
    assert ds.sql(query).to_pylist() == [{"status": "in_force"}]
    assert ds.as_of(valid_on="2029-02-02").sql(query).to_pylist() == [{"status": "unknown"}]


@pytest.mark.parametrize(
    ("query", "error", "message"),
    [
        ("select * from record", NotFoundError, "no table 'record'; nearest: records"),
        ("select * from 'a.csv'", StatecraftError, "a.csv"),
        ("select nam from records", QueryError, "Candidate bindings.*name"),
        ("selec", QueryError, "syntax error"),
        ("select 1; select 2", QueryError, "give one query"),
        ("create table x (y int)", QueryError, "give one query"),
        ("select * from read_csv('a.csv')", QueryError, "disabled"),
    ],
)
def test_a_query_that_cannot_run_says_why(
    ds: Dataset, query: str, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        ds.sql(query)
