"""Which characters are refused, and how messages show them."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.reader.characters import NOT_ALLOWED, escaped, name_of, shown


def test_every_control_format_private_and_surrogate_character_is_refused() -> None:
    refused = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
    let_through = [
        f"U+{code:04X}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in refused and not NOT_ALLOWED.match(chr(code))
    ]
    assert let_through == ["U+000A"]


def test_letters_digits_marks_and_punctuation_are_allowed_but_for_the_invisible() -> None:
    # Letters and marks that show nothing: fillers, joiners and variation selectors.
    invisible = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, *range(0xFE00, 0xFE10)}
    invisible |= {0x180B, 0x180C, 0x180D, 0x180F, 0xFFFD, *range(0xE0100, 0xE01F0)}
    refused = {
        code
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code))[0] in "LMNPSZ"
        and unicodedata.category(chr(code)) not in {"Zl", "Zp"}
        and NOT_ALLOWED.match(chr(code))
    }
    assert refused == invisible


def test_noncharacters_are_refused() -> None:
    noncharacters = [*range(0xFDD0, 0xFDF0)]
    noncharacters += [
        plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)
    ]
    assert all(NOT_ALLOWED.match(chr(code)) for code in noncharacters)


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\x1b", "U+001B ESCAPE"),
        ("\x01", "U+0001"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ],
)
def test_a_character_is_named_by_code_point_and_name(char: str, name: str) -> None:
    assert name_of(char) == name


def test_what_cannot_be_seen_is_shown_as_an_escape() -> None:
    assert escaped("a\n\t\r\x00\x1b\x85\u202e\U000e0041\udcff亿％“é”") == (
        r"a\n\t\r\x00\x1b\x85\u202e\U000e0041\udcff亿％“é”"
    )


def test_a_long_text_is_cut() -> None:
    assert shown("x" * 60) == f"`{'x' * 60}`"
    assert shown("x" * 61) == f"`{'x' * 60}…`"
    assert shown("\x00" * 5, limit=2) == r"`\x00\x00…`"


@given(st.text(st.characters()))
def test_an_escaped_text_is_one_line_without_anything_refused(text: str) -> None:
    assert NOT_ALLOWED.search(escaped(text)) is None
    assert "\n" not in escaped(text)
