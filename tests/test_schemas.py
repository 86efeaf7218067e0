"""The committed schemas, and what an independent validator makes of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from ai_statecraft.schemas import schema_files

ROOT = Path(__file__).parents[1]


def errors(record_type: str, text: str) -> list[str]:
    schema = json.loads((ROOT / "schemas" / f"{record_type}.schema.json").read_text("utf-8"))
    record: Any = yaml.safe_load(text)
    found = Draft202012Validator(schema).iter_errors(record)
    return sorted({"/".join(map(str, error.absolute_path)) for error in found})


def test_the_committed_schemas_are_what_the_models_give() -> None:
    committed = {p.name: p.read_text("utf-8") for p in (ROOT / "schemas").iterdir()}
    assert committed == schema_files(), "run `make schemas` and commit schemas/"


@pytest.mark.parametrize("record_type", ["actor", "fund", "restriction", "target", "source"])
def test_a_good_record_passes_in_an_editor(record_type: str) -> None:
    (file, *_) = sorted((Path(__file__).parent / "sample/data" / f"{record_type}s").iterdir())
    text = file.read_text("utf-8")
    for day in ("2030-01-02", "2030-01-03", "2029-03-01", "2029-04-01", "2029-06-15"):
        text = text.replace(f" {day}", f' "{day}"')  # editors' readers keep dates as text
    assert (
        errors(
            record_type,
            text.replace("2031-01-01", '"2031-01-01"').replace("2029-02-03", '"2029-02-03"'),
        )
        == []
    )


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ("kind: vehicles", "kind"),
        ("colour: red", ""),
        ("domains: [cars]", "domains/0"),
        ("id: Not An Id", "id"),
        ("document: null", "document"),
    ],
)
def test_a_bad_record_is_marked_in_an_editor(change: str, place: str) -> None:
    good = {
        "id": "x",
        "name": "X",
        "kind": "vehicle",
        "curation": {"added": "2030-01-02", "reviewed": "2030-01-02"},
    }
    assert errors("fund", json.dumps(good | yaml.safe_load(change))) == [place]


def test_a_term_shows_its_definition() -> None:
    schema = json.loads((ROOT / "schemas" / "fund.schema.json").read_text("utf-8"))
    kinds = schema["$defs"]["FundKind"]
    assert len(kinds["enum"]) == len(kinds["markdownEnumDescriptions"])
    assert kinds["enum"][0] == "vehicle"
