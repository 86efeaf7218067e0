"""`statecraft show`: one record, with its status and every claim."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from ai_statecraft.cli.usage import Commands
from ai_statecraft.cli.views import Row, add_view_options, print_json, print_rows, viewed

if TYPE_CHECKING:
    from ai_statecraft.dataset import Dataset
    from ai_statecraft.models import ClaimRecord

FIELDS = ("field", "value")
COLUMNS = ("path", "says", "rank", "support", "dispute", "claim")


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "show", help="show a record with its status and its claims", description=__doc__
    )
    parser.add_argument("record", metavar="TYPE/ID", help="such as fund/cn-big-fund-3")
    add_view_options(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Print the record."""
    from ai_statecraft.models import ClaimRecord

    ds = viewed(options)
    record = ds.get(options.record)
    whole = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    rows = claim_rows(ds, record) if isinstance(record, ClaimRecord) else []
    if options.format == "json":
        print_json({"type": record.type, **whole, "standing": standing(ds, record.key)})
    elif options.format == "csv":
        print_rows(rows, "csv", COLUMNS)
    else:
        print(f"{record.key}\n{record.name}\n{record.kind}")
        for name, value in standing(ds, record.key).items():
            print(f"{name}: {value}")
        if not rows:
            print_rows([{"field": k, "value": str(v)} for k, v in whole.items()], "text", FIELDS)
        print_rows(rows, "text", COLUMNS[:-1])
    return 0


def standing(ds: Dataset, key: str) -> dict[str, str | bool | None]:
    """The status of a record on the dataset's day, and what it rests on; empty for a source."""
    from ai_statecraft.models import ClaimRecord

    record = ds.get(key)
    if not isinstance(record, ClaimRecord) or not record.events:
        return {}
    status = ds.status(record)
    return {
        "day": ds.day.isoformat(),
        "status": status.status.value,
        "basis": status.basis and status.basis.value,
        "since": status.since and status.since.isoformat(),
        "uncertain": status.uncertain,
    }


def claim_rows(ds: Dataset, record: ClaimRecord) -> list[Row]:
    """A row for each claim of a record, its own first."""
    from ai_statecraft.wording import worded

    rows: list[Row] = []
    for claim in ds.claims(record):
        found = ds.explain(record, claim.path)
        rows.append(
            {
                "path": claim.path or "/",
                "says": worded(claim.item) if claim.path else record.summary or record.name,
                "rank": claim.item.rank,
                "support": found.support.grade,
                "dispute": found.dispute.grade,
                "claim": claim.id,
            }
        )
    return rows
