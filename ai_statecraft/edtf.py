"""Dates that are as precise as they are known, in the Extended Date/Time Format.

The format is EDTF (ISO 8601-2:2019; Library of Congress, 2019): level 0, that is a
year, a month, a day or an interval of these, with an open end; and of its further
levels only the quarters (33 to 36) and half-years (40, 41) that stand where a month
would. Marks of uncertainty (`~`, `?`, `%`, `X`) are refused, since nothing says how
many days they add: a date here always has a first and a last possible day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

FIRST_YEAR = 1900
LAST_YEAR = 2199

_DAY = re.compile(r"(?:19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}")
_YEAR_AND_MONTH = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_UNCERTAIN = re.compile(r"[~?%X]")
_WRITTEN_QUARTER = re.compile(r"([0-9]{4})[- ]?[Qq]([1-4])")
_WRITTEN_HALF = re.compile(r"([0-9]{4})[- ]?[Hh]([12])")
_OPEN = ".."
_MAX_SHOWN = 40

# The first and last month of each code that stands in a month's place (EDTF level 2,
# "sub-year groupings").
_QUARTERS_AND_HALVES = {
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}


@total_ordering
@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date or interval, with the first and the last day that it may mean.

    Dates sort by first day, then by last day, then by text; an open start comes before
    every day and an open end after every day.
    """

    text: str
    """The date as written, such as `2025-07`."""
    first: date | None
    """First possible day; None if the start is open."""
    last: date | None
    """Last possible day, inclusive; None if the end is open."""

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, EdtfDate):
            return NotImplemented
        return self._place() < other._place()

    def __str__(self) -> str:
        return self.text

    @property
    def is_day(self) -> bool:
        """Whether the date is known to the day."""
        return self.first is not None and self.first == self.last

    @property
    def is_interval(self) -> bool:
        """Whether two dates are written, with a slash between them."""
        return "/" in self.text

    def may_be(self, day: date) -> bool:
        """Whether the day lies within the first and the last possible day."""
        starts = self.first is None or self.first <= day
        return starts and (self.last is None or day <= self.last)

    def _place(self) -> tuple[date, date, str]:
        return (self.first or date.min, self.last or date.max, self.text)


def parse(text: str) -> EdtfDate:
    """Return the date that the text writes.

    Raises ValueError, with a message that says what to write instead, for anything but
    a year, month, quarter, half-year or day from 1900 to 2199 or an interval of these.
    """
    if _DAY.fullmatch(text):
        day = _calendar_day(text)
        return EdtfDate(text, day, day)
    if "/" in text:
        return _interval(text)
    first, last = _span(text)
    return EdtfDate(text, first, last)


def _interval(text: str) -> EdtfDate:
    start, *ends = text.split("/")
    if len(ends) != 1:
        raise ValueError(f"{_shown(text)} has more than one slash: an interval is start/end")
    end = ends[0]
    if not start or not end:
        raise ValueError(
            f"{_shown(text)} lacks an end: write `..` for an open one, as in 2025-01/.."
        )
    if start == end == _OPEN:
        raise ValueError(
            f"{_shown(text)} is open at both ends and says nothing: leave the date out"
        )
    first = None if start == _OPEN else _span(start)[0]
    last = None if end == _OPEN else _span(end)[1]
    # Only a start wholly after the end is wrong: 2025-07/2025 is "from July to some day in 2025".
    if first and last and first > last:
        raise ValueError(f"{_shown(text)} ends before it starts")
    return EdtfDate(text, first, last)


def _span(text: str) -> tuple[date, date]:
    """Return the first and the last possible day of one date without a slash."""
    if _DAY.fullmatch(text):
        day = _calendar_day(text)
        return day, day
    match = _YEAR_AND_MONTH.fullmatch(text)
    if match is None:
        raise ValueError(_advice(text))
    year = int(match[1])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{_shown(text)}: the year must be from {FIRST_YEAR} to {LAST_YEAR}")
    start, end = (1, 12) if match[2] is None else _months(text, int(match[2]))
    return date(year, start, 1), date(year, end, monthrange(year, end)[1])


def _months(text: str, code: int) -> tuple[int, int]:
    if 1 <= code <= 12:
        return code, code
    if code in _QUARTERS_AND_HALVES:
        return _QUARTERS_AND_HALVES[code]
    if 21 <= code <= 24:
        raise ValueError(
            f"{_shown(text)} is a season, whose days depend on who counts: write months, "
            "or a quarter (33 to 36)"
        )
    raise ValueError(
        f"{_shown(text)}: {code:02} is no month (01 to 12), quarter (33 to 36) "
        "or half-year (40, 41)"
    )


def _calendar_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{_shown(text)} is not a day of the calendar") from error


def _shown(text: str) -> str:
    return repr(text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…")


def _advice(text: str) -> str:
    """Say what to write instead of a text that has the shape of no date."""
    if quarter := _WRITTEN_QUARTER.fullmatch(text):
        return f"{_shown(text)}: write a quarter as {quarter[1]}-{32 + int(quarter[2])}"
    if half := _WRITTEN_HALF.fullmatch(text):
        return f"{_shown(text)}: write a half-year as {half[1]}-{39 + int(half[2])}"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return f"{_shown(text)}: the year must be from {FIRST_YEAR} to {LAST_YEAR}"
    if _UNCERTAIN.search(text):
        return (
            f"{_shown(text)}: `~`, `?`, `%` and `X` have no agreed bounds: write the whole period "
            "in which the day lies, such as 2025-07 or 2025-01/2025-03"
        )
    return (
        f"{_shown(text)} is not a date: write 2025, 2025-07, 2025-07-26, a quarter 2025-33 to "
        "2025-36, a half-year 2025-40 or 2025-41, or an interval such as 2025-01/2025-03, "
        "2025-01/.. or ../2025"
    )
