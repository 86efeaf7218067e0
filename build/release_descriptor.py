"""The descriptor of a release, datapackage.json (Data Package 2.0), and its check sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from pydantic.json_schema import JsonSchemaValue

from ai_statecraft.contents import Contents
from ai_statecraft.release import DESCRIPTOR
from ai_statecraft.schemas import as_json, table_schema
from ai_statecraft.tables.schema import TableSchema

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
CHECK_SUMS = "SHA256SUMS"
DATA_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def write_descriptor(
    folder: Path, schemas: Mapping[str, TableSchema], contents: Contents, version: str
) -> None:
    """Describe what lies in the folder: each table as CSV and as Parquet, and the records."""
    resources = [
        *(_csv_resource(folder, schema) for schema in schemas.values()),
        *(_parquet_resource(folder, schema) for schema in schemas.values()),
        {
            "name": "records-as-written",
            "type": "file",
            "description": "The whole records as written, a JSON object a line, `type` first.",
            "format": "jsonl",
            "mediatype": "application/jsonl",
            **_file(folder, "records.jsonl"),
        },
    ]
    descriptor: JsonSchemaValue = {
        "$schema": PROFILE,
        "name": "ai-statecraft",
        "title": "AI Statecraft",
        "description": "The contest over artificial intelligence and chips: China's initiatives, "
        "funds and targets, and the restrictions from every side. Each claim cites the passage "
        "it rests on by a fingerprint. Columns that depend on a day hold for the day in `created`.",
        "version": version,
        "created": f"{contents.day.isoformat()}T00:00:00Z",
        "keywords": ["artificial intelligence", "semiconductors", "export controls", "China"],
        "licenses": [DATA_LICENCE],
        "contributors": [{"title": "AI Statecraft contributors", "roles": ["creator"]}],
        "sources": list(_sources(contents)),
        "resources": resources,
    }
    (folder / DESCRIPTOR).write_text(as_json(descriptor), encoding="utf-8")


def write_check_sums(folder: Path) -> None:
    """Write the SHA-256 of every file, in the form that `sha256sum --check` reads."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{_digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / CHECK_SUMS).write_text("".join(lines), encoding="utf-8")


def _csv_resource(folder: Path, schema: TableSchema) -> JsonSchemaValue:
    return {
        "name": schema.name,
        "type": "table",
        "description": schema.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_file(folder, f"csv/{schema.name}.csv"),
        "schema": table_schema(schema),
    }


def _parquet_resource(folder: Path, schema: TableSchema) -> JsonSchemaValue:
    return {
        "name": f"{schema.name}-parquet",
        "type": "file",
        "description": f"The table {schema.name} as Parquet: the same rows in the same order.",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        **_file(folder, f"parquet/{schema.name}.parquet"),
    }


def _file(folder: Path, path: str) -> JsonSchemaValue:
    file = folder / path
    return {"path": path, "bytes": file.stat().st_size, "hash": f"sha256:{_digest(file)}"}


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _sources(contents: Contents) -> Iterator[JsonSchemaValue]:
    for source in contents.sources.values():
        yield {"title": source.name} | ({"path": source.url} if source.url else {})
