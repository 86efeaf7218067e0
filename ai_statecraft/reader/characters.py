"""Which characters a record may hold, and how a message shows those it may not.

What a reviewer can't see, or sees in another order than a program reads it, has no place
in a record: it hides changes (Unicode Technical Report 36 and Technical Standard 39).
The ranges cover category Cf and Unicode's Default_Ignorable_Code_Point.
"""

from __future__ import annotations

import re
import unicodedata

_TAB = r"\t"
_CARRIAGE_RETURN = r"\r"
_LINE_BREAKS = "\x85\u2028\u2029"
_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_PRIVATE_USE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_SURROGATES = r"\ud800-\udfff"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_LOST = "\ufffd"

NOT_ALLOWED = re.compile(
    f"[{_TAB}{_CARRIAGE_RETURN}{_LINE_BREAKS}{_CONTROL}{_BIDIRECTIONAL}{_INVISIBLE}"
    f"{_PRIVATE_USE}{_SURROGATES}{_NONCHARACTERS}{_LOST}]"
)
"""Matches one character that a record must not hold. A line feed is allowed."""

IS_LINE_BREAK = re.compile(f"[{_LINE_BREAKS}]")
IS_CONTROL = re.compile(f"[{_CONTROL}]")
IS_BIDIRECTIONAL = re.compile(f"[{_BIDIRECTIONAL}]")
IS_NO_CHARACTER = re.compile(f"[{_PRIVATE_USE}{_SURROGATES}{_NONCHARACTERS}{_LOST}]")

_UNSHOWABLE = re.compile(f"{NOT_ALLOWED.pattern}|\n")
# Unicode gives control characters no names; these are the aliases of its code charts.
_CONTROL_NAMES = {
    "\0": "NULL",
    "\t": "TAB",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}
_SHORT_ESCAPES = {"\n": r"\n", "\t": r"\t", "\r": r"\r"}


def name_of(char: str) -> str:
    """Return the character's code point and Unicode name, such as `U+200B ZERO WIDTH SPACE`."""
    label = f"U+{ord(char):04X}"
    name = unicodedata.name(char, _CONTROL_NAMES.get(char, ""))
    return f"{label} {name}" if name else label


def escaped(text: str) -> str:
    """Return the text with every character that can't be seen written as an escape.

    The result is one line and safe to print: no control character, terminal sequence or
    change of direction is left in it.
    """
    return _UNSHOWABLE.sub(_escape, text)


def shown(text: str, limit: int = 60) -> str:
    """Return the text in backquotes, escaped, and cut after `limit` characters."""
    cut = text[:limit]
    return f"`{escaped(cut)}…`" if len(text) > limit else f"`{escaped(cut)}`"


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[char]
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
