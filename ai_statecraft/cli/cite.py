"""`statecraft cite`: make the citation block for a passage, without keeping the passage."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from ai_statecraft.cli.usage import Commands, UsageError
from ai_statecraft.provenance.archive import Archive
from ai_statecraft.provenance.cite import cite
from ai_statecraft.provenance.clipboard import ClipboardError, clipboard_text
from ai_statecraft.provenance.fingerprint import PassageLengthError
from ai_statecraft.vocabularies import Basis


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "cite",
        help="make the citation block for a passage",
        description=__doc__,
    )
    parser.add_argument(
        "passage",
        nargs="?",
        type=Path,
        help="file that holds the passage (default: standard input)",
    )
    parser.add_argument(
        "--clipboard", action="store_true", help="take the passage from the clipboard"
    )
    parser.add_argument("--source", required=True, metavar="ID", help="id of the source")
    parser.add_argument(
        "--basis",
        required=True,
        choices=[basis.value for basis in Basis],
        metavar="BASIS",
        help="in what capacity the passage speaks: " + ", ".join(basis.value for basis in Basis),
    )
    parser.add_argument("--locator", metavar="TEXT", help="where in the source the passage stands")
    parser.add_argument(
        "--attributed-to",
        action="append",
        default=[],
        metavar="ACTOR",
        help="whom the passage names as its source, nearest first; may be given several times",
    )
    parser.add_argument("--label", metavar="KEY", help="the citation's label in the record")
    parser.add_argument(
        "--archive", type=Path, metavar="DIR", help="look the passage up in the source's document"
    )
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Print the block; 1 if the passage does not stand once in the archive's document."""
    try:
        block = cite(
            _passage(options),
            source=options.source,
            basis=options.basis,
            locator=options.locator,
            attributed_to=tuple(options.attributed_to),
            document=_document(options.archive, options.source),
        )
    except PassageLengthError as error:
        raise UsageError(str(error)) from error
    print(block.as_yaml(options.label))
    for warning in block.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    return 1 if block.warnings else 0


def _passage(options: Namespace) -> str:
    file: Path | None = options.passage
    if options.clipboard and file is not None:
        raise UsageError("give either a file or --clipboard")
    try:
        if options.clipboard:
            return clipboard_text()
        return sys.stdin.read() if file is None else file.read_text(encoding="utf-8")
    except ClipboardError as error:
        raise UsageError(str(error)) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"the passage is not UTF-8: {error.reason}") from error
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error


def _document(archive: Path | None, source: str) -> str | None:
    if archive is None:
        return None
    document = Archive.open(archive).document(source)
    if document is None:
        raise UsageError(f"{archive} holds no {source}.txt")
    return document.text
