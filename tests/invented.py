"""Invented records for tests: no such act, body or document exists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ai_statecraft.models import (
    Citation,
    Curation,
    Event,
    Fingerprint,
    Restriction,
    Source,
)
from ai_statecraft.vocabularies import Basis, EventType, Rank, RestrictionKind, SourceKind

CURATION = Curation(added="2040-01-01", reviewed="2040-01-01")
FINGERPRINT = Fingerprint(words=8, sha256="0" * 64)


def source(
    slug: str,
    kind: SourceKind = SourceKind.NEWSROOM,
    *,
    published: str | None = "2030-01-01",
    retrieved: str | None = None,
    publisher: str | None = None,
    issued_by: Sequence[str] = (),
    copy_of: str | None = None,
    translation_of: str | None = None,
    derived_from: Sequence[str] = (),
) -> Source:
    return Source(
        id=slug,
        name="An invented document",
        kind=kind,
        language="en",
        published=published,
        retrieved=retrieved,
        publisher=publisher,
        issued_by=tuple(issued_by),
        copy_of=copy_of,
        translation_of=translation_of,
        derived_from=tuple(derived_from),
        curation=CURATION,
    )


def citation(
    source: str, basis: Basis = Basis.RELAY, attributed_to: Sequence[str] = ()
) -> Citation:
    return Citation(
        source=source, basis=basis, attributed_to=tuple(attributed_to), fingerprint=FINGERPRINT
    )


def event(
    what: EventType,
    date: str,
    *,
    until: str | None = None,
    part: str | None = None,
    by: str | None = None,
    rank: Rank | None = None,
    cites: Sequence[str] = (),
) -> Event:
    return Event(type=what, date=date, until=until, part=part, by=by, rank=rank, cites=tuple(cites))


def restriction(
    *events: Event,
    parts: Sequence[str] = (),
    citations: Mapping[str, Citation] | None = None,
) -> Restriction:
    return Restriction(
        id="invented",
        name="An invented restriction",
        kind=RestrictionKind.EXPORT_CONTROL,
        parts={part: f"the part {part}" for part in parts},
        events=events,
        citations=citations or {},
        curation=CURATION,
    )


def by_id(*sources: Source) -> dict[str, Source]:
    return {each.id: each for each in sources}
