"""The published tables: their columns, keys and meanings, derived from the models."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from ai_statecraft.models.base import DateText
from ai_statecraft.models.fields import ModelField, Shape, fields

if TYPE_CHECKING:
    from ai_statecraft.models import Model
    from ai_statecraft.vocabularies import Term


class ColumnType(Enum):
    """The type of a column's values, by its name in Table Schema."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its name, type, meaning and constraints."""

    name: str
    type: ColumnType
    description: str
    required: bool = False
    vocabulary: type[Term] | None = None
    """The vocabulary that the values are terms of."""
    table: str | None = None
    """The table that the values are keys of."""


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table: its meaning, its columns and its primary key."""

    name: str
    description: str
    columns: tuple[TableColumn, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> TableColumn:
        """The column of that name; KeyError if there is none."""
        return {column.name: column for column in self.columns}[name]


def text(
    name: str,
    description: str,
    *,
    required: bool = True,
    vocabulary: type[Term] | None = None,
    table: str | None = None,
) -> TableColumn:
    """A column of text."""
    return TableColumn(name, ColumnType.TEXT, description, required, vocabulary, table)


def of_type(
    column_type: ColumnType, name: str, description: str, *, required: bool = False
) -> TableColumn:
    """A column of another type than text."""
    return TableColumn(name, column_type, description, required)


@cache
def model_columns(model: type[Model]) -> Mapping[str, tuple[TableColumn, ...]]:
    """The columns of each single-valued field of a model, by the field's key."""
    return {
        key: tuple(_columns(field))
        for key, field in fields(model).items()
        if field.shape is Shape.ONE
    }


def columns_of(model: type[Model], without: Collection[str] = ()) -> tuple[TableColumn, ...]:
    """The columns of a model's single-valued fields, but for the named fields."""
    return tuple(
        column
        for key, columns in model_columns(model).items()
        if key not in without
        for column in columns
    )


def _columns(field: ModelField) -> Iterator[TableColumn]:
    name, meaning, required = field.column, field.description, field.required
    if field.model is not None:
        for column in columns_of(field.model):
            yield replace(
                column, name=f"{name}_{column.name}", required=required and column.required
            )
    elif field.date is DateText.EDTF:
        yield text(name, meaning, required=required)
        yield of_type(ColumnType.DATE, f"{name}_first", f"First possible day. {meaning}")
        yield of_type(ColumnType.DATE, f"{name}_last", f"Last possible day. {meaning}")
    elif field.date is DateText.DAY:
        yield of_type(ColumnType.DATE, name, meaning, required=required)
    elif field.is_number:
        kind = ColumnType.INTEGER if field.value is int else ColumnType.NUMBER
        yield of_type(kind, name, meaning, required=required)
    else:
        table = "records" if field.reference else None
        yield text(name, meaning, required=required, vocabulary=field.vocabulary, table=table)
