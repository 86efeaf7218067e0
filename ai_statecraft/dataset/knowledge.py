"""What could be known by a day: the claims that some source had published by then.

A claim is kept if one of its cites had been published, and with it only those of its
citations that had. Whether that is certain follows from the dates: a source published on
a known day is known from that day; where only a month is known, it is possibly known from
the month's first day and known from its last. Where `published` is missing, the source is
known from the day it was retrieved, and possibly known on every day before, but for those on
which it cannot have been written yet: a document that it copies, translates or draws on was
still to be published, or an event that it tells of, and that nobody foresees, still to come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from ai_statecraft.claims import Knowledge, PlacedClaim, claim_fields, labels
from ai_statecraft.contents import Contents
from ai_statecraft.models import Claim, ClaimRecord, Record, Source
from ai_statecraft.origins import carriers
from ai_statecraft.status.timeline import days
from ai_statecraft.vocabularies import Rank

Known = Mapping[str, Knowledge]
"""What could be known, by source id or citation label; what could not be is absent."""


NOTHING: Mapping[str, date] = MappingProxyType({})


def known_source(
    source: Source,
    on: date,
    sources: Mapping[str, Source],
    told: Mapping[str, date] = NOTHING,
) -> Knowledge | None:
    """Whether a document had been published by a day; None if it certainly had not.

    `sources` are by id; `told` gives the day of the last unforeseeable event that each tells of,
    as `told_days` finds it.
    """
    if source.published is not None:
        first, last = days(source.published)
        if on < first:
            return None
        return Knowledge.KNOWN if last <= on else Knowledge.POSSIBLY
    if source.retrieved is not None and days(source.retrieved)[1] <= on:
        return Knowledge.KNOWN
    for name in _with_upstream([source.id], sources):
        published = sources[name].published
        if published is not None and on < days(published)[0]:
            return None
        if on < told.get(name, date.min):
            return None
    return Knowledge.POSSIBLY


def told_days(records: Iterable[Record]) -> Mapping[str, date]:
    """The first day on which each source, by id, can have told all that it is cited for.

    Deprecated events do not count, since the source may have had their day wrong.
    """
    told: dict[str, date] = {}
    for record in records:
        if isinstance(record, ClaimRecord):
            for event in record.events:
                if not event.type.foreseeable and event.rank is not Rank.DEPRECATED:
                    first, _ = days(event.date)
                    for cite in event.cites:
                        for citation in carriers(cite, record.citations):
                            before = told.get(citation.source, first)
                            told[citation.source] = max(first, before)
    return told


def known_contents(contents: Contents, on: date, *, certainly: bool = False) -> Contents:
    """The contents as they could have been known by the end of a day.

    Whatever view is given, it is the whole that is restricted, and claims keep the ids and
    places that they have there. Records of which nothing could be known are left out; what
    names them stays. Sources are kept if they could be known, with those that they copy,
    translate or draw on. If `certainly`, what was only possibly known is left out too.
    """
    contents = contents.whole or contents
    told = told_days(contents.records)
    sources = {
        source.id: known
        for source in contents.sources.values()
        if (known := known_source(source, on, contents.sources, told)) is not None
        and (known is Knowledge.KNOWN or not certainly)
    }
    kept_sources = _with_upstream(sources, contents.sources)
    records: list[Record] = []
    restricted: dict[str, tuple[PlacedClaim, ...]] = {}
    for record in contents.records:
        if isinstance(record, ClaimRecord):
            placed = _known_claims(record, contents, sources)
            if placed[0].known is not None or len(placed) > 1:
                records.append(_restricted(record, placed, sources))
                restricted[record.key] = placed
        elif record.id in kept_sources:
            records.append(record)
    return replace(
        contents,
        records=tuple(records),
        whole=contents,
        known_on=on,
        certainly=certainly,
        restricted=restricted,
    )


def _with_upstream(found: Iterable[str], sources: Mapping[str, Source]) -> frozenset[str]:
    kept: set[str] = set()
    ahead = list(found)
    while ahead:
        source = sources.get(ahead.pop())
        if source is not None and source.id not in kept:
            kept.add(source.id)
            faithful = (source.copy_of, source.translation_of)
            ahead += [*(s for s in faithful if s is not None), *source.derived_from]
    return frozenset(kept)


def _known_claims(
    record: ClaimRecord, contents: Contents, sources: Known
) -> tuple[PlacedClaim, ...]:
    """The record's own claim, known or not, and those of its claims that could be known."""
    known = _known_labels(record, sources)
    own = _known_claim(contents.own_claim_of(record), known)
    if own is None:
        own = replace(contents.own_claim_of(record), item=Claim())
    found = (_known_claim(placed, known) for placed in contents.claims_of(record))
    return own, *(placed for placed in found if placed is not None)


def _known_labels(record: ClaimRecord, sources: Known) -> Known:
    return {
        label: sources[citation.source]
        for label, citation in record.citations.items()
        if citation.source in sources
    }


def _known_claim(placed: PlacedClaim, known: Known) -> PlacedClaim | None:
    """The claim with what could be known of it, or None if none of its cites could be.

    A rank that rests on passages in `against` counts once one of them is out: before, the
    claim was the best there was.
    """
    item = placed.item
    cites = {cite: found for cite in item.cites if (found := _known_cite(cite, known)) is not None}
    if not cites:
        return None
    certainty = Knowledge.KNOWN if Knowledge.KNOWN in cites.values() else Knowledge.POSSIBLY
    against = tuple(label for label in item.against if label in known)
    changed: dict[str, object] = {}
    if len(cites) < len(item.cites):
        changed["cites"] = tuple(cites)
    if len(against) < len(item.against):
        changed["against"] = against
        if not against:
            changed |= {"rank": None, "rank_reason": None}
    # What changes are subsets of valid values, so that nothing need be validated again.
    return replace(
        placed, item=item.model_copy(update=changed) if changed else item, known=certainty
    )


def _known_cite(cite: str, known: Known) -> Knowledge | None:
    """Labels joined by `+` carry a claim only together: the last one out decides."""
    found = [known.get(label) for label in labels(cite)]
    if None in found:
        return None
    return Knowledge.POSSIBLY if Knowledge.POSSIBLY in found else Knowledge.KNOWN


def _restricted(
    record: ClaimRecord, placed: tuple[PlacedClaim, ...], sources: Known
) -> ClaimRecord:
    """The record with those claims only; the record itself if they are all it has."""
    known = _known_labels(record, sources)
    changed: dict[str, object] = {}
    for field, _ in claim_fields(type(record)):
        before: tuple[Claim, ...] = getattr(record, field)
        after = tuple(claim.item for claim in placed if claim.field == field)
        if len(before) != len(after) or any(a is not b for a, b in zip(before, after, strict=True)):
            changed[field] = after
    if placed[0].item.cites != record.cites:
        changed["cites"] = placed[0].item.cites
    if len(known) < len(record.citations):
        changed["citations"] = {
            label: citation for label, citation in record.citations.items() if label in known
        }
    return record.model_copy(update=changed) if changed else record
