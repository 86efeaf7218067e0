"""Figures as sources write them, and whether they give the recorded value."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.numerals import chinese, english
from ai_statecraft.stated import agrees, computed_value


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        # Chinese numerals and units, with digits or without.
        ("3440亿元", [344e9]),
        ("3,440亿", [344e9]),
        ("1.2万亿", [1.2e12]),
        ("¥987.2亿", [98.72e9]),
        ("RMB 3000亿", [300e9]),
        ("3亿5000万", [350e6]),
        ("25万", [250_000]),
        ("45 亿", [4.5e9]),
        ("1萬1200家", [11_200]),
        ("10亿2025年", [1e9]),
        ("1万2千", [12_000]),
        ("5000多家", [5_000]),
        ("3000多亿元", [300e9]),
        ("1,400余项", [1_400]),
        ("二十", [20]),
        ("二百三十一", [231]),
        ("一百零五", [105]),
        ("两千", [2_000]),
        ("八千", [8_000]),
        ("千万", [10e6]),
        ("百亿", [10e9]),
        ("二〇三〇", [2_030]),
        ("3萬億圓", [3e12]),
        ("壹佰万元", [1e6]),
        ("２６조원", [26e12]),
        # Shares.
        ("50%", [50]),
        ("70 percent", [70]),
        ("2.5 percentage points", [2.5]),
        ("百分之七十", [70]),
        ("百分之70", [70]),
        ("千分之五", [0.5]),
        ("七成", [70]),
        ("七成五", [75]),
        ("3成", [30]),
        # Digits and scales.
        ("US$47.5bn", [47.5e9]),
        ("$52.7 billion", [52.7e9]),
        ("$1.5 trillion", [1.5e12]),
        ("$344m", [344e6]),
        ("50-billion-yuan", [50e9]),
        ("NT$1.2bn", [1.2e9]),
        ("Rs 7,600 crore", [76e9]),
        ("1,400", [1_400]),
        ("1,00,000", [100_000]),
        ("1\u00a0400", [1_400]),
        ("1.400.000", [1.4e6]),
        ("987,2 Mrd.", [987.2e9]),
        ("more than 5,000", [5_000]),
        ("16/14 nm", [16, 14]),
        ("1.125%", [1.125]),
        ("10²⁶", [1e26]),
        ("6 × 10^23", [6e23]),
        ("1e26 operations", [1e26]),
        # Ranges.
        ("10 to 15", [10, 15]),
        ("10-15 billion yuan", [10e9, 15e9]),
        ("$10–15 billion", [10e9, 15e9]),
        ("10至15亿", [1e9, 1.5e9]),
        ("三至五成", [30, 50]),
        ("7.5%-10%", [7.5, 10]),
        ("between $1.2 billion and $1.5 billion", [1.2e9, 1.5e9]),
        ("5,000 to 2 million", [5_000, 2e6]),
        # English words.
        ("a hundred and forty", [140]),
        ("one hundred forty-five", [145]),
        ("twenty-five thousand", [25_000]),
        ("Fourteen firms", [14]),
        ("two million three hundred thousand", [2.3e6]),
        ("two and three", [2, 3]),
        # What only looks like a figure.
        ("70% by 2025", [70]),
        ("by 2025", []),
        ("2025年7月26日", []),
        ("二〇二五年", []),
        ("July 26, 2025", []),
        ("2025-07-26", []),
        ("H100 and GPT-4", []),
        ("3A090", []),
        ("第三期", []),
        ("the 14th", []),
        # What can be read in two ways, or not exactly.
        ("1.400", []),
        ("1 400", []),
        ("二百三", []),
        ("1万2", []),
        ("七八", []),
        ("十几亿", []),
        ("数百亿", []),
        ("三分之一", []),
        ("三点五亿", []),
        ("two-thirds", []),
        ("half a million", []),
        ("two and a half billion", []),
        ("344m yuan", []),
        ("1.2.3", []),
        ("", []),
        ("no number", []),
    ],
)
def test_the_figures_in_a_text_are_read_in_order(stated: str, expected: list[float]) -> None:
    assert computed_value(stated) == pytest.approx(tuple(expected), rel=1e-12)


def test_decimals_are_exact() -> None:
    assert computed_value("1.1万亿, 0.3亿, 4.35 million") == (1.1e12, 0.3e8, 4.35e6)


@pytest.mark.parametrize(
    ("stated", "values", "expected"),
    [
        ("3440亿元", [344_000_000_000.0], True),
        ("3440亿元", [34_400_000_000.0], False),
        ("344 billion yuan ($47.5bn)", [344e9], True),
        ("16/14 nm", [16.0], True),
        ("10 to 15 billion", [10e9, 15e9], True),
        ("10 to 15 billion", [10e9, 16e9], False),
        ("fell 5 percent", [-5.0], True),
        ("half a million", [500_000.0], None),
        ("half a million, or 20%", [500_000.0], None),
        ("half a million, or 20%", [20.0], True),
        ("", [1.0], None),
        ("$52.7 billion", [52.7e9 * (1 + 1e-10)], True),
        ("$52.7 billion", [52.7e9 * (1 + 1e-8)], False),
    ],
)
def test_a_value_agrees_if_a_stated_figure_gives_it(
    stated: str, values: list[float], expected: bool | None
) -> None:
    assert agrees(stated, values) is expected


def in_chinese(number: int) -> str:
    """Numerals of a number below 10^12, as taught: 零 for a gap, 一十 written out."""
    digits = "零一二三四五六七八九"

    def section(n: int) -> str:
        text = ""
        for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = n // unit % 10
            if digit:
                text += digits[digit] + sign
            elif text and not text.endswith("零") and n % unit:
                text += "零"
        return text

    parts = [(number // 10**8, "亿"), (number // 10**4 % 10**4, "万"), (number % 10**4, "")]
    text = ""
    for value, sign in parts:
        if value:
            gap = text and value < 1000
            text += ("零" if gap else "") + section(value) + sign
        elif text and not text.endswith("零") and sign:
            text += "零"
    return (text.rstrip("零") if number % 10 == 0 else text).replace("零零", "零") or "零"


@given(st.integers(1, 10**12 - 1))
def test_a_number_in_chinese_numerals_is_read_back(number: int) -> None:
    assert chinese(in_chinese(number)) == number


@given(st.integers(1, 10**15), st.sampled_from(["{:,}", "{}", "${:,}", "{:,}多家"]))
def test_a_number_in_digits_is_read_back(number: int, form: str) -> None:
    assert computed_value(form.format(number)) == (number,)


@pytest.mark.parametrize("text", ["two three", "twenty twelve", "forty fifty", "nine teeth"])
def test_english_words_that_make_no_number_are_not_read(text: str) -> None:
    assert english(text) is None


@given(
    st.text(
        alphabet=st.sampled_from(
            "0123456789.,一二两十百千万亿成分之第几多 $¥%^×eE-/—年月toandmbillion"
        )
    )
)
def test_any_text_gives_numbers_or_nothing(stated: str) -> None:
    assert not any(math.isnan(figure) for figure in computed_value(stated))
    assert agrees(stated, [1.0]) in (True, False, None)


@given(st.text(max_size=60))
def test_no_text_makes_the_reading_raise(stated: str) -> None:
    assert isinstance(computed_value(stated), tuple)
