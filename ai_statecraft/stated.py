"""Figures as sources write them, read again so that a slip of scale or digit shows.

A figure is read in Western digits, in English words, or in Chinese numerals and units; one
that can be read in two ways is not read at all. What is read is compared with the value that
the record gives, so that 3440亿元 entered as 34.4 billion is found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest
from math import isclose, prod

from ai_statecraft.numerals import (
    CHINESE_DIGITS,
    CHINESE_UNITS,
    ENGLISH_SCALES,
    ENGLISH_SMALL,
    VARIANTS,
    chinese,
    english,
    western,
)

_SCALES = ENGLISH_SCALES | {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "millionen": 10**6,
    "millions": 10**6,
    "miljoen": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "mrd": 10**9,
    "milliarde": 10**9,
    "milliarden": 10**9,
    "milliard": 10**9,
    "milliards": 10**9,
    "miljard": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "billionen": 10**12,
}
_MONEY_ONLY = frozenset({"m", "b"})
"""Short scales that are units (metre, byte) where no currency stands before the number."""

# Parts of the patterns below. `_ANY` is a Chinese numeral or unit.
_NUMERAL = f"[{''.join(CHINESE_DIGITS)}]"
_UNIT = f"[{''.join(CHINESE_UNITS)}]"
_ANY = f"[{''.join(CHINESE_DIGITS)}{''.join(CHINESE_UNITS)}]"
_DIGITS = "(?:\\d[\\d,.\u00a0\u202f]*\\d|\\d)"
_SMALL_WORD = f"(?:{'|'.join(sorted(ENGLISH_SMALL, key=len, reverse=True))})\\b"
_SCALE_WORD = f"(?:{'|'.join(ENGLISH_SCALES)})\\b"
_NUMBER_WORD = f"(?:{_SMALL_WORD}|{_SCALE_WORD})"
_SCALE = f"(?:{'|'.join(sorted(_SCALES, key=len, reverse=True))})(?![A-Za-z])"
_YEAR = r"(?:19|2[01])\d\d"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*)\.?"
_CURRENCY = r"(?:[$€£¥₩₹]|(?:RMB|CNY|USD|EUR|JPY|KRW|TWD|GBP|INR|HKD|SGD|Rs\.?)(?=[\s\d]))"

_DATE = rf"""
      {_YEAR}年 (?:\d{{1,2}}月 (?:\d{{1,2}}[日号])?)?
    | {_NUMERAL}{{4}}年 | \d{{1,2}}月\d{{1,2}}[日号]
    | {_YEAR}-\d\d-\d\d
    | (?:\d{{1,2}}\s)? {_MONTH}\s (?:{_YEAR} | \d{{1,2}} (?!\d) (?:,?\s{_YEAR})?)
    | (?:in|by|since|until|till|before|FY|fiscal|end\sof|through|as\sof) \s? {_YEAR} (?![,.%]?\d)
"""
_ORDINAL = rf"第 (?:\d+|{_ANY}+) | \d+ (?:st|nd|rd|th)\b"
# ½; 1 400, which may be two numbers; 数百, 十几亿; 三点五; half a million; two thirds; two and a
# half billion.
_VAGUE = rf"""
      \d+⁄\d+ | \d{{1,3}}(?:[ ]\d{{3}})+(?!\d)
    | [数几]{_ANY}+ | (?:\d+|{_ANY}+)几{_ANY}* | {_ANY}+点{_ANY}+
    | (?:several|few|some|many|half)\s (?:an?\s)? {_NUMBER_WORD}
    | (?:an?|{_NUMBER_WORD}) [\s-] (?:half|third|quarter|fifth|tenth)s?\b
    | (?:{_NUMBER_WORD}|\d+)\s and\sa\s (?:half|quarter) (?:\s{_NUMBER_WORD})?
"""
_CHINESE = rf"""
    (?:{_CURRENCY}\s?)?
    (?P<number>
        (?:{_DIGITS}[ ]?[多余]?{_UNIT} | {_ANY}) (?:[多余]? (?:{_ANY} | {_DIGITS}(?![\d年])))*
      | {_DIGITS}(?=成)
    )
    (?P<tenths>成(?P<half>{_NUMERAL})?)?
"""
_ENGLISH = rf"""
    (?:an?\s(?={_SCALE_WORD}) | {_SMALL_WORD})
    (?:
        [\s-]? {_NUMBER_WORD}
      | (?:(?<=hundred)|(?<=thousand)|(?<=illion)) \sand\s {_NUMBER_WORD}
    )*
"""
_WESTERN = rf"""
    (?P<money>{_CURRENCY}\s?)? (?P<number>{_DIGITS})
    (?P<scales>(?:[\s-]?{_SCALE})*) (?P<percent>\s?(?:%|per\s?cent|pct))?
"""
_POWER = r"(?:(?P<mantissa>\d+(?:\.\d+)?)\s?[×x*·]\s?)? 10\^\{?(?P<exponent>\d{1,2})\}?"
_SUPERSCRIPTS = re.compile("[⁰¹²³⁴-⁹]+")
_RANGE = re.compile(r"\s*(?:to|and|or|-|–|—|~|/|至|到)\s*[$€£¥₩₹]?", re.IGNORECASE)
_SCALED_CHINESE = re.compile(rf"(?:{_DIGITS}|{_NUMERAL})({_UNIT}+)")


@dataclass(frozen=True, slots=True)
class _Figure:
    value: Decimal | None
    """None if it can't be read."""
    scale: Decimal | None
    """What the number was multiplied by, if a scale is written."""
    start: int
    end: int


def computed_value(stated: str) -> tuple[float, ...]:
    """The figures in a source's own writing, in order; none if nothing can be read.

    Percentages and tenths (七成) are in per cent, everything else is in units: `$52.7 billion`
    is 52,700,000,000. The scale of a range counts for both ends (10 to 15 billion). Dates,
    ordinals, vague numbers and those within names, such as H100, are no figures.
    """
    return tuple(float(f.value) for f in _read(stated) if f.value is not None)


def agrees(stated: str, values: Iterable[float]) -> bool | None:
    """Whether the stated figures give each of the values; None if that can't be told.

    It can't where a value is missing among the figures that can be read, but one can't be.
    Signs are not compared: they stand in the words, as in "fell 5 percent".
    """
    read = [None if f.value is None else abs(float(f.value)) for f in _read(stated)]
    figures = [figure for figure in read if figure is not None]
    if all(any(isclose(abs(v), figure, rel_tol=1e-9) for figure in figures) for v in values):
        return True if figures else None
    return None if not figures or None in read else False


def _read(stated: str) -> Iterator[_Figure]:
    text = _normalised(stated)
    return _ranged(_figures(text), text)


def _normalised(stated: str) -> str:
    powers = _SUPERSCRIPTS.sub(lambda m: "^" + unicodedata.normalize("NFKC", m[0]), stated)
    # Compatibility forms one by one, since the spaces that group digits have to stay.
    plain = "".join(c if c in "\u00a0\u202f" else unicodedata.normalize("NFKC", c) for c in powers)
    return plain.translate(VARIANTS)


def _ranged(figures: Iterable[_Figure], text: str) -> Iterator[_Figure]:
    """The figures, the lower end of a range taking the scale that stands at the upper."""
    found = list(figures)
    for figure, after in zip_longest(found, found[1:]):
        scale = after.scale if after and _RANGE.fullmatch(text, figure.end, after.start) else None
        value = figure.value
        if scale and figure.scale is None and value is not None and value < 1000:
            yield replace(figure, value=value * scale)
        else:
            yield figure


def _figures(text: str) -> Iterator[_Figure]:
    """Each figure in the text; what only looks like one is passed over as a whole."""
    place = 0
    while place < len(text):
        end = place + 1
        for form, read in _FORMS:
            match = form.match(text, place)
            if match is not None:
                end = match.end()
                if read is not None:
                    yield _Figure(*read(match), place, end)
                break
        place = end


_Reading = tuple[Decimal | None, Decimal | None]
"""A value, None where it can't be read, and the scale that is written with it, if one is."""
_UNREAD: _Reading = (None, None)


def _read_fraction(match: re.Match[str]) -> _Reading:
    whole = {"百": 1, "千": 10, "万": 100}.get(match["whole"])
    share = _number(match["share"])
    return (share / whole, None) if whole and share is not None else _UNREAD


def _read_power(match: re.Match[str]) -> _Reading:
    return Decimal(match["mantissa"] or 1) * Decimal(10) ** int(match["exponent"]), None


def _read_float(match: re.Match[str]) -> _Reading:
    return Decimal(match[0]), None


def _read_chinese(match: re.Match[str]) -> _Reading:
    text = re.sub("[ 多余]", "", match["number"])
    value = _number(text)
    if value is not None and match["tenths"]:
        return value * 10 + CHINESE_DIGITS.get(match["half"] or "", 0), Decimal(10)
    units = _SCALED_CHINESE.fullmatch(text)
    return value, chinese(units[1]) if units else None


def _read_english(match: re.Match[str]) -> _Reading:
    scale = ENGLISH_SCALES.get(re.split(r"[\s-]", match[0].lower())[-1])
    return english(match[0]), None if scale is None else Decimal(scale)


def _read_western(match: re.Match[str]) -> _Reading:
    names = re.findall("[a-z]+", match["scales"].lower())
    if not match["money"] and not _MONEY_ONLY.isdisjoint(names):
        return _UNREAD
    number = western(match["number"], scaled=bool(names or match["percent"]))
    if number is None or not names:
        return number, None
    scale = prod((Decimal(_SCALES[name]) for name in names), start=Decimal(1))
    return number * scale, scale


def _number(text: str) -> Decimal | None:
    return chinese(text) if re.search(_ANY, text) else western(text, scaled=True)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Reading] | None], ...] = (
    (_form(_DATE), None),
    (_form(_ORDINAL), None),
    (_form(_VAGUE), lambda _: _UNREAD),
    (_form(rf"(?P<whole>{_ANY}+|\d+)分之(?P<share>{_ANY}+|{_DIGITS})"), _read_fraction),
    (_form(_POWER), _read_power),
    (_form(r"\d(?:\.\d+)?e\+?\d{1,2}(?![a-z\d])"), _read_float),
    (_form(_CHINESE), _read_chinese),
    (_form(_ENGLISH), _read_english),
    (_form(r"\d+[a-z]\d[a-z\d.]*"), None),
    (_form(_WESTERN), _read_western),
    # A word as a whole, with the number in a name such as H100 or GPT-4.
    (_form(r"[a-z]+(?:-?\d[a-z\d.]*)?"), None),
)
"""How figures may be written, and what only looks like one, in the order of trying."""
