"""What a scalar's text means: as a number of ours, and as other YAML readers would take it."""

from __future__ import annotations

import re

MAX_INTEGER = 2**53
"""Largest integer that every reader of JSON, CSV and Excel keeps exactly."""
MAX_MAGNITUDE = 1e18
"""Largest magnitude of any number: above it lies no sum of money and no count."""

# Long enough for every number within the bounds; int() and float() of megabytes are slow.
_MAX_DIGITS = 64
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")

# Words that YAML 1.1 or the 1.2.2 core schema resolves, in the spellings they know.
_WORDS = {
    "": "null",
    "~": "null",
    "<<": "a merge key",
    "=": "a default value",
    **{
        spelling: meaning
        for word, meaning in (
            ("null", "null"),
            *((word, "the boolean true") for word in ("y", "yes", "true", "on")),
            *((word, "the boolean false") for word in ("n", "no", "false", "off")),
        )
        for spelling in (word, word.upper(), word.capitalize())
    },
}
_STARTS_NUMBERS = frozenset("0123456789+-.")

# The resolutions of YAML 1.1 (yaml.org/type, 2005) and of the 1.2.2 core schema (section
# 10.3.2) together, for a text that either would take as something else than text.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9_]*|[0-9]+)")
_OCTAL = re.compile(r"[-+]?0o?([0-7_]+)")
_BINARY = re.compile(r"[-+]?0b([01_]+)")
_HEXADECIMAL = re.compile(r"[-+]?0x([0-9a-fA-F_]+)")
_SEXAGESIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9][0-9_]*|[0-9][0-9_]*\.[0-9_]*|[0-9][0-9_]*(?=[eE]))(?:[eE][-+]?[0-9]+)?"
)
_INFINITY = re.compile(r"[-+]?\.(?:inf|Inf|INF)")
_NOT_A_NUMBER = re.compile(r"\.(?:nan|NaN|NAN)")
_TIMESTAMP = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9:. \t+Zz-]+")


def as_number(text: str) -> int | float | None:
    """Return the number that the text writes by the strict grammar, or None.

    The grammar is JSON's without exponents: `-?(0|[1-9][0-9]*)(.[0-9]+)?` in ASCII digits.
    None also for integers beyond 2**53 and for magnitudes above 1e18.
    """
    if len(text) > _MAX_DIGITS or (match := _NUMBER.fullmatch(text)) is None:
        return None
    if match[1] is None:
        integer = int(text)
        return integer if abs(integer) <= MAX_INTEGER else None
    # Adding zero turns -0.0 into 0.0: a sign on zero means nothing and would show in CSV.
    number = float(text) + 0.0
    return number if abs(number) <= MAX_MAGNITUDE else None


def misread_by_other_readers(text: str) -> str | None:
    """Say what other YAML readers would take an unquoted text for; None if for text.

    ISO dates (2025-07-26) count as text here: records write them plain, and the readers
    that turn them into dates keep their meaning.
    """
    if (word := _WORDS.get(text)) is not None:
        return word
    if text[0] not in _STARTS_NUMBERS:
        return None
    return _number_elsewhere(text) or ("a time" if _TIMESTAMP.fullmatch(text) else None)


def _number_elsewhere(text: str) -> str | None:
    if _INFINITY.fullmatch(text):
        return "infinity"
    if _NOT_A_NUMBER.fullmatch(text):
        return "not-a-number"
    for pattern, kind, base in (
        (_BINARY, "a binary integer", 2),
        (_HEXADECIMAL, "a hexadecimal integer", 16),
        (_OCTAL, "an octal integer", 8),
    ):
        if match := pattern.fullmatch(text):
            return _with_value(kind, match[1], base)
    if _INTEGER.fullmatch(text):
        return "an integer"
    if _FLOAT.fullmatch(text):
        return _as_float(text)
    return "a base-60 number" if _SEXAGESIMAL.fullmatch(text) else None


def _with_value(kind: str, digits: str, base: int) -> str:
    bare = digits.replace("_", "")
    return f"{kind} ({int(bare, base)})" if bare and len(bare) <= _MAX_DIGITS else kind


def _as_float(text: str) -> str:
    if len(text) > _MAX_DIGITS:
        return "a floating-point number"
    number = float(text.replace("_", ""))
    return f"the floating-point number {number!r}"
