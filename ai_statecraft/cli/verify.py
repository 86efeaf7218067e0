"""`statecraft verify`: prove that the cited passages stand in the documents of an archive."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ai_statecraft.cli.usage import Commands, add_data_option, data_folder
from ai_statecraft.contents import Contents
from ai_statecraft.loading import load_contents
from ai_statecraft.models import ClaimRecord
from ai_statecraft.provenance.archive import Archive
from ai_statecraft.provenance.fingerprint import Fingerprint
from ai_statecraft.provenance.reports import verification_json, verification_text
from ai_statecraft.provenance.verify import CitedPassage, Verification, verify


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "verify",
        help="prove that the cited passages stand in the documents of an archive",
        description=__doc__,
    )
    add_archive_options(parser)
    parser.set_defaults(run=run)


def add_archive_options(parser: ArgumentParser) -> None:
    """Add what the commands that read an archive share."""
    parser.add_argument(
        "--archive",
        type=Path,
        required=True,
        metavar="DIR",
        help="folder of documents as .txt files, named by source id or by any name",
    )
    parser.add_argument("--format", choices=["text", "json"], default="text")
    add_data_option(parser)


def run(options: Namespace) -> int:
    """Verify; 0 if no passage is missing from a document that is there, else 1."""
    verification, _ = verified(options)
    if options.format == "json":
        print(verification_json(verification))
    else:
        sys.stdout.write(verification_text(verification))
    return 0 if verification.is_sound else 1


def verified(options: Namespace) -> tuple[Verification, Archive]:
    """What verifying the data's citations against the archive gives."""
    contents = load_contents(data_folder(options.data))
    archive = Archive.open(options.archive)
    whole = {
        source.id: Fingerprint(source.text.words, source.text.sha256) if source.text else None
        for source in contents.sources.values()
    }
    return verify(cited_passages(contents), archive, whole), archive


def cited_passages(contents: Contents) -> list[CitedPassage]:
    """Every citation of every record."""
    return [
        CitedPassage(
            record.key,
            label,
            citation.source,
            Fingerprint(citation.fingerprint.words, citation.fingerprint.sha256),
            citation.at,
        )
        for record in contents.records
        if isinstance(record, ClaimRecord)
        for label, citation in record.citations.items()
    ]
