"""`statecraft show`: one record, with its status and every claim."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ai_statecraft.cli.usage import Commands
from ai_statecraft.cli.views import Row, add_view_options, print_json, print_rows, viewed

if TYPE_CHECKING:
    from ai_statecraft.dataset import Dataset
    from ai_statecraft.models import ClaimRecord, Record

FIELDS = ("field", "value")
COLUMNS = ("path", "rank", "known", "support", "dispute", "says", "claim")


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
        standing = {**_standing(ds, record), "parts": dict(_parts(ds, record))}
        print_json({"type": record.type, **whole, "standing": standing})
    elif options.format == "csv":
        print_rows(rows, "csv", COLUMNS)
    else:
        print(f"{record.key}\n{record.name}\n{record.kind}")
        for name, value in _standing(ds, record).items():
            print(f"{name}: {value}")
        for part, status in _parts(ds, record):
            print(f"part {part}: {status}")
        if isinstance(record, ClaimRecord) and record.summary is not None:
            print(record.summary)
        if not rows:
            print_rows([{"field": k, "value": str(v)} for k, v in whole.items()], "text", FIELDS)
        # What is claimed comes last, since it can be long.
        columns = [c for c in COLUMNS[:-1] if c != "known" or ds.known_on is not None]
        print_rows(rows, "text", columns)
    return 0


def _standing(ds: Dataset, record: Record) -> dict[str, str | bool | None]:
    """The status of a record on the dataset's day, and what it rests on; empty for a source."""
    from ai_statecraft.models import ClaimRecord

    if not isinstance(record, ClaimRecord) or not record.events:
        return {}
    status = ds.status(record)
    return {
        "day": ds.day.isoformat(),
        **({} if ds.known_on is None else {"known on": ds.known_on.isoformat()}),
        "status": status.status.value,
        "basis": status.basis and status.basis.value,
        "since": status.since and status.since.isoformat(),
        "uncertain": status.uncertain,
    }


def _parts(ds: Dataset, record: Record) -> Iterator[tuple[str, str]]:
    """The status of each part of a record on the dataset's day."""
    from ai_statecraft.models import ClaimRecord

    if isinstance(record, ClaimRecord) and record.events:
        for part in record.parts:
            yield part, ds.status(record, part=part).status.value


def claim_rows(ds: Dataset, record: ClaimRecord) -> list[Row]:
    """A row for each claim of a record, its own first."""
    from ai_statecraft.wording import worded

    rows: list[Row] = []
    for claim in ds.claims(record):
        found = ds.explain(record, claim.path)
        rows.append(
            {
                "path": claim.path or "/",
                "says": worded(claim.item) if claim.path else f"{record.name}, {record.kind}",
                "known": claim.known,
                "rank": claim.item.rank,
                "support": found.support.grade,
                "dispute": found.dispute.grade,
                "claim": claim.id,
            }
        )
    return rows
