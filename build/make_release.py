"""Build dist/release/: validate every record, write the tables, prove them, publish them.

The release is built beside its place and renamed into it, so that whatever fails on the
way leaves the previous one whole. Exit status: 0 published, 1 findings, 2 usage.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp

from release_descriptor import write_check_sums, write_descriptor
from release_tables import UnequalError, prove_equal, write_tables

from ai_statecraft import progress
from ai_statecraft.checks.validate import Validation, validate
from ai_statecraft.compile import record_lines
from ai_statecraft.findings import Finding
from ai_statecraft.loading import RECORDS
from ai_statecraft.release import DESCRIPTOR
from ai_statecraft.reporting import Format, render
from ai_statecraft.tables.catalogue import FINDINGS, catalogue
from ai_statecraft.tables.csv import Row, write_csv

ROOT = Path(__file__).parents[1]
COPIED = {"CITATION.cff": "CITATION.cff", "CHANGELOG.md": "CHANGES.md", "LICENSE-DATA": "LICENSE"}


class RefusedError(Exception):
    """The written release does not pass the checks of a stranger."""


def build_release(data: Path, target: Path) -> Validation:
    """Validate the data folder and, if it is sound, publish its release at `target`.

    Raises RefusedError or UnequalError if what was written does not prove sound; then,
    as after findings, nothing is published.
    """
    validation = validate(data)
    if not validation.is_sound:
        return validation
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        beside.chmod(0o755)
        _write(validation, beside)
        _prove(beside)
        _rename(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return validation


def _write(validation: Validation, folder: Path) -> None:
    schemas = {**catalogue(), FINDINGS.name: FINDINGS}
    findings = write_csv(FINDINGS, _finding_rows(validation))
    tables = {**validation.tables, FINDINGS.name: findings}
    write_tables({name: (schema, tables[name]) for name, schema in schemas.items()}, folder)
    (folder / RECORDS).write_bytes(record_lines(validation.read))
    for name, copied in COPIED.items():
        shutil.copyfile(ROOT / name, folder / copied)
    write_descriptor(folder, schemas, validation.read.contents, version("ai-statecraft"))
    write_check_sums(folder)


def _finding_rows(validation: Validation) -> Iterator[Row]:
    for findings, waived in ((validation.findings, False), (validation.waived, True)):
        for finding in findings:
            yield {
                "rule": finding.rule,
                "severity": "waived" if waived else str(finding.severity),
                "file": finding.file,
                "pointer": finding.pointer or None,
                "message": finding.message,
            }


def _prove(folder: Path) -> None:
    """Check what was written as any stranger would."""
    from frictionless import Package

    report = Package(str(folder / DESCRIPTOR)).validate()
    if not report.valid:
        errors: list[list[object]] = report.flatten(["title", "message"])
        raise RefusedError("\n".join(f"{title}: {message}" for title, message in errors))
    for schema in (*catalogue().values(), FINDINGS):
        prove_equal(schema, folder)


def _rename(beside: Path, target: Path) -> None:
    """Put the new release in its place; the old one is moved aside first and deleted last."""
    old = beside.with_name(f"{beside.name}-old")
    if target.exists():
        target.rename(old)
    try:
        beside.rename(target)
    except BaseException:  # an interruption too must leave the previous release in its place
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _report(findings: tuple[Finding, ...]) -> str:
    return render(findings, Format.TEXT)


def main(arguments: list[str] | None = None) -> int:
    """Build the release; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="the records")
    parser.add_argument("--to", type=Path, default=ROOT / "dist" / "release", help="the release")
    options = parser.parse_args(arguments)
    try:
        with progress.shown():
            validation = build_release(options.data, options.to)
    except (RefusedError, UnequalError) as error:
        print(
            f"{error}\nNo release was written: what was built does not prove sound.",
            file=sys.stderr,
        )
        return 1
    if not validation.is_sound:
        sys.stdout.write(_report(validation.findings))
        print("No release was written: mend the errors above.", file=sys.stderr)
        return 1
    count = len(validation.read.contents.records)
    warnings = len(validation.findings)
    print(f"{count} records, {len(catalogue()) + 1} tables, {warnings} warnings: {options.to}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
