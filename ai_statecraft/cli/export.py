"""`statecraft export`: one of the published tables, or the answer to a query in SQL."""

from __future__ import annotations

from argparse import Namespace

from ai_statecraft.cli.usage import Commands, UsageError
from ai_statecraft.cli.views import Row, add_view_options, print_rows, viewed


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "export", help="write a published table, or the answer to a query", description=__doc__
    )
    parser.add_argument(
        "table", nargs="?", metavar="TABLE", help="such as quantities (default: list the tables)"
    )
    parser.add_argument("--sql", metavar="QUERY", help="one query over the tables instead")
    add_view_options(parser, default="csv")
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Print the rows; without a table or query, the names of the tables and what they hold."""
    from ai_statecraft.tables.catalogue import catalogue

    table: str | None = options.table
    query: str | None = options.sql
    if table is not None and query is not None:
        raise UsageError("give a table or a query, not both")
    if table is None and query is None:
        tables: list[Row] = [
            {"table": table.name, "holds": table.description} for table in catalogue().values()
        ]
        print_rows(tables, options.format, ("table", "holds"))
        return 0
    ds = viewed(options)
    found = ds.table(table) if table is not None else ds.sql(query or "")
    print_rows(found.to_pylist(), options.format, found.column_names)
    return 0
