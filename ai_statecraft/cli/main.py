"""Reading the command line and running the subcommand."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence

import ai_statecraft
from ai_statecraft import progress
from ai_statecraft.cli import (
    cite,
    coverage,
    diff,
    explain,
    export,
    fmt,
    listing,
    new,
    rules,
    search,
    show,
    validate,
    verify,
)
from ai_statecraft.cli.usage import UsageError
from ai_statecraft.errors import StatecraftError
from ai_statecraft.reader.characters import escaped

FINDINGS, FAULT = 1, 2
"""Exit statuses: something stands against the data; wrong usage or a fault of the command."""

COMMANDS = (
    new,
    validate,
    fmt,
    rules,
    diff,
    cite,
    verify,
    coverage,
    show,
    listing,
    search,
    explain,
    export,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `statecraft`; return the exit status: 0 fine, 1 findings, 2 wrong usage or fault."""
    for stream in (sys.stdout, sys.stderr):
        # Records hold Chinese, and not every terminal or pipe can take it.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        with progress.shown():
            return run(options)
    except (UsageError, StatecraftError) as error:
        # It may quote a file's name, which strangers choose.
        print(f"statecraft: {escaped(str(error))}", file=sys.stderr)
        return FAULT
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "ai_statecraft":
            raise
        print(
            f"statecraft: this command needs {error.name}; "
            "install it with `pip install 'ai-statecraft[curation]'`",
            file=sys.stderr,
        )
        return FAULT
    except BrokenPipeError:
        # The reader of a pipe, such as `head`, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="statecraft",
        description="Check, cite and explore the AI Statecraft dataset.",
    )
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help="show the version")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add_to(commands)
    return parser


class _ShowVersion(argparse.Action):
    """Prints the version, looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print it and end the command."""
        print(f"statecraft {ai_statecraft.__version__}")
        parser.exit()
