"""The findings of reading one file, collected as they come."""

from __future__ import annotations

from ai_statecraft.findings import Finding
from ai_statecraft.reader.rules import TOO_MANY_FINDINGS, ReaderRule

MAX_FINDINGS = 100
"""Findings that are listed for one file."""


class Faults:
    """Collects the findings of one file, at most `MAX_FINDINGS` of them."""

    def __init__(self, file: str) -> None:
        self.file: str = file
        self.void: bool = False
        """Whether a finding says that what was read can't be relied on."""
        self.full: bool = False
        """Whether the list is full, so that reading on is pointless."""
        self._findings: list[Finding] = []

    def add(
        self,
        rule: ReaderRule,
        place: tuple[int, int],
        message: str,
        *,
        pointer: str = "",
        remedy: str = "",
    ) -> None:
        """Add a finding at line and column; without a remedy of its own it has the rule's."""
        if self.full:
            return
        if len(self._findings) == MAX_FINDINGS:
            self.full = True
            rule, pointer, remedy = TOO_MANY_FINDINGS, "", ""
            message = f"the file has more than {MAX_FINDINGS} faults; from here on none is listed"
        self.void = self.void or rule.voids
        line, column = place
        self._findings.append(
            Finding(
                file=self.file,
                line=line,
                column=column,
                rule=rule.id,
                severity=rule.severity,
                pointer=pointer,
                message=message,
                remedy=remedy or rule.remedy,
            )
        )

    def findings(self) -> tuple[Finding, ...]:
        """Return what was found, sorted by place."""
        return tuple(sorted(self._findings))
