"""Answers: from what somebody types or gives as an option to values that the models accept.

Every answer goes through the reader and the models, as a record's file does, so that it
is refused for the same reasons and in the same words.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError
from pydantic_core import to_json

from ai_statecraft.findings import Finding, Severity
from ai_statecraft.models.base import Model
from ai_statecraft.models.fields import ModelField, Shape, fields
from ai_statecraft.provenance.fingerprint import fingerprint, passage_fingerprint
from ai_statecraft.reader.characters import shown
from ai_statecraft.reader.conversion import Data, convert
from ai_statecraft.reader.faults import Faults
from ai_statecraft.reader.nodes import Mapping, Scalar
from ai_statecraft.reader.records import report
from ai_statecraft.reader.scalars import as_number
from ai_statecraft.reader.yaml import read_yaml
from ai_statecraft.writing.canonical import Slot, flow


class AnswerError(ValueError):
    """An answer that cannot stand: the reason, and what to do."""


def value_of(text: str, field: ModelField) -> str | int | float:
    """The value that the text writes for a field of plain values, not yet checked."""
    if not field.is_number:
        return text
    number = as_number(text)
    if number is None:
        raise AnswerError(
            f"{shown(text)} is not a plain number: write digits with at most one decimal point"
        )
    return number


def mapping_of(text: str, model: type[Model]) -> dict[str, Data]:
    """What a YAML mapping `{field: value, …}` gives for a model, not yet checked by it."""
    if not text.lstrip().startswith("{"):
        raise AnswerError("write the item as a mapping, `{field: value, …}`")
    return _converted(_read(text), model)


def pairs_of(text: str, model: type[Model], field: ModelField) -> dict[str, Data]:
    """What YAML `key: value` gives for a field of a model that maps keys to values."""
    root = _read(text)
    within = Mapping(((Scalar(field.key, 1, 1, plain=True), root),), 1, 1)
    pairs = _converted(within, model)[field.key]
    assert isinstance(pairs, dict), "a mapping stays a mapping"
    return pairs


def check(data: dict[str, Data], model: type[Model]) -> None:
    """Raise AnswerError unless the model accepts the data as a whole."""
    _raise(_findings(data, model))


def check_field(value: Data, model: type[Model], key: str) -> None:
    """Raise AnswerError unless the model accepts the value for this field, the others aside."""
    found = _findings({key: value}, model)
    _raise([f for f in found if f"{f.pointer}/".startswith(f"/{key}/")])


def fingerprint_of(text: str, *, whole: bool) -> dict[str, Data]:
    """The fingerprint of a passage, or of a whole document, as a record keeps it."""
    try:
        taken = fingerprint(text) if whole else passage_fingerprint(text)
    except ValueError as error:
        raise AnswerError(str(error)) from error
    return {"words": taken.words, "sha256": taken.sha256}


def file_text(path: Path) -> str:
    """The text of a file; AnswerError if there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise AnswerError(f"{path} is not UTF-8") from error
    except (OSError, ValueError) as error:
        raise AnswerError(f"{path} cannot be read: {error}") from error


def missing(data: dict[str, Data], model: type[Model]) -> list[ModelField]:
    """The required fields that the data lack, in the order of the model."""
    return [f for key, f in fields(model).items() if f.required and key not in data]


def _read(text: str) -> Mapping:
    # What was no text in the terminal's encoding comes back as the bytes it was.
    root, findings = read_yaml(text.encode("utf-8", "surrogateescape"), "")
    _raise(findings)
    if root is None:
        raise AnswerError("write the value as YAML")
    return root


def _converted(root: Mapping, model: type[Model]) -> dict[str, Data]:
    faults = Faults("")
    data = convert(root, model, faults)
    _raise(faults.findings())
    return data


def _findings(data: dict[str, Data], model: type[Model]) -> tuple[Finding, ...]:
    root = _read(flow(data, Slot(model, Shape.ONE)))
    faults = Faults("")
    try:
        model.model_validate_json(to_json(_converted(root, model)))
    except ValidationError as error:
        report(error, model, root, faults)
    return faults.findings()


def _raise(findings: tuple[Finding, ...] | list[Finding]) -> None:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise AnswerError("\n".join(f"{error.message}: {error.remedy}" for error in errors))
