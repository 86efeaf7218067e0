"""`statecraft search`: find records by their names, in any language and with a typo."""

from __future__ import annotations

from argparse import Namespace

from ai_statecraft.cli.usage import Commands
from ai_statecraft.cli.views import add_view_options, print_rows, viewed

COLUMNS = ("record", "name", "score")


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser("search", help="find records by their names", description=__doc__)
    parser.add_argument("query", nargs="+", metavar="WORD", help="words of a name")
    parser.add_argument(
        "--type", action="append", dest="types", metavar="TYPE", help="only records of this type"
    )
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="default: 20")
    add_view_options(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Print a row for each record that was found, best first; 1 if there is none."""
    from ai_statecraft.models import TYPES

    # Types may be named as in `list`: fund or funds.
    types = {model.folder: model.type for model in TYPES.values()}
    named: list[str] | None = options.types
    wanted = None if named is None else [types.get(name, name) for name in named]
    found = viewed(options).search(" ".join(options.query), types=wanted, limit=options.limit)
    columns = COLUMNS[:-1] if options.format == "text" else COLUMNS
    rows = [
        {"record": match.record.key, "name": match.name, "score": round(match.score, 3)}
        for match in found
    ]
    print_rows(rows, options.format, columns)
    return 0 if found else 1
