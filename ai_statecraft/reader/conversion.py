"""From the tree of a file to plain data: the models say which scalars are numbers.

A text field takes the scalar as written; a number field takes what the strict grammar
reads as a number. Nothing else is converted, so that no value changes on its way.
"""

from __future__ import annotations

from ai_statecraft.models.base import Model
from ai_statecraft.models.fields import ModelField, Shape, fields
from ai_statecraft.reader.characters import shown
from ai_statecraft.reader.faults import Faults
from ai_statecraft.reader.model_rules import NO_VALUE
from ai_statecraft.reader.nodes import Mapping, Node, Scalar, Sequence, pointer_of
from ai_statecraft.reader.rules import MISREAD_VALUE, NOT_A_NUMBER
from ai_statecraft.reader.scalars import as_number, misread_by_other_readers

Data = dict[str, "Data"] | list["Data"] | str | int | float
"""What JSON can hold of a record: there are no booleans and no nulls."""


def convert(root: Mapping, model: type[Model], faults: Faults) -> dict[str, Data]:
    """The data of a record's tree as the model's fields want it; findings go to `faults`."""
    return _mapping(root, model, (), faults)


def _mapping(
    node: Mapping, model: type[Model], path: tuple[str | int, ...], faults: Faults
) -> dict[str, Data]:
    known = fields(model)
    return {
        key.text: _field(value, known.get(key.text), (*path, key.text), faults)
        for key, value in node.items
    }


def _field(
    node: Node, field: ModelField | None, path: tuple[str | int, ...], faults: Faults
) -> Data:
    match node, field:
        case Sequence(items=items), ModelField(shape=Shape.LIST):
            return [_value(item, field, (*path, i), faults) for i, item in enumerate(items)]
        case Mapping(items=items), ModelField(shape=Shape.MAP):
            return {key.text: _value(item, field, (*path, key.text), faults) for key, item in items}
        case _:
            return _value(node, field, path, faults)


def _value(
    node: Node, field: ModelField | None, path: tuple[str | int, ...], faults: Faults
) -> Data:
    """One value; where its form is not the field's, it is passed on for the model to refuse."""
    match node:
        case Scalar():
            return _scalar(node, field, path, faults)
        case Sequence(items=items):
            return [_value(item, None, (*path, i), faults) for i, item in enumerate(items)]
        case Mapping() if field is not None and field.model is not None:
            return _mapping(node, field.model, path, faults)
        case Mapping(items=items):
            return {key.text: _value(item, None, (*path, key.text), faults) for key, item in items}


def _scalar(
    node: Scalar, field: ModelField | None, path: tuple[str | int, ...], faults: Faults
) -> str | int | float:
    place, pointer = (node.line, node.column), pointer_of(*path)
    if field is not None and field.is_number:
        number = as_number(node.text) if node.plain else None
        if number is None:
            message = f"{shown(node.text)} is not a plain number"
            faults.add(NOT_A_NUMBER, place, message, pointer=pointer)
            return 0
        return number
    if node.plain and (otherwise := misread_by_other_readers(node.text)) is not None:
        if otherwise == "null":
            faults.add(NO_VALUE, place, f"{path[-1]} has no value", pointer=pointer)
            return "null"
        faults.add(
            MISREAD_VALUE,
            place,
            f"other readers take {shown(node.text)} for {otherwise}",
            pointer=pointer,
        )
    return node.text
