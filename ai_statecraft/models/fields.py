"""What the models' fields are, read off the models: the one definition with many emitters.

The reader, the tables, the canonical form and the documentation all ask here, so that
a field is written down once, in its model.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from ai_statecraft.models.base import Column, DateText, Model, Reference
from ai_statecraft.vocabularies import Term


def definition(documented: type) -> str:
    """What a class's docstring says of it, without the examples at its end."""
    return cleandoc(documented.__doc__ or "").partition("\n\n>>>")[0]


def summary(documented: type) -> str:
    """The first paragraph of a class's docstring, on one line."""
    return " ".join(definition(documented).partition("\n\n")[0].split())


class Shape(Enum):
    """How many values a field holds."""

    ONE = "one"
    LIST = "list"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class ModelField:
    """One field of a model, as everything that is derived from the models needs it."""

    name: str
    """The attribute's name."""
    key: str
    """The key in YAML and JSON."""
    column: str
    """The name of its column, where it has one."""
    description: str
    required: bool
    shape: Shape
    value: type
    """The type of the value, or of each value of a list or map."""
    reference: Reference | None
    """Which records the text names, if it names one."""
    date: DateText | None
    """The sort of date the text is, if it is one."""

    @property
    def model(self) -> type[Model] | None:
        """The model of the value, if it is one."""
        return self.value if issubclass(self.value, Model) else None

    @property
    def vocabulary(self) -> type[Term] | None:
        """The vocabulary of the value, if it is a term."""
        return self.value if issubclass(self.value, Term) else None

    @property
    def is_number(self) -> bool:
        """Whether the value is a number in YAML."""
        return self.value in (int, float)


@cache
def fields(model: type[Model]) -> Mapping[str, ModelField]:
    """The fields of a model by their keys in YAML, in canonical order.

    That is the order of their definition, but for those that the model names as trailing.
    """
    own = [name for name in model.model_fields if name not in model.trailing]
    trailing = [name for name in model.trailing if name in model.model_fields]
    found = (_field(name, model.model_fields[name]) for name in (*own, *trailing))
    return {field.key: field for field in found}


def _field(name: str, info: FieldInfo) -> ModelField:
    shape = Shape.ONE
    annotation: object = info.annotation
    found: list[object] = list(info.metadata)
    while not isinstance(annotation, type) or get_origin(annotation) is not None:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation = arguments[0]
            found.extend(arguments[1:])
        elif origin in (Union, UnionType):
            annotation = next(a for a in arguments if a is not NoneType)
        elif origin is tuple:
            shape, annotation = Shape.LIST, arguments[0]
        elif origin is not None and issubclass(origin, Mapping):
            shape, annotation = Shape.MAP, arguments[1]
        else:
            raise TypeError(f"field {name} has a type that no emitter knows: {annotation}")
    column = next((m.name for m in found if isinstance(m, Column)), name)
    return ModelField(
        name=name,
        key=info.alias or name,
        column=column,
        description=info.description or "",
        required=info.is_required(),
        shape=shape,
        value=annotation,
        reference=next((m for m in found if isinstance(m, Reference)), None),
        date=next((m for m in found if isinstance(m, DateText)), None),
    )
