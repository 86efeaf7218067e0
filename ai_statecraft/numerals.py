"""Numbers written in Western digits, in Chinese numerals, or in English words.

Each reader takes a text that is one number and returns it, or None where the writing leaves
two readings open or is no number.
"""

from __future__ import annotations

import re
from decimal import Decimal

CHINESE_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1_000}
_LARGE_UNITS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
CHINESE_UNITS = _SMALL_UNITS | _LARGE_UNITS

# Forms that stand for the same numerals: traditional and Japanese, financial, and Korean.
VARIANTS = str.maketrans(
    "萬億壹贰叁肆伍陆柒捌玖拾佰仟兩만억조천백",
    "万亿一二三四五六七八九十百千两万亿兆千百",
)

_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ENGLISH_SMALL = {word: number for number, word in enumerate(_TO_NINETEEN.split())} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), start=2)
}
ENGLISH_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}

_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_ENGLISH_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN_GROUPS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_GERMAN_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+")
_FRENCH_GROUPS = re.compile("\\d{1,3}(?:[\u00a0\u202f]\\d{3})+(?:,\\d+)?")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_POINT_OR_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")

_CHINESE_TOKEN = re.compile(r"[\d,.]+|.")


def western(text: str, *, scaled: bool = False) -> Decimal | None:
    """A number in digits; a comma before three digits groups them, as in English.

    `1.400` alone is 1.4 to some and 1,400 to others; `scaled`, that is before a scale or a
    per cent sign, it has a decimal point.
    """
    if _POINT_OR_GROUP.fullmatch(text) and not scaled:
        return None
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _ENGLISH_GROUPS.fullmatch(text) or _INDIAN_GROUPS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _GERMAN_GROUPS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _FRENCH_GROUPS.fullmatch(text):
        return Decimal(re.sub("[\u00a0\u202f]", "", text).replace(",", "."))
    return Decimal(text.replace(",", ".")) if _DECIMAL_COMMA.fullmatch(text) else None


def chinese(text: str) -> Decimal | None:
    """A number in Chinese numerals, or in digits with Chinese units, such as 3440亿 or 1.2万亿.

    Two numerals in a row (七八, "seven or eight") are no number unless a zero or two more
    show that they are written digit by digit.
    """
    if all(char in CHINESE_DIGITS for char in text) and len(text) > 1:
        by_digit = len(text) > 2 or "〇" in text
        digits = "".join(str(CHINESE_DIGITS[char]) for char in text)
        return Decimal(digits) if by_digit else None
    return _ChineseNumber().read(_CHINESE_TOKEN.findall(text))


class _ChineseNumber:
    """The sum of a Chinese number while its numerals and units are read from left to right."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        """What stands before the last 亿 or 兆."""
        self.myriads = Decimal(0)
        """What stands between there and the last 万."""
        self.section = Decimal(0)
        """What stands since, up to the last 十, 百 or 千."""
        self.number: Decimal | None = None
        """The number that no unit has taken yet."""
        self.unit = 0
        """The last unit, if no zero has come since."""

    def read(self, tokens: list[str]) -> Decimal | None:
        for token in tokens:
            if token in CHINESE_UNITS:
                self._take_unit(token)
            elif self.number or not self._take_number(token):
                return None
        # 二百三 is 230 to the ear and 203 to the eye.
        if self.number is not None and self.unit >= 100:
            return None
        return self.total + self.myriads + self.section + (self.number or 0)

    def _take_number(self, token: str) -> bool:
        if token in CHINESE_DIGITS:
            self.number = Decimal(CHINESE_DIGITS[token])
            if not self.number:
                self.unit = 0
        else:
            self.number = western(token, scaled=True)
            # In 1万1200 the digits say their own places; 1万2 is 12,000 to some.
            if len(token) > 1:
                self.unit = 0
        return self.number is not None

    def _take_unit(self, token: str) -> None:
        self.unit = CHINESE_UNITS[token]
        if token in _SMALL_UNITS:
            self.section += (1 if self.number is None else self.number) * self.unit
        elif token == "万":
            self.myriads += ((self.section + (self.number or 0)) or 1) * self.unit
            self.section = Decimal(0)
        else:
            below = self.myriads + self.section + (self.number or 0)
            self.total = self.total + (below or 1) * self.unit
            self.myriads = self.section = Decimal(0)
        self.number = None


def english(text: str) -> Decimal | None:
    """A number in English words, such as `a hundred and forty` or `twenty-five thousand`."""
    total = group = 0
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in ("a", "an"):
            group += 1
        elif word in ENGLISH_SMALL:
            number = ENGLISH_SMALL[word]
            # "twenty five" adds up, "two three" and "twenty twelve" don't.
            room = 100 if group % 100 == 0 else 10 if group % 10 == 0 else 0
            if number >= room:
                return None
            group += number
        elif word == "hundred":
            group *= 100
        elif word in ENGLISH_SCALES:
            total += group * ENGLISH_SCALES[word]
            group = 0
        elif word != "and":
            return None
    return Decimal(total + group)
