"""Compiling a data folder into the files from which a dataset loads without YAML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic_core import to_json

from ai_statecraft.contents import Contents
from ai_statecraft.findings import Finding
from ai_statecraft.loading import RECORDS
from ai_statecraft.reader.data import ReadData, read_data
from ai_statecraft.tables.catalogue import catalogue
from ai_statecraft.tables.csv import write_csv
from ai_statecraft.tables.reference import reference_rows

REFERENCE = ("rates", "deflators", "redirects", "released")
"""The tables that do not follow from the records."""


def compile_data(data: Path) -> tuple[Mapping[str, bytes], tuple[Finding, ...]]:
    """The compiled files by their path in a release folder, and the findings of reading.

    If a finding is an error, the files lack the record concerned and must not be used.
    """
    read = read_data(data)
    return compiled_files(read), read.findings


def compiled_files(read: ReadData) -> Mapping[str, bytes]:
    """The compiled files of a data folder by their path in a release folder."""
    return {RECORDS: record_lines(read), **reference_files(read.contents)}


def record_lines(read: ReadData) -> bytes:
    """The whole records as written, a line each, `type` first, sorted by type and id."""
    return b"".join(
        to_json({"type": record.record.type, **record.data}) + b"\n" for record in read.read
    )


def reference_files(contents: Contents) -> Mapping[str, bytes]:
    """The reference tables as CSV."""
    rows = reference_rows(contents)
    return {f"csv/{name}.csv": write_csv(catalogue()[name], rows[name]) for name in REFERENCE}
