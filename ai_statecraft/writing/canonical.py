"""The canonical form of a record's file: one way to write each record.

Fields in the order of the models, lists of claims an item a line where it fits, prose
wrapped, quotes where a reader could go wrong, comments kept with their entries.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ai_statecraft.models import Record
from ai_statecraft.models.base import Model
from ai_statecraft.models.fields import Shape, fields
from ai_statecraft.reader.conversion import Data
from ai_statecraft.writing.comments import Comments, Path
from ai_statecraft.writing.scalars import WIDTH, folded, scalar

SCHEMA_MARK = "# yaml-language-server:"
FLOW_WIDTH = 120
"""Columns up to which an item stays on one line."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What may stand in a place: values of a model or plain ones, and how many."""

    model: type[Model] | None
    shape: Shape

    @property
    def item(self) -> Slot:
        """The slot of each item of a list, or of each value of a map."""
        return Slot(self.model, Shape.ONE)


NOTHING_KNOWN = Slot(None, Shape.ONE)


def schema_line(model: type[Record]) -> str:
    """The first line of a record's file, by which editors find its schema."""
    return f"{SCHEMA_MARK} $schema=../../schemas/{model.type}.schema.json"


def canonical(
    data: Mapping[str, Data], model: type[Record], comments: Comments | None = None
) -> str:
    """The record as text; reading it gives the same data, writing that the same text."""
    writer = _Writer(comments or Comments())
    slot = Slot(model, Shape.ONE)
    lines = [schema_line(model), *writer.mapping(data, slot, (), 0), *writer.comments.after]
    others = (line for line in lines[1:] if not line.startswith(SCHEMA_MARK))
    return "\n".join([lines[0], *others]) + "\n"


class _Writer:
    def __init__(self, comments: Comments) -> None:
        self.comments = comments
        self._commented = comments.inside()

    def mapping(
        self, data: Mapping[str, Data], slot: Slot, path: Path, indent: int
    ) -> Iterator[str]:
        """The lines of a mapping in block style."""
        for key, inner, value in _entries(data, slot):
            yield from self._entry(f"{scalar(key)}:", value, inner, (*path, key), indent)

    def _entry(self, head: str, value: Data, slot: Slot, path: Path, indent: int) -> Iterator[str]:
        """The lines of one entry; `head` is its key and colon, or the dash of an item."""
        margin = " " * indent
        if head == "-" and isinstance(value, dict) and value:
            self._hoist(value, slot, path, indent + 2)
        above = [*self.comments.above.get(path, ())]
        beside = self.comments.beside.get(path, [])
        line = f"{margin}{head} {flow(value, slot)}"
        if self._is_one_line(line, value, slot, path, indent):
            block = [f"{line}  {' '.join(beside)}" if beside else line]
        else:
            above += beside
            block = [*self._block(head, value, slot, path, indent)]
        yield from (f"{margin}{comment}" for comment in above)
        yield from block

    def _hoist(self, item: Mapping[str, Data], slot: Slot, path: Path, indent: int) -> None:
        """Give the item the comments above its first key: no line fits between dash and key."""
        key, inner, value = next(_entries(item, slot))
        first, found = (*path, key), self.comments
        line = f"{' ' * indent}{scalar(key)}: {flow(value, inner)}"
        is_long = not self._is_one_line(line, value, inner, first, indent)
        for group in (found.above, found.beside) if is_long else (found.above,):
            if first in group:
                found.above.setdefault(path, []).extend(group.pop(first))
                self._commented[path] -= 1

    def _is_one_line(self, line: str, value: Data, slot: Slot, path: Path, indent: int) -> bool:
        match value:
            case str():
                return len(line) <= WIDTH or folded(value, indent + 2) is None
            case dict() | list():
                # A record's lists and maps of claims go an item a line, however short.
                is_collection = slot.model is not None and slot.shape is not Shape.ONE
                return not value or (
                    not is_collection and len(line) <= FLOW_WIDTH and not self._commented[path]
                )
            case _:
                return True

    def _block(self, head: str, value: Data, slot: Slot, path: Path, indent: int) -> Iterator[str]:
        """The lines of an entry that does not go on one line, without its own comments."""
        margin = " " * indent
        match value:
            case str():
                yield f"{margin}{head} >-"
                yield from folded(value, indent + 2) or ()
            case list():
                yield f"{margin}{head}"
                for index, item in enumerate(value):
                    yield from self._entry("-", item, slot.item, (*path, index), indent + 2)
            case dict() if head == "-":
                lines = list(self.mapping(value, slot, path, indent + 2))
                yield f"{margin}- {lines[0].lstrip()}"
                yield from lines[1:]
            case dict():
                yield f"{margin}{head}"
                yield from self.mapping(value, slot, path, indent + 2)
            case _:
                yield f"{margin}{head} {flow(value, slot)}"


def flow(value: Data, slot: Slot) -> str:
    """A value on one line."""
    match value:
        case dict():
            inner = (f"{scalar(key)}: {flow(v, s)}" for key, s, v in _entries(value, slot))
            return f"{{{', '.join(inner)}}}"
        case list():
            return f"[{', '.join(flow(item, slot.item) for item in value)}]"
        case _:
            return scalar(value)


def _entries(data: Mapping[str, Data], slot: Slot) -> Iterator[tuple[str, Slot, Data]]:
    """The entries of a mapping: of a model's in the order of its fields, unknown ones last."""
    if slot.shape is Shape.MAP or slot.model is None:
        for key, value in data.items():
            yield key, slot.item, value
        return
    known = fields(slot.model)
    for key in (*(k for k in known if k in data), *(k for k in data if k not in known)):
        field = known.get(key)
        yield key, Slot(field.model, field.shape) if field else NOTHING_KNOWN, data[key]
