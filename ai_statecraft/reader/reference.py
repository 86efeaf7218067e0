"""Reading what stands beside the records: rates, deflators, released ids, redirects."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import to_json

from ai_statecraft.contents import Deflator, Rate, Redirect, Released
from ai_statecraft.findings import Finding
from ai_statecraft.models import Model
from ai_statecraft.models.fields import fields
from ai_statecraft.reader.characters import shown
from ai_statecraft.reader.conversion import convert
from ai_statecraft.reader.faults import Faults
from ai_statecraft.reader.model_rules import BAD_ROW, WRONG_SHAPE
from ai_statecraft.reader.nodes import Mapping
from ai_statecraft.reader.paths import read_record
from ai_statecraft.reader.records import report
from ai_statecraft.reader.rules import EMPTY
from ai_statecraft.reader.scalars import as_number
from ai_statecraft.reader.text import decode
from ai_statecraft.reader.yaml import read_yaml

Row = TypeVar("Row", bound=Model)

RATES = "reference/exchange-rates.csv"
DEFLATORS = "reference/gdp-deflators.csv"
RELEASED = "released.csv"
REDIRECTS = "redirects.yaml"


def read_rates(root: Path) -> tuple[tuple[Rate, ...], tuple[Finding, ...]]:
    """The exchange rates below a data folder, sorted by currency and year, and all findings."""
    rows, findings = _read_csv(root, RATES, Rate)
    return tuple(sorted(rows, key=lambda rate: (rate.currency, rate.year))), findings


def read_deflators(root: Path) -> tuple[tuple[Deflator, ...], tuple[Finding, ...]]:
    """The changes of GDP deflators, sorted by currency and year, and all findings."""
    rows, findings = _read_csv(root, DEFLATORS, Deflator)
    return tuple(sorted(rows, key=lambda row: (row.currency, row.year))), findings


def read_released(root: Path) -> tuple[tuple[Released, ...], tuple[Finding, ...]]:
    """The ids that releases have carried, sorted, and all findings."""
    rows, findings = _read_csv(root, RELEASED, Released)
    return tuple(sorted(rows, key=lambda released: released.record)), findings


def read_redirects(root: Path) -> tuple[tuple[Redirect, ...], tuple[Finding, ...]]:
    """The ids that were given up, sorted, and all findings."""
    data, file, findings = _bytes(root, REDIRECTS)
    if data is None:
        return (), findings
    tree, found = read_yaml(data, file)
    found = tuple(finding for finding in found if finding.rule != EMPTY.id)  # none is fine
    faults = Faults(file)
    redirects: list[Redirect] = []
    for key, node in tree.items if tree is not None else ():
        if not isinstance(node, Mapping):
            message = f"{shown(key.text)} has no fields"
            faults.add(WRONG_SHAPE, (key.line, key.column), message)
            continue
        try:
            plain = {"record": key.text, **convert(node, Redirect, faults)}
            redirects.append(Redirect.model_validate_json(to_json(plain)))
        except ValidationError as error:
            report(error, Redirect, node, faults)
    redirects.sort(key=lambda redirect: redirect.record)
    return tuple(redirects), (*found, *faults.findings())


def _read_csv(root: Path, name: str, model: type[Row]) -> tuple[list[Row], tuple[Finding, ...]]:
    data, file, findings = _bytes(root, name)
    if data is None:
        return [], findings
    faults = Faults(file)
    text = decode(data, faults)
    rows: list[Row] = []
    lines: list[tuple[int, list[str]]] = []
    # Strict, so that a stray quotation mark is an error and swallows no lines.
    reader = csv.reader(StringIO(text or "", newline=""), strict=True)
    try:
        lines.extend((reader.line_num, cells) for cells in reader)
    except csv.Error as error:
        faults.add(BAD_ROW, (reader.line_num, 1), f"the file is not CSV: {error}")
    header = lines[0][1] if lines else []
    if header != list(fields(model)):
        faults.add(BAD_ROW, (1, 1), f"the header is not {','.join(fields(model))}")
        return [], faults.findings()
    for line, cells in lines[1:]:
        if len(cells) != len(header):
            message = f"the row has {len(cells)} cells, the header {len(header)}"
            faults.add(BAD_ROW, (line, 1), message)
            continue
        plain = {
            key: as_number(cell) if field.is_number else cell
            for (key, field), cell in zip(fields(model).items(), cells, strict=True)
            if cell
        }
        try:
            rows.append(model.model_validate_json(to_json(plain)))
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                column = ".".join(map(str, detail["loc"]))
                faults.add(BAD_ROW, (line, 1), f"{column}: {detail['msg']}")
    return rows, faults.findings()


def _bytes(root: Path, name: str) -> tuple[bytes | None, str, tuple[Finding, ...]]:
    """A file's bytes, its name for findings, and what is wrong; None without one is no fault."""
    path = root / name
    file = f"{root.name or root.resolve().name}/{name}"
    if not path.exists() and not path.is_symlink():
        return None, file, ()
    data, findings = read_record(path, file)
    return data, file, findings
