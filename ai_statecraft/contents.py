"""What a dataset consists of before any table is derived: records and reference rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pydantic import Field

from ai_statecraft.models import Actor, Record, Source
from ai_statecraft.models.base import Day, Model, RecordKey, RecordRef, Short, SourceRef, Text
from ai_statecraft.origins import publishers_of
from ai_statecraft.vocabularies import RedirectReason


class Rate(Model, frozen=True):
    """Yearly average exchange rate of a currency."""

    currency: Short = Field(description="ISO 4217 code of the currency.", pattern="^[A-Z]{3}$")
    year: int = Field(description="Calendar year.", ge=1990, le=2100)
    per_usd: float = Field(description="Units of the currency per US dollar, yearly average.", gt=0)
    source: SourceRef = Field(description="The source of the rate.")


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

    records: tuple[Record, ...]
    rates: tuple[Rate, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    released: tuple[Released, ...] = ()

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by their bare ids."""
        return {record.id: record for record in self.records if isinstance(record, Source)}

    @cached_property
    def publishers(self) -> Mapping[str, str]:
        """The actor of each publisher's name in lower case, as far as actors have that name."""
        return publishers_of(record for record in self.records if isinstance(record, Actor))

    @cached_property
    def day(self) -> date:
        """The release's own day: the latest day of curation in the data.

        Whatever depends on a day is computed for this one, so that the same records
        give the same tables whenever they are built.
        """
        days = (record.curation for record in self.records)
        latest = max((day for c in days for day in (c.added, c.reviewed)), default="1970-01-01")
        return date.fromisoformat(latest)
