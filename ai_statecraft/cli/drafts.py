"""The drafts that the options of `statecraft new` give, and its questions complete."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ai_statecraft.cli.new import BESIDE, NEVER_GIVEN, dest_of, flag_of
from ai_statecraft.models import TYPES, Curation, Fingerprint, Record
from ai_statecraft.models.fields import ModelField, Shape, fields
from ai_statecraft.reader.conversion import Data
from ai_statecraft.writing.answers import (
    AnswerError,
    check,
    check_field,
    file_text,
    fingerprint_of,
    mapping_of,
    missing,
    pairs_of,
    value_of,
)
from ai_statecraft.writing.dialogue import Dialogue
from ai_statecraft.writing.drafting import Draft
from ai_statecraft.writing.interview import Interview
from ai_statecraft.writing.known import KnownRecords


def drafts_from(options: Namespace, known: KnownRecords) -> list[Draft]:
    """The record's draft, and those of the records that go with it.

    Raises AnswerError for an option that cannot stand, naming it, and with `--no-input`
    for a required field that is missing.
    """
    today = _today(options)
    model: type[Record] = options.model
    draft = Draft(model, _given(options, model))
    if "id" in draft.data and known.is_taken(draft.key):
        raise AnswerError(f"{draft.key} is taken: edit its file, or choose another id")
    beside = _beside(options, known, today)
    # Standard input that holds a passage holds no answers.
    if options.no_input or any(given.endswith("=-") for given in options.passage):
        draft.stamp(today)
        if lacking := missing(draft.data, model):
            flags = ", ".join(flag_of(model, field.key) for field in lacking)
            raise AnswerError(f"give {flags}, or leave --no-input out to be asked")
        return [*beside, draft]
    interview = Interview(Dialogue(), known, today)
    interview.complete(draft)
    return [*beside, *interview.drafts]


@contextmanager
def _option(flag: str) -> Generator[None]:
    """Names the option in the reasons for which an answer is refused."""
    try:
        yield
    except AnswerError as error:
        raise AnswerError(f"{flag}: {error}") from error


def _today(options: Namespace) -> str:
    day = str(options.today or datetime.now().astimezone().date())
    with _option("--today"):
        check_field(day, Curation, "added")
    return day


def _given(options: Namespace, model: type[Record]) -> dict[str, Data]:
    """What the options give of the record, each value checked by the model."""
    data: dict[str, Data] = {}
    passages = _passages(options)
    for key, field in fields(model).items():
        given = None if key in NEVER_GIVEN else getattr(options, dest_of(field))
        if given is None:
            continue
        with _option(flag_of(model, key)):
            value = _value([given] if isinstance(given, str) else given, model, field)
            if key == "citations" and isinstance(value, dict):
                _add_fingerprints(value, passages)
            check_field(value, model, key)
            data[key] = value
    if passages:
        raise AnswerError(f"--passage: no --citation has the label {', '.join(sorted(passages))}")
    return data


def _value(texts: list[str], model: type[Record], field: ModelField) -> Data:
    if field.model is Fingerprint:
        return fingerprint_of(file_text(Path(texts[0])), whole=True)
    if field.shape is Shape.MAP:
        return _merged([pairs_of(text, model, field) for text in texts])
    if field.model is not None:
        return [mapping_of(text, field.model) for text in texts]
    values: list[Data] = [value_of(text, field) for text in texts]
    return values if field.shape is Shape.LIST else values[0]


def _merged(maps: list[dict[str, Data]]) -> dict[str, Data]:
    merged: dict[str, Data] = {}
    for each in maps:
        if twice := merged.keys() & each.keys():
            raise AnswerError(f"{', '.join(sorted(twice))} comes twice")
        merged |= each
    return merged


def _passages(options: Namespace) -> dict[str, str]:
    """The texts of the passages by the labels of their citations."""
    passages: dict[str, str] = {}
    for given in options.passage:
        label, equals, name = str(given).partition("=")
        with _option(f"--passage {given}"):
            if not equals or label in passages:
                raise AnswerError("give LABEL=FILE, each label once")
            passages[label] = sys.stdin.read() if name == "-" else file_text(Path(name))
    return passages


def _add_fingerprints(citations: dict[str, Data], passages: dict[str, str]) -> None:
    """Take the fingerprints of the passages that were given for these citations."""
    for label, citation in citations.items():
        if label in passages and isinstance(citation, dict):
            citation["fingerprint"] = fingerprint_of(passages.pop(label), whole=False)


def _beside(options: Namespace, known: KnownRecords, today: str) -> list[Draft]:
    """The records that are to be written along with the record."""
    drafts: list[Draft] = []
    for type_ in BESIDE:
        for text in getattr(options, f"new_{type_}"):
            with _option(f"--new-{type_}"):
                draft = Draft(TYPES[type_], mapping_of(text, TYPES[type_]))
                draft.stamp(today)
                check(draft.data, draft.model)
                if known.is_taken(draft.key):
                    raise AnswerError(f"{draft.key} is taken")
            known.add(draft.key, str(draft.data["name"]))
            drafts.append(draft)
    return drafts
