"""Records as HTML, for notebooks: everything that comes from the data is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from ai_statecraft.claims import claims, labels
from ai_statecraft.models import Citation, Claim, ClaimRecord, Record
from ai_statecraft.wording import worded

MOST_ROWS = 60
"""A longer collection shows that many rows and says how many more there are."""


def record_card(record: Record) -> str:
    """A record as a card: what it is, then each claim with the sources it cites.

    >>> record_card(ds.funds["cn-big-fund"]).startswith("<article><h3>")
    True
    """
    return "".join(_card(record))


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of texts.

    >>> table(["a"], [["<b>"]])
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    head = "".join(f"<th>{escape(name)}</th>" for name in header)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def records_table(records: Iterable[Record]) -> str:
    """Records as a table of id, name and kind, cut off after `MOST_ROWS` rows.

    >>> records_table([]).count("<td>")
    0
    """
    rows = [(record.id, record.name, str(record.kind)) for record in records]
    more = len(rows) - MOST_ROWS
    rest = f"<p>… and {more} more</p>" if more > 0 else ""
    return table(("id", "name", "kind"), rows[:MOST_ROWS]) + rest


def _card(record: Record) -> Iterator[str]:
    yield f"<article><h3>{escape(record.name)}</h3>"
    yield f"<p><code>{escape(record.key)}</code> · {escape(str(record.kind))}</p>"
    if isinstance(record, ClaimRecord):
        if record.summary is not None:
            yield f"<p>{escape(record.summary)}</p>"
        yield table(("field", "claim", "sources"), _claim_rows(record))
    else:
        written = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        yield table(("field", "value"), ((key, str(value)) for key, value in written.items()))
    yield "</article>"


def _claim_rows(record: ClaimRecord) -> Iterator[tuple[str, str, str]]:
    yield "record", f"{record.name}, {record.kind}", _sources(record.cites, record.citations)
    for claim in claims(record):
        yield claim.field, _ranked(claim.item), _sources(claim.item.cites, record.citations)


def _ranked(claim: Claim) -> str:
    return worded(claim) + (f" ({claim.rank})" if claim.rank is not None else "")


def _sources(cites: Iterable[str], citations: Mapping[str, Citation]) -> str:
    """The cited sources by id; those that carry the claim only together joined by a plus."""
    return ", ".join(
        " + ".join(
            citations[label].source if label in citations else f"{label}?" for label in labels(cite)
        )
        for cite in cites
    )
