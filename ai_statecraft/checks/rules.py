"""The rules that need more than one value: one SQL query a file, a row returned is a finding.

A rule's file opens with comments that say what the catalogue of rules shows:

    -- REF001 error: A reference leads to a record that exists
    -- why: what goes wrong without the rule
    -- mend: what to do about a finding

and goes on with one query over the published tables whose columns are `record` (the
`type/id` at fault, null for the dataset), `path` (JSON Pointer in the record, null for
the whole) and `message`. The convention is dbt's for singular data tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ai_statecraft.errors import StatecraftError
from ai_statecraft.findings import Severity


class RuleError(StatecraftError, ValueError):
    """A file that is no rule, or a rule that cannot be run."""


_HEAD = re.compile(r"-- (?P<id>[A-Z]+[0-9]{3}) (?P<severity>error|warning): (?P<title>.+)")
_FIELD = re.compile(r"-- (?P<name>why|mend): (?P<text>.+)")
_MORE = re.compile(r"-- {2,}(?P<text>.+)")


@dataclass(frozen=True, slots=True)
class SqlRule:
    """One rule: what must hold, why, how to mend it, and the query that finds what is wrong."""

    id: str
    """Stable id, such as REF001; never reused."""
    severity: Severity
    title: str
    """What holds for good records, in one sentence."""
    why: str
    """What goes wrong without the rule."""
    remedy: str
    """What to do about a finding."""
    query: str
    """The query, without the comments."""
    file: str
    """Name of the rule's file in validators/."""


def rules_folder() -> Path:
    """Where the rules lie: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "validators"
    return inside if inside.is_dir() else package.parent / "validators"


def load_rules(folder: Path | None = None) -> tuple[SqlRule, ...]:
    """All rules, sorted by id; RuleError for a file that is no rule, naming it."""
    files = sorted((folder or rules_folder()).glob("*.sql"))
    rules = sorted((parse_rule(file) for file in files), key=lambda rule: rule.id)
    for earlier, later in pairwise(rules):
        if earlier.id == later.id:
            raise RuleError(f"{later.file}: the id {later.id} is taken by {earlier.file}")
    return tuple(rules)


def parse_rule(file: Path) -> SqlRule:
    """The rule in a file; RuleError if its opening comments are not those of a rule."""
    lines = file.read_text(encoding="utf-8").splitlines()
    head = _HEAD.fullmatch(lines[0]) if lines else None
    if head is None:
        raise RuleError(f"{file.name}: line 1 is not `-- ID severity: title`")
    said: dict[str, str] = {}
    name = ""
    for line in lines[1:]:
        if field := _FIELD.fullmatch(line):
            name = field["name"]
            said[name] = field["text"]
        elif name and (more := _MORE.fullmatch(line)):
            said[name] += " " + more["text"]
        else:
            break
    if missing := {"why", "mend"} - said.keys():
        raise RuleError(f"{file.name}: the opening comments lack {' and '.join(sorted(missing))}")
    return SqlRule(
        id=head["id"],
        severity=Severity(head["severity"]),
        title=head["title"],
        why=said["why"],
        remedy=said["mend"],
        query="\n".join(line for line in lines if not line.startswith("-- ")).strip(),
        file=file.name,
    )
