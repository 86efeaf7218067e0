"""A difference as text, as Markdown for a pull request, and as JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from pydantic_core import to_json

from ai_statecraft.diff.compare import ClaimChange, Difference, RecordChange
from ai_statecraft.reader.characters import escaped

LIMIT = 60_000
"""Characters that a comment may have."""
_VALUE = 300
_NOTHING = "No difference in records, claims, status or evidence."
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+!|~&@:./-])")

Change = RecordChange | ClaimChange
Quote = Callable[[str], str]


def sections(difference: Difference) -> Iterator[tuple[str, Sequence[Change], bool]]:
    """Heading, changes, and whether they are losses: losses first, effects last."""
    yield "Records lost (neither redirected nor withdrawn)", difference.lost_records, True
    yield "Claims lost", difference.lost_claims, True
    yield "Redirects and released ids lost", difference.lost_rows, True
    yield "Records redirected or withdrawn", difference.withdrawn, False
    yield "Claims changed", difference.changed_claims, False
    yield "Records changed", difference.changed_records, False
    yield "Rates, redirects and released ids changed", difference.changed_rows, False
    yield "Records added", difference.added, False
    yield "Claims added to existing records", difference.added_claims, False
    yield "Effects on status and evidence", difference.effects, False


def as_text(difference: Difference) -> str:
    """The difference for a terminal: control characters escaped."""
    if difference.is_empty:
        return _NOTHING + "\n"
    lines: list[str] = []
    for heading, changes, _ in sections(difference):
        if changes:
            lines += ["", f"{heading} ({len(changes)})"]
            lines += [f"  {line}" for change in changes for line in _lines(change, escaped)]
    return "\n".join(lines[1:]) + "\n"


def as_json(difference: Difference) -> str:
    """The difference as a JSON object with a list for each section."""
    return to_json(asdict(difference), indent=2).decode() + "\n"


def as_markdown(difference: Difference, limit: int = LIMIT) -> str:
    """The difference as a comment of at most `limit` characters that never hides a loss.

    Whatever comes from the data is escaped, so that no name or value makes markup, links
    or mentions. Losses come first, if need be shortened to keys and paths; the rest is
    cut section by section; each heading says how many changes there are.
    """
    title = "### What this changes in the dataset\n"
    if difference.is_empty:
        return f"{title}\n{_NOTHING}\n"
    losses = [(h, c) for h, c, lost in sections(difference) if lost and c]
    others = [(h, c) for h, c, lost in sections(difference) if not lost and c]
    for shorten in (_full, _bare, _counted):
        text = title + "".join(_section(h, c, shorten, None) for h, c in losses)
        # Each remaining section needs room to say at least that it is there.
        if len(text) + 200 * len(others) <= limit:
            break
    for number, (heading, changes) in enumerate(others):
        room = limit - len(text) - 200 * (len(others) - number - 1)
        text += _section(heading, changes, _full, room)
    return text


def _section(
    heading: str,
    changes: Sequence[Change],
    lines: Callable[[Sequence[Change]], list[str]],
    room: int | None,
) -> str:
    """A section of at most `room` characters; without a bound, as losses have it, all of it."""
    head = f"\n#### {heading}: {len(changes)}\n\n"
    kept: list[str] = []
    used = len(head) + 80
    for line in lines(changes):
        if room is not None and used + len(line) + 1 > room:
            kept.append("- … and more: run `statecraft diff` for all of it")
            break
        kept.append(line)
        used += len(line) + 1
    return head + "\n".join(kept) + "\n"


def _full(changes: Sequence[Change]) -> list[str]:
    found: list[str] = []
    for change in changes:
        head, *details = _lines(change, inert)
        found += [f"- {head}", *(f"  - {detail.strip()}" for detail in details)]
    return found


def _bare(changes: Sequence[Change]) -> list[str]:
    return [f"- {next(iter(_lines(change, inert)))}" for change in changes]


def _counted(changes: Sequence[Change]) -> list[str]:
    """So many losses that only their number a record fits."""
    counts: dict[str, int] = {}
    for change in changes:
        kind = change.record.partition("/")[0]
        counts[kind] = counts.get(kind, 0) + 1
    return [f"- {number} in records of type {inert(kind)}" for kind, number in counts.items()]


def _lines(change: Change, quote: Quote) -> Iterator[str]:
    match change:
        case RecordChange():
            arrow = f" → {quote(change.redirected_to)}" if change.redirected_to else ""
            reason = f" ({change.reason})" if change.reason else ""
            yield f"{quote(change.record)}: {_short(change.name, quote)}{arrow}{reason}"
        case ClaimChange():
            yield f"{quote(change.record)}{quote(f' {change.path}' if change.path else '')}"
            for field in change.fields:
                before, after = _short(field.before, quote), _short(field.after, quote)
                yield f"  {quote(field.field)}: {before} → {after}"


def _short(value: str | None, quote: Quote) -> str:
    if value is None:
        return "(nothing)"
    cut = value if len(value) <= _VALUE else f"{value[:_VALUE]}…"
    return quote(cut)


def inert(text: str) -> str:
    """Text that Markdown and HTML show as it is: no markup, no link, no mention."""
    printable = escaped(" ".join(text.split()))
    return _MARKS.sub(_entity, printable)


def _entity(mark: re.Match[str]) -> str:
    """The entity of a mark.

    Mentions and issue numbers are looked for once entities have been read, so that a space
    of no width has to break them.
    """
    entity = f"&#{ord(mark[0])};"
    return f"{entity}&#8203;" if mark[0] in "@#" else entity
