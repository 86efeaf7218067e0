"""`statecraft list`: the records of a type, with their status."""

from __future__ import annotations

from argparse import Namespace

from ai_statecraft.cli.usage import Commands
from ai_statecraft.cli.views import add_view_options, print_rows, viewed
from ai_statecraft.errors import NotFoundError

COLUMNS = ("record", "kind", "status", "name")


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "list", help="list the records of a type with their status", description=__doc__
    )
    parser.add_argument("type", nargs="?", metavar="TYPE", help="such as fund (default: all)")
    parser.add_argument("--status", metavar="STATUS", help="only those with this status")
    parser.add_argument("--domain", metavar="DOMAIN", help="only those of this domain")
    parser.add_argument("--jurisdiction", metavar="CODE", help="only those of this state")
    add_view_options(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Print a row for each record."""
    from ai_statecraft.models import TYPES, ClaimRecord
    from ai_statecraft.vocabularies import Domain, Status

    wanted: str | None = options.type
    names = {name: model for model in TYPES.values() for name in (model.type, model.folder)}
    if wanted is not None and wanted not in names:
        raise NotFoundError("record type", wanted, names)
    jurisdiction = options.jurisdiction and options.jurisdiction.upper()
    for term, vocabulary in ((options.status, Status), (options.domain, Domain)):
        if term is not None and term not in list(vocabulary):
            raise NotFoundError(vocabulary.__name__.lower(), term, vocabulary)
    ds = viewed(options)
    rows: list[dict[str, str | None]] = []
    for record in ds:
        claiming = isinstance(record, ClaimRecord)
        status = ds.status(record).status.value if claiming and record.events else None
        domains = record.domains if claiming else ()
        jurisdictions = record.jurisdictions if claiming else ()
        if (
            (wanted is None or isinstance(record, names[wanted]))
            and options.status in (None, status)
            and (options.domain is None or options.domain in domains)
            and (jurisdiction is None or jurisdiction in jurisdictions)
        ):
            rows.append(
                {
                    "record": record.key,
                    "kind": str(record.kind),
                    "status": status,
                    "name": record.name,
                }
            )
    print_rows(rows, options.format, COLUMNS)
    return 0
