"""Reading a whole data folder: records and what stands beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ai_statecraft.contents import Contents
from ai_statecraft.findings import Finding, Severity
from ai_statecraft.reader.paths import is_id
from ai_statecraft.reader.records import FOLDERS, ReadRecord, read_records
from ai_statecraft.reader.reference import (
    read_deflators,
    read_rates,
    read_redirects,
    read_released,
)


@dataclass(frozen=True)
class ReadData:
    """What a data folder holds, as far as it could be read, with all findings."""

    root: Path
    contents: Contents
    read: tuple[ReadRecord, ...]
    findings: tuple[Finding, ...]

    @property
    def files(self) -> Mapping[str, str]:
        """The file of each record, by `type/id`."""
        return {read.record.key: read.file for read in self.read}

    @property
    def unread(self) -> tuple[str, ...]:
        """The keys that files with errors would have, so that no rule calls them missing."""
        found = set(self.files.values())
        files = {
            PurePosixPath(finding.file)
            for finding in self.findings
            if finding.severity is Severity.ERROR and finding.file not in found
        }
        return tuple(
            sorted(
                f"{FOLDERS[file.parent.name].type}/{file.stem}"
                for file in files
                # What cannot be an id is no record's name, and need not even be text.
                if file.parent.name in FOLDERS and is_id(file.stem)
            )
        )


def read_data(root: Path) -> ReadData:
    """Everything below a data folder; what cannot be read becomes findings."""
    read, findings = read_records(root)
    rates, rate_findings = read_rates(root)
    redirects, redirect_findings = read_redirects(root)
    released, released_findings = read_released(root)
    deflators, deflator_findings = read_deflators(root)
    contents = Contents(tuple(r.record for r in read), rates, redirects, released, deflators)
    found = (
        *findings,
        *rate_findings,
        *redirect_findings,
        *released_findings,
        *deflator_findings,
    )
    return ReadData(root, contents, read, tuple(sorted(found)))
