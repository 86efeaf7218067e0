"""Days as callers give them."""

from __future__ import annotations

import re
from datetime import date, datetime

from ai_statecraft.errors import DayError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


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
        if not _DAY.fullmatch(day):  # fromisoformat also takes weeks and dates without hyphens
            raise DayError(day)
        return date.fromisoformat(day)
    except (TypeError, ValueError) as error:
        raise DayError(day) from error
