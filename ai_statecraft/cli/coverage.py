"""`statecraft coverage`: list the sentences of an archive's documents that no claim cites."""

from __future__ import annotations

import sys
from argparse import Namespace

from ai_statecraft.cli.usage import Commands
from ai_statecraft.cli.verify import add_archive_options, verified
from ai_statecraft.provenance.coverage import coverage_of_archive
from ai_statecraft.provenance.reports import coverage_json, coverage_text


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "coverage",
        help="list the sentences of an archive's documents that no claim cites",
        description=__doc__,
    )
    add_archive_options(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Print the uncited sentences of each document, those with particulars first."""
    verification, archive = verified(options)
    covered = coverage_of_archive(archive.documents, verification.proved_windows())
    if options.format == "json":
        print(coverage_json(covered))
    else:
        sys.stdout.write(coverage_text(covered))
    return 0
