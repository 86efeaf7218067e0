"""Days as callers give them."""

from __future__ import annotations

from datetime import date, datetime

from ai_statecraft.errors import DayError


def as_day(day: date | str) -> date:
    """The day that a caller names: a date, or a text YYYY-MM-DD; DayError for anything else.

    >>> as_day("2024-03-01")
    datetime.date(2024, 3, 1)
    """
    if isinstance(day, datetime):
        return day.date()
    if isinstance(day, date):
        return day
    try:
        if len(day) != len("YYYY-MM-DD"):
            raise DayError(day)
        return date.fromisoformat(day)
    except (TypeError, ValueError) as error:
        raise DayError(day) from error
