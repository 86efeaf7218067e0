"""Records as HTML, for notebooks: everything that comes from the data is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from ai_statecraft.claims import claims, labels
from ai_statecraft.models import Citation, Claim, ClaimRecord, Record, Source
from ai_statecraft.models.seen import View
from ai_statecraft.wording import worded

MOST_ROWS = 60
"""A longer collection shows that many rows and says how many more there are."""


def record_card(record: Record, view: View | None = None) -> str:
    """A record as a card: what it is, then each claim with the sources it cites.

    A dataset as `view` adds the status on its day, and the sources by their titles, dates and
    addresses; without one they are named by their ids.

    >>> record_card(ds.funds["cn-big-fund"], ds).startswith("<article><h3>")
    True
    """
    return "".join(_card(record, view))


class Markup(str):
    """Text that is HTML already; all other text is escaped."""

    __slots__ = ()


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of texts.

    >>> table(["a"], [["<b>"]])
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    head = "".join(f"<th>{escape(name)}</th>" for name in header)
    body = "".join(
        "<tr>" + "".join(f"<td>{_safe(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _safe(text: str) -> str:
    return text if isinstance(text, Markup) else escape(text)


def records_table(records: Iterable[Record]) -> str:
    """Records as a table of id, name and kind, cut off after `MOST_ROWS` rows.

    >>> records_table([]).count("<td>")
    0
    """
    rows = [(record.id, record.name, str(record.kind)) for record in records]
    more = len(rows) - MOST_ROWS
    rest = f"<p>… and {more} more</p>" if more > 0 else ""
    return table(("id", "name", "kind"), rows[:MOST_ROWS]) + rest


def _card(record: Record, view: View | None) -> Iterator[str]:
    yield f"<article><h3>{escape(record.name)}</h3>"
    yield f"<p><code>{escape(record.key)}</code> · {escape(str(record.kind))}"
    if isinstance(record, ClaimRecord):
        if view is not None and record.events:
            yield f" · {escape(_standing(record, view))}"
        yield "</p>"
        if record.summary is not None:
            yield f"<p>{escape(record.summary)}</p>"
        yield table(("path", "claim", "sources"), _claim_rows(record, view))
    else:
        written = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        yield "</p>"
        yield table(("field", "value"), ((key, str(value)) for key, value in written.items()))
    yield "</article>"


def _standing(record: ClaimRecord, view: View) -> str:
    status = view.status(record)
    since = "" if status.since is None else f" since {status.since}"
    return f"{status.status}{since}" + (", uncertain" if status.uncertain else "")


def _claim_rows(record: ClaimRecord, view: View | None) -> Iterator[tuple[str, str, str]]:
    own = f"{record.name}, {record.kind}"
    yield "", own, _sources(record.cites, record.citations, view)
    for claim in claims(record):
        item = claim.item
        yield claim.path, _ranked(item), _sources(item.cites, record.citations, view)


def _ranked(claim: Claim) -> str:
    if claim.rank is None:
        return worded(claim)
    reason = "" if claim.rank_reason is None else f": {claim.rank_reason}"
    return f"{worded(claim)} ({claim.rank}{reason})"


def _sources(cites: Iterable[str], citations: Mapping[str, Citation], view: View | None) -> Markup:
    """The cited sources; those that carry the claim only together joined by a plus."""
    named = (
        " + ".join(_source(label, citations, view) for label in labels(cite)) for cite in cites
    )
    # Several passages of one source are one line.
    return Markup("<br/>".join(dict.fromkeys(named)))


def _source(label: str, citations: Mapping[str, Citation], view: View | None) -> str:
    if label not in citations:
        return escape(f"{label}?")
    name = citations[label].source
    key = f"{Source.type}/{name}"
    source = view.get(key) if view is not None and key in view else None
    if not isinstance(source, Source):
        return escape(name)
    title = escape(source.name)
    if source.url is not None:
        title = f'<a href="{escape(source.url)}">{title}</a>'
    dated = [text for text in (source.publisher, source.published) if text is not None]
    return title + (escape(f" ({', '.join(dated)})") if dated else "")
