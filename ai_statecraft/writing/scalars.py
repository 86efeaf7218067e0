"""Texts and numbers as the canonical form writes them."""

from __future__ import annotations

import json
import re
from textwrap import wrap

from ai_statecraft.reader.scalars import misread_by_other_readers
from ai_statecraft.tables.csv import plain

WIDTH = 100
"""Columns that a line of prose fills."""

# What may stand unquoted in block and in flow context alike (YAML 1.2.2, section 7.3.3),
# with room to spare.
_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~<]")
_UNSAFE = re.compile(r"[,\[\]{}\n\t\"`]|: |:$| #|^\s|\s$")


def scalar(value: str | int | float) -> str:
    """A value on one line, quoted only where some reader would need it."""
    if not isinstance(value, str):
        return plain(float(value))
    if is_plain(value):
        return value
    # A JSON string is a double-quoted YAML scalar, but for characters YAML wants escaped.
    return "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}"
        for character in json.dumps(value, ensure_ascii=False)
    )


def is_plain(text: str) -> bool:
    """Whether the text can stand without quotes and every reader takes it for this text."""
    return (
        bool(_START.match(text))
        and not _UNSAFE.search(text)
        and text.isprintable()
        and misread_by_other_readers(text) is None
    )


def folded(text: str, indent: int) -> list[str] | None:
    """The lines of a folded block scalar that reads back as the text, without the indicator.

    None where folding could change it: line breaks, doubled or outer spaces.
    """
    lines = wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False, tabsize=1)
    if " ".join(lines) != text or not text.isprintable():
        return None
    return [" " * indent + line for line in lines]
