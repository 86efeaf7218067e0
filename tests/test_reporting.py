"""Findings as text, JSON, GitHub annotations and SARIF."""

from __future__ import annotations

import json
import re
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ai_statecraft.findings import Finding, Severity
from ai_statecraft.reader.rules import DUPLICATE_KEY, RULES
from ai_statecraft.reporting import Format, render

FINDING = Finding(
    file="data/funds/big-fund.yaml",
    line=3,
    column=5,
    rule="READ021",
    severity=Severity.ERROR,
    pointer="/name",
    message="the key `name` is already given in line 1",
    remedy="keep one of the two",
)
WHOLE_FILE = Finding(
    file="data/funds/x.yaml",
    line=0,
    column=0,
    rule="READ012",
    severity=Severity.WARNING,
    pointer="",
    message="it is 100 % empty, or: so it seems",
    remedy="write it",
)
WHOLE_DATASET = Finding(
    file="",
    line=0,
    column=0,
    rule="REL001",
    severity=Severity.ERROR,
    pointer="/funds",
    message="no records",
    remedy="add one",
)
HOSTILE = Finding(
    file="::error file=a,b::\n::warning::x",
    line=1,
    column=1,
    rule="READ004",
    severity=Severity.ERROR,
    pointer="",
    message="\x1b[31mred\x07 ##[group]x ##vso[task.x] ##teamcity[y]\n::set-output name=a::b\r\n",
    remedy="::stop-commands::x \u202eabc \U000e0041 \x7f \x9b2J \u2028::error::y",
)

TEXT = st.text(st.characters() | st.sampled_from("\x1b\n\r\t:#[]%,\u202e\u2028\udcff"))
FINDINGS = st.builds(
    Finding,
    file=TEXT,
    line=st.integers(0, 9),
    column=st.integers(0, 9),
    rule=st.sampled_from([rule.id for rule in RULES]),
    severity=st.sampled_from(Severity),
    pointer=TEXT,
    message=TEXT,
    remedy=TEXT,
)

# What GitHub's code scanning needs of SARIF 2.1.0, and no other key than the standard has.
SARIF = Draft202012Validator(
    {
        "$defs": {
            "text": {
                "type": "object",
                "required": ["text"],
                "additionalProperties": False,
                "properties": {"text": {"type": "string", "minLength": 1}},
            },
            "level": {"enum": ["none", "note", "warning", "error"]},
            "rule": {
                "type": "object",
                "required": ["id"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "string"},
                    "shortDescription": {"$ref": "#/$defs/text"},
                    "fullDescription": {"$ref": "#/$defs/text"},
                    "help": {"$ref": "#/$defs/text"},
                    "defaultConfiguration": {
                        "additionalProperties": False,
                        "properties": {"level": {"$ref": "#/$defs/level"}},
                    },
                },
            },
            "location": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "physicalLocation": {
                        "required": ["artifactLocation"],
                        "additionalProperties": False,
                        "properties": {
                            "artifactLocation": {
                                "required": ["uri"],
                                "additionalProperties": False,
                                "properties": {"uri": {"pattern": "^[!-~]+$"}},
                            },
                            "region": {
                                "required": ["startLine"],
                                "additionalProperties": False,
                                "properties": {
                                    "startLine": {"type": "integer", "minimum": 1},
                                    "startColumn": {"type": "integer", "minimum": 1},
                                },
                            },
                        },
                    },
                    "logicalLocations": {
                        "type": "array",
                        "items": {
                            "additionalProperties": False,
                            "properties": {"fullyQualifiedName": {"type": "string"}},
                        },
                    },
                },
            },
            "result": {
                "type": "object",
                "required": ["ruleId", "ruleIndex", "level", "message"],
                "additionalProperties": False,
                "properties": {
                    "ruleId": {"type": "string"},
                    "ruleIndex": {"type": "integer", "minimum": 0},
                    "level": {"$ref": "#/$defs/level"},
                    "message": {"$ref": "#/$defs/text"},
                    "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
                },
            },
        },
        "type": "object",
        "required": ["version", "runs"],
        "additionalProperties": False,
        "properties": {
            "$schema": {"type": "string"},
            "version": {"const": "2.1.0"},
            "runs": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["tool", "results"],
                    "additionalProperties": False,
                    "properties": {
                        "tool": {
                            "required": ["driver"],
                            "additionalProperties": False,
                            "properties": {
                                "driver": {
                                    "required": ["name", "rules"],
                                    "additionalProperties": False,
                                    "properties": {
                                        "name": {"type": "string"},
                                        "rules": {
                                            "type": "array",
                                            "uniqueItems": True,
                                            "items": {"$ref": "#/$defs/rule"},
                                        },
                                    },
                                }
                            },
                        },
                        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                        "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                    },
                },
            },
        },
    }
)


def test_text_gives_place_severity_rule_message_and_remedy_sorted_by_place() -> None:
    assert render([WHOLE_FILE, FINDING, WHOLE_DATASET], Format.TEXT) == (
        "(dataset) at /funds: error REL001: no records\n"
        "    add one\n"
        "data/funds/big-fund.yaml:3:5: error READ021: the key `name` is already given in line 1\n"
        "    keep one of the two\n"
        "data/funds/x.yaml: warning READ012: it is 100 % empty, or: so it seems\n"
        "    write it\n"
    )


def test_text_shows_the_source_line_and_a_caret_when_given_the_source() -> None:
    assert render([FINDING], Format.TEXT, source=lambda _file, _line: "a: {name: b}") == (
        "data/funds/big-fund.yaml:3:5: error READ021: the key `name` is already given in line 1\n"
        "     3 | a: {name: b}\n"
        "       |     ^\n"
        "    keep one of the two\n"
    )


def test_the_caret_stands_below_its_column_after_wide_combining_and_escaped_characters() -> None:
    shown = render([FINDING], Format.TEXT, source=lambda _file, _line: "基e\u0301\x1bx")
    assert shown.splitlines()[1:3] == ["     3 | 基e\u0301\\x1bx", "       |        ^"]


def test_of_a_long_line_the_part_around_the_column_is_shown() -> None:
    finding = Finding("f", 1, 501, "R", Severity.ERROR, "", "m", "r")
    line = "a" * 500 + "X" + "b" * 500
    excerpt, caret = render([finding], Format.TEXT, source=lambda *_: line).splitlines()[1:3]
    assert excerpt == "     1 | " + "a" * 50 + "X" + "b" * 99
    assert caret.index("^") == excerpt.index("X")


def test_no_source_line_is_shown_where_there_is_none() -> None:
    assert render([FINDING], Format.TEXT, source=lambda *_: None) == render([FINDING], Format.TEXT)


def test_json_holds_every_field_of_every_finding() -> None:
    written = json.loads(render([FINDING, HOSTILE, WHOLE_FILE], Format.JSON))
    assert written == {"findings": [asdict(f) for f in sorted([FINDING, HOSTILE, WHOLE_FILE])]}


def test_github_gives_a_workflow_command_a_finding() -> None:
    assert render([WHOLE_DATASET, FINDING, WHOLE_FILE], Format.GITHUB) == (
        "::error title=REL001::no records%0Aadd one\n"
        "::error file=data/funds/big-fund.yaml,line=3,col=5,title=READ021::"
        "the key `name` is already given in line 1%0Akeep one of the two\n"
        "::warning file=data/funds/x.yaml,title=READ012::"
        "it is 100 %25 empty, or: so it seems%0Awrite it\n"
    )


def test_sarif_describes_the_rules_and_places_the_results() -> None:
    written = json.loads(render([FINDING, WHOLE_DATASET], Format.SARIF, rules=[DUPLICATE_KEY]))
    SARIF.validate(written)
    (run,) = written["runs"]
    assert run["tool"]["driver"]["rules"] == [
        {
            "id": "READ021",
            "shortDescription": {"text": DUPLICATE_KEY.title},
            "fullDescription": {"text": DUPLICATE_KEY.why},
            "help": {"text": DUPLICATE_KEY.remedy},
            "defaultConfiguration": {"level": "error"},
        },
        {"id": "REL001"},
    ]
    assert run["results"] == [
        {
            "ruleId": "REL001",
            "ruleIndex": 1,
            "level": "error",
            "message": {"text": "no records\nadd one"},
            "locations": [{"logicalLocations": [{"fullyQualifiedName": "/funds"}]}],
        },
        {
            "ruleId": "READ021",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "the key `name` is already given in line 1\nkeep one of the two"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "data/funds/big-fund.yaml"},
                        "region": {"startLine": 3, "startColumn": 5},
                    },
                    "logicalLocations": [{"fullyQualifiedName": "/name"}],
                }
            ],
        },
    ]


@pytest.mark.parametrize("form", [Format.TEXT, Format.GITHUB])
def test_without_findings_nothing_is_written(form: Format) -> None:
    assert render([], form) == ""


def test_without_findings_json_and_sarif_are_still_whole() -> None:
    assert json.loads(render([], Format.JSON)) == {"findings": []}
    SARIF.validate(json.loads(render([], Format.SARIF)))


def test_hostile_text_comes_out_escaped() -> None:
    assert render([HOSTILE], Format.TEXT) == (
        "\\x3a:error file=a,b::\\n::warning::x:1:1: error READ004: \\x1b[31mred\\x07 "
        "#\\x23[group]x #\\x23vso[task.x] #\\x23teamcity[y]\\n::set-output name=a::b\\r\\n\n"
        "    ::stop-commands::x \\u202eabc \\U000e0041 \\x7f \\x9b2J \\u2028::error::y\n"
    ).replace("    ::stop", "    \\x3a:stop")


@pytest.mark.parametrize("form", list(Format))
@given(finding=FINDINGS)
def test_no_output_steers_a_terminal_or_a_ci_system(form: Format, finding: Finding) -> None:
    written = render([finding, HOSTILE], form, rules=RULES, source=lambda *_: finding.message)
    assert written.encode("utf-8").decode("utf-8") == written
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e]", written) is None
    assert re.search(r"##[A-Za-z]*\[", written) is None
    commands = [line for line in written.split("\n") if line.lstrip().startswith("::")]
    if form is Format.GITHUB:
        assert len(commands) == 2
        assert all(re.match(r"::(error|warning) [^:]*title=[A-Z0-9]+::", c) for c in commands)
    else:
        assert commands == []
    if form is Format.SARIF:
        SARIF.validate(json.loads(written))
