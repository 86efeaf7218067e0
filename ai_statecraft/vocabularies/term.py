"""What every vocabulary is made of: a term with its definition beside it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A member of a controlled vocabulary: its text in the records, and what it means.

    To extend a vocabulary, add one line to its class. The definition is what the
    JSON Schema, the data dictionary and the site show.
    """

    definition: str

    def __new__(cls, text: str, definition: str) -> Self:
        return cls.defined(text, definition)

    @classmethod
    def defined(cls, text: str, definition: str) -> Self:
        """A new member; for the vocabularies whose members carry more than a definition."""
        term = str.__new__(cls, text)
        term._value_ = text
        term.definition = definition
        return term

    @property
    def constraints(self) -> Iterator[tuple[str, str]]:
        """Pairs of aspect and admitted value that limit where the term may stand."""
        return iter(())
