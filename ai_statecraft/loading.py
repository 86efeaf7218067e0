"""Loading a dataset's contents: from the installed package, a release or a checkout."""

from __future__ import annotations

import csv
import re
from importlib.metadata import distribution
from io import StringIO
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from ai_statecraft.contents import Contents, Deflator, Rate, Redirect, Released
from ai_statecraft.errors import DataError
from ai_statecraft.models import RECORD_TYPES, TYPES, Model, Record
from ai_statecraft.models.fields import fields
from ai_statecraft.ondemand import Line, RecordsOnDemand
from ai_statecraft.release import ReleaseFolder

RECORDS = "records.jsonl"
COMPILED = "compiled"
"""Folder in an installed package that holds the compiled data."""

_TYPE = re.compile(rb'\{\s*"type"\s*:\s*"([^"\\]*)"\s*,')

Row = TypeVar("Row", bound=Model)


def load_contents(path: Path | None = None) -> Contents:
    """The contents of a release folder or a checkout, or of the package's own data.

    Raises DataError if the folder holds no dataset, a file of a release is damaged, or
    a record of a checkout has errors (which are in the error's `findings`).
    """
    if path is None:
        return _own_contents()
    if (path / RECORDS).is_file():
        return _load_release(path)
    for folder in (path / "data", path):
        if any((folder / model.folder).is_dir() for model in RECORD_TYPES):
            return _load_checkout(folder)
    raise DataError(f"{path} holds neither a release ({RECORDS}) nor a checkout (data/)")


def _own_contents() -> Contents:
    package = Path(__file__).parent
    # Started in a checkout, Python imports the package from there, whatever is installed.
    installed = Path(str(distribution("ai-statecraft").locate_file(package.name)))
    for folder in (package / COMPILED, installed / COMPILED):
        if folder.is_dir():
            return _load_release(folder)
    return load_contents(package.parent)  # an editable install: the checkout itself


def _load_checkout(data: Path) -> Contents:
    from ai_statecraft.reader.data import read_data

    read = read_data(data)
    errors = tuple(finding for finding in read.findings if finding.severity == "error")
    if errors:
        first = errors[0]
        raise DataError(
            f"{data} has {len(errors)} errors, the first at {first.file}:{first.line}: "
            f"{first.message}; run `statecraft validate` for all of them",
            errors,
        )
    return read.contents


def _load_release(folder: Path) -> Contents:
    release = ReleaseFolder(folder)
    data = release.read(RECORDS)
    if not data.endswith(b"\n"):
        raise DataError(f"{folder / RECORDS} is truncated: get the release again")
    lines = [_line(line, number) for number, line in enumerate(data.splitlines(), 1) if line]
    return Contents(
        RecordsOnDemand(lines, _record),
        _rows(release, "rates", Rate),
        _rows(release, "redirects", Redirect),
        _rows(release, "released", Released),
        _rows(release, "deflators", Deflator),
        release=release,
    )


def _line(text: bytes, number: int) -> Line:
    """A line taken apart as far as its type, which stands first."""
    head = _TYPE.match(text)
    model = TYPES.get(head[1].decode(errors="replace")) if head else None
    if head is None or model is None:
        raise _other_version(number, "its type is missing or unknown")
    return model, b"{" + text[head.end() :], number


def _record(line: Line) -> Record:
    model, data, number = line
    try:
        return model.model_validate_json(data)
    except ValidationError as error:
        raise _other_version(number, str(error.errors()[0]["msg"])) from error


def _other_version(number: int, reason: str) -> DataError:
    return DataError(
        f"{RECORDS}, line {number}: not a record of this version ({reason}); "
        "get the release and the package in the same version"
    )


def _rows(release: ReleaseFolder, name: str, model: type[Row]) -> tuple[Row, ...]:
    data = release.read(f"csv/{name}.csv")
    numbers = {key for key, field in fields(model).items() if field.is_number}
    try:
        return tuple(
            model.model_validate_json(
                to_json(
                    {
                        key: from_json(cell) if key in numbers else _bare(key, cell)
                        for key, cell in row.items()
                        if cell
                    }
                )
            )
            for row in csv.DictReader(StringIO(data.decode(), newline=""))
        )
    except (ValueError, csv.Error) as error:
        raise DataError(f"csv/{name}.csv is damaged: {error}") from error


def _bare(key: str, cell: str) -> str:
    """Tables name a source by its full key, models by its bare id."""
    return cell.removeprefix("source/") if key == "source" else cell
