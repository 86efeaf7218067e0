"""From a file to a typed record, or to findings that say where and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from ai_statecraft.findings import Finding
from ai_statecraft.models import RECORD_TYPES, Record
from ai_statecraft.models.base import NOT_A_FORMULA, Model
from ai_statecraft.models.fields import ModelField, fields
from ai_statecraft.progress import tracked
from ai_statecraft.reader.characters import shown
from ai_statecraft.reader.conversion import Data, convert
from ai_statecraft.reader.faults import Faults
from ai_statecraft.reader.model_rules import BY_ERROR, FORMULA, OTHER_ID, WRONG_SHAPE
from ai_statecraft.reader.nodes import Mapping, find, find_key, pointer_of
from ai_statecraft.reader.paths import read_record, record_files
from ai_statecraft.reader.yaml import read_yaml
from ai_statecraft.vocabularies import Term

FOLDERS: MappingABC[str, type[Record]] = {model.folder: model for model in RECORD_TYPES}
"""The record type that each folder of data/ holds."""


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record as read from its file."""

    record: Record
    data: MappingABC[str, Data]
    """The record as written: what records.jsonl holds."""
    file: str
    """Path of its file, relative to the parent of the data folder."""


def read_records(root: Path) -> tuple[tuple[ReadRecord, ...], tuple[Finding, ...]]:
    """All records below a data folder, sorted by type and id, and all findings.

    A file with an error yields findings and no record; no other file suffers from it.
    """
    paths, found = record_files(root, tuple(FOLDERS))
    findings = list(found)
    records: list[ReadRecord] = []
    for path in tracked(paths, "reading records"):
        file = str(PurePosixPath(root.name or root.resolve().name, path.parent.name, path.name))
        record, faults = read_file(path, file)
        findings += faults
        if record is not None:
            records.append(record)
    return tuple(sorted(records, key=lambda read: (read.record.type, read.record.id))), tuple(
        sorted(findings)
    )


def read_file(path: Path, file: str) -> tuple[ReadRecord | None, tuple[Finding, ...]]:
    """The record that a file holds; its type follows from the folder it lies in."""
    data, findings = read_record(path, file)
    if data is None:
        return None, findings
    record, found = parse_record(data, FOLDERS[PurePosixPath(file).parent.name], file)
    return record, (*findings, *found)


def parse_record(
    data: bytes, model: type[Record], file: str
) -> tuple[ReadRecord | None, tuple[Finding, ...]]:
    """The record that the bytes of a file hold, and all findings; never raises for any bytes."""
    root, findings = read_yaml(data, file)
    if root is None:
        return None, findings
    faults = Faults(file)
    plain = convert(root, model, faults)
    record = _validated(plain, model, root, faults)
    if record is not None and record.id != PurePosixPath(file).stem:
        faults.add(
            OTHER_ID,
            find(root, "/id"),
            f"the id is {shown(record.id)}, the file's name {shown(PurePosixPath(file).name)}",
            pointer="/id",
        )
    findings = tuple(sorted((*findings, *faults.findings())))
    if record is None or any(finding.severity == "error" for finding in findings):
        return None, findings
    return ReadRecord(record, plain, file), findings


def _validated(
    plain: dict[str, Data], model: type[Record], root: Mapping, faults: Faults
) -> Record | None:
    try:
        return model.model_validate_json(to_json(plain))
    except ValidationError as error:
        report(error, model, root, faults)
        return None


def report(error: ValidationError, model: type[Model], root: Mapping, faults: Faults) -> None:
    """Add the findings for what a model refuses, each placed at the node it speaks of."""
    for detail in error.errors(include_url=False):
        _report(detail, model, root, faults)


def _report(detail: ErrorDetails, model: type[Model], root: Mapping, faults: Faults) -> None:
    """Add the finding for one pydantic error, placed at the node it speaks of."""
    location = tuple(part for part in detail["loc"] if part != "[key]")
    pointer = pointer_of(*location)
    rule = BY_ERROR.get(detail["type"], WRONG_SHAPE)
    name = str(location[-1]) if location else "the record"
    owner, term = _at(model, location)
    remedy = ""
    match detail["type"]:
        case "missing":
            message = f"{name} is missing"
            if field := fields(owner).get(name):
                remedy = f"add `{name}`: {field.description}"
        case "extra_forbidden":
            message = f"{shown(name)} is no field here"
            remedy = _nearest(name, tuple(fields(owner)), "fields here")
        case "enum":
            text = str(detail["input"])
            message = f"{shown(text)} is no term for {name}"
            remedy = _nearest_term(text, term) if term else ""
        case "string_pattern_mismatch":
            pattern = detail.get("ctx", {}).get("pattern")
            message = f"{shown(str(detail['input']))} does not match {pattern}"
            if pattern == NOT_A_FORMULA:
                rule, message = FORMULA, f"{shown(str(detail['input']))} starts as a formula does"
            elif field := _field_at(owner, location):
                remedy = f"write it in that form; the field is: {field.description}"
        case _:
            message = f"{name}: {detail['msg']}"
    place = find_key if detail["type"] == "extra_forbidden" else find
    faults.add(rule, place(root, pointer), message, pointer=pointer, remedy=remedy)


def _at(
    model: type[Model], location: tuple[str | int, ...]
) -> tuple[type[Model], type[Term] | None]:
    """The model that owns the field at a location, and the vocabulary of the field."""
    term: type[Term] | None = None
    for part in location:
        field = fields(model).get(str(part))
        if field is None:
            continue
        if field.model is not None and part != location[-1]:
            model = field.model
        term = field.value if issubclass(field.value, Term) else None
    return model, term


def _field_at(owner: type[Model], location: tuple[str | int, ...]) -> ModelField | None:
    """The field that a location ends in, or whose list or map it ends in."""
    names = [part for part in location[-2:] if isinstance(part, str)]
    return next((fields(owner)[name] for name in reversed(names) if name in fields(owner)), None)


def _nearest_term(text: str, vocabulary: type[Term]) -> str:
    """A remedy that names terms spelt or defined alike, or else all of them."""
    alike = get_close_matches(text.lower(), tuple(vocabulary), n=3, cutoff=0.7)
    word = re.compile(rf"\b{re.escape(text.lower())}\b")
    meant = [str(t) for t in vocabulary if len(text) > 2 and word.search(t.definition.lower())]
    near = list(dict.fromkeys([*alike, *meant]))[:3]
    return _nearest(text, tuple(vocabulary), "terms") if not near else _did_you_mean(near)


def _nearest(text: str, known: tuple[str, ...], what: str) -> str:
    """A remedy that names the nearest known words, or all of them if they are few."""
    near = get_close_matches(text.lower(), known, n=3, cutoff=0.7)
    if near:
        return _did_you_mean(near)
    listed = ", ".join(known[:40]) + (", …" if len(known) > 40 else "")
    return f"the {what} are: {listed}"


def _did_you_mean(near: Iterable[str]) -> str:
    return f"did you mean {' or '.join(f'`{word}`' for word in near)}?"
