"""What the subcommands share: where the data lie, and how wrong usage is reported."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Protocol


class Commands(Protocol):
    """Where a subcommand is added: argparse's own type for it is private."""

    def add_parser(
        self,
        name: str,
        *,
        help: str | None = ...,  # noqa: A002 - the name is argparse's
        description: str | None = ...,
    ) -> ArgumentParser:
        """Add a subcommand and return the parser of its options."""
        ...


class UsageError(Exception):
    """A wrong use of the command, with what to do instead."""


def add_data_option(parser: ArgumentParser) -> None:
    """Add the option that names the data folder."""
    parser.add_argument(
        "--data",
        type=Path,
        default=Path("data"),
        metavar="DIR",
        help="the folder of records (default: data)",
    )


def data_folder(path: Path) -> Path:
    """The data folder itself; a checkout may be named instead of its data folder."""
    return path / "data" if (path / "data").is_dir() else path
