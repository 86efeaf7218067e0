"""The registers of real codes that rules compare with: countries, currencies, languages.

They come from libraries that keep the ISO registers, with the few codes that are in use
and in neither. They serve the rules and are not published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ai_statecraft.tables.csv import Row
from ai_statecraft.tables.schema import TableSchema, text

REGISTRIES = TableSchema(
    "registries",
    "Codes of the registers that rules compare with.",
    (text("register", "The register."), text("code", "The code."), text("name", "Its name.")),
    ("register", "code"),
)

_BEYOND_ISO = (
    ("iso-3166", "EU", "European Union"),
    ("iso-3166", "XK", "Kosovo"),
    ("iso-4217", "CNH", "Offshore renminbi"),
)
"""Codes in general use that the ISO registers reserve or leave to users."""


def registry_rows(languages: frozenset[str]) -> Iterator[Row]:
    """The rows of the registers; of languages, those of the given tags that are valid."""
    import langcodes
    import pycountry

    for register, code, name in _BEYOND_ISO:
        yield {"register": register, "code": code, "name": name}
    yield from _entries("iso-3166", pycountry.countries, "alpha_2")
    yield from _entries("iso-3166", pycountry.subdivisions, "code")
    yield from _entries("iso-4217", pycountry.currencies, "alpha_3")
    for tag in sorted(languages):
        if langcodes.tag_is_valid(tag):
            yield {"register": "bcp-47", "code": tag, "name": tag}


def _entries(register: str, entries: Iterable[object], code: str) -> Iterator[Row]:
    for entry in entries:  # the library makes its attributes as it goes, without types
        yield {
            "register": register,
            "code": str(getattr(entry, code)),
            "name": str(getattr(entry, "name", "")),
        }
