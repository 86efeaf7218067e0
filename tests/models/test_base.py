"""The typed texts that fields are made of."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from ai_statecraft.models.base import Address, Day, distinct


@pytest.mark.parametrize("text", ["2024-W01-1", "20240101", "2024-02-30", "2024-1-1"])
def test_a_day_is_written_as_year_month_day_and_in_no_other_iso_form(text: str) -> None:
    with pytest.raises(ValidationError, match="not a calendar day YYYY-MM-DD"):
        TypeAdapter[str](Day).validate_python(text)


@pytest.mark.parametrize("prefix", ["xn--", "XN--", "www.Xn--"])
def test_an_encoded_host_name_is_refused_in_any_case_of_letters(prefix: str) -> None:
    with pytest.raises(ValidationError, match="no public host name in plain letters"):
        TypeAdapter[str](Address).validate_python(f"https://{prefix}gzette-0ve.example.org/1")


def test_a_long_list_is_compared_in_one_pass() -> None:
    values = tuple(map(str, range(100_000)))
    assert distinct(values) is values
