"""`statecraft diff`: compare two states of the dataset by meaning."""

from __future__ import annotations

import sys
from argparse import Namespace

from ai_statecraft.cli.usage import Commands, add_data_option, data_folder


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "diff",
        help="compare two states of the dataset by meaning",
        description=__doc__,
    )
    parser.add_argument("base", metavar="BASE", help="commit, release folder or checkout")
    parser.add_argument(
        "head", metavar="HEAD", nargs="?", help="likewise (default: the data folder as it is)"
    )
    parser.add_argument("--format", choices=["text", "markdown", "json"], default="text")
    parser.add_argument(
        "--fail-on-loss", action="store_true", help="status 1 if a record or claim is lost"
    )
    add_data_option(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Print the difference; 1 with --fail-on-loss if something is lost."""
    from ai_statecraft.diff.compare import compare
    from ai_statecraft.diff.report import as_json, as_markdown, as_text
    from ai_statecraft.diff.sides import open_side

    data = data_folder(options.data)
    difference = compare(open_side(options.base, data), open_side(options.head, data))
    write = {"text": as_text, "markdown": as_markdown, "json": as_json}[options.format]
    sys.stdout.write(write(difference))
    return 1 if options.fail_on_loss and difference.has_losses else 0
