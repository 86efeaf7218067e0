"""A finding: what a check has to say about one place in one file.

Every check (reader, models, rules, Frictionless) speaks in findings and none
raises: a run collects them all, so that a contributor mends everything at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: only errors keep a record out of a release."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One fault at one place, with the way to mend it.

    Findings sort by place, so that a run's output does not depend on the order
    in which the checks ran.
    """

    file: str
    """Path as the user would type it, relative to the checkout; "" for the dataset as a whole."""
    line: int
    """Line in the file, from 1; 0 if the finding concerns the file as a whole."""
    column: int
    """Column in the line in code points, from 1; 0 if unknown."""
    rule: str
    """Stable id of the rule, such as REF001."""
    severity: Severity
    """Whether the finding keeps the record out."""
    pointer: str
    """JSON Pointer (RFC 6901) to the value within the record; "" for the whole."""
    message: str
    """What is wrong, with the offending value."""
    remedy: str
    """What to do about it."""
