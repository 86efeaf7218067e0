"""What a dataset consists of before any table is derived: records and reference rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, TypeVar

from pydantic import Field

from ai_statecraft.claims import PlacedClaim, claims, own_claim
from ai_statecraft.models import Actor, ClaimRecord, Record, Source
from ai_statecraft.models.base import Day, Model, RecordKey, RecordRef, Short, SourceRef, Text
from ai_statecraft.ondemand import RecordsOnDemand
from ai_statecraft.origins import publishers_of
from ai_statecraft.release import ReleaseFolder
from ai_statecraft.vocabularies import RedirectReason

R = TypeVar("R", bound=Record)


class Rate(Model, frozen=True):
    """Yearly average exchange rate of a currency."""

    # The pattern stands inside the annotation, where it takes the place of that of Short.
    currency: Annotated[Short, Field(pattern="^[A-Z]{3}$")] = Field(
        description="ISO 4217 code of the currency."
    )
    year: int = Field(description="Calendar year.", ge=1990, le=2100)
    per_usd: float = Field(description="Units of the currency per US dollar, yearly average.", gt=0)
    source: SourceRef = Field(description="The source of the rate.")


class Deflator(Model, frozen=True):
    """Yearly change of the GDP deflator of a currency's economy."""

    # The pattern stands inside the annotation, where it takes the place of that of Short.
    currency: Annotated[Short, Field(pattern="^[A-Z]{3}$")] = Field(
        description="ISO 4217 code of the currency."
    )
    year: int = Field(description="Calendar year.", ge=1990, le=2100)
    change: float = Field(
        description="Change of the GDP deflator over the year before, in percent.", gt=-50, lt=500
    )
    source: SourceRef = Field(description="The source of the change.")


class Redirect(Model, frozen=True):
    """An id that no longer has a record of its own."""

    record: RecordKey = Field(description="The former record, `type/id`.")
    to_record: RecordRef | None = Field(
        default=None, description="Where its content is now, if anywhere."
    )
    reason: RedirectReason = Field(description="Why the id was given up.")
    date: Day = Field(description="When.")
    note: Text = Field(description="What a reader of the old id needs to know.")


class Released(Model, frozen=True):
    """An id that a release has carried, and so must never disappear."""

    record: RecordKey = Field(description="The record, `type/id`.")
    version: Short = Field(description="The first release that carried it.")


@dataclass(frozen=True)
class Contents:
    """Records sorted by type and id, with the reference rows they are read with."""

    records: Sequence[Record]
    rates: tuple[Rate, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    released: tuple[Released, ...] = ()
    deflators: tuple[Deflator, ...] = ()
    release: ReleaseFolder | None = field(default=None, repr=False, compare=False)
    """The release folder that the records were loaded from, if they were; it has their tables."""
    whole: Contents | None = None
    """The contents that these are a view of, as of another day."""
    valid_on: date | None = None
    """The day that statuses are computed for, if not the release's own."""
    known_on: date | None = None
    """The day by whose end everything here could be known; None if that is not asked."""
    certainly: bool = False
    """Whether what was only possibly known by then is left out."""
    restricted: Mapping[str, tuple[PlacedClaim, ...]] = field(
        default_factory=dict[str, tuple[PlacedClaim, ...]], repr=False
    )
    """The claims that could be known by then, of each record, its own claim first."""

    def of(self, model: type[R]) -> tuple[R, ...]:
        """The records of one type, or of the types derived from it."""
        if isinstance(self.records, RecordsOnDemand):
            return tuple(self.records.of(model))
        return tuple(record for record in self.records if isinstance(record, model))

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by their bare ids."""
        if self.whole is not None and self.known_on is None:
            return self.whole.sources
        return {source.id: source for source in self.of(Source)}

    @cached_property
    def publishers(self) -> Mapping[str, str]:
        """The actor of each publisher's name in lower case, as far as actors have that name.

        Who is behind a name does not depend on what was known.
        """
        if self.whole is not None:
            return self.whole.publishers
        return publishers_of(self.of(Actor))

    @cached_property
    def day(self) -> date:
        """The release's own day: the latest day of curation in the data.

        Whatever depends on a day is computed for this one, so that the same records
        give the same tables whenever they are built. Another day may have been asked for.
        """
        if self.valid_on is not None:
            return self.valid_on
        if self.whole is not None:
            return self.whole.day
        days = (record.curation for record in self.records)
        latest = max((day for c in days for day in (c.added, c.reviewed)), default="1970-01-01")
        return date.fromisoformat(latest)

    def claims_of(self, record: ClaimRecord) -> tuple[PlacedClaim, ...]:
        """The claims of one of the records, without its own, as `ai_statecraft.claims` finds them.

        Ids and places are those in the record as written, whatever it is restricted to.
        """
        return self._placed(record)[1:]

    def own_claim_of(self, record: ClaimRecord) -> PlacedClaim:
        """The claim that one of the records makes by its name, kind and summary."""
        return self._placed(record)[0]

    def _placed(self, record: ClaimRecord) -> tuple[PlacedClaim, ...]:
        if self.known_on is not None:
            return self.restricted[record.key]
        if self.whole is not None:
            return self.whole._placed(record)
        if record.key not in self._placed_once:
            self._placed_once[record.key] = (own_claim(record), *claims(record))
        return self._placed_once[record.key]

    @cached_property
    def _placed_once(self) -> dict[str, tuple[PlacedClaim, ...]]:
        return {}
