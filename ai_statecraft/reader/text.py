"""From bytes to text: encoding, size, line ends and characters."""

from __future__ import annotations

import re

from ai_statecraft.reader.characters import (
    IS_BIDIRECTIONAL,
    IS_CONTROL,
    IS_LINE_BREAK,
    IS_NO_CHARACTER,
    NOT_ALLOWED,
    name_of,
)
from ai_statecraft.reader.faults import Faults
from ai_statecraft.reader.rules import (
    BIDIRECTIONAL,
    BYTE_ORDER_MARK,
    CARRIAGE_RETURN,
    CONTROL_CHARACTER,
    INVISIBLE,
    NO_CHARACTER,
    NOT_UTF8,
    ODD_LINE_BREAK,
    TAB,
    TOO_LARGE,
    ReaderRule,
)

MAX_BYTES = 1024 * 1024
"""Size of the largest file that is read: 1 MiB."""

_BYTE_ORDER_MARK = "\ufeff"
_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# Structure survives this stand-in, so that the rest of the file can still be checked.
_STAND_IN = "_"


def decode(data: bytes, faults: Faults) -> str | None:
    """Return the file's text for the parser, or None if it can't be parsed at all.

    Characters that are not allowed are reported and replaced: carriage returns before a
    line feed go, tabs become spaces, others a stand-in, so that every other character
    keeps its line and column.
    """
    if len(data) > MAX_BYTES:
        faults.add(TOO_LARGE, (0, 0), f"the file is larger than {MAX_BYTES} bytes")
        return None
    text = _utf8(data, faults)
    if text is None:
        return None
    if text.startswith(_BYTE_ORDER_MARK):
        faults.add(BYTE_ORDER_MARK, (1, 1), "the file starts with a byte-order mark (U+FEFF)")
        text = text[1:]
    text = _unix_line_ends(text, faults)
    return _allowed_characters(text, faults)


def rule_against(char: str) -> ReaderRule:
    """Return the rule that a character which is not allowed breaks."""
    if char in {"\t", "\r"}:
        return TAB if char == "\t" else ODD_LINE_BREAK
    for pattern, rule in (
        (IS_LINE_BREAK, ODD_LINE_BREAK),
        (IS_CONTROL, CONTROL_CHARACTER),
        (IS_BIDIRECTIONAL, BIDIRECTIONAL),
        (IS_NO_CHARACTER, NO_CHARACTER),
    ):
        if pattern.match(char):
            return rule
    return INVISIBLE


def _utf8(data: bytes, faults: Faults) -> str | None:
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark):
            faults.add(NOT_UTF8, (1, 1), f"the file is {encoding}")
            return None
    # Text in UTF-16 without a mark is valid UTF-8 with a NUL beside every Latin letter.
    if data.count(0) > len(data) // 4:
        faults.add(NOT_UTF8, (1, 1), "the file is full of NUL bytes: UTF-16, or no text at all")
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        bad = data[error.start]
        surrogate = bad == 0xED and data[error.start + 1 : error.start + 2] >= b"\xa0"
        what = "half of a surrogate pair" if surrogate else f"the byte 0x{bad:02x}"
        place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        faults.add(NOT_UTF8, place, f"{what} is not UTF-8 here")
        return None


def _unix_line_ends(text: str, faults: Faults) -> str:
    count = text.count("\r\n")
    if not count:
        return text
    before = text[: text.index("\r\n")]
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    lines = "1 line ends" if count == 1 else f"{count} lines end"
    faults.add(CARRIAGE_RETURN, place, f"{lines} with a carriage return and a line feed (CRLF)")
    return text.replace("\r\n", "\n")


def _allowed_characters(text: str, faults: Faults) -> str | None:
    """Report each run of a character that is not allowed; None if lines can't be told apart."""
    # Few distinct characters make a file, so that testing these costs a tenth of testing all.
    if not NOT_ALLOWED.search("".join(set(text))):
        return text
    last: re.Match[str] | None = None
    line, line_start = 1, 0
    lines_are_clear = True
    for match in NOT_ALLOWED.finditer(text):
        char, index = match[0], match.start()
        continues = last is not None and last[0] == char and last.end() == index
        previous_end = last.end() if last else 0
        last = match
        if continues:
            continue
        line += text.count("\n", previous_end, index)
        line_start = max(line_start, text.rfind("\n", previous_end, index) + 1)
        rule = rule_against(char)
        lines_are_clear = lines_are_clear and rule is not ODD_LINE_BREAK
        faults.add(rule, (line, index - line_start + 1), f"{name_of(char)} is not allowed")
        if faults.full:
            return None
    return NOT_ALLOWED.sub(_stand_in, text) if lines_are_clear else None


def _stand_in(match: re.Match[str]) -> str:
    return " " if match[0] == "\t" else _STAND_IN
