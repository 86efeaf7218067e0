"""What a scalar's text means as a number, and to other YAML readers."""

from __future__ import annotations

import json
import math

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.reader.scalars import as_number, misread_by_other_readers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("-0", 0),
        ("7", 7),
        ("-12", -12),
        ("344000000000", 344_000_000_000),
        ("9007199254740992", 2**53),
        ("2.5", 2.5),
        ("-0.75", -0.75),
        ("-0.0", 0.0),
        ("8486.20", 8486.2),
        ("1000000000000000000.0", 1e18),
    ],
)
def test_a_number_is_read_by_the_strict_grammar(text: str, number: float) -> None:
    read = as_number(text)
    assert read == number
    assert type(read) is type(number)
    assert math.copysign(1, read) == (-1 if number < 0 else 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 1",
        "1 ",
        "+1",
        "010",
        "00",
        "1.",
        ".5",
        "1e5",
        "3E991",
        "1e400",
        "1_000",
        "1,000",
        "0x1F",
        "0o7",
        "1:30",
        ".inf",
        "inf",
        "nan",
        "-",
        "--1",
        "１２",
        "٣",
        "1\n",
        "½",
        "²",
        "9007199254740993",
        "-9007199254740993",
        "1000000000000000001000.5",
        "9" * 5000,
        "0." + "1" * 5000,
        "9" * 400 + ".0",
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    assert as_number(text) is None


@given(st.text(st.sampled_from("0123456789.-+eE_ ١"), max_size=30))
def test_every_number_is_the_one_that_json_reads(text: str) -> None:
    number = as_number(text)
    if number is not None:
        assert number == json.loads(text)
        assert abs(number) <= 1e18


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("", "null"),
        ("~", "null"),
        ("null", "null"),
        ("NULL", "null"),
        ("NO", "the boolean false"),
        ("no", "the boolean false"),
        ("n", "the boolean false"),
        ("Off", "the boolean false"),
        ("yes", "the boolean true"),
        ("y", "the boolean true"),
        ("on", "the boolean true"),
        ("true", "the boolean true"),
        ("2025", "an integer"),
        ("-5", "an integer"),
        ("+5", "an integer"),
        ("1_000", "an integer"),
        ("089", "an integer"),
        ("9" * 5000, "an integer"),
        ("010", "an octal integer (8)"),
        ("0o17", "an octal integer (15)"),
        ("0" * 5000, "an octal integer"),
        ("0x1F", "a hexadecimal integer (31)"),
        ("0b101", "a binary integer (5)"),
        ("8486.20", "the floating-point number 8486.2"),
        ("3E001", "the floating-point number 30.0"),
        ("4E091", "the floating-point number 4e+91"),
        ("3E991", "the floating-point number inf"),
        ("1e400", "the floating-point number inf"),
        (".5", "the floating-point number 0.5"),
        ("5.", "the floating-point number 5.0"),
        ("-1_0.5e3", "the floating-point number -10500.0"),
        ("1." + "0" * 5000, "a floating-point number"),
        (".inf", "infinity"),
        ("-.INF", "infinity"),
        (".nan", "not-a-number"),
        ("1:30", "a base-60 number"),
        ("16:9", "a base-60 number"),
        ("2025-07-26 10:00:00", "a time"),
        ("2025-07-26T10:00:00Z", "a time"),
        ("<<", "a merge key"),
        ("=", "a default value"),
    ],
)
def test_what_other_readers_would_make_of_a_text_is_named(text: str, reading: str) -> None:
    assert misread_by_other_readers(text) == reading


@pytest.mark.parametrize(
    "text",
    [
        "3A090",
        "EAR99",
        "US",
        "yEs",
        "nO",
        "Norway",
        "none",
        "2025-07-26",
        "2025-07",
        "2025/2026",
        "87 FR 62186",
        "16/14 nm",
        "1.2.3",
        "-",
        ".",
        "..",
        "+",
        "1e",
        "e5",
        "0x",
        "0b",
        "١٢",
        "3440亿元",
        "a",
        "1:60",
        "2025-33",
        "nan",
        "inf",
        "1,000",
        "12%",
    ],
)
def test_what_is_text_to_every_reader_is_let_alone(text: str) -> None:
    assert misread_by_other_readers(text) is None


@given(st.text(st.sampled_from("0123456789.-+eExob_:~aAfFnNoOyYtTrRuUsSlLiI"), max_size=8))
def test_whatever_pyyaml_takes_for_something_else_is_named(text: str) -> None:
    try:
        read = yaml.safe_load(f"[{text}]")
    except (yaml.YAMLError, ValueError):
        return
    if isinstance(read[0] if read else None, bool | int | float):
        assert misread_by_other_readers(text) is not None
