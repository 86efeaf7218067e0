"""The rows of the published tables, computed from a dataset's contents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ai_statecraft import edtf
from ai_statecraft.claims import PlacedClaim, labels, own_claim
from ai_statecraft.contents import Contents
from ai_statecraft.evidence import dispute, question, record_grade, record_support, support
from ai_statecraft.models import Claim, ClaimRecord, Quantity, Record, ScopeItem, Source
from ai_statecraft.models.fields import fields
from ai_statecraft.money import Rates, year_of
from ai_statecraft.progress import tracked
from ai_statecraft.stated import agrees
from ai_statecraft.status import StatusOn, part_status, record_status
from ai_statecraft.tables.catalogue import BRIEF, SHARED, catalogue
from ai_statecraft.tables.cells import cells
from ai_statecraft.tables.csv import Row, Value
from ai_statecraft.tables.reference import reference_rows, vocabulary_rows
from ai_statecraft.vocabularies import Dispute

SUPPORTS, DENIES = "for", "against"
"""The stances of a citation toward a claim."""


def table_rows(contents: Contents) -> Mapping[str, list[Row]]:
    """The rows of every table of the catalogue, in release order."""
    tables: defaultdict[str, list[Row]] = defaultdict(list)
    rates = Rates(contents.rates)
    for record in tracked(contents.records, "making tables"):
        for table, row in _record_rows(record, contents, rates):
            tables[table].append(row)
    tables |= vocabulary_rows() | reference_rows(contents)
    return {name: tables[name] for name in catalogue()}


def dated_rows(tables: Mapping[str, list[Row]], contents: Contents) -> Mapping[str, list[Row]]:
    """The rows of the same records with the statuses of the day of the contents.

    Evidence does not depend on the day, and costs much more.
    """
    day, sources = contents.day, contents.sources
    dated = {record.key: record for record in contents.of(ClaimRecord) if record.events}
    records = [
        {**row, **_status(record_status(dated[key], day, sources))}
        if (key := str(row["record"])) in dated
        else row
        for row in tables["records"]
    ]
    parts = [
        {**row, **_status(part_status(dated[key], str(row["part"]), day, sources))}
        if (key := str(row["record"])) in dated
        else row
        for row in tables["parts"]
    ]
    return {**tables, "records": records, "parts": parts}


def _record_rows(record: Record, contents: Contents, rates: Rates) -> Iterator[tuple[str, Row]]:
    yield record.folder, {"record": record.key} | cells(record, SHARED - {"kind"})
    yield from _waivers(record)
    match record:
        case ClaimRecord():
            yield "records", _heading(record) | _standing(record, contents)
            yield from _parts(record, contents)
            yield from _bridges(record)
            yield from _citations(record)
            yield from _claims(record, contents, rates)
        case Source():
            yield "records", _heading(record) | {"note": record.note}
            for place, actor in enumerate(record.issued_by):
                yield "issuers", {"record": record.key, "place": place, "actor": actor}
            for place, source in enumerate(record.derived_from):
                derived = f"{record.type}/{source}"
                yield (
                    "derivations",
                    {
                        "record": record.key,
                        "place": place,
                        "derived_from": derived,
                    },
                )
        case _:
            raise TypeError(f"no rows are known for records of type {record.type}")


def _heading(record: Record) -> dict[str, Value]:
    return {
        "record": record.key,
        "record_type": record.type,
        "record_id": record.id,
        "name": record.name,
        "kind": str(record.kind),
        "added": record.curation.added,
        "reviewed": record.curation.reviewed,
    }


def _standing(record: ClaimRecord, contents: Contents) -> dict[str, Value]:
    """The columns of `records` that only records with claims have."""
    spans = [edtf.parse(d) for e in record.events for d in (e.date, e.until) if d is not None]
    grade = record_grade(record, contents.sources, contents.publishers)
    return {
        "claim": own_claim(record).id,
        **cells(record, BRIEF | (fields(type(record)).keys() - SHARED)),
        **_status(record_status(record, contents.day, contents.sources) if record.events else None),
        "support": grade.support.grade,
        "dispute": grade.dispute.grade,
        "first_day": min((s.first for s in spans if s.first is not None), default=None),
        "last_day": max((s.last for s in spans if s.last is not None), default=None),
    }


def _status(status: StatusOn | None) -> dict[str, Value]:
    if status is None:
        return {}
    return {
        "status": status.status,
        "status_basis": status.basis,
        "status_since": status.since,
        "status_uncertain": status.uncertain,
    }


def _parts(record: ClaimRecord, contents: Contents) -> Iterator[tuple[str, Row]]:
    for part, description in record.parts.items():
        status = (
            part_status(record, part, contents.day, contents.sources) if record.events else None
        )
        yield (
            "parts",
            {
                "record": record.key,
                "part": part,
                "description": description,
                **_status(status),
            },
        )


def _bridges(record: ClaimRecord) -> Iterator[tuple[str, Row]]:
    for domain in dict.fromkeys(record.domains):
        yield "domains", {"record": record.key, "domain": domain}
    for jurisdiction in dict.fromkeys(record.jurisdictions):
        yield "jurisdictions", {"record": record.key, "jurisdiction": jurisdiction}


def _waivers(record: Record) -> Iterator[tuple[str, Row]]:
    for place, waiver in enumerate(record.waivers):
        yield "waivers", {"record": record.key, "place": place} | cells(waiver)


def _citations(record: ClaimRecord) -> Iterator[tuple[str, Row]]:
    for label, citation in record.citations.items():
        yield "citations", {"record": record.key, "citation": label} | cells(citation)
        for place, actor in enumerate(citation.attributed_to):
            yield (
                "attributions",
                {
                    "record": record.key,
                    "citation": label,
                    "place": place,
                    "actor": actor,
                },
            )


def _claims(record: ClaimRecord, contents: Contents, rates: Rates) -> Iterator[tuple[str, Row]]:
    own = own_claim(record)
    grade = record_support(record, contents.sources, contents.publishers)
    yield "claims", _claim(own) | {"support": grade.grade, "dispute": Dispute.NONE}
    yield from _cites(own)
    placed = contents.claims_of(record)
    alike: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in placed:
        alike[claim.field, *question(claim.item)].append(claim.item)
    for claim in placed:
        item = claim.item
        siblings = alike[claim.field, *question(item)]
        graded: dict[str, Value] = {
            "support": support(item, record, contents.sources, contents.publishers).grade,
            "dispute": dispute(item, siblings).grade,
        }
        placing = {"claim": claim.id, "record": claim.record, "path": claim.path}
        row: dict[str, Value] = {**placing, **cells(item), **graded}
        match item:
            case Quantity():
                row |= _quantity(claim.field, item, record, contents, rates)
            case ScopeItem():
                yield from _codes(claim, item)
            case _:
                pass
        yield claim.table, row
        yield "claims", _claim(claim) | graded
        yield from _cites(claim)


def _claim(claim: PlacedClaim) -> dict[str, Value]:
    return {
        "claim": claim.id,
        "record": claim.record,
        "held_in": claim.table,
        "path": claim.path or None,
    }


def _cites(claim: PlacedClaim) -> Iterator[tuple[str, Row]]:
    for alternative, cite in enumerate(claim.item.cites):
        for label in labels(cite):
            yield _cite(claim, SUPPORTS, alternative, label)
    for alternative, label in enumerate(claim.item.against):
        yield _cite(claim, DENIES, alternative, label)


def _cite(claim: PlacedClaim, stance: str, alternative: int, label: str) -> tuple[str, Row]:
    return "cites", {
        "claim": claim.id,
        "record": claim.record,
        "stance": stance,
        "alternative": alternative,
        "citation": label,
    }


def _codes(claim: PlacedClaim, item: ScopeItem) -> Iterator[tuple[str, Row]]:
    for codes, excluded in ((item.codes, False), (item.except_codes, True)):
        for code in codes:
            yield (
                "codes",
                {
                    "claim": claim.id,
                    "record": claim.record,
                    "system": item.system,
                    "code": code,
                    "excluded": excluded,
                },
            )


def _quantity(
    purpose: str, item: Quantity, record: ClaimRecord, contents: Contents, rates: Rates
) -> dict[str, Value]:
    values = tuple(v for v in (item.value, item.low, item.high) if v is not None)
    row: dict[str, Value] = {
        "purpose": purpose,
        "stated_agrees": agrees(item.stated, values) if item.stated else None,
    }
    year = year_of(item, record, contents.sources)
    for name, value in (("value", item.value), ("low", item.low), ("high", item.high)):
        if value is not None and year is not None:
            converted = rates.usd(value, item.unit, year)
            if converted is not None:
                row |= {f"{name}_usd": converted.usd, "usd_rate": converted.rate}
                row["usd_rate_year"] = year
    return row
