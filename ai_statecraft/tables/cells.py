"""A model's single values as the cells of its columns."""

from __future__ import annotations

from datetime import date

from ai_statecraft import edtf
from ai_statecraft.models import Model
from ai_statecraft.models.base import DateText
from ai_statecraft.models.fields import ModelField, Shape, fields
from ai_statecraft.tables.csv import Value


def cells(item: Model, without: frozenset[str] = frozenset()) -> dict[str, Value]:
    """The cells of a model's single-valued fields by column name, but for the named fields."""
    row: dict[str, Value] = {}
    for key, field in fields(type(item)).items():
        if field.shape is Shape.ONE and key not in without:
            _add(row, field, getattr(item, field.name))
    return row


def _add(row: dict[str, Value], field: ModelField, value: object) -> None:
    """Add the cells of one field; see `schema.model_columns` for the columns."""
    name = field.column
    match value:
        case None:
            pass
        case Model():
            row |= {f"{name}_{column}": cell for column, cell in cells(value).items()}
        case str() if field.date is DateText.EDTF:
            known = edtf.parse(value)
            row |= {name: value, f"{name}_first": known.first, f"{name}_last": known.last}
        case str() if field.date is DateText.DAY:
            row[name] = date.fromisoformat(value)
        case str() if field.reference is not None:
            row[name] = field.reference.record(value)
        case str():
            row[name] = str(value)
        case int() | float():
            row[name] = value
        case _:
            raise TypeError(f"{name} holds a {type(value).__name__}, which no column can hold")
