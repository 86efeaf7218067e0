"""What differs between two states of the dataset, what was lost first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ai_statecraft.claims import claims, labels, own_claim
from ai_statecraft.contents import Contents
from ai_statecraft.models import Citation, Claim, ClaimRecord, Fingerprint, Record, Waiver
from ai_statecraft.models.base import Model
from ai_statecraft.models.fields import Shape, fields
from ai_statecraft.tables.csv import Value, cell
from ai_statecraft.tables.rows import table_rows

COMPUTED = ("status", "status_basis", "support", "dispute")
"""What is computed of a record, and compared as an effect of the changes."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record or claim, before and after; None where it was or is absent."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that came, went, or whose own fields or claims changed."""

    record: str
    name: str
    redirected_to: str | None = None
    """Where the content of a record that went is now."""
    reason: str | None = None
    """Why it went: None if it went without a redirect or withdrawal, which is a loss."""


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that was lost, changed or added."""

    record: str
    claim: str
    """The claim's id."""
    path: str
    """Where it is, or was if it is lost."""
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs, each list sorted by record."""

    lost_records: tuple[RecordChange, ...] = ()
    """Gone without a redirect or withdrawal."""
    lost_claims: tuple[ClaimChange, ...] = ()
    lost_rows: tuple[ClaimChange, ...] = ()
    """Redirects and released ids that are gone: with them, an id could vanish in silence."""
    withdrawn: tuple[RecordChange, ...] = ()
    """Redirected, or withdrawn with a reason."""
    changed_claims: tuple[ClaimChange, ...] = ()
    changed_records: tuple[ClaimChange, ...] = ()
    """Changes of a record's own fields; `path` is empty."""
    changed_rows: tuple[ClaimChange, ...] = ()
    """Rates, deflators, redirects and released ids that changed, came, or (not ids) went."""
    added: tuple[RecordChange, ...] = ()
    added_claims: tuple[ClaimChange, ...] = ()
    """Claims added to records that were there before."""
    effects: tuple[ClaimChange, ...] = ()
    """Changes of computed status and evidence of records that were there before."""

    @property
    def has_losses(self) -> bool:
        """Whether a record, claim, redirect or released id is gone without a word."""
        return bool(self.lost_records or self.lost_claims or self.lost_rows)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return self == Difference()


def compare(before: Contents, after: Contents) -> Difference:
    """What differs between two states, records and claims matched by key and id."""
    old, new = _by_key(before), _by_key(after)
    gone = [_gone(old[key], after) for key in old.keys() - new.keys()]
    both = sorted(old.keys() & new.keys())
    pairs = [(key, _claims(old[key]), _claims(new[key])) for key in both]
    lost_rows, changed_rows = _row_changes(_rows(before), _rows(after))
    return Difference(
        lost_records=_sorted(change for change in gone if change.reason is None),
        lost_claims=tuple(_only(pairs, 1, 2)),
        lost_rows=lost_rows,
        withdrawn=_sorted(change for change in gone if change.reason is not None),
        changed_claims=tuple(_changed(pairs)),
        changed_records=tuple(_own_changes(old, new, both)),
        changed_rows=changed_rows,
        added=_sorted(RecordChange(key, new[key].name) for key in new.keys() - old.keys()),
        added_claims=tuple(_only(pairs, 2, 1)),
        effects=tuple(_effects(before, after, both)),
    )


Described = Mapping[str, tuple[str, Mapping[str, str]]]
"""Path and fields of each claim by its id."""
Pair = tuple[str, Described, Described]


def _by_key(contents: Contents) -> dict[str, Record]:
    return {record.key: record for record in contents.records}


def _sorted(changes: Iterator[RecordChange]) -> tuple[RecordChange, ...]:
    return tuple(sorted(changes, key=lambda change: change.record))


def _gone(record: Record, after: Contents) -> RecordChange:
    redirect = next((r for r in after.redirects if r.record == record.key), None)
    if redirect is None:
        return RecordChange(record.key, record.name)
    return RecordChange(record.key, record.name, redirect.to_record, str(redirect.reason))


def _claims(record: Record) -> Described:
    if not isinstance(record, ClaimRecord):
        return {}
    return {claim.id: (claim.path, described(claim.item, record)) for claim in claims(record)}


def described(item: Claim, record: ClaimRecord) -> dict[str, str]:
    """A claim's fields as text; of its citations the passages, not the labels."""
    return _texts(item) | _passages(item, record.citations)


def _texts(item: Model) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, field in fields(type(item)).items():
        value: Value | tuple[object, ...] | Fingerprint = getattr(item, field.name)
        if key in ("cites", "against", "curation") or field.shape is Shape.MAP:
            continue
        match value:
            case None | ():
                pass
            case Fingerprint():
                found[key] = f"{value.words} words, {value.sha256}"
            case tuple() if field.model is None:
                found[key] = ", ".join(map(str, value))
            case tuple():
                found |= {key: waived} if (waived := _waived(value)) else {}
            case _:
                found[key] = cell(value)
    return found


def _waived(items: tuple[object, ...]) -> str:
    """The waivers among a record's items, which are no claims."""
    waivers = [item for item in items if isinstance(item, Waiver)]
    return "; ".join(f"{waiver.rule} {waiver.path or ''}: {waiver.reason}" for waiver in waivers)


def _passages(item: Claim, citations: Mapping[str, Citation]) -> dict[str, str]:
    groups = {
        "sources": ["+".join(_passage(x, citations) for x in labels(c)) for c in item.cites],
        "against": [_passage(label, citations) for label in item.against],
    }
    return {key: ", ".join(sorted(found)) for key, found in groups.items() if found}


def _passage(label: str, citations: Mapping[str, Citation]) -> str:
    citation = citations.get(label)
    if citation is None:
        return f"undefined {label}"
    words = [citation.basis, *(f"of {actor}" for actor in citation.attributed_to)]
    words.append(f"passage {citation.fingerprint.sha256[:8]}")
    place = f" at {citation.locator}" if citation.locator else ""
    return f"{citation.source}{place} ({', '.join(words)})"


def _only(pairs: list[Pair], side: int, other: int) -> Iterator[ClaimChange]:
    """The claims of one side that the other lacks."""
    for pair in pairs:
        here: Described = pair[1] if side == 1 else pair[2]
        there: Described = pair[1] if other == 1 else pair[2]
        for claim, (path, texts) in here.items():
            if claim not in there:
                changes = (
                    FieldChange(k, v, None) if side == 1 else FieldChange(k, None, v)
                    for k, v in texts.items()
                )
                yield ClaimChange(pair[0], claim, path, tuple(changes))


def _changed(pairs: list[Pair]) -> Iterator[ClaimChange]:
    for record, old, new in pairs:
        for claim in old:
            if claim in new and (changes := _field_changes(old[claim][1], new[claim][1])):
                yield ClaimChange(record, claim, new[claim][0], changes)


def _field_changes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(key, before.get(key), after.get(key))
        for key in dict.fromkeys((*before, *after))
        if before.get(key) != after.get(key)
    )


def _own_changes(
    old: Mapping[str, Record], new: Mapping[str, Record], both: list[str]
) -> Iterator[ClaimChange]:
    for key in both:
        if changes := _field_changes(_own(old[key]), _own(new[key])):
            yield ClaimChange(key, "", "", changes)


def _own(record: Record) -> dict[str, str]:
    texts = _texts(record)
    if isinstance(record, ClaimRecord):
        texts |= _passages(own_claim(record).item, record.citations)
        texts |= {f"parts/{part}": text for part, text in record.parts.items()}
    return texts


def _rows(contents: Contents) -> dict[str, dict[str, str]]:
    """The reference rows by table and key."""
    rows = {f"rates/{r.currency} {r.year}": _texts(r) for r in contents.rates}
    rows |= {f"deflators/{r.currency} {r.year}": _texts(r) for r in contents.deflators}
    rows |= {f"redirects/{r.record}": _texts(r) for r in contents.redirects}
    return rows | {f"released/{r.record}": _texts(r) for r in contents.released}


def _row_changes(
    before: Mapping[str, Mapping[str, str]], after: Mapping[str, Mapping[str, str]]
) -> tuple[tuple[ClaimChange, ...], tuple[ClaimChange, ...]]:
    """The redirects and released ids that are gone, and all other changes of rows."""
    lost: list[ClaimChange] = []
    changed: list[ClaimChange] = []
    for key in sorted({*before, *after}):
        if changes := _field_changes(before.get(key, {}), after.get(key, {})):
            is_lost = key not in after and not key.startswith(("rates/", "deflators/"))
            (lost if is_lost else changed).append(ClaimChange(key, "", "", changes))
    return tuple(lost), tuple(changed)


def _effects(before: Contents, after: Contents, both: list[str]) -> Iterator[ClaimChange]:
    old, new = _computed(before), _computed(after)
    for key in both:
        if changes := _field_changes(old[key], new[key]):
            yield ClaimChange(key, "", "", changes)


def _computed(contents: Contents) -> dict[str, dict[str, str]]:
    return {
        str(row["record"]): {c: cell(row[c]) for c in COMPUTED if row.get(c) is not None}
        for row in table_rows(contents)["records"]
    }
