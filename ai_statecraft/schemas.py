"""The published contract, generated from the models: JSON Schemas and Table Schemas."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ai_statecraft.models import RECORD_TYPES, Record
from ai_statecraft.models.fields import definition
from ai_statecraft.tables.catalogue import FINDINGS, catalogue
from ai_statecraft.tables.schema import TableColumn, TableSchema
from ai_statecraft.vocabularies import Term

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TABLE_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"


class _Generator(GenerateJsonSchema):
    """JSON Schema with each term's definition beside it, as editors show it."""

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        generated = super().enum_schema(schema)
        members: list[Enum] = schema["members"]
        terms = [member for member in members if isinstance(member, Term)]
        if terms:
            generated["markdownEnumDescriptions"] = [term.definition for term in terms]
        return generated

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """What the model's docstring says, without the examples that are for Python."""
        generated = super().model_schema(schema)
        return {**generated, "description": definition(schema["cls"])}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A field that is absent is not null: only the value's own schema applies."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Defaults stand for absence and would only invite people to write them out."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: object) -> bool:
        """Field names need no titles: they are the titles."""
        return False


def record_schema(model: type[Record]) -> JsonSchemaValue:
    """The JSON Schema of a record type's YAML files."""
    generated = model.model_json_schema(schema_generator=_Generator)
    return {"$schema": DIALECT, "title": model.type, **_without_class_titles(generated)}


def _without_class_titles(schema: JsonSchemaValue) -> JsonSchemaValue:
    return {key: value for key, value in schema.items() if key != "title"}


def table_schema(table: TableSchema) -> JsonSchemaValue:
    """The Table Schema (Data Package 2.0) of a table, with its keys and foreign keys."""
    return {
        "$schema": TABLE_PROFILE,
        "name": table.name,
        "description": table.description,
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": list(_foreign_keys(table)),
        "missingValues": [""],
    }


def _field(column: TableColumn) -> JsonSchemaValue:
    constraints: JsonSchemaValue = {"required": True} if column.required else {}
    field: JsonSchemaValue = {
        "name": column.name,
        "type": column.type.value,
        "description": column.description,
    }
    if column.vocabulary is not None:
        terms = [str(term) for term in column.vocabulary]
        constraints["enum"] = terms
        field["categories"] = terms
    if constraints:
        field["constraints"] = constraints
    return field


def _foreign_keys(table: TableSchema) -> list[JsonSchemaValue]:
    single = [
        {
            "fields": [column.name],
            "reference": {
                "resource": column.table,
                "fields": list(catalogue()[column.table].key),
            },
        }
        for column in table.columns
        if column.table is not None
    ]
    composite = [
        {
            "fields": ["record", last],
            "reference": {"resource": target, "fields": ["record", last]},
        }
        for last, target in (("citation", "citations"), ("part", "parts"))
        if last in table.names and table.column(last).required and table.name != target
    ]
    return single + composite


def schema_files() -> Mapping[str, str]:
    """The files of schemas/ by name."""
    schemas = {f"{model.type}.schema.json": record_schema(model) for model in RECORD_TYPES} | {
        f"{table.name}.table.json": table_schema(table)
        for table in (*catalogue().values(), FINDINGS)
    }
    return {name: as_json(schema) for name, schema in schemas.items()}


def as_json(value: JsonSchemaValue) -> str:
    """JSON as the project writes it: two spaces, UTF-8, a line feed at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
