"""`statecraft fmt`: write records in canonical form, changing no value and losing no comment."""

from __future__ import annotations

import difflib
import sys
from argparse import Namespace
from pathlib import Path

from ai_statecraft.cli.usage import Commands, UsageError, add_data_option, data_folder
from ai_statecraft.progress import tracked
from ai_statecraft.reader.characters import escaped


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "fmt",
        help="write records in canonical form",
        description=__doc__,
    )
    parser.add_argument("files", nargs="*", type=Path, help="record files (default: all)")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; status 1 if a file would change"
    )
    parser.add_argument("--diff", action="store_true", help="show what changes, write nothing")
    add_data_option(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Format; 1 if a file cannot be read, or with --check or --diff if one would change."""
    from ai_statecraft.writing.formatting import format_record

    files: list[Path] = options.files or _all_files(data_folder(options.data))
    changed = failed = 0
    for file in tracked(files, "formatting"):
        if not file.is_file() or file.is_symlink():
            raise UsageError(f"{file} is not a file")
        before = file.read_bytes()
        after, findings = format_record(before, file)
        for finding in findings:
            place = f"{_shown(file)}:{finding.line}:{finding.column}"
            print(f"{place}: {finding.rule}: {finding.message}")
        if after is None:
            failed += 1
        elif after.encode() != before:
            changed += 1
            if options.diff:
                sys.stdout.writelines(_diff(file, before.decode(), after))
            elif options.check:
                name = _shown(file)
                print(f"{name} is not in canonical form; run `statecraft fmt {name}`")
            else:
                file.write_text(after, encoding="utf-8", newline="\n")
    print(f"{len(files)} files: {changed} {'differ' if options.check else 'changed'}")
    dry = options.check or options.diff
    return 1 if failed or (changed and dry) else 0


def _all_files(root: Path) -> list[Path]:
    from ai_statecraft.reader.paths import record_files
    from ai_statecraft.reader.records import FOLDERS

    files, _ = record_files(root, tuple(FOLDERS))
    if not files:
        raise UsageError(f"{root} holds no records")
    return list(files)


def _shown(file: Path) -> str:
    """The file's path, which strangers choose, so that it steers no terminal and no CI system."""
    return escaped(f"./{file}" if str(file).startswith((":", "#")) else str(file))


def _diff(file: Path, before: str, after: str) -> list[str]:
    lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return list(difflib.unified_diff(*lines, fromfile=_shown(file), tofile=_shown(file)))
