"""`statecraft validate`: check records, and say what is wrong, where, and what to do."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path, PurePath

from ai_statecraft.cli.changes import DEFAULT_BASE, changed_files
from ai_statecraft.cli.usage import Commands, UsageError, add_data_option, data_folder
from ai_statecraft.findings import Finding
from ai_statecraft.reporting import Format, render


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "validate",
        help="check records and say what is wrong, where, and what to do",
        description=__doc__,
    )
    parser.add_argument(
        "files", nargs="*", type=Path, help="show the findings of these files or folders only"
    )
    parser.add_argument(
        "--changed",
        nargs="?",
        const=DEFAULT_BASE,
        metavar="BASE",
        help=f"show the findings of files that differ from this commit (default: {DEFAULT_BASE})",
    )
    parser.add_argument(
        "--format", choices=[f.value for f in Format], default="text", help="default: text"
    )
    add_data_option(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Validate; 0 if no finding shown is an error, else 1."""
    from ai_statecraft.checks.catalogue import all_rules
    from ai_statecraft.checks.validate import validate

    root = data_folder(options.data)
    validation = validate(root)
    files: list[Path] = options.files
    if options.changed is not None:
        files = [*files, *changed_files(options.changed, root)]
    findings = validation.findings
    if files or options.changed is not None:
        findings = chosen(findings, files, root)
    style = Format(options.format)
    on_terminal = style is Format.TEXT and sys.stdout.isatty()
    sys.stdout.write(
        render(
            findings,
            style,
            rules=all_rules(),
            source=_SourceLines(root.parent) if on_terminal else None,
        )
    )
    errors = sum(finding.severity == "error" for finding in findings)
    if style is Format.TEXT:
        records = len(validation.read.contents.records)
        print(f"{records} records read: {errors} errors, {len(findings) - errors} warnings")
    return 1 if errors else 0


def chosen(findings: tuple[Finding, ...], files: list[Path], root: Path) -> tuple[Finding, ...]:
    """The findings in the named files and folders, and those on the dataset as a whole."""
    base = root.resolve().parent
    wanted: list[PurePath] = []
    for file in files:
        if not file.exists():
            raise UsageError(f"{file} does not exist")
        if not file.resolve().is_relative_to(root.resolve()):
            raise UsageError(f"{file} does not lie in {root}")
        wanted.append(file.resolve().relative_to(base))
    return tuple(
        finding
        for finding in findings
        if finding.file == root.name
        or any(PurePath(finding.file).is_relative_to(path) for path in wanted)
    )


class _SourceLines:
    """Gives lines of files below a folder, for the caret on a terminal."""

    def __init__(self, base: Path) -> None:
        self._base = base

    def __call__(self, file: str, line: int) -> str | None:
        try:
            lines = (self._base / file).read_text(encoding="utf-8", errors="replace").split("\n")
        except OSError:
            return None
        return lines[line - 1] if 0 < line <= len(lines) else None
