"""The base of every model, and the typed texts that fields are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, ClassVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from ai_statecraft import edtf


class Model(BaseModel, strict=True, frozen=True, extra="forbid"):
    """Strict, immutable and closed: no coercion, no change, no unknown field.

    (Subclasses repeat `frozen=True`, since type checkers do not inherit it.)
    """

    trailing: ClassVar[tuple[str, ...]] = ()
    """Fields that come last wherever fields are listed, after those of the subclasses."""


SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A record's id within its type: lower-case ASCII words joined by single hyphens."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a text that names another record.

    From it come the foreign key of the table, the link on the site and the rule
    against dangling references.
    """

    types: tuple[str, ...]
    """The record types that may be named."""
    bare: bool = False
    """Whether the text is the id alone; else it is `type/id`."""

    def record(self, text: str) -> str:
        """The `type/id` of the record that `text` names."""
        return f"{self.types[0]}/{text}" if self.bare else text


@dataclass(frozen=True, slots=True)
class Column:
    """Gives a field's column another name than the field's, where that is an SQL keyword."""

    name: str


class DateText(Enum):
    """Marks a text that is a date, and says of which sort."""

    EDTF = "edtf"
    """As precise as known, or an interval: published as text, first and last possible day."""
    DAY = "day"
    """One calendar day: published as a date."""


def checked_date(text: str) -> str:
    """The text itself if it is a date as `ai_statecraft.edtf` defines it."""
    try:
        edtf.parse(text)
    except ValueError as error:
        raise PydanticCustomError("date", "{reason}", {"reason": str(error)}) from None
    return text


def checked_day(text: str) -> str:
    """The text itself if it is one calendar day, YYYY-MM-DD."""
    try:
        # Python reads weeks (2024-W01-1) too, which would not sort among days as text.
        if date.fromisoformat(text).isoformat() != text:
            raise ValueError
    except ValueError:
        raise PydanticCustomError("day", "not a calendar day YYYY-MM-DD") from None
    return text


def distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values themselves if none comes twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise PydanticCustomError("twice", "{value} comes twice", {"value": value})
        seen.add(value)
    return values


_ENCODED = frozenset(' <>"\\^`{|}')
"""Printable characters that an address holds percent-encoded only."""
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


def checked_address(text: str) -> str:
    """The text itself if it is a public https address without credentials.

    Hosts are lower-case ASCII names: a numeric or local host is not public, and a
    host in another script or in punycode can pass for one it is not.
    """
    try:
        parts = urlsplit(text)
        port, host = parts.port, parts.hostname or ""
    except ValueError as error:
        raise PydanticCustomError("address", "{reason}", {"reason": str(error)}) from None
    faults = {
        "is not https": parts.scheme != "https",
        # Of all spaces only the plain one counts as printable.
        "holds spaces or characters that belong percent-encoded": not text.isprintable()
        or not _ENCODED.isdisjoint(text),
        "holds credentials": "@" in parts.netloc,
        "names a port": port is not None,
        "has no public host name in plain letters": not _HOST.fullmatch(host)
        or "xn--" in host
        or host.endswith((".local", ".localhost", ".internal", ".invalid")),
    }
    for fault, present in faults.items():
        if present:
            raise PydanticCustomError("address", "the address {fault}", {"fault": fault})
    return text


NOT_A_FORMULA = r"^(?:[^=+@\-＝＋＠－]|[+-][0-9][^=+@|!()]*$)"
"""Text that no spreadsheet runs when it opens a CSV file: it starts with none of the characters
that start a formula (OWASP, CSV Injection), but for the sign of a number, as in -5 % or +86."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000, pattern=NOT_A_FORMULA)]
"""A sentence or short paragraph."""
Short = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=NOT_A_FORMULA)]
"""A name, term or label."""
Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG}$", max_length=100)]
"""A record's id."""
Label = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=40)]
"""A key within one record: of a part or a citation."""
Cite = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*(\+[a-z][a-z0-9_-]*)*$")]
"""A citation's label, or several joined by `+` that carry the claim only together."""
Date = Annotated[
    str,
    AfterValidator(checked_date),
    DateText.EDTF,
    WithJsonSchema({"type": "string", "pattern": r"^[0-9./-]{4,21}$", "title": "EDTF date"}),
]
"""A day, month, year, quarter, half or interval, as precise as known."""
Day = Annotated[
    str,
    AfterValidator(checked_day),
    DateText.DAY,
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
"""One calendar day."""
Address = Annotated[
    str,
    StringConstraints(max_length=2000),
    AfterValidator(checked_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https://"}),
]
"""A public https address."""
Jurisdiction = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""A state or territory, ISO 3166-1 alpha-2, or EU."""
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
"""A language tag, BCP 47, such as en, zh-Hans."""
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in lower-case hexadecimal."""

ANY_RECORD = ("initiative", "fund", "target", "restriction", "observation", "actor", "source")
_PARTY = ("actor", "fund", "initiative")


def _reference_pattern(types: tuple[str, ...]) -> str:
    return f"^({'|'.join(types)})/{SLUG}$"


RecordRef = Annotated[
    str, StringConstraints(pattern=_reference_pattern(ANY_RECORD)), Reference(ANY_RECORD)
]
"""Any record, as `type/id`."""
RecordKey = Annotated[str, StringConstraints(pattern=_reference_pattern(ANY_RECORD))]
"""The key `type/id` of a record that need not exist any more."""
ActorRef = Annotated[
    str, StringConstraints(pattern=_reference_pattern(("actor",))), Reference(("actor",))
]
"""An actor, as `actor/id`."""
PartyRef = Annotated[str, StringConstraints(pattern=_reference_pattern(_PARTY)), Reference(_PARTY)]
"""An actor, or a fund or initiative that acts as one, as `type/id`."""
SourceRef = Annotated[
    str,
    StringConstraints(pattern=f"^{SLUG}$", max_length=100),
    Reference(("source",), bare=True),
]
"""A source, by its id alone."""
