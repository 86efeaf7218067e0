"""The records there are already, to be found by any of their names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from ai_statecraft.contents import Contents
from ai_statecraft.models import ClaimRecord, Record, Source

SHOWN = 12
"""Records that a search gives at most."""
_NEAR = 0.75


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as a search shows it."""

    key: str
    """`type/id`."""
    name: str
    names: tuple[str, ...]
    """Whatever it may be looked for by, in lower case: id, names and, of a source, address."""

    @property
    def type(self) -> str:
        """The record's type."""
        return self.key.partition("/")[0]


class KnownRecords:
    """The records of a data folder, and those that are being drafted."""

    def __init__(self, contents: Contents) -> None:
        self._entries = {record.key: _entry(record) for record in contents.records}
        self._given_up = {row.record for row in contents.redirects}
        self._given_up |= {row.record for row in contents.released}

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def is_taken(self, key: str) -> bool:
        """Whether a record has the key, or once had: an id is never reused."""
        return key in self._entries or key in self._given_up

    def add(self, key: str, name: str) -> None:
        """Take in a record that is being drafted."""
        self._entries[key] = Entry(key, name, (key.partition("/")[2], name.casefold()))

    def example(self, type_: str) -> str | None:
        """The id of some record of the type, to show what ids look like."""
        ids = (e.key.partition("/")[2] for e in self._entries.values() if e.type == type_)
        return next(iter(sorted(ids)), None)

    def search(self, text: str, types: Collection[str]) -> list[Entry]:
        """The records with a name that holds the text, shortest first; else with a near one."""
        wanted = text.casefold().strip()
        among = [entry for entry in self._entries.values() if entry.type in types]
        holding = [e for e in among if any(wanted in name for name in (e.key, *e.names))]
        if holding:
            return sorted(holding, key=lambda e: (len(e.name), e.key))[:SHOWN]
        by_name = {name: entry for entry in among for name in entry.names}
        near = get_close_matches(wanted, by_name, n=SHOWN, cutoff=_NEAR)
        return list(dict.fromkeys(by_name[name] for name in near))


def _entry(record: Record) -> Entry:
    names = [record.id, record.name]
    if isinstance(record, ClaimRecord):
        names += [name.text for name in record.names]
    if isinstance(record, Source):
        names += [record.url] if record.url else []
    return Entry(record.key, record.name, tuple(name.casefold() for name in names))
