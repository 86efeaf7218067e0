"""Bringing a record's file to canonical form, with the proof that nothing was lost."""

from __future__ import annotations

from pathlib import Path

from ai_statecraft.findings import Finding
from ai_statecraft.models import Record
from ai_statecraft.reader.conversion import Data, convert
from ai_statecraft.reader.faults import Faults
from ai_statecraft.reader.records import FOLDERS
from ai_statecraft.reader.rules import NOT_A_FILE
from ai_statecraft.reader.yaml import read_yaml
from ai_statecraft.writing.canonical import SCHEMA_MARK, canonical
from ai_statecraft.writing.comments import Comments, find_comments


class FormatError(AssertionError):
    """The formatted text does not hold what the file held: a fault of the formatter."""


def format_record(data: bytes, file: Path) -> tuple[str | None, tuple[Finding, ...]]:
    """The canonical text of a record's file; None and findings if it cannot be read.

    A record that its model refuses is formatted all the same, as far as its values are
    what their fields ask for. Raises FormatError rather than lose a value or a comment.
    """
    model = FOLDERS.get(file.resolve().parent.name)
    if model is None:
        return None, (_no_folder(file),)
    read, findings = _read(data, model, str(file))
    if read is None:
        return None, findings
    values, comments = read
    text = canonical(values, model, comments)
    again, _ = _read(text.encode(), model, str(file))
    if again is None or again[0] != values or _all(again[1]) != _all(comments):
        raise FormatError(f"{file}: formatting would change the record; please report it")
    return text, findings


def _read(
    data: bytes, model: type[Record], file: str
) -> tuple[tuple[dict[str, Data], Comments] | None, tuple[Finding, ...]]:
    root, findings = read_yaml(data, file)
    faults = Faults(file)
    if root is None or any(finding.severity == "error" for finding in findings):
        return None, findings
    values = convert(root, model, faults)
    errors = tuple(f for f in faults.findings() if f.severity == "error")
    if errors:
        return None, errors
    return (values, find_comments(data.decode(), root)), ()


def _all(comments: Comments) -> list[str]:
    """The comments but for the schema line, in any order."""
    groups = (*comments.above.values(), *comments.beside.values(), comments.after)
    found = (comment for group in groups for comment in group)
    return sorted(comment for comment in found if not comment.startswith(SCHEMA_MARK))


def _no_folder(file: Path) -> Finding:
    return Finding(
        str(file),
        0,
        0,
        NOT_A_FILE.id,
        NOT_A_FILE.severity,
        "",
        "the file lies in no folder of records",
        NOT_A_FILE.remedy,
    )
