"""List the ids of the records in data/released.csv, as part of making a release.

Run once the version in pyproject.toml is that of the release: ids that are not listed yet
are added with that version. From then on none of them may disappear (rule REF006).
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from ai_statecraft.contents import Released
from ai_statecraft.findings import Severity
from ai_statecraft.reader.data import read_data
from ai_statecraft.reader.reference import RELEASED
from ai_statecraft.tables.catalogue import catalogue
from ai_statecraft.tables.cells import cells
from ai_statecraft.tables.csv import write_csv

ROOT = Path(__file__).parents[1]


def record_released(data: Path, version: str) -> int:
    """Add the ids that are not listed yet; return how many. ValueError if records have errors."""
    read = read_data(data)
    if any(finding.severity is Severity.ERROR for finding in read.findings):
        raise ValueError(f"{data} has errors: run `statecraft validate` first")
    listed = {released.record: released for released in read.contents.released}
    new = [
        Released(record=record.key, version=version)
        for record in read.contents.records
        if record.key not in listed
    ]
    everything = sorted([*listed.values(), *new], key=lambda released: released.record)
    rows = [cells(released) for released in everything]
    (data / RELEASED).write_bytes(write_csv(catalogue()["released"], rows))
    return len(new)


def main() -> int:
    """List the ids for the version in pyproject.toml; return the exit status."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    version = str(project["project"]["version"])
    try:
        count = record_released(ROOT / "data", version)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{count} ids added for version {version}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
