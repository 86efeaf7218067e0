"""What can go wrong for a user of the package: typed errors that say what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from ai_statecraft.findings import Finding


class StatecraftError(Exception):
    """The base of all errors that the package raises on purpose.

    >>> try:
    ...     ds.get("fund/cn-big-fond")
    ... except StatecraftError as error:
    ...     print(error)
    no record 'fund/cn-big-fond'; nearest: fund/cn-big-fund, fund/cn-big-fund-3, fund/cn-big-fund-2
    """


class NotFoundError(StatecraftError, KeyError):
    """A record, table or column that the dataset does not have; names the nearest ones.

    >>> ds.table("event")
    Traceback (most recent call last):
        ...
    ai_statecraft.errors.NotFoundError: no table 'event'; nearest: events
    """

    def __init__(self, what: str, key: str, known: Iterable[str]) -> None:
        key, known = str(key), tuple(known)
        # Ids that differ in their first words only are near in meaning, not in letters.
        near = get_close_matches(key, known, n=3, cutoff=0.5) or [k for k in known if key in k][:3]
        hint = f"; nearest: {', '.join(near)}" if near else ""
        super().__init__(f"no {what} {key!r}{hint}")
        self.nearest: tuple[str, ...] = tuple(near)
        """The nearest existing names, best first."""

    def __str__(self) -> str:
        return str(self.args[0])


class DayError(StatecraftError, ValueError):
    """Something that is no calendar day was given where a day is asked for.

    >>> ds.as_of(valid_on="2024-02-30")
    Traceback (most recent call last):
        ...
    ai_statecraft.errors.DayError: '2024-02-30' is not a day: give a date, or a text such as ...
    """

    def __init__(self, day: object) -> None:
        super().__init__(f"{day!r} is not a day: give a date, or a text such as '2024-03-01'")


class NoClaimsError(StatecraftError, TypeError):
    """A record without claims was given where status, history or evidence is asked for.

    >>> ds.explain("source/cn-state-council-2017-ai-plan")
    Traceback (most recent call last):
        ...
    ai_statecraft.errors.NoClaimsError: source/cn-state-council-2017-ai-plan makes no claims: ...
    """

    def __init__(self, key: str) -> None:
        super().__init__(
            f"{key} makes no claims: only initiatives, funds, targets, restrictions, "
            "observations and actors have a status, a history and evidence"
        )


class DetachedError(StatecraftError, RuntimeError):
    """A record that was not taken from a dataset was asked what only a dataset can tell.

    >>> from copy import deepcopy
    >>> deepcopy(ds.funds["cn-big-fund-3"]).status()
    Traceback (most recent call last):
        ...
    ai_statecraft.errors.DetachedError: fund/cn-big-fund-3 was not taken from a dataset, ...
    """

    def __init__(self, key: str) -> None:
        super().__init__(
            f"{key} was not taken from a dataset, which would know its sources and the day: "
            f"ask `ds.get({key!r})`, or the dataset itself"
        )


class QueryError(StatecraftError, ValueError):
    """A query that cannot be run over the tables; says why, in the words of the database.

    >>> ds.sql("drop table records")
    Traceback (most recent call last):
        ...
    ai_statecraft.errors.QueryError: give one query that begins with select, from or with
    """


class AmountError(StatecraftError, ValueError):
    """Amounts were asked for that cannot be added up or converted; says why.

    >>> ds.amounts(measure="tariff_rate")
    Traceback (most recent call last):
        ...
    ai_statecraft.errors.AmountError: tariff_rate is not measured in money; these are: capital, ...
    """


class MissingLibraryError(StatecraftError, ImportError):
    """A library that the package can do without is needed for what was asked.

    >>> print(MissingLibraryError("a polars frame", "polars", "polars"))
    a polars frame needs polars: pip install 'polars'
    """

    def __init__(self, what: str, library: str, install: str) -> None:
        super().__init__(f"{what} needs {library}: pip install '{install}'", name=library)


class DataError(StatecraftError):
    """Data that cannot be loaded: a missing, changed or damaged file, or records with errors.

    >>> from ai_statecraft import load
    >>> load("nowhere")
    Traceback (most recent call last):
        ...
    ai_statecraft.errors.DataError: nowhere holds neither a release (records.jsonl) nor ...
    """

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings
        """What stands against the records, if they were read from a checkout."""
