"""Every claim of a record with its place and its stable id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from ai_statecraft.models import Claim, ClaimRecord
from ai_statecraft.models.fields import Shape, fields

RECORD_CLAIM = "records"
"""The table of the claim that a record makes by its name, kind, summary, domains, jurisdictions."""
_SHARED_TABLES = {"milestones": "quantities", "outcomes": "quantities"}
_ID_LENGTH = 12
_SEPARATOR = "\x1f"


class Knowledge(StrEnum):
    """Whether a claim could be known by a day, judged by when its sources were published.

    >>> then = ds.as_of(known_on="2022-10-15")
    >>> then.claims("restriction/us-bis-2022-10-advanced-computing")[0].known.value
    'known'
    """

    KNOWN = "known"
    """Some passage that carries it had certainly been published by then."""
    POSSIBLY = "possibly_known"
    """Passages that carry it may have been: their dates are missing or span the day."""


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A claim with its place in its record.

    >>> claim = ds.claims("fund/cn-big-fund-3")[1]
    >>> claim.table, claim.path, len(claim.id)
    ('names', '/names/0', 12)
    """

    record: str
    """The record, `type/id`."""
    table: str
    """The table that holds the claim's row."""
    field: str
    """The record's field that holds the claim; empty for the record's own claim."""
    path: str
    """JSON Pointer to the claim in its record."""
    item: Claim
    """What is claimed, with its envelope."""
    id: str
    """Short hash of the record, the table and what the claim is about: it survives
    insertions around it and edits of its value."""
    known: Knowledge | None = None
    """Whether it could be known by the day that the dataset is restricted to; None if it
    is not restricted, and for a record's own claim that could not be known."""


def claim_fields(model: type[ClaimRecord]) -> Iterator[tuple[str, type[Claim]]]:
    """The fields of a record type that hold lists of claims, each with the claims' model."""
    for field in fields(model).values():
        if field.shape is Shape.LIST and field.model is not None and issubclass(field.model, Claim):
            yield field.name, field.model


def table_of(field: str) -> str:
    """The table for the claims of a record's field."""
    return _SHARED_TABLES.get(field, field)


def claims(record: ClaimRecord) -> tuple[PlacedClaim, ...]:
    """The claims of a record in the order of its fields, without the record's own.

    Of claims about the same thing, the first written has the bare id; rivals are told
    apart by what they answer, and equal answers by their order.
    """
    seen: set[str] = set()
    placed: list[PlacedClaim] = []
    for field, _ in claim_fields(type(record)):
        items: tuple[Claim, ...] = getattr(record, field)
        for index, item in enumerate(items):
            table = table_of(field)
            words = (record.key, table, *_values(item, ("part", *item.identity)))
            identity = _first_free(words, _values(item, item.answer), seen)
            path = f"/{field}/{index}"
            placed.append(PlacedClaim(record.key, table, field, path, item, identity))
    return tuple(placed)


def own_claim(record: ClaimRecord) -> PlacedClaim:
    """The claim that a record makes by its name, kind, summary, domains and jurisdictions."""
    item = Claim(cites=record.cites)
    identity = _hash((record.key, RECORD_CLAIM))
    return PlacedClaim(record.key, RECORD_CLAIM, "", "", item, identity)


def _first_free(words: tuple[str, ...], answer: tuple[str, ...], seen: set[str]) -> str:
    candidate = _hash(words)
    number = 0
    while candidate in seen:
        candidate = _hash((*words, *answer, *((str(number),) if number else ())))
        number += 1
    seen.add(candidate)
    return candidate


def _values(item: Claim, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{name}={_text(getattr(item, name))}" for name in names)


def _text(value: tuple[str, ...] | str | float | None) -> str:
    if value is None:
        return ""
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _hash(words: tuple[str, ...]) -> str:
    return sha256(_SEPARATOR.join(words).encode()).hexdigest()[:_ID_LENGTH]


def labels(cite: str) -> tuple[str, ...]:
    """The citation labels of a `cites` item: one, or several that carry the claim together."""
    return tuple(cite.split("+"))


def used_labels(record: ClaimRecord) -> Mapping[str, int]:
    """How often each citation label of a record is used, as support or against."""
    counts: dict[str, int] = dict.fromkeys(record.citations, 0)
    for claim in (own_claim(record), *claims(record)):
        for label in (*(x for cite in claim.item.cites for x in labels(cite)), *claim.item.against):
            counts[label] = counts.get(label, 0) + 1
    return counts
