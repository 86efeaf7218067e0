"""Records seen from a day: what held on it, and what could be known by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Self

from ai_statecraft.claims import PlacedClaim
from ai_statecraft.dataset.days import as_day
from ai_statecraft.dataset.records import R, Records
from ai_statecraft.errors import NoClaimsError, NotFoundError
from ai_statecraft.models import ClaimRecord, Record

if TYPE_CHECKING:
    from ai_statecraft.dataset.history import Moment
    from ai_statecraft.status import StatusOn


class DatedRecords(Records):
    """Records with what depends on the day they are seen from.

    >>> ds.as_of(valid_on="2024-03-01").day
    datetime.date(2024, 3, 1)
    """

    @property
    def day(self) -> date:
        """The day for which status and other columns that depend on a day are computed.

        Without `as_of`, it is the latest day of curation in the data.

        >>> ds.day
        datetime.date(...)
        """
        return self._contents.day

    @property
    def known_on(self) -> date | None:
        """The day by whose end everything in the dataset could be known, if that was asked.

        >>> ds.known_on is None, ds.as_of(known_on="2024-03-01").known_on
        (True, datetime.date(2024, 3, 1))
        """
        return self._contents.known_on

    def as_of(
        self,
        *,
        valid_on: date | str | None = None,
        known_on: date | str | None = None,
        certainly: bool | None = None,
    ) -> Self:
        """The dataset seen from another day, or with what could be known by another day.

        `valid_on` is the day that every status is computed for, part by part, by the events
        up to its end; where a date is known to a month only, the status within that month is
        marked as uncertain (`status_uncertain` in the tables, `StatusOn.uncertain`).

        `known_on` keeps the claims of which some citation had been published by the end of
        that day, and of these the citations that had; evidence follows from them. A rank
        counts once a passage in its `against` was out. `PlacedClaim.known` says whether a
        claim was known or possibly known; with `certainly`, only what was known is kept.
        Records of which nothing could be known drop out, even where others name them; events
        that were known and lay ahead stay, as schedules.

        What is not given stays as it is. Raises DayError, a ValueError, for what is no day.

        >>> then = ds.as_of(valid_on="2022-10-10")
        >>> then.status("restriction/us-bis-2022-10-advanced-computing").status.value
        'partly_in_force'
        >>> early = ds.as_of(known_on="2014-12-31", certainly=True)
        >>> "cn-big-fund-1" in early.funds, "cn-big-fund-2" in early.funds
        (True, False)
        """
        whole = self._contents.whole or self._contents
        valid = self._contents.valid_on if valid_on is None else as_day(valid_on)
        known = self._contents.known_on if known_on is None else as_day(known_on)
        sure = self._contents.certainly if certainly is None else certainly
        if known is None:
            dated = replace(whole, whole=whole, valid_on=valid, certainly=sure)
            return type(self)(dated, self._tables.whole or self._tables)
        from ai_statecraft.dataset.knowledge import known_contents

        return type(self)(replace(known_contents(whole, known, certainly=sure), valid_on=valid))

    def status(
        self, record: str | Record, on: date | str | None = None, *, part: str | None = None
    ) -> StatusOn:
        """The status of a record, or of one of its parts, on a day (default: the dataset's).

        With its basis, its first day, and every status that inexact dates leave possible.
        Raises NotFoundError for an unknown record or part, NoClaimsError for a source.

        >>> status = ds.status("restriction/us-bis-2022-10-advanced-computing", "2022-10-10")
        >>> status.status.value, status.uncertain
        ('partly_in_force', False)
        """
        from ai_statecraft.status import part_status, record_status

        found = self._claiming(record)
        day = self.day if on is None else as_day(on)
        if part is None:
            return record_status(found, day, self._contents.sources)
        if part not in found.parts:
            raise NotFoundError(f"part in {found.key}", part, found.parts)
        return part_status(found, part, day, self._contents.sources)

    def in_force(self, on: date | str | None = None) -> tuple[ClaimRecord, ...]:
        """The records that operate on a day, wholly or in some part (default: the dataset's day).

        >>> len(ds.in_force("2015-01-01")) < len(ds.in_force("2024-03-01"))
        True
        """
        from ai_statecraft.vocabularies import Status

        operating = (Status.IN_FORCE, Status.PARTLY_IN_FORCE)
        claiming = (r for r in self if isinstance(r, ClaimRecord) and r.events)
        return tuple(r for r in claiming if self.status(r, on).status in operating)

    def history(self, record: str | Record) -> tuple[Moment, ...]:
        """The events of a record in order of time, each with the status it left behind.

        >>> moment = ds.history("fund/cn-big-fund-3")[0]
        >>> moment.event.date, moment.event.type.value, moment.after.status.value
        ('2024-05-24', 'established', 'in_force')
        """
        from ai_statecraft.dataset.history import history

        return history(self._claiming(record), self._contents)

    def claims(self, record: str | Record) -> tuple[PlacedClaim, ...]:
        """The claims of a record with their ids and places, its own claim first.

        Its own is the claim made by its name, kind, summary, domains and jurisdictions.

        >>> [claim.path for claim in ds.claims("fund/cn-big-fund-3")][:2]
        ['', '/names/0']
        """
        found = self._claiming(record)
        return self._contents.own_claim_of(found), *self._contents.claims_of(found)

    def _seen(self, record: R) -> R:
        return record.seen_by(self) if isinstance(record, ClaimRecord) else record

    def _claiming(self, record: str | Record) -> ClaimRecord:
        """The record as this dataset has it, also if given as another view of the data has it."""
        found = self.get(record if isinstance(record, str) else record.key)
        if not isinstance(found, ClaimRecord):
            raise NoClaimsError(found.key)
        return found
