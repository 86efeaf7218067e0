"""The tables' schemas: complete, derived, and free of what other tools stumble over."""

from __future__ import annotations

import duckdb
import pytest

from ai_statecraft.models import RECORD_TYPES
from ai_statecraft.models.fields import Shape, fields
from ai_statecraft.tables.arrow import arrow_schema, read_arrow
from ai_statecraft.tables.catalogue import FINDINGS, catalogue
from ai_statecraft.tables.csv import plain, write_csv
from ai_statecraft.tables.schema import TableSchema

TABLES = (*catalogue().values(), FINDINGS)
# https://sqlite.org/lang_keywords.html, those that could serve as a column's name.
SQLITE_KEYWORDS = """
action add after all always analyze and as asc before between by cascade case cast check collate
column commit conflict constraint create cross current database default desc distinct do drop
each else end escape except exclude exists explain fail filter first for foreign from full glob
group groups having if ignore in index inner insert into is join key last left like limit match
no not null nulls of offset on or order over partition plan pragma primary query raise range
recursive references release rename replace restrict right row rows select set table temp then
to transaction trigger union unique update using values view when where window with without
"""


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_has_meanings_a_key_and_no_keyword_for_a_column(table: TableSchema) -> None:
    reserved = {
        word
        for word, category in duckdb.sql(
            "select keyword_name, keyword_category from duckdb_keywords()"
        ).fetchall()
        if category != "unreserved"
    }
    assert table.description
    assert set(table.key) <= set(table.names)
    assert len(set(table.names)) == len(table.names)
    assert not set(table.names) & (reserved | set(SQLITE_KEYWORDS.split()))
    assert all(column.description for column in table.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_an_empty_table_has_the_declared_types(table: TableSchema) -> None:
    assert read_arrow(table, write_csv(table, [])).schema == arrow_schema(table)


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.type)
def test_every_single_field_of_a_record_type_is_a_column_somewhere(model: type) -> None:
    own = {*catalogue()[model.folder].names, *catalogue()["records"].names}
    named = {"id": "record_id", "curation": "added", "text": "text_words"}
    for key, field in fields(model).items():
        if field.shape is Shape.ONE:
            assert named.get(key, field.column) in own


@pytest.mark.parametrize(
    ("number", "text"),
    [(344e9, "344000000000"), (0.00001, "0.00001"), (17.5, "17.5"), (1e18, "1" + "0" * 18)],
)
def test_a_number_is_written_without_an_exponent(number: float, text: str) -> None:
    assert plain(number) == text


def test_a_column_that_the_schema_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match=r"rates has no column \['colour'\]"):
        write_csv(catalogue()["rates"], [{"colour": "red"}])
