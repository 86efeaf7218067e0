"""`statecraft explain`: on whose word a claim rests, and how well it is supported."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ai_statecraft.cli.usage import Commands
from ai_statecraft.cli.views import Row, add_view_options, print_json, print_rows, viewed

if TYPE_CHECKING:
    from ai_statecraft.dataset.explain import Explanation, Passage

COLUMNS = (
    "stance",
    "alternative",
    "citation",
    "source",
    "title",
    "kind",
    "tier",
    "published",
    "locator",
    "basis",
    "attributed_to",
    "origins",
    "proof",
)


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "explain", help="say on whose word a claim rests", description=__doc__
    )
    parser.add_argument("record", metavar="TYPE/ID", help="such as fund/cn-big-fund-3")
    parser.add_argument(
        "claim",
        nargs="?",
        default="",
        metavar="CLAIM",
        help="a JSON Pointer such as /quantities/0, or a claim's id (default: the record's own)",
    )
    parser.add_argument(
        "--archive", type=Path, metavar="DIR", help="folder of texts to prove the passages in"
    )
    add_view_options(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Print the explanation; as CSV, a row for each passage."""
    found = viewed(options).explain(options.record, options.claim, archive=options.archive)
    if options.format == "text":
        print(found.text)
    elif options.format == "csv":
        print_rows(list(passage_rows(found)), "csv", COLUMNS)
    else:
        print_json(as_object(found))
    return 0


def passage_rows(found: Explanation) -> Iterator[Row]:
    """A row for each passage that speaks for or against the claim."""
    for place, alternative in enumerate(found.cites):
        for passage in alternative:
            yield {"stance": "for", "alternative": place, **_passage(passage)}
    for place, passage in enumerate(found.against):
        yield {"stance": "against", "alternative": place, **_passage(passage)}


def as_object(found: Explanation) -> dict[str, object]:
    """The explanation as an object for JSON."""
    return {
        "record": found.record.key,
        "claim": found.claim.id,
        "path": found.claim.path,
        "states": found.claim.item.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        "known": found.claim.known,
        "support": {"grade": found.support.grade, "reason": found.support.reason},
        "dispute": {"grade": found.dispute.grade, "reason": found.dispute.reason},
        "passages": [dict(row) for row in passage_rows(found)],
        "rivals": [
            {"claim": rival.id, "path": rival.path, "rank": rival.item.rank}
            for rival in found.rivals
        ],
    }


def _passage(passage: Passage) -> Row:
    source = passage.source
    return {
        "citation": passage.label,
        "source": passage.citation.source,
        "title": source and source.name,
        "kind": source and source.kind,
        "tier": passage.tier and passage.tier.value,
        "published": source and source.published,
        "locator": passage.citation.locator,
        "basis": passage.citation.basis,
        "attributed_to": " ".join(passage.citation.attributed_to) or None,
        "origins": " ".join(sorted(passage.origins)),
        "proof": passage.proof and passage.proof.value,
    }
