"""Findings in the forms that people, programs and CI systems read.

Files and messages come from strangers. Whatever they hold, no output steers a terminal,
and none has a line that a CI system takes for a command other than the annotations that
the `github` form consists of.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Protocol
from urllib.parse import quote

from ai_statecraft.findings import Finding, Severity
from ai_statecraft.reader.characters import NOT_ALLOWED, escaped

SourceLine = Callable[[str, int], str | None]
"""Gives a line of a file, by path and line number from 1, without its line feed."""

_SARIF_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
# Azure Pipelines, TeamCity and GitHub's older runners look for these anywhere in a line.
_COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")
_EXCERPT = 100


class Format(StrEnum):
    """The forms in which findings are written."""

    TEXT = "text"
    """For people: a line for the finding, one for the remedy."""
    JSON = "json"
    """For programs: an object with the list `findings`, each with all its fields."""
    GITHUB = "github"
    """Workflow commands that GitHub Actions shows as annotations in a pull request."""
    SARIF = "sarif"
    """OASIS Static Analysis Results Interchange Format 2.1.0, for code scanning."""


class RuleDescription(Protocol):
    """What a report says about a rule itself."""

    @property
    def id(self) -> str:
        """Stable id, such as REF001."""
        ...

    @property
    def title(self) -> str:
        """What holds when the rule is kept."""
        ...

    @property
    def why(self) -> str:
        """What goes wrong otherwise."""
        ...

    @property
    def remedy(self) -> str:
        """What to do about a finding."""
        ...

    @property
    def severity(self) -> Severity:
        """How much a finding weighs."""
        ...


def render(
    findings: Iterable[Finding],
    form: Format,
    *,
    rules: Iterable[RuleDescription] = (),
    source: SourceLine | None = None,
) -> str:
    """Return the findings as one text, sorted by place; each line ends with a line feed.

    `rules` describes the rules for `sarif`. With `source`, which is for terminals, `text`
    shows the line of each finding with a caret below its column.
    """
    in_order = sorted(findings)
    match form:
        case Format.TEXT:
            return "".join(_as_text(finding, source) for finding in in_order)
        case Format.JSON:
            return _json({"findings": [asdict(finding) for finding in in_order]})
        case Format.GITHUB:
            return "".join(_as_annotation(finding) for finding in in_order)
        case Format.SARIF:
            return _json(_as_sarif(in_order, rules))


def _as_text(finding: Finding, source: SourceLine | None) -> str:
    place = finding.file or "(dataset)"
    if finding.line:
        place += f":{finding.line}"
        if finding.column:
            place += f":{finding.column}"
    elif finding.pointer:
        place += f" at {finding.pointer}"
    lines = [
        f"{place}: {finding.severity} {finding.rule}: {finding.message}",
        *_excerpt(finding, source),
        f"    {finding.remedy}",
    ]
    return "".join(f"{_inert(escaped(line))}\n" for line in lines)


def _excerpt(finding: Finding, source: SourceLine | None) -> list[str]:
    """Return the finding's source line and a line with a caret below its column."""
    line = source(finding.file, finding.line) if source and finding.line else None
    if line is None:
        return []
    start = max(0, finding.column - 1 - _EXCERPT // 2)
    before = escaped(line[start : max(finding.column - 1, 0)])
    shown = _inert(before + escaped(line[max(finding.column - 1, 0) :][:_EXCERPT]))
    margin = f"{finding.line:>6} | "
    if not finding.column:
        return [margin + shown]
    return [margin + shown, f"{'':>6} | {'':>{_width(_inert(before))}}^"]


def _width(text: str) -> int:
    """Return how many cells of a terminal a text takes: an ideograph takes two."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    combining = sum(unicodedata.combining(char) != 0 for char in text)
    return len(text) + wide - combining


def _as_annotation(finding: Finding) -> str:
    """Return GitHub's workflow command for one finding.

    The escapes are those of GitHub's own toolkit: `%`, CR and LF everywhere, colon and
    comma in properties too.
    """
    properties = [("file", finding.file)] if finding.file else []
    if finding.file and finding.line:
        properties.append(("line", str(finding.line)))
        if finding.column:
            properties.append(("col", str(finding.column)))
    properties.append(("title", finding.rule))
    written = ",".join(f"{name}={_property(value)}" for name, value in properties)
    message = f"{_data(finding.message)}%0A{_data(finding.remedy)}"
    return f"::{finding.severity} {written}::{message}\n"


def _data(text: str) -> str:
    return _inert(escaped(text)).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _inert(line: str) -> str:
    """Return a line without what a CI system would take for a command."""
    line = _COMMAND.sub(r"#\\x23", line)
    if line.lstrip().startswith("::"):
        line = line.replace(":", r"\x3a", 1)
    return line


def _as_sarif(findings: Sequence[Finding], rules: Iterable[RuleDescription]) -> dict[str, object]:
    described = {rule.id: _sarif_rule(rule) for rule in rules}
    for finding in findings:
        described.setdefault(finding.rule, {"id": finding.rule})
    ids = sorted(described)
    index = {rule: position for position, rule in enumerate(ids)}
    driver = {"name": "statecraft", "rules": [described[rule] for rule in ids]}
    return {
        "$schema": _SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(finding, index) for finding in findings],
            }
        ],
    }


def _sarif_rule(rule: RuleDescription) -> dict[str, object]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.remedy},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _sarif_result(finding: Finding, index: dict[str, int]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": finding.severity.value,
        "message": {"text": f"{finding.message}\n{finding.remedy}"},
    }
    location: dict[str, object] = {}
    if finding.file:
        # A file's name can hold bytes that are no text, which Python keeps as lone surrogates.
        uri = quote(finding.file.encode("utf-8", "surrogatepass"))
        physical: dict[str, object] = {"artifactLocation": {"uri": uri}}
        if finding.line:
            column = {"startColumn": finding.column} if finding.column else {}
            physical["region"] = {"startLine": finding.line, **column}
        location["physicalLocation"] = physical
    if finding.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.pointer}]
    if location:
        result["locations"] = [location]
    return result


def _json(value: object) -> str:
    """Return JSON whose strings hold no character that can't be seen and no CI command."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    text = NOT_ALLOWED.sub(_json_escape, text)
    return _COMMAND.sub(r"#\\u0023", text) + "\n"


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
